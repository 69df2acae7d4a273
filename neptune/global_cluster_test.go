package neptune_test

import (
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func TestGlobalClusterOperations(t *testing.T) {
	for _, c := range globalClusterOperations() {
		t.Run(c.name(), c.run)
	}
}

func globalClusterOperations() []operation {
	return []operation{
		{
			in: &neptune.CreateGlobalClusterInput{
				GlobalClusterIdentifier:   ptr("world"),
				DatabaseName:              ptr("main"),
				DeletionProtection:        ptr(true),
				Engine:                    ptr("neptune"),
				EngineVersion:             ptr("1.4.5.1"),
				SourceDBClusterIdentifier: ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
				StorageEncrypted:          ptr(true),
				Tags:                      []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
			},
			form: `Action=CreateGlobalCluster
DatabaseName=main
DeletionProtection=true
Engine=neptune
EngineVersion=1.4.5.1
GlobalClusterIdentifier=world
SourceDBClusterIdentifier=arn:aws:rds:eu-west-1:123456789012:cluster:graph
StorageEncrypted=true
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b
Version=2014-10-31`,
			result: "<GlobalCluster>" + globalXML + "</GlobalCluster>",
			want: &neptune.CreateGlobalClusterOutput{
				GlobalCluster: ptr(globalWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.GlobalClusterAlreadyExistsFault),
				new(types.GlobalClusterQuotaExceededFault),
				new(types.InvalidDBClusterStateFault),
			},
		},
		{
			in: &neptune.DeleteGlobalClusterInput{
				GlobalClusterIdentifier: ptr("world"),
			},
			form: `Action=DeleteGlobalCluster
GlobalClusterIdentifier=world
Version=2014-10-31`,
			result: "<GlobalCluster>" + globalXML + "</GlobalCluster>",
			want: &neptune.DeleteGlobalClusterOutput{
				GlobalCluster: ptr(globalWant()),
			},
			faults: []smithy.APIError{
				new(types.GlobalClusterNotFoundFault),
				new(types.InvalidGlobalClusterStateFault),
			},
		},
		{
			in: &neptune.DescribeGlobalClustersInput{
				GlobalClusterIdentifier: ptr("world"),
				Marker:                  ptr("bmV4dA=="),
				MaxRecords:              ptr(int32(50)),
			},
			form: `Action=DescribeGlobalClusters
GlobalClusterIdentifier=world
Marker=bmV4dA==
MaxRecords=50
Version=2014-10-31`,
			result: "<GlobalClusters><GlobalClusterMember>" + globalXML + "</GlobalClusterMember></GlobalClusters>" + "<Marker>bmV4dC1wYWdl</Marker>",
			want: &neptune.DescribeGlobalClustersOutput{
				GlobalClusters: []types.GlobalCluster{globalWant()},
				Marker:         ptr("bmV4dC1wYWdl"),
			},
			faults: []smithy.APIError{
				new(types.GlobalClusterNotFoundFault),
			},
		},
		{
			in: &neptune.FailoverGlobalClusterInput{
				GlobalClusterIdentifier:   ptr("world"),
				TargetDbClusterIdentifier: ptr("arn:aws:rds:us-east-1:123456789012:cluster:graph-far"),
				AllowDataLoss:             ptr(true),
				Switchover:                ptr(false),
			},
			form: `Action=FailoverGlobalCluster
AllowDataLoss=true
GlobalClusterIdentifier=world
Switchover=false
TargetDbClusterIdentifier=arn:aws:rds:us-east-1:123456789012:cluster:graph-far
Version=2014-10-31`,
			result: "<GlobalCluster>" + globalXML + "</GlobalCluster>",
			want: &neptune.FailoverGlobalClusterOutput{
				GlobalCluster: ptr(globalWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.GlobalClusterNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidGlobalClusterStateFault),
			},
		},
		{
			in: &neptune.ModifyGlobalClusterInput{
				GlobalClusterIdentifier:    ptr("world"),
				AllowMajorVersionUpgrade:   ptr(true),
				DeletionProtection:         ptr(true),
				EngineVersion:              ptr("1.4.5.1"),
				NewGlobalClusterIdentifier: ptr("whole-world"),
			},
			form: `Action=ModifyGlobalCluster
AllowMajorVersionUpgrade=true
DeletionProtection=true
EngineVersion=1.4.5.1
GlobalClusterIdentifier=world
NewGlobalClusterIdentifier=whole-world
Version=2014-10-31`,
			result: "<GlobalCluster>" + globalXML + "</GlobalCluster>",
			want: &neptune.ModifyGlobalClusterOutput{
				GlobalCluster: ptr(globalWant()),
			},
			faults: []smithy.APIError{
				new(types.GlobalClusterAlreadyExistsFault),
				new(types.GlobalClusterNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
				new(types.InvalidGlobalClusterStateFault),
			},
		},
		{
			in: &neptune.RemoveFromGlobalClusterInput{
				DbClusterIdentifier:     ptr("arn:aws:rds:us-east-1:123456789012:cluster:graph-far"),
				GlobalClusterIdentifier: ptr("world"),
			},
			form: `Action=RemoveFromGlobalCluster
DbClusterIdentifier=arn:aws:rds:us-east-1:123456789012:cluster:graph-far
GlobalClusterIdentifier=world
Version=2014-10-31`,
			result: "<GlobalCluster>" + globalXML + "</GlobalCluster>",
			want: &neptune.RemoveFromGlobalClusterOutput{
				GlobalCluster: ptr(globalWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.GlobalClusterNotFoundFault),
				new(types.InvalidGlobalClusterStateFault),
			},
		},
		{
			in: &neptune.SwitchoverGlobalClusterInput{
				GlobalClusterIdentifier:   ptr("world"),
				TargetDbClusterIdentifier: ptr("arn:aws:rds:us-east-1:123456789012:cluster:graph-far"),
			},
			form: `Action=SwitchoverGlobalCluster
GlobalClusterIdentifier=world
TargetDbClusterIdentifier=arn:aws:rds:us-east-1:123456789012:cluster:graph-far
Version=2014-10-31`,
			result: "<GlobalCluster>" + globalXML + "</GlobalCluster>",
			want: &neptune.SwitchoverGlobalClusterOutput{
				GlobalCluster: ptr(globalWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.GlobalClusterNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidGlobalClusterStateFault),
			},
		},
	}
}

// globalXML has all members of a GlobalCluster, and globalWant is what it means.
const globalXML = `<DatabaseName>main</DatabaseName>
<DeletionProtection>true</DeletionProtection>
<Engine>neptune</Engine>
<EngineVersion>1.4.5.1</EngineVersion>
<FailoverState>
	<FromDbClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:graph</FromDbClusterArn>
	<IsDataLossAllowed>false</IsDataLossAllowed>
	<Status>failing-over</Status>
	<ToDbClusterArn>arn:aws:rds:us-east-1:123456789012:cluster:graph-far</ToDbClusterArn>
</FailoverState>
<GlobalClusterArn>arn:aws:rds::123456789012:global-cluster:world</GlobalClusterArn>
<GlobalClusterIdentifier>world</GlobalClusterIdentifier>
<GlobalClusterMembers>
	<GlobalClusterMember>
		<DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:graph</DBClusterArn>
		<IsWriter>true</IsWriter>
		<Readers>
			<member>arn:aws:rds:us-east-1:123456789012:cluster:graph-far</member>
		</Readers>
	</GlobalClusterMember>
</GlobalClusterMembers>
<GlobalClusterResourceId>cluster-DEF</GlobalClusterResourceId>
<Status>available</Status>
<StorageEncrypted>true</StorageEncrypted>
<TagList>
	<Tag><Key>team</Key><Value>search</Value></Tag>
	<Tag><Key>note</Key><Value>a &amp; b</Value></Tag>
</TagList>`

func globalWant() types.GlobalCluster {
	return types.GlobalCluster{
		DatabaseName:       ptr("main"),
		DeletionProtection: ptr(true),
		Engine:             ptr("neptune"),
		EngineVersion:      ptr("1.4.5.1"),
		FailoverState: &types.FailoverState{
			FromDbClusterArn:  ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
			IsDataLossAllowed: ptr(false),
			Status:            types.FailoverStatusFailingOver,
			ToDbClusterArn:    ptr("arn:aws:rds:us-east-1:123456789012:cluster:graph-far"),
		},
		GlobalClusterArn:        ptr("arn:aws:rds::123456789012:global-cluster:world"),
		GlobalClusterIdentifier: ptr("world"),
		GlobalClusterMembers: []types.GlobalClusterMember{{
			DBClusterArn: ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
			IsWriter:     ptr(true),
			Readers:      []string{"arn:aws:rds:us-east-1:123456789012:cluster:graph-far"},
		}},
		GlobalClusterResourceId: ptr("cluster-DEF"),
		Status:                  ptr("available"),
		StorageEncrypted:        ptr(true),
		TagList:                 []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
	}
}
