package nereidtest

// Limits are the quotas of the account. A negative number means no limit.
type Limits struct {
	// AWS documents how many exports can run at the same time in an account.
	// The fake applies this limit to each region separately, because
	// DescribeExportTasks lists the exports of only one region.
	SnapshotExports int // running exports of snapshots
	ClusterExports  int // running exports of clusters

	// ExportLimitCode is the error code for an export that would exceed
	// SnapshotExports or ClusterExports. AWS's model and documentation do not
	// name the code. The default, ExportTaskLimitReachedFault, is the code that
	// users' programs check for.
	ExportLimitCode string

	SnapshotCopies      int // cluster snapshots being copied to a region at a time
	DBSnapshotCopies    int // DB snapshots being copied to a region at a time
	ManualSnapshots     int // manual cluster snapshots in a region
	ManualDBSnapshots   int // manual DB snapshots in a region
	SharedAccounts      int // accounts with which a snapshot is shared
	Clusters            int // clusters in a region
	SubnetGroups        int // subnet groups in a region
	SubnetsPerGroup     int // subnets that one subnet group can contain
	CustomEndpoints     int // custom endpoints of a cluster
	InstancesPerCluster int // instances in a cluster, including the writer
	Instances           int // standalone instances in a region
	ClusterRoles        int // IAM roles of a cluster
	InstanceRoles       int // IAM roles of an instance
	GlobalClusters      int // global clusters in the account
	GlobalSecondaries   int // secondaries of a global cluster
	EventSubscriptions  int // event subscriptions in a region
	ParameterGroups     int // DB parameter groups, and also cluster parameter groups, in a region, without default groups
	Tags                int // tags of a resource
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
		InstanceRoles:       5,
		GlobalClusters:      100,
		GlobalSecondaries:   5,
		EventSubscriptions:  20,
		ParameterGroups:     50,
		Tags:                50,
	}
}

// reached reports whether one more would exceed the limit.
func reached(have, limit int) bool { return limit >= 0 && have >= limit }
