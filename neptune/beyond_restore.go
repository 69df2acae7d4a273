package neptune

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
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

// A ClusterRestore is the request of [RestoreCluster]: how to restore a cluster, and what to add to
// it. Exactly one of FromSnapshot and ToPointInTime is required.
type ClusterRestore struct {
	// FromSnapshot is the request to restore a snapshot.
	FromSnapshot *RestoreDBClusterFromSnapshotInput

	// ToPointInTime is the request to create a cluster with the data that another cluster had at a
	// point in time, or to clone another cluster.
	ToPointInTime *RestoreDBClusterToPointInTimeInput

	// Roles are the ARNs of the IAM roles to attach to the restored cluster. AWS does not restore
	// the IAM roles of the source.
	Roles []string

	// Settings, if not nil, are settings that a restore request cannot contain, for example
	// BackupRetentionPeriod or PreferredMaintenanceWindow. RestoreCluster sets DBClusterIdentifier
	// to the name of the restored cluster, and ApplyImmediately to true. NewDBClusterIdentifier must
	// be nil.
	Settings *ModifyDBClusterInput

	// Instances are the instances to create in the cluster. The first one becomes the writer.
	// RestoreCluster sets DBClusterIdentifier in each element, and sets Engine if it is nil.
	Instances []CreateDBInstanceInput
}

// RestoreOptions are the options of [RestoreCluster].
type RestoreOptions struct {
	// MinDelay is the minimum time between polls. The default is 30 seconds.
	MinDelay time.Duration

	// MaxDelay is the maximum time between polls. The default is 2 minutes.
	MaxDelay time.Duration

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)

	// OnStep, if set, is called at the beginning of each step, in the caller's goroutine.
	OnStep func(RestoreStep)
}

// A RestoreStep is a step of [RestoreCluster].
type RestoreStep string

// The steps in execution order. A step with nothing to do is skipped.
const (
	// RestoreStepCluster restores the cluster and waits until it is available.
	RestoreStepCluster RestoreStep = "restore the cluster"
	// RestoreStepRoles adds the Roles of the request.
	RestoreStepRoles RestoreStep = "add roles"
	// RestoreStepSettings applies the Settings of the request.
	RestoreStepSettings RestoreStep = "change settings"
	// RestoreStepInstances creates the Instances of the request and waits until they are available.
	RestoreStepInstances RestoreStep = "create instances"
)

// RestoreTag is the key of the tag that [RestoreCluster] adds to restored clusters. A later call
// recognizes a cluster by this tag. The tag's value names the source of the restore.
const RestoreTag = "nereid:restore"

// ErrOtherCluster means that [RestoreCluster] failed because a cluster or instance that does not
// belong to this restore already has the requested name.
var ErrOtherCluster = errors.New("another resource already has the requested name")

// RestoreCluster restores a cluster from a snapshot or to a point in time, and waits until the
// cluster is available. Then it adds the requested roles, settings and instances, which a restore
// request cannot contain, and waits until the cluster and the instances are available. It returns
// the last description of the cluster.
//
// After any failure, RestoreCluster can be called again with the same request: it checks what
// already exists, and does only what is missing. It marks the cluster with the tag [RestoreTag], so
// the caller needs permission to add and list tags. If a cluster with the requested name exists,
// but without the tag or with the tag of a different restore, RestoreCluster does not change it,
// and the error matches [ErrOtherCluster]. If a cluster has the tag of this restore, RestoreCluster
// does not restore it again, even if a new snapshot now has the name of the restored snapshot, or
// if the source's LatestRestorableTime has advanced. To restore it again, first delete the cluster
// and wait until it no longer exists.
//
// A restore usually takes about 20 minutes, and the creation of the instances takes additional
// time. The error names the step that failed. If a wait failed, the error is a [*nereid.WaitError].
func RestoreCluster(ctx context.Context, client RestoreClusterAPIClient, request *ClusterRestore, maxWait time.Duration, optFns ...func(*RestoreOptions)) (*types.DBCluster, error) {
	if err := flow.CheckWait(maxWait); err != nil {
		return nil, err
	}
	r := restore{client: client, left: flow.Until(time.Now().Add(maxWait))}
	for _, fn := range optFns {
		fn(&r.options)
	}
	if err := r.plan(request); err != nil {
		return nil, err
	}
	r.target = newClusterTarget(client, &r.id, r.left, r.waiterOptions)
	err := flow.Run(ctx, "restore of "+r.id, r.options.OnStep,
		flow.Step[RestoreStep]{Name: RestoreStepCluster, Some: true, Do: r.cluster},
		flow.Step[RestoreStep]{Name: RestoreStepRoles, Some: len(r.Roles) > 0, Do: r.roles},
		flow.Step[RestoreStep]{Name: RestoreStepSettings, Some: r.Settings != nil, Do: r.settings},
		flow.Step[RestoreStep]{Name: RestoreStepInstances, Some: len(r.Instances) > 0, Do: r.instances},
	)
	return r.target.Last, err
}

