package nereidtest

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
)

// An Option changes how a [Server] is made.
type Option func(*options)

type options struct {
	region      string
	account     string
	credentials []nereid.Credentials
	addr        string
	speed       float64
	manual      bool
	base        time.Time
	skew        time.Duration
	seed        uint64
	timings     Timings
	limits      Limits
	quirks      quirks
	lags        Lags
	err         error // of an option that cannot be meant
}

// quirks are choices between behaviours that sources tell differently.
type quirks struct {
	unknownExportEmpty bool
	copiesOwnTime      bool
	namesLast          bool
	noGlobals          []string // regions
}

func defaultOptions() *options {
	return &options{
		region:  "us-east-1",
		account: "123456789012",
		speed:   1,
		seed:    1,
		timings: DefaultTimings(),
		limits:  DefaultLimits(),
	}
}

// check refuses values that cannot be meant.
func (o *options) check() error {
	switch {
	case o.err != nil:
		return o.err
	case o.region == "":
		return errors.New("no region")
	case len(o.account) != 12 || strings.Trim(o.account, "0123456789") != "":
		return fmt.Errorf("an account %q: it must have 12 digits", o.account)
	}
	for _, times := range []reflect.Value{reflect.ValueOf(o.timings), reflect.ValueOf(o.lags)} {
		for i := range times.NumField() {
			if d := times.Field(i).Interface().(time.Duration); d < 0 {
				return fmt.Errorf("a negative time: %s of %s", times.Type().Field(i).Name, d)
			}
		}
	}
	return nil
}

// WithRegion sets the region of [Server.Config], by default us-east-1. The
// server has all other regions too. It does not start with an empty name.
func WithRegion(region string) Option { return func(o *options) { o.region = region } }

// WithAccount sets the id of the account, by default 123456789012. The server does
// not start unless it has 12 digits.
func WithAccount(id string) Option { return func(o *options) { o.account = id } }

// WithCredentials sets credentials that the server accepts, instead of
// AKIDEXAMPLE with SECRETEXAMPLE. Given several times it accepts all of them;
// [Server.Config] has the first.
func WithCredentials(c nereid.Credentials) Option {
	return func(o *options) { o.credentials = append(o.credentials, c) }
}

// WithAddr makes the server listen on that TCP address from the start, such as
// "127.0.0.1:8182".
func WithAddr(addr string) Option { return func(o *options) { o.addr = addr } }

// WithSpeed makes states move n times as fast as time passes, by default once.
// [Server.Advance] moves them further. The server does not start unless n is more
// than 0 and at most a million.
//
// The times that descriptions show are those of the state clock. It starts at
// the present time, so with a speed above 1 it runs ahead of the wall clock: at a
// million, by a century in an hour, and in three days it is past the year 9999,
// after which no time can be shown.
func WithSpeed(n float64) Option {
	return func(o *options) {
		if !(n > 0 && n <= maxSpeed) { // NaN is none of it
			o.err = fmt.Errorf("a speed of %v: it must be more than 0 and at most %d", n, int(maxSpeed))
		}
		o.speed = n
	}
}

// WithClock makes states move only with [Server.Advance], from that time on. A
// zero time stands for the present.
//
// The creation times that descriptions show then stand still as well. What
// compares them with the wall clock, like the recovery of a create whose answer
// was lost, wants a running clock.
func WithClock(start time.Time) Option {
	return func(o *options) { o.manual, o.base = true, start }
}

// WithClockSkew makes all clocks of the service differ by d from time.Now, as when
// the clock of the client's machine is wrong: that by which signatures are judged
// and which Date headers show, and the state clock, unless [WithClock] sets that to
// a time of its own.
func WithClockSkew(d time.Duration) Option { return func(o *options) { o.skew = d } }

// WithTimings changes how long things take: change gets the defaults. The server does
// not start if one of them is negative.
func WithTimings(change func(*Timings)) Option { return func(o *options) { change(&o.timings) } }

// WithLimits changes the quotas of the account: change gets the defaults.
func WithLimits(change func(*Limits)) Option { return func(o *options) { change(&o.limits) } }

// WithSeed sets the seed of the chance in [Fault.Probability], of the times in [Lags]
// and of the order of the lists that have none, such as the members of a cluster. It
// is 1 by default.
func WithSeed(seed uint64) Option { return func(o *options) { o.seed = seed } }

// WithUnknownExportTaskEmpty makes DescribeExportTasks answer with an empty list
// when it is asked for a task that does not exist. The API model names the fault
// ExportTaskNotFound for that, which is the default; users of AWS have seen the
// empty list.
func WithUnknownExportTaskEmpty() Option {
	return func(o *options) { o.quirks.unknownExportEmpty = true }
}

// WithCopiesHavingOwnTime makes copies of cluster snapshots show when they were
// begun. By default they show the SnapshotCreateTime of their source, as was seen of
// snapshots of Aurora. Of Neptune it is not known.
func WithCopiesHavingOwnTime() Option {
	return func(o *options) { o.quirks.copiesOwnTime = true }
}

// WithNamesCheckedLast makes operations that create something look at the states of
// what it is made of and at the quotas before they look whether the name is taken,
// and puts clusters and instances into backing-up while a snapshot of them is taken.
// So a repeated CreateDBClusterSnapshot is refused with InvalidDBClusterStateFault or
// SnapshotQuotaExceeded rather than for its name. AWS does not document the order; by
// default the name comes first, and what a snapshot is taken of stays available.
func WithNamesCheckedLast() Option {
	return func(o *options) { o.quirks.namesLast = true }
}

