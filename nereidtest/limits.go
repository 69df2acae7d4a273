package nereidtest

// Limits are the quotas of the account. A negative number means no limit.
type Limits struct {
	// AWS documents how many exports can run at a time in an account. The fake
	// counts them for each region, because a list of exports shows only one
	// region.
	SnapshotExports int // exports of snapshots that run at a time
	ClusterExports  int // exports of clusters that run at a time

	// ExportLimitCode is the error code for an export beyond the quota. AWS's
	// model and documentation do not name the code. The default,
	// ExportTaskLimitReachedFault, is the code that users' programs check for.
	ExportLimitCode string

	SnapshotCopies      int // copies of cluster snapshots in progress to a region
	DBSnapshotCopies    int // copies of DB snapshots in progress to a region
	ManualSnapshots     int // manual cluster snapshots in a region
	ManualDBSnapshots   int // manual DB snapshots in a region
	SharedAccounts      int // accounts with which a snapshot is shared
	Clusters            int // in a region
	SubnetGroups        int // in a region
	SubnetsPerGroup     int // for CreateDBSubnetGroup and ModifyDBSubnetGroup
	CustomEndpoints     int // of a cluster
	InstancesPerCluster int // including the writer
	Instances           int // instances that belong to no cluster, in a region
	ClusterRoles        int // IAM roles of a cluster
	GlobalClusters      int // in the account
	GlobalSecondaries   int // of a global cluster
	EventSubscriptions  int // in a region
	ParameterGroups     int // of each of the two kinds, in a region, besides the default groups
	Tags                int // of a resource
}

// DefaultLimits returns the default quotas.
func DefaultLimits() Limits {
	return Limits{
		SnapshotExports:     5,
		ClusterExports:      5,
		ExportLimitCode:     "ExportTaskLimitReachedFault",
		SnapshotCopies:      5,
		DBSnapshotCopies:    20,
		ManualSnapshots:     100,
		ManualDBSnapshots:   100,
		SharedAccounts:      20,
		Clusters:            40,
		SubnetGroups:        50,
		SubnetsPerGroup:     20,
		CustomEndpoints:     5,
		InstancesPerCluster: 16,
		Instances:           40,
		ClusterRoles:        5,
		GlobalClusters:      100,
		GlobalSecondaries:   5,
		EventSubscriptions:  20,
		ParameterGroups:     50,
		Tags:                50,
	}
}

// reached reports whether one more would exceed the limit.
func reached(have, limit int) bool { return limit >= 0 && have >= limit }
