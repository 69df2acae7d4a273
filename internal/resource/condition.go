package resource

import (
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
)

// ClusterAvailable returns the condition that a cluster is available.
func ClusterAvailable() *wait.Condition { return available(status.ClusterFailures()) }

// InstanceAvailable returns the condition that an instance is available.
func InstanceAvailable() *wait.Condition { return available(status.InstanceFailures()) }

func available(failures []string) *wait.Condition {
	return &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: failures, Stale: []string{status.Inaccessible},
		Settled: func(item any) bool { return wait.Empty(page.Member(item, "PendingModifiedValues").Interface()) },
	}
}

// ClusterStopped returns the condition that a cluster is stopped.
func ClusterStopped() *wait.Condition { return stopped(status.ClusterFailures()) }

// InstanceStopped returns the condition that an instance is stopped.
func InstanceStopped() *wait.Condition { return stopped(status.InstanceFailures()) }

func stopped(failures []string) *wait.Condition {
	return &wait.Condition{Wanted: "stopped", Success: []string{"stopped"}, Failure: failures, Stale: []string{status.Inaccessible}}
}

// SnapshotAvailable returns the condition that a cluster snapshot or DB
// snapshot is available.
func SnapshotAvailable() *wait.Condition {
	return &wait.Condition{Wanted: "available", Success: []string{"available"}, Failure: status.SnapshotFailures()}
}

// Deleted returns the condition that a cluster, instance or snapshot no longer
// exists.
func Deleted() *wait.Condition { return gone(status.DeletionFailures()) }

// SubscriptionActive returns the condition that an event subscription is active
// after it was created or modified. The status all-sources-deleted, which a
// subscription has after its last source is deleted, also counts as a success.
func SubscriptionActive() *wait.Condition {
	return &wait.Condition{
		Wanted:  "active",
		Success: []string{"active", "all-sources-deleted"},
		Failure: []string{"deleting", "no-permission", "topic-not-exist"},
	}
}

// Removed returns the condition that a resource other than a cluster, an
// instance or a snapshot no longer exists.
func Removed() *wait.Condition { return gone([]string{"creating"}) }

func gone(failures []string) *wait.Condition {
	return &wait.Condition{Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: failures}
}
