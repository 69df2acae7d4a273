// Package rds is a client of the backup and export side of Amazon RDS: snapshots, automated backups
// and restores of clusters and instances, exports of snapshots to S3, and the operations on clusters,
// instances and events that these need.
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
// Operations, their inputs and outputs, paginators and waiters have the same names and shapes as in
// github.com/aws/aws-sdk-go-v2/service/rds. Members are pointers; the client does not send nil
// members. All methods of a [Client] are safe for concurrent use. Package nereidtest is a fake of the
// service for tests.
//
// # Shared control plane
//
// RDS shares its control plane with Neptune and DocumentDB. The operations also list the resources of
// these services, which have another Engine. Package neptune has the operations that Neptune adds.
//
// # Exports
//
// An export is STARTING for a long time, while RDS restores the source. It is then IN_PROGRESS, and
// ends as COMPLETE, FAILED or CANCELED. The Reason of the waiter's error contains the FailureCause of
// a FAILED export, and warnings. A slash at the end of S3Prefix is a known cause of failure. An
// account can run five snapshot exports and five cluster exports at a time.
//
// # Automated backups
//
// AWS backs up each cluster, and each standalone instance with a BackupRetentionPeriod above 0.
// [Client.RestoreDBClusterToPointInTime] and [Client.RestoreDBInstanceToPointInTime] restore any time
// in the RestoreWindow. A deletion with DeleteAutomatedBackups false retains the backups until the end
// of their retention period. A restore then names its source by the resource ID or, for an instance, by
// the ARN of the backups, because another resource may have the old name.
// [Client.DescribeDBClusterAutomatedBackups] and [Client.DescribeDBInstanceAutomatedBackups] show both.
//
// [Client.StartDBInstanceAutomatedBackupsReplication] copies the backups of an instance to another
// region. It is called in that region, like the restore of the copied backups.
//
// # Paginators
//
// Each operation that returns pages has a paginator. HasMorePages and NextPage read page by page,
// Pages yields the pages, and All yields the items. A repeated marker is an error, unless
// [PaginatorOptions] allow it.
//
// # Waiters
//
// Most operations only begin a change: the call returns at once, and a status shows the progress. A
// waiter polls until the resource reaches the wanted state. Wait waits for one resource, or for all
// that an input selects. WaitAll waits for any number of resources by their identifiers, with few
// requests.
//
//	waiter                                succeeds when         fails when
//	ExportTaskComplete                    COMPLETE              FAILED, CANCELING, CANCELED
//	ExportTaskCanceled                    CANCELED              COMPLETE, FAILED
//	DBClusterAvailable                    available             (1)
//	DBClusterStopped                      stopped               (1)
//	DBClusterDeleted                      not found, deleted    (2)
//	DBClusterBacktrackCompleted           completed             failed
//	DBInstanceAvailable                   available             (3)
//	DBInstanceStopped                     stopped               (3)
//	DBInstanceDeleted                     not found, deleted    (2)
//	DBClusterSnapshotAvailable            available             (4)
//	DBClusterSnapshotDeleted              not found, deleted    (2)
//	DBSnapshotAvailable                   available             (4)
//	DBSnapshotDeleted                     not found, deleted    (2)
//	DBInstanceAutomatedBackupActive       active                retained, deleting, deleted
//	DBInstanceAutomatedBackupReplicating  replicating           (6)
//	DBInstanceAutomatedBackupRetained     retained              deleting, deleted
//	DBInstanceAutomatedBackupDeleted      not found, deleted    creating, active, pending, replicating
//	DBClusterAutomatedBackupRetained      retained              deleting, deleted
//	DBClusterAutomatedBackupDeleted       not found, deleted    active
//	EventSubscriptionActive               active, (5)           deleting, no-permission, topic-not-exist
//	EventSubscriptionDeleted              not found, deleted    creating
//
//	(1) deleted, deleting, failed, incompatible-restore, incompatible-parameters, incompatible-network,
//	    inaccessible-encryption-credentials, inaccessible-encryption-credentials-recoverable
//	    (on three polls, or after another status), migration-failed, cloning-failed
//	(2) creating, rebooting, resetting-master-credentials, if the resource was deleting before, or
//	    on three polls: another resource now has the name
//	(3) as (1), without migration-failed and cloning-failed, and incompatible-create,
//	    incompatible-credentials, incompatible-option-group, restore-error, insufficient-capacity
//	(4) deleted, deleting, failed, incompatible-restore, incompatible-parameters
//	(5) all-sources-deleted, which the subscription has after its last source is deleted
//	(6) retained (on three polls, or after another status), deleting, deleted
//
// During any other status, known or unknown, the wait goes on. [WaiterOptions].FailureStates adds
// statuses that end a wait. A wait also ends if access is denied, or if three polls in a row do not
// find a resource that should exist. A poll that is throttled or gets no response is repeated later,
// and does not use the client's retry budget. A wait survives 15 minutes without credentials if it had
// credentials before. Package [github.com/nereid-go/nereid/describe] documents the methods and
// options.
//
// By default, polls are at least 30 seconds apart; the delay then grows to at most 2 minutes and is
// randomized. One poll that finds the wanted state is enough. The options MinDelay, MaxDelay and
// ConsecutiveHits change this. With RequirePendingEmpty, the waiters for available clusters and
// instances also wait until PendingModifiedValues is empty. Without it, a wait after a modification
// may end before the change begins, because the resource is still available. A change that is left to
// the maintenance window stays pending until then.
//
// The error of a wait is a [*nereid.WaitError]. It has the last status, the last output and more, and
// matches nereid.ErrWaitTimeout, nereid.ErrWaitFailed, nereid.ErrWaitCanceled or nereid.ErrWaitPoll.
//
// # Copies from another region
//
// [Client.CopyDBSnapshot] and [Client.CopyDBClusterSnapshot] are called in the region of the copy. The
// request must contain a presigned URL for the source region. The client makes this URL if the ARN of
// the source, or SourceRegion, names another region than the client's. The URL uses the standard
// endpoint of the source region, even if the client has a BaseEndpoint. It is valid for one hour and
// is never logged. If the source is not an ARN, or its region is not SourceRegion, the call fails
// before a request is sent. With [Options].DisableSourceRegionFromARN, only SourceRegion counts. The
// client does the same for [Client.StartDBInstanceAutomatedBackupsReplication], although only GovCloud
// regions require the URL there.
//
// # Operations without a method
//
// [Client.Invoke] calls any operation of the service with the caller's structs. A member is a *string,
// *bool, *int32, *int64, *float64 or *time.Time, a string type for an enumeration, a struct or a
// pointer to a struct, or a list of these. The name of the member is its name on the wire, unless the
// query tag gives another:
//
//	Name    *string        `query:"WireName"`      // another name on the wire
//	Name    *string        `query:",required"`     // the call fails before it is sent if Name is nil
//	Filters []types.Filter `query:",item=Filter"`  // element name of a list, by default member
//	State   *string        `query:"-"`             // not part of the request or the response
//
// An output may have a member ResultMetadata of type middleware.Metadata with the tag query:"-". An
// input with members SourceRegion and PreSignedUrl of type *string is presigned like a copy from
// another region. The tag option source marks the *string member that holds the ARN of the source,
// from which the client takes the region.
//
// The inputs of this package have two more tags, which callers do not need. The option nopresign keeps
// a member out of the presigned URL. The tag recover is for a call whose response was lost: it says
// how the description of a resource shows the member. It gives another name, or "-" for a member that
// is not shown. The option aside marks a member that is not a setting, and the option late marks a
// setting that may be missing at first.
//
// # Beyond the SDK
//
// These functions have no counterpart in the SDK. They use the operations above, and take interfaces
// instead of a [Client], so that they also work with mocks.
//
// [ShareSnapshot] shares a snapshot of a cluster or an instance with other accounts, after it has
// checked that they can use it.
//
// [EnsureSnapshotCopied] waits for the copy of a cluster snapshot, and copies the snapshot only if the
// copy does not exist.
//
// [RestoreCluster] and [RestoreInstance] restore a cluster or an instance with roles, settings and
// instances. They can be called again after a failure. [EnsureClusterRole] and [EnsureInstanceRole]
// attach an IAM role and wait until it can be used.
//
// [EnsureClusterStopped], [EnsureClusterStarted], [EnsureInstanceStopped] and [EnsureInstanceStarted]
// stop and start clusters and instances from any state. [EnsureAllClustersStopped] and similar
// functions do so for many of them at once.
//
// [WatchEvents] yields the events of the account as they appear.
//
// [ExportAll] exports any number of snapshots or clusters, as many at a time as AWS allows, and yields
// each export as it ends. It can skip the snapshots that are exported already.
//
// [Client.Invoke] calls operations that have no method. Paginators have Pages and All for range loops,
// and waiters have WaitAll. Among the [Options], AttemptTimeout, DisableRecovery,
// DisableSourceRegionFromARN, RecoveryTime, RenewAhead and TagCreations are not in the SDK.
//
// # Errors
//
// Every error of a call is a *smithy.OperationError. errors.As finds the faults of the service, which
// are the types of package types. A type switch on the smithy.APIError finds only the faults that the
// operation lists. errors.Is finds the categories of package nereid, which apply to all operations:
//
//	if errors.Is(err, nereid.ErrNotFound) { … }
package rds
