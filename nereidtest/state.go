package nereidtest

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"
	"time"
)

// state is what one AWS account holds: regions that know nothing of each other,
// and global clusters, which are seen from every region. The server's mutex
// guards all of it.
type state struct {
	account string
	timings Timings
	limits  Limits
	quirks  quirks

	now     time.Time // of the state clock, for the request or transition under way
	call    *call     // the request under way; nil in a transition
	agenda  agenda
	regions map[string]*region
	globals map[string]*globalCluster
	serial  int // of resource ids
}

// A region is the receiver of the operations: each AWS region is a control
// plane of its own. RDS and Neptune share the names in it.
type region struct {
	*state
	name      string
	clusters  map[string]*cluster
	instances map[string]*instance
	snapshots map[string]*snapshot
	dbSnaps   map[string]*dbSnapshot
	exports   map[string]*export
	events    []event // of the last two weeks, in the order of time
	noted     int     // events ever
}

func newState(o *options) *state {
	return &state{
		account: o.account,
		timings: o.timings,
		limits:  o.limits,
		quirks:  o.quirks,
		regions: make(map[string]*region),
		globals: make(map[string]*globalCluster),
	}
}

func (s *state) region(name string) *region {
	r := s.regions[name]
	if r == nil {
		r = &region{
			state:     s,
			name:      name,
			clusters:  make(map[string]*cluster),
			instances: make(map[string]*instance),
			snapshots: make(map[string]*snapshot),
			dbSnaps:   make(map[string]*dbSnapshot),
			exports:   make(map[string]*export),
		}
		s.regions[name] = r
	}
	return r
}

// settle runs all that is due by now, each item at its own time.
func (s *state) settle(now time.Time) {
	for {
		item, ok := s.agenda.next(now)
		if !ok {
			break
		}
		if item.at.After(s.now) {
			s.now = item.at
		}
		item.run()
	}
	s.now = now
}

// A lifecycle is the status of a resource and its way to the next one.
type lifecycle struct {
	status   string
	previous string
	since    time.Time // when it took the status
	until    time.Time // when it is to leave it by itself; zero for never
	moves    int
}

// enter gives the resource a status that it keeps until told otherwise. What
// was planned for it is off.
func (s *state) enter(l *lifecycle, status string) {
	l.previous, l.status = l.status, status
	l.since, l.until = s.now, time.Time{}
	l.moves++
}

// enterFor gives the resource a status for that long. Then next runs, which is
// to enter another one, unless the resource got one by other ways before.
func (s *state) enterFor(l *lifecycle, status string, d time.Duration, next func()) {
	s.enter(l, status)
	l.until = s.now.Add(d)
	s.plan(l, l.until, next)
}

// plan runs next at a time if the resource is still in the status of today.
func (s *state) plan(l *lifecycle, at time.Time, next func()) {
	moves := l.moves
	s.agenda.add(at, func() {
		if l.moves == moves {
			next()
		}
	})
}

// shown is the status that descriptions show: for the time of Timings.StatusLag
// still the one before.
func (s *state) shown(l *lifecycle) string {
	if l.previous != "" && s.now.Before(l.since.Add(s.timings.StatusLag)) {
		return l.previous
	}
	return l.status
}

// percent is how much of the time in the present status is over, 0 to 100.
func (s *state) percent(l *lifecycle) int32 {
	total := l.until.Sub(l.since)
	if l.until.IsZero() || total <= 0 {
		return 0
	}
	return int32(min(100, 100*float64(s.now.Sub(l.since))/float64(total)))
}

// resourceID makes ids of the form cluster-ABC…, that differ for everything
// ever made but are the same in each run of the same test.
func (r *region) resourceID(prefix string) string {
	r.serial++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s %d", r.account, r.name, prefix, r.serial))
	return prefix + "-" + base32.StdEncoding.EncodeToString(sum[:])[:26]
}

// sorted returns the values in the order of their keys, which is the order of
// every list.
func sorted[T any](m map[string]T) []T {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	list := make([]T, len(keys))
	for i, k := range keys {
		list[i] = m[k]
	}
	return list
}

func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }

func hasAnyPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}
