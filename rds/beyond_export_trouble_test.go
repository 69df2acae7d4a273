package rds_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// An export that cannot start does not prevent other exports, and ExportAll waits for an export
// even if the response to its start was lost.
func TestExportAllTroubles(t *testing.T) {
	const start, describe = "StartExportTask", "DescribeExportTasks"
	// ExportAll gives up on exports that do not start after this many hours, and after at most this
	// many requests.
	hours, most := longtest.Calls(24, 4), longtest.Calls(1600, 400)
	first := func(r *nereidtest.Request) bool { return r.Form.Get("ExportTaskIdentifier") == "task-00" }
	lost := []nereidtest.Fault{nereidtest.LostAnswer(start), {Action: start, Times: 2, Err: nereidtest.ErrConnectionReset}}
	all := func(state rds.ExportState) map[string]rds.ExportState {
		return map[string]rds.ExportState{"task-00": state, "task-01": state, "task-02": state}
	}
	but := func(state rds.ExportState) map[string]rds.ExportState {
		states := all(rds.ExportComplete)
		states["task-00"] = state
		return states
	}
	tests := []struct {
		name   string
		faults []nereidtest.Fault
		edit   func(first *rds.StartExportTaskInput)
		want   map[string]rds.ExportState
		err    error // error of the exports that are not complete
		starts int   // maximum number of starts
		quiet  bool  // no other exports run
		order  string
	}{
		{name: "nothing", want: all(rds.ExportComplete), starts: 3, order: "00 01 02"},
		{
			name: "a source with limits in its name is not found",
			edit: func(in *rds.StartExportTaskInput) { *in.SourceArn += "-limits-of-2026" },
			want: but(rds.ExportNotStarted), err: nereid.ErrNotFound, starts: 3, order: "01 02",
		},
		{
			name:   "denied to a role with limits in its name",
			faults: []nereidtest.Fault{{Action: start, Times: -1, Code: "AccessDenied", Message: "User: arn:aws:sts::123456789012:assumed-role/no limits/me is not authorized"}},
			want:   all(rds.ExportNotStarted), err: nereid.ErrAccessDenied, starts: 3,
		},
		{
			name:   "no slot, by its message",
			faults: []nereidtest.Fault{{Action: start, Times: 2, Code: "InvalidExportSourceState", Message: "You have reached the limit of exports."}},
			want:   all(rds.ExportComplete), starts: 5, order: "00 01 02",
		},
		{
			name:   "no slot for the first, says its message, though none is taken",
			faults: []nereidtest.Fault{{Action: start, Match: first, Times: -1, Code: "InvalidParameterValue", Message: "The name is limited to 60 letters."}},
			want:   but(rds.ExportNotStarted), err: nereid.ErrWaitTimeout, starts: most, order: "01 02", quiet: true,
		},
		{
			name:   "one always fails for a reason that should pass",
			faults: []nereidtest.Fault{{Action: start, Match: first, Times: -1, Code: "InternalFailure", Status: 500}},
			want:   but(rds.ExportUnknown), err: nereid.ErrWaitTimeout, starts: most, order: "01 02",
		},
		{
			name:   "an outage at first",
			faults: []nereidtest.Fault{{Action: start, Times: 6, Err: nereidtest.ErrConnectionRefused}},
			want:   all(rds.ExportComplete), starts: 9, order: "02 00 01",
		},
		{name: "an answer is lost, and all others of that call", faults: lost, want: all(rds.ExportComplete), starts: 6, order: "01 02 00"},
		{
			name:   "and the description as well",
			faults: append([]nereidtest.Fault{{Action: describe, Match: func(r *nereidtest.Request) bool { return r.Form.Get("ExportTaskIdentifier") != "" }, Times: 3, Code: "Throttling"}}, lost...),
			want:   all(rds.ExportComplete), starts: 7, order: "01 02 00",
		},
		{
			name: "a namesake with another bucket, and the answer was lost",
			edit: func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = nereid.String("taken") },
			faults: []nereidtest.Fault{
				{Action: start, Match: func(r *nereidtest.Request) bool { return r.Form.Get("ExportTaskIdentifier") == "taken" }, Times: 3, Err: nereidtest.ErrConnectionReset},
			},
			want: map[string]rds.ExportState{"taken": rds.ExportNotStarted, "task-01": rds.ExportComplete, "task-02": rds.ExportComplete},
			err:  nereid.ErrAlreadyExists, starts: 6, order: "01 02",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
				client := rds.NewFromConfig(server.Config())
				taken := startInput("taken", source)
				taken.S3BucketName = nereid.String("other")
				if !tt.quiet {
					if _, err := client.StartExportTask(t.Context(), taken); err != nil {
						t.Fatal(err)
					}
				}
				before := server.Count(start)
				inputs := exportInputs(3, source)
				if tt.edit != nil {
					tt.edit(inputs[0])
				}
				server.Inject(tt.faults...)

				got := map[string]rds.ExportState{}
				var order []string
				for r := range rds.ExportAll(t.Context(), client, inputs, time.Duration(hours)*time.Hour, func(o *rds.ExportAllOptions) {
					o.OnStart = func(out *rds.StartExportTaskOutput) {
						order = append(order, strings.TrimPrefix(nereid.ToString(out.ExportTaskIdentifier), "task-"))
					}
				}) {
					got[nereid.ToString(r.Input.ExportTaskIdentifier)] = r.State
					if (r.State == rds.ExportComplete) != (r.Err == nil) || r.Err != nil && !errors.Is(r.Err, tt.err) {
						t.Errorf("%s is %s: %v, want %v", nereid.ToString(r.Input.ExportTaskIdentifier), r.State, r.Err, tt.err)
					}
				}
				if d := cmp.Diff(tt.want, got); d != "" {
					t.Errorf("states, -want +got:\n%s", d)
				}
				if n := server.Count(start) - before; n > tt.starts {
					t.Errorf("%d requests to start, want %d at most", n, tt.starts)
				}
				if is := strings.Join(order, " "); is != tt.order {
					t.Errorf("started %q, want %q", is, tt.order)
				}
			})
		})
	}
}

