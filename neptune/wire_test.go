package neptune_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

// TestWire shows requests and responses, with an example of each type of member. TestEveryOperation
// tests all operations.
func TestWire(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		in     any    // a pointer to the input
		form   string // the form of the input, sorted, without Action and Version
		result string // content of the Result element of the response
		want   any    // a pointer to the output
	}{
		{ // a list with a name for its elements, one without, a structure, numbers
			in: &neptune.CreateDBClusterInput{
				DBClusterIdentifier:         ptr("graph"),
				Engine:                      ptr("neptune"),
				AvailabilityZones:           []string{"eu-west-1a", "eu-west-1b"},
				BackupRetentionPeriod:       ptr(int32(7)),
				EnableCloudwatchLogsExports: []string{"audit", "slowquery"},
				ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfiguration{
					MaxCapacity: ptr(128.0),
					MinCapacity: ptr(2.5),
				},
				StorageEncrypted: ptr(false),
				Tags:             []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
			},
			form: `AvailabilityZones.AvailabilityZone.1=eu-west-1a
AvailabilityZones.AvailabilityZone.2=eu-west-1b
BackupRetentionPeriod=7
DBClusterIdentifier=graph
EnableCloudwatchLogsExports.member.1=audit
EnableCloudwatchLogsExports.member.2=slowquery
Engine=neptune
ServerlessV2ScalingConfiguration.MaxCapacity=128
ServerlessV2ScalingConfiguration.MinCapacity=2.5
StorageEncrypted=false
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b`,
			result: `<DBCluster>
	<DBClusterIdentifier>graph</DBClusterIdentifier>
	<ClusterCreateTime>2026-05-02T12:00:00Z</ClusterCreateTime>
	<EnabledCloudwatchLogsExports><member>audit</member><member>slowquery</member></EnabledCloudwatchLogsExports>
	<DBClusterMembers>
		<DBClusterMember><DBInstanceIdentifier>graph-1</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter></DBClusterMember>
	</DBClusterMembers>
	<ServerlessV2ScalingConfiguration><MaxCapacity>128.0</MaxCapacity></ServerlessV2ScalingConfiguration>
	<ReadReplicaIdentifiers/>
	<Endpoint/>
</DBCluster>`,
			want: &neptune.CreateDBClusterOutput{DBCluster: &types.DBCluster{
				DBClusterIdentifier:              ptr("graph"),
				ClusterCreateTime:                at(2),
				EnabledCloudwatchLogsExports:     []string{"audit", "slowquery"},
				DBClusterMembers:                 []types.DBClusterMember{{DBInstanceIdentifier: ptr("graph-1"), IsClusterWriter: ptr(true)}},
				ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfigurationInfo{MaxCapacity: ptr(128.0)},
				ReadReplicaIdentifiers:           []string{},
				Endpoint:                         ptr(""),
			}},
		},
		{ // lists in lists, a page with a marker
			in: &neptune.DescribeDBClustersInput{
				Filters: []types.Filter{
					{Name: ptr("engine"), Values: []string{"neptune"}},
					{Name: ptr("db-cluster-id"), Values: []string{"graph", "graph-2"}},
				},
				Marker:     ptr("bmV4dA=="),
				MaxRecords: ptr(int32(50)),
			},
			form: `Filters.Filter.1.Name=engine
Filters.Filter.1.Values.Value.1=neptune
Filters.Filter.2.Name=db-cluster-id
Filters.Filter.2.Values.Value.1=graph
Filters.Filter.2.Values.Value.2=graph-2
Marker=bmV4dA==
MaxRecords=50`,
			result: "<DBClusters><DBCluster><Port>8182</Port></DBCluster></DBClusters><Marker>bmV4dC1wYWdl</Marker>",
			want: &neptune.DescribeDBClustersOutput{
				DBClusters: []types.DBCluster{{Port: ptr(int32(8182))}},
				Marker:     ptr("bmV4dC1wYWdl"),
			},
		},
		{ // a list in a structure, and an empty list
			in: &neptune.ModifyDBClusterInput{
				DBClusterIdentifier:               ptr("graph"),
				CloudwatchLogsExportConfiguration: &types.CloudwatchLogsExportConfiguration{EnableLogTypes: []string{"audit"}},
				VpcSecurityGroupIds:               []string{},
			},
			form: `CloudwatchLogsExportConfiguration.EnableLogTypes.member.1=audit
DBClusterIdentifier=graph
VpcSecurityGroupIds=`,
			result: "<DBCluster><PendingModifiedValues><EngineVersion>1.4.5.1</EngineVersion></PendingModifiedValues></DBCluster>",
			want: &neptune.ModifyDBClusterOutput{DBCluster: &types.DBCluster{
				PendingModifiedValues: &types.ClusterPendingModifiedValues{EngineVersion: ptr("1.4.5.1")},
			}},
		},
		{ // a presigned URL from the caller; SourceRegion is not sent
			in: &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:monday"),
				TargetDBClusterSnapshotIdentifier: ptr("copy"),
				PreSignedUrl:                      ptr("https://rds.us-east-1.amazonaws.com/?Action=x&X-Amz-Signature=0"),
				SourceRegion:                      ptr("us-east-1"),
			},
			form: `PreSignedUrl=https://rds.us-east-1.amazonaws.com/?Action=x&X-Amz-Signature=0
SourceDBClusterSnapshotIdentifier=arn:aws:rds:us-east-1:123456789012:cluster-snapshot:monday
TargetDBClusterSnapshotIdentifier=copy`,
			result: "<DBClusterSnapshot><PercentProgress>0</PercentProgress></DBClusterSnapshot>",
			want:   &neptune.CopyDBClusterSnapshotOutput{DBClusterSnapshot: &types.DBClusterSnapshot{PercentProgress: ptr(int32(0))}},
		},
		{ // no result
			in:   &neptune.RemoveTagsFromResourceInput{ResourceName: ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"), TagKeys: []string{"team", "stage"}},
			form: "ResourceName=arn:aws:rds:eu-west-1:123456789012:cluster:graph\nTagKeys.member.1=team\nTagKeys.member.2=stage",
			want: &neptune.RemoveTagsFromResourceOutput{},
		},
	} {
		op := clienttest.Of(test.in)
		t.Run(op.Name, func(t *testing.T) {
			client, w := canned(t, 200, clienttest.Reply(op.Name, test.result))
			out, err := op.Call(t.Context(), client, test.in)
			if err != nil {
				t.Fatal(err)
			}
			lines := append(strings.Split(test.form, "\n"), "Action="+op.Name, "Version=2014-10-31")
			slices.Sort(lines)
			want := strings.Join(lines, "\n")
			if diff := cmp.Diff(want, w.Form(t)); diff != "" {
				t.Errorf("the request differs (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.want, out, clienttest.WithoutMetadata); diff != "" {
				t.Errorf("the output differs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRequiredMembersOfElements checks that the error names the element without a required member.
func TestRequiredMembersOfElements(t *testing.T) {
	t.Parallel()
	client, w := canned(t, 200, "")
	_, err := client.DescribeDBClusters(t.Context(), &neptune.DescribeDBClustersInput{Filters: []types.Filter{{}}})
	if diff := cmp.Diff([]string{"Filters[0].Name", "Filters[0].Values"}, clienttest.Missing(err)); diff != "" || len(w.Sent) != 0 {
		t.Errorf("a filter without anything: -want +got:\n%s", diff)
	}
}
