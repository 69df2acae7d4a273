// Package nereidtest is a fake of the control planes of Amazon Neptune and of
// the snapshot and export side of Amazon RDS. It serves tests and experiments.
// The fake keeps state, changes the state as time passes, as AWS does, checks
// signatures and parameters, and fails on request.
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
// [Server.Config] has an HTTPClient that calls the server within the process:
// there is no listening socket and no goroutine, and a request ends with its
// context. [Server.URL] opens a port for other processes, such as the AWS CLI
// or boto3. Both lead to the same account. [Server.Reset] removes all state, so
// that one server can serve many tests.
//
// A server is one account with all regions. The region of a request is the
// region that it was signed for. Regions are independent, except that snapshots
// can be copied between them and that global clusters span them. RDS and
// Neptune share one namespace, as they do in AWS: clusters of every engine are
// in the same list, and the protocol does not say which of the two services is
// called. Operations that both services have are answered in the shape of RDS,
// which includes everything in Neptune's.
//
// Clusters and their instances are created by requests or by
// [Server.AddCluster]. Instances that belong to no cluster are created by
// [Server.AddInstance] only. Snapshots of clusters are cluster snapshots
// ([Server.AddSnapshot]); snapshots of instances are DB snapshots
// ([Server.AddDBSnapshot]).
//
// A server has the operations of the packages neptune and rds. It rejects any
// other operation with InvalidAction, and a message that says that the fake
// lacks it.
//
// # Time
//
// The state clock drives the states. By default it is time.Now, so an export of
// twenty minutes takes no real time in a testing/synctest bubble. [WithSpeed]
// makes the state clock run faster, [Server.Advance] moves it forward, and with
// [WithClock] it moves only by Advance. There is no background activity: when a
// request arrives, the server first carries out everything that was due before
// it, in the order of time. [Timings] has the durations.
//
// Another clock judges signatures: time.Now, to which [Server.SetClockSkew]
// adds an error. [WithClockSkew] adds the same error to both clocks.
//
// # States
//
//	cluster         creating, available, modifying, renaming, upgrading, failing-over, backtracking,
//	                stopping, stopped (7 days, then AWS starts it), starting, promoting, deleting
//	instance        creating, available, rebooting, stopping, stopped (without a cluster
//	                for 7 days likewise), starting, deleting
//	snapshot        creating, or pending and copying, with a percentage; available,
//	                deleting; of clusters and of instances alike
//	automated       creating, active, retained; pending and replicating in another
//	backups         region; deleting
//	export task     STARTING, IN_PROGRESS with percentage and gigabytes, COMPLETE or
//	                FAILED; CANCELING, CANCELED
//	global cluster  creating, available, modifying, upgrading, deleting; a failover is
//	                pending, then failing-over or switching-over
//
// Clusters and standalone instances that are available have an automated
// snapshot each day, at the beginning of their backup window, with a name such
// as rds:orders-2026-05-01-03-00. It is kept for the retention period. With
// DeleteAutomatedBackups false the automated backups outlive their cluster or
// instance, until their last snapshot expires; [Server.AddRetainedBackup] adds
// such backups.
//
// An export whose S3Prefix ends with a slash fails. A cluster or instance shows
// as backing-up during a snapshot only with [WithNamesCheckedLast]. All other
// states are set by hand: [Server.SetClusterStatus] and similar methods set any
// status.
//
// # Replies and descriptions
//
// The server answers as AWS was seen to answer, which is not always convenient:
//
//   - Replies to operations on clusters, global clusters and cluster snapshots
//     show the previous state: StopDBCluster says available, StartDBCluster
//     says stopped, DeleteDBCluster says available. Replies to operations on
//     instances show the new state. CreateGlobalCluster says available,
//     DeleteDBSnapshot says deleted, and a global failover says switching-over.
//   - Descriptions show the new state at once. With [WithLags] they show it
//     later.
//   - A cluster stays available while its final snapshot is taken, and is
//     deleting only then. Meanwhile it rejects changes.
//   - An instance that is creating has no InstanceCreateTime, Endpoint and
//     AvailabilityZone. InstanceCreateTime is the time at which creating ended.
//   - A copied cluster snapshot keeps the SnapshotCreateTime of its source (see
//     [WithCopiesHavingOwnTime]) and has no DbClusterResourceId. A copy within
//     the region and with the same key is available at once. A snapshot of an
//     instance has no SnapshotCreateTime until it is available.
//   - KmsKeyId is always the ARN of a key, even if the request named an alias
//     or a key id. Each alias has its own key.
//   - Cluster snapshots have Port 0. LatestRestorableTime stands still while a
//     cluster or instance is stopped. S3Prefix is empty in descriptions of
//     exports without a prefix.
//   - DBClusterMembers, AvailabilityZones and VpcSecurityGroups are in random
//     order, which depends on [WithSeed]. Lists with pages are sorted by name,
//     and a marker is the name of the last item of the page in base64.
//   - Tags in the request replace copied tags, for CopyTags and for
//     CopyTagsToSnapshot.
//   - Default parameter groups are named default.neptune1.4 and so on, by the
//     family of the version.
//   - Errors have the codes and texts that AWS was seen to send. Two situations
//     have to be set up: a key that cannot be used ([Server.DisableKey]), and a
//     region that has no global databases ([WithoutGlobalDatabases]).
//
// DescribeEvents lists the events of two weeks. Clusters and instances have
// events for being created, deleted, stopped, started (and why, if AWS did it),
// rebooted, failed over (or not, if the target went away), renamed or upgraded.
// Snapshots have events for their start, their end and their deletion, and
// exports for their end. Messages and categories are as AWS documents them,
// without a full stop. Changes by methods of the server cause no events,
// except for the end of an export. There are also no events for the end of a
// copy of a cluster snapshot, for global clusters, for other modifications and
// for groups.
//
// # Faults
//
// [Server.Inject] makes requests fail in the ways of networks and services:
// before or after the operation takes effect, with the answer lost, cut, late,
// slow or replaced. [Server.Intercept] sets a function that sees each request
// first. [Server.Requests] returns what was sent. [Server.Journal] returns what
// really happened to the resources: a test compares the claims of a program
// with it.
//
// # Unknown behavior of AWS
//
// Some behavior of AWS is not documented and was not seen. The fake then does
// what seems most plausible, and tests should not depend on it:
//
//   - The HTTP status of an export beyond the quota (400, see
//     [WithExportLimitStatus]; the code is [Limits.ExportLimitCode]).
//   - Whether a task that is CANCELING counts as running (here it does, see
//     [WithCancelingExportsOver]).
//   - Whether DescribeExportTasks fails for an unknown task (here it does, see
//     [WithUnknownExportTaskEmpty]).
//   - Whether AWS rejects snapshots of engines that it does not export, such as
//     Neptune (here it does not, see [WithoutExportsOf]), and with which code
//     it rejects a source in another region (InvalidParameterValue).
//   - Whether creates check the name or the states and quotas first (here the
//     name, see [WithNamesCheckedLast]).
//   - Whether copies of Neptune snapshots keep the time of their source, as
//     copies of Aurora snapshots do (here they do, see
//     [WithCopiesHavingOwnTime]).
//   - Which changes a cluster rejects while its final snapshot is taken (here
//     every change, with InvalidDBClusterStateFault).
//   - Whether copying a snapshot of an instance ends when its source is deleted
//     (here it does not), and whether a stopped instance can be deleted (here
//     it can, see [WithStoppedInstancesStaying]).
//   - Several error codes: for a KMS key in a copy of a cluster snapshot that
//     is not encrypted (InvalidParameterValue), for deletion protection of a
//     global cluster (InvalidParameterCombination), and for too many tags
//     (InvalidParameterValue).
//   - The states of the members of a global cluster during a failover (here the
//     old and the new primary are failing-over), the state of a primary that is
//     removed (modifying), and the states in which a member can be removed
//     (here while it is not busy).
//   - When the first automated snapshot of a new cluster or instance is taken (here
//     in the next backup window, see [WithFirstBackupAtOnce]).
//   - Whether the only cluster of a global database of Neptune can be stopped,
//     as it can with Aurora (here it can, see [WithLoneGlobalMembersRunning]).
//   - The effect of a marker from another list (here it is a name like any
//     other).
//
// Subnet groups, security groups, buckets, roles and keys are assumed to exist
// if their names are valid. Parameter groups of Neptune have the parameters
// that AWS documents; groups of other engines accept any parameter name.
// Filters work in DescribeDBClusterSnapshots as RDS documents them, although
// Neptune's documentation says that they are not supported at present.
// The first automated backup of an instance, right after it is created, takes as long as a
// snapshot and is not among the snapshots.
//
// # Adding an operation
//
// An operation is a method of region with an exported name, in the file of its
// resource, and a struct with the members that its request has in either
// service. It needs no entry in a list. A new kind of resource is a struct that
// embeds resource, a kind, and a method of region that returns its collection;
// see cluster_snapshot.go for an example.
package nereidtest
