// Package nereidtest is a fake of the Amazon Neptune control plane and of the
// snapshot and export side of Amazon RDS, for tests and experiments. The fake
// keeps state and changes it as time passes, as AWS does. It checks signatures
// and parameters, and can inject faults.
//
//	func TestNightlyExport(t *testing.T) {
//		s := nereidtest.NewServer(t)
//		arn := s.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
//		client := rds.NewFromConfig(s.Config())
//		…
//	}
//
// # Connecting
//
// [NewServer] starts a server, and closes it at the end of the test. [Start]
// starts a server without a test. [Server.Config] has an HTTPClient that calls
// the server within the process, without a listening socket or a goroutine. A
// request ends when its context is done. [Server.URL] opens a port for other
// processes, such as the AWS CLI or boto3. Server.Config and Server.URL give
// access to the same account. [Server.Reset] removes all state, so that one
// server can serve many tests.
//
// A server simulates one account with all regions ([WithAccount] adds other
// accounts). A request is handled in the region that it was signed for. Regions
// are independent, except that snapshots can be copied between regions, backups
// can be replicated, and global clusters span regions. RDS and Neptune share
// one namespace, as they do in AWS: a list contains the clusters of every
// engine, and a request does not show which of the two services the client
// means. For operations that both services have, the response has RDS's shape,
// which includes every member of Neptune's shape.
//
// Requests create resources, and so do methods of the server:
// [Server.AddCluster] adds a cluster, [Server.AddInstance] adds a standalone
// instance, which does not belong to a cluster, [Server.AddSnapshot] adds a
// snapshot of a cluster (a cluster snapshot), and [Server.AddDBSnapshot] adds a
// snapshot of an instance (a DB snapshot).
//
// A server implements the operations in packages neptune and rds. It rejects
// any other operation with InvalidAction and a message that names nereidtest.
//
// # Time
//
// The state clock determines when statuses change. By default it is time.Now,
// so a twenty-minute export takes no real time in a testing/synctest bubble.
// [WithSpeed] makes the state clock run faster, [Server.Advance] moves it
// forward, and with [WithClock] it moves only by Advance. There is no
// background activity. When a request arrives, the server first applies all
// changes that are due, in chronological order. [Timings] has the durations.
//
// A second clock, which is used to verify signatures, is time.Now plus an
// offset that [Server.SetClockSkew] sets. [WithClockSkew] adds the same offset
// to both clocks.
//
// # Faults
//
// [Server.Inject] makes requests fail in the way that networks and services
// fail, before or after the operation takes effect. A response can be lost,
// truncated, delayed, slow or replaced. [Server.Intercept] sets a function that
// is called with each request first. [Server.Requests] returns the requests
// that were received. [Server.Journal] returns what really happened to the
// resources, for comparison with what a program reports.
//
// # States
//
// The resources have these statuses:
//
//	cluster         creating, available, modifying, renaming, upgrading, maintenance, failing-over,
//	                backtracking, stopping, stopped (7 days, then AWS starts it), starting, promoting,
//	                deleting
//	instance        creating, available, modifying, renaming, upgrading, maintenance,
//	                storage-optimization, rebooting, stopping, stopped (a standalone
//	                instance for 7 days, then AWS starts it), starting, deleting
//	snapshot        creating with a percentage, available, deleting; a DB snapshot also
//	                upgrading; a copy is pending, then copying with a percentage
//	automated       creating, active, retained, deleting; in another region pending,
//	backups         replicating, retained, deleting
//	export task     STARTING, IN_PROGRESS with a percentage and gigabytes, COMPLETE or
//	                FAILED; CANCELING, CANCELED
//	global cluster  creating, available, modifying, upgrading, deleting; a failover is
//	                pending, then failing-over or switching-over
//
// The fake takes a daily automated snapshot of every available cluster and
// standalone instance, at the beginning of its backup window, with a name such
// as rds:orders-2026-05-01-03-00. The snapshot is kept for the retention
// period. If a cluster or instance is deleted with DeleteAutomatedBackups
// false, its automated backups are retained until the last snapshot expires.
// [Server.AddRetainedBackup] adds retained backups.
//
// An export whose S3Prefix ends with a slash fails. The status of a cluster or
// instance is backing-up while a snapshot of it is taken, but only with
// [WithNamesCheckedLast]. To set any other status, tests call
// [Server.SetClusterStatus] or a similar method.
//
// # Replies and Describe responses
//
// The server's responses are like responses that were recorded from AWS. Some
// of them can be surprising:
//
//   - Replies to operations on clusters, global clusters and cluster snapshots
//     show the previous status. For example, the replies to StopDBCluster and
//     DeleteDBCluster show available, and the reply to StartDBCluster shows
//     stopped. Replies to operations on instances show the new status, except
//     that the reply to ModifyDBInstance shows the previous status. The reply
//     to CreateGlobalCluster shows available, the reply to DeleteDBSnapshot
//     shows deleted, and the reply to a global failover shows switching-over.
//   - Describe responses show the new state immediately or, with [WithLags], later.
//   - While the final snapshot of a cluster is being taken, the cluster's
//     status stays available, but the cluster rejects changes. After that, its
//     status is deleting.
//   - While an instance's status is creating, the instance has no
//     InstanceCreateTime, Endpoint or AvailabilityZone. InstanceCreateTime is
//     the time when the instance became available.
//   - A copied cluster snapshot keeps the SnapshotCreateTime of its source (see
//     [WithCopiesHavingOwnTime]) and has no DbClusterResourceId. A copy within
//     the region and with the same key is available immediately. A DB snapshot
//     has no SnapshotCreateTime until it is available.
//   - KmsKeyId is always a key ARN, even if the request contained an alias or a
//     key ID. The fake makes up a separate key for each alias.
//   - Cluster snapshots have Port 0. LatestRestorableTime does not change while
//     a cluster or instance is stopped. In Describe responses, exports
//     without a prefix have an empty S3Prefix.
//   - DBClusterMembers, AvailabilityZones and VpcSecurityGroups are in random
//     order, which depends on [WithSeed]. Paginated lists are sorted by name. A
//     marker is the base64-encoded name of a page's last item.
//   - Tags in the request replace the tags that CopyTags or CopyTagsToSnapshot
//     would copy.
//   - Default parameter groups are named after the version's family, for
//     example default.neptune1.4.
//   - Errors have the codes and messages of recorded AWS errors. Two situations
//     must be set up by the test: an inaccessible key ([Server.DisableKey]) and
//     a region without global databases ([WithoutGlobalDatabases]).
//
// DescribeEvents lists the events of the last two weeks. There are events in
// these cases:
//
//   - A cluster or instance is created, restored, deleted, stopped, started
//     (with the reason if AWS started it) or renamed.
//   - A cluster is upgraded, or a replica cluster is promoted.
//   - A failover of a cluster begins, completes or fails.
//   - An instance is rebooted, or its pending changes have been applied.
//   - A parameter of a DB parameter group is changed.
//   - The creation of a snapshot begins or is complete, or a snapshot is
//     deleted.
//   - The copying of a snapshot begins, or the copy of a DB snapshot is
//     complete.
//   - An export ends.
//
// Messages and categories are as AWS documents them, without a final period.
// Server methods that change the state cause no events, except when an export
// ends.
//
// # Unknown behavior of AWS
//
// Some behavior of AWS is neither documented nor recorded. In these cases, the
// fake does what seems most plausible, and tests should not depend on it:
//
//   - The HTTP status of the error for an export beyond the quota (here 400,
//     see [WithExportLimitStatus]) and its code ([Limits.ExportLimitCode]).
//   - Whether a task with the status CANCELING counts as running (here it does,
//     see [WithCancelingExportsOver]).
//   - Whether DescribeExportTasks fails for an unknown task (here it does, see
//     [WithUnknownExportTaskEmpty]).
//   - Whether AWS rejects snapshots of engines that it does not export, such as
//     Neptune (here it does not, see [WithoutExportsOf]), and with which code
//     it rejects a source in another region (InvalidParameterValue).
//   - Whether create operations check the name before or after states and
//     quotas (here before, see [WithNamesCheckedLast]).
//   - Whether a copy of a Neptune snapshot keeps the source's
//     SnapshotCreateTime, as a copy of an Aurora snapshot does (here it does,
//     see [WithCopiesHavingOwnTime]).
//   - Which changes a cluster rejects while its final snapshot is taken (here
//     every change, with InvalidDBClusterStateFault).
//   - Whether the copy of a DB snapshot fails if its source is deleted before
//     the copy is complete (here it does not).
//   - Whether a stopped instance can be deleted (here it can, see
//     [WithStoppedInstancesStaying]).
//   - Some error codes: for a KMS key when an unencrypted cluster snapshot is
//     copied (InvalidParameterValue), for the deletion of a protected global
//     cluster (InvalidParameterCombination), and for too many tags
//     (InvalidParameterValue).
//   - The statuses of a global cluster's members during a failover (here
//     failing-over for the old and the new primary), the status of a primary
//     while it is removed (here modifying), and the statuses in which a member
//     can be removed (here every status except those that mean that a change is
//     in progress).
//   - When the first automated snapshot of a new cluster or instance is taken (here
//     in the next backup window, see [WithFirstBackupAtOnce]).
//   - Whether the only cluster of a Neptune global database can be stopped, as
//     in Aurora (here it can, see [WithLoneGlobalMembersRunning]).
//   - The effect of a marker from another list (here the marker is treated as a
//     name like any other).
//
// The fake assumes that security groups, buckets, roles and keys exist if their
// names are valid. Neptune's parameter groups have the parameters that AWS
// documents. Other engines' groups accept any parameter name. The filters of
// DescribeDBClusterSnapshots work as RDS documents them, although Neptune's
// documentation says that they are not currently supported. An instance's first
// automated backup begins right after the instance is created. It takes as long
// as a snapshot and is not listed as a snapshot.
package nereidtest