// An export whose start got no response runs and uses a slot. ExportAll finds it even if all slots
// are in use, or if it has ended before the next poll.
func TestExportAllFindsItsOwn(t *testing.T) {
	for name, tt := range map[string]struct {
		exports int
		delay   time.Duration
	}{
		"one of six, where five may run": {6, 0},
		"a poll an hour":                 {2, time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
				client := rds.NewFromConfig(server.Config())
				last := func(r *nereidtest.Request) bool {
					return r.Form.Get("ExportTaskIdentifier") == fmt.Sprintf("task-%02d", min(tt.exports, 5)-1)
				}
				server.Inject(
					nereidtest.Fault{Action: "StartExportTask", Match: last, AfterCommit: true, Err: nereidtest.ErrConnectionReset},
					nereidtest.Fault{Action: "StartExportTask", Match: last, Times: 5, Err: nereidtest.ErrConnectionReset},
				)
				polled := map[string]string{} // the first status of each
				for r := range rds.ExportAll(t.Context(), client, exportInputs(tt.exports, source), 24*time.Hour, func(o *rds.ExportAllOptions) {
					o.MinDelay, o.MaxDelay = tt.delay, tt.delay
					o.OnPoll = func(p rds.Poll[types.ExportTask]) {
						if polled[p.Resource] == "" {
							polled[p.Resource] = p.Status
						}
					}
				}) {
					if r.State != rds.ExportComplete || r.Err != nil {
						t.Errorf("%s is %s: %v", *r.Input.ExportTaskIdentifier, r.State, r.Err)
					}
				}
				if lost := fmt.Sprintf("task-%02d", min(tt.exports, 5)-1); len(polled) != tt.exports || (polled[lost] == "COMPLETE") != (tt.delay > 0) {
					t.Errorf("first polls: %v", polled)
				}
			})
		})
	}
}

