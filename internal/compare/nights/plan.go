package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// A Plan is a night, wholly decided: running it draws nothing any more but the jitter of the client's
// own pauses.
type Plan struct {
	Seed   uint64
	World  World
	Steps  []Step
	Events []Event `json:",omitempty"`
}

// A World is what is the case all night.
type World struct {
	Lag       int    `json:",omitempty"` // seconds by which descriptions lag at the most
	NamesLast bool   `json:",omitempty"` // creations look at names after states and quotas
	Skew      int    `json:",omitempty"` // seconds by which the service's clock is ahead of ours
	Dates     string `json:",omitempty"` // "aged" has an Age header, "none" no Date, "ahead" two seconds too many
	Quick     bool   `json:",omitempty"` // reboots and failovers take a second
	TLS       bool   `json:",omitempty"`
	Proxy     bool   `json:",omitempty"` // CONNECT through one; needs TLS
	Keys      *Keys  `json:",omitempty"` // nil is static credentials
	Seed      uint64 `json:",omitempty"` // of what the fake draws
}

// Keys say what the credentials provider does.
type Keys struct {
	Life    int            `json:",omitempty"` // seconds that keys live
	Below   bool           `json:",omitempty"` // the provider keeps its keys to the last second, as the SDK's cache does
	Trouble map[int]string `json:",omitempty"` // by the number of the retrieval from 1; 0 is every one
}

// A Step is something that the program does, one after the other.
type Step struct {
	Do       string            // "call", "wait", "program"
	Service  string            `json:",omitempty"` // "neptune" or "rds"
	Op       string            `json:",omitempty"` // of a call the operation, of a wait its name, of a program its name
	Variant  string            `json:",omitempty"` // of the recipe
	Count    int               `json:",omitempty"` // of resources to wait for
	Deadline int               `json:",omitempty"` // seconds; of a call that of its context, 0 for none
	Args     map[string]string `json:",omitempty"`
	Pause    int               `json:",omitempty"` // seconds before it begins
	Again    bool              `json:",omitempty"` // the program is started afresh: a new client
}

// An Event happens at a moment of a step.
type Event struct {
	Step int
	On   string // "change", "read", "any", "dial", "time", "reply": what is counted; "before" is before the step
	N    int    // which of them, from 1; of time the seconds, and of before those until the step begins
	For  int    `json:",omitempty"` // seconds for which it holds from then on; 0 for this one only
	Do   string // what happens
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

// actor reports whether the event is something that another actor does.
func (e Event) actor() bool { return strings.HasPrefix(e.Do, "actor") }

// A Finding is something that must not be.
type Finding struct {
	Kind string // such as "false success"
	Step int
	What string // the operation, wait or program, with its variant
	Text string // what the step reported against what was done
}

// Key tells findings of different kinds apart.
func (f Finding) Key() string { return f.Kind + " of " + f.What }

func (f Finding) String() string { return f.Key() + ": " + f.Text }
