package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// An oracle compares the results of the steps with the journal.
type oracle struct {
	world   *world
	runs    []*stepRun
	report  *Report
	subject *subject
}

func (o *oracle) foundf(s *stepRun, kind, format string, args ...any) {
	o.report.Findings = append(o.report.Findings, Finding{Kind: kind, Step: s.index, What: what(s.step), Text: fmt.Sprintf(format, args...)})
}

func (o *oracle) judge() {
	for _, s := range o.runs {
		if s.panic != nil {
			o.foundf(s, "panic", "%v", s.panic)
			continue
		}
		o.secrets(s)
		o.expiredKeys(s)
		if s.end-s.start >= watch(s.step) {
			o.foundf(s, "did not end", "after %s: %v", s.end-s.start, s.err)
			continue
		}
		switch s.step.Do {
		case "call":
			o.judgeCall(s)
		case "wait":
			o.judgeWait(s)
		case "program":
			o.judgeProgram(s)
		}
	}
}

// oneService reports whether all calls use the same client, and therefore the
// same credentials cache.
func (o *oracle) oneService() bool {
	steps := o.world.plan.Steps
	return !slices.ContainsFunc(steps, func(s Step) bool { return s.Service != steps[0].Service || s.Again })
}

// skewKnown reports whether the client knows the service's clock before the
// step. The client knows it if both clocks agree, or if the service has
// rejected an earlier request because of its date and has then carried out a
// later attempt.
func (o *oracle) skewKnown(s *stepRun) bool {
	w := o.world.plan.World
	return !slices.ContainsFunc(o.world.plan.Events, isClock) && (w.Skew == 0 || w.Dates == "" && max(w.Skew, -w.Skew) >= 1800 &&
		len(o.world.journal.list(func(e *Entry) bool { return e.Client >= 0 && e.Step < s.index && e.Fault == "" && e.Acted })) > 0)
}

func hangs(k *Keys) bool {
	for _, trouble := range k.Trouble {
		if trouble == "hang" {
			return true
		}
	}
	return false
}

// expiredKeys looks for requests that the client signed with expired keys. The
// client must renew keys before they expire. For this, it uses the local clock.
// If it knows that this clock differs a lot from the service's clock, it uses
// the service's clock instead.
func (o *oracle) expiredKeys(s *stepRun) {
	k, skew := o.world.plan.World.Keys, max(o.world.plan.World.Skew, -o.world.plan.World.Skew)
	if k == nil || k.Below || len(k.Trouble) > 0 || o.world.plan.World.Dates != "" || skew > 180 && (skew < 1000 || s.step.Do != "wait") || o.subject.theirs {
		return
	}
	if slices.ContainsFunc(o.world.plan.Events, func(e Event) bool { return e.Do == "clock" }) {
		return
	}
	for _, e := range o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client >= 0 && e.Code == "ExpiredToken" }) {
		o.foundf(s, "expired keys", "%s after %s was signed with keys that had expired", e.Action, e.At-s.start)
		return
	}
}

// secrets looks for secrets in the step's output, errors and log.
func (o *oracle) secrets(s *stepRun) {
	texts := append([]string{s.output}, s.told...)
	if s.err != nil {
		texts = append(texts, s.err.Error(), fmt.Sprintf("%+v %#v", s.err, s.err))
	}
	if o.subject.log != nil {
		o.subject.log.mu.Lock()
		texts = append(texts, o.subject.log.text.String())
		o.subject.log.mu.Unlock()
	}
	for _, hidden := range o.world.ring.secrets() {
		for _, form := range []string{hidden, url.QueryEscape(hidden), strings.ToLower(url.QueryEscape(hidden))} {
			for _, text := range texts {
				if i := strings.Index(text, form); i >= 0 {
					o.foundf(s, "leak of a secret", "%.20s… in %.200q", form, text[max(0, i-80):])
					return
				}
			}
		}
	}
}