// A restore is the state of one call of RestoreCluster.
type restore struct {
	ClusterRestore // copies of the requests, completed
	client         RestoreClusterAPIClient
	options        RestoreOptions
	left           func() time.Duration
	target         *clusterTarget
	id             string // of the cluster
	engine         string
	mark           string // value of RestoreTag
}

// plan copies the request, and adds the identifiers and the tag [RestoreTag] to the copy.
func (r *restore) plan(request *ClusterRestore) error {
	if request == nil || (request.FromSnapshot == nil) == (request.ToPointInTime == nil) {
		return errors.New("exactly one of FromSnapshot and ToPointInTime is required")
	}
	r.ClusterRestore = *request
	r.engine = "neptune"
	if in := request.FromSnapshot; in != nil {
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), flow.Mark("snapshot", nereid.ToString(in.SnapshotIdentifier))
		if in.Engine != nil {
			r.engine = *in.Engine
		}
		r.FromSnapshot = recovery.WithTag(in, RestoreTag, r.mark)
		r.FromSnapshot.Engine = &r.engine
	}
	if in := request.ToPointInTime; in != nil {
		source := nereid.ToString(in.SourceDBClusterIdentifier)
		if in.RestoreToTime != nil {
			source += " " + in.RestoreToTime.UTC().Format(time.RFC3339)
		}
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), flow.Mark("cluster", source)
		r.ToPointInTime = recovery.WithTag(in, RestoreTag, r.mark)
	}
	if r.id == "" {
		return errors.New("the identifier of the cluster is empty")
	}
	if in := request.Settings; in != nil {
		if in.NewDBClusterIdentifier != nil {
			return errors.New("the settings cannot rename the restored cluster, because a later call would not find it")
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

func (r *restore) waiterOptions(o *DBClusterAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay, o.ClientOptions = r.options.MinDelay, r.options.MaxDelay, r.options.ClientOptions
}

// cluster restores the cluster, unless an earlier call of RestoreCluster has already restored it.
func (r *restore) cluster(ctx context.Context) error {
	return r.target.Make(ctx, func(ctx context.Context, optFns []func(*Options)) (err error) {
		if r.FromSnapshot != nil {
			_, err = r.client.RestoreDBClusterFromSnapshot(ctx, r.FromSnapshot, optFns...)
		} else {
			_, err = r.client.RestoreDBClusterToPointInTime(ctx, r.ToPointInTime, optFns...)
		}
		return err
	}, func(ctx context.Context, c *types.DBCluster, optFns []func(*Options)) (bool, error) {
		out, err := r.client.ListTagsForResource(ctx, &ListTagsForResourceInput{ResourceName: c.DBClusterArn}, optFns...)
		return err == nil && recovery.HasTag(out, RestoreTag, r.mark), err
	})
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

func (r *restore) settings(ctx context.Context) error {
	return r.target.Set(ctx, r.Settings, func(ctx context.Context, optFns []func(*Options)) error {
		_, err := r.client.ModifyDBCluster(ctx, r.Settings, optFns...)
		return err
	})
}

// instances creates the missing instances of the cluster, and waits until all instances are
// available.
func (r *restore) instances(ctx context.Context) error {
	ids := make([]string, len(r.Instances))
	for i := range r.Instances {
		ids[i] = *r.Instances[i].DBInstanceIdentifier
		if err := r.instance(ctx, &r.Instances[i]); err != nil {
			return fmt.Errorf("instance %s: %w", ids[i], err)
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
	return r.target.Available(ctx)
}

// instance creates an instance of the cluster, unless the instance already exists.
func (r *restore) instance(ctx context.Context, in *CreateDBInstanceInput) error {
	return r.target.Add(ctx, func(ctx context.Context, _ *types.DBCluster, optFns []func(*Options)) error {
		_, err := r.client.CreateDBInstance(ctx, in, optFns...)
		return err
	}, func(ctx context.Context, optFns []func(*Options)) (ours, shown bool, err error) {
		out, err := r.client.DescribeDBInstances(ctx, &DescribeDBInstancesInput{DBInstanceIdentifier: in.DBInstanceIdentifier}, optFns...)
		switch {
		case resource.Instances.IsNotFound(err), err == nil && len(out.DBInstances) == 0:
			return false, false, nil
		case err != nil:
			return false, false, err
		}
		return strings.EqualFold(nereid.ToString(out.DBInstances[0].DBClusterIdentifier), r.id), true, nil
	})
}

// A clusterTarget is a cluster that a function such as RestoreCluster polls and changes. See
// [flow.Target].
type clusterTarget = flow.Target[*DescribeDBClustersInput, *DescribeDBClustersOutput, *types.DBCluster, *Options]

func newClusterTarget(client DescribeDBClustersAPIClient, id *string, left func() time.Duration, optFns ...func(*DBClusterAvailableWaiterOptions)) *clusterTarget {
	return &clusterTarget{
		Describe: client.DescribeDBClusters, Core: core, Resource: &resource.Clusters, Params: &DescribeDBClustersInput{DBClusterIdentifier: id},
		Failures: status.ClusterFailures(), Left: left, Other: ErrOtherCluster, Options: optFns,
	}
}
