package rds

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreInstanceAPIClient is the client interface that [RestoreInstance] uses.
type RestoreInstanceAPIClient interface {
	EnsureInstanceRoleAPIClient
	ListTagsForResource(context.Context, *ListTagsForResourceInput, ...func(*Options)) (*ListTagsForResourceOutput, error)
	ModifyDBInstance(context.Context, *ModifyDBInstanceInput, ...func(*Options)) (*ModifyDBInstanceOutput, error)
	RestoreDBInstanceFromDBSnapshot(context.Context, *RestoreDBInstanceFromDBSnapshotInput, ...func(*Options)) (*RestoreDBInstanceFromDBSnapshotOutput, error)
	RestoreDBInstanceFromS3(context.Context, *RestoreDBInstanceFromS3Input, ...func(*Options)) (*RestoreDBInstanceFromS3Output, error)
	RestoreDBInstanceToPointInTime(context.Context, *RestoreDBInstanceToPointInTimeInput, ...func(*Options)) (*RestoreDBInstanceToPointInTimeOutput, error)
}

// An InstanceRestore is the request of [RestoreInstance]: how to restore an instance, and what to
// add to it. Exactly one of FromSnapshot, ToPointInTime and FromS3 is required.
type InstanceRestore struct {
	// FromSnapshot is the request to restore a snapshot. The restored instance has the Tags of the
	// request and RestoreTag, but not the tags of the snapshot's source instance: AWS copies those
	// tags only if a request has no tags.
	FromSnapshot *RestoreDBInstanceFromDBSnapshotInput

	// ToPointInTime is the request to create an instance with the data that another instance had at
	// a point in time.
	ToPointInTime *RestoreDBInstanceToPointInTimeInput

	// FromS3 is the request to restore a MySQL backup in S3.
	FromS3 *RestoreDBInstanceFromS3Input

	// Roles are the IAM roles to add to the restored instance. AWS does not restore the source's
	// roles. RestoreInstance sets DBInstanceIdentifier in each element.
	Roles []AddRoleToDBInstanceInput

	// Settings, if not nil, are settings that a restore request cannot contain, for example the
	// maintenance window. RestoreInstance sets DBInstanceIdentifier to the name of the restored
	// instance, and ApplyImmediately to true. NewDBInstanceIdentifier must be nil. If Settings
	// change the parameter group, static parameters take effect only after a reboot.
	// RestoreInstance does not reboot the instance.
	Settings *ModifyDBInstanceInput
}

// RestoreInstance restores a standalone instance from a snapshot, to a point in time or from S3,
// and waits until the instance is available. Then it adds the requested roles and settings, which a
// restore request cannot contain, and waits until they are in effect. It returns the last
// description of the instance.
//
// Like [RestoreCluster], RestoreInstance can be called again with the same request after any
// failure. RestoreInstance returns the same kinds of errors as RestoreCluster.
func RestoreInstance(ctx context.Context, client RestoreInstanceAPIClient, request *InstanceRestore, maxWait time.Duration, optFns ...func(*RestoreOptions)) (*types.DBInstance, error) {
	if err := flow.CheckWait(maxWait); err != nil {
		return nil, err
	}
	r := instanceRestore{client: client}
	for _, fn := range optFns {
		fn(&r.options)
	}
	if err := r.plan(request); err != nil {
		return nil, err
	}
	r.target = newInstanceTarget(client, &r.id, flow.Until(time.Now().Add(maxWait)), r.waiterOptions)
	err := flow.Run(ctx, "restore of "+r.id, r.options.OnStep,
		flow.Step[RestoreStep]{Name: RestoreStepInstance, Some: true, Do: r.instance},
		flow.Step[RestoreStep]{Name: RestoreStepRoles, Some: len(r.Roles) > 0, Do: r.roles},
		flow.Step[RestoreStep]{Name: RestoreStepSettings, Some: r.Settings != nil, Do: r.settings},
	)
	return r.target.Last, err
}

