package neptune

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// RestoreClusterAPIClient is the client interface that [RestoreCluster] uses.
type RestoreClusterAPIClient interface {
	EnsureRoleAPIClient
	DescribeDBInstancesAPIClient
	CreateDBInstance(context.Context, *CreateDBInstanceInput, ...func(*Options)) (*CreateDBInstanceOutput, error)
	ListTagsForResource(context.Context, *ListTagsForResourceInput, ...func(*Options)) (*ListTagsForResourceOutput, error)
	ModifyDBCluster(context.Context, *ModifyDBClusterInput, ...func(*Options)) (*ModifyDBClusterOutput, error)
	RestoreDBClusterFromSnapshot(context.Context, *RestoreDBClusterFromSnapshotInput, ...func(*Options)) (*RestoreDBClusterFromSnapshotOutput, error)
	RestoreDBClusterToPointInTime(context.Context, *RestoreDBClusterToPointInTimeInput, ...func(*Options)) (*RestoreDBClusterToPointInTimeOutput, error)
}

// A ClusterRestore tells [RestoreCluster] the cluster to restore, and what to add to it.
type ClusterRestore struct {
	// FromSnapshot is the request to restore a snapshot. Exactly one of FromSnapshot and ToPointInTime
	// is required.
	FromSnapshot *RestoreDBClusterFromSnapshotInput

	// ToPointInTime is the request to restore another cluster to a point in time, or to clone it.
	ToPointInTime *RestoreDBClusterToPointInTimeInput

	// Roles are the ARNs of IAM roles to add. A restored cluster does not have the roles of its
	// source.
	Roles []string

	// Settings are settings that a restore request does not have, such as BackupRetentionPeriod and
	// the windows, or nil for none. RestoreCluster sets the identifier, and sets ApplyImmediately to
	// true. A new name is an error.
	Settings *ModifyDBClusterInput

	// Instances are the instances to create. The first one becomes the writer. RestoreCluster sets the
	// identifier of the cluster, and the engine unless it is set.
	Instances []CreateDBInstanceInput
}

// RestoreOptions are the options of [RestoreCluster].
type RestoreOptions struct {
	// MinDelay is the minimum time between two polls, by default 30 seconds.
	MinDelay time.Duration

	// MaxDelay is the maximum time between two polls, by default 2 minutes.
	MaxDelay time.Duration

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)

	// OnStep is called at the beginning of each step, in the goroutine of the caller.
	OnStep func(RestoreStep)
}

// A RestoreStep is a step of [RestoreCluster].
type RestoreStep string

// The steps in their order. RestoreCluster skips a step that has nothing to do.
const (
	RestoreStepCluster   RestoreStep = "restore the cluster"
	RestoreStepRoles     RestoreStep = "add roles"
	RestoreStepSettings  RestoreStep = "change settings"
	RestoreStepInstances RestoreStep = "create instances"
)

// RestoreTag is the key of the tag that [RestoreCluster] adds to a restored cluster, to recognize the
// cluster in a later call. The value of the tag names the source.
const RestoreTag = "nereid:restore"

// ErrOtherCluster is the cause of the error that [RestoreCluster] returns if a cluster or an instance
// with the name exists that this restore did not create.
var ErrOtherCluster = errors.New("there is another one of that name")

// RestoreCluster restores a cluster from a snapshot or to a point in time, and waits until the cluster
// is available. Then it adds roles, settings and instances, which a restore does not copy or cannot
// set, and waits until all of them are available. It returns the last description of the cluster.
//
// After a failure at any point, RestoreCluster can be called again with the same request: it examines
// the present state before each call, and continues from there. It marks the cluster with the tag
// [RestoreTag], so the caller needs permission to add and list tags. It does not change a cluster of
// that name without the tag, or with the tag of another restore; the error then matches
// [ErrOtherCluster].
//
// The restore takes AWS some 20 minutes, to which the creation of the instances adds. The error names
// the step. If a wait failed, the error is a [*nereid.WaitError].
func RestoreCluster(ctx context.Context, client RestoreClusterAPIClient, request *ClusterRestore, maxWait time.Duration, optFns ...func(*RestoreOptions)) (*types.DBCluster, error) {
	r := restore{client: client, deadline: time.Now().Add(maxWait)}
	for _, fn := range optFns {
		fn(&r.options)
	}
	if err := r.plan(request); err != nil {
		return nil, err
	}
	for _, s := range []struct {
		step RestoreStep
		some bool
		do   func(context.Context) error
	}{
		{RestoreStepCluster, true, r.cluster},
		{RestoreStepRoles, len(r.Roles) > 0, r.roles},
		{RestoreStepSettings, r.Settings != nil, r.settings},
		{RestoreStepInstances, len(r.Instances) > 0, r.instances},
	} {
		if !s.some {
			continue
		}
		if r.options.OnStep != nil {
			r.options.OnStep(s.step)
		}
		if err := s.do(ctx); err != nil {
			return r.last, fmt.Errorf("restore of %s: %s: %w", r.id, s.step, err)
		}
	}
	return r.last, nil
}

