package nereidtest

import "time"

// Timings are the durations of statuses, on the state clock. The defaults have
// the same order of magnitude as the durations that AWS users report. The
// durations of stopping, starting and failover are guesses, because no reports
// were found.
type Timings struct {
	ClusterCreate   time.Duration // creating
	ClusterModify   time.Duration // modifying, renaming
	ClusterUpgrade  time.Duration // upgrading
	ClusterStart    time.Duration // starting
	ClusterStop     time.Duration // stopping
	ClusterFailover time.Duration // failing-over
	ClusterDelete   time.Duration // deleting
	ClusterRestart  time.Duration // stopped, until AWS restarts it
	ClusterRole     time.Duration // PENDING (an IAM role)
	ClusterRestore  time.Duration // creating (a restored cluster)
	ClusterClone    time.Duration // creating (a clone)

	// ClusterBacktrack is how long a cluster has the status backtracking. The
	// backtrack itself has the status PENDING for the first third of that time,
	// then APPLYING.
	ClusterBacktrack time.Duration

	// For custom endpoints:
	EndpointCreate time.Duration // creating
	EndpointModify time.Duration // modifying
	EndpointDelete time.Duration // deleting

	InstanceCreate time.Duration // creating
	InstanceDelete time.Duration // deleting
	InstanceReboot time.Duration // rebooting
	InstanceModify time.Duration // modifying, renaming

	// For standalone instances:
	InstanceStart   time.Duration // starting
	InstanceStop    time.Duration // stopping
	InstanceRestart time.Duration // stopped, until AWS restarts it

	// InstanceOptimize is how long a standalone instance has the status
	// storage-optimization after a change of its storage.
	InstanceOptimize time.Duration

	// For snapshots of clusters and instances:
	SnapshotCreate     time.Duration // creating
	SnapshotCopy       time.Duration // copying, within a region
	SnapshotCopyRegion time.Duration // pending and copying, from another region
	SnapshotDelete     time.Duration // deleting
	SnapshotUpgrade    time.Duration // upgrading (a DB snapshot)

	// For automated backups:
	BackupReplicate   time.Duration // pending (replicated backups)
	BackupSourceDelay time.Duration // from the start or end of a replication until the source is modifying
	BackupDelete      time.Duration // deleting

	ExportStart  time.Duration // STARTING, while AWS restores the source
	ExportRun    time.Duration // IN_PROGRESS
	ExportCancel time.Duration // CANCELING

	GlobalCreate   time.Duration // creating
	GlobalModify   time.Duration // modifying
	GlobalFailover time.Duration // failing-over, switching-over
	GlobalRemove   time.Duration // promoting (a member that is being removed)
	GlobalDelete   time.Duration // deleting

	// ParameterApply is how long it takes to apply changed parameters of a
	// parameter group to the instances that use the group. Meanwhile, these
	// instances show the group's status as applying, and the group's parameters
	// cannot be reset.
	ParameterApply time.Duration

	// ParameterGroupRelease is how long a parameter group still counts as in
	// use after the last resource that used it switched to another group.
	ParameterGroupRelease time.Duration

	SubscriptionChange time.Duration // creating, modifying, deleting

	// StatusLag is how long Describe responses show the previous status after a
	// change. In AWS, for example, a cluster may still be shown as available
	// for a moment after StopDBCluster. The default is 0. StatusLag has no
	// effect on types of resources for which [Lags] is not 0.
	StatusLag time.Duration
}

// DefaultTimings returns the default durations.
func DefaultTimings() Timings {
	return Timings{
		ClusterFailover: 30 * time.Second,
		ClusterCreate:   75 * time.Second,
		ClusterModify:   time.Minute,
		ClusterUpgrade:  15 * time.Minute,
		ClusterStart:    8 * time.Minute,
		ClusterStop:     5 * time.Minute,
		ClusterDelete:   2 * time.Minute,
		ClusterRestart:  7 * 24 * time.Hour,
		ClusterRole:     time.Minute,
		ClusterRestore:  17 * time.Minute,
		ClusterClone:    5 * time.Minute,

		ClusterBacktrack: 3 * time.Minute,

		EndpointCreate: 2 * time.Minute,
		EndpointModify: time.Minute,
		EndpointDelete: time.Minute,

		InstanceCreate: 6 * time.Minute,
		InstanceDelete: 4 * time.Minute,
		InstanceReboot: 2 * time.Minute,
		InstanceModify: 3 * time.Minute,

		InstanceStart:   5 * time.Minute,
		InstanceStop:    4 * time.Minute,
		InstanceRestart: 7 * 24 * time.Hour,

		InstanceOptimize: 30 * time.Minute,

		SnapshotCreate:     2 * time.Minute,
		SnapshotCopy:       3 * time.Minute,
		SnapshotCopyRegion: 12 * time.Minute,
		SnapshotDelete:     10 * time.Second,
		SnapshotUpgrade:    20 * time.Minute,

		BackupReplicate:   10 * time.Minute,
		BackupSourceDelay: 15 * time.Second,
		BackupDelete:      time.Minute,

		ExportStart:  14 * time.Minute,
		ExportRun:    6 * time.Minute,
		ExportCancel: 90 * time.Second,

		GlobalCreate:   15 * time.Second,
		GlobalModify:   20 * time.Second,
		GlobalFailover: 3 * time.Minute,
		GlobalRemove:   2 * time.Minute,
		GlobalDelete:   15 * time.Second,

		ParameterApply:        20 * time.Second,
		ParameterGroupRelease: 3 * time.Minute,

		SubscriptionChange: 30 * time.Second,
	}
}
