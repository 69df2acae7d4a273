package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"
)

// A Report is the result of a night.
type Report struct {
	Plan     *Plan
	Findings []Finding
	Counts   Counts
	Cells    []cell
	Crowded  []string // the calls that Counts.CrowdedUnknown counts
	Trace    string   // the requests of each step, one per line
}

// Counts are numbers of calls.
type Counts struct {
	Calls, Succeeded, Refused, Unknown, Failed int
	Apart                                      int // calls that no rule can judge, mostly because another caller did exactly the same
	Crowded, CrowdedLost, CrowdedUnknown       int // plain calls with other callers; those of them that lost a response; those with an unknown outcome
}

func (c *Counts) add(d Counts) {
	c.Calls += d.Calls
	c.Succeeded += d.Succeeded
	c.Refused += d.Refused
	c.Unknown += d.Unknown
	c.Failed += d.Failed
	c.Apart += d.Apart
	c.Crowded += d.Crowded
	c.CrowdedUnknown += d.CrowdedUnknown
	c.CrowdedLost += d.CrowdedLost
}

// night runs a plan in a bubble of virtual time, and checks the results of its
// steps.
func night(t *testing.T, p *Plan, client subjectMaker) (r Report) {
	t.Helper()
	r.Plan = p
	defer func() {
		if err := recover(); err != nil { // a deadlock in the bubble
			r.Findings = append(r.Findings, Finding{Kind: "did not end", What: what(&p.Steps[0]), Text: fmt.Sprint(err)})
		}
	}()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, p)
		w.bystanders()
		var runs []*stepRun
		c := w.newClient()
		subject := client(w, c)
		for i := range p.Steps {
			if p.Steps[i].Do != "call" && subject.theirs {
				continue
			}
			if p.Steps[i].Again || c.killed.Load() {
				c = w.newClient()
				subject = client(w, c)
			}
			runs = append(runs, w.run(c, subject, i))
		}
		if slices.ContainsFunc(p.Events, func(e Event) bool { return e.Do == "late" }) {
			w.pause(w.life, 5*time.Minute) // until all late requests have arrived
		}
		synctest.Wait() // until all connections are made
		w.close()
		synctest.Wait()
		o := &oracle{world: w, runs: runs, report: &r, subject: subject}
		o.judge()
		if left := leftovers(); left != "" {
			r.Findings = append(r.Findings, Finding{Kind: "leak of a goroutine", Step: len(runs) - 1, What: what(&p.Steps[len(runs)-1]), Text: left})
		}
		r.Trace = trace(w, runs)
	})
	return r
}

// signature returns a text that identifies a finding by its key, the events of
// its step, and the conditions of the night. Two findings with the same key can
// have different signatures.
func (r *Report) signature(f Finding) string {
	var did []string
	for _, e := range r.Plan.Events {
		if e.Step == f.Step {
			did = append(did, e.Do+" "+e.Arg)
		}
	}
	slices.Sort(did)
	w := r.Plan.World
	return fmt.Sprint(f.Key(), did, w.NamesLast, w.Dates, w.Skew != 0, w.Keys != nil)
}

// what returns the name of the step's operation, wait or program.
func what(s *Step) string {
	name := s.Op
	if s.Service != "" {
		name = s.Service + "." + name
	}
	if s.Variant != "" {
		name += ", " + s.Variant
	}
	return name
}

