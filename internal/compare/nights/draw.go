package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
)

// A cell is a combination that the simulation must cover: an operation, the
// phase in which a fault happens, and what another caller does at about that
// time.
type cell struct{ op, phase, actor string }

func (c cell) String() string { return fmt.Sprintf("%s × %s × %s", c.op, c.phase, c.actor) }

var (
	phases = []string{"none", "connect", "before", "after", "answer", "refused", "look"}
	actors = []string{"none", "equal", "other", "undo"}
)

// cells returns all cells.
func cells() []cell {
	var all []cell
	for _, r := range recipes() {
		for _, phase := range phases {
			if phase == "look" && !r.looks() {
				continue
			}
			for _, actor := range actors {
				all = append(all, cell{r.op, phase, actor})
			}
		}
	}
	return all
}

// drawnCells returns the combinations to simulate, some of them several times.
// Those with a fault during a describe request occur most often in the list,
// because in many runs the client makes no describe request.
func drawnCells() []cell {
	onces := map[string]bool{}
	for _, r := range recipes() {
		onces[r.op] = r.effect == once
	}
	var all []cell
	for _, c := range cells() {
		n := 1
		switch {
		case c.phase == "look":
			n = 5
		case isOneOf(c.phase, "none", "connect", "answer"), onces[c.op]:
			n = 2 // these cells are not covered by chance
		}
		for range n {
			all = append(all, c)
		}
	}
	return all
}

type drawer struct {
	*rand.Rand
	plan *Plan
}

func pick[T any](d *drawer, from ...T) T { return from[d.IntN(len(from))] }

func (d *drawer) chance(percent int) bool { return d.IntN(100) < percent }

// draw returns the plan of a seed.
func draw(seed uint64) *Plan {
	d := &drawer{Rand: rand.New(rand.NewPCG(seed, 14)), plan: &Plan{Seed: seed}}
	d.world()
	switch {
	case seed%8 == 5:
		d.waits()
	case seed%8 == 7:
		d.programs()
	default:
		d.calls()
	}
	return d.plan
}

func (d *drawer) world() {
	w := &d.plan.World
	w.Seed = d.Uint64N(1 << 32)
	if d.chance(30) {
		w.Lag = pick(d, 2, 5, 10, 20, 45)
	}
	w.NamesLast = d.chance(25)
	w.Quick = d.chance(30)
	if d.chance(25) {
		w.Skew = pick(d, -7200, -180, -10, 2, 10, 180, 600, 1800, 86400)
	}
	if d.chance(20) {
		w.Dates = pick(d, "aged", "none", "ahead")
	}
	if w.Dates != "" && w.Skew != 0 {
		w.Skew = pick(d, -180, -10, 10, 180) // the service accepts signatures with these
	}
	if d.chance(25) {
		w.TLS = true
		w.Proxy = d.chance(50)
	}
	if d.chance(15) {
		w.Keys = &Keys{Life: pick(d, 900, 3600), Below: d.chance(30), Trouble: map[int]string{}}
		if d.chance(75) {
			w.Keys.Trouble[pick(d, 1, 2, 2, 2, 3)] = pick(d, "exit", "exit", "slow", "same", "hang", "hang")
		}
	}
}

// calls chooses the calls of a night (one run of the simulation). Each call
// covers one of the combinations that drawnCells returns. Successive nights
// cover different combinations, so that none is left out.
func (d *drawer) calls() {
	all := drawnCells()
	k, service, lasting := d.plan.World.Keys, "", 0
	if k != nil {
		switch w := &d.plan.World; {
		case w.Dates != "":
		case len(k.Trouble) == 0 && d.chance(50):
			w.Skew = pick(d, 10, 60, 180) // keys expire a little earlier than the client's clock shows
		case d.chance(30):
			w.Skew = pick(d, -7200, -1800, 1800, 7200) // which the first rejection shows
			if k.Trouble[1] == "" && d.chance(50) {
				lasting = 4 // the first steps have no pause, so that the first keys stay valid
				for n := range 6 {
					k.Trouble[3+n] = "exit"
				}
			}
		}
		service = pick(d, "neptune", "rds") // one service, so that the calls share a cache of keys
	}
	// In six of eight successive seeds, the steps of the plan are calls. The
	// variable number counts only those six, so that no combination is skipped.
	number := d.plan.Seed/8*6 + min(d.plan.Seed%8, 5)
	const count = 11
	for i := range uint64(count) {
		n := int((number*count + i) * 7919 % uint64(len(all)))
		for service != "" && !hasOperation(service, all[n].op) {
			n = (n + 1) % len(all)
		}
		d.call(all[n])
	}
	if k == nil {
		return
	}
	for i := range d.plan.Steps {
		s := &d.plan.Steps[i]
		s.Again = false
		r, v := find(s)
		if s.Service = service; v.service != "" && v.service != service {
			s.Variant = r.variants[0].name
		}
		if hangs(k) {
			s.Deadline = pick(d, 20, 45, 90)
		}
		if i > lasting && d.chance(60) { // until the keys are about to expire, or have expired
			s.Pause = pick(d, k.Life-200, k.Life-100, k.Life-40, k.Life+10)
		}
	}
}

