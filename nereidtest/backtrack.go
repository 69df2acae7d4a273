package nereidtest

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A backtrack is one backtrack of an Aurora MySQL cluster.
type backtrack struct {
	id        string
	requested time.Time
	to        time.Time
	from      time.Time // when the status changes to APPLYING
	over      string    // the final status, COMPLETED or FAILED; empty before the end
}

// Statuses of backtracks. Replies recorded from AWS have them in upper case.
// The status filter accepts them in upper or lower case.
const (
	backtrackPending   = "PENDING"
	backtrackApplying  = "APPLYING"
	backtrackCompleted = "COMPLETED"
	backtrackFailed    = "FAILED"
)

// longestBacktrack is the maximum BacktrackWindow in seconds: three days.
const longestBacktrack = 259200

// checkBacktrackWindow checks the BacktrackWindow in a request. The argument
// have is the existing cluster, or nil for a new cluster. An existing cluster
// accepts a BacktrackWindow other than 0 only if its current BacktrackWindow is
// not 0.
func checkBacktrackWindow(engine string, window *int64, have *rdstypes.DBCluster) error {
	switch n := deref(window, 0); {
	case n == 0:
		return nil
	case !canBacktrack(engine):
		return invalidValue("Backtrack is not enabled for the %s engine.", strings.Replace(engine, "aurora-postgresql", "postgres", 1))
	case n < 0 || n > longestBacktrack:
		return invalidValue("The specified value (%d) is not a valid Backtrack Window. Allowed values are within the range of 0 to %d", n, longestBacktrack)
	case have != nil && deref(have.BacktrackWindow, 0) == 0:
		return invalidCombination("Backtrack cannot currently be enabled for this cluster")
	}
	return nil
}

func canBacktrack(engine string) bool { return oneOf(engine, "aurora", "aurora-mysql") }

// noBacktracks returns an error if the engine does not support backtracking.
func (c *cluster) noBacktracks() error {
	if canBacktrack(c.engine()) {
		return nil
	}
	return invalidCombination("%s Engine Version %s with mode: %s does not support Backtrack.",
		engineTitle(c.engine()), *c.db.EngineVersion, strings.ToUpper(deref(c.db.EngineMode, "provisioned")))
}

// earliestBacktrack returns the earliest time to which the cluster can be
// backtracked, or nil if it cannot be backtracked.
func (c *cluster) earliestBacktrack() *time.Time {
	window := deref(c.db.BacktrackWindow, 0)
	if window == 0 || c.status == "creating" {
		return nil
	}
	at := later(*c.db.ClusterCreateTime, c.region.now.Add(-time.Duration(window)*time.Second))
	return &at
}

// status returns the status of a backtrack. It is FAILED if the cluster's
// status changed from backtracking to another status before the backtrack was
// complete.
func (b *backtrack) status(c *cluster) string {
	now := c.region.now
	switch {
	case b.over != "":
		return b.over
	case c.status != "backtracking":
		return backtrackFailed
	case now.Before(b.from):
		return backtrackPending
	}
	return backtrackApplying
}

func (c *cluster) describeBacktrack(b *backtrack) *rdstypes.DBClusterBacktrack {
	d := &rdstypes.DBClusterBacktrack{
		BacktrackIdentifier:          &b.id,
		BacktrackRequestCreationTime: &b.requested,
		BacktrackTo:                  &b.to,
		DBClusterIdentifier:          str(c.name),
		Status:                       str(b.status(c)),
	}
	if !c.region.now.Before(b.from) {
		d.BacktrackedFrom = &b.from
	}
	return d
}

// A backtrackDBClusterInput is the input of [region.BacktrackDBCluster].
type backtrackDBClusterInput struct {
	BacktrackTo                                    *time.Time `query:",required"`
	DBClusterIdentifier                            *string    `query:",required"`
	Force, UseEarliestTimeOnPointInTimeUnavailable *bool
}