// A restore is the state of one call of RestoreCluster.
type restore struct {
	ClusterRestore // copies of the requests, completed
	client         RestoreClusterAPIClient
	options        RestoreOptions
	deadline       time.Time
	id             string // of the cluster
	engine         string
	mark           string           // value of RestoreTag
	last           *types.DBCluster // the last description
}

// plan copies the request and completes it.
func (r *restore) plan(request *ClusterRestore) error {
	if request == nil || (request.FromSnapshot == nil) == (request.ToPointInTime == nil) {
		return errors.New("either FromSnapshot or ToPointInTime is required")
	}
	r.ClusterRestore = *request
	r.engine = "neptune"
	if in := request.FromSnapshot; in != nil {
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), "snapshot "+nereid.ToString(in.SnapshotIdentifier)
		if in.Engine != nil {
			r.engine = *in.Engine
		}
		c := *in
		c.Engine, c.Tags = &r.engine, withTag(in.Tags, RestoreTag, r.mark)
		r.FromSnapshot = &c
	}
	if in := request.ToPointInTime; in != nil {
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), "cluster "+nereid.ToString(in.SourceDBClusterIdentifier)
		if in.RestoreToTime != nil {
			r.mark += " " + in.RestoreToTime.UTC().Format(time.RFC3339)
		}
		c := *in
		c.Tags = withTag(in.Tags, RestoreTag, r.mark)
		r.ToPointInTime = &c
	}
	if r.id == "" {
		return errors.New("the identifier of the cluster is empty")
	}
	if in := request.Settings; in != nil {
		if in.NewDBClusterIdentifier != nil {
			return errors.New("a restored cluster cannot get a new name: it would not be found again")
		}
		c := *in
		c.DBClusterIdentifier, c.ApplyImmediately = &r.id, nereid.Bool(true)
		r.Settings = &c
	}
	r.Instances = slices.Clone(request.Instances)
	for i := range r.Instances {
		in := &r.Instances[i]
		if nereid.ToString(in.DBInstanceIdentifier) == "" {
			return errors.New("the identifier of an instance is empty")
		}
		in.DBClusterIdentifier = &r.id
		if in.Engine == nil {
			in.Engine = &r.engine
		}
	}
	return nil
}

// poll describes the cluster until it meets the condition. After each description, before the
// condition is evaluated, poll calls act, which may make a call; c is nil if the cluster does not
// exist. If act returns hold, or an error whose outcome the next poll shows, the poll does not count.
// Any other error ends the wait.
func (r *restore) poll(ctx context.Context, wanted string, met func(c *types.DBCluster) bool, act func(ctx context.Context, c *types.DBCluster) (hold bool, err error)) error {
	var last error
	condition := wait.Condition{Wanted: wanted, Evaluate: func(item any) wait.Outcome {
		c := item.(*types.DBCluster)
		switch {
		case slices.Contains(status.ClusterFailures(), strings.ToLower(nereid.ToString(c.Status))):
			return wait.Failure
		case met(c):
			return wait.Success
		}
		return wait.Pending
	}}
	waiter := describe.NewWaiter(r.client.DescribeDBClusters, core, &clusters, &condition, []func(*DBClusterAvailableWaiterOptions){r.waiterOptions, func(o *DBClusterAvailableWaiterOptions) {
		decide := o.Retryable
		o.Retryable = func(ctx context.Context, asked *DescribeDBClustersInput, out *DescribeDBClustersOutput, err error) (bool, error) {
			var c *types.DBCluster
			switch {
			case err != nil && !clusters.IsNotFound(err):
				return decide(ctx, asked, out, err)
			case err == nil && len(out.DBClusters) > 0:
				c = &out.DBClusters[0]
				r.last = c
			}
			hold, failure := act(ctx, c)
			switch {
			case failure != nil:
				last = failure
				return later(ctx, failure)
			case hold:
				return true, nil
			}
			return decide(ctx, asked, out, err)
		}
	}})
	return explained(waiter.Wait(ctx, &DescribeDBClustersInput{DBClusterIdentifier: &r.id}, r.left()), last)
}

func (r *restore) waiterOptions(o *DBClusterAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay, o.ClientOptions = r.options.MinDelay, r.options.MaxDelay, r.options.ClientOptions
}

