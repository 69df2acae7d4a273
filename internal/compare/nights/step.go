package main

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A stepRun is the run of a step, with its result.
type stepRun struct {
	world  *world
	index  int
	step   *Step
	client *client
	id     string // name of its resource
	start  time.Duration
	cancel context.CancelFunc

	mu       sync.Mutex
	counts   map[string]int
	attempts map[string]int // number of attempts by invocation ID
	fired    []Event        // events that happened
	windows  []window       // events with a duration
	over     bool

	end     time.Duration
	keys    time.Duration // how long the keys returned last were still valid at the start
	err     error
	panic   any
	code    int    // exit code of the program
	output  string // output of the program
	told    []string
	reached map[string]string // final state in the service, by the name of the resource
}

// A window is an event that lasts for a time.
type window struct {
	Event
	from, until time.Duration
	fired       bool
}

var (
	dialFaults = []string{"refuse-dial", "dns", "slow-dial", "hang", "reset-first", "proxy-status", "proxy-stall", "tls-garbage", "tls-close", "tls-stall"}
	readFaults = []string{"absent", "markers"}
)

func isOneOf(s string, list ...string) bool {
	return slices.Contains(list, s)
}

// fits reports whether an event that lasts for some time affects connections
// (kind is "dial"), describe requests ("read"), other requests ("change") or
// responses ("reply").
func (e Event) fits(kind string) bool {
	switch {
	case isOneOf(e.Do, dialFaults...):
		return kind == "dial"
	case isOneOf(e.Do, readFaults...):
		return kind == "read"
	case e.Do == "middleware":
		return kind == "reply"
	case e.On == "read" || e.On == "change" || e.On == "dial" || e.On == "reply":
		return kind == e.On
	}
	return kind == "read" || kind == "change"
}

// A happening holds all events that affect one connection, request or response.
type happening struct {
	run    *stepRun
	events []Event
	form   url.Values
}

// happens counts a connection (kind is "dial"), a describe request ("read"),
// another request ("change") or a response ("reply") of the step. It returns
// the events that affect it.
func (s *stepRun) happens(kind, _ string) happening {
	h := happening{run: s}
	if s == nil {
		return h
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return h
	}
	now := time.Since(s.world.journal.start)
	s.counts[kind]++
	if kind == "read" || kind == "change" {
		s.counts["any"]++
	}
	for _, e := range s.world.plan.Events {
		if e.Step != s.index || e.On == "time" || e.On == "before" || s.counts[kind] != e.N && e.On != "any" || e.On != kind && e.On != "any" {
			continue
		}
		if e.On == "any" && (s.counts["any"] != e.N || kind == "dial" || kind == "reply") {
			continue
		}
		if e.For > 0 {
			s.windows = append(s.windows, window{Event: e, from: now, until: now + time.Duration(e.For)*time.Second})
			continue
		}
		h.events = append(h.events, e)
		s.fired = append(s.fired, e)
	}
	for i := range s.windows {
		if w := &s.windows[i]; w.fits(kind) && w.from <= now && now < w.until {
			h.events = append(h.events, w.Event)
			if !w.fired {
				w.fired = true
				s.fired = append(s.fired, w.Event)
			}
		}
	}
	return h
}

