// Package status lists the statuses of the control plane of Amazon RDS and Amazon
// Neptune from which a resource does not come to a wanted state by itself. Both
// services show the same ones. A waiter waits through a status that is in none of
// its lists.
package status

// Inaccessible is the status of a cluster or instance that AWS stopped because it
// cannot use the encryption key. It can be started within seven days after AWS can
// use the key again.
const Inaccessible = "inaccessible-encryption-credentials-recoverable"

// ClusterFailures are statuses from which a cluster does not become available
// or stopped by itself.
func ClusterFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", Inaccessible,
		"migration-failed", "cloning-failed",
	}
}

// InstanceFailures are statuses from which an instance does not become
// available.
func InstanceFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity",
		"inaccessible-encryption-credentials", Inaccessible,
	}
}

// SnapshotFailures are statuses from which a snapshot does not become
// available.
func SnapshotFailures() []string {
	return []string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}
}

// DeletionFailures are statuses that a resource does not have while it is being
// deleted. They mean that another resource was created under its name, unless the
// description is old: the first polls may show the status before the deletion.
// Modifying is not among them, though AWS's own waiters list it: a deletion that
// waits for a modification shows it.
func DeletionFailures() []string {
	return []string{"creating", "rebooting", "resetting-master-credentials"}
}
