package types

// FailoverStatus is the stage of a switchover or failover of a global database.
type FailoverStatus string

// The values of [FailoverStatus] that are known to this version; the service may send others.
const (
	// Asked for; the clusters are being checked.
	FailoverStatusPending FailoverStatus = "pending"
	// The secondary cluster is being promoted.
	FailoverStatusFailingOver FailoverStatus = "failing-over"
	// Given up; the clusters go back to what they were.
	FailoverStatusCancelling FailoverStatus = "cancelling"
)

// Values lists the known values of FailoverStatus.
func (FailoverStatus) Values() []FailoverStatus {
	return []FailoverStatus{FailoverStatusPending, FailoverStatusFailingOver, FailoverStatusCancelling}
}

// ApplyMethod says when a change of a parameter takes effect.
type ApplyMethod string

// The values of [ApplyMethod] that are known to this version; the service may send others.
const (
	ApplyMethodImmediate     ApplyMethod = "immediate"
	ApplyMethodPendingReboot ApplyMethod = "pending-reboot"
)

// Values lists the known values of ApplyMethod.
func (ApplyMethod) Values() []ApplyMethod {
	return []ApplyMethod{ApplyMethodImmediate, ApplyMethodPendingReboot}
}
