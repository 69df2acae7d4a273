package resource

import (
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
)

// ClusterAvailable is the condition of a cluster that is available.
func ClusterAvailable() *wait.Condition { return available(status.ClusterFailures()) }

// InstanceAvailable is the condition of an instance that is available.
func InstanceAvailable() *wait.Condition { return available(status.InstanceFailures()) }

func available(failures []string) *wait.Condition {
	return &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: failures, Stale: []string{status.Inaccessible},
		Settled: func(item any) bool { return wait.Empty(page.Member(item, "PendingModifiedValues").Interface()) },
	}
}

// ClusterStopped is the condition of a cluster that is stopped.
func ClusterStopped() *wait.Condition { return stopped(status.ClusterFailures()) }

// InstanceStopped is the condition of an instance that is stopped.
func InstanceStopped() *wait.Condition { return stopped(status.InstanceFailures()) }

func stopped(failures []string) *wait.Condition {
	return &wait.Condition{Wanted: "stopped", Success: []string{"stopped"}, Failure: failures, Stale: []string{status.Inaccessible}}
}

// SnapshotAvailable is the condition of a snapshot of either kind that is available.
func SnapshotAvailable() *wait.Condition {
	return &wait.Condition{Wanted: "available", Success: []string{"available"}, Failure: status.SnapshotFailures()}
}

// Deleted is the condition of a cluster, instance or snapshot that no longer exists.
func Deleted() *wait.Condition { return gone(status.DeletionFailures()) }

// SubscriptionActive is the condition of an event subscription that is created or modified. Without
// any source it is not active, and sends no events.
func SubscriptionActive() *wait.Condition {
	return &wait.Condition{
		Wanted:  "active",
		Success: []string{"active", "all-sources-deleted"},
		Failure: []string{"deleting", "no-permission", "topic-not-exist"},
	}
}

// Removed is the condition of a resource of another kind that no longer exists.
func Removed() *wait.Condition { return gone([]string{"creating"}) }

func gone(failures []string) *wait.Condition {
	return &wait.Condition{Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: failures}
}
