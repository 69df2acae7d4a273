package types

// ActivityStreamMode specifies whether a database session waits until the
// database activity stream has durably stored the session's activity event.
type ActivityStreamMode string

// The known values of [ActivityStreamMode]. The service may send other values.
const (
	// A database session waits until the stream has durably stored the
	// session's activity event. This is slower, but no event is lost.
	ActivityStreamModeSync ActivityStreamMode = "sync"
	// A database session does not wait until the stream has durably stored the
	// session's activity event. This is faster, but events can be lost.
	ActivityStreamModeAsync ActivityStreamMode = "async"
)

// Values lists the known values of ActivityStreamMode.
func (ActivityStreamMode) Values() []ActivityStreamMode {
	return []ActivityStreamMode{ActivityStreamModeSync, ActivityStreamModeAsync}
}

// ActivityStreamStatus is the state of a database activity stream.
type ActivityStreamStatus string

// The known values of [ActivityStreamStatus]. The service may send other values.
const (
	// The cluster or instance does not record activity.
	ActivityStreamStatusStopped ActivityStreamStatus = "stopped"

	// The service is starting the stream.
	ActivityStreamStatusStarting ActivityStreamStatus = "starting"

	// The stream records activity.
	ActivityStreamStatusStarted ActivityStreamStatus = "started"

	// The service is stopping the stream.
	ActivityStreamStatusStopping ActivityStreamStatus = "stopping"
)

// Values lists the known values of ActivityStreamStatus.
func (ActivityStreamStatus) Values() []ActivityStreamStatus {
	return []ActivityStreamStatus{ActivityStreamStatusStopped, ActivityStreamStatusStarting, ActivityStreamStatusStarted, ActivityStreamStatusStopping}
}

// ClusterScalabilityType specifies whether a cluster is an Aurora Limitless Database.
type ClusterScalabilityType string

// The known values of [ClusterScalabilityType]. The service may send other values.
const (
	// A standard Aurora cluster.
	ClusterScalabilityTypeStandard ClusterScalabilityType = "standard"

	// An Aurora Limitless Database.
	ClusterScalabilityTypeLimitless ClusterScalabilityType = "limitless"
)

// Values lists the known values of ClusterScalabilityType.
func (ClusterScalabilityType) Values() []ClusterScalabilityType {
	return []ClusterScalabilityType{ClusterScalabilityTypeStandard, ClusterScalabilityTypeLimitless}
}

// DatabaseInsightsMode is the mode of CloudWatch Database Insights.
type DatabaseInsightsMode string

// The known values of [DatabaseInsightsMode]. The service may send other values.
const (
	// The standard mode, which is the default.
	DatabaseInsightsModeStandard DatabaseInsightsMode = "standard"

	// The advanced mode, which requires Performance Insights.
	DatabaseInsightsModeAdvanced DatabaseInsightsMode = "advanced"
)

// Values lists the known values of DatabaseInsightsMode.
func (DatabaseInsightsMode) Values() []DatabaseInsightsMode {
	return []DatabaseInsightsMode{DatabaseInsightsModeStandard, DatabaseInsightsModeAdvanced}
}

// ExportSourceType is the type of the source of an export task: a snapshot or a
// cluster.
type ExportSourceType string

// The known values of [ExportSourceType]. The service may send other values.
const (
	// A snapshot of an instance or a cluster.
	ExportSourceTypeSnapshot ExportSourceType = "SNAPSHOT"
	// A live cluster, which RDS clones for the export.
	ExportSourceTypeCluster ExportSourceType = "CLUSTER"
)

// Values lists the known values of ExportSourceType.
func (ExportSourceType) Values() []ExportSourceType {
	return []ExportSourceType{ExportSourceTypeSnapshot, ExportSourceTypeCluster}
}

// LimitlessDatabaseStatus is the status of Aurora Limitless Database in a
// cluster.
type LimitlessDatabaseStatus string

// The known values of [LimitlessDatabaseStatus]. The service may send other values.
const (
	// The feature is in use.
	LimitlessDatabaseStatusActive LimitlessDatabaseStatus = "active"

	// The feature is not in use.
	LimitlessDatabaseStatusNotInUse LimitlessDatabaseStatus = "not-in-use"

	// The feature is enabled.
	LimitlessDatabaseStatusEnabled LimitlessDatabaseStatus = "enabled"

	// The feature is disabled.
	LimitlessDatabaseStatusDisabled LimitlessDatabaseStatus = "disabled"

	// The service is enabling the feature.
	LimitlessDatabaseStatusEnabling LimitlessDatabaseStatus = "enabling"

	// The service is disabling the feature.
	LimitlessDatabaseStatusDisabling LimitlessDatabaseStatus = "disabling"

	// The service is changing the maximum capacity.
	LimitlessDatabaseStatusModifyingMaxCapacity LimitlessDatabaseStatus = "modifying-max-capacity"

	// The feature is in an error state.
	LimitlessDatabaseStatusError LimitlessDatabaseStatus = "error"
)

