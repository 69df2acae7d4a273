package status_test

import (
	"slices"
	"testing"

	"github.com/nereid-go/nereid/internal/status"
)

// A failure status of one wait must not be the wanted status of another.
// Statuses that pass without intervention must not be in any list.
func TestFailureLists(t *testing.T) {
	passing := []string{
		"available", "backing-up", "configuring-iam-database-auth", "copying", "maintenance", "migrating", "modifying", "pending",
		"preparing-data-migration", "promoting", "renaming", "resetting-master-credentials", "starting", "stopped", "stopping", "upgrading",
	}
	for name, list := range map[string][]string{
		"clusters": status.ClusterFailures(), "instances": status.InstanceFailures(), "snapshots": status.SnapshotFailures(),
	} {
		for _, passes := range append(passing, "creating", "rebooting") {
			if slices.Contains(list, passes) {
				t.Errorf("%s: %s passes", name, passes)
			}
		}
		if !slices.Contains(list, "deleting") || !slices.Contains(list, "failed") {
			t.Errorf("%s: %v", name, list)
		}
	}
	for _, passes := range []string{"available", "deleting", "modifying", "backing-up", "deleted"} {
		if slices.Contains(status.DeletionFailures(), passes) {
			t.Errorf("deletions: %s passes", passes)
		}
	}
}
