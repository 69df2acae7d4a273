package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// waitNames are the waits from which a night chooses. A resource reaches the
// awaited status some seconds after the start of the wait. The step's argument
// goal is that time in seconds. If a step does not have this argument, the
// resource never reaches the status.
var waitNames = []string{
	"DBClusterAvailable", "DBClusterStopped", "DBClusterDeleted", "SnapshotsAvailable", "EnsureStopped", "EnsureStarted", "ExportAll",
	"DBInstanceAvailable",
}

// waits draws a wait and its events.
func (d *drawer) waits() {
	w := &d.plan.World
	w.NamesLast, w.Dates = false, ""
	step := Step{Do: "wait", Op: pick(d, waitNames...), Deadline: pick(d, 3600, 3*3600, 12*3600), Count: 1, Args: map[string]string{}}
	switch step.Op {
	case "SnapshotsAvailable":
		step.Count = pick(d, 1, 3, 40)
	case "ExportAll":
		step.Count = pick(d, 1, 4, 12)
		step.Deadline = 12 * 3600
	}
	if !d.chance(10) {
		step.Args["goal"] = itoa(1 + d.IntN(step.Deadline/2))
	}
	fails := map[string]string{"SnapshotsAvailable": "failed", "DBClusterAvailable": "inaccessible-encryption-credentials"}[step.Op]
	if fails != "" && d.chance(40) {
		step.Args["fails"] = fails
	}
	if d.chance(10) { // the goal is reached shortly before the deadline
		step.Args["goal"] = itoa(step.Deadline - 2 - d.IntN(40))
		d.plan.Steps = append(d.plan.Steps, step)
		w.Keys, w.Lag, w.Skew = nil, 0, 0
		return
	}
	if d.chance(8) && isOneOf(step.Op, "DBClusterAvailable", "DBClusterDeleted", "SnapshotsAvailable", "DBInstanceAvailable") {
		// This wait has a shorter deadline than the others, and a response asks
		// for a pause that is as long as the deadline.
		step.Deadline, step.Args = 900, map[string]string{"goal": itoa(1 + d.IntN(200))}
		d.plan.Steps = append(d.plan.Steps, step)
		d.plan.Events = []Event{{On: "read", N: 1 + d.IntN(2), Do: "maintenance", Num: step.Deadline}}
		w.Keys, w.Lag, w.Skew = nil, 0, 0
		return
	}
	d.plan.Steps = append(d.plan.Steps, step)
	add := func(e Event) { d.plan.Events = append(d.plan.Events, e) }
	when := func() int { return d.IntN(step.Deadline / 3) }
	for range d.IntN(3) {
		switch d.IntN(9) {
		case 0:
			add(Event{On: "read", N: 1 + d.IntN(4), Do: "maintenance", Num: pick(d, 30, 600, step.Deadline)})
		case 1:
			add(Event{On: "time", N: when(), For: pick(d, 20, 120, 600), Do: "maintenance", Num: pick(d, 5, 120, 900)})
		case 2:
			add(Event{On: "time", N: when(), For: pick(d, 20, 120, 600), Do: "throttle", Arg: pick(d, "400", "429", "503"), Num: pick(d, 0, 15)})
		case 3:
			add(Event{On: "time", N: when(), For: pick(d, 5, 60, 300), Do: pick(d, "reset-before", "status-before", "stall-before", "portal", "refuse-dial", "dns", "tls-close"), Num: 502})
		case 4:
			add(Event{On: "read", N: 1 + d.IntN(3), For: 30, Do: "markers"})
		case 5:
			add(Event{On: "read", N: 1 + d.IntN(6), Do: pick(d, "cut", "cut-head", "reset-after", "empty", "json"), Num: 60})
		case 7:
			add(Event{On: "read", N: 1 + d.IntN(6), Do: pick(d, "status-before", "status-before", "reset-before", "throttle"), Num: pick(d, 500, 502, 503, 504), Arg: "html"})
		case 8:
			w.Skew = pick(d, -7200, -600, -60, 60, 600, 1800, 7200)
		case 6:
			add(Event{On: "read", N: 1 + d.IntN(3), Do: "refuse", Arg: pick(d, "RouteNotFound", "KMSKeyNotFoundFault", "OptionGroupNotFoundFault")})
		}
	}
	// Describe responses do not show the resource at first, or omit it once
	// later.
	if !isOneOf(step.Op, "DBClusterDeleted", "ExportAll") && d.chance(20) {
		e := Event{On: "read", N: 1 + d.IntN(3), Do: "absent", For: d.IntN(2) * pick(d, 5, 15)}
		if add(e); e.For == 0 && d.chance(60) { // two consecutive descriptions miss it
			e.N++
			add(e)
		}
	}
	if d.chance(60) {
		w.Keys = &Keys{Life: pick(d, 900, 3600), Below: d.chance(40), Trouble: map[int]string{}}
		switch d.IntN(5) {
		case 0:
			w.Keys.Trouble[1+d.IntN(4)] = pick(d, "exit", "slow", "same", "hang", "hang")
		case 1:
			w.Keys.Trouble[0] = pick(d, "file", "exit")
		case 2:
			for n := range 1 + d.IntN(4) {
				w.Keys.Trouble[2+n] = "exit"
			}
		default:
			if d.chance(40) {
				w.Skew = pick(d, 10, 60, 180) // keys expire a little earlier than the client's clock shows
			}
		}
	}
	if d.chance(10) {
		add(Event{On: "time", N: when(), Do: "clock", Num: pick(d, -600, -20, 20, 600, 3600)})
	}
}

