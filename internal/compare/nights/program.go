package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/drcopy/drcopy"
	"github.com/nereid-go/nereid/examples/export/export"
	"github.com/nereid-go/nereid/examples/globaldb/globaldb"
	"github.com/nereid-go/nereid/examples/nightshift/nightshift"
)

// programs draws a program and its runs.
func (d *drawer) programs() {
	w := &d.plan.World
	w.NamesLast, w.Dates = false, ""
	if w.Keys != nil {
		w.Keys.Trouble = nil
	}
	name := pick(d, "nightshift", "nightshift", "export", "drcopy", "globaldb")
	runs, count := 1+d.IntN(2), 1+d.IntN(5)
	for i := range runs {
		step := Step{Do: "program", Op: name, Count: count, Again: true, Args: map[string]string{"id": "night"}}
		if i > 0 {
			step.Args["again"] = "yes"
		}
		step.Deadline = map[string]int{"nightshift": 3600, "export": 12 * 3600, "drcopy": 6 * 3600, "globaldb": 3600}[name]
		if name == "nightshift" && i > 0 && d.chance(50) {
			step.Variant = "start"
		}
		if (name == "nightshift" || name == "export") && d.chance(15) {
			step.Args["two"] = itoa(pick(d, 3, 45, 400)) // seconds until the program is started a second time
		}
		d.plan.Steps = append(d.plan.Steps, step)
		add := func(e Event) {
			e.Step = i
			d.plan.Events = append(d.plan.Events, e)
		}
		for range d.IntN(3) {
			switch d.IntN(8) {
			case 0:
				add(Event{On: "change", N: 1 + d.IntN(4), Do: pick(d, "reset-before", "reset-after", "stall-after", "cut", "cut-head", "empty", "late"), Num: 50, Arg: "504"})
			case 1:
				add(Event{On: "change", N: 1 + d.IntN(4), Do: pick(d, "status-before", "status-after"), Num: pick(d, 500, 502, 503, 504), Arg: "html"})
			case 2:
				add(Event{On: "time", N: d.IntN(900), For: pick(d, 20, 120, 300), Do: "throttle", Arg: "400"})
			case 3:
				add(Event{On: "time", N: d.IntN(900), For: pick(d, 5, 40), Do: pick(d, "reset-before", "status-before", "refuse-dial", "dns"), Num: 503})
			case 4:
				add(Event{On: "read", N: 1 + d.IntN(9), Do: "maintenance", Num: pick(d, 5, 60, 600)})
			case 5:
				if i < runs-1 {
					add(Event{On: pick(d, "change", "read"), N: 1 + d.IntN(5), Do: "kill", Num: d.IntN(2)})
				} else {
					add(Event{On: pick(d, "change", "read"), N: 1 + d.IntN(9), Do: "cancel", Num: d.IntN(2)})
				}
			case 6:
				if name == "nightshift" && step.Variant == "" {
					add(Event{On: "time", N: pick(d, 20, 300, 500), Do: "actor", Arg: "StartDBCluster DBClusterIdentifier=%-0"})
				}
			case 7:
				add(Event{On: "read", N: 1 + d.IntN(9), Do: pick(d, "cut", "reset-before", "json"), Num: 40})
			}
		}
	}
}

// args returns the arguments of the program.
func (s *stepRun) args() []string {
	switch s.step.Op {
	case "nightshift":
		args := []string{"-tag", "env=dev", "-timeout", "1h"}
		if s.step.Variant == "start" {
			args = append(args, "-start")
		}
		return args
	case "export":
		return []string{
			"-all", "-source", arn(region, "cluster", s.id), "-bucket", "exports", "-role", role, "-kms-key", "alias/exports",
			"-task", "night-" + itoa(s.index), "-timeout", "12h",
		}
	case "drcopy":
		return []string{"-cluster", s.id, "-to", abroad, "-keep", "3", "-timeout", "6h"}
	}
	return []string{"-global", "world", "-cluster", s.id, "-to", abroad, "-timeout", "1h", "create", "add", "show", "failover", "show", "remove"}
}

