package types

// DBClusterSnapshotAttributesResult is a manual snapshot of a cluster with its attributes.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshotAttributesResult.html
type DBClusterSnapshotAttributesResult struct {
	DBClusterSnapshotAttributes []DBClusterSnapshotAttribute `query:",item=DBClusterSnapshotAttribute"`
	DBClusterSnapshotIdentifier *string
}

// DBClusterSnapshotAttribute is an attribute of a manual snapshot of a cluster. There is one, restore.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshotAttribute.html
type DBClusterSnapshotAttribute struct {
	// restore.
	AttributeName *string
	// Ids of the accounts that may copy and restore the snapshot; all is any account. Empty for a
	// private snapshot.
	AttributeValues []string `query:",item=AttributeValue"`
}
