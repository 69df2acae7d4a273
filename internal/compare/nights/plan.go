package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// A Plan is a complete description of a night. Running it draws nothing more,
// except for the jitter of the client's own pauses.
type Plan struct {
	Seed   uint64
	World  World
	Steps  []Step
	Events []Event `json:",omitempty"`
}

// A World has the conditions that last all night.
type World struct {
	Lag       int    `json:",omitempty"` // maximum lag of descriptions in seconds
	NamesLast bool   `json:",omitempty"` // creations check states and quotas before names
	Skew      int    `json:",omitempty"` // lead of the service's clock over ours in seconds
	Dates     string `json:",omitempty"` // "aged" has an Age header, "none" no Date, "ahead" two seconds too many
	Quick     bool   `json:",omitempty"` // reboots and failovers take a second
	TLS       bool   `json:",omitempty"`
	Proxy     bool   `json:",omitempty"` // a proxy that needs CONNECT; only with TLS
	Keys      *Keys  `json:",omitempty"` // nil means static credentials
	Seed      uint64 `json:",omitempty"` // of the fake's random choices
}

// Keys describe the behavior of the credentials provider.
type Keys struct {
	Life    int            `json:",omitempty"` // lifetime of keys in seconds
	Below   bool           `json:",omitempty"` // the provider keeps its keys to the last second, as the SDK's cache does
	Trouble map[int]string `json:",omitempty"` // by the number of the retrieval, from 1; 0 stands for every retrieval
}

// A Step is a step of the program. Steps run one after the other.
type Step struct {
	Do       string            // "call", "wait", "program"
	Service  string            `json:",omitempty"` // "neptune" or "rds"
	Op       string            `json:",omitempty"` // of a call its operation; of a wait or a program its name
	Variant  string            `json:",omitempty"` // of the recipe
	Count    int               `json:",omitempty"` // number of resources to wait for
	Deadline int               `json:",omitempty"` // in seconds; for a call, of its context; 0 means none
	Args     map[string]string `json:",omitempty"`
	Pause    int               `json:",omitempty"` // pause before the step in seconds
	Again    bool              `json:",omitempty"` // the program is restarted, with a new client
}

// An Event happens at a certain moment of a step.
type Event struct {
	Step int
	On   string // the kind of moments to count: "change", "read", "any", "dial", "time", "reply"; "before" means before the step
	N    int    // the number of the moment, from 1; for "time" the seconds, for "before" the seconds until the step begins
	For  int    `json:",omitempty"` // duration of the event in seconds; 0 if it is for this moment only
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
		panic(err) // it consists of numbers and texts
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

// actor reports whether the event is an action of another actor.
func (e Event) actor() bool { return strings.HasPrefix(e.Do, "actor") }

// A Finding is a violation of a promise.
type Finding struct {
	Kind string // such as "false success"
	Step int
	What string // the operation, wait or program, with its variant
	Text string // the step's report and the facts
}

// Key returns a text that differs between kinds of findings.
func (f Finding) Key() string { return f.Kind + " of " + f.What }

func (f Finding) String() string { return f.Key() + ": " + f.Text }
