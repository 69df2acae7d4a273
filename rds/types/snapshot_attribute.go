package types

// DBSnapshotAttributesResult is a manual snapshot of an instance with its attributes.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttributesResult.html
type DBSnapshotAttributesResult struct {
	DBSnapshotAttributes []DBSnapshotAttribute `query:",item=DBSnapshotAttribute"`
	DBSnapshotIdentifier *string
}

// DBSnapshotAttribute is an attribute of a manual snapshot of an instance. There is one, restore.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttribute.html
type DBSnapshotAttribute struct {
	// restore.
	AttributeName *string
	// Ids of the accounts that may copy and restore the snapshot; all is any account. Empty for a
	// private snapshot.
	AttributeValues []string `query:",item=AttributeValue"`
}
