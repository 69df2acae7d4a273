package rds_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

func exportInputs(n int, source string) []*rds.StartExportTaskInput {
	inputs := make([]*rds.StartExportTaskInput, n)
	for i := range inputs {
		inputs[i] = startInput(fmt.Sprintf("task-%02d", i), source)
	}
	return inputs
}

func TestExportAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		client := rds.NewFromConfig(server.Config())
		// Another caller uses one slot for the first half hour.
		other := startInput("other", source)
		if _, err := client.StartExportTask(t.Context(), other); err != nil {
			t.Fatal(err)
		}

		inputs := exportInputs(12, source)
		inputs[3].S3Prefix = nereid.String("slash/") // AWS accepts it, and it fails later
		inputs[5].KmsKeyId = nil                     // rejected before it is sent
		var started []string
		running, most := map[string]bool{}, 0
		states := map[string]rds.ExportState{}
		for r := range rds.ExportAll(t.Context(), client, inputs, 24*time.Hour, func(o *rds.ExportAllOptions) {
			o.OnStart = func(out *rds.StartExportTaskOutput) {
				started = append(started, nereid.ToString(out.ExportTaskIdentifier))
			}
			o.OnPoll = func(p rds.Poll[types.ExportTask]) {
				running[p.Resource] = p.Next != 0
				n := 0
				for _, is := range running {
					if is {
						n++
					}
				}
				most = max(most, n)
			}
		}) {
			id := nereid.ToString(r.Input.ExportTaskIdentifier)
			states[id] = r.State
			switch r.State {
			case rds.ExportComplete:
				if r.Err != nil || nereid.ToString(r.Task.Status) != "COMPLETE" {
					t.Errorf("%s: %v %v", id, r.Err, r.Task)
				}
			case rds.ExportFailed:
				if !errors.Is(r.Err, nereid.ErrWaitFailed) || nereid.ToString(r.Task.FailureCause) == "" {
					t.Errorf("%s: %v %v", id, r.Err, r.Task)
				}
			}
		}
		want := map[string]rds.ExportState{}
		var order []string
		for i := range inputs {
			id := fmt.Sprintf("task-%02d", i)
			switch i {
			case 3:
				want[id] = rds.ExportFailed
			case 5:
				want[id] = rds.ExportNotStarted
			default:
				want[id] = rds.ExportComplete
			}
			if i != 5 {
				order = append(order, id)
			}
		}
		if d := cmp.Diff(want, states); d != "" {
			t.Errorf("states, -want +got:\n%s", d)
		}
		if d := cmp.Diff(order, started); d != "" {
			t.Errorf("order of starting, -want +got:\n%s", d)
		}
		if most > 5 || most < 4 {
			t.Errorf("%d ran at a time", most)
		}
		if n := server.Count("StartExportTask"); n != 12 {
			t.Errorf("%d requests to start 12 exports: room was not known", n)
		}
	})
}

func TestExportAllRefusedForLackOfASlot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		client := rds.NewFromConfig(server.Config())
		n := 0
		for r := range rds.ExportAll(t.Context(), client, exportInputs(8, source), 24*time.Hour, func(o *rds.ExportAllOptions) {
			o.Limit = 100 // so that AWS itself rejects exports without a free slot
		}) {
			if r.Err != nil {
				t.Error(r.Err)
			}
			n++
		}
		if n != 8 || server.Count("StartExportTask") <= 8 {
			t.Errorf("%d ended, after %d requests", n, server.Count("StartExportTask"))
		}
	})
}

func TestExportAllCancelled(t *testing.T) {
	for name, end := range map[string]struct {
		cancel bool
		wait   time.Duration
		want   error
	}{
		"cancelled": {true, 24 * time.Hour, context.Canceled},
		"too slow":  {false, 20 * time.Minute, nereid.ErrWaitTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
				client := rds.NewFromConfig(server.Config())
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if end.cancel {
					time.AfterFunc(20*time.Minute, cancel)
				}
				states := map[rds.ExportState]int{}
				for r := range rds.ExportAll(ctx, client, exportInputs(9, source), end.wait) {
					states[r.State]++
					if !errors.Is(r.Err, end.want) {
						t.Errorf("%s: %v, want %v", nereid.ToString(r.Input.ExportTaskIdentifier), r.Err, end.want)
					}
				}
				if d := cmp.Diff(map[rds.ExportState]int{rds.ExportRunning: 5, rds.ExportNotStarted: 4}, states); d != "" {
					t.Errorf("states, -want +got:\n%s", d)
				}
			})
		})
	}
}
