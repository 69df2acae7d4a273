package types

// GlobalCluster is a Neptune global database: a primary cluster that writes, and read-only
// secondary clusters in other regions that follow it.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_GlobalCluster.html
type GlobalCluster struct {
	// The default database name that the clusters share.
	DatabaseName *string
	// While true, deleting the global database is refused.
	DeletionProtection *bool
	// neptune, unless it belongs to another service.
	Engine        *string
	EngineVersion *string
	// Set while a switchover or failover is scheduled or in progress, nil or empty otherwise.
	FailoverState *FailoverState
	// An ARN without region: arn:aws:rds::account:global-cluster:name.
	GlobalClusterArn *string
	// The name, in lower case. Unique per account.
	GlobalClusterIdentifier *string
	// The clusters; empty as long as none has been added.
	GlobalClusterMembers []GlobalClusterMember `query:",item=GlobalClusterMember"`
	// Never changes, also not when the global database is renamed.
	GlobalClusterResourceId *string
	// An open set of words in lower case: available, creating, modifying, upgrading, deleting and
	// more.
	Status *string
	// Whether the storage is encrypted; the same for all members.
	StorageEncrypted *bool
	TagList          []Tag `query:",item=Tag"`
}

// GlobalClusterMember is a cluster of a global database.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_GlobalClusterMember.html
type GlobalClusterMember struct {
	DBClusterArn *string
	// True for the primary cluster.
	IsWriter *bool
	// ARNs of the secondary clusters; set for the primary cluster.
	Readers []string
}

// FailoverState tells of a switchover or failover of a global database.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_FailoverState.html
type FailoverState struct {
	// The cluster that is being demoted.
	FromDbClusterArn *string
	// True for a failover, false for a switchover.
	IsDataLossAllowed *bool
	// The service also sends switching-over, which the model does not list.
	Status FailoverStatus
	// The cluster that is being promoted.
	ToDbClusterArn *string
}
