package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// A Plan completely describes a night, which is one run of the simulation: the
// conditions, the steps of the program, and the events. When the plan runs,
// only the client's pauses are random.
type Plan struct {
	Seed   uint64
	World  World
	Steps  []Step
	Events []Event `json:",omitempty"`
}

// A World has the conditions that hold all night.
type World struct {
	Lag       int    `json:",omitempty"` // maximum lag of Describe responses in seconds
	NamesLast bool   `json:",omitempty"` // the service checks states and quotas before it checks whether a name is taken
	Skew      int    `json:",omitempty"` // how far the service's clock is ahead of the client's, in seconds
	Dates     string `json:",omitempty"` // "aged": responses have an Age header; "none": no Date; "ahead": a Date that is 2 to 3 seconds ahead
	Quick     bool   `json:",omitempty"` // reboots and failovers take a second
	TLS       bool   `json:",omitempty"`
	Proxy     bool   `json:",omitempty"` // a proxy that needs CONNECT; only with TLS
	Keys      *Keys  `json:",omitempty"` // nil means static credentials
	Seed      uint64 `json:",omitempty"` // seed of the fake's random choices
}

// Keys describe the behavior of the credentials provider.
type Keys struct {
	Life    int            `json:",omitempty"` // lifetime of keys in seconds
	Below   bool           `json:",omitempty"` // the provider returns the same keys until they expire, as the SDK's cache does
	Trouble map[int]string `json:",omitempty"` // the faults of the provider, by the number of the retrieval, from 1; 0 stands for all
}

// A Step is a call, a wait, or a run of an example program. Steps run one after
// the other.
type Step struct {
	Do       string            // "call", "wait", "program"
	Service  string            `json:",omitempty"` // "neptune" or "rds"
	Op       string            `json:",omitempty"` // the operation of a call, or the name of a wait or program
	Variant  string            `json:",omitempty"` // the name of the recipe's variant
	Count    int               `json:",omitempty"` // number of resources to wait for
	Deadline int               `json:",omitempty"` // deadline in seconds; for a call, the deadline of its context; 0 means none
	Args     map[string]string `json:",omitempty"`
	Pause    int               `json:",omitempty"` // pause before the step in seconds
	Again    bool              `json:",omitempty"` // the program restarts before the step, with a new client
}

// An Event happens when a step makes a certain connection or request, when it
// receives a certain response, or at a certain time.
type Event struct {
	Step int
	On   string // what N counts: "dial" (connections), "read" (describe requests), "change" (other requests), "any" (all requests), "reply" (responses); or "time", "before"
	N    int    // the number of the connection, request or response, from 1; for "time", the seconds since the step began; for "before", the seconds until it begins
	For  int    `json:",omitempty"` // duration of the event in seconds; 0 if the event affects only one connection, request or response
	Do   string // the event
	Arg  string `json:",omitempty"`
	Num  int    `json:",omitempty"`
}

func (e Event) String() string {
	s := fmt.Sprintf("%s %d of step %d: %s", e.On, e.N, e.Step, e.Do)
	if e.Arg != "" {
		s += " " + e.Arg
	}
	if e.Num != 0 {
		s += fmt.Sprintf(" %d", e.Num)
	}
	if e.For != 0 {
		s += fmt.Sprintf(" for %s", time.Duration(e.For)*time.Second)
	}
	return s
}

// JSON returns the plan in one line.
func (p *Plan) JSON() string {
	b, err := json.Marshal(p)
	if err != nil {
		panic(err) // a plan has only numbers and strings
	}
	return string(b)
}

func (p *Plan) clone() *Plan {
	q := new(Plan)
	if err := json.Unmarshal([]byte(p.JSON()), q); err != nil {
		panic(err)
	}
	return q
}

// actor reports whether another caller causes the event.
func (e Event) actor() bool { return strings.HasPrefix(e.Do, "actor") }

// A Finding is a violation of a promise.
type Finding struct {
	Kind string // for example "false success"
	Step int
	What string // the operation, wait or program, with its variant
	Text string // what the step reported, and what happened
}

// Key returns the kind of the finding and the name of the step's action.
func (f Finding) Key() string { return f.Kind + " of " + f.What }

func (f Finding) String() string { return f.Key() + ": " + f.Text }
