package types

// GlobalCluster describes a Neptune global database: a primary cluster that accepts writes, and
// read-only secondary clusters, which are replicas of the primary cluster in other regions.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_GlobalCluster.html
type GlobalCluster struct {
	// Default database name of the clusters.
	DatabaseName *string
	// Whether the global database is protected from deletion.
	DeletionProtection *bool
	// Engine of the global database: neptune, or an RDS or DocumentDB engine.
	Engine *string

	// Engine version of all member clusters.
	EngineVersion *string

	// The switchover or failover that is scheduled or in progress; nil or empty if there is none.
	FailoverState *FailoverState
	// ARN of the global database. The ARN has no region: arn:aws:rds::account:global-cluster:name.
	GlobalClusterArn *string
	// Name of the global database, in lower case. The name is unique in the account.
	GlobalClusterIdentifier *string
	// Clusters of the global database; empty until the first cluster joins.
	GlobalClusterMembers []GlobalClusterMember `query:",item=GlobalClusterMember"`
	// Permanent ID of the global database, which a rename does not change.
	GlobalClusterResourceId *string
	// Status of the global database, in lower case, for example available, creating, modifying,
	// upgrading or deleting.
	Status *string
	// Whether the storage of all member clusters is encrypted.
	StorageEncrypted *bool

	// Tags of the global database.
	TagList []Tag `query:",item=Tag"`
}

// GlobalClusterMember describes a member cluster of a global database.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_GlobalClusterMember.html
type GlobalClusterMember struct {
	// ARN of the member cluster, with its region: arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string

	// True for the primary cluster.
	IsWriter *bool
	// ARNs of the secondary clusters; empty unless this member is the primary cluster.
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
	// Stage of the switchover or failover. The service also sends switching-over, although AWS's
	// API model does not list this value.
	Status FailoverStatus
	// The cluster that is being promoted.
	ToDbClusterArn *string
}