// goal returns the time from the start of the step to the awaited status, and
// whether the resource reaches that status.
func (s *stepRun) goal() (time.Duration, bool) {
	n, err := strconv.Atoi(s.step.Args["goal"])
	return time.Duration(n) * time.Second, err == nil
}

// names returns the names of the awaited resources.
func (s *stepRun) names() []string {
	names := []string{s.id}
	for n := 1; n < s.step.Count; n++ {
		names = append(names, fmt.Sprintf("%s-%d", s.id, n))
	}
	return names
}

// wait carries out the step's wait.
func (s *subject) wait(ctx context.Context, run *stepRun) error {
	ours, ok := s.neptune.(*neptune.Client)
	if !ok {
		return errors.New("only our client waits")
	}
	theirs := s.rds.(*rds.Client)
	id, limit := run.id, time.Duration(run.step.Deadline)*time.Second
	switch run.step.Op {
	case "DBClusterAvailable":
		return neptune.NewDBClusterAvailableWaiter(ours).Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}, limit)
	case "DBClusterStopped":
		return neptune.NewDBClusterStoppedWaiter(ours).Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}, limit)
	case "DBClusterDeleted":
		return neptune.NewDBClusterDeletedWaiter(ours).Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}, limit)
	case "DBInstanceAvailable":
		return rds.NewDBInstanceAvailableWaiter(theirs).Wait(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id}, limit)
	case "SnapshotsAvailable":
		var all []error
		for _, err := range neptune.NewDBClusterSnapshotAvailableWaiter(ours).WaitAll(ctx, run.names(), limit) {
			all = append(all, err)
		}
		return errors.Join(all...)
	case "EnsureStopped":
		_, err := neptune.EnsureStopped(ctx, ours, id, limit)
		return err
	case "EnsureStarted":
		_, err := neptune.EnsureStarted(ctx, ours, id, limit)
		return err
	case "ExportAll":
		var inputs []*rds.StartExportTaskInput
		for _, name := range run.names() {
			inputs = append(inputs, &rds.StartExportTaskInput{
				ExportTaskIdentifier: &name, SourceArn: text(arn(region, "cluster-snapshot", "bystander")), S3BucketName: text("exports"),
				IamRoleArn: text(role), KmsKeyId: text("alias/exports"),
			})
		}
		var all []error
		for r := range rds.ExportAll(ctx, theirs, inputs, limit) {
			if r.State != rds.ExportComplete {
				all = append(all, fmt.Errorf("%s is %s: %w", *r.Input.ExportTaskIdentifier, r.State, r.Err))
			}
		}
		return errors.Join(all...)
	}
	return fmt.Errorf("no wait %s", run.step.Op)
}

// look records the state of the step's resources in the service after the step
// ended.
func (s *stepRun) look() {
	switch s.step.Do {
	case "call":
		return
	case "program":
		s.lookProgram()
		return
	}
	for _, id := range s.names() {
		switch s.step.Op {
		case "DBInstanceAvailable":
			s.reached[id] = s.status("DescribeDBInstances", "DBInstanceIdentifier", id)
		case "SnapshotsAvailable":
			s.reached[id] = s.status("DescribeDBClusterSnapshots", "DBClusterSnapshotIdentifier", id)
		case "ExportAll":
			s.reached[id] = s.status("DescribeExportTasks", "ExportTaskIdentifier", id)
		default:
			s.reached[id] = s.status("DescribeDBClusters", "DBClusterIdentifier", id)
		}
	}
}

