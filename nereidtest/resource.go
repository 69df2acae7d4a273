package nereidtest

import (
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A kind describes one kind of resource: its names in the API and its common
// errors.
type kind struct {
	arn      string // in ARNs, such as cluster-snapshot; empty for a kind without ARNs
	filter   string // the name of the filter by identifier; empty for none
	source   rdstypes.SourceType
	notFound refusal // of the identifier in the request
	exists   refusal // of a name that is taken
	quota    refusal // of the limit
}

// A refusal is an error reply: a code, and a message that may have a verb for
// its subject.
type refusal struct{ code, text string }

func (f refusal) of(what any) error {
	if !strings.Contains(f.text, "%") {
		return apiError(f.code, "%s", f.text)
	}
	return apiError(f.code, f.text, what)
}

// A resource has the fields and methods that all kinds of resources share. Each
// kind embeds it.
type resource struct {
	region *region
	kind   *kind
	name   string // the stored form, in lower case
	tags   []tag
	lifecycle

	versions []version // what a lagging resource shows, now and later
	changes  int       // that lagged
}

// base returns the resource in an item.
func (x *resource) base() *resource { return x }

// arn returns the ARN of the resource, or its name for a kind without ARNs.
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

// A lifecycle is the status of a resource and its planned change to the next
// status.
type lifecycle struct {
	status   string
	previous string
	since    time.Time // when it took the status
	until    time.Time // when the status ends; zero for never
	moves    int
	stopped  time.Time // when it was stopped last
}

// enter gives the resource a status without an end. It cancels the planned
// events of the resource.
func (x *resource) enter(status string) {
	x.previous, x.status = x.status, status
	x.since, x.until = x.region.now, time.Time{}
	x.moves++
	if status == "stopped" {
		x.stopped = x.since
	}
	x.record(status)
}

// enterFor gives the resource a status for a duration d. Then next runs, which
// has to enter another status. If the resource leaves the status earlier, next
// does not run.
func (x *resource) enterFor(status string, d time.Duration, next func()) {
	x.enter(status)
	x.until = x.region.now.Add(d)
	x.plan(x.until, next)
}

// plan runs next at a time if the resource still has the present status then.
func (x *resource) plan(at time.Time, next func()) {
	moves := x.moves
	x.region.timeline.add(at, func() {
		if x.moves == moves {
			next()
		}
	})
}

// later runs change after a duration d, in any status.
func (x *resource) later(d time.Duration, change func()) {
	x.region.timeline.add(x.region.now.Add(d), func() {
		x.touch()
		change()
	})
}

// put gives the resource a status that descriptions show at once. It serves
// tests that set the status by hand.
func (x *resource) put(status string) {
	x.enter(status)
	x.previous = ""
}

// shown returns the status that descriptions show. For Timings.StatusLag this
// is the previous status, unless the kind has its own lag.
func (x *resource) shown() string {
	if x.previous != "" && x.region.lags.of(x.kind) == 0 && x.region.now.Before(x.since.Add(x.region.timings.StatusLag)) {
		return x.previous
	}
	return x.status
}

// percent returns the share of the present status's duration that has passed,
// from 0 to 100.
func (x *resource) percent() int32 {
	total := x.until.Sub(x.since)
	if x.until.IsZero() || total <= 0 {
		return 0
	}
	return int32(min(100, 100*float64(x.region.now.Sub(x.since))/float64(total)))
}
