package types

// OrderableDBInstanceOption is a combination of instance class, engine version and storage that
// instances can be created with.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OrderableDBInstanceOption.html
type OrderableDBInstanceOption struct {
	// Group of the zones: the name of the region, or of a Local Zone.
	AvailabilityZoneGroup *string
	// Zones in which the class can be had. They differ by class.
	AvailabilityZones []AvailabilityZone `query:",item=AvailabilityZone"`
	// What additional volumes of an instance can be.
	AvailableAdditionalStorageVolumesOptions []AvailableAdditionalStorageVolumesOption `query:",item=AvailableAdditionalStorageVolumesOption"`
	// What can be chosen about the processor.
	AvailableProcessorFeatures []AvailableProcessorFeature `query:",item=AvailableProcessorFeature"`
	// For example db.r6g.large, or db.serverless.
	DBInstanceClass *string
	// Name of the engine.
	Engine *string
	// Number of the version.
	EngineVersion *string
	// License of the engine, for example postgresql-license.
	LicenseModel *string
	// Most provisioned IOPS of an instance.
	MaxIopsPerDbInstance *int32
	// Most provisioned IOPS per GiB of storage.
	MaxIopsPerGib *float64
	// Most storage of an instance, in GiB.
	MaxStorageSize *int32
	// Most storage throughput of an instance, in MiB a second.
	MaxStorageThroughputPerDbInstance *int32
	// Most storage throughput per provisioned IOPS, in MiB a second.
	MaxStorageThroughputPerIops *float64
	// Least provisioned IOPS of an instance.
	MinIopsPerDbInstance *int32
	// Least provisioned IOPS per GiB of storage.
	MinIopsPerGib *float64
	// Least storage of an instance, in GiB.
	MinStorageSize *int32
	// Least storage throughput of an instance, in MiB a second.
	MinStorageThroughputPerDbInstance *int32
	// Least storage throughput per provisioned IOPS, in MiB a second.
	MinStorageThroughputPerIops *float64
	// Whether an instance can have a standby in another zone.
	MultiAZCapable *bool
	// Whether the instances can be on an AWS Outpost.
	OutpostCapable *bool
	// Whether an instance can have a read replica.
	ReadReplicaCapable *bool
	// For example gp3, io2 or aurora.
	StorageType *string
	// Modes of a database activity stream: sync, async.
	SupportedActivityStreamModes []string
	// Engine modes of Aurora, for example provisioned.
	SupportedEngineModes []string
	// Either IPV4, or IPV4 and DUAL.
	SupportedNetworkTypes []string
	// Whether an instance can have additional volumes.
	SupportsAdditionalStorageVolumes *bool
	// Whether the instances can be those of a Multi-AZ cluster.
	SupportsClusters *bool
	// Whether an instance can have a volume of its own for the log.
	SupportsDedicatedLogVolume *bool
	// Whether instances can send metrics of the operating system, 1 to 60 seconds apart.
	SupportsEnhancedMonitoring *bool
	// Whether the instances can be in a cluster of a global database.
	SupportsGlobalDatabases *bool
	// Whether the Data API can be used.
	SupportsHttpEndpoint *bool
	// Whether IAM can authenticate the users of the database.
	SupportsIAMDatabaseAuthentication *bool
	// Whether IOPS can be provisioned.
	SupportsIops *bool
	// Whether Kerberos can authenticate the users of the database.
	SupportsKerberosAuthentication *bool
	// Whether instances can have Performance Insights.
	SupportsPerformanceInsights *bool
	// Whether the storage can grow by itself.
	SupportsStorageAutoscaling *bool
	// Whether the storage can be encrypted.
	SupportsStorageEncryption *bool
	// Whether storage throughput can be provisioned.
	SupportsStorageThroughput *bool
	// Whether the option is for instances in a VPC.
	Vpc *bool
}

// AvailableAdditionalStorageVolumesOption is what an additional volume of an instance can be.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AvailableAdditionalStorageVolumesOption.html
type AvailableAdditionalStorageVolumesOption struct {
	// Most provisioned IOPS.
	MaxIops *int32
	// Most provisioned IOPS per GiB of storage.
	MaxIopsPerGib *float64
	// Most storage, in GiB.
	MaxStorageSize *int32
	// Most throughput, in MiB a second.
	MaxStorageThroughput *int32
	// Least provisioned IOPS.
	MinIops *int32
	// Least provisioned IOPS per GiB of storage.
	MinIopsPerGib *float64
	// Least storage, in GiB.
	MinStorageSize *int32
	// Least throughput, in MiB a second.
	MinStorageThroughput *int32
	// For example gp3 or io2.
	StorageType *string
	// Whether IOPS can be provisioned.
	SupportsIops *bool
	// Whether the volume can grow by itself.
	SupportsStorageAutoscaling *bool
	// Whether throughput can be provisioned.
	SupportsStorageThroughput *bool
}

// AvailableProcessorFeature is something to choose about the processor of an instance class.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AvailableProcessorFeature.html
type AvailableProcessorFeature struct {
	// The values to choose from, with commas between them, or a range.
	AllowedValues *string
	// The value of an instance that chooses none.
	DefaultValue *string
	// Either coreCount or threadsPerCore.
	Name *string
}