func (d *drawer) call(c cell) {
	i := len(d.plan.Steps)
	step := Step{Do: "call", Op: c.op}
	var r recipe
	for _, r = range recipes() {
		if r.op == c.op {
			break
		}
	}
	v := pick(d, r.variants...)
	step.Variant = v.name
	if step.Service = pick(d, "neptune", "rds"); r.service != "" {
		step.Service = r.service
	}
	if v.service != "" {
		step.Service = v.service
	}
	if !hasOperation(step.Service, c.op) {
		step.Service = map[string]string{"neptune": "rds", "rds": "neptune"}[step.Service]
	}
	if d.chance(10) {
		step.Deadline = pick(d, 5, 20, 45, 90)
	}
	d.plan.Steps = append(d.plan.Steps, step)
	add := func(e Event) {
		e.Step = i
		d.plan.Events = append(d.plan.Events, e)
	}
	actor := c.actor
	if actor == "undo" {
		actor += " " + strconv.Itoa(d.IntN(8))
	}
	first := 1
	early := false                                                                           // whether the other caller acts before the fault
	waits := r.effect == identity && c.actor == "equal" && c.phase != "none" && d.chance(30) // whether another caller does the same while the call waits
	if waits || c.phase != "look" && c.phase != "none" && d.chance(15) {                     // the first attempt is throttled
		e := d.throttle()
		if waits {
			e.Num = pick(d, 8, 15)
		}
		e.On, e.N = "change", 1
		add(e)
		first = 2
		if early = waits || c.actor != "none" && d.chance(60); early {
			add(Event{On: "change", N: 1, Do: "actor", Arg: actor, Num: 1})
		}
	}
	hit := Event{On: "change", N: first}
	switch c.phase {
	case "none":
		hit.Do = ""
	case "connect":
		d.fresh(i)
		slow, share := pick(d, 3, 8, 20), 20
		if r.effect == identity && c.actor == "equal" {
			slow, share = pick(d, 12, 20), 60
		}
		if !d.chance(share) {
			hit = d.connect()
			hit.On, hit.N = "dial", 1
			break
		}
		// The connection takes a while, another caller acts meanwhile, and the
		// first response is lost.
		add(Event{On: "dial", N: 1, Do: "slow-dial", Num: slow})
		hit.Do = pick(d, "reset-after", "status-after", "cut")
		if early = c.actor != "none" && d.chance(75); early {
			add(Event{On: "time", N: 1 + d.IntN(slow-1), Do: "actor", Arg: actor})
		}
	case "before":
		hit.Do = pick(d, "reset-before", "stall-before", "status-before", "status-before", "status-before", "late", "portal")
	case "after":
		hit.Do = pick(d, "reset-after", "reset-after", "stall-after", "status-after", "status-after")
	case "answer":
		hit.Do = pick(d, "cut-head", "cut", "cut", "empty", "json", "middleware")
	case "refused":
		hit.Do = pick(d, "reset-after", "status-before", "status-after", "cut")
		code := ownState(r.resource)
		after, times := first+1, 1+d.IntN(2)
		switch {
		case r.effect == once: // no attempt follows a doubtful one
			hit.Do, after = "", first
		case code != "" && r.effect != identity && d.chance(20):
			// The first attempt is delayed. The service rejects the second
			// attempt before it receives the first.
			hit.Do = "overtaken"
			add(Event{On: "change", N: after, Do: "refuse", Arg: code})
			times = 0
		}
		for n := range times {
			e := d.refuse()
			e.On, e.N = "change", after+n
			add(e)
		}
	case "look":
		hit.Do = pick(d, "reset-after", "status-after", "cut")
		e := Event{On: "read", N: pick(d, 1, 1, 1, 2), Do: pick(d, "absent", "reset-before", "throttle", "refuse"), For: d.IntN(2) * pick(d, 5, 15, 20)}
		if e.Do == "refuse" {
			e.Arg = pick(d, "AccessDenied", "InternalFailure")
		}
		switch {
		case e.Do == "absent" && r.effect != identity:
			e.Do = "throttle"
		case r.effect == identity && d.chance(30):
			e.Do = "absent"
		}
		if e.Do == "absent" && e.For == 0 {
			e.For = pick(d, 3, 8, 20)
		}
		if e.Do == "throttle" {
			e.Arg = "400"
		}
		add(e)
	}
	switch hit.Do {
	case "status-before", "status-after":
		hit.Num, hit.Arg = pick(d, 500, 502, 502, 503, 504), pick(d, "html", "html", "xml:InternalFailure", "xml:ServiceUnavailable")
	case "late":
		hit.Num, hit.Arg = pick(d, 1, 4, 15, 70, 200), pick(d, "504", "stall")
	case "overtaken":
		hit.Do, hit.Num, hit.Arg = "late", pick(d, 70, 200), "504"
	case "cut":
		hit.Num = pick(d, 5, 50, 95)
	case "middleware":
		hit.On, hit.N, hit.Arg = "reply", 1, pick(d, "eof", "wrapped", "reset", "custom")
	}
	if hit.Do != "" {
		add(hit)
	}
	if c.phase != "look" && d.chance(12) { // the next answer is lost too
		add(Event{On: "change", N: first + 1, Do: pick(d, "reset-before", "reset-after"), Arg: ""})
	}
	if c.actor != "none" && !early {
		n := first + pick(d, 0, 0, 1, 1, 1)
		if c.phase == "none" || c.phase == "connect" || r.effect == once {
			n = 1
		}
		e := Event{On: "change", N: n, Do: "actor", Arg: actor, Num: d.IntN(2)}
		switch {
		case c.phase == "look" && d.chance(60): // during a description
			e.On, e.N = "read", pick(d, 1, 1, 2)
		case d.chance(30):
			e.On, e.N, e.Num = "before", pick(d, 2, 10, 30, 90), 0
		}
		add(e)
	}
	if d.chance(4) {
		add(Event{On: pick(d, "change", "read"), N: 1 + d.IntN(2), Do: "cancel", Num: d.IntN(2)})
	}
	if w := d.plan.World; d.chance(4) && (w.Dates == "" || w.Skew == 0 && !slices.ContainsFunc(d.plan.Events, isClock)) {
		jump := pick(d, 5, 600, 3600)
		if w.Dates != "" {
			jump = min(jump, 180) // without a Date, calls allow for clocks that differ by 4 minutes
		}
		add(Event{On: "change", N: 1, Do: "clock", Num: jump})
	}
}

