package types

// OrderableDBInstanceOption describes a combination of instance class, engine version and storage
// that is available for new instances. For Neptune, the fields for storage and IOPS are empty,
// because a cluster's instances share one storage volume, which grows automatically.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_OrderableDBInstanceOption.html
type OrderableDBInstanceOption struct {
	// Availability Zones that offer the instance class.
	AvailabilityZones []AvailabilityZone `query:",item=AvailabilityZone"`
	// Instance class, for example db.r6g.large or db.serverless.
	DBInstanceClass *string
	// Name of the engine, for example neptune.
	Engine *string
	// Version number, for example 1.4.7.1.
	EngineVersion *string
	// License model; amazon-license for Neptune.
	LicenseModel *string
	// Maximum provisioned IOPS of an instance.
	MaxIopsPerDbInstance *int32
	// Maximum provisioned IOPS per GiB of storage.
	MaxIopsPerGib *float64
	// Maximum storage of an instance, in GiB.
	MaxStorageSize *int32
	// Minimum provisioned IOPS of an instance.
	MinIopsPerDbInstance *int32
	// Minimum provisioned IOPS per GiB of storage.
	MinIopsPerGib *float64
	// Minimum storage of an instance, in GiB.
	MinStorageSize *int32
	// Whether an instance can have a standby in another Availability Zone. False for Neptune, which
	// uses read replicas for this purpose.
	MultiAZCapable *bool
	// Whether an instance can have read replicas. False for Neptune, whose read replicas belong to
	// the cluster.
	ReadReplicaCapable *bool
	// Storage type, for example aurora, or aurora-iopt1 for I/O-Optimized storage.
	StorageType *string
	// Whether instances support Enhanced Monitoring, with intervals of 1 to 60 seconds.
	SupportsEnhancedMonitoring *bool
	// Whether the instances' cluster can belong to a global database.
	SupportsGlobalDatabases *bool
	// Whether instances support IAM database authentication.
	SupportsIAMDatabaseAuthentication *bool
	// Whether instances can have provisioned IOPS.
	SupportsIops *bool
	// Whether instances support Performance Insights. False for Neptune.
	SupportsPerformanceInsights *bool
	// Whether the storage can be encrypted.
	SupportsStorageEncryption *bool
	// Whether the option is available to instances in a VPC. True for Neptune, whose instances are
	// always in a VPC.
	Vpc *bool
}
