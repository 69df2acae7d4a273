package types

// ActivityStreamMode says what a database session does with an activity event.
type ActivityStreamMode string

// The values of [ActivityStreamMode] that are known to this version; the service may send others.
const (
	// The session waits until the event is durable: exact, slower.
	ActivityStreamModeSync ActivityStreamMode = "sync"
	// The session goes on at once: fast, events can be lost.
	ActivityStreamModeAsync ActivityStreamMode = "async"
)

// Values lists the known values of ActivityStreamMode.
func (ActivityStreamMode) Values() []ActivityStreamMode {
	return []ActivityStreamMode{ActivityStreamModeSync, ActivityStreamModeAsync}
}

// ActivityStreamStatus is the state of a database activity stream.
type ActivityStreamStatus string

// The values of [ActivityStreamStatus] that are known to this version; the service may send others.
const (
	ActivityStreamStatusStopped  ActivityStreamStatus = "stopped"
	ActivityStreamStatusStarting ActivityStreamStatus = "starting"
	ActivityStreamStatusStarted  ActivityStreamStatus = "started"
	ActivityStreamStatusStopping ActivityStreamStatus = "stopping"
)

// Values lists the known values of ActivityStreamStatus.
func (ActivityStreamStatus) Values() []ActivityStreamStatus {
	return []ActivityStreamStatus{ActivityStreamStatusStopped, ActivityStreamStatusStarting, ActivityStreamStatusStarted, ActivityStreamStatusStopping}
}

// ClusterScalabilityType says whether a cluster is an Aurora Limitless Database.
type ClusterScalabilityType string

// The values of [ClusterScalabilityType] that are known to this version; the service may send others.
const (
	ClusterScalabilityTypeStandard  ClusterScalabilityType = "standard"
	ClusterScalabilityTypeLimitless ClusterScalabilityType = "limitless"
)

// Values lists the known values of ClusterScalabilityType.
func (ClusterScalabilityType) Values() []ClusterScalabilityType {
	return []ClusterScalabilityType{ClusterScalabilityTypeStandard, ClusterScalabilityTypeLimitless}
}

// DatabaseInsightsMode is the mode of CloudWatch Database Insights.
type DatabaseInsightsMode string

// The values of [DatabaseInsightsMode] that are known to this version; the service may send others.
const (
	DatabaseInsightsModeStandard DatabaseInsightsMode = "standard"
	DatabaseInsightsModeAdvanced DatabaseInsightsMode = "advanced"
)

// Values lists the known values of DatabaseInsightsMode.
func (DatabaseInsightsMode) Values() []DatabaseInsightsMode {
	return []DatabaseInsightsMode{DatabaseInsightsModeStandard, DatabaseInsightsModeAdvanced}
}

// ExportSourceType says what an export task reads.
type ExportSourceType string

// The values of [ExportSourceType] that are known to this version; the service may send others.
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

// LimitlessDatabaseStatus is the state of Aurora Limitless Database in a cluster.
type LimitlessDatabaseStatus string

// The values of [LimitlessDatabaseStatus] that are known to this version; the service may send others.
const (
	LimitlessDatabaseStatusActive               LimitlessDatabaseStatus = "active"
	LimitlessDatabaseStatusNotInUse             LimitlessDatabaseStatus = "not-in-use"
	LimitlessDatabaseStatusEnabled              LimitlessDatabaseStatus = "enabled"
	LimitlessDatabaseStatusDisabled             LimitlessDatabaseStatus = "disabled"
	LimitlessDatabaseStatusEnabling             LimitlessDatabaseStatus = "enabling"
	LimitlessDatabaseStatusDisabling            LimitlessDatabaseStatus = "disabling"
	LimitlessDatabaseStatusModifyingMaxCapacity LimitlessDatabaseStatus = "modifying-max-capacity"
	LimitlessDatabaseStatusError                LimitlessDatabaseStatus = "error"
)

// Values lists the known values of LimitlessDatabaseStatus.
func (LimitlessDatabaseStatus) Values() []LimitlessDatabaseStatus {
	return []LimitlessDatabaseStatus{LimitlessDatabaseStatusActive, LimitlessDatabaseStatusNotInUse, LimitlessDatabaseStatusEnabled, LimitlessDatabaseStatusDisabled, LimitlessDatabaseStatusEnabling, LimitlessDatabaseStatusDisabling, LimitlessDatabaseStatusModifyingMaxCapacity, LimitlessDatabaseStatusError}
}

// LocalWriteForwardingStatus is the state of write forwarding from the readers of a cluster to its
// writer.
type LocalWriteForwardingStatus string

// The values of [LocalWriteForwardingStatus] that are known to this version; the service may send others.
const (
	LocalWriteForwardingStatusEnabled   LocalWriteForwardingStatus = "enabled"
	LocalWriteForwardingStatusDisabled  LocalWriteForwardingStatus = "disabled"
	LocalWriteForwardingStatusEnabling  LocalWriteForwardingStatus = "enabling"
	LocalWriteForwardingStatusDisabling LocalWriteForwardingStatus = "disabling"
	// Asked for; enabling has not begun.
	LocalWriteForwardingStatusRequested LocalWriteForwardingStatus = "requested"
)

// Values lists the known values of LocalWriteForwardingStatus.
func (LocalWriteForwardingStatus) Values() []LocalWriteForwardingStatus {
	return []LocalWriteForwardingStatus{LocalWriteForwardingStatusEnabled, LocalWriteForwardingStatusDisabled, LocalWriteForwardingStatusEnabling, LocalWriteForwardingStatusDisabling, LocalWriteForwardingStatusRequested}
}

