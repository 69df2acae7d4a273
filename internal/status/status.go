// Package status lists the statuses of Amazon RDS and Amazon Neptune resources
// that do not change to a wanted state without intervention. Both services show
// the same statuses. A waiter waits through a status that is not in its lists.
package status

// Inaccessible is the status of a cluster or instance that AWS stopped because it
// cannot use the encryption key. It can be started within seven days after AWS can
// use the key again.
const Inaccessible = "inaccessible-encryption-credentials-recoverable"

// ClusterFailures returns the statuses from which a cluster does not become
// available or stopped without intervention.
func ClusterFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", Inaccessible,
		"migration-failed", "cloning-failed",
	}
}

// InstanceFailures returns the statuses from which an instance does not become
// available.
func InstanceFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity",
		"inaccessible-encryption-credentials", Inaccessible,
	}
}

// SnapshotFailures returns the statuses from which a snapshot does not become
// available.
func SnapshotFailures() []string {
	return []string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}
}

// DeletionFailures returns the statuses that a resource does not have while it
// is being deleted. Such a status means that another resource was created under
// the same name, unless the description is old: the first polls may show the
// status before the deletion. Modifying is not among them, although AWS's own
// waiters list it, because a deletion that waits for a modification shows it.
func DeletionFailures() []string {
	return []string{"creating", "rebooting", "resetting-master-credentials"}
}
