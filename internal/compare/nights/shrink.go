package main

import (
	"slices"
	"testing"
)

// shrink removes what it can from the plan, as long as a finding with the same key
// remains. It returns the smallest plan, its finding and its trace.
func shrink(t *testing.T, p *Plan, f Finding, client subjectMaker) (*Plan, Finding, string) {
	t.Helper()
	best, trace := p.clone(), ""
	try := func(q *Plan) bool {
		r := night(t, q, client)
		for _, g := range r.Findings {
			if g.Key() == f.Key() {
				best, f, trace = q, g, r.Trace
				return true
			}
		}
		return false
	}
	if !try(best.clone()) {
		return best, f, "" // the finding does not show every time
	}
	// Remove unnecessary steps first, together with their events.
	for i := range slices.Backward(best.clone().Steps) {
		if len(best.Steps) > 1 {
			try(without(best, i))
		}
	}
	for changed := true; changed; {
		changed = false
		for i := range slices.Backward(best.clone().Events) {
			q := best.clone()
			q.Events = slices.Delete(q.Events, i, i+1)
			changed = try(q) || changed
		}
		for _, simpler := range []func(*Plan){
			func(q *Plan) { q.World.Lag = 0 },
			func(q *Plan) { q.World.NamesLast = false },
			func(q *Plan) { q.World.Skew = 0 },
			func(q *Plan) { q.World.Dates = "" },
			func(q *Plan) { q.World.Proxy = false },
			func(q *Plan) { q.World.TLS, q.World.Proxy = false, false },
			func(q *Plan) { q.World.Keys = nil },
			func(q *Plan) { q.Seed = 0 },
			func(q *Plan) { q.World.Seed = 1 },
			func(q *Plan) { q.Steps[0].Deadline = 0 },
			func(q *Plan) { q.Steps[0].Again = false },
		} {
			q := best.clone()
			simpler(q)
			if q.JSON() != best.JSON() && (q.Steps[0].Do == "call" || q.Steps[0].Deadline > 0) {
				changed = try(q) || changed
			}
		}
	}
	return best, f, trace
}

// without returns the plan without a step.
func without(p *Plan, step int) *Plan {
	q := p.clone()
	if q.Steps[step].Args == nil {
		q.Steps[step].Args = map[string]string{}
	}
	q.Steps = slices.Delete(q.Steps, step, step+1)
	q.Events = slices.DeleteFunc(q.Events, func(e Event) bool { return e.Step == step })
	for i := range q.Events {
		if q.Events[i].Step > step {
			q.Events[i].Step--
		}
	}
	return q
}
