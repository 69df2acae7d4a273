// Package rds is a client for the backup and export operations of Amazon RDS: snapshots, automated
// backups and restores of clusters and instances, and exports of snapshots to S3. It also has
// related operations on clusters, instances and events.
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
// [nereid.LoadEnvConfig] reads the configuration from environment variables. For profiles, SSO and
// the other sources of the AWS SDK, use the module awsconfig.
//
// Operations, their inputs and outputs, paginators and waiters have the same names and shapes as in
// github.com/aws/aws-sdk-go-v2/service/rds. Most members (fields) of inputs and outputs are
// pointers; the client does not send nil members. All methods of a [Client] are safe for concurrent
// use. Package nereidtest provides a fake of the service for tests.
//
// # Shared control plane
//
// RDS shares its control plane with Neptune and DocumentDB. The operations of this package
// therefore also list Neptune and DocumentDB resources, whose Engine is neptune or docdb. Package
// neptune has the operations that only Neptune has.
//
// # Exports
//
// The status of an export is STARTING for a long time while RDS restores the source, then
// IN_PROGRESS, and finally COMPLETE, FAILED or CANCELED. If an export fails, the Reason of the
// waiter's error contains the FailureCause and the WarningMessage of the task. A slash at the end
// of S3Prefix is a known cause of failure. An account can run five snapshot exports and five
// cluster exports at the same time.
//
// # Automated backups
//
// AWS backs up each cluster, and each standalone instance with a BackupRetentionPeriod above 0.
// [Client.RestoreDBClusterToPointInTime] and [Client.RestoreDBInstanceToPointInTime] can restore to
// any time in the RestoreWindow of the backups. If a cluster or instance is deleted with
// DeleteAutomatedBackups set to false, AWS retains its backups until their retention period ends.
// To restore retained backups, identify the deleted source by its resource ID or (for an instance) by
// the ARN of its backups, because a new resource may now have the source's name.
// [Client.DescribeDBClusterAutomatedBackups] and [Client.DescribeDBInstanceAutomatedBackups] show
// the resource ID and the ARN.
//
// [Client.StartDBInstanceAutomatedBackupsReplication] replicates an instance's backups to another
// region. Call it, and restore the replicated backups, with a client for that other region.
//
// # Errors
//
// Every error that a call returns is a *smithy.OperationError. errors.As finds the service's
// faults, whose types are in package types. A type switch on the smithy.APIError finds only the
// faults that the operation's documentation lists. The smithy.APIError for any other fault is a
// *smithy.GenericAPIError. errors.Is finds the error categories of package nereid, which apply to
// all operations:
//
//	if errors.Is(err, nereid.ErrNotFound) { … }
//
// If a response was lost and the client cannot determine whether the operation took effect,
// errors.As finds a [*nereid.OutcomeUnknownError].
//
// # Paginators
//
// Each operation that returns pages has a paginator. The methods HasMorePages and NextPage read one
// page at a time. The method Pages yields all pages, and the method All yields all items. If the
// service returns the same marker twice, the paginator returns an error, unless
// [PaginatorOptions].StopOnDuplicateToken is set.
//
// # Waiters
//
// Most operations only begin a change: the call returns immediately, and the resource's status
// shows the progress. A waiter polls until the resource reaches the desired state. The method Wait
// waits for one resource, or for all resources that an input selects. The method WaitAll takes any
// number of identifiers, and waits for these resources with few requests. The first waiter of the
// following table has the constructor [NewExportTaskCompleteWaiter]; the other constructors are
// named in the same way.
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
//	DBInstanceAutomatedBackupReplicating  replicating           (5)
//	DBInstanceAutomatedBackupRetained     retained              deleting, deleted
//	DBInstanceAutomatedBackupDeleted      not found, deleted    creating, active, pending, replicating
//	DBClusterAutomatedBackupRetained      retained              deleting, deleted
//	DBClusterAutomatedBackupDeleted       not found, deleted    active
//	EventSubscriptionActive               active, (6)           deleting, no-permission, topic-not-exist
//	EventSubscriptionDeleted              not found, deleted    creating
//
//	(1) deleted, deleting, failed, incompatible-restore, incompatible-parameters, incompatible-network,
//	    inaccessible-encryption-credentials, inaccessible-encryption-credentials-recoverable (see below),
//	    migration-failed, cloning-failed
//	(2) creating, rebooting, resetting-master-credentials (see below): a new resource has the same name
//	(3) like (1), but without migration-failed and cloning-failed, and with incompatible-create,
//	    incompatible-credentials, incompatible-option-group, restore-error, insufficient-capacity
//	(4) deleted, deleting, failed, incompatible-restore, incompatible-parameters
//	(5) deleting, deleted, retained (see below)
//	(6) also all-sources-deleted, the status after a subscription's last source is deleted
//
// Of these waiters, the AWS SDK has only DBClusterAvailable, DBClusterDeleted,
// DBClusterSnapshotAvailable, DBClusterSnapshotDeleted, DBInstanceAvailable, DBInstanceDeleted,
// DBSnapshotAvailable and DBSnapshotDeleted.
//
// A description may still show the status that the resource had before the call. For the statuses
// of (2), for inaccessible-encryption-credentials-recoverable, and for retained in (5), a wait
// therefore fails only after three polls have found the status. But if an earlier poll found a
// different status, one poll is enough.
//
// During any other status, known or unknown, the wait continues. [WaiterOptions].FailureStates adds
// statuses for which a wait fails. A wait also fails if access is denied, or if three consecutive
// polls do not find a resource that should exist. If a poll is throttled or gets no response, the
// waiter polls again later. Polls do not use the client's retry budget. If credentials become
// unavailable during a wait, the wait fails only after 15 minutes. Package
// [github.com/nereid-go/nereid/describe] documents the methods and options.
//
// By default, the delay between polls is at least 30 seconds, grows to at most 2 minutes and is
// randomized. A wait succeeds after one poll that finds the desired state. The options MinDelay,
// MaxDelay and ConsecutiveHits change this behavior. With RequirePendingEmpty, waiters that wait
// until clusters or instances are available also wait until PendingModifiedValues is empty. Without
// RequirePendingEmpty, a wait after a modification may succeed before the change begins, because
// the resource is still available. A change that is scheduled for the maintenance window stays
// pending until the window begins.
//
// The error of a wait is a [*nereid.WaitError]. It contains, among other things, the last status
// and the last output. It matches nereid.ErrWaitTimeout, nereid.ErrWaitFailed,
// nereid.ErrWaitCanceled or nereid.ErrWaitPoll.
//
// # Copies from another region
//
// To copy a snapshot from another region, call [Client.CopyDBSnapshot] or
// [Client.CopyDBClusterSnapshot] with a client for the region of the copy. The request must contain
// a presigned URL for the source region. The client creates this URL if the source's ARN, or
// SourceRegion, names a region other than the client's. The URL uses the standard endpoint of the
// source region, even if the client has a BaseEndpoint. It is valid for one hour and is never
// logged. The call fails before a request is sent if SourceRegion differs from the region in the
// source's ARN, or if SourceRegion is not the client's region and the source is not an ARN. With
// [Options].DisableSourceRegionFromARN, the client uses only SourceRegion. The client also creates
// the URL for [Client.StartDBInstanceAutomatedBackupsReplication], although that operation requires
// it only in GovCloud regions.
//
// # Beyond the SDK
//
// The following functions have no counterpart in the SDK. They call the operations of this package.
// Their client parameters are interfaces, so that tests can pass mocks instead of a [Client].
//
// [ShareSnapshot] checks whether other accounts could use a cluster or instance snapshot, and
// shares the snapshot with them.
//
// [EnsureSnapshotCopied] copies a cluster snapshot unless the copy already exists, and waits until
// the copy is available.
//
// [RestoreCluster] restores a cluster and adds roles, settings and instances. [RestoreInstance]
// restores an instance and adds roles and settings. After a failure, they can be called again to
// continue. [EnsureClusterRole] and [EnsureInstanceRole] attach an IAM role and wait until it can
// be used.
//
// [EnsureClusterStopped], [EnsureClusterStarted], [EnsureInstanceStopped] and
// [EnsureInstanceStarted] stop and start clusters and instances, whatever state they are in.
// [EnsureAllClustersStopped] and similar functions do so for many clusters or instances at the same
// time.
//
// [WatchEvents] yields the events of the account as they appear.
//
// [ExportAll] exports any number of snapshots and clusters, runs as many exports at the same time
// as AWS allows, and yields each export when it ends. It can skip snapshots that are already
// exported.
//
// The following methods and fields are not in the SDK either: [Client.Invoke], the paginators'
// Pages and All, the waiters' WaitAll, and the [Options] AttemptTimeout, DisableRecovery,
// DisableSourceRegionFromARN, RecoveryTime, RenewAhead and TagCreations.
//
// # Operations without a method
//
// [Client.Invoke] calls any operation of the service with the caller's structs. The type of a
// member is *string, *bool, *int32, *int64, *float64 or *time.Time, a string type for an
// enumeration, a struct or a pointer to a struct, or a slice of one of these. A member's name on
// the wire is its Go name, unless a query tag gives a different name:
//
//	Name    *string        `query:"WireName"`      // different name on the wire
//	Name    *string        `query:",required"`     // the call fails before it is sent if Name is nil
//	Filters []types.Filter `query:",item=Filter"`  // element name of the list; "member" by default
//	State   *string        `query:"-"`             // not part of the request or the response
//
// An output may have a member ResultMetadata of type middleware.Metadata with the tag query:"-". If
// an input has the members SourceRegion and PreSignedUrl of type *string, the client creates a
// presigned URL, as it does for a copy from another region. In a query tag, the option "source"
// marks the *string member that contains the source's ARN. The ARN determines the source region.
//
// The inputs of this package also use a tag option and a tag that callers do not need. The query
// option "nopresign" keeps a member out of the presigned URL. The client uses the recover tag after
// a lost response. The tag gives the member's name in the description of the resource, or "-" if
// the description does not contain the member. The option "aside" of the recover tag marks a member
// that is not a setting of the resource. The option "late" of the recover tag marks a setting that
// may be missing from the description at first.
package rds