// left is the remaining time. It is never zero, so that a wait polls at least once.
func (r *restore) left() time.Duration { return max(time.Until(r.deadline), time.Millisecond) }

func isAvailable(c *types.DBCluster) bool {
	return strings.EqualFold(nereid.ToString(c.Status), "available")
}

// cluster restores the cluster unless it exists, and waits for it.
func (r *restore) cluster(ctx context.Context) error {
	ours, misses := false, 0
	return r.poll(ctx, "available", isAvailable, func(ctx context.Context, c *types.DBCluster) (hold bool, err error) {
		switch {
		case c == nil && ours: // descriptions do not show it yet
			return true, nil
		case c == nil:
			err := r.begin(ctx)
			ours = err == nil
			return true, err
		case ours:
			return false, nil
		}
		out, err := r.client.ListTagsForResource(ctx, &ListTagsForResourceInput{ResourceName: c.DBClusterArn}, r.options.ClientOptions...)
		switch {
		case err == nil && hasTag(out.TagList, RestoreTag, r.mark):
			ours = true
			return false, nil
		case err != nil && !clusters.IsNotFound(err):
			return true, err
		}
		if misses++; misses < patience { // the tag may show later
			return true, nil
		}
		return true, ErrOtherCluster
	})
}

// begin makes the restore call.
func (r *restore) begin(ctx context.Context) (err error) {
	if r.FromSnapshot != nil {
		_, err = r.client.RestoreDBClusterFromSnapshot(ctx, r.FromSnapshot, r.options.ClientOptions...)
	} else {
		_, err = r.client.RestoreDBClusterToPointInTime(ctx, r.ToPointInTime, r.options.ClientOptions...)
	}
	return err
}

func (r *restore) roles(ctx context.Context) error {
	for _, role := range r.Roles {
		in := &AddRoleToDBClusterInput{DBClusterIdentifier: &r.id, RoleArn: &role}
		if err := EnsureRole(ctx, r.client, in, r.left(), r.waiterOptions); err != nil {
			return err
		}
	}
	return nil
}

// settings changes the cluster unless it already has all settings.
func (r *restore) settings(ctx context.Context) error {
	called := false
	return r.poll(ctx, "available with its settings", func(c *types.DBCluster) bool {
		differs, _ := recovery.Shows(r.Settings, c)
		return isAvailable(c) && differs == "" && wait.Empty(c.PendingModifiedValues)
	}, func(ctx context.Context, c *types.DBCluster) (hold bool, err error) {
		if c == nil || called || !isAvailable(c) {
			return false, nil
		}
		if differs, hidden := recovery.Shows(r.Settings, c); differs == "" && hidden == "" {
			return false, nil
		}
		_, err = r.client.ModifyDBCluster(ctx, r.Settings, r.options.ClientOptions...)
		called = err == nil
		return true, err
	})
}

// instances creates the missing instances, and waits for all of them.
func (r *restore) instances(ctx context.Context) error {
	ids := make([]string, len(r.Instances))
	for i := range r.Instances {
		ids[i] = *r.Instances[i].DBInstanceIdentifier
		if err := r.instance(ctx, &r.Instances[i]); err != nil {
			return err
		}
	}
	waiter := NewDBInstanceAvailableWaiter(r.client, func(o *DBInstanceAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay, o.ClientOptions = r.options.MinDelay, r.options.MaxDelay, r.options.ClientOptions
	})
	for _, err := range waiter.WaitAll(ctx, ids, r.left()) {
		if err != nil {
			return err
		}
	}
	return r.poll(ctx, "available", isAvailable, func(context.Context, *types.DBCluster) (hold bool, err error) { return false, nil })
}

// instance creates an instance unless the cluster has it.
func (r *restore) instance(ctx context.Context, in *CreateDBInstanceInput) error {
	return r.poll(ctx, "available", isAvailable, func(ctx context.Context, c *types.DBCluster) (hold bool, err error) {
		if c == nil || !isAvailable(c) {
			return false, nil
		}
		_, err = r.client.CreateDBInstance(ctx, in, r.options.ClientOptions...)
		if nereid.CategoryOf(err) != nereid.ErrAlreadyExists {
			return false, err
		}
		out, err := r.client.DescribeDBInstances(ctx, &DescribeDBInstancesInput{DBInstanceIdentifier: in.DBInstanceIdentifier}, r.options.ClientOptions...)
		if instances.IsNotFound(err) { // descriptions do not show it yet
			return true, nil
		}
		if err == nil && len(out.DBInstances) > 0 && !strings.EqualFold(nereid.ToString(out.DBInstances[0].DBClusterIdentifier), r.id) {
			err = fmt.Errorf("instance %s: %w", *in.DBInstanceIdentifier, ErrOtherCluster)
		}
		return false, err
	})
}
