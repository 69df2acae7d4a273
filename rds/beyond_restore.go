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

// A ClusterRestore is the request of [RestoreCluster]: how to restore a cluster, and what to add to
// it. Exactly one of FromSnapshot, ToPointInTime and FromS3 is required.
type ClusterRestore struct {
	// FromSnapshot is the request to restore a snapshot.
	FromSnapshot *RestoreDBClusterFromSnapshotInput

	// ToPointInTime is the request to create a cluster with the data that another cluster had at a
	// point in time, or to clone another cluster.
	ToPointInTime *RestoreDBClusterToPointInTimeInput

	// FromS3 is the request to restore a MySQL backup in S3.
	FromS3 *RestoreDBClusterFromS3Input

	// Roles are the IAM roles to add to the restored cluster. AWS does not restore the source's
	// roles. RestoreCluster sets DBClusterIdentifier in each element.
	Roles []AddRoleToDBClusterInput

	// Settings, if not nil, are settings that a restore request cannot contain, for example the
	// maintenance window. RestoreCluster sets DBClusterIdentifier to the name of the restored
	// cluster, and ApplyImmediately to true. NewDBClusterIdentifier must be nil.
	Settings *ModifyDBClusterInput

	// Instances are the instances to create in the cluster. The first one becomes the writer.
	// RestoreCluster sets DBClusterIdentifier in each element, and sets Engine if it is nil.
	// Leave Instances empty for a Multi-AZ cluster, because AWS creates its instances.
	Instances []CreateDBInstanceInput
}

// RestoreOptions are the options of [RestoreCluster] and [RestoreInstance].
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

// A RestoreStep is a step of [RestoreCluster] or [RestoreInstance].
type RestoreStep string

// The steps in execution order. A step with nothing to do is skipped.
const (
	// RestoreStepCluster restores the cluster and waits until it is available.
	RestoreStepCluster RestoreStep = "restore the cluster"
	// RestoreStepInstance restores the instance and waits until it is available.
	RestoreStepInstance RestoreStep = "restore the instance"
	// RestoreStepRoles adds the Roles of the request.
	RestoreStepRoles RestoreStep = "add roles"
	// RestoreStepSettings applies the Settings of the request.
	RestoreStepSettings RestoreStep = "change settings"
	// RestoreStepInstances creates the Instances of the request and waits until they are available.
	RestoreStepInstances RestoreStep = "create instances"
)

// RestoreTag is the key of the tag that [RestoreCluster] and [RestoreInstance] add to restored
// resources. A later call recognizes a resource by this tag. The tag's value names the source of
// the restore.
const RestoreTag = "nereid:restore"

// RestoreCluster restores a cluster from a snapshot, to a point in time or from S3, and waits until
// the cluster is available. Then it adds the requested roles, settings and instances, which a
// restore request cannot contain, and waits until the cluster and the instances are available. It
// returns the last description of the cluster.
//
// After any failure, RestoreCluster can be called again with the same request: it checks what
// already exists, and does only what is missing. It marks the cluster with the tag [RestoreTag], so
// the caller needs permission to add and list tags. If a cluster with the requested name exists,
// but without the tag or with the tag of a different restore, RestoreCluster does not change it,
// and the error matches [ErrOtherResource]. If a cluster has the tag of this restore,
// RestoreCluster does not restore it again, even if a new snapshot now has the name of the restored
// snapshot, or if the source's LatestRestorableTime has advanced. To restore it again, first delete
// the cluster and wait until it no longer exists.
//
// A restore usually takes about 20 minutes, and the creation of the instances takes additional
// time. The error names the step that failed. If a wait failed, the error is a [*nereid.WaitError].
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

// errOneSource is the error for a request that has no source or more than one.
var errOneSource = errors.New("exactly one of FromSnapshot, ToPointInTime and FromS3 is required")

// plan copies the request, and adds the identifiers and the tag [RestoreTag] to the copy.
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

// errNewName is the error for Settings with a new identifier.
var errNewName = errors.New("the settings cannot rename the restored resource, because a later call would not find it")

// moment returns the part of RestoreTag's value that identifies the source and the point in time.
// The source is the last element of ids that is not nil. The result
// contains a point in time only if at is not nil.
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

// bucket returns the value of RestoreTag for a restore from S3.
func bucket(name, prefix *string) string {
	return flow.Mark("s3", nereid.ToString(name)+"/"+nereid.ToString(prefix))
}

func (r *clusterRestore) waiterOptions(o *DBClusterAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay, o.ClientOptions = r.options.MinDelay, r.options.MaxDelay, r.options.ClientOptions
}

// cluster restores the cluster, unless an earlier call of RestoreCluster has already restored it.
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

// marked reports whether the resource with the given ARN has the tag RestoreTag with the value
// mark.
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

// instances creates the missing instances of the cluster, and waits until all instances are
// available.
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

// instance creates an instance of the cluster, unless the instance already exists.
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
