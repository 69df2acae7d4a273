package types

// DBClusterSnapshotAttributesResult describes the attributes of a manual cluster snapshot.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterSnapshotAttributesResult.html
type DBClusterSnapshotAttributesResult struct {
	// The attributes. The only attribute has the name restore.
	DBClusterSnapshotAttributes []DBClusterSnapshotAttribute `query:",item=DBClusterSnapshotAttribute"`
	// Name of the snapshot, in lower case.
	DBClusterSnapshotIdentifier *string
}

// DBClusterSnapshotAttribute describes an attribute of a manual cluster snapshot. The only
// attribute has the name restore; its values are the accounts that may copy and restore the
// snapshot.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterSnapshotAttribute.html
type DBClusterSnapshotAttribute struct {
	// Name of the attribute: restore.
	AttributeName *string
	// IDs of the accounts that may copy and restore the snapshot. The value "all" means every
	// account. Empty if the snapshot is private.
	AttributeValues []string `query:",item=AttributeValue"`
}
