package rds_test

import (
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	aws "github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// What the operations send and how they read the answer: the form without
// Action and Version, and the inside of the result element.
var exchanges = []struct {
	in     any // its type tells the operation
	form   string
	result string
	want   any
}{
	{
		&rds.StartExportTaskInput{
			ExportTaskIdentifier: aws.String("nightly-1"), IamRoleArn: aws.String("arn:aws:iam::123456789012:role/export"),
			KmsKeyId: aws.String("alias/export"), S3BucketName: aws.String("bucket"), SourceArn: aws.String("arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:s1"),
			ExportOnly: []string{"db.public", "db.ünï & code"}, S3Prefix: aws.String(""),
		},
		"ExportTaskIdentifier=nightly-1&IamRoleArn=arn:aws:iam::123456789012:role/export&KmsKeyId=alias/export&S3BucketName=bucket" +
			"&SourceArn=arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:s1&ExportOnly.member.1=db.public&ExportOnly.member.2=db.ünï %26 code&S3Prefix=",
		"<ExportTaskIdentifier>nightly-1</ExportTaskIdentifier><S3Bucket>bucket</S3Bucket><S3Prefix/><PercentProgress>0</PercentProgress>" +
			"<ExportOnly><member>db.public</member></ExportOnly><SnapshotTime>2026-02-28T23:59:59.123Z</SnapshotTime>" +
			"<SourceType>SNAPSHOT</SourceType><Status>STARTING</Status><Unknown><Deep>x</Deep></Unknown>",
		&rds.StartExportTaskOutput{
			ExportTaskIdentifier: aws.String("nightly-1"), S3Bucket: aws.String("bucket"), S3Prefix: aws.String(""), PercentProgress: aws.Int32(0),
			ExportOnly: []string{"db.public"}, SnapshotTime: at("2026-02-28T23:59:59.123Z"), SourceType: types.ExportSourceTypeSnapshot, Status: aws.String("STARTING"),
		},
	},
	{
		&rds.DescribeExportTasksInput{
			Filters: []types.Filter{
				{Name: aws.String("status"), Values: []string{"starting", "in_progress"}},
				{Name: aws.String("s3-bucket"), Values: []string{"b"}},
			},
			Marker: aws.String("m/1+2="), MaxRecords: aws.Int32(20), SourceType: types.ExportSourceTypeCluster,
		},
		"Filters.Filter.1.Name=status&Filters.Filter.1.Values.Value.1=starting&Filters.Filter.1.Values.Value.2=in_progress" +
			"&Filters.Filter.2.Name=s3-bucket&Filters.Filter.2.Values.Value.1=b&Marker=m/1%2B2%3D&MaxRecords=20&SourceType=CLUSTER",
		"<ExportTasks><ExportTask><ExportTaskIdentifier>a</ExportTaskIdentifier><PercentProgress>-1</PercentProgress></ExportTask>" +
			"<ExportTask><ExportTaskIdentifier>b</ExportTaskIdentifier><FailureCause>no &lt;role&gt;</FailureCause></ExportTask></ExportTasks><Marker>m2</Marker>",
		&rds.DescribeExportTasksOutput{ExportTasks: []types.ExportTask{
			{ExportTaskIdentifier: aws.String("a"), PercentProgress: aws.Int32(-1)},
			{ExportTaskIdentifier: aws.String("b"), FailureCause: aws.String("no <role>")},
		}, Marker: aws.String("m2")},
	},
	{
		&rds.CancelExportTaskInput{ExportTaskIdentifier: aws.String("nightly-1")},
		"ExportTaskIdentifier=nightly-1",
		"<ExportTaskIdentifier>nightly-1</ExportTaskIdentifier><Status>CANCELING</Status><TotalExtractedDataInGB>7</TotalExtractedDataInGB>",
		&rds.CancelExportTaskOutput{ExportTaskIdentifier: aws.String("nightly-1"), Status: aws.String("CANCELING"), TotalExtractedDataInGB: aws.Int32(7)},
	},
	{
		&rds.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: aws.String("c1"), DBClusterSnapshotIdentifier: aws.String("s1"), Tags: []types.Tag{{Key: aws.String("k"), Value: aws.String("v")}, {Key: aws.String("alone")}},
		},
		"DBClusterIdentifier=c1&DBClusterSnapshotIdentifier=s1&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v&Tags.Tag.2.Key=alone",
		"<DBClusterSnapshot><DBClusterSnapshotIdentifier>s1</DBClusterSnapshotIdentifier><PercentProgress>0</PercentProgress>" +
			"<AvailabilityZones><AvailabilityZone>eu-central-1a</AvailabilityZone></AvailabilityZones><StorageEncrypted>true</StorageEncrypted></DBClusterSnapshot>",
		&rds.CreateDBClusterSnapshotOutput{DBClusterSnapshot: &types.DBClusterSnapshot{
			DBClusterSnapshotIdentifier: aws.String("s1"), PercentProgress: aws.Int32(0), AvailabilityZones: []string{"eu-central-1a"}, StorageEncrypted: aws.Bool(true),
		}},
	},
	{
		&rds.DescribeDBClusterSnapshotsInput{DBClusterIdentifier: aws.String("c1"), IncludePublic: aws.Bool(false), IncludeShared: aws.Bool(true), SnapshotType: aws.String("manual")},
		"DBClusterIdentifier=c1&IncludePublic=false&IncludeShared=true&SnapshotType=manual",
		"<DBClusterSnapshots/>",
		&rds.DescribeDBClusterSnapshotsOutput{DBClusterSnapshots: []types.DBClusterSnapshot{}},
	},
	{
		&rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: aws.String("s1"), TargetDBClusterSnapshotIdentifier: aws.String("s2"), CopyTags: aws.Bool(true), KmsKeyId: aws.String("k"), Tags: []types.Tag{},
		},
		"SourceDBClusterSnapshotIdentifier=s1&TargetDBClusterSnapshotIdentifier=s2&CopyTags=true&KmsKeyId=k&Tags=",
		"<DBClusterSnapshot><Status>copying</Status></DBClusterSnapshot>",
		&rds.CopyDBClusterSnapshotOutput{DBClusterSnapshot: &types.DBClusterSnapshot{Status: aws.String("copying")}},
	},
	{
		&rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: aws.String("s1")},
		"DBClusterSnapshotIdentifier=s1",
		"<DBClusterSnapshot><Status>deleting</Status></DBClusterSnapshot>",
		&rds.DeleteDBClusterSnapshotOutput{DBClusterSnapshot: &types.DBClusterSnapshot{Status: aws.String("deleting")}},
	},
	{
		&rds.DescribeDBClustersInput{DBClusterIdentifier: aws.String("c1"), IncludeShared: aws.Bool(true)},
		"DBClusterIdentifier=c1&IncludeShared=true",
		"<DBClusters><DBCluster><DBClusterIdentifier>c1</DBClusterIdentifier><Port>5432</Port><PercentProgress>42</PercentProgress>" +
			"<AssociatedRoles><DBClusterRole><RoleArn>r</RoleArn></DBClusterRole></AssociatedRoles>" +
			"<DBClusterMembers><DBClusterMember><IsClusterWriter>true</IsClusterWriter></DBClusterMember></DBClusterMembers>" +
			"<ServerlessV2ScalingConfiguration><MinCapacity>0.5</MinCapacity><MaxCapacity>128</MaxCapacity></ServerlessV2ScalingConfiguration>" +
			"<VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>" +
			"<PendingModifiedValues/></DBCluster></DBClusters>",
		&rds.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{
			DBClusterIdentifier: aws.String("c1"), Port: aws.Int32(5432), PercentProgress: aws.String("42"),
			AssociatedRoles:                  []types.DBClusterRole{{RoleArn: aws.String("r")}},
			DBClusterMembers:                 []types.DBClusterMember{{IsClusterWriter: aws.Bool(true)}},
			ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfigurationInfo{MinCapacity: aws.Float64(0.5), MaxCapacity: aws.Float64(128)},
			VpcSecurityGroups:                []types.VpcSecurityGroupMembership{{VpcSecurityGroupId: aws.String("sg-1")}},
			PendingModifiedValues:            &types.ClusterPendingModifiedValues{},
		}}},
	},
	{
		&rds.StartDBClusterInput{DBClusterIdentifier: aws.String("c1")},
		"DBClusterIdentifier=c1",
		"<DBCluster><Status>starting</Status></DBCluster>",
		&rds.StartDBClusterOutput{DBCluster: &types.DBCluster{Status: aws.String("starting")}},
	},
	{
		&rds.StopDBClusterInput{DBClusterIdentifier: aws.String("c1")},
		"DBClusterIdentifier=c1",
		"<DBCluster><Status>stopping</Status><AutomaticRestartTime>2026-03-01T00:00:00Z</AutomaticRestartTime></DBCluster>",
		&rds.StopDBClusterOutput{DBCluster: &types.DBCluster{Status: aws.String("stopping"), AutomaticRestartTime: at("2026-03-01T00:00:00Z")}},
	},
	{
		&rds.DescribeDBInstancesInput{DBInstanceIdentifier: aws.String("i1")},
		"DBInstanceIdentifier=i1",
		"<DBInstances><DBInstance><DBInstanceIdentifier>i1</DBInstanceIdentifier><Endpoint><Address>a</Address><Port>1</Port></Endpoint>" +
			"<DBParameterGroups><DBParameterGroup><ParameterApplyStatus>in-sync</ParameterApplyStatus></DBParameterGroup></DBParameterGroups></DBInstance></DBInstances>",
		&rds.DescribeDBInstancesOutput{DBInstances: []types.DBInstance{{
			DBInstanceIdentifier: aws.String("i1"), Endpoint: &types.Endpoint{Address: aws.String("a"), Port: aws.Int32(1)},
			DBParameterGroups: []types.DBParameterGroupStatus{{ParameterApplyStatus: aws.String("in-sync")}},
		}}},
	},
	{
		&rds.StartDBInstanceInput{DBInstanceIdentifier: aws.String("i1"), DBCapacityReservationIdentifier: aws.String("r1")},
		"DBInstanceIdentifier=i1&DBCapacityReservationIdentifier=r1",
		"<DBInstance><DBInstanceStatus>starting</DBInstanceStatus></DBInstance>",
		&rds.StartDBInstanceOutput{DBInstance: &types.DBInstance{DBInstanceStatus: aws.String("starting")}},
	},
	{
		&rds.StopDBInstanceInput{DBInstanceIdentifier: aws.String("i1"), DBSnapshotIdentifier: aws.String("s1"), DetachFromDBCapacityReservation: aws.Bool(true)},
		"DBInstanceIdentifier=i1&DBSnapshotIdentifier=s1&DetachFromDBCapacityReservation=true",
		"<DBInstance><DBInstanceStatus>stopping</DBInstanceStatus></DBInstance>",
		&rds.StopDBInstanceOutput{DBInstance: &types.DBInstance{DBInstanceStatus: aws.String("stopping")}},
	},
	{
		&rds.CreateDBSnapshotInput{DBInstanceIdentifier: aws.String("i1"), DBSnapshotIdentifier: aws.String("s1")},
		"DBInstanceIdentifier=i1&DBSnapshotIdentifier=s1",
		"<DBSnapshot><DBSnapshotIdentifier>s1</DBSnapshotIdentifier><FullSnapshotSizeInBytes>5368709120</FullSnapshotSizeInBytes></DBSnapshot>",
		&rds.CreateDBSnapshotOutput{DBSnapshot: &types.DBSnapshot{DBSnapshotIdentifier: aws.String("s1"), FullSnapshotSizeInBytes: aws.Int64(5368709120)}},
	},
	{
		&rds.CopyDBSnapshotInput{
			SourceDBSnapshotIdentifier: aws.String("s1"), TargetDBSnapshotIdentifier: aws.String("s2"), CopyOptionGroup: aws.Bool(true),
			TagSpecifications: []types.TagSpecification{{ResourceType: aws.String("snapshot"), Tags: []types.Tag{{Key: aws.String("k")}}}},
		},
		"SourceDBSnapshotIdentifier=s1&TargetDBSnapshotIdentifier=s2&CopyOptionGroup=true" +
			"&TagSpecifications.item.1.ResourceType=snapshot&TagSpecifications.item.1.Tags.Tag.1.Key=k",
		"<DBSnapshot><StorageEncryptionType>sse-kms</StorageEncryptionType></DBSnapshot>",
		&rds.CopyDBSnapshotOutput{DBSnapshot: &types.DBSnapshot{StorageEncryptionType: types.StorageEncryptionTypeCmk}},
	},
	{
		&rds.DescribeDBSnapshotsInput{DbiResourceId: aws.String("db-1")},
		"DbiResourceId=db-1",
		"<DBSnapshots><DBSnapshot><TagList><Tag><Key>k</Key><Value>v</Value></Tag></TagList></DBSnapshot></DBSnapshots>",
		&rds.DescribeDBSnapshotsOutput{DBSnapshots: []types.DBSnapshot{{TagList: []types.Tag{{Key: aws.String("k"), Value: aws.String("v")}}}}},
	},
	{
		&rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: aws.String("s1")},
		"DBSnapshotIdentifier=s1",
		"<DBSnapshot><Status>deleted</Status></DBSnapshot>",
		&rds.DeleteDBSnapshotOutput{DBSnapshot: &types.DBSnapshot{Status: aws.String("deleted")}},
	},
	{
		&rds.DescribeEventsInput{
			StartTime: at("2026-03-01T01:30:00.5+01:00"), EndTime: at("2026-03-01T02:00:00Z"), Duration: aws.Int32(60),
			EventCategories: []string{"backup"}, SourceType: types.SourceTypeDbCluster,
		},
		"StartTime=2026-03-01T00:30:00.5Z&EndTime=2026-03-01T02:00:00Z&Duration=60&EventCategories.EventCategory.1=backup&SourceType=db-cluster",
		"<Events><Event><Message>Backing up</Message><EventCategories><EventCategory>backup</EventCategory></EventCategories>" +
			"<SourceType>db-cluster</SourceType><Date>2026-03-01T00:31:00.001Z</Date></Event></Events>",
		&rds.DescribeEventsOutput{Events: []types.Event{{
			Message: aws.String("Backing up"), EventCategories: []string{"backup"}, SourceType: types.SourceTypeDbCluster, Date: at("2026-03-01T00:31:00.001Z"),
		}}},
	},
	{
		&rds.AddTagsToResourceInput{ResourceName: aws.String("arn"), Tags: []types.Tag{{Key: aws.String("k"), Value: aws.String("")}}},
		"ResourceName=arn&Tags.Tag.1.Key=k&Tags.Tag.1.Value=",
		"",
		&rds.AddTagsToResourceOutput{},
	},
	{
		&rds.ListTagsForResourceInput{ResourceName: aws.String("arn")},
		"ResourceName=arn",
		"<TagList><Tag><Key>k</Key><Value/></Tag></TagList>",
		&rds.ListTagsForResourceOutput{TagList: []types.Tag{{Key: aws.String("k"), Value: aws.String("")}}},
	},
	{
		&rds.RemoveTagsFromResourceInput{ResourceName: aws.String("arn"), TagKeys: []string{"k", "l"}},
		"ResourceName=arn&TagKeys.member.1=k&TagKeys.member.2=l",
		"",
		&rds.RemoveTagsFromResourceOutput{},
	},
}

