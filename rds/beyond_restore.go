package rds

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
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreClusterAPIClient is the client interface that [RestoreCluster] uses.
type RestoreClusterAPIClient interface {
	EnsureClusterRoleAPIClient
	DescribeDBInstancesAPIClient
	CreateDBInstance(context.Context, *CreateDBInstanceInput, ...func(*Options)) (*CreateDBInstanceOutput, error)
	ListTagsForResource(context.Context, *ListTagsForResourceInput, ...func(*Options)) (*ListTagsForResourceOutput, error)
	ModifyDBCluster(context.Context, *ModifyDBClusterInput, ...func(*Options)) (*ModifyDBClusterOutput, error)
	RestoreDBClusterFromS3(context.Context, *RestoreDBClusterFromS3Input, ...func(*Options)) (*RestoreDBClusterFromS3Output, error)
	RestoreDBClusterFromSnapshot(context.Context, *RestoreDBClusterFromSnapshotInput, ...func(*Options)) (*RestoreDBClusterFromSnapshotOutput, error)
	RestoreDBClusterToPointInTime(context.Context, *RestoreDBClusterToPointInTimeInput, ...func(*Options)) (*RestoreDBClusterToPointInTimeOutput, error)
}

// A ClusterRestore describes the cluster that [RestoreCluster] restores, and the additions. Exactly
// one of FromSnapshot, ToPointInTime and FromS3 is required.
type ClusterRestore struct {
	// FromSnapshot is the request to restore a snapshot.
	FromSnapshot *RestoreDBClusterFromSnapshotInput

	// ToPointInTime is the request to restore another cluster to a point in time, or to clone it.
	ToPointInTime *RestoreDBClusterToPointInTimeInput

	// FromS3 is the request to restore a backup of MySQL in S3.
	FromS3 *RestoreDBClusterFromS3Input

	// Roles are the IAM roles to add. A restored cluster does not have the roles of its source.
	// RestoreCluster sets the identifier of the cluster.
	Roles []AddRoleToDBClusterInput

	// Settings are settings that a restore request does not have, for example the maintenance window,
	// or nil for none. RestoreCluster sets the identifier, and sets ApplyImmediately to true. A new
	// name is an error.
	Settings *ModifyDBClusterInput

	// Instances are the instances to create. The first one becomes the writer. RestoreCluster sets the
	// identifier of the cluster, and the engine unless it is set. A Multi-AZ DB cluster has its
	// instances from the start.
	Instances []CreateDBInstanceInput
}

// RestoreOptions are the options of [RestoreCluster] and [RestoreInstance].
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

// A RestoreStep is a step of [RestoreCluster] or [RestoreInstance].
type RestoreStep string

// The steps in their order. A step that has nothing to do is skipped.
const (
	// The restore itself, until the cluster is available.
	RestoreStepCluster RestoreStep = "restore the cluster"
	// The restore itself, until the instance is available.
	RestoreStepInstance RestoreStep = "restore the instance"
	// The Roles of the request.
	RestoreStepRoles RestoreStep = "add roles"
	// The Settings of the request.
	RestoreStepSettings RestoreStep = "change settings"
	// The Instances of the request, until all of them are available.
	RestoreStepInstances RestoreStep = "create instances"
)

// RestoreTag is the key of the tag that [RestoreCluster] and [RestoreInstance] add to what they
// restore, to recognize it in a later call. The value of the tag names the source.
const RestoreTag = "nereid:restore"

// RestoreCluster restores a cluster from a snapshot, to a point in time or from S3, and waits until
// the cluster is available. Then it adds roles, settings and instances, which a restore does not copy
// or cannot set, and waits until all of them are available. It returns the last description of the
// cluster.
//
// After a failure at any point, RestoreCluster can be called again with the same request: it examines
// the present state before each call, and continues from there. It marks the cluster with the tag
// [RestoreTag], so the caller needs permission to add and list tags. It does not change a cluster of
// that name without the tag, or with the tag of another restore; the error then matches
// [ErrOtherResource]. A cluster with the tag of this restore is not restored again, even if a later
// snapshot has the same name or a later point in time is the latest one: delete the cluster first, and
// wait until it is deleted.
//
// The restore takes AWS some 20 minutes, to which the creation of the instances adds. The error names
// the step. If a wait failed, the error is a [*nereid.WaitError].
func RestoreCluster(ctx context.Context, client RestoreClusterAPIClient, request *ClusterRestore, maxWait time.Duration, optFns ...func(*RestoreOptions)) (*types.DBCluster, error) {
	if err := flow.CheckWait(maxWait); err != nil {
		return nil, err
	}
	r := clusterRestore{client: client}
	for _, fn := range optFns {
		fn(&r.options)
	}
	if err := r.plan(request); err != nil {
		return nil, err
	}
	r.target = newClusterTarget(client, &r.id, flow.Until(time.Now().Add(maxWait)), r.waiterOptions)
	err := flow.Run(ctx, "restore of "+r.id, r.options.OnStep,
		flow.Step[RestoreStep]{Name: RestoreStepCluster, Some: true, Do: r.cluster},
		flow.Step[RestoreStep]{Name: RestoreStepRoles, Some: len(r.Roles) > 0, Do: r.roles},
		flow.Step[RestoreStep]{Name: RestoreStepSettings, Some: r.Settings != nil, Do: r.settings},
		flow.Step[RestoreStep]{Name: RestoreStepInstances, Some: len(r.Instances) > 0, Do: r.instances},
	)
	return r.target.Last, err
}

