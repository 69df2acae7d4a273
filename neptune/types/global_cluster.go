package types

// GlobalCluster is a Neptune global database: a primary cluster that writes, and read-only
// secondary clusters in other regions that replicate it.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_GlobalCluster.html
type GlobalCluster struct {
	// Default database name of the clusters.
	DatabaseName *string
	// Whether AWS rejects the deletion of the global database.
	DeletionProtection *bool
	// neptune, or the engine of another service that the global database
	// belongs to.
	Engine *string

	// Version of the engine of all member clusters.
	EngineVersion *string

	// The switchover or failover that is scheduled or in progress; otherwise nil or empty.
	FailoverState *FailoverState
	// ARN of the global database. It has no region:
	// arn:aws:rds::account:global-cluster:name.
	GlobalClusterArn *string
	// Name of the global database, in lower case. It is unique per account.
	GlobalClusterIdentifier *string
	// Clusters of the global database; empty until the first cluster joins.
	GlobalClusterMembers []GlobalClusterMember `query:",item=GlobalClusterMember"`
	// ID of the global database that never changes, even if the global database
	// is renamed.
	GlobalClusterResourceId *string
	// Status of the global database, in lower case: available, creating, modifying, upgrading,
	// deleting and others.
	Status *string
	// Whether the storage is encrypted; the same for all members.
	StorageEncrypted *bool

	// Tags of the global database.
	TagList []Tag `query:",item=Tag"`
}

// GlobalClusterMember is a cluster of a global database.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_GlobalClusterMember.html
type GlobalClusterMember struct {
	// ARN of the member cluster, with its region: arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string

	// True for the primary cluster.
	IsWriter *bool
	// ARNs of the secondary clusters; set for the primary cluster.
	Readers []string
}

// FailoverState describes a switchover or failover of a global database.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_FailoverState.html
type FailoverState struct {
	// The cluster that is being demoted.
	FromDbClusterArn *string
	// True for a failover, false for a switchover.
	IsDataLossAllowed *bool
	// Stage of the switchover or failover. The service also sends
	// switching-over, which its API model does not list.
	Status FailoverStatus
	// The cluster that is being promoted.
	ToDbClusterArn *string
}
