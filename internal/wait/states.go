package wait

import "reflect"

// The states that the waiters of both services share. A status that is in none
// of the lists of a goal is waited through, so these name only the ends.

// LockedOut is the status of what AWS has stopped because it has no access to its
// key. It can be started within seven days when AWS has access again.
const LockedOut = "inaccessible-encryption-credentials-recoverable"

// ClusterFailures are statuses from which a cluster does not become available
// or stopped by itself.
func ClusterFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", LockedOut,
		"migration-failed", "cloning-failed",
	}
}

// InstanceFailures are statuses from which an instance does not become
// available.
func InstanceFailures() []string {
	return []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity",
		"inaccessible-encryption-credentials", LockedOut,
	}
}

// SnapshotFailures are statuses from which a snapshot does not become
// available.
func SnapshotFailures() []string {
	return []string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}
}

// DeletionFailures are statuses that something which is being deleted does not
// have. They mean that it was made anew, unless a description is behind: the first
// polls may show what it was when it was deleted. Modifying is not among them, though
// AWS's own waiters list it: a deletion that waits for a modification shows it.
func DeletionFailures() []string {
	return []string{"creating", "rebooting", "resetting-master-credentials"}
}

// Empty reports whether nothing is set in a pointer to a struct of members, at
// any depth. A description without pending values has an empty element as often
// as none.
func Empty(members any) bool { return empty(reflect.ValueOf(members)) }

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer:
		return v.IsNil() || v.Elem().Kind() == reflect.Struct && empty(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if !empty(v.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
