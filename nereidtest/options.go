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

// An Option configures a [Server].
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

// An otherAccount is an account besides the one of Config, with its keys.
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

// quirks are choices between behaviours where sources about AWS differ.
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
	firstBackup        bool
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

// check rejects invalid values.
func (o *options) check() error {
	switch {
	case o.err != nil:
		return o.err
	case o.region == "":
		return errors.New("no region")
	case !isAccount(o.account):
		return fmt.Errorf("%q is not a valid account id: it must have 12 digits", o.account)
	}
	keys := make(map[string]bool)
	for _, c := range o.credentials {
		keys[c.AccessKeyID] = true
	}
	for _, a := range o.others {
		if !isAccount(a.id) {
			return fmt.Errorf("%q is not a valid account id: it must have 12 digits", a.id)
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
				return fmt.Errorf("%s of %s is not valid: it must not be negative", times.Type().Field(i).Name, d)
			}
		}
	}
	return nil
}

// WithRegion sets the region of [Server.Config]. The default is us-east-1. The
// server has all other regions too. It does not start if the name is empty.
func WithRegion(region string) Option { return func(o *options) { o.region = region } }

// WithAccount sets the id of the account of [Server.Config]. The default is
// 123456789012.
//
// With credentials, the option adds another account instead. A request acts for
// the account whose key signed it. Each account has its own resources, names
// and quotas, and sees only the shared snapshots of other accounts. The option
// may be given several times. [Server.ConfigOf] returns the configuration for
// clients of the account.
//
// The server does not start unless every id has 12 digits and every key belongs
// to one account only.
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

// WithCredentials sets the credentials that the server accepts, instead of
// AKIDEXAMPLE with SECRETEXAMPLE. If the option is given several times, the
// server accepts all of them and [Server.Config] has the first.
func WithCredentials(c nereid.Credentials) Option {
	return func(o *options) { o.credentials = append(o.credentials, c) }
}

// WithAddr makes the server listen on a TCP address from the start, for example
// "127.0.0.1:8182".
func WithAddr(addr string) Option { return func(o *options) { o.addr = addr } }

// WithSpeed makes the state clock run n times as fast as real time. The default
// is 1. [Server.Advance] can still move the clock forward. The server does not
// start unless n is more than 0 and at most a million.
//
// Descriptions show times of the state clock. The clock starts at the present
// time, so with a speed above 1 it runs ahead of the wall clock. At a million
// it gains a century in an hour, and in three days it passes the year 9999, the
// last year that can be shown.
func WithSpeed(n float64) Option {
	return func(o *options) {
		if !(n > 0 && n <= maxSpeed) { // NaN is none of it
			o.err = fmt.Errorf("%v is not a valid speed: it must be more than 0 and at most %d", n, int(maxSpeed))
		}
		o.speed = n
	}
}

// WithClock sets the state clock to start and stops it: only [Server.Advance]
// moves it. A zero time stands for the present.
//
// Creation times in descriptions then stand still too. Code that compares them
// with the wall clock, such as the recovery of a create whose answer was lost,
// needs a running clock.
func WithClock(start time.Time) Option {
	return func(o *options) { o.manual, o.base = true, start }
}

// WithClockSkew makes all clocks of the service differ by d from time.Now, as
// if the clock of the client's machine were wrong. It applies to the clock that
// judges signatures and sets Date headers, and to the state clock unless
// [WithClock] gives that a start time.
func WithClockSkew(d time.Duration) Option { return func(o *options) { o.skew = d } }

// WithTimings changes the durations of states. The function change receives the
// defaults. The server does not start if a duration is negative.
func WithTimings(change func(*Timings)) Option { return func(o *options) { change(&o.timings) } }

// WithLimits changes the quotas of the account. The function change receives
// the defaults.
func WithLimits(change func(*Limits)) Option { return func(o *options) { change(&o.limits) } }

// WithSeed sets the seed of all random choices: [Fault.Probability], the times
// in [Lags] and the order of unordered lists, such as the members of a cluster.
// The default is 1.
func WithSeed(seed uint64) Option { return func(o *options) { o.seed = seed } }

// WithUnknownExportTaskEmpty makes DescribeExportTasks return an empty list for
// a task that does not exist. By default it fails with ExportTaskNotFound, as
// the API model says. Users of AWS have seen the empty list.
func WithUnknownExportTaskEmpty() Option {
	return func(o *options) { o.quirks.unknownExportEmpty = true }
}

// WithCopiesHavingOwnTime makes copies of cluster snapshots show the time at
// which the copy began. By default they show the SnapshotCreateTime of their
// source, as was seen with Aurora snapshots. The behavior of Neptune snapshots
// is not known.
func WithCopiesHavingOwnTime() Option {
	return func(o *options) { o.quirks.copiesOwnTime = true }
}

// WithNamesCheckedLast makes create operations check the states of their
// sources and the quotas before they check whether the name is taken. It also
// puts clusters and instances into backing-up while a snapshot of them is
// taken. A repeated CreateDBClusterSnapshot then fails with
// InvalidDBClusterStateFault or SnapshotQuotaExceeded instead of the error for
// its name. AWS does not document the order. By default the name is checked
// first, and the source of a snapshot stays available.
func WithNamesCheckedLast() Option {
	return func(o *options) { o.quirks.namesLast = true }
}

// WithoutGlobalDatabases makes regions reject all operations on global clusters
// with InvalidParameterValue, like the regions of AWS without global databases.
// By default every region has them.
func WithoutGlobalDatabases(regions ...string) Option {
	return func(o *options) { o.quirks.noGlobals = append(o.quirks.noGlobals, regions...) }
}

// WithExportLimitStatus sets the HTTP status of the error for an export beyond
// the quota. The default is 400; AWS does not document the status.
// [Limits.ExportLimitCode] is the code of the error.
func WithExportLimitStatus(status int) Option {
	return func(o *options) { o.quirks.exportLimitStatus = status }
}

// WithCancelingExportsOver excludes exports that are CANCELING from the number
// of running exports. By default an export counts until it is CANCELED.
func WithCancelingExportsOver() Option {
	return func(o *options) { o.quirks.cancelingIsOver = true }
}

// WithoutExportsOf makes StartExportTask reject sources of these engines with
// InvalidParameterValue. AWS documents exports of MariaDB, MySQL, PostgreSQL
// and Aurora, but not how it rejects other engines. By default every engine can
// be exported.
func WithoutExportsOf(engines ...string) Option {
	return func(o *options) {
		for _, e := range engines {
			o.quirks.noExports = append(o.quirks.noExports, strings.ToLower(e))
		}
	}
}

// WithLoneGlobalMembersRunning makes StopDBCluster reject every member of a
// global database. By default it stops a cluster that is the only member. AWS
// documents that for Aurora but not for Neptune.
func WithLoneGlobalMembersRunning() Option {
	return func(o *options) { o.quirks.loneMembersRun = true }
}

// WithStoppedInstancesStaying makes DeleteDBInstance reject a stopped instance
// that belongs to no cluster with InvalidDBInstanceState. By default it deletes
// the instance.
func WithStoppedInstancesStaying() Option {
	return func(o *options) { o.quirks.stoppedStays = true }
}

// WithFirstBackupAtOnce makes a new or restored cluster or instance take its
// first automated snapshot when it becomes available, as users of RDS report. By
// default the first automated snapshot is taken in the next backup window.
func WithFirstBackupAtOnce() Option {
	return func(o *options) { o.quirks.firstBackup = true }
}