// attempt counts the attempt that the entry belongs to. It returns the number
// of the attempt within its call, from 1.
func (s *stepRun) attempt(e *Entry) int {
	if s == nil {
		return 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.attempts[e.Invocation]++
	return s.attempts[e.Invocation]
}

// precede carries out the events that happen before the step.
func (s *stepRun) precede() {
	for _, e := range s.world.plan.Events {
		if e.Step == s.index && e.On == "before" {
			s.fired = append(s.fired, e)
			happening{run: s, events: []Event{e}}.run1(e)
			s.world.pause(s.world.life, time.Duration(e.N)*time.Second)
		}
	}
}

// begin schedules the events that happen at a time.
func (s *stepRun) begin(ctx context.Context) {
	w := s.world
	for _, e := range w.plan.Events {
		if e.Step != s.index || e.On != "time" {
			continue
		}
		at := time.Duration(e.N) * time.Second
		if e.For > 0 {
			from := s.start + at
			s.windows = append(s.windows, window{Event: e, from: from, until: from + time.Duration(e.For)*time.Second})
			continue
		}
		w.late.Go(func() {
			w.pause(ctx, at)
			if ctx.Err() != nil {
				return
			}
			s.mu.Lock()
			s.fired = append(s.fired, e)
			s.mu.Unlock()
			happening{run: s, events: []Event{e}}.run1(e)
		})
	}
}

// fault returns the first event that is a fault.
func (h happening) fault() Event {
	for _, e := range h.events {
		if !e.actor() && !isOneOf(e.Do, "cancel", "kill", "clock") {
			return e
		}
	}
	return Event{}
}

// act carries out the events that happen before the service acts.
func (h happening) act(*world) {
	for _, e := range h.events {
		if e.Num != 1 || e.Do == "clock" {
			h.run1(e)
		}
	}
}

// actAfter carries out the events that happen between the service's action and
// its response.
func (h happening) actAfter(*world) {
	for _, e := range h.events {
		if e.Num == 1 && e.Do != "clock" {
			h.run1(e)
		}
	}
}

// run1 carries out one event.
func (h happening) run1(e Event) {
	s := h.run
	switch e.Do {
	case "cancel":
		s.cancel()
	case "kill":
		s.client.kill()
		s.cancel()
	case "clock":
		s.world.skew.Add(int64(e.Num) * int64(time.Second))
		s.world.fake.SetClockSkew(time.Duration(s.world.skew.Load()))
		if e.Num > 0 { // the service's time passes while the machine sleeps
			s.world.fake.Advance(time.Duration(e.Num) * time.Second)
		}
	case "actor":
		s.actor(e.Arg, h.form)
	}
}

// actor makes another caller do something with the step's resource. If the step
// is a call, the argument what has the value "equal", "other", or "undo"
// followed by a number, for example "undo 1".
func (s *stepRun) actor(what string, form url.Values) {
	w, id := s.world, s.id
	if s.step.Do != "call" {
		s.actorOnClusters(what)
		return
	}
	r, v := find(s.step)
	if form == nil {
		form = formOf(s.step.Op, v.members, id)
	}
	form = maps.Clone(form)
	switch what {
	case "equal":
		w.do(s.index, form)
	case "other":
		w.do(s.index, v.otherForm(form, id))
	default:
		ways := undo(r, form, id)
		_, which, _ := strings.Cut(what, " ")
		n, _ := strconv.Atoi(which)
		w.do(s.index, ways[n%len(ways)])
	}
}

// undo returns requests of another caller that counteract the step's request.
func undo(r *recipe, form url.Values, id string) []url.Values {
	with := func(action string, parameters ...string) url.Values {
		f := url.Values{"Action": {action}}
		for i := 0; i+1 < len(parameters); i += 2 {
			f.Set(parameters[i], parameters[i+1])
		}
		return f
	}
	name := form.Get(r.key[0])
	cluster := func(id string) []url.Values {
		const key = "DBClusterIdentifier"
		return []url.Values{
			with("ModifyDBCluster", key, id, "NewDBClusterIdentifier", "moved-"+id, "ApplyImmediately", "true"),
			with("DeleteDBCluster", key, id, "SkipFinalSnapshot", "true"),
			with("DeleteDBCluster", key, id, "SkipFinalSnapshot", "false", "FinalDBSnapshotIdentifier", "theirs-"+id),
			with("StopDBCluster", key, id),
			with("StartDBCluster", key, id),
			with("FailoverDBCluster", key, id),
		}
	}
	switch r.resource {
	case "endpoint":
		return append(cluster(id), with("DeleteDBClusterEndpoint", "DBClusterEndpointIdentifier", name))
	case "subnet group":
		return []url.Values{with("DeleteDBSubnetGroup", "DBSubnetGroupName", name)}
	case "cluster":
		return cluster(id)
	case "member":
		return append(cluster(id), with("DeleteDBInstance", "DBInstanceIdentifier", name, "SkipFinalSnapshot", "true"),
			with("RebootDBInstance", "DBInstanceIdentifier", name))
	case "instance":
		const key = "DBInstanceIdentifier"
		return []url.Values{
			with("DeleteDBInstance", key, name, "SkipFinalSnapshot", "true"), with("StopDBInstance", key, name), with("StartDBInstance", key, name),
		}
	case "snapshot":
		const key = "DBClusterSnapshotIdentifier"
		return []url.Values{
			with("DeleteDBClusterSnapshot", key, name),
			with("CreateDBClusterSnapshot", key, name, "DBClusterIdentifier", "second"),
			with("CopyDBClusterSnapshot", "TargetDBClusterSnapshotIdentifier", name, "SourceDBClusterSnapshotIdentifier", "second"),
		}
	case "db snapshot":
		const key = "DBSnapshotIdentifier"
		return []url.Values{with("DeleteDBSnapshot", key, name), with("CreateDBSnapshot", key, name, "DBInstanceIdentifier", "second")}
	case "backups":
		return []url.Values{with("DeleteDBInstanceAutomatedBackup", "DbiResourceId", name)}
	case "cluster backups":
		return []url.Values{with("DeleteDBClusterAutomatedBackup", "DbClusterResourceId", name)}
	case "replication":
		const key = "SourceDBInstanceArn"
		return []url.Values{with("StopDBInstanceAutomatedBackupsReplication", key, name), with("StartDBInstanceAutomatedBackupsReplication", key, name)}
	case "subscription":
		const key = "SubscriptionName"
		return []url.Values{with("DeleteEventSubscription", key, name), with("ModifyEventSubscription", key, name, "Enabled", "true")}
	case "parameter group":
		return undoGroup("", name)
	case "cluster parameter group":
		return undoGroup("Cluster", name)
	case "export":
		return []url.Values{
			with("CancelExportTask", "ExportTaskIdentifier", name),
			with("StartExportTask", "ExportTaskIdentifier", name, "SourceArn", arn(region, "cluster-snapshot", "second"), "S3BucketName", "theirs",
				"IamRoleArn", role, "KmsKeyId", "alias/exports"),
		}
	}
	return []url.Values{
		with("DeleteGlobalCluster", "GlobalClusterIdentifier", name),
		with("RemoveFromGlobalCluster", "GlobalClusterIdentifier", name, "DbClusterIdentifier", arn(abroad, "cluster", id)),
		with("SwitchoverGlobalCluster", "GlobalClusterIdentifier", name, "TargetDbClusterIdentifier", arn(abroad, "cluster", id)),
		with("ModifyGlobalCluster", "GlobalClusterIdentifier", name, "NewGlobalClusterIdentifier", "moved-"+id),
	}
}

// formOf returns the request that another caller would send with these input
// members.
func formOf(op string, in members, id string) url.Values {
	form := url.Values{"Action": {op}}
	for name, value := range in {
		switch v := value.(type) {
		case string:
			form.Set(name, named(v, id))
		case bool:
			form.Set(name, map[bool]string{true: "true", false: "false"}[v])
		case int:
			form.Set(name, itoa(v))
		case time.Time:
			form.Set(name, v.Format(time.RFC3339))
		case []string:
			for i, s := range v {
				form.Set(name+".member."+itoa(i+1), s)
			}
		case parameterList:
			for i, p := range v {
				prefix := name + ".Parameter." + itoa(i+1) + "."
				form.Set(prefix+"ParameterName", p[0])
				form.Set(prefix+"ParameterValue", p[1])
				form.Set(prefix+"ApplyMethod", p[2])
			}
		case tagList:
			for i, pair := range v {
				form.Set(name+".Tag."+itoa(i+1)+".Key", *pair[0])
				if pair[1] != nil {
					form.Set(name+".Tag."+itoa(i+1)+".Value", *pair[1])
				}
			}
		}
	}
	return form
}

// actorOnClusters makes another caller change a resource of a wait or program.
// The argument what contains an action and its parameters, for example
// "StartDBCluster DBClusterIdentifier=%".
func (s *stepRun) actorOnClusters(what string) {
	action, rest, _ := strings.Cut(what, " ")
	form := url.Values{"Action": {action}}
	for pair := range strings.FieldsSeq(rest) {
		k, v, _ := strings.Cut(pair, "=")
		form.Set(k, named(v, s.id))
	}
	s.world.do(s.index, form)
}
