package nereidtest

import (
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A kind describes a type of resource, with its names in the API and its common
// errors.
type kind struct {
	arn      string // the type in ARNs, such as cluster-snapshot; empty if there are no ARNs
	filter   string // the name of the identifier filter; empty if there is none
	source   rdstypes.SourceType
	notFound refusal // if the resource does not exist
	exists   refusal // if the name is already in use
	quota    refusal // if the quota is exceeded
}

// A refusal is an error reply with a code and a message. The message can
// contain a fmt verb, which is replaced by, for example, the resource's name.
type refusal struct{ code, text string }

func (f refusal) of(what any) error {
	if !strings.Contains(f.text, "%") {
		return apiError(f.code, "%s", f.text)
	}
	return apiError(f.code, f.text, what)
}

// A resource contains the fields and methods that all types of resources share.
// Each type embeds it.
type resource struct {
	region *region
	kind   *kind
	name   string // the stored form, in lower case
	tags   []tag
	lifecycle

	versions []version // current and future descriptions of a lagging resource
	changes  int       // number of changes that lagged
}

// base returns the resource that an item embeds.
func (x *resource) base() *resource { return x }

// arn returns the ARN of the resource, or its name if its type does not have
// ARNs.
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

// A lifecycle contains a resource's status and the time at which the status is
// planned to change.
type lifecycle struct {
	status   string
	previous string
	since    time.Time // when the status was set
	until    time.Time // when the status is planned to end; zero if it is not
	moves    int
	stopped  time.Time // when the resource was last stopped
}

// enter sets the status of the resource, without a planned end. It cancels the
// resource's planned events.
func (x *resource) enter(status string) {
	x.previous, x.status = x.status, status
	x.since, x.until = x.region.now, time.Time{}
	x.moves++
	if status == "stopped" {
		x.stopped = x.since
	}
	x.record(status)
}

// enterFor sets the status of the resource for a duration d. After that time,
// it calls the function next, which must set another status. If the status
// changes earlier, next is not called.
func (x *resource) enterFor(status string, d time.Duration, next func()) {
	x.enter(status)
	x.until = x.region.now.Add(d)
	x.plan(x.until, next)
}

// plan adds an event that calls the function next at the given time, unless the
// resource's status has changed by then.
func (x *resource) plan(at time.Time, next func()) {
	moves := x.moves
	x.region.timeline.add(at, func() {
		if x.moves == moves {
			next()
		}
	})
}

// later adds an event that calls change after the duration d, whatever the
// resource's status is by then.
func (x *resource) later(d time.Duration, change func()) {
	x.region.timeline.add(x.region.now.Add(d), func() {
		x.touch()
		change()
	})
}

// put sets the status of the resource on behalf of a test. Unlike with enter,
// Describe responses show the new status immediately.
func (x *resource) put(status string) {
	x.enter(status)
	x.previous = ""
}

// shown returns the status that Describe responses show. Until
// Timings.StatusLag has elapsed after a change of the status, Describe
// responses show the previous status. StatusLag has no effect on types of
// resources that have a lag in [Lags].
func (x *resource) shown() string {
	if x.previous != "" && x.region.lags.of(x.kind) == 0 && x.region.now.Before(x.since.Add(x.region.timings.StatusLag)) {
		return x.previous
	}
	return x.status
}

// percent returns how much of the current status's duration has elapsed, from 0
// to 100.
func (x *resource) percent() int32 {
	total := x.until.Sub(x.since)
	if x.until.IsZero() || total <= 0 {
		return 0
	}
	return int32(min(100, 100*float64(x.region.now.Sub(x.since))/float64(total)))
}