// wanted returns the awaited status.
func (s *stepRun) wanted() string {
	switch s.step.Op {
	case "DBClusterStopped", "EnsureStopped":
		return "stopped"
	case "DBClusterDeleted":
		return "gone"
	case "ExportAll":
		return "COMPLETE"
	}
	return "available"
}

// neverKeys reports whether the provider hangs at the first retrieval, so that the
// wait never has credentials.
func neverKeys(k *Keys) bool { return k != nil && k.Trouble[1] == "hang" }

// judgeWait judges a wait.
func (o *oracle) judgeWait(s *stepRun) {
	took, limit := s.end-s.start, time.Duration(s.step.Deadline)*time.Second
	if took > limit+5*time.Second {
		o.foundf(s, "ran past its deadline", "%s of %s: %v", took, limit, s.err)
	}
	reads := o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client >= 0 })
	for i, most := 0, 200+20*s.step.Count; i+most < len(reads); i++ {
		if reads[i+most].At-reads[i].At < time.Minute {
			o.foundf(s, "runaway", "%d requests in %s", most, reads[i+most].At-reads[i].At)
			break
		}
	}
	others := o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client < 0 && e.Acted })
	if s.err == nil {
		for id, status := range s.reached {
			if (status != s.wanted() || s.step.Args["fails"] != "") && len(others) == 0 {
				o.foundf(s, "false success", "%s is %s", id, status)
			}
		}
	}
	keys := o.world.plan.World.Keys
	forever := ""
	if keys != nil {
		forever = keys.Trouble[0]
	}
	refused := false
	quiet := time.Duration(0) // when the last fault is over
	for _, e := range o.world.plan.Events {
		if e.Step != s.index {
			continue
		}
		refused = refused || e.Do == "refuse" || e.Do == "markers" || e.actor() || e.Do == "cancel" || e.Do == "kill" || e.Do == "tls-close" && !o.world.plan.World.TLS
		if e.On == "time" {
			quiet = max(quiet, time.Duration(e.N+e.For)*time.Second)
			if e.Do == "maintenance" || e.Do == "throttle" {
				quiet += time.Duration(e.Num) * time.Second
			}
		}
	}
	goal, reachable := s.goal()
	switch s.step.Op {
	case "DBClusterStopped", "EnsureStopped", "EnsureStarted":
		goal, reachable = 15*time.Minute, true
	case "ExportAll":
		goal, reachable = 2*time.Hour, true
	}
	ease := min(25*time.Minute, limit/4)
	over := max(goal, quiet) + ease // when the wait must have ended, unless its deadline is earlier
	if s.err == nil {
		// The service may ask for one long pause. The client may then take up
		// to a third of the limit longer.
		if forever == "" && !refused && reachable && took > over+limit/3 {
			o.foundf(s, "late", "ended after %s of %s, though the goal was reached after %s", took, limit, goal)
		}
		return
	}
	if fails := s.step.Args["fails"]; fails != "" {
		if forever == "" && !neverKeys(keys) && !refused && reachable && over < limit && (took > over+limit/3 || !strings.Contains(s.err.Error(), fails)) {
			o.foundf(s, "failure overlooked", "it was %s after %s, and the wait ended after %s of %s: %v", fails, goal, took, limit, s.err)
		}
		return
	}
	just := len(s.fired) == 0 && keys == nil && o.world.plan.World.Lag == 0 && goal+time.Second < limit
	switch {
	case forever == "file" && took > 2*time.Minute:
		o.foundf(s, "hangs on", "there were never any credentials, and the provider's reason is permanent; %s of %s: %v", took, limit, s.err)
	case forever == "exit" && took > 10*time.Minute:
		o.foundf(s, "hangs on", "there were never any credentials; %s of %s: %v", took, limit, s.err)
	case forever == "" && !refused && reachable && !neverKeys(keys) && (over < limit || just):
		o.foundf(s, "lost", "ended after %s of %s, though the trouble passed and the goal could be reached: %v", took, limit, s.err)
	}
}
