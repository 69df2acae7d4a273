package types

// FailoverStatus is the stage of a switchover or failover of a global database.
type FailoverStatus string

// The known values of [FailoverStatus]. The service may send other values.
const (
	// The switchover or failover has been requested. The service is checking
	// the clusters.
	FailoverStatusPending FailoverStatus = "pending"
	// The secondary cluster is being promoted.
	FailoverStatusFailingOver FailoverStatus = "failing-over"
	// The switchover or failover is being canceled. The clusters return to
	// their previous roles.
	FailoverStatusCancelling FailoverStatus = "cancelling"
)

// Values lists the known values of FailoverStatus.
func (FailoverStatus) Values() []FailoverStatus {
	return []FailoverStatus{FailoverStatusPending, FailoverStatusFailingOver, FailoverStatusCancelling}
}

// ApplyMethod specifies when a parameter change takes effect.
type ApplyMethod string

// The known values of [ApplyMethod]. The service may send other values.
const (
	// The change takes effect immediately. Only dynamic parameters accept this
	// value.
	ApplyMethodImmediate ApplyMethod = "immediate"

	// The change takes effect when the instance reboots.
	ApplyMethodPendingReboot ApplyMethod = "pending-reboot"
)

// Values lists the known values of ApplyMethod.
func (ApplyMethod) Values() []ApplyMethod {
	return []ApplyMethod{ApplyMethodImmediate, ApplyMethodPendingReboot}
}

// SourceType is the type of the resource that an event concerns.
type SourceType string

// The known values of [SourceType]. The service may send other values.
const (
	// Events of an instance.
	SourceTypeDbInstance SourceType = "db-instance"
	// Events of an instance parameter group or a cluster parameter group.
	SourceTypeDbParameterGroup SourceType = "db-parameter-group"
	// Events of a DB security group, which Neptune does not have.
	SourceTypeDbSecurityGroup SourceType = "db-security-group"
	// Events of an instance snapshot, which only RDS has.
	SourceTypeDbSnapshot SourceType = "db-snapshot"
	// Events of a cluster.
	SourceTypeDbCluster SourceType = "db-cluster"
	// Events of a cluster snapshot.
	SourceTypeDbClusterSnapshot SourceType = "db-cluster-snapshot"
)

// Values lists the known values of SourceType.
func (SourceType) Values() []SourceType {
	return []SourceType{SourceTypeDbInstance, SourceTypeDbParameterGroup, SourceTypeDbSecurityGroup, SourceTypeDbSnapshot, SourceTypeDbCluster, SourceTypeDbClusterSnapshot}
}
