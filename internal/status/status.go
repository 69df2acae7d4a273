// Package status lists the statuses that make a waiter fail. Unless someone
// intervenes, a resource with such a status cannot reach the state that the
// waiter waits for. Amazon RDS and Amazon Neptune have the same statuses. A
// waiter keeps waiting in any status that is not in its list.
package status

// Inaccessible is the status of a cluster or instance that AWS stopped because
// it cannot use the encryption key. The cluster or instance can be started when
// AWS can use the key again. If it has not been started after seven days, its
// status becomes inaccessible-encryption-credentials, and it can no longer be
// started.
const Inaccessible = "inaccessible-encryption-credentials-recoverable"

// ClusterFailures returns the statuses in which a cluster cannot become
// available or stopped unless someone intervenes.
func ClusterFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", Inaccessible,
		"migration-failed", "cloning-failed",
	}
}

// InstanceFailures returns the statuses in which an instance cannot become
// available or stopped unless someone intervenes.
func InstanceFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity",
		"inaccessible-encryption-credentials", Inaccessible,
	}
}

// SnapshotFailures returns the statuses in which a snapshot cannot become
// available.
func SnapshotFailures() []string {
	return []string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}
}

// DeletionFailures returns the statuses that a resource cannot have while it is
// being deleted. If a resource has such a status, another resource was created
// under the same name, or the description is out of date: the first polls may
// still show the status from before the deletion. In AWS's own waiters, the
// status modifying is also a failure. DeletionFailures does not include it,
// because a resource has that status while its deletion waits for a
// modification to end.
func DeletionFailures() []string {
	return []string{"creating", "rebooting", "resetting-master-credentials"}
}
