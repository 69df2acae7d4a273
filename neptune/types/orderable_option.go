package types

// OrderableDBInstanceOption is a combination of instance class, engine version and storage that
// instances can be created with. Members about storage and IOPS are empty for Neptune, whose clusters
// share one storage volume that grows by itself.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_OrderableDBInstanceOption.html
type OrderableDBInstanceOption struct {
	// Zones in which the class can be had. They differ by class.
	AvailabilityZones []AvailabilityZone `query:",item=AvailabilityZone"`
	// For example db.r6g.large, or db.serverless.
	DBInstanceClass *string
	// Name of the engine, for example neptune.
	Engine *string
	// Number of the version, for example 1.4.7.1.
	EngineVersion *string
	// License of the engine: amazon-license for Neptune.
	LicenseModel *string
	// Most provisioned IOPS of an instance.
	MaxIopsPerDbInstance *int32
	// Most provisioned IOPS per GiB of storage.
	MaxIopsPerGib *float64
	// Most storage of an instance, in GiB.
	MaxStorageSize *int32
	// Least provisioned IOPS of an instance.
	MinIopsPerDbInstance *int32
	// Least provisioned IOPS per GiB of storage.
	MinIopsPerGib *float64
	// Least storage of an instance, in GiB.
	MinStorageSize *int32
	// Whether an instance can have a standby in another zone. It is false for Neptune, whose readers
	// do that.
	MultiAZCapable *bool
	// Whether an instance can have a read replica of its own. It is false for Neptune.
	ReadReplicaCapable *bool
	// For example aurora, or aurora-iopt1 for I/O-Optimized storage.
	StorageType *string
	// Whether instances can send metrics of the operating system, 1 to 60 seconds apart.
	SupportsEnhancedMonitoring *bool
	// Whether the instances can be in a cluster of a global database.
	SupportsGlobalDatabases *bool
	// Whether IAM can authenticate the users of the database.
	SupportsIAMDatabaseAuthentication *bool
	// Whether IOPS can be provisioned.
	SupportsIops *bool
	// Whether instances can have Performance Insights. It is false for Neptune.
	SupportsPerformanceInsights *bool
	// Whether the storage can be encrypted.
	SupportsStorageEncryption *bool
	// Whether the option is for instances in a VPC, which all instances of Neptune are.
	Vpc *bool
}