func isClock(e Event) bool { return e.Do == "clock" }

// fresh makes step i open a new connection.
func (d *drawer) fresh(i int) { d.plan.Steps[i].Again = true }

func (d *drawer) connect() Event {
	faults := []string{"refuse-dial", "dns", "reset-first"}
	if d.plan.World.TLS {
		faults = append(faults, "tls-garbage", "tls-close", "tls-stall")
	}
	if d.plan.World.Proxy {
		faults = append(faults, "proxy-status", "proxy-status", "proxy-stall")
	}
	e := Event{Do: pick(d, faults...)}
	if e.Do == "proxy-status" {
		e.Num = pick(d, 403, 407, 502, 503)
	}
	return e
}

func (d *drawer) throttle() Event {
	return Event{Do: "throttle", Arg: pick(d, "400", "429", "503"), Num: pick(d, 0, 2, 8, 15)}
}

// refuse chooses a rejection at random, regardless of the request.
func (d *drawer) refuse() Event {
	if d.chance(40) {
		return d.throttle()
	}
	return Event{Do: "refuse", Arg: pick(d, "ExpiredToken", "AccessDenied", "RouteNotFound", "KMSKeyNotFoundFault", "OptionGroupNotFoundFault", "InvalidClientTokenId")}
}

// ownState returns the code with which the service rejects a request because of
// the state of a resource of this type. It returns "" for types without
// transitional states. For example, a change of a parameter group takes effect
// immediately.
func ownState(resource string) string {
	switch resource {
	case "cluster":
		return "InvalidDBClusterStateFault"
	case "endpoint":
		return "InvalidDBClusterEndpointStateFault"
	case "export":
		return "InvalidExportTaskStateFault"
	case "global":
		return "InvalidGlobalClusterStateFault"
	case "member", "instance":
		return "InvalidDBInstanceState"
	case "snapshot":
		return "InvalidDBClusterSnapshotStateFault"
	case "db snapshot":
		return "InvalidDBSnapshotState"
	case "subscription":
		return "InvalidEventSubscriptionState"
	}
	return ""
}