// WithoutGlobalDatabases makes regions refuse all operations on global clusters with
// InvalidParameterValue, like the regions of AWS that do not have them. By default
// every region has them.
func WithoutGlobalDatabases(regions ...string) Option {
	return func(o *options) { o.quirks.noGlobals = append(o.quirks.noGlobals, regions...) }
}

// Timings are how long the states of resources last, on the state clock. The
// defaults are of the order that users of AWS report; where nobody has
// published a number (stopping, starting, failover) they are guesses.
type Timings struct {
	ClusterCreate   time.Duration // creating
	ClusterModify   time.Duration // modifying, renaming
	ClusterUpgrade  time.Duration // upgrading
	ClusterStart    time.Duration // starting
	ClusterStop     time.Duration // stopping
	ClusterFailover time.Duration // failing-over
	ClusterDelete   time.Duration // deleting
	ClusterRestart  time.Duration // stopped, until AWS starts it again

	InstanceCreate time.Duration // creating
	InstanceDelete time.Duration // deleting
	InstanceReboot time.Duration // rebooting

	// Of instances that belong to no cluster:
	InstanceStart   time.Duration // starting
	InstanceStop    time.Duration // stopping
	InstanceRestart time.Duration // stopped, until AWS starts it again

	// Of clusters and instances:
	SnapshotCreate     time.Duration // creating
	SnapshotCopy       time.Duration // copying, within a region
	SnapshotCopyRegion time.Duration // pending and copying, from another region
	SnapshotDelete     time.Duration // deleting

	ExportStart  time.Duration // STARTING, when AWS restores the source
	ExportRun    time.Duration // IN_PROGRESS
	ExportCancel time.Duration // CANCELING

	GlobalCreate   time.Duration // creating
	GlobalModify   time.Duration // modifying
	GlobalFailover time.Duration // failing-over, switching-over
	GlobalRemove   time.Duration // promoting, of a removed member
	GlobalDelete   time.Duration // deleting

	// StatusLag is for how long a description still shows the status that a
	// resource had before, like AWS, where a stopped cluster may be shown as
	// available for a moment after it was told to stop. 0 by default. It has no
	// effect on kinds of resources for which [Lags] says how they lag.
	StatusLag time.Duration
}

// DefaultTimings returns the defaults.
func DefaultTimings() Timings {
	return Timings{
		ClusterFailover: 30 * time.Second,
		ClusterCreate:   75 * time.Second,
		ClusterModify:   time.Minute,
		ClusterUpgrade:  15 * time.Minute,
		ClusterStart:    8 * time.Minute,
		ClusterStop:     5 * time.Minute,
		ClusterDelete:   2 * time.Minute,
		ClusterRestart:  7 * 24 * time.Hour,

		InstanceCreate: 6 * time.Minute,
		InstanceDelete: 4 * time.Minute,
		InstanceReboot: 2 * time.Minute,

		InstanceStart:   5 * time.Minute,
		InstanceStop:    4 * time.Minute,
		InstanceRestart: 7 * 24 * time.Hour,

		SnapshotCreate:     2 * time.Minute,
		SnapshotCopy:       3 * time.Minute,
		SnapshotCopyRegion: 12 * time.Minute,
		SnapshotDelete:     10 * time.Second,

		ExportStart:  14 * time.Minute,
		ExportRun:    6 * time.Minute,
		ExportCancel: 90 * time.Second,

		GlobalCreate:   15 * time.Second,
		GlobalModify:   20 * time.Second,
		GlobalFailover: 3 * time.Minute,
		GlobalRemove:   2 * time.Minute,
		GlobalDelete:   15 * time.Second,
	}
}

// Limits are the quotas of the account. A negative number is without a limit.
type Limits struct {
	SnapshotExports int // of snapshots, running at a time in a region
	ClusterExports  int // of clusters, likewise

	// ExportLimitCode is the error code of one export too many. No model or
	// document names it: the default, ExportTaskLimitReachedFault, is what
	// users' programs look for.
	ExportLimitCode string

	SnapshotCopies      int // of cluster snapshots, in progress to a region
	DBSnapshotCopies    int // of snapshots of instances, likewise
	ManualSnapshots     int // of clusters, in a region
	ManualDBSnapshots   int // of instances, in a region
	Clusters            int // in a region
	InstancesPerCluster int
	GlobalClusters      int // in the account
	GlobalSecondaries   int // of a global cluster
	Tags                int // of a resource
}

// DefaultLimits returns the defaults.
func DefaultLimits() Limits {
	return Limits{
		SnapshotExports:     5,
		ClusterExports:      5,
		ExportLimitCode:     "ExportTaskLimitReachedFault",
		SnapshotCopies:      5,
		DBSnapshotCopies:    20,
		ManualSnapshots:     100,
		ManualDBSnapshots:   100,
		Clusters:            40,
		InstancesPerCluster: 16,
		GlobalClusters:      100,
		GlobalSecondaries:   5,
		Tags:                50,
	}
}

// reached reports whether one more would be too many.
func reached(have, limit int) bool { return limit >= 0 && have >= limit }
