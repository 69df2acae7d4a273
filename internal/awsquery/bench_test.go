package awsquery_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
)

const (
	namespace  = "http://rds.amazonaws.com/doc/2014-10-31/"
	apiVersion = "2014-10-31"
)

func ptr[T any](v T) *T { return &v }

// clusterPage returns a reply of DescribeDBClusters, with the members in AWS's
// order.
func clusterPage(n int) string {
	var b strings.Builder
	b.WriteString(`<DescribeDBClustersResponse xmlns="` + namespace + `"><DescribeDBClustersResult><DBClusters>`)
	for i := range n {
		el := func(name, value string) { b.WriteString("<" + name + ">" + value + "</" + name + ">") }
		id := fmt.Sprintf("graph-%s-%03d", []string{"orders", "identity", "fraud"}[i%3], i)
		b.WriteString("<DBCluster>")
		el("AllocatedStorage", "1")
		b.WriteString("<AvailabilityZones>")
		for _, az := range "abc" {
			el("AvailabilityZone", "eu-central-1"+string(az))
		}
		b.WriteString("</AvailabilityZones>")
		el("BackupRetentionPeriod", "7")
		el("DBClusterIdentifier", id)
		el("DBClusterParameterGroup", "default.neptune1.3")
		el("DBSubnetGroup", "private-subnets-eu-central-1")
		el("Status", "available")
		el("EarliestRestorableTime", "2024-05-01T04:12:33.101Z")
		el("Endpoint", id+".cluster-c9akciq32abc.eu-central-1.neptune.amazonaws.com")
		el("ReaderEndpoint", id+".cluster-ro-c9akciq32abc.eu-central-1.neptune.amazonaws.com")
		el("MultiAZ", "true")
		el("Engine", "neptune")
		el("EngineVersion", "1.3.1.0")
		el("LatestRestorableTime", "2024-05-08T09:55:01.722Z")
		el("Port", "8182")
		el("MasterUsername", "admin")
		el("PreferredBackupWindow", "03:21-03:51")
		el("PreferredMaintenanceWindow", "sun:05:12-sun:05:42")
		b.WriteString("<ReadReplicaIdentifiers/><DBClusterMembers>")
		for m := range 6 {
			b.WriteString("<DBClusterMember>")
			el("DBInstanceIdentifier", fmt.Sprintf("%s-instance-%d", id, m))
			el("IsClusterWriter", fmt.Sprint(m == 0))
			el("DBClusterParameterGroupStatus", "in-sync")
			el("PromotionTier", fmt.Sprint(m))
			b.WriteString("</DBClusterMember>")
		}
		b.WriteString("</DBClusterMembers><VpcSecurityGroups>")
		for g := range 3 {
			b.WriteString("<VpcSecurityGroupMembership>")
			el("VpcSecurityGroupId", fmt.Sprintf("sg-0123456789abcd%03d", g))
			el("Status", "active")
			b.WriteString("</VpcSecurityGroupMembership>")
		}
		b.WriteString("</VpcSecurityGroups>")
		el("HostedZoneId", "Z2R2ITUGPM61AM")
		el("StorageEncrypted", "true")
		el("KmsKeyId", "arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
		el("DbClusterResourceId", "cluster-ABCDEFGHIJKLMNOPQRSTUVWX"+fmt.Sprint(i))
		el("DBClusterArn", "arn:aws:rds:eu-central-1:123456789012:cluster:"+id)
		b.WriteString("<AssociatedRoles>")
		for r := range 5 {
			b.WriteString("<DBClusterRole>")
			el("RoleArn", fmt.Sprintf("arn:aws:iam::123456789012:role/neptune-load-from-s3-%s-%d", id, r))
			el("Status", "ACTIVE")
			b.WriteString("</DBClusterRole>")
		}
		b.WriteString("</AssociatedRoles>")
		el("IAMDatabaseAuthenticationEnabled", "true")
		el("CloneGroupId", "8f2d3c1b-1111-2222-3333-44445555666"+fmt.Sprint(i%10))
		el("ClusterCreateTime", "2023-11-30T13:37:00.999Z")
		el("CopyTagsToSnapshot", "true")
		b.WriteString("<EnabledCloudwatchLogsExports><member>audit</member><member>slowquery</member></EnabledCloudwatchLogsExports>")
		b.WriteString("<PendingModifiedValues/>")
		el("DeletionProtection", "true")
		el("CrossAccountClone", "false")
		b.WriteString("<ServerlessV2ScalingConfiguration><MinCapacity>1.0</MinCapacity><MaxCapacity>128.0</MaxCapacity></ServerlessV2ScalingConfiguration>")
		el("StorageType", "iopt1")
		if i%7 == 0 {
			el("GlobalClusterIdentifier", "unknown to the shape")
		}
		b.WriteString("</DBCluster>")
	}
	b.WriteString("</DBClusters></DescribeDBClustersResult><ResponseMetadata><RequestId>0b1c2d3e-0000-1111-2222-333344445555</RequestId></ResponseMetadata></DescribeDBClustersResponse>")
	return b.String()
}

func exportPage(n int) string {
	out := describeExportsOutput{Marker: ptr("next")}
	for i := range n {
		at := time.Date(2024, 5, 1, 2, 3, i%60, 123e6, time.UTC)
		out.ExportTasks = append(out.ExportTasks, exportTask{
			ExportOnly:             []string{"sales.orders", "sales.customers"},
			ExportTaskIdentifier:   ptr(fmt.Sprintf("nightly-%03d", i)),
			IamRoleArn:             ptr("arn:aws:iam::123456789012:role/export"),
			KmsKeyId:               ptr("arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
			PercentProgress:        ptr(int32(i)),
			S3Bucket:               ptr("archive-bucket"),
			S3Prefix:               ptr("exports/2024/05"),
			SnapshotTime:           &at,
			SourceArn:              ptr("arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly"),
			SourceType:             "SNAPSHOT",
			Status:                 ptr("COMPLETE"),
			TaskEndTime:            &at,
			TaskStartTime:          &at,
			TotalExtractedDataInGB: ptr(int32(42)),
		})
	}
	return string(awsquery.AppendResponse(nil, "DescribeExportTasks", namespace, "request", &out))
}

// tagWalk is the baseline. It only searches for angle brackets, checks nothing,
// and makes a string of every leaf.
func tagWalk(body []byte) (leaves []string) {
	leaf := false
	for {
		i := bytes.IndexByte(body, '<')
		if i < 0 || i+1 == len(body) {
			return leaves
		}
		if body[i+1] == '/' {
			if leaf {
				leaves = append(leaves, string(body[:i]))
			}
			leaf = false
		} else {
			leaf = true
		}
		body = body[i+1:]
		body = body[bytes.IndexByte(body, '>')+1:]
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{1, 20, 100, 135} {
		page := []byte(clusterPage(n))
		b.Run(fmt.Sprintf("DescribeDBClusters/%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				var out describeClustersOutput
				if _, err := awsquery.DecodeResponse(page, "DescribeDBClusters", &out); err != nil || len(out.DBClusters) != n {
					b.Fatal(err)
				}
			}
		})
	}
	page := []byte(clusterPage(135))
	b.Run("TagWalk/135", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		b.ReportAllocs()
		for b.Loop() {
			tagWalk(page)
		}
	})
	tasks := []byte(exportPage(100))
	b.Run("DescribeExportTasks/100", func(b *testing.B) {
		b.SetBytes(int64(len(tasks)))
		b.ReportAllocs()
		for b.Loop() {
			var out describeExportsOutput
			if _, err := awsquery.DecodeResponse(tasks, "DescribeExportTasks", &out); err != nil || len(out.ExportTasks) != 100 {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	start := &startExportInput{
		ExportTaskIdentifier: ptr("nightly-1"),
		SourceArn:            ptr("arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly"),
		S3BucketName:         ptr("archive-bucket"),
		IamRoleArn:           ptr("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:             ptr("arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
		ExportOnly:           []string{"sales.orders", "sales.customers"},
	}
	b.Run("StartExportTask", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			awsquery.AppendRequest(nil, "StartExportTask", apiVersion, start)
		}
	})
	b.Run("Validate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := awsquery.Validate(start); err != nil {
				b.Fatal(err)
			}
		}
	})
	var out describeClustersOutput
	if _, err := decodeResponse(clusterPage(100), "DescribeDBClusters", &out); err != nil {
		b.Fatal(err)
	}
	b.Run("Response/DescribeDBClusters/100", func(b *testing.B) {
		b.ReportAllocs()
		var dst []byte
		for b.Loop() {
			dst = awsquery.AppendResponse(dst[:0], "DescribeDBClusters", namespace, "request", &out)
		}
		b.SetBytes(int64(len(dst)))
	})
}
