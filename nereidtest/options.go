package nereidtest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
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
	others      []otherAccount
	policy      *policy // of the account; nil allows everything
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

// An otherAccount is one that is not that of Config, with its keys.
type otherAccount struct {
	id          string
	credentials []nereid.Credentials
}

// accountOf returns the account of an access key.
func (o *options) accountOf(accessKeyID string) string {
	for _, a := range o.others {
		if slices.ContainsFunc(a.credentials, func(c nereid.Credentials) bool { return c.AccessKeyID == accessKeyID }) {
			return a.id
		}
	}
	return o.account
}

// quirks are choices between behaviours that sources tell differently.
type quirks struct {
	unknownExportEmpty bool
	copiesOwnTime      bool
	namesLast          bool
	noGlobals          []string // regions
	noExports          []string // engines
	exportLimitStatus  int      // 0 is that of the code
	cancelingIsOver    bool
	loneMembersRun     bool
	stoppedStays       bool
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
	case !isAccount(o.account):
		return fmt.Errorf("an account %q: it must have 12 digits", o.account)
	}
	keys := make(map[string]bool)
	for _, c := range o.credentials {
		keys[c.AccessKeyID] = true
	}
	for _, a := range o.others {
		if !isAccount(a.id) {
			return fmt.Errorf("an account %q: it must have 12 digits", a.id)
		}
		for _, c := range a.credentials {
			if keys[c.AccessKeyID] {
				return fmt.Errorf("the access key %s belongs to two accounts", c.AccessKeyID)
			}
			keys[c.AccessKeyID] = true
		}
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

// WithAccount sets the id of the account of [Server.Config], by default 123456789012.
//
// With credentials, the option adds another account: a request acts for the account of the
// key that signed it. Each account has its own resources, names and quotas. Of other
// accounts it sees only the snapshots that they share. The option may be given several
// times. [Server.ConfigOf] returns the configuration for clients of the account.
//
// The server does not start unless ids have 12 digits and each key is that of one account.
func WithAccount(id string, credentials ...nereid.Credentials) Option {
	return func(o *options) {
		if len(credentials) == 0 {
			o.account = id
			return
		}
		o.others = append(o.others, otherAccount{id, credentials})
	}
}

func isAccount(id string) bool { return len(id) == 12 && strings.Trim(id, "0123456789") == "" }

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

// WithExportLimitStatus sets the HTTP status of the refusal of one export too many,
// whose code is [Limits.ExportLimitCode]. No document names it. By default it is 400.
func WithExportLimitStatus(status int) Option {
	return func(o *options) { o.quirks.exportLimitStatus = status }
}

// WithCancelingExportsOver excludes exports that are CANCELING from the number of
// running exports. By default it counts until it is CANCELED.
func WithCancelingExportsOver() Option {
	return func(o *options) { o.quirks.cancelingIsOver = true }
}

// WithoutExportsOf makes StartExportTask refuse sources of these engines with
// InvalidParameterValue. AWS documents exports of MariaDB, MySQL, PostgreSQL and
// Aurora, and not how it refuses other engines. By default all can be exported.
func WithoutExportsOf(engines ...string) Option {
	return func(o *options) {
		for _, e := range engines {
			o.quirks.noExports = append(o.quirks.noExports, strings.ToLower(e))
		}
	}
}

// WithLoneGlobalMembersRunning makes StopDBCluster refuse every member of a global
// database. By default it stops one that is the only member, which AWS documents for
// Aurora and not for Neptune.
func WithLoneGlobalMembersRunning() Option {
	return func(o *options) { o.quirks.loneMembersRun = true }
}

// WithStoppedInstancesStaying makes DeleteDBInstance refuse a stopped instance that
// belongs to no cluster with InvalidDBInstanceState. By default it deletes the instance.
func WithStoppedInstancesStaying() Option {
	return func(o *options) { o.quirks.stoppedStays = true }
}