// The service may reject a repeated request because the first attempt took effect. ExportAll then
// looks for the task.
func TestExportAllFindsItsTask(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		server.Inject(nereidtest.LostAnswer("StartExportTask"), nereidtest.Fault{Action: "StartExportTask", Times: 2, Err: nereidtest.ErrConnectionReset},
			nereidtest.Fault{Action: "StartExportTask", Times: -1, Code: "IamRoleMissingPermissions"})
		for r := range rds.ExportAll(t.Context(), rds.NewFromConfig(server.Config()), exportInputs(1, source), 24*time.Hour) {
			if r.State != rds.ExportComplete || r.Err != nil {
				t.Errorf("%s: %v", r.State, r.Err)
			}
		}
	})
}

// An error that prevents the second attempt does not show whether the first one took effect.
func TestExportAllUnknown(t *testing.T) {
	for name, tt := range map[string]struct {
		second  nereidtest.Fault
		disable bool
	}{
		"expired credentials": {second: nereidtest.Fault{Code: "ExpiredToken", Status: 403}},
		"denied":              {second: nereidtest.Fault{Code: "AccessDenied", Status: 403}},
		"a proxy's page":      {second: nereidtest.Fault{Status: 403, Body: "<html><body>no</body></html>"}},
		"without recovery":    {second: nereidtest.Fault{Delay: time.Second}, disable: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
				client := rds.NewFromConfig(server.Config(), func(o *rds.Options) { o.DisableRecovery = tt.disable })
				tt.second.Action, tt.second.Times = "StartExportTask", -1
				server.Inject(nereidtest.LostAnswer("StartExportTask"), nereidtest.Fault{Action: "StartExportTask", Times: 2, Err: nereidtest.ErrConnectionReset}, tt.second)
				for r := range rds.ExportAll(t.Context(), client, exportInputs(1, source), time.Hour) {
					if r.State != rds.ExportUnknown || r.Err == nil {
						t.Errorf("%s: %v", r.State, r.Err)
					}
				}
			})
		})
	}
}

// Only one export can have a name.
func TestExportAllDuplicates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		inputs := exportInputs(2, source)
		var got []rds.ExportState
		for r := range rds.ExportAll(t.Context(), rds.NewFromConfig(server.Config()), []*rds.StartExportTaskInput{inputs[0], inputs[1], inputs[0], nil}, 24*time.Hour) {
			got = append(got, r.State)
		}
		want := []rds.ExportState{rds.ExportNotStarted, rds.ExportNotStarted, rds.ExportComplete, rds.ExportComplete}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("-want +got:\n%s", d)
		}
	})
}

// If the context is canceled during a start, the result reports that it is unknown whether AWS runs
// the export.
func TestExportAllCancelledInStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		client := rds.NewFromConfig(server.Config())
		ctx, cancel := context.WithCancel(t.Context())
		server.Inject(nereidtest.Fault{Action: "StartExportTask", Edit: func(*nereidtest.Request, *nereidtest.Response) { cancel() }})
		var got []rds.ExportState
		for r := range rds.ExportAll(ctx, client, exportInputs(2, source), 24*time.Hour) {
			got = append(got, r.State)
			if !errors.Is(r.Err, context.Canceled) || r.Task != nil {
				t.Errorf("%v, with %v", r.Err, r.Task)
			}
		}
		if d := cmp.Diff([]rds.ExportState{rds.ExportUnknown, rds.ExportNotStarted}, got); d != "" {
			t.Errorf("states, -want +got:\n%s", d)
		}
		if _, err := client.DescribeExportTasks(t.Context(), &rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("task-00")}); err != nil {
			t.Errorf("the test should have started one: %v", err)
		}
	})
}

func TestExportAllDefaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		client := rds.NewFromConfig(server.Config())
		for r := range rds.ExportAll(t.Context(), client, exportInputs(6, source), 24*time.Hour, func(o *rds.ExportAllOptions) {
			*o = rds.ExportAllOptions{MinDelay: time.Minute}
		}) {
			if r.Err != nil {
				t.Error(r.Err)
			}
		}
		for r := range rds.ExportAll(t.Context(), client, exportInputs(1, source), time.Hour, func(o *rds.ExportAllOptions) { o.Limit = -1 }) {
			if r.State != rds.ExportNotStarted || r.Err == nil || !strings.Contains(r.Err.Error(), "-1") {
				t.Errorf("%s: %v", r.State, r.Err)
			}
		}
	})
}
