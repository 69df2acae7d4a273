// Package nereidtest is a fake of the control planes of Amazon Neptune and of
// the snapshot and export side of Amazon RDS, for tests and for trying things
// out. It keeps state, moves it as time passes like AWS does, checks signatures
// and parameters, and fails where it is told to.
//
//	func TestNightlyExport(t *testing.T) {
//		s := nereidtest.NewServer(t)
//		arn := s.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
//		client := rds.NewFromConfig(s.Config())
//		…
//	}
//
// # Reaching it
//
// [Server.Config] has an HTTPClient that calls the server within the process:
// nothing listens, no goroutine runs, and a request ends with its context.
// [Server.URL] opens a port for other processes, such as the AWS CLI or boto3.
// Both lead to the same account. [Server.Reset] makes a server that serves many tests
// forget all it has.
//
// A server is one account with all regions. The region of a request is the one
// that it was signed for. Regions know nothing of each other, except that
// snapshots are copied between them and that global clusters span them. RDS and
// Neptune share one namespace, as they do in AWS: clusters of every engine are
// in the same list, and the wire does not tell which of the two is asked.
// Operations that both have are answered in the shape of RDS, which has all
// that Neptune's has.
//
// Clusters and their instances are made by requests or by [Server.AddCluster],
// instances that belong to no cluster by [Server.AddInstance] only. Snapshots of
// the one are cluster snapshots ([Server.AddSnapshot]), those of the other DB
// snapshots ([Server.AddDBSnapshot]).
//
// A server has the operations of the packages neptune and rds. Any other is refused
// with InvalidAction, and a message that says that it is the fake which lacks it.
//
// # Time
//
// States move by the state clock. By default it is time.Now, so that in the
// bubble of testing/synctest an export of twenty minutes takes no time at all.
// [WithSpeed] makes it run faster, [Server.Advance] moves it forward, and with
// [WithClock] it stands still in between. Nothing moves by itself: whatever was
// due before a request takes place, in the order of time, before the request is
// looked at. [Timings] says how long things take.
//
// Signatures are judged by another clock, time.Now, which [Server.SetClockSkew]
// puts wrong. [WithClockSkew] puts both wrong by the same.
//
// # What happens over time
//
//	cluster         creating, available, modifying, renaming, upgrading, failing-over,
//	                stopping, stopped (7 days, then AWS starts it), starting, promoting, deleting
//	instance        creating, available, rebooting, stopping, stopped (without a cluster
//	                for 7 days likewise), starting, deleting
//	snapshot        creating, or pending and copying, with a percentage; available,
//	                deleting; of clusters and of instances alike
//	export task     STARTING, IN_PROGRESS with percentage and gigabytes, COMPLETE or
//	                FAILED; CANCELING, CANCELED
//	global cluster  creating, available, modifying, upgrading, deleting; a failover is
//	                pending, then failing-over or switching-over
//
// An export whose S3Prefix ends with a slash fails. That a snapshot is taken of a
// cluster or instance shows only with [WithNamesCheckedLast], as backing-up. Other
// states come by hand: [Server.SetClusterStatus] and its like set any.
//
// # Replies, and what descriptions show
//
// The server answers as AWS was seen to answer, not as a program would wish:
//
//   - Replies to operations on clusters, global clusters and cluster snapshots show the
//     state from before: StopDBCluster says available, StartDBCluster says stopped,
//     DeleteDBCluster says available. Those to operations on instances show the new
//     state. CreateGlobalCluster says available, DeleteDBSnapshot says deleted, and a
//     global failover says switching-over.
//   - Descriptions show the new state at once. With [WithLags] they show it later.
//   - A cluster stays available while its final snapshot is taken, and is deleting only
//     then. Meanwhile it refuses to be changed.
//   - An instance that is creating has no InstanceCreateTime, Endpoint and
//     AvailabilityZone. InstanceCreateTime is the time at which creating ended.
//   - A copied cluster snapshot keeps the SnapshotCreateTime of its source (see
//     [WithCopiesHavingOwnTime]) and has no DbClusterResourceId. In the region and with
//     the same key it is available at once. A snapshot of an instance has no
//     SnapshotCreateTime until it is available.
//   - KmsKeyId is the ARN of a key, also if the request named an alias or a key id. Each
//     alias has a key of its own.
//   - Cluster snapshots have Port 0. LatestRestorableTime of what is stopped stands
//     still. S3Prefix is empty in descriptions of exports that have none.
//   - DBClusterMembers, AvailabilityZones and VpcSecurityGroups are in no order, which
//     [WithSeed] decides. Lists that have pages are in the order of names, and a marker
//     is the name of the last item of the page in base64.
//   - Given tags replace copied ones, for CopyTags and for CopyTagsToSnapshot.
//   - Parameter groups are default.neptune1.4 and so on by the family of the version.
//   - Refusals have the codes and texts that AWS was seen to give. Two situations need a
//     hint: a key that cannot be used ([Server.DisableKey]), and a region that has no
//     global databases ([WithoutGlobalDatabases]).
//
// DescribeEvents tells, for two weeks, what became of the resources: that clusters
// and instances were created, deleted, stopped, started (and why, if AWS did it),
// rebooted, failed over (or not, if the target went away), renamed or upgraded; that
// snapshots were begun, finished and deleted; and that exports ended. The messages and
// categories are those that AWS documents, without a full stop. There are no events of
// what is added, set or removed by hand, but for the end of an export, and none of the
// end of a copy of a cluster snapshot, of global clusters, of other modifications and
// of groups.
//
// # Faults
//
// [Server.Inject] makes requests fail in the ways of networks and services:
// before the operation acts or after it, with the answer lost, cut, late, slow
// or replaced. [Server.Intercept] sets a function that sees each request first.
// [Server.Requests] tells what was sent, and [Server.Journal] what really happened
// to the resources: a test compares the claims of a program with it.
//
// # What is not known of AWS
//
// Some behavior of AWS is not documented and was not seen. The fake then does what
// seems most plausible, and tests should not depend on it:
//
//   - The status of one export too many (400, see [WithExportLimitStatus]; the code is
//     [Limits.ExportLimitCode]).
//   - Whether a task that is CANCELING counts as running (here it does, see
//     [WithCancelingExportsOver]).
//   - Whether DescribeExportTasks fails for an unknown task (here it does, see
//     [WithUnknownExportTaskEmpty]).
//   - Whether snapshots of engines that AWS does not export, such as Neptune,
//     are refused (here they are not, see [WithoutExportsOf]), and with which code a
//     source in another region is (InvalidParameterValue).
//   - Whether creates look at the name or at states and quotas first (here at the
//     name, see [WithNamesCheckedLast]).
//   - Whether copies of snapshots of Neptune keep the time of their source as those of
//     Aurora do (here they do, see [WithCopiesHavingOwnTime]).
//   - What a cluster refuses while its final snapshot is taken (here every change, with
//     InvalidDBClusterStateFault).
//   - Whether copying a snapshot of an instance ends when its source is deleted
//     (here it does not), and whether a stopped instance can be deleted (here it
//     can, see [WithStoppedInstancesStaying]).
//   - The code of several refusals: a KMS key for a copy of a cluster snapshot that
//     is not encrypted (InvalidParameterValue), deletion protection of a global
//     cluster (InvalidParameterCombination), too many tags (InvalidParameterValue).
//   - The states of the members of a global cluster during a failover (here the
//     old and the new primary are failing-over), of a primary that is removed
//     (modifying), and in which states a member can be removed (here while it is not
//     busy).
//   - Whether the only cluster of a global database of Neptune can be stopped, as that of
//     Aurora can (here it can, see [WithLoneGlobalMembersRunning]).
//   - What a marker of another list does (here it is a name like any other).
//
// Subnet groups, security groups, buckets, roles and keys are taken to exist if their
// names can be right. Of parameter groups the fake knows the parameters that AWS documents
// for Neptune; groups of other engines take any name. Filters work in
// DescribeDBClusterSnapshots as RDS documents them, although Neptune says that
// it does not support them at present. Automated snapshots are not taken.
//
// # A new operation
//
// It is a method of region with an exported name, in the file of its resource, and
// a struct with the members that its request has in either service. No list names
// it. A new kind of resource is a struct that embeds resource, a kind, and a method
// of region that returns its collection: cluster_snapshot.go is an example.
package nereidtest