// Values lists the known values of LimitlessDatabaseStatus.
func (LimitlessDatabaseStatus) Values() []LimitlessDatabaseStatus {
	return []LimitlessDatabaseStatus{LimitlessDatabaseStatusActive, LimitlessDatabaseStatusNotInUse, LimitlessDatabaseStatusEnabled, LimitlessDatabaseStatusDisabled, LimitlessDatabaseStatusEnabling, LimitlessDatabaseStatusDisabling, LimitlessDatabaseStatusModifyingMaxCapacity, LimitlessDatabaseStatusError}
}

// LocalWriteForwardingStatus is the state of write forwarding from a cluster's
// readers to its writer.
type LocalWriteForwardingStatus string

// The known values of [LocalWriteForwardingStatus]. The service may send other values.
const (
	// The readers forward writes.
	LocalWriteForwardingStatusEnabled LocalWriteForwardingStatus = "enabled"

	// The readers do not forward writes.
	LocalWriteForwardingStatusDisabled LocalWriteForwardingStatus = "disabled"

	// The service is enabling write forwarding.
	LocalWriteForwardingStatusEnabling LocalWriteForwardingStatus = "enabling"

	// The service is disabling write forwarding.
	LocalWriteForwardingStatusDisabling LocalWriteForwardingStatus = "disabling"

	// Write forwarding was requested, but the service has not begun to enable
	// it.
	LocalWriteForwardingStatusRequested LocalWriteForwardingStatus = "requested"
)

// Values lists the known values of LocalWriteForwardingStatus.
func (LocalWriteForwardingStatus) Values() []LocalWriteForwardingStatus {
	return []LocalWriteForwardingStatus{LocalWriteForwardingStatusEnabled, LocalWriteForwardingStatusDisabled, LocalWriteForwardingStatusEnabling, LocalWriteForwardingStatusDisabling, LocalWriteForwardingStatusRequested}
}

// ReplicaMode specifies whether a replica serves queries while it replicates.
type ReplicaMode string

// The known values of [ReplicaMode]. The service may send other values.
const (
	// The replica serves read-only queries.
	ReplicaModeOpenReadOnly ReplicaMode = "open-read-only"
	// The replica does not serve queries; it is for disaster recovery only.
	ReplicaModeMounted ReplicaMode = "mounted"
)

// Values lists the known values of ReplicaMode.
func (ReplicaMode) Values() []ReplicaMode {
	return []ReplicaMode{ReplicaModeOpenReadOnly, ReplicaModeMounted}
}

// StorageEncryptionType is the type of key that encrypts storage.
type StorageEncryptionType string

// The known values of [StorageEncryptionType]. The service may send other values.
const (
	// Not encrypted.
	StorageEncryptionTypeUnencrypted StorageEncryptionType = "none"
	// A KMS key.
	StorageEncryptionTypeCmk StorageEncryptionType = "sse-kms"
	// A key that RDS owns.
	StorageEncryptionTypeSse StorageEncryptionType = "sse-rds"
)

// Values lists the known values of StorageEncryptionType.
func (StorageEncryptionType) Values() []StorageEncryptionType {
	return []StorageEncryptionType{StorageEncryptionTypeUnencrypted, StorageEncryptionTypeCmk, StorageEncryptionTypeSse}
}

// UpgradeRolloutOrder is the position of a resource in a rollout of minor
// engine versions.
type UpgradeRolloutOrder string

// The known values of [UpgradeRolloutOrder]. The service may send other values.
const (
	// The first position, typically for development and test resources.
	UpgradeRolloutOrderFirst UpgradeRolloutOrder = "first"

	// The second position, the default for resources without a configured
	// position.
	UpgradeRolloutOrderSecond UpgradeRolloutOrder = "second"

	// The last position, typically for production resources.
	UpgradeRolloutOrderLast UpgradeRolloutOrder = "last"
)

// Values lists the known values of UpgradeRolloutOrder.
func (UpgradeRolloutOrder) Values() []UpgradeRolloutOrder {
	return []UpgradeRolloutOrder{UpgradeRolloutOrderFirst, UpgradeRolloutOrderSecond, UpgradeRolloutOrderLast}
}

// WriteForwardingStatus is the state of write forwarding from a secondary cluster of a global
// database to the primary cluster.
type WriteForwardingStatus string

// The known values of [WriteForwardingStatus]. The service may send other values.
const (
	// The secondary cluster forwards writes.
	WriteForwardingStatusEnabled WriteForwardingStatus = "enabled"

	// The secondary cluster does not forward writes.
	WriteForwardingStatusDisabled WriteForwardingStatus = "disabled"

	// The service is enabling write forwarding.
	WriteForwardingStatusEnabling WriteForwardingStatus = "enabling"

	// The service is disabling write forwarding.
	WriteForwardingStatusDisabling WriteForwardingStatus = "disabling"

	// The state is unknown.
	WriteForwardingStatusUnknown WriteForwardingStatus = "unknown"
)