// judgeCall judges one call of an operation.
func (o *oracle) judgeCall(s *stepRun) {
	r, v := find(s.step)
	kind := v.effect
	if kind == "" {
		kind = r.effect
	}
	own := o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client >= 0 && e.Action == r.op })
	others := o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client < 0 && e.Acted })
	done, late := 0, 0
	var firstDoubt, lastAct time.Duration = -1, -1
	var doubts int
	var form url.Values
	for i := range own {
		e := &own[i]
		form = e.Form
		if e.Acted {
			done++
			lastAct = e.ActedAt
			if e.Late {
				late++
			}
		}
		if e.doubtful() {
			doubts++
			if firstDoubt < 0 {
				firstDoubt = e.At
			}
		}
	}
	for _, e := range s.fired {
		if e.Do == "reset-first" {
			firstDoubt = 0 // the attempt has no entry
		}
	}
	disturbed := false // whether another caller acted after the call's own effect
	for i := range others {
		e := &others[i]
		disturbed = disturbed || e.ActedAt >= lastAct || e.Action != r.op // or before it, if the other effect takes time
	}
	c := &o.report.Counts
	c.Calls++
	o.report.Cells = append(o.report.Cells, s.cellsOf()...)
	plain := o.plain(s, v, kind, doubts)
	unknown := o.subject.unknown(s.err)
	if plain && slices.ContainsFunc(s.fired, Event.actor) {
		c.Crowded++
		if doubts == 1 {
			c.CrowdedLost++
		}
		if unknown {
			c.CrowdedUnknown++
			o.report.Crowded = append(o.report.Crowded, fmt.Sprintf("%s: %v: %v", what(s.step), s.fired, s.err))
		}
	}
	switch {
	case unknown:
		c.Unknown++
	case s.err == nil:
		c.Succeeded++
	case isService(s.err):
		c.Refused++
	default:
		c.Failed++
	}
	if s.step.Deadline > 0 && s.end-s.start > time.Duration(s.step.Deadline)*time.Second+2*time.Second {
		o.foundf(s, "ran past its deadline", "%s of %d s: %v", s.end-s.start, s.step.Deadline, s.err)
	}
	if done-late > 1 && !r.again && (kind == once || len(others) == 0) || kind == once && done > 1 {
		o.foundf(s, "done twice", "%d times, and reported %v", done, s.err)
	}
	switch {
	case s.err == nil && done == 0:
		o.judgeSuccess(s, r, v, kind, form, others, firstDoubt)
	case s.err == nil, s.client.killed.Load():
	case unknown:
		o.judgeUnknown(s, plain, own, others, doubts)
	case done > 0 && o.world.plan.World.Lag > 30 && isService(s.err) && foreign(s):
		c.Apart++ // the effect shows after RecoveryTime
	case done > 0 && !disturbed && isService(s.err):
		o.foundf(s, "false failure", "done %d times, and reported %v", done, s.err)
	case done > 0 && !disturbed && !r.again && !o.unanswered(s, own):
		o.foundf(s, "untold", "done %d times, and nothing in the error says that it may have been: %v", done, s.err)
	case done == 0:
		o.judgeKeys(s)
	}
}

// judgeSuccess judges a call that reported success although the service carried
// out none of its requests.
func (o *oracle) judgeSuccess(s *stepRun, r *recipe, v *variant, kind effect, form url.Values, others []Entry, firstDoubt time.Duration) {
	if form == nil {
		form = formOf(r.op, v.members, s.id)
	}
	final := snapshotOf(r, form)
	for i := range others {
		e := &others[i]
		if e.ActedAt > s.end {
			continue
		}
		switch same := e.Action == r.op; {
		case same && kind == identity && v.undated && equalForms(form, e.Form):
			o.report.Counts.Apart++ // Describe responses do not show when it was created
			return
		case same && kind == identity && equalForms(form, e.Form) && (firstDoubt < 0 || firstDoubt > 0 && e.ActedAt < firstDoubt-6*time.Second):
			o.foundf(s, "false success", "another actor made it %s before the first doubtful attempt", firstDoubt-e.ActedAt)
			return
		case same && kind == identity && equalForms(form, e.Form), same && kind != identity && kind != once && equalKeys(r, form, e.Form):
			o.report.Counts.Apart++
			return
		case kind == state && movesWriter(r.op) && movesWriter(e.Action) && equalKeys(r, form, e.Form):
			o.report.Counts.Apart++ // the target is the primary cluster, as wanted
			return
		case kind == state && same && strings.HasPrefix(r.op, "Failover"):
			o.report.Counts.Apart++ // without a target, the service may have chosen that one
			return
		case kind == state && strings.HasPrefix(r.op, "Delete") && !final && (same || e.Form.Get("NewDBClusterIdentifier")+e.Form.Get("NewGlobalClusterIdentifier") != ""):
			o.report.Counts.Apart++ // it is gone, as wanted
			return
		}
	}
	if kind == state && strings.HasPrefix(r.op, "Delete") && v.name == "missing" {
		o.report.Counts.Apart++ // it does not exist, as wanted
		return
	}
	o.foundf(s, "false success", "neither the service nor another caller did it")
}

// movesWriter reports whether the operation makes another cluster the primary
// cluster of a global database.
func movesWriter(op string) bool {
	return op == "FailoverGlobalCluster" || op == "SwitchoverGlobalCluster"
}

// snapshotOf reports whether a deletion or a stop asks for a snapshot.
func snapshotOf(r *recipe, form url.Values) bool {
	return form.Get("FinalDBSnapshotIdentifier") != "" || form.Get("DBSnapshotIdentifier") != "" && r.op == "StopDBInstance"
}

// unanswered reports whether the last attempt had no response. The error of that
// attempt is then the correct result.
func (o *oracle) unanswered(s *stepRun, own []Entry) bool {
	for _, e := range s.fired {
		if isOneOf(e.Do, "cancel", "middleware", "reset-first") {
			return true
		}
	}
	return len(own) > 0 && own[len(own)-1].doubtful()
}

