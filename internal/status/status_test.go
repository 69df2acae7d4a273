package status_test

import (
	"slices"
	"testing"

	"github.com/nereid-go/nereid/internal/status"
)

// A status that ends one wait as failed must not be what another waits for, and
// those that pass by themselves must be in no list.
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