// run runs the step with this index.
func (w *world) run(c *client, subject *subject, index int) *stepRun {
	step := &w.plan.Steps[index]
	if step.Do == "program" && index > 0 {
		w.pause(w.life, 2*time.Minute) // until Describe responses show the effects of the last run
	}
	w.pause(w.life, time.Duration(step.Pause)*time.Second)
	s := &stepRun{
		world: w, index: index, step: step, client: c, id: "thing-" + strconv.Itoa(index),
		start: time.Since(w.journal.start), counts: map[string]int{}, attempts: map[string]int{}, reached: map[string]string{},
	}
	if id := step.Args["id"]; id != "" {
		s.id = id
	}
	switch step.Do {
	case "call":
		if _, v := find(step); v != nil {
			w.prepare(v.prepare, s.id)
		}
	case "wait":
		s.prepareWait()
	}
	s.precede()
	s.keys = w.ring.left()
	s.start = time.Since(w.journal.start)
	ctx, cancel := context.WithTimeout(context.Background(), watch(step))
	defer cancel()
	s.cancel = cancel
	own := ctx
	if step.Do == "call" && step.Deadline > 0 {
		var done context.CancelFunc
		own, done = context.WithTimeout(ctx, time.Duration(step.Deadline)*time.Second)
		defer done()
	}
	c.step.Store(s)
	timers, stop := context.WithCancel(context.Background())
	s.begin(timers)
	func() {
		defer func() { s.panic = recover() }()
		switch step.Do {
		case "call":
			_, v := find(step)
			s.err = subject.call(own, step.Service, step.Op, s.id, v.members)
		case "wait":
			s.err = subject.wait(own, s)
		case "program":
			s.code, s.output = subject.program(own, s)
		}
	}()
	s.end = time.Since(w.journal.start)
	s.look()
	stop()
	s.mu.Lock()
	s.over = true
	s.mu.Unlock()
	if s.client.killed.Load() {
		s.client.transport.CloseIdleConnections()
	}
	return s
}

// watch returns how long a step may take before the simulator cancels it.
func watch(s *Step) time.Duration {
	if s.Do == "call" {
		return 3 * time.Hour
	}
	return 20*time.Duration(s.Deadline)*time.Second + 3*time.Hour
}

// leftovers returns the stacks of the goroutines that outlive the night, or "" if
// there are none.
func leftovers() string {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, true)]
	stacks := strings.Split(string(buf), "\n\n")
	own := bubbleOf(stacks[0])
	var left []string
	for _, stack := range stacks[1:] {
		if own != "" && bubbleOf(stack) == own && !strings.Contains(stack, "testing.tRunner") && !strings.Contains(stack, "testingSynctestTest") {
			left = append(left, stack)
		}
	}
	return strings.Join(left, "\n\n")
}

func bubbleOf(stack string) string {
	head, _, _ := strings.Cut(stack, "\n")
	_, rest, ok := strings.Cut(head, "synctest bubble ")
	if !ok {
		return ""
	}
	bubble, _, _ := strings.Cut(rest, "]")
	bubble, _, _ = strings.Cut(bubble, ",")
	return bubble
}

// trace lists the requests of each step, one per line.
func trace(w *world, runs []*stepRun) string {
	var b bytes.Buffer
	for _, s := range runs {
		fmt.Fprintf(&b, "step %d: %s %s %v\n", s.index, s.step.Do, what(s.step), s.step.Args)
		for _, e := range w.journal.list(func(e *Entry) bool { return e.Step == s.index }) {
			who := "client"
			if e.Client < 0 {
				who = "other"
			}
			fmt.Fprintf(&b, "  %10s %s %s attempt %d: fault %q, acted %v, %d %s\n", (e.At - s.start).Round(time.Millisecond), who, e.Action, e.Attempt, e.Fault, e.Acted, e.Status, e.Code)
		}
		fmt.Fprintf(&b, "  %10s ended: %v\n", (s.end - s.start).Round(time.Millisecond), s.err)
		if s.step.Do == "program" {
			fmt.Fprintf(&b, "  exit code %d\n%s\n", s.code, s.output)
		}
	}
	return b.String()
}

// isService reports whether the service rejected the call with this error. A
// 5xx response is a rejection only if its code is Throttling.
func isService(err error) bool {
	var api smithy.APIError
	var response interface{ HTTPStatusCode() int }
	return errors.As(err, &api) && (!errors.As(err, &response) || response.HTTPStatusCode() < 500 || api.ErrorCode() == "Throttling")
}

func itoa(n int) string { return strconv.Itoa(n) }

func hashOf(s string) []byte {
	h := sha256.Sum256([]byte(s))
	return h[:]
}

// silent returns a log for the server that discards its complaints about broken
// connections.
func silent() *log.Logger { return log.New(io.Discard, "", 0) } //nolint:forbidigo // net/http wants one

// A noisyLogger keeps the client's log. The oracle searches it for secrets.
type noisyLogger struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *noisyLogger) Logf(_ logging.Classification, format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(&l.text, format+"\n", args...)
}

type silentLogger struct{}

func (silentLogger) Logf(logging.Classification, string, ...any) {}
