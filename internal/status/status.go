// Package status lists the statuses in which an Amazon RDS or Amazon Neptune
// resource cannot reach the state that a waiter waits for unless someone
// intervenes. Both services have the same statuses. A waiter keeps waiting in
// any status that is not in its list.
package status

// Inaccessible is the status of a cluster or instance that AWS stopped because it
// cannot use the encryption key. It can be started within seven days after AWS can
// use the key again.
const Inaccessible = "inaccessible-encryption-credentials-recoverable"

// ClusterFailures returns the statuses in which a cluster does not become
// available or stopped without intervention.
func ClusterFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", Inaccessible,
		"migration-failed", "cloning-failed",
	}
}

// InstanceFailures returns the statuses in which an instance does not become
// available or stopped without intervention.
func InstanceFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity",
		"inaccessible-encryption-credentials", Inaccessible,
	}
}

// SnapshotFailures returns the statuses in which a snapshot does not become
// available.
func SnapshotFailures() []string {
	return []string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}
}

// DeletionFailures returns the statuses that a resource cannot have while it is
// being deleted. If a resource has such a status, another resource was created
// under the same name, or the description is old: the first polls may still
// show the status from before the deletion. AWS's own waiters also list
// modifying. DeletionFailures does not, because a resource is modifying while
// its deletion waits for a modification to end.
func DeletionFailures() []string {
	return []string{"creating", "rebooting", "resetting-master-credentials"}
}
