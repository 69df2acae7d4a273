package types

// DBSnapshotAttributesResult describes the attributes of a manual instance snapshot.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttributesResult.html
type DBSnapshotAttributesResult struct {
	// The attributes. The only attribute has the name restore.
	DBSnapshotAttributes []DBSnapshotAttribute `query:",item=DBSnapshotAttribute"`
	// Name of the snapshot, in lower case.
	DBSnapshotIdentifier *string
}

// DBSnapshotAttribute is an attribute of a manual instance snapshot. The only attribute has the
// name restore; its values are the accounts that may copy and restore the snapshot.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttribute.html
type DBSnapshotAttribute struct {
	// Name of the attribute: restore.
	AttributeName *string
	// IDs of the accounts that may copy and restore the snapshot. The value "all" means every
	// account. Empty if the snapshot is private.
	AttributeValues []string `query:",item=AttributeValue"`
}
