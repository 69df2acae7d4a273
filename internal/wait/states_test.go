package wait_test

import (
	"slices"
	"testing"

	"github.com/nereid-go/nereid/internal/wait"
)

func TestEmpty(t *testing.T) {
	type inner struct {
		Add    []string
		Remove map[string]string
	}
	type members struct {
		Text   *string
		Number *int32
		Inner  *inner
		Value  string
		hidden int
	}
	for name, v := range map[string]any{
		"nil":         nil,
		"nil pointer": (*members)(nil),
		"nothing set": &members{},
		"value":       members{},
		"empty inner": &members{Inner: &inner{}},
		"empty list":  &members{Inner: &inner{Add: []string{}, Remove: map[string]string{}}},
	} {
		if !wait.Empty(v) {
			t.Errorf("%s is not empty", name)
		}
	}
	for name, v := range map[string]any{
		"text":         &members{Text: ptr("")},
		"false number": &members{Number: ptr[int32](0)},
		"value":        &members{Value: "x"},
		"hidden":       &members{hidden: 1},
		"list":         &members{Inner: &inner{Add: []string{""}}},
		"map":          &members{Inner: &inner{Remove: map[string]string{"": ""}}},
	} {
		if wait.Empty(v) {
			t.Errorf("%s is empty", name)
		}
	}
}

// A status that ends one wait as failed must not be what another waits for, and
// those that pass by themselves must be in no list.
func TestFailureLists(t *testing.T) {
	passing := []string{
		"available", "backing-up", "configuring-iam-database-auth", "copying", "maintenance", "migrating", "modifying", "pending",
		"preparing-data-migration", "promoting", "renaming", "resetting-master-credentials", "starting", "stopped", "stopping", "upgrading",
	}
	for name, list := range map[string][]string{
		"clusters": wait.ClusterFailures(), "instances": wait.InstanceFailures(), "snapshots": wait.SnapshotFailures(),
	} {
		for _, status := range append(passing, "creating", "rebooting") {
			if slices.Contains(list, status) {
				t.Errorf("%s: %s passes", name, status)
			}
		}
		if !slices.Contains(list, "deleting") || !slices.Contains(list, "failed") {
			t.Errorf("%s: %v", name, list)
		}
	}
	for _, status := range []string{"available", "deleting", "modifying", "backing-up", "deleted"} {
		if slices.Contains(wait.DeletionFailures(), status) {
			t.Errorf("deletions: %s passes", status)
		}
	}
}
