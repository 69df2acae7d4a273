package main

import (
	"slices"
	"strings"
)

// A symptom is a problem in an old revision that was found by hand. The
// symptoms influence neither the plans nor what the oracle reports. They only
// give names to findings about that revision.
type symptom struct {
	name  string
	shows func(Finding, *Plan) bool
}

func symptoms() []symptom {
	did := func(p *Plan, what ...string) bool {
		return slices.ContainsFunc(p.Events, func(e Event) bool {
			return isOneOf(e.Do, what...) || isOneOf(e.Do+" "+e.Arg, what...) || isOneOf(e.Arg, what...)
		})
	}
	is := func(f Finding, kind string, ops ...string) bool {
		return f.Kind == kind && (len(ops) == 0 || slices.ContainsFunc(ops, func(op string) bool { return strings.Contains(f.What, op) }))
	}
	lost := func(p *Plan) bool {
		return did(p, "reset-after", "reset-before", "status-after", "status-before", "cut", "cut-head", "empty", "json", "stall-after", "stall-before", "late", "portal", "reset-first")
	}
	only := func(p *Plan, actors bool) bool { // whether one lost response is the only event
		n := 0
		for _, e := range p.Events {
			if !e.actor() {
				n++
			} else if !actors {
				return false
			}
		}
		return n == 1 && lost(p)
	}
	keys := func(p *Plan) *Keys {
		if p.World.Keys == nil {
			return new(Keys)
		}
		return p.World.Keys
	}
	trouble := func(p *Plan, what string) bool {
		for _, v := range keys(p).Trouble {
			if v == what {
				return true
			}
		}
		return false
	}
	wait := func(p *Plan) bool { return p.Steps[0].Do == "wait" }
	return []symptom{
		{"1.01 sent twice, or own work refused, when the user's middleware fails", func(f Finding, p *Plan) bool {
			return did(p, "middleware") && (is(f, "done twice") || is(f, "false failure"))
		}},
		{"1.02 deleted or stopped by another actor without the snapshot that was asked for", func(f Finding, p *Plan) bool {
			return is(f, "false success", "final", "StopDBInstance, snapshot") && did(p, "actor")
		}},
		{"1.03 refused for one's own final snapshot", func(f Finding, p *Plan) bool {
			return is(f, "false failure", "final", "StopDBInstance, snapshot") && only(p, false) && strings.Contains(f.Text, "SnapshotAlreadyExists")
		}},
		{"1.04 the copy of an automated snapshot", func(f Finding, p *Plan) bool {
			return is(f, "false failure", "automated") && only(p, false) && p.World == (World{Seed: p.World.Seed})
		}},
		{"1.05 an export with another key is taken for one's own, or a key's ARN contradicts its id", func(f Finding, p *Plan) bool {
			return is(f, "false success", "key") && did(p, "actor other") || is(f, "false failure", "StartExportTask, key") && only(p, false) && p.World.Dates == ""
		}},
		{"1.06 a tag without a value", func(f Finding, p *Plan) bool {
			return is(f, "false failure", ", tag") && only(p, false) && p.World.Dates == "" && strings.Contains(f.Text, "AlreadyExists")
		}},
		{"1.07 a lost answer, then another refusal", func(f Finding, p *Plan) bool {
			return is(f, "false failure") && lost(p) && did(p, "throttle", "refuse")
		}},
		{"1.08 another code that ends in NotFound", func(f Finding, p *Plan) bool {
			return is(f, "false success", "Delete") && did(p, "refuse")
		}},
		{"1.09 a rename of what is not there", func(f Finding, p *Plan) bool { return is(f, "false success", "rename missing") }},
		{"1.10 a member whose ARN is mistyped", func(f Finding, p *Plan) bool { return is(f, "false success", "mistyped") }},
		{"1.11 made by another actor while the client held back", func(f Finding, p *Plan) bool {
			return is(f, "false success") && did(p, "throttle") && did(p, "actor equal") && lost(p) && strings.Contains(f.Text, "before the first doubtful")
		}},
		{"1.12 dates", func(f Finding, p *Plan) bool {
			return (is(f, "false failure") || is(f, "false success")) && p.World.Dates != "" && only(p, true)
		}},
		{"1.13 refused for a state while nothing is described yet", func(f Finding, p *Plan) bool {
			return is(f, "false failure") && did(p, "absent") && p.World.NamesLast
		}},
		{"1.14 nothing was handed over, and yet there is a doubt", func(f Finding, p *Plan) bool { return is(f, "false doubt") }},
		{"1.15 the creation time of instances and of copies", func(f Finding, p *Plan) bool {
			return is(f, "false success", "CreateDBInstance", "CopyDB") || is(f, "false failure", "CreateDBInstance", "CopyDBClusterSnapshot") && only(p, false) && p.World.Dates == "" && !strings.Contains(f.What, "automated")
		}},
		{"2.16 keys are used to their last moment", func(f Finding, p *Plan) bool {
			return keys(p).Below && strings.Contains(f.Text, "ExpiredToken")
		}},
		{"2.17 the provider is not asked again after ExpiredToken", func(f Finding, p *Plan) bool {
			return strings.Contains(f.Text, "ExpiredToken") && p.World.Keys != nil && !keys(p).Below && did(p, "clock")
		}},
		{"2.18 a known clock offset is not applied to expiry", func(f Finding, p *Plan) bool {
			return strings.Contains(f.Text, "ExpiredToken") && p.World.Keys != nil && !keys(p).Below && p.World.Skew >= 180
		}},
		{"2.19 failed renewals end a wait", func(f Finding, p *Plan) bool { return is(f, "lost") && trouble(p, "exit") }},
		{"2.20 keys after a suspend", func(f Finding, p *Plan) bool { return false }}, // the virtual clock cannot be suspended
		{"2.21 a provider without its file counts as a broken connection", func(f Finding, p *Plan) bool {
			return is(f, "hangs on") && trouble(p, "file")
		}},
		{"2.22 a provider that hung is joined", func(f Finding, p *Plan) bool { return is(f, "lost") && trouble(p, "hang") }},
		{"3.23 one long Retry-After ends all polling", func(f Finding, p *Plan) bool {
			return (is(f, "lost") || is(f, "ran past")) && did(p, "maintenance") && wait(p)
		}},
		{"3.24 markers without an end", func(f Finding, p *Plan) bool { return is(f, "runaway") }},
		{"3.25 nightshift and a start at the same time", func(f Finding, p *Plan) bool { return is(f, "lost", "nightshift") && did(p, "actor") }},
	}
}