// program runs the program, or starts it twice.
func (s *subject) program(ctx context.Context, run *stepRun) (int, string) {
	s.client.world.prepareProgram(run)
	do := map[string]func(context.Context, []string, *nereid.Config, io.Writer, io.Writer) int{
		"nightshift": nightshift.Run, "export": export.Run, "drcopy": drcopy.Run, "globaldb": globaldb.Run,
	}[run.step.Op]
	var second sync.WaitGroup
	var secondCode int
	var secondOutput safeBuffer
	if after := run.step.Args["two"]; after != "" {
		var n int
		_, _ = fmt.Sscan(after, &n)
		c := s.client.world.newClient()
		c.step.Store(run)
		second.Go(func() {
			s.client.world.pause(ctx, time.Duration(n)*time.Second)
			cfg := c.config(region)
			secondCode = do(ctx, run.args(), &cfg, &secondOutput, &secondOutput)
		})
	}
	var output safeBuffer
	code := do(ctx, run.args(), &s.config, &output, &output)
	second.Wait()
	if code == 0 {
		code = secondCode
	}
	return code, output.String() + secondOutput.String()
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// judgeProgram judges a run of a program.
func (o *oracle) judgeProgram(s *stepRun) {
	took, limit := s.end-s.start, time.Duration(s.step.Deadline)*time.Second
	if s.step.Op == "globaldb" {
		limit *= 12 // the limit is for each change
	}
	if s.step.Op == "drcopy" {
		limit *= 3
	}
	if n, ok := s.step.Args["two"]; ok {
		d, _ := time.ParseDuration(n + "s")
		limit += d
	}
	if s.client.killed.Load() {
		return
	}
	if took > limit+5*time.Minute {
		o.foundf(s, "ran past its deadline", "%s of %s", took, limit)
	}
	own := o.world.journal.list(func(e *Entry) bool {
		return e.Step == s.index && e.Client >= 0 && e.Acted && kindOf(e.Action) == "change"
	})
	others := o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client < 0 && e.Acted })
	troubled, stopped := false, false
	for _, e := range s.fired {
		stopped = stopped || e.Do == "cancel"
		troubled = troubled || !e.actor() && e.Do != "cancel"
	}
	switch s.step.Op {
	case "nightshift":
		o.judgeNightshift(s, own, others, stopped)
	case "export":
		o.judgeExports(s, own, stopped)
	case "drcopy":
		o.judgeCopies(s, own)
	}
	for _, op := range []string{"FailoverGlobalCluster", "SwitchoverGlobalCluster", "FailoverDBCluster"} {
		n := 0
		for i := range own {
			if own[i].Action == op {
				n++
			}
		}
		if n > 1 {
			o.foundf(s, "done twice", "%s %d times", op, n)
		}
	}
	if s.code != 0 && !troubled && !stopped && len(others) == 0 && s.step.Args["two"] == "" && s.step.Args["again"] == "" {
		o.foundf(s, "false failure", "exit code %d although nothing was in its way: %.300s", s.code, tail(s.output))
	}
}

func tail(output string) string { return output[max(0, len(output)-300):] }

func (o *oracle) judgeNightshift(s *stepRun, own, others []Entry, stopped bool) {
	want := "stopped"
	if s.step.Variant == "start" {
		want = "available"
	}
	all := true
	for id, status := range s.reached {
		all = all && status == want
		if s.code == 0 && status != want && len(others) == 0 {
			o.foundf(s, "false success", "%s is %s", id, status)
		}
	}
	for i := range own {
		if id := own[i].Form.Get("DBClusterIdentifier"); !strings.HasPrefix(id, s.id+"-") {
			o.foundf(s, "did what was not asked for", "%s of %s", own[i].Action, id)
		}
	}
	late := time.Duration(0)
	for i := range others {
		late = max(late, others[i].ActedAt-s.start)
	}
	switch {
	case s.code == 0 || stopped:
	case strings.Contains(s.output, "are not "+want) && all && len(others) == 0:
		o.foundf(s, "false failure", "all are %s, and it reports %.300s", want, tail(s.output))
	case late < 20*time.Minute && strings.Contains(s.output, "are not "+want):
		o.foundf(s, "lost", "the trouble passed, and it reports %.400s", tail(s.output))
	}
}