// foreign reports whether an attempt was rejected with a not-found code that
// does not refer to the step's resource.
func foreign(s *stepRun) bool {
	return slices.ContainsFunc(s.fired, func(e Event) bool { return e.Do == "refuse" && strings.Contains(e.Arg, "NotFound") })
}

// equalForms reports whether the request of another caller (theirs) has the
// same value as the step's request (ours) for each parameter of ours. It
// ignores tags, PreSignedUrl and Version.
func equalForms(ours, theirs url.Values) bool {
	for k := range ours {
		if k != "PreSignedUrl" && k != "Version" && !strings.HasPrefix(k, "Tags.") && ours.Get(k) != theirs.Get(k) {
			return false
		}
	}
	return true
}

func equalKeys(r *recipe, a, b url.Values) bool {
	for _, k := range r.key {
		if !strings.EqualFold(a.Get(k), b.Get(k)) {
			return false
		}
	}
	return true
}

// plain reports whether the limit on unknown outcomes applies to a call. The
// limit applies if the call had at most one fault (for example a lost
// response), and Describe responses lag by at most 20 seconds. Other callers
// may have acted. The exceptions are in the package documentation.
func (o *oracle) plain(s *stepRun, v *variant, kind effect, doubts int) bool {
	wire, trouble := o.trouble(s)
	w := o.world.plan.World
	return v.doubt == "" && kind != once && doubts <= 1 && !wire && trouble <= 1 && w.Lag <= 20 && (w.Dates == "" || kind != identity) &&
		(w.Keys == nil || !w.Keys.Below && len(w.Keys.Trouble) == 0) &&
		s.step.Deadline == 0 && !o.spentOnKeysAndClock(s)
}

// spentOnKeysAndClock reports whether the service rejected one attempt because
// of expired keys and another because of its date. If the response to the third
// attempt was lost, the call has no attempt left.
func (o *oracle) spentOnKeysAndClock(s *stepRun) bool {
	rejected := func(code string) bool {
		return len(o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client >= 0 && e.Fault == "" && e.Code == code })) > 0
	}
	return rejected("ExpiredToken") && rejected("SignatureDoesNotMatch")
}

// trouble looks at the events of a step. wire reports whether an event may have
// kept the client from knowing if the service carried out an attempt, in a way
// that the journal does not show. For example, the connection broke before the
// request reached the service. n is the number of all other faults.
func (o *oracle) trouble(s *stepRun) (wire bool, n int) {
	for _, e := range s.fired {
		switch {
		case isOneOf(e.Do, "reset-first", "middleware", "kill", "cancel"):
			wire = true
		case !e.actor():
			n++
		}
	}
	return wire, n
}

// judgeUnknown judges a call that reported an unknown outcome.
func (o *oracle) judgeUnknown(s *stepRun, plain bool, own, others []Entry, doubts int) {
	wire, _ := o.trouble(s)
	switch {
	case doubts == 0 && !wire && (s.step.Deadline == 0 || len(own) == 0):
		o.foundf(s, "false doubt", "no attempt was in doubt: %v", s.err)
	case plain && len(others) == 0:
		o.foundf(s, "unknown over the budget", "one answer was lost, no other caller was at work, descriptions lag %d s: %v", o.world.plan.World.Lag, s.err)
	}
}

// judgeKeys judges a call that failed because it had no valid credentials.
func (o *oracle) judgeKeys(s *stepRun) {
	k := o.world.plan.World.Keys
	if k == nil || o.subject.theirs {
		return
	}
	entries := o.world.journal.list(func(e *Entry) bool { return e.Step == s.index && e.Client >= 0 })
	if len(entries) > 0 && entries[len(entries)-1].Code == "ExpiredToken" && len(k.Trouble) == 0 && len(s.fired) <= 1 && strings.Contains(s.err.Error(), "ExpiredToken") {
		o.foundf(s, "false failure", "expired keys were used, and the provider had others: %v", s.err)
	}
	wire, trouble := o.trouble(s)
	alone := len(entries) == 0 && !wire && trouble == 0 // only the provider can be the cause
	if alone && s.index > 0 && s.keys > s.end-s.start+time.Minute && (s.step.Deadline == 0 || s.step.Deadline >= 20) &&
		o.skewKnown(s) && !s.step.Again && !k.Below && k.Trouble[1] == "" && o.oneService() {
		o.foundf(s, "false failure", "there were keys with %s to live, and the call failed for want of any: %v", s.keys, s.err)
	}
	if alone && s.index > 0 && k.Trouble[1] == "hang" && s.step.Deadline > 0 {
		o.foundf(s, "lost", "the provider hung in an earlier step, and this one did not ask again: %v", s.err)
	}
}
