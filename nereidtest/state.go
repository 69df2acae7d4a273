package nereidtest

import (
	"encoding/base32"
	"encoding/hex"
	"strconv"
	"time"
)

// state contains the resources of all accounts. Each account has its own
// regions, and global clusters that are visible in all of its regions. The
// server's mutex guards the state.
type state struct {
	account string // of Server.Config
	timings Timings
	limits  Limits
	quirks  quirks
	lags    Lags
	seed    uint64
	touched []*resource // resources that may have changed since observe last ran

	now      time.Time // of the state clock, for the current request or event
	call     *call     // the current request; nil during an event
	timeline timeline
	journal  journal
	regions  map[string]*region // by account and name
	serial   int                // number of resource IDs so far

	disabledKeys map[string]bool     // by key ARN
	sharedKeys   map[string][]string // accounts that may use another account's key, by key ARN
}

// A region is the control plane of one AWS region for one account. Its exported
// methods are the operations. RDS and Neptune share its resources.
//
// To add an operation, add to region a method with the operation's name, in the
// file of the resource, and declare a struct with all parameters of the request
// in RDS and Neptune. The operation does not have to be registered. A new type
// of resource needs three declarations: a struct that embeds the type resource,
// a variable of type kind, and a method of region that returns the collection
// of the resources. See cluster_snapshot.go for an example.
type region struct {
	*state
	account     string // each account has its own regions
	name        string // empty for the region with the global clusters
	collections map[*kind]lookuper
	events      []event            // of the last two weeks, sorted by time
	noted       int                // number of events so far
	subnets     map[string]*subnet // by id
	maintenance []*pendingMaintenance
}

// A lookuper is a collection of any type of resource.
type lookuper interface {
	lookup(arn string) based
	drop(x based)
	observe(x *resource, lags bool)
}

func newState(o *options) *state {
	return &state{
		account: o.account,
		timings: o.timings,
		limits:  o.limits,
		quirks:  o.quirks,
		lags:    o.lags,
		seed:    o.seed,
		regions: make(map[string]*region),
	}
}

// region returns a region of the account of [Server.Config].
func (s *state) region(name string) *region { return s.regionOf(s.account, name) }

// region returns another region of the same account.
func (r *region) region(name string) *region { return r.regionOf(r.account, name) }

func (s *state) regionOf(account, name string) *region {
	key := account + " " + name
	r := s.regions[key]
	if r == nil {
		r = &region{state: s, account: account, name: name, collections: make(map[*kind]lookuper)}
		s.regions[key] = r
		if name != "" {
			r.addDefaultGroups()
		}
	}
	return r
}

// settle runs all events that are due. While an event runs, s.now is the
// event's time. At the end, s.now is set to the given time.
func (s *state) settle(now time.Time) {
	for {
		t, ok := s.timeline.next(now)
		if !ok {
			break
		}
		if t.at.After(s.now) {
			s.now = t.at
		}
		t.run()
		s.observe(true)
	}
	s.now = now
}

// resourceID returns a new resource ID such as cluster-ABC…. IDs are unique,
// and the same in each run of a test.
func (r *region) resourceID(prefix string) string {
	r.serial++
	return prefix + "-" + base32.StdEncoding.EncodeToString(r.nextDigest(prefix))[:26]
}

// globalID is like resourceID, but returns an ID such as
// cluster-0123456789abcde.
func (r *region) globalID() string {
	r.serial++
	return "cluster-" + hex.EncodeToString(r.nextDigest("cluster"))[:15]
}

func (r *region) nextDigest(prefix string) []byte {
	return digest(r.account, r.name, prefix, strconv.Itoa(r.serial))
}