// An instanceRestore is the state of one call of RestoreInstance.
type instanceRestore struct {
	InstanceRestore // copies of the requests, completed
	client          RestoreInstanceAPIClient
	options         RestoreOptions
	target          *instanceTarget
	id, mark        string // identifier of the instance, value of RestoreTag
}

// plan copies the request, and adds the identifiers and the tag [RestoreTag] to the copy.
func (r *instanceRestore) plan(request *InstanceRestore) error {
	if request == nil {
		return errOneSource
	}
	r.InstanceRestore = *request
	sources := 0
	if in := request.FromSnapshot; in != nil {
		sources++
		r.id, r.mark = nereid.ToString(in.DBInstanceIdentifier), flow.Mark("snapshot", moment(nil, in.DBClusterSnapshotIdentifier, in.DBSnapshotIdentifier))
		r.FromSnapshot = recovery.WithTag(in, RestoreTag, r.mark)
	}
	if in := request.ToPointInTime; in != nil {
		sources++
		r.id = nereid.ToString(in.TargetDBInstanceIdentifier)
		r.mark = flow.Mark("instance", moment(in.RestoreTime, in.SourceDBInstanceIdentifier, in.SourceDbiResourceId, in.SourceDBInstanceAutomatedBackupsArn))
		r.ToPointInTime = recovery.WithTag(in, RestoreTag, r.mark)
	}
	if in := request.FromS3; in != nil {
		sources++
		r.id, r.mark = nereid.ToString(in.DBInstanceIdentifier), bucket(in.S3BucketName, in.S3Prefix)
		r.FromS3 = recovery.WithTag(in, RestoreTag, r.mark)
	}
	switch {
	case sources != 1:
		return errOneSource
	case r.id == "":
		return errors.New("the identifier of the instance is empty")
	}
	if in := request.Settings; in != nil {
		if in.NewDBInstanceIdentifier != nil {
			return errNewName
		}
		c := *in
		c.DBInstanceIdentifier, c.ApplyImmediately = &r.id, nereid.Bool(true)
		r.Settings = &c
	}
	r.Roles = slices.Clone(request.Roles)
	for i := range r.Roles {
		r.Roles[i].DBInstanceIdentifier = &r.id
	}
	return nil
}

func (r *instanceRestore) waiterOptions(o *DBInstanceAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay, o.ClientOptions = r.options.MinDelay, r.options.MaxDelay, r.options.ClientOptions
}

// instance restores the instance, unless an earlier call of RestoreInstance has already restored
// it.
func (r *instanceRestore) instance(ctx context.Context) error {
	return r.target.Make(ctx, func(ctx context.Context, optFns []func(*Options)) (err error) {
		switch {
		case r.FromSnapshot != nil:
			_, err = r.client.RestoreDBInstanceFromDBSnapshot(ctx, r.FromSnapshot, optFns...)
		case r.ToPointInTime != nil:
			_, err = r.client.RestoreDBInstanceToPointInTime(ctx, r.ToPointInTime, optFns...)
		default:
			_, err = r.client.RestoreDBInstanceFromS3(ctx, r.FromS3, optFns...)
		}
		return err
	}, func(ctx context.Context, i *types.DBInstance, optFns []func(*Options)) (bool, error) {
		return marked(ctx, r.client.ListTagsForResource, i.DBInstanceArn, r.mark, optFns)
	})
}

func (r *instanceRestore) roles(ctx context.Context) error {
	for i := range r.Roles {
		if err := EnsureInstanceRole(ctx, r.client, &r.Roles[i], r.target.Left(), r.waiterOptions); err != nil {
			return err
		}
	}
	return nil
}

func (r *instanceRestore) settings(ctx context.Context) error {
	return r.target.Set(ctx, r.Settings, func(ctx context.Context, optFns []func(*Options)) error {
		_, err := r.client.ModifyDBInstance(ctx, r.Settings, optFns...)
		return err
	})
}
