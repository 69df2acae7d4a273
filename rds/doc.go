// Package rds is a client of the snapshot and export side of Amazon RDS: snapshots of clusters and
// instances, exports of them to S3, and what has to be known of clusters, instances and events for
// that.
//
//	cfg, err := nereid.LoadEnvConfig()
//	if err != nil {
//		return err
//	}
//	client := rds.NewFromConfig(cfg)
//	_, err = client.StartExportTask(ctx, &rds.StartExportTaskInput{ … })
//	if err != nil {
//		return err
//	}
//	err = rds.NewExportTaskCompleteWaiter(client).Wait(ctx, &rds.DescribeExportTasksInput{
//		ExportTaskIdentifier: nereid.String("nightly-1"),
//	}, 6*time.Hour)
//
// Operations, their inputs and outputs, paginators and waiters have the names and the shape that
// they have in github.com/aws/aws-sdk-go-v2/service/rds. Members are pointers, nil is "not sent". All
// methods of a [Client] are safe for concurrent use. For tests there is a fake of the service, package
// nereidtest.
//
// # Shared control plane
//
// Neptune and DocumentDB are served by the control plane of RDS. What the operations list belongs to
// them as well: Engine tells whose it is. Package neptune has the operations that Neptune adds.
//
// # Exports
//
// An export is STARTING for long, while RDS restores the source, then IN_PROGRESS, and ends as
// COMPLETE, FAILED or CANCELED. The FailureCause of one that FAILED, and warnings, are the Reason of
// the waiter's error. A slash at the end of S3Prefix is a known cause of failure. An account can
// have five exports of snapshots, and five of clusters, run at a time.
//
// # Paginators
//
// Each operation that returns pages has a paginator with the methods HasMorePages and NextPage, Pages,
// which yields the pages, and All, which yields the items. A marker that comes a second time is an
// error, unless [PaginatorOptions] say otherwise.
//
// # Waiters
//
// Most actions only begin something: the call returns, and a status tells how it goes on. A waiter
// polls until a wanted state is there. Wait waits for one resource, or a list that an input selects;
// WaitAll for any number by their identifiers, with few requests.
//
//	waiter                        ends well when           ends with an error when
//	ExportTaskComplete            COMPLETE                 FAILED, CANCELING, CANCELED
//	ExportTaskCanceled            CANCELED                 COMPLETE, FAILED
//	DBClusterAvailable            available                (1)
//	DBClusterStopped              stopped                  (1)
//	DBClusterDeleted              not found, deleted       (2)
//	DBInstanceAvailable           available                (3)
//	DBInstanceDeleted             not found, deleted       (2)
//	DBClusterSnapshotAvailable    available                (4)
//	DBClusterSnapshotDeleted      not found, deleted       (2)
//	DBSnapshotAvailable           available                (4)
//	DBSnapshotDeleted             not found, deleted       (2)
//
//	(1) deleted, deleting, failed, incompatible-restore, incompatible-parameters, incompatible-network,
//	    inaccessible-encryption-credentials, inaccessible-encryption-credentials-recoverable
//	    (on three polls, or after another status), migration-failed, cloning-failed
//	(2) creating, rebooting, resetting-master-credentials: something new bears the name, if it was
//	    deleting before, or is so on three polls
//	(3) as (1), without migration-failed and cloning-failed, and incompatible-create,
//	    incompatible-credentials, incompatible-option-group, restore-error, insufficient-capacity
//	(4) deleted, deleting, failed, incompatible-restore, incompatible-parameters
//
// Any other status is waited through, be it known or not; [WaiterOptions].FailureStates adds to those
// that end a wait. A wait also ends when access is denied, and when three polls in a row do not find a
// resource that should be there. A poll that is throttled or gets no answer is repeated later and costs
// nothing of the client's retry budget. A wait outlasts 15 minutes without credentials if it had some
// before. Package [github.com/nereid-go/nereid/describe] documents the methods and options.
//
// By default polls are at least 30 seconds apart, then up to 2 minutes, at random, and one poll that
// finds the wanted state is enough (MinDelay, MaxDelay, ConsecutiveHits). With RequirePendingEmpty the
// waiters for available clusters and instances also wait for PendingModifiedValues to be empty: after
// a modification they are available before they are as wanted, and without that the wait may end
// before anything has begun. A change that is left to the maintenance window stays pending until
// then.
//
// The error of a wait is a [*nereid.WaitError], which tells the last status, the last output and
// more, and which matches nereid.ErrWaitTimeout, nereid.ErrWaitFailed, nereid.ErrWaitCanceled or
// nereid.ErrWaitPoll.
//
// # Copies from another region
//
// [Client.CopyDBSnapshot] and [Client.CopyDBClusterSnapshot] are called in the region that the copy is
// to be in. The source region has to be asked too, by a presigned URL in the request. It is made when
// the ARN of the source names another region than the client's, or SourceRegion does. It is for the
// standard endpoint of the source region, also where the client has another BaseEndpoint, is good for
// one hour, and is never logged. A source that is no ARN, or one of another region than SourceRegion
// says, is refused before anything is sent. [Options].DisableSourceRegionFromARN leaves it to
// SourceRegion alone.
//
// # Operations without a method
//
// [Client.Invoke] calls any operation of the service with structs of the caller. A member is a *string,
// *bool, *int32, *int64, *float64 or *time.Time, a string type for an enumeration, a struct or a
// pointer to one, or a list of these. Its name is the name on the wire, unless the tag query says
// otherwise:
//
//	Name    *string        `query:"WireName"`      // another name on the wire
//	Name    *string        `query:",required"`     // refused before it is sent if it is nil
//	Filters []types.Filter `query:",item=Filter"`  // element name of a list; member without it
//	State   *string        `query:"-"`             // not part of the request or the reply
//
// An output may have the member ResultMetadata of the type middleware.Metadata with the tag
// query:"-". A request with the members SourceRegion and PreSignedUrl of the type *string is presigned
// like a copy from another region; the option source marks the *string whose ARN names that region.
//
// # Beyond the SDK
//
// These have no counterpart in the SDK. They are made of the operations above, and take interfaces
// instead of a [Client], so that mocks work with them too.
//
// [EnsureSnapshotCopied] waits for the copy of a cluster snapshot, and copies it only if there is none.
//
// [ExportAll] exports any number of snapshots or clusters, as many at a time as the account may run,
// and yields each as it ends. [Client.Invoke] calls operations that have no method. Paginators have
// Pages and All for range loops, waiters have WaitAll. Of the [Options], AttemptTimeout, DisableRecovery,
// DisableSourceRegionFromARN, RecoveryTime and TagCreations are not the SDK's.
//
// # Errors
//
// Every error of a call is a *smithy.OperationError. The faults of the service are the types of
// package types, for errors.As. A type switch on the smithy.APIError finds those that the operation
// lists. Categories that hold for all operations are in package nereid, for errors.Is:
//
//	if errors.Is(err, nereid.ErrNotFound) { … }
package rds
