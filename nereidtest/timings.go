package nereidtest

import "time"

// Timings are how long the states of resources last, on the state clock. The
// defaults are of the order that users of AWS report; where no user has
// published a number (stopping, starting, failover) they are guesses.
type Timings struct {
	ClusterCreate   time.Duration // creating
	ClusterModify   time.Duration // modifying, renaming
	ClusterUpgrade  time.Duration // upgrading
	ClusterStart    time.Duration // starting
	ClusterStop     time.Duration // stopping
	ClusterFailover time.Duration // failing-over
	ClusterDelete   time.Duration // deleting
	ClusterRestart  time.Duration // stopped, until AWS starts it again
	ClusterRole     time.Duration // PENDING, of a role
	ClusterRestore  time.Duration // creating, of a restored cluster
	ClusterClone    time.Duration // creating, of a clone

	// Of custom endpoints:
	EndpointCreate time.Duration // creating
	EndpointModify time.Duration // modifying
	EndpointDelete time.Duration // deleting

	InstanceCreate time.Duration // creating
	InstanceDelete time.Duration // deleting
	InstanceReboot time.Duration // rebooting
	InstanceModify time.Duration // modifying, renaming

	// Of instances that belong to no cluster:
	InstanceStart   time.Duration // starting
	InstanceStop    time.Duration // stopping
	InstanceRestart time.Duration // stopped, until AWS starts it again

	// Of clusters and instances:
	SnapshotCreate     time.Duration // creating
	SnapshotCopy       time.Duration // copying, within a region
	SnapshotCopyRegion time.Duration // pending and copying, from another region
	SnapshotDelete     time.Duration // deleting
	SnapshotUpgrade    time.Duration // upgrading, of an instance

	ExportStart  time.Duration // STARTING, when AWS restores the source
	ExportRun    time.Duration // IN_PROGRESS
	ExportCancel time.Duration // CANCELING

	GlobalCreate   time.Duration // creating
	GlobalModify   time.Duration // modifying
	GlobalFailover time.Duration // failing-over, switching-over
	GlobalRemove   time.Duration // promoting, of a removed member
	GlobalDelete   time.Duration // deleting

	// ParameterApply is how long changed parameters of a group are on their way to the
	// instances that use it, which show applying, and for how long after a change the
	// group cannot be reset.
	ParameterApply time.Duration

	// ParameterGroupRelease is for how long a group counts as used after its last user
	// was given another one.
	ParameterGroupRelease time.Duration

	SubscriptionChange time.Duration // creating, modifying, deleting

	// StatusLag is for how long a description still shows the status that a
	// resource had before, like AWS, where a stopped cluster may be shown as
	// available for a moment after it was told to stop. 0 by default. It has no
	// effect on kinds of resources for which [Lags] says how they lag.
	StatusLag time.Duration
}

// DefaultTimings returns the defaults.
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

		SnapshotCreate:     2 * time.Minute,
		SnapshotCopy:       3 * time.Minute,
		SnapshotCopyRegion: 12 * time.Minute,
		SnapshotDelete:     10 * time.Second,
		SnapshotUpgrade:    20 * time.Minute,

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
