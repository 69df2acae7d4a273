package neptune_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// EnsureSnapshotCopied finds a copy whose response was lost, does not repeat an existing copy, and
// fails if a different snapshot has the target's name.
func TestEnsureSnapshotCopied(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddSnapshot(nereidtest.Snapshot{ID: "source", Created: time.Now().Add(-24 * time.Hour)})
		server.AddSnapshot(nereidtest.Snapshot{ID: "other", Created: time.Now().Add(-24 * time.Hour)})
		server.Inject(nereidtest.LostAnswer("CopyDBClusterSnapshot"))
		client := neptune.NewFromConfig(server.Config())
		ensure := func(source string) (*neptune.EnsureSnapshotCopiedResult, error) {
			return neptune.EnsureSnapshotCopied(t.Context(), client, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: nereid.String("copy"),
			}, 12*time.Hour)
		}
		for range 2 {
			if result, err := ensure("source"); err != nil || nereid.ToString(result.Snapshot.Status) != "available" {
				t.Fatalf("%+v, %v", result, err)
			}
		}
		if _, err := ensure("other"); !errors.Is(err, nereid.ErrAlreadyExists) {
			t.Error(err)
		}
		if n := server.CountSucceeded("CopyDBClusterSnapshot"); n != 1 {
			t.Errorf("copied %d times", n)
		}
	})
}
