package types

// OrderableDBInstanceOption is a combination of instance class, engine version
// and storage that is available for new instances.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OrderableDBInstanceOption.html
type OrderableDBInstanceOption struct {
	// Name of the group that the Availability Zones belong to: a region, or a group of Local Zones.
	AvailabilityZoneGroup *string
	// Availability Zones that offer the instance class.
	AvailabilityZones []AvailabilityZone `query:",item=AvailabilityZone"`
	// Storage types and sizes of additional volumes.
	AvailableAdditionalStorageVolumesOptions []AvailableAdditionalStorageVolumesOption `query:",item=AvailableAdditionalStorageVolumesOption"`
	// Processor settings that can be changed.
	AvailableProcessorFeatures []AvailableProcessorFeature `query:",item=AvailableProcessorFeature"`
	// Instance class, for example db.r6g.large or db.serverless.
	DBInstanceClass *string
	// Name of the engine, for example postgres.
	Engine *string
	// Version number, for example 16.8.
	EngineVersion *string
	// License model, for example postgresql-license.
	LicenseModel *string
	// Maximum provisioned IOPS of an instance.
	MaxIopsPerDbInstance *int32
	// Maximum provisioned IOPS per GiB of storage.
	MaxIopsPerGib *float64
	// Maximum storage of an instance, in GiB.
	MaxStorageSize *int32
	// Maximum storage throughput of an instance, in MiB per second.
	MaxStorageThroughputPerDbInstance *int32
	// Maximum storage throughput per provisioned IOPS, in MiB per second.
	MaxStorageThroughputPerIops *float64
	// Minimum provisioned IOPS of an instance.
	MinIopsPerDbInstance *int32
	// Minimum provisioned IOPS per GiB of storage.
	MinIopsPerGib *float64
	// Minimum storage of an instance, in GiB.
	MinStorageSize *int32
	// Minimum storage throughput of an instance, in MiB per second.
	MinStorageThroughputPerDbInstance *int32
	// Minimum storage throughput per provisioned IOPS, in MiB per second.
	MinStorageThroughputPerIops *float64
	// Whether an instance can have a standby in another Availability Zone.
	MultiAZCapable *bool
	// Whether the instances can be on an AWS Outpost.
	OutpostCapable *bool
	// Whether an instance can have a read replica.
	ReadReplicaCapable *bool
	// Storage type, for example gp3, io2 or aurora.
	StorageType *string
	// Modes in which an activity stream can run: sync, async or both.
	SupportedActivityStreamModes []string
	// Aurora engine modes, for example provisioned.
	SupportedEngineModes []string
	// Supported network types: IPV4, or both IPV4 and DUAL.
	SupportedNetworkTypes []string
	// Whether an instance can have additional volumes.
	SupportsAdditionalStorageVolumes *bool
	// Whether the instances can belong to a Multi-AZ cluster.
	SupportsClusters *bool
	// Whether an instance can keep its transaction logs on a separate volume.
	SupportsDedicatedLogVolume *bool
	// Whether instances support Enhanced Monitoring, with intervals of 1 to 60 seconds.
	SupportsEnhancedMonitoring *bool
	// Whether the instances' cluster can belong to a global database.
	SupportsGlobalDatabases *bool
	// Whether instances support the Data API.
	SupportsHttpEndpoint *bool
	// Whether database users can sign in with IAM credentials.
	SupportsIAMDatabaseAuthentication *bool
	// Whether the storage can have provisioned IOPS.
	SupportsIops *bool
	// Whether database users can sign in with Kerberos.
	SupportsKerberosAuthentication *bool
	// Whether instances support Performance Insights.
	SupportsPerformanceInsights *bool
	// Whether the storage can grow automatically.
	SupportsStorageAutoscaling *bool
	// Whether the storage can be encrypted.
	SupportsStorageEncryption *bool
	// Whether the storage can have provisioned throughput.
	SupportsStorageThroughput *bool
	// Whether the option is available to instances in a VPC.
	Vpc *bool
}

// AvailableAdditionalStorageVolumesOption describes the limits of an
// additional storage volume that has the given StorageType.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AvailableAdditionalStorageVolumesOption.html
type AvailableAdditionalStorageVolumesOption struct {
	// Maximum provisioned IOPS of the volume.
	MaxIops *int32
	// Maximum provisioned IOPS per GiB of storage.
	MaxIopsPerGib *float64
	// Maximum size of the volume, in GiB.
	MaxStorageSize *int32
	// Maximum throughput of the volume, in MiB per second.
	MaxStorageThroughput *int32
	// Minimum provisioned IOPS of the volume.
	MinIops *int32
	// Minimum provisioned IOPS per GiB of storage.
	MinIopsPerGib *float64
	// Minimum size of the volume, in GiB.
	MinStorageSize *int32
	// Minimum throughput of the volume, in MiB per second.
	MinStorageThroughput *int32
	// Storage type, for example gp3 or io2.
	StorageType *string
	// Whether the storage can have provisioned IOPS.
	SupportsIops *bool
	// Whether the volume can grow automatically.
	SupportsStorageAutoscaling *bool
	// Whether the volume can have provisioned throughput.
	SupportsStorageThroughput *bool
}

// AvailableProcessorFeature is a processor setting that can be changed for an instance class.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AvailableProcessorFeature.html
type AvailableProcessorFeature struct {
	// The allowed values, separated by commas, or a range.
	AllowedValues *string
	// Value for instances that do not set the feature.
	DefaultValue *string
	// Name of the setting: coreCount or threadsPerCore.
	Name *string
}