func (o *oracle) judgeExports(s *stepRun, own []Entry, stopped bool) {
	started := map[string]int{}
	for i := range own {
		if own[i].Action == "StartExportTask" {
			started[own[i].Form.Get("ExportTaskIdentifier")]++
		}
	}
	for id, n := range started {
		if n > 1 {
			o.foundf(s, "done twice", "%s was started %d times", id, n)
		}
	}
	for id, status := range s.reached {
		switch {
		case s.code == 0 && status != "COMPLETE":
			o.foundf(s, "false success", "%s is %s", id, status)
		case stopped && (status == "STARTING" || status == "IN_PROGRESS") && started[id] > 0 && !strings.Contains(s.output, id):
			o.foundf(s, "left running", "%s is %s, and is not mentioned: %.300s", id, status, tail(s.output))
		}
	}
	if s.code != 0 && !stopped && strings.Contains(s.output, "exports are not complete") && s.step.Args["two"] == "" {
		complete := len(s.reached) > 0
		for _, status := range s.reached {
			complete = complete && status == "COMPLETE"
		}
		if complete {
			o.foundf(s, "false failure", "all exports are complete, and it reports %.400s", tail(s.output))
		}
	}
}

func (o *oracle) judgeCopies(s *stepRun, own []Entry) {
	copied := time.Duration(-1)
	for i := range own {
		switch e := &own[i]; e.Action {
		case "CopyDBClusterSnapshot":
			if copied >= 0 {
				o.foundf(s, "done twice", "a second copy")
			}
			copied = e.ActedAt
		case "DeleteDBClusterSnapshot":
			if id := e.Form.Get("DBClusterSnapshotIdentifier"); copied < 0 || slices.Contains([]string{"by-hand"}, id) {
				o.foundf(s, "did what was not asked for", "it deleted %s", id)
			}
		}
	}
	if s.code != 0 {
		return
	}
	if copied < 0 {
		o.foundf(s, "false success", "nothing was copied")
	}
	if n := s.reached["copies"]; n != "3" {
		o.foundf(s, "false success", "there are %s copies, and 3 were to be kept", n)
	}
}

// lookProgram records the state of the program's resources after the program
// ended.
func (s *stepRun) lookProgram() {
	switch s.step.Op {
	case "nightshift":
		for n := range s.step.Count {
			id := s.id + "-" + itoa(n)
			s.reached[id] = s.status("DescribeDBClusters", "DBClusterIdentifier", id)
		}
	case "export":
		for n := range s.step.Count {
			id := "night-" + itoa(s.index) + "-" + itoa(n+1)
			s.reached[id] = s.status("DescribeExportTasks", "ExportTaskIdentifier", id)
		}
	case "drcopy":
		body, _ := s.world.see(abroad, "DescribeDBClusterSnapshots", "DBClusterIdentifier", s.id, "SnapshotType", "manual")
		s.reached["copies"] = itoa(strings.Count(body, "<Status>available</Status>") - strings.Count(body, "<DBClusterSnapshotIdentifier>by-hand<"))
	}
}

// status returns the status of a resource in the service, or "gone" if it does
// not exist.
func (s *stepRun) status(action, parameter, id string) string {
	body, ok := s.world.see(region, action, parameter, id)
	if !ok {
		return "gone"
	}
	for _, tag := range []string{"<DBInstanceStatus>", "<Status>"} {
		if _, rest, ok := strings.Cut(body, tag); ok {
			status, _, _ := strings.Cut(rest, "<")
			return status
		}
	}
	return ""
}