// A clusterRestore is the state of one call of RestoreCluster.
type clusterRestore struct {
	ClusterRestore // copies of the requests, completed
	client         RestoreClusterAPIClient
	options        RestoreOptions
	target         *clusterTarget
	id, mark       string // identifier of the cluster, value of RestoreTag
}

// errOneSource is the error for a request with another number of sources.
var errOneSource = errors.New("exactly one of FromSnapshot, ToPointInTime and FromS3 is required")

// plan copies the request and completes it.
func (r *clusterRestore) plan(request *ClusterRestore) error {
	if request == nil {
		return errOneSource
	}
	r.ClusterRestore = *request
	sources := 0
	if in := request.FromSnapshot; in != nil {
		sources++
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), flow.Mark("snapshot", nereid.ToString(in.SnapshotIdentifier))
		r.FromSnapshot = recovery.WithTag(in, RestoreTag, r.mark)
	}
	if in := request.ToPointInTime; in != nil {
		sources++
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), flow.Mark("cluster", moment(in.RestoreToTime, in.SourceDBClusterIdentifier, in.SourceDbClusterResourceId))
		r.ToPointInTime = recovery.WithTag(in, RestoreTag, r.mark)
	}
	if in := request.FromS3; in != nil {
		sources++
		r.id, r.mark = nereid.ToString(in.DBClusterIdentifier), bucket(in.S3BucketName, in.S3Prefix)
		r.FromS3 = recovery.WithTag(in, RestoreTag, r.mark)
	}
	switch {
	case sources != 1:
		return errOneSource
	case r.id == "":
		return errors.New("the identifier of the cluster is empty")
	}
	if in := request.Settings; in != nil {
		if in.NewDBClusterIdentifier != nil {
			return errNewName
		}
		c := *in
		c.DBClusterIdentifier, c.ApplyImmediately = &r.id, nereid.Bool(true)
		r.Settings = &c
	}
	r.Roles = slices.Clone(request.Roles)
	for i := range r.Roles {
		r.Roles[i].DBClusterIdentifier = &r.id
	}
	r.Instances = slices.Clone(request.Instances)
	for i := range r.Instances {
		if nereid.ToString(r.Instances[i].DBInstanceIdentifier) == "" {
			return errors.New("the identifier of an instance is empty")
		}
		r.Instances[i].DBClusterIdentifier = &r.id
	}
	return nil
}

// errNewName is the error for settings that rename.
var errNewName = errors.New("the settings cannot rename the restored resource, because a later call would not find it")

// moment is the part of the mark that names the source of a restore to a point in time.
func moment(at *time.Time, ids ...*string) string {
	var text string
	for _, id := range ids {
		if id != nil {
			text = *id
		}
	}
	if at != nil {
		text += " " + at.UTC().Format(time.RFC3339)
	}
	return text
}

// bucket is the mark of a restore from S3.
func bucket(name, prefix *string) string {
	return flow.Mark("s3", nereid.ToString(name)+"/"+nereid.ToString(prefix))
}

func (r *clusterRestore) waiterOptions(o *DBClusterAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay, o.ClientOptions = r.options.MinDelay, r.options.MaxDelay, r.options.ClientOptions
}

// cluster restores the cluster, unless an earlier call did.
func (r *clusterRestore) cluster(ctx context.Context) error {
	return r.target.Make(ctx, func(ctx context.Context, optFns []func(*Options)) (err error) {
		switch {
		case r.FromSnapshot != nil:
			_, err = r.client.RestoreDBClusterFromSnapshot(ctx, r.FromSnapshot, optFns...)
		case r.ToPointInTime != nil:
			_, err = r.client.RestoreDBClusterToPointInTime(ctx, r.ToPointInTime, optFns...)
		default:
			_, err = r.client.RestoreDBClusterFromS3(ctx, r.FromS3, optFns...)
		}
		return err
	}, func(ctx context.Context, c *types.DBCluster, optFns []func(*Options)) (bool, error) {
		return marked(ctx, r.client.ListTagsForResource, c.DBClusterArn, r.mark, optFns)
	})
}

// marked reports whether a resource has the tag of this restore.
func marked(
	ctx context.Context, list func(context.Context, *ListTagsForResourceInput, ...func(*Options)) (*ListTagsForResourceOutput, error),
	arn *string, mark string, optFns []func(*Options),
) (bool, error) {
	out, err := list(ctx, &ListTagsForResourceInput{ResourceName: arn}, optFns...)
	return err == nil && recovery.HasTag(out, RestoreTag, mark), err
}

func (r *clusterRestore) roles(ctx context.Context) error {
	for i := range r.Roles {
		if err := EnsureClusterRole(ctx, r.client, &r.Roles[i], r.target.Left(), r.waiterOptions); err != nil {
			return err
		}
	}
	return nil
}

func (r *clusterRestore) settings(ctx context.Context) error {
	return r.target.Set(ctx, r.Settings, func(ctx context.Context, optFns []func(*Options)) error {
		_, err := r.client.ModifyDBCluster(ctx, r.Settings, optFns...)
		return err
	})
}

// instances creates the instances that the cluster does not have, and waits for all of them.
func (r *clusterRestore) instances(ctx context.Context) error {
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
	for _, err := range waiter.WaitAll(ctx, ids, r.target.Left()) {
		if err != nil {
			return err
		}
	}
	return r.target.Available(ctx)
}

// instance creates an instance, unless the cluster has it.
func (r *clusterRestore) instance(ctx context.Context, in *CreateDBInstanceInput) error {
	return r.target.Add(ctx, func(ctx context.Context, c *types.DBCluster, optFns []func(*Options)) error {
		of := *in
		if of.Engine == nil {
			of.Engine = c.Engine
		}
		_, err := r.client.CreateDBInstance(ctx, &of, optFns...)
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
