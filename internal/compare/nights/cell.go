package main

import (
	"slices"
	"strings"
)

// cellsOf returns the combinations that the call covered. Each consists of the
// operation, a phase in which a fault happened, and an action of another
// caller. The result depends on the events that really happened, because not
// every event in the plan happens.
func (s *stepRun) cellsOf() []cell {
	var phased, acted []string
	add := func(list *[]string, what string) {
		if !slices.Contains(*list, what) {
			*list = append(*list, what)
		}
	}
	for _, e := range s.fired {
		switch {
		case e.actor():
			kind, _, _ := strings.Cut(e.Arg, " ")
			add(&acted, kind)
		case isOneOf(e.Do, dialFaults...):
			add(&phased, "connect")
		case e.On == "read":
			add(&phased, "look")
		case isOneOf(e.Do, "cut", "cut-head", "empty", "json", "middleware"):
			add(&phased, "answer")
		case strings.HasSuffix(e.Do, "-after"):
			add(&phased, "after")
		case strings.HasSuffix(e.Do, "-before"), e.Do == "late", e.Do == "portal":
			add(&phased, "before")
		case e.Do == "refuse", e.Do == "throttle":
			add(&phased, "refused")
		}
	}
	if len(phased) == 0 {
		phased = []string{"none"}
	}
	if len(acted) == 0 {
		acted = []string{"none"}
	}
	var all []cell
	for _, phase := range phased {
		for _, actor := range acted {
			all = append(all, cell{s.step.Op, phase, actor})
		}
	}
	return all
}