// Values lists the known values of WriteForwardingStatus.
func (WriteForwardingStatus) Values() []WriteForwardingStatus {
	return []WriteForwardingStatus{WriteForwardingStatusEnabled, WriteForwardingStatusDisabled, WriteForwardingStatusEnabling, WriteForwardingStatusDisabling, WriteForwardingStatusUnknown}
}

// ActivityStreamPolicyStatus shows whether the audit policy of an activity stream can be changed.
type ActivityStreamPolicyStatus string

// The known values of [ActivityStreamPolicyStatus]. The service may send other values.
const (
	// The policy cannot be changed.
	ActivityStreamPolicyStatusLocked ActivityStreamPolicyStatus = "locked"

	// The policy can be changed.
	ActivityStreamPolicyStatusUnlocked ActivityStreamPolicyStatus = "unlocked"

	// The service is locking the policy.
	ActivityStreamPolicyStatusLockingPolicy ActivityStreamPolicyStatus = "locking-policy"

	// The service is unlocking the policy.
	ActivityStreamPolicyStatusUnlockingPolicy ActivityStreamPolicyStatus = "unlocking-policy"
)

// Values lists the known values of ActivityStreamPolicyStatus.
func (ActivityStreamPolicyStatus) Values() []ActivityStreamPolicyStatus {
	return []ActivityStreamPolicyStatus{ActivityStreamPolicyStatusLocked, ActivityStreamPolicyStatusUnlocked, ActivityStreamPolicyStatusLockingPolicy, ActivityStreamPolicyStatusUnlockingPolicy}
}

// AutomationMode specifies whether RDS Custom manages an instance.
type AutomationMode string

// The known values of [AutomationMode]. The service may send other values.
const (
	// RDS monitors the instance and recovers it from failures.
	AutomationModeFull AutomationMode = "full"
	// RDS does not monitor or recover the instance while users customize it.
	AutomationModeAllPaused AutomationMode = "all-paused"
)

// Values lists the known values of AutomationMode.
func (AutomationMode) Values() []AutomationMode {
	return []AutomationMode{AutomationModeFull, AutomationModeAllPaused}
}

// SourceType is the type of the resource that an event concerns.
type SourceType string

// The known values of [SourceType]. The service may send other values.
const (
	// Events of an instance.
	SourceTypeDbInstance SourceType = "db-instance"

	// Events of an instance parameter group.
	SourceTypeDbParameterGroup SourceType = "db-parameter-group"

	// Events of a DB security group, a legacy alternative to VPC security
	// groups.
	SourceTypeDbSecurityGroup SourceType = "db-security-group"

	// Events of an instance snapshot.
	SourceTypeDbSnapshot SourceType = "db-snapshot"

	// Events of a cluster.
	SourceTypeDbCluster SourceType = "db-cluster"

	// Events of a cluster snapshot.
	SourceTypeDbClusterSnapshot SourceType = "db-cluster-snapshot"

	// Events of an RDS Custom engine version.
	SourceTypeCustomEngineVersion SourceType = "custom-engine-version"

	// Events of an RDS proxy.
	SourceTypeDbProxy SourceType = "db-proxy"

	// Events of a blue/green deployment.
	SourceTypeBlueGreenDeployment SourceType = "blue-green-deployment"

	// Events of a shard group of Aurora Limitless Database.
	SourceTypeDbShardGroup SourceType = "db-shard-group"

	// Events of a zero-ETL integration.
	SourceTypeZeroEtl SourceType = "zero-etl"
)

// Values lists the known values of SourceType.
func (SourceType) Values() []SourceType {
	return []SourceType{SourceTypeDbInstance, SourceTypeDbParameterGroup, SourceTypeDbSecurityGroup, SourceTypeDbSnapshot, SourceTypeDbCluster, SourceTypeDbClusterSnapshot, SourceTypeCustomEngineVersion, SourceTypeDbProxy, SourceTypeBlueGreenDeployment, SourceTypeDbShardGroup, SourceTypeZeroEtl}
}

// MasterUserAuthenticationType specifies how the master user signs in.
type MasterUserAuthenticationType string

// The known values of [MasterUserAuthenticationType]. The service may send other values.
const (
	// The master user signs in with a password.
	MasterUserAuthenticationTypePassword MasterUserAuthenticationType = "password"
	// The master user signs in with IAM credentials.
	MasterUserAuthenticationTypeIamDbAuth MasterUserAuthenticationType = "iam-db-auth"
)

// Values lists the known values of MasterUserAuthenticationType.
func (MasterUserAuthenticationType) Values() []MasterUserAuthenticationType {
	return []MasterUserAuthenticationType{MasterUserAuthenticationTypePassword, MasterUserAuthenticationTypeIamDbAuth}
}