func opOf(in any) string { return strings.TrimSuffix(reflect.TypeOf(in).Elem().Name(), "Input") }

func TestOperations(t *testing.T) {
	for _, x := range exchanges {
		op := opOf(x.in)
		t.Run(op, func(t *testing.T) {
			client := serve(func(req *http.Request) (*http.Response, error) {
				body := bodyOf(t, req)
				got, err := url.ParseQuery(body)
				if err != nil {
					t.Error(err)
				}
				want, err := url.ParseQuery("Action=" + op + "&Version=2014-10-31&" + x.form)
				if err != nil {
					t.Error(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("form (-want +got):\n%s", diff)
				}
				if !strings.HasPrefix(body, "Action="+op+"&Version=2014-10-31") {
					t.Errorf("the form begins with %.60s", body)
				}
				if req.URL.String() != "https://"+host+"/" || req.ContentLength != int64(len(body)) {
					t.Errorf("%s with length %d", req.URL, req.ContentLength)
				}
				for name, want := range map[string]string{
					"Content-Type": "application/x-www-form-urlencoded", "Amz-Sdk-Request": "attempt=1; max=1",
				} {
					if got := req.Header.Get(name); got != want {
						t.Errorf("%s: %q, want %q", name, got, want)
					}
				}
				if ua := req.Header.Get("User-Agent"); !strings.HasPrefix(ua, "nereid/"+aws.Version+" ") || !strings.Contains(ua, " api/rds#2014-10-31") {
					t.Errorf("User-Agent: %s", ua)
				}
				return answer(200, reply(op, x.result))(req)
			})
			out, err := invoke(t.Context(), client, op, x.in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(x.want, out, withoutMetadata); diff != "" {
				t.Errorf("output (-want +got):\n%s", diff)
			}
			if md := metadataOf(out); aws.RequestID(md) != requestID || aws.Attempts(md) != 1 || aws.Recovered(md) {
				t.Errorf("metadata: request %s, %d attempts, recovered %t", aws.RequestID(md), aws.Attempts(md), aws.Recovered(md))
			}
		})
	}
}

func TestEveryOperationHasAnExchange(t *testing.T) {
	var have []string
	for _, x := range exchanges {
		have = append(have, opOf(x.in))
	}
	slices.Sort(have)
	if diff := cmp.Diff(operations(), have); diff != "" {
		t.Errorf("operations and exchanges (-operations +exchanges):\n%s", diff)
	}
	if len(have) != 21 {
		t.Errorf("there are %d operations", len(have))
	}
}

// An output keeps what a caller has, and the input is left alone.
func TestInputIsNotChanged(t *testing.T) {
	for _, x := range exchanges {
		in := reflect.ValueOf(x.in).Elem()
		before := reflect.New(in.Type()).Elem()
		before.Set(in)
		client := serve(answer(200, reply(opOf(x.in), x.result)))
		if _, err := invoke(t.Context(), client, opOf(x.in), x.in); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(before.Interface(), in.Interface()); diff != "" {
			t.Errorf("%s (-before +after):\n%s", opOf(x.in), diff)
		}
	}
}
