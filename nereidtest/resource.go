package nereidtest

import (
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A kind is what the API calls one kind of resource and how it refuses requests
// for it.
type kind struct {
	arn      string // in ARNs, such as cluster-snapshot; "" for a kind without ARNs
	source   rdstypes.SourceType
	notFound refusal // of the identifier in the request
	exists   refusal // of a name that is taken
	quota    refusal // of the limit
}

// A refusal is an error reply: its code, and its message with a verb for what it
// is about.
type refusal struct{ code, text string }

func (f refusal) of(what any) error { return apiError(f.code, f.text, what) }

// A resource is what all kinds of resources have in common. Each kind embeds it.
type resource struct {
	region *region
	kind   *kind
	name   string // as it is kept: in lower case
	tags   []tag
	lifecycle

	versions []version // what descriptions show of a resource that lags, now and later
	changes  int       // that lagged
}

// base gives a collection access to the resource in an item.
func (x *resource) base() *resource { return x }

// arn is the ARN of the resource, or its name for a kind without ARNs.
func (x *resource) arn() string {
	if x.kind.arn == "" {
		return x.name
	}
	return x.region.arnOf(x.kind.arn, x.name)
}

// notef records an event of the resource.
func (x *resource) notef(category, format string, args ...any) {
	x.region.notef(x.kind.source, x.arn(), x.name, category, format, args...)
}

// A lifecycle is the status of a resource and its way to the next one.
type lifecycle struct {
	status   string
	previous string
	since    time.Time // when it took the status
	until    time.Time // when it is to leave the status by itself; zero for never
	moves    int
	stopped  time.Time // when it was stopped last
}

// enter gives the resource a status that it keeps until told otherwise. What
// was planned for it is off.
func (x *resource) enter(status string) {
	x.previous, x.status = x.status, status
	x.since, x.until = x.region.now, time.Time{}
	x.moves++
	if status == "stopped" {
		x.stopped = x.since
	}
	x.record(status)
}

// enterFor gives the resource a status for that long. Then next runs, which is
// to enter another one, unless the resource left the status by other ways before.
func (x *resource) enterFor(status string, d time.Duration, next func()) {
	x.enter(status)
	x.until = x.region.now.Add(d)
	x.plan(x.until, next)
}

// plan runs next at a time if the resource is still in the status of today.
func (x *resource) plan(at time.Time, next func()) {
	moves := x.moves
	x.region.timeline.add(at, func() {
		if x.moves == moves {
			next()
		}
	})
}

// later runs change after a time, whatever the status is by then.
func (x *resource) later(d time.Duration, change func()) {
	x.region.timeline.add(x.region.now.Add(d), func() {
		x.touch()
		change()
	})
}

// put gives the resource a status that descriptions show at once: for tests that
// set it by hand.
func (x *resource) put(status string) {
	x.enter(status)
	x.previous = ""
}

// shown is the status that descriptions show: for the time of Timings.StatusLag
// still the one before, unless its kind has a lag of its own.
func (x *resource) shown() string {
	if x.previous != "" && x.region.lags.of(x.kind) == 0 && x.region.now.Before(x.since.Add(x.region.timings.StatusLag)) {
		return x.previous
	}
	return x.status
}

// percent is how much of the time in the present status is over, 0 to 100.
func (x *resource) percent() int32 {
	total := x.until.Sub(x.since)
	if x.until.IsZero() || total <= 0 {
		return 0
	}
	return int32(min(100, 100*float64(x.region.now.Sub(x.since))/float64(total)))
}