// BacktrackDBCluster returns the data of an Aurora MySQL cluster to an earlier
// time.
//
// Behavior:
//   - The cluster must be available and have a BacktrackWindow.
//   - The time must not be in the future. A time before EarliestBacktrackTime
//     is rejected, unless UseEarliestTimeOnPointInTimeUnavailable selects
//     EarliestBacktrackTime instead.
//   - The backtrack's status is PENDING at first, then APPLYING, and finally
//     COMPLETED. The cluster's status is backtracking until the backtrack is
//     complete.
//   - BacktrackedFrom is nil while the backtrack's status is PENDING, and set
//     from then on.
//
// The error code for a cluster without a BacktrackWindow is a guess. Force has
// no effect, because the fake has no binary log.
func (r *region) BacktrackDBCluster(in *backtrackDBClusterInput) (*rdstypes.DBClusterBacktrack, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if err := c.noBacktracks(); err != nil {
		return nil, err
	}
	to := *in.BacktrackTo
	switch earliest := c.earliestBacktrack(); {
	case to.After(r.now):
		return nil, invalidValue("The backtrack time %s is in the future.", to.UTC().Format(time.RFC3339))
	case c.status != "available":
		return nil, c.notAvailable()
	case c.final != nil:
		return nil, c.leaving()
	case earliest == nil:
		return nil, clusterState("Backtrack is not enabled for DbCluster %s.", c.name)
	case to.Before(*earliest) && !deref(in.UseEarliestTimeOnPointInTimeUnavailable, false):
		return nil, invalidValue("The backtrack time %s is before the earliest backtrack time %s.",
			to.UTC().Format(time.RFC3339), earliest.UTC().Format(time.RFC3339))
	default:
		to = later(to, *earliest)
	}
	d := r.timings.ClusterBacktrack
	r.serial++
	b := &backtrack{id: uuidOf(r.nextDigest("backtrack")), requested: r.now, to: to, from: r.now.Add(d / 3)}
	c.backtracks = append(c.backtracks, b)
	c.enterFor("backtracking", d, func() {
		b.over = backtrackCompleted
		c.enter("available")
	})
	return c.describeBacktrack(b), nil
}

// uuidOf returns a UUID made from a digest.
func uuidOf(d []byte) string {
	return fmt.Sprintf("%x-%x-%x-%x-%x", d[:4], d[4:6], d[6:8], d[8:10], d[10:16])
}

type describeDBClusterBacktracksOutput struct {
	Marker              *string
	DBClusterBacktracks []rdstypes.DBClusterBacktrack `query:",item=DBClusterBacktrack"`
}

// A describeDBClusterBacktracksInput is the input of
// [region.DescribeDBClusterBacktracks].
type describeDBClusterBacktracksInput struct {
	DBClusterIdentifier         *string  `query:",required"`
	Filters                     []filter `query:",item=Filter"`
	BacktrackIdentifier, Marker *string
	MaxRecords                  *int32
}

// DescribeDBClusterBacktracks lists the backtracks of an Aurora MySQL cluster.
//
// Behavior:
//   - The newest backtrack is first.
//   - A parameter with an unknown backtrack identifier is rejected. A filter
//     with an unknown identifier yields an empty list.
//   - A cluster of another engine is rejected.
//
// It is not known how long AWS lists a backtrack. The fake lists it until the
// cluster is deleted.
func (r *region) DescribeDBClusterBacktracks(in *describeDBClusterBacktracksInput) (*describeDBClusterBacktracksOutput, error) {
	const byStatus = "db-cluster-backtrack-status"
	if err := checkFilterValues(in.Filters, byStatus, func(v string) bool {
		return oneOf(strings.ToUpper(v), backtrackPending, backtrackApplying, backtrackCompleted, backtrackFailed)
	}); err != nil {
		return nil, err
	}
	c, err := r.clusters().findSeen(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if err := c.noBacktracks(); err != nil {
		return nil, err
	}
	found := slices.Clone(c.backtracks)
	if id := in.BacktrackIdentifier; id != nil {
		found = slices.DeleteFunc(found, func(b *backtrack) bool { return !strings.EqualFold(b.id, *id) })
		if len(found) == 0 {
			return nil, apiError("DBClusterBacktrackNotFoundFault", "DBClusterBacktrack %s not found.", shorten(*id))
		}
	}
	slices.Reverse(found)
	key := func(b *backtrack) string { return fmt.Sprintf("%020d", math.MaxInt-slices.Index(c.backtracks, b)) }
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, found, key, filters[*backtrack]{
		"db-cluster-backtrack-id": func(b *backtrack) []string { return []string{b.id} },
		byStatus: func(b *backtrack) []string {
			status := b.status(c)
			return []string{status, strings.ToLower(status)}
		},
	})
	if err != nil {
		return nil, err
	}
	return &describeDBClusterBacktracksOutput{marker, each(page, c.describeBacktrack)}, nil
}
