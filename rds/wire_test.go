package rds_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	aws "github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// Examples of requests and responses, for each kind of member: the form without Action and Version,
// and the content of the result element. TestEveryOperation tests all operations.
var exchanges = []struct {
	in     any // its type determines the operation
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
}

func TestWire(t *testing.T) {
	for _, x := range exchanges {
		op := clienttest.Of(x.in)
		t.Run(op.Name, func(t *testing.T) {
			wire := &clienttest.Wire{Status: http.StatusOK, Body: clienttest.Reply(op.Name, x.result)}
			out, err := op.Call(t.Context(), serve(nil, func(o *rds.Options) { o.HTTPClient = wire }), x.in)
			if err != nil {
				t.Fatal(err)
			}
			want, err := url.ParseQuery("Action=" + op.Name + "&Version=2014-10-31&" + x.form)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, wire.Sent[0].Form); diff != "" {
				t.Errorf("form (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(x.want, out, clienttest.WithoutMetadata); diff != "" {
				t.Errorf("output (-want +got):\n%s", diff)
			}
		})
	}
}
