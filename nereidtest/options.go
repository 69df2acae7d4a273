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
	policy      *policy // of the account of Config; nil allows everything
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
	err         error // the error of an invalid option
}

// An otherAccount is an account that [WithAccount] added, with its credentials.
type otherAccount struct {
	id          string
	credentials []nereid.Credentials
}

// accountOf returns the ID of the account that an access key belongs to.
func (o *options) accountOf(accessKeyID string) string {
	for _, a := range o.others {
		if slices.ContainsFunc(a.credentials, func(c nereid.Credentials) bool { return c.AccessKeyID == accessKeyID }) {
			return a.id
		}
	}
	return o.account
}

// quirks contains settings that select one of several behaviors of the fake,
// usually because the sources about AWS disagree. Options change these settings.
type quirks struct {
	unknownExportEmpty bool
	copiesOwnTime      bool
	namesLast          bool
	noGlobals          []string // regions
	noExports          []string // engines
	exportLimitStatus  int      // 0 means the error code's status
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

// check returns an error if an option has an invalid value.
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
// server simulates all other regions as well. It does not start if the name is
// empty.
func WithRegion(region string) Option { return func(o *options) { o.region = region } }

// WithAccount sets the ID of the account of [Server.Config]. The default is
// 123456789012.
//
// If credentials are given, the option adds another account instead. A request
// acts for the account whose key signed it. Each account has its own resources,
// names and quotas. An account does not see the resources of other accounts,
// except shared snapshots. The option can be given several times.
// [Server.ConfigOf] returns the configuration for an added account's clients.
//
// The server does not start unless every ID has 12 digits and every key belongs
// to only one account.
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

// WithCredentials sets the credentials that the server accepts. The default is
// the access key ID AKIDEXAMPLE with the secret access key SECRETEXAMPLE. If
// the option is given several times, the server accepts all given credentials,
// and [Server.Config] contains the first ones.
func WithCredentials(c nereid.Credentials) Option {
	return func(o *options) { o.credentials = append(o.credentials, c) }
}

// WithAddr makes the server listen on a TCP address from the start, for example
// "127.0.0.1:8182".
func WithAddr(addr string) Option { return func(o *options) { o.addr = addr } }

// WithSpeed makes the state clock run n times as fast as real time. The default
// is 1. [Server.Advance] can still move the clock forward. The server does not
// start unless n is greater than 0 and at most 1,000,000.
//
// Describe responses show times of the state clock. The clock starts at the
// current time, so at a speed above 1, it runs ahead of the wall clock. At a
// speed of 1,000,000, it gains a century in an hour and passes the year 9999,
// the last year that can be shown, in three days.
func WithSpeed(n float64) Option {
	return func(o *options) {
		if !(n > 0 && n <= maxSpeed) { // also false for NaN
			o.err = fmt.Errorf("%v is not a valid speed: it must be more than 0 and at most %d", n, int(maxSpeed))
		}
		o.speed = n
	}
}

// WithClock stops the state clock at the time start, so that only
// [Server.Advance] moves the clock. If start is the zero time, the clock stops
// at the current time.
//
// Creation times in Describe responses come from the stopped clock. Code that
// compares them with the wall clock, such as the recovery of a create operation
// whose response was lost, requires a running clock.
func WithClock(start time.Time) Option {
	return func(o *options) { o.manual, o.base = true, start }
}

// WithClockSkew makes all clocks of the service differ from time.Now by d, as
// if the client machine's clock were wrong. It applies to the clock for
// signatures and Date headers, and to the state clock unless [WithClock] sets a
// start time.
func WithClockSkew(d time.Duration) Option { return func(o *options) { o.skew = d } }

// WithTimings changes the durations of statuses. The given function modifies
// the defaults. The server does not start if a duration is negative.
func WithTimings(change func(*Timings)) Option { return func(o *options) { change(&o.timings) } }

// WithLimits changes the account's quotas. The given function modifies the
// defaults.
func WithLimits(change func(*Limits)) Option { return func(o *options) { change(&o.limits) } }

// WithSeed sets the seed of all random choices: the requests that a fault with
// a [Fault.Probability] applies to, the lags of changes (see [Lags]), and the
// order of unordered lists, such as the members of a cluster. The default is 1.
func WithSeed(seed uint64) Option { return func(o *options) { o.seed = seed } }

// WithUnknownExportTaskEmpty makes DescribeExportTasks return an empty list for
// an unknown task. Users of AWS report this behavior. By default, the operation
// fails with ExportTaskNotFound, as the API model says.
func WithUnknownExportTaskEmpty() Option {
	return func(o *options) { o.quirks.unknownExportEmpty = true }
}

// WithCopiesHavingOwnTime gives a copy of a cluster snapshot its own
// SnapshotCreateTime: the time when the copy began. By default, a copy has the
// same SnapshotCreateTime as its source. This default was recorded for Aurora
// snapshots. AWS's behavior for Neptune snapshots is not known.
func WithCopiesHavingOwnTime() Option {
	return func(o *options) { o.quirks.copiesOwnTime = true }
}

// WithNamesCheckedLast makes create operations check the source's status and
// the quotas before they check whether the name is already in use. It also sets
// the status of clusters and instances to backing-up while a snapshot of them
// is taken. A repeated CreateDBClusterSnapshot then fails with
// InvalidDBClusterStateFault or SnapshotQuotaExceeded instead of
// DBClusterSnapshotAlreadyExistsFault. AWS does not document the order. By
// default, the name is checked first, and the source of a snapshot stays
// available.
func WithNamesCheckedLast() Option {
	return func(o *options) { o.quirks.namesLast = true }
}

// WithoutGlobalDatabases makes the given regions reject all operations on
// global clusters with InvalidParameterValue, as AWS regions without global
// databases do. By default, every region supports global databases.
func WithoutGlobalDatabases(regions ...string) Option {
	return func(o *options) { o.quirks.noGlobals = append(o.quirks.noGlobals, regions...) }
}

// WithExportLimitStatus sets the HTTP status of the error for an export beyond
// the quota. The default is 400. AWS does not document the status.
// [Limits.ExportLimitCode] is the error's code.
func WithExportLimitStatus(status int) Option {
	return func(o *options) { o.quirks.exportLimitStatus = status }
}

// WithCancelingExportsOver excludes exports with the status CANCELING from the
// number of running exports. By default, an export counts as running until its
// status is CANCELED.
func WithCancelingExportsOver() Option {
	return func(o *options) { o.quirks.cancelingIsOver = true }
}

// WithoutExportsOf makes StartExportTask reject sources of these engines with
// InvalidParameterValue. AWS documents exports of MariaDB, MySQL, PostgreSQL
// and Aurora, but not how it rejects other engines. By default, the fake
// exports snapshots and clusters of every engine.
func WithoutExportsOf(engines ...string) Option {
	return func(o *options) {
		for _, e := range engines {
			o.quirks.noExports = append(o.quirks.noExports, strings.ToLower(e))
		}
	}
}

// WithLoneGlobalMembersRunning makes StopDBCluster reject every member of a
// global database. By default, StopDBCluster accepts the only member of a
// global database. AWS documents the default behavior for Aurora but not for
// Neptune.
func WithLoneGlobalMembersRunning() Option {
	return func(o *options) { o.quirks.loneMembersRun = true }
}

// WithStoppedInstancesStaying makes DeleteDBInstance reject a stopped
// standalone instance with InvalidDBInstanceState. By default, the operation
// deletes the instance.
func WithStoppedInstancesStaying() Option {
	return func(o *options) { o.quirks.stoppedStays = true }
}

// WithFirstBackupAtOnce takes the first automated snapshot of a new or restored
// cluster or instance as soon as the cluster or instance is available. Users of
// RDS report this behavior. By default, the first automated snapshot is taken
// in the next backup window.
func WithFirstBackupAtOnce() Option {
	return func(o *options) { o.quirks.firstBackup = true }
}