// ReplicaMode says whether a replica can be read while it follows its source.
type ReplicaMode string

// The values of [ReplicaMode] that are known to this version; the service may send others.
const (
	// Open for queries.
	ReplicaModeOpenReadOnly ReplicaMode = "open-read-only"
	// For disaster recovery only, not open for queries.
	ReplicaModeMounted ReplicaMode = "mounted"
)

// Values lists the known values of ReplicaMode.
func (ReplicaMode) Values() []ReplicaMode {
	return []ReplicaMode{ReplicaModeOpenReadOnly, ReplicaModeMounted}
}

// StorageEncryptionType says what kind of key encrypts storage.
type StorageEncryptionType string

// The values of [StorageEncryptionType] that are known to this version; the service may send others.
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

// UpgradeRolloutOrder is the place of a resource in a rollout of minor engine versions.
type UpgradeRolloutOrder string

// The values of [UpgradeRolloutOrder] that are known to this version; the service may send others.
const (
	// For development and test.
	UpgradeRolloutOrderFirst  UpgradeRolloutOrder = "first"
	UpgradeRolloutOrderSecond UpgradeRolloutOrder = "second"
	// For critical production.
	UpgradeRolloutOrderLast UpgradeRolloutOrder = "last"
)

// Values lists the known values of UpgradeRolloutOrder.
func (UpgradeRolloutOrder) Values() []UpgradeRolloutOrder {
	return []UpgradeRolloutOrder{UpgradeRolloutOrderFirst, UpgradeRolloutOrderSecond, UpgradeRolloutOrderLast}
}

// WriteForwardingStatus is the state of write forwarding from a secondary cluster of a global
// database.
type WriteForwardingStatus string

// The values of [WriteForwardingStatus] that are known to this version; the service may send others.
const (
	WriteForwardingStatusEnabled   WriteForwardingStatus = "enabled"
	WriteForwardingStatusDisabled  WriteForwardingStatus = "disabled"
	WriteForwardingStatusEnabling  WriteForwardingStatus = "enabling"
	WriteForwardingStatusDisabling WriteForwardingStatus = "disabling"
	WriteForwardingStatusUnknown   WriteForwardingStatus = "unknown"
)

// Values lists the known values of WriteForwardingStatus.
func (WriteForwardingStatus) Values() []WriteForwardingStatus {
	return []WriteForwardingStatus{WriteForwardingStatusEnabled, WriteForwardingStatusDisabled, WriteForwardingStatusEnabling, WriteForwardingStatusDisabling, WriteForwardingStatusUnknown}
}

// ActivityStreamPolicyStatus says whether the audit policy of an activity stream may be changed.
type ActivityStreamPolicyStatus string

// The values of [ActivityStreamPolicyStatus] that are known to this version; the service may send others.
const (
	ActivityStreamPolicyStatusLocked          ActivityStreamPolicyStatus = "locked"
	ActivityStreamPolicyStatusUnlocked        ActivityStreamPolicyStatus = "unlocked"
	ActivityStreamPolicyStatusLockingPolicy   ActivityStreamPolicyStatus = "locking-policy"
	ActivityStreamPolicyStatusUnlockingPolicy ActivityStreamPolicyStatus = "unlocking-policy"
)

// Values lists the known values of ActivityStreamPolicyStatus.
func (ActivityStreamPolicyStatus) Values() []ActivityStreamPolicyStatus {
	return []ActivityStreamPolicyStatus{ActivityStreamPolicyStatusLocked, ActivityStreamPolicyStatusUnlocked, ActivityStreamPolicyStatusLockingPolicy, ActivityStreamPolicyStatusUnlockingPolicy}
}

// AutomationMode says whether RDS Custom looks after an instance.
type AutomationMode string

// The values of [AutomationMode] that are known to this version; the service may send others.
const (
	// Monitoring and recovery are on.
	AutomationModeFull AutomationMode = "full"
	// Off, so that the instance can be worked on.
	AutomationModeAllPaused AutomationMode = "all-paused"
)

// Values lists the known values of AutomationMode.
func (AutomationMode) Values() []AutomationMode {
	return []AutomationMode{AutomationModeFull, AutomationModeAllPaused}
}

// SourceType is the kind of resource that an event is about.
type SourceType string

// The values of [SourceType] that are known to this version; the service may send others.
const (
	SourceTypeDbInstance          SourceType = "db-instance"
	SourceTypeDbParameterGroup    SourceType = "db-parameter-group"
	SourceTypeDbSecurityGroup     SourceType = "db-security-group"
	SourceTypeDbSnapshot          SourceType = "db-snapshot"
	SourceTypeDbCluster           SourceType = "db-cluster"
	SourceTypeDbClusterSnapshot   SourceType = "db-cluster-snapshot"
	SourceTypeCustomEngineVersion SourceType = "custom-engine-version"
	SourceTypeDbProxy             SourceType = "db-proxy"
	SourceTypeBlueGreenDeployment SourceType = "blue-green-deployment"
	SourceTypeDbShardGroup        SourceType = "db-shard-group"
	SourceTypeZeroEtl             SourceType = "zero-etl"
)

// Values lists the known values of SourceType.
func (SourceType) Values() []SourceType {
	return []SourceType{SourceTypeDbInstance, SourceTypeDbParameterGroup, SourceTypeDbSecurityGroup, SourceTypeDbSnapshot, SourceTypeDbCluster, SourceTypeDbClusterSnapshot, SourceTypeCustomEngineVersion, SourceTypeDbProxy, SourceTypeBlueGreenDeployment, SourceTypeDbShardGroup, SourceTypeZeroEtl}
}
