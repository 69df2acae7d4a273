package main

import (
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
)

// TestReport lists tests that did not pass, and counts each test once.
func TestReport(t *testing.T) {
	var text strings.Builder
	if err := report(&text, []result{
		{Test: "b", Outcome: "passed"},
		{Test: "b", Outcome: "failed", Reason: "line 7: in its teardown"},
		{Test: "c", Outcome: "failed", Absent: []string{"CreateDBProxy"}},
		{Test: "a", Outcome: "passed"},
		{Test: "d", Outcome: "skipped"},
	}); err != nil {
		t.Fatal(err)
	}
	got := text.String()
	if want := "4 tests: 1 passed, 1 failed, 1 call operations that the fake does not have, 1 skipped\n"; !strings.HasSuffix(got, want) {
		t.Errorf("the last line is not %q:\n%s", want, got)
	}
	for _, line := range []string{"b  failed                line 7: in its teardown\n", "c  absent CreateDBProxy  \n"} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is missing:\n%s", line, got)
		}
	}
}

// TestInstant checks that each transition takes no time, except for events that
// AWS causes after days.
func TestInstant(t *testing.T) {
	timings := nereidtest.DefaultTimings()
	instant(&timings)
	if timings.ClusterCreate != 0 || timings.ExportRun != 0 || timings.ClusterRestart != 7*24*time.Hour {
		t.Errorf("%+v", timings)
	}
}
