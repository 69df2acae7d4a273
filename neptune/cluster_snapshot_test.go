package neptune_test

import (
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func TestClusterSnapshotOperations(t *testing.T) {
	for _, c := range clusterSnapshotOperations() {
		t.Run(c.name(), c.run)
	}
}

func clusterSnapshotOperations() []operation {
	return []operation{
		{
			in: &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:graph-monday"),
				TargetDBClusterSnapshotIdentifier: ptr("graph-copy"),
				CopyTags:                          ptr(true),
				KmsKeyId:                          ptr("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
				PreSignedUrl:                      ptr("https://rds.us-east-1.amazonaws.com/?Action=x&X-Amz-Signature=0"),
				SourceRegion:                      ptr("us-east-1"),
				Tags:                              []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
			},
			form: `Action=CopyDBClusterSnapshot
CopyTags=true
KmsKeyId=arn:aws:kms:eu-west-1:123456789012:key/0a1b
PreSignedUrl=https://rds.us-east-1.amazonaws.com/?Action=x&X-Amz-Signature=0
SourceDBClusterSnapshotIdentifier=arn:aws:rds:us-east-1:123456789012:cluster-snapshot:graph-monday
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b
TargetDBClusterSnapshotIdentifier=graph-copy
Version=2014-10-31`,
			result: "<DBClusterSnapshot>" + snapshotXML + "</DBClusterSnapshot>",
			want: &neptune.CopyDBClusterSnapshotOutput{
				DBClusterSnapshot: ptr(snapshotWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterSnapshotAlreadyExistsFault),
				new(types.DBClusterSnapshotNotFoundFault),
				new(types.InvalidDBClusterSnapshotStateFault),
				new(types.InvalidDBClusterStateFault),
				new(types.KMSKeyNotAccessibleFault),
				new(types.SnapshotQuotaExceededFault),
			},
		},
		{
			in: &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier:         ptr("graph"),
				DBClusterSnapshotIdentifier: ptr("graph-monday"),
				Tags:                        []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
			},
			form: `Action=CreateDBClusterSnapshot
DBClusterIdentifier=graph
DBClusterSnapshotIdentifier=graph-monday
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b
Version=2014-10-31`,
			result: "<DBClusterSnapshot>" + snapshotXML + "</DBClusterSnapshot>",
			want: &neptune.CreateDBClusterSnapshotOutput{
				DBClusterSnapshot: ptr(snapshotWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.DBClusterSnapshotAlreadyExistsFault),
				new(types.InvalidDBClusterSnapshotStateFault),
				new(types.InvalidDBClusterStateFault),
				new(types.SnapshotQuotaExceededFault),
			},
		},
		{
			in: &neptune.DeleteDBClusterSnapshotInput{
				DBClusterSnapshotIdentifier: ptr("graph-monday"),
			},
			form: `Action=DeleteDBClusterSnapshot
DBClusterSnapshotIdentifier=graph-monday
Version=2014-10-31`,
			result: "<DBClusterSnapshot>" + snapshotXML + "</DBClusterSnapshot>",
			want: &neptune.DeleteDBClusterSnapshotOutput{
				DBClusterSnapshot: ptr(snapshotWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterSnapshotNotFoundFault),
				new(types.InvalidDBClusterSnapshotStateFault),
			},
		},
		{
			in: &neptune.DescribeDBClusterSnapshotsInput{
				DBClusterIdentifier:         ptr("graph"),
				DBClusterSnapshotIdentifier: ptr("graph-monday"),
				Filters: []types.Filter{
					{Name: ptr("engine"), Values: []string{"neptune"}},
				},
				IncludePublic: ptr(true),
				IncludeShared: ptr(true),
				Marker:        ptr("bmV4dA=="),
				MaxRecords:    ptr(int32(50)),
				SnapshotType:  ptr("manual"),
			},
			form: `Action=DescribeDBClusterSnapshots
DBClusterIdentifier=graph
DBClusterSnapshotIdentifier=graph-monday
Filters.Filter.1.Name=engine
Filters.Filter.1.Values.Value.1=neptune
IncludePublic=true
IncludeShared=true
Marker=bmV4dA==
MaxRecords=50
SnapshotType=manual
Version=2014-10-31`,
			result: "<DBClusterSnapshots><DBClusterSnapshot>" + snapshotXML + "</DBClusterSnapshot></DBClusterSnapshots>" + "<Marker>bmV4dC1wYWdl</Marker>",
			want: &neptune.DescribeDBClusterSnapshotsOutput{
				DBClusterSnapshots: []types.DBClusterSnapshot{snapshotWant()},
				Marker:             ptr("bmV4dC1wYWdl"),
			},
			faults: []smithy.APIError{
				new(types.DBClusterSnapshotNotFoundFault),
			},
		},
	}
}

// snapshotXML has all members of a DBClusterSnapshot, and snapshotWant is what it means.
const snapshotXML = `<AllocatedStorage>1</AllocatedStorage>
<AvailabilityZones>
	<AvailabilityZone>eu-west-1a</AvailabilityZone>
	<AvailabilityZone>eu-west-1b</AvailabilityZone>
</AvailabilityZones>
<ClusterCreateTime>2026-05-01T12:00:00Z</ClusterCreateTime>
<DBClusterIdentifier>graph</DBClusterIdentifier>
<DBClusterSnapshotArn>arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:graph-monday</DBClusterSnapshotArn>
<DBClusterSnapshotIdentifier>graph-monday</DBClusterSnapshotIdentifier>
<Engine>neptune</Engine>
<EngineVersion>1.4.5.1</EngineVersion>
<IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled>
<KmsKeyId>arn:aws:kms:eu-west-1:123456789012:key/0a1b</KmsKeyId>
<LicenseModel>amazon-license</LicenseModel>
<MasterUsername>admin</MasterUsername>
<PercentProgress>42</PercentProgress>
<Port>8182</Port>
<SnapshotCreateTime>2026-05-02T12:00:00Z</SnapshotCreateTime>
<SnapshotType>manual</SnapshotType>
<SourceDBClusterSnapshotArn>arn:aws:rds:us-east-1:123456789012:cluster-snapshot:graph-monday</SourceDBClusterSnapshotArn>
<Status>available</Status>
<StorageEncrypted>true</StorageEncrypted>
<StorageType>iopt1</StorageType>
<VpcId>vpc-1</VpcId>`

func snapshotWant() types.DBClusterSnapshot {
	return types.DBClusterSnapshot{
		AllocatedStorage:                 ptr(int32(1)),
		AvailabilityZones:                []string{"eu-west-1a", "eu-west-1b"},
		ClusterCreateTime:                at(1),
		DBClusterIdentifier:              ptr("graph"),
		DBClusterSnapshotArn:             ptr("arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:graph-monday"),
		DBClusterSnapshotIdentifier:      ptr("graph-monday"),
		Engine:                           ptr("neptune"),
		EngineVersion:                    ptr("1.4.5.1"),
		IAMDatabaseAuthenticationEnabled: ptr(true),
		KmsKeyId:                         ptr("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
		LicenseModel:                     ptr("amazon-license"),
		MasterUsername:                   ptr("admin"),
		PercentProgress:                  ptr(int32(42)),
		Port:                             ptr(int32(8182)),
		SnapshotCreateTime:               at(2),
		SnapshotType:                     ptr("manual"),
		SourceDBClusterSnapshotArn:       ptr("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:graph-monday"),
		Status:                           ptr("available"),
		StorageEncrypted:                 ptr(true),
		StorageType:                      ptr("iopt1"),
		VpcId:                            ptr("vpc-1"),
	}
}
