package bench

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/neptune"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

const (
	namespace = "http://rds.amazonaws.com/doc/2014-10-31/"
	requestID = "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9fa"
)

func ptr[T any](v T) *T { return &v }

// reply writes the reply to an operation.
func reply(op string, out any) []byte {
	return awsquery.AppendResponse(nil, op, namespace, requestID, out)
}

// faultReply returns the service's reply about an export task that does not
// exist.
func faultReply() []byte {
	return awsquery.AppendError(nil, namespace, awsquery.ErrorResponse{
		Type: "Sender", Code: "ExportTaskNotFound", RequestID: requestID,
		Message: "The export task nightly-000 does not exist.",
	})
}

// clusters returns n clusters with all members set, as large as clusters in
// production usually are.
func clusters(n int) []neptunetypes.DBCluster {
	list := make([]neptunetypes.DBCluster, n)
	for i := range list {
		list[i] = cluster(i)
	}
	return list
}

func cluster(i int) neptunetypes.DBCluster {
	id := fmt.Sprintf("graph-%s-%04d", [...]string{"orders", "identity", "fraud"}[i%3], i)
	created := time.Date(2024, 2, 29, 12, 34, i%60, 789e6, time.UTC)
	c := neptunetypes.DBCluster{
		AllocatedStorage:                       ptr(int32(1)),
		AutomaticRestartTime:                   ptr(created.AddDate(0, 0, 7)),
		AvailabilityZones:                      []string{"eu-central-1a", "eu-central-1b", "eu-central-1c"},
		BackupRetentionPeriod:                  ptr(int32(7)),
		CharacterSetName:                       ptr("UTF-8"),
		CloneGroupId:                           ptr("8f2d3c1b-1111-2222-3333-444455556666"),
		ClusterCreateTime:                      &created,
		CopyTagsToSnapshot:                     ptr(true),
		CrossAccountClone:                      ptr(false),
		DBClusterArn:                           ptr("arn:aws:rds:eu-central-1:123456789012:cluster:" + id),
		DBClusterIdentifier:                    &id,
		DBClusterOptionGroupMemberships:        []neptunetypes.DBClusterOptionGroupStatus{{DBClusterOptionGroupName: ptr("default"), Status: ptr("in-sync")}},
		DBClusterParameterGroup:                ptr("default.neptune1.3"),
		DBSubnetGroup:                          ptr("private-subnets-eu-central-1"),
		DatabaseName:                           ptr("graph"),
		DbClusterResourceId:                    ptr(fmt.Sprintf("cluster-ABCDEFGHIJKLMNOPQRSTUV%04d", i)),
		DeletionProtection:                     ptr(true),
		EarliestRestorableTime:                 ptr(created.AddDate(0, 1, 0)),
		EnabledCloudwatchLogsExports:           []string{"audit", "slowquery"},
		Endpoint:                               ptr(id + ".cluster-c9akciq32abc.eu-central-1.neptune.amazonaws.com"),
		Engine:                                 ptr("neptune"),
		EngineVersion:                          ptr("1.3.1.0"),
		GlobalClusterIdentifier:                ptr("world-" + id),
		HostedZoneId:                           ptr("Z2R2ITUGPM61AM"),
		IAMDatabaseAuthenticationEnabled:       ptr(true),
		IOOptimizedNextAllowedModificationTime: ptr(created.AddDate(0, 2, 0)),
		KmsKeyId:                               ptr("arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
		LatestRestorableTime:                   ptr(created.AddDate(0, 1, 7)),
		MasterUsername:                         ptr("admin"),
		MultiAZ:                                ptr(true),
		PendingModifiedValues: &neptunetypes.ClusterPendingModifiedValues{
			BackupRetentionPeriod: ptr(int32(14)),
			EngineVersion:         ptr("1.3.2.0"),
			PendingCloudwatchLogsExports: &neptunetypes.PendingCloudwatchLogsExports{
				LogTypesToEnable: []string{"audit"}, LogTypesToDisable: []string{"slowquery"},
			},
			StorageType: ptr("iopt1"),
		},
		PercentProgress:                  ptr("100"),
		Port:                             ptr(int32(8182)),
		PreferredBackupWindow:            ptr("03:21-03:51"),
		PreferredMaintenanceWindow:       ptr("sun:05:12-sun:05:42"),
		ReadReplicaIdentifiers:           []string{"arn:aws:rds:eu-west-1:123456789012:cluster:" + id + "-replica"},
		ReaderEndpoint:                   ptr(id + ".cluster-ro-c9akciq32abc.eu-central-1.neptune.amazonaws.com"),
		ReplicationSourceIdentifier:      ptr("arn:aws:rds:us-east-1:123456789012:cluster:" + id + "-source"),
		ServerlessV2ScalingConfiguration: &neptunetypes.ServerlessV2ScalingConfigurationInfo{MinCapacity: ptr(1.0), MaxCapacity: ptr(128.0)},
		Status:                           ptr("available"),
		StorageEncrypted:                 ptr(true),
		StorageType:                      ptr("iopt1"),
	}
	for m := range 5 {
		c.DBClusterMembers = append(c.DBClusterMembers, neptunetypes.DBClusterMember{
			DBClusterParameterGroupStatus: ptr("in-sync"),
			DBInstanceIdentifier:          ptr(fmt.Sprintf("%s-instance-%d", id, m)),
			IsClusterWriter:               ptr(m == 0),
			PromotionTier:                 ptr(int32(m)),
		})
	}
	for g := range 3 {
		c.VpcSecurityGroups = append(c.VpcSecurityGroups, neptunetypes.VpcSecurityGroupMembership{
			Status: ptr("active"), VpcSecurityGroupId: ptr(fmt.Sprintf("sg-0123456789abcd%03d", g)),
		})
	}
	for r := range 4 {
		c.AssociatedRoles = append(c.AssociatedRoles, neptunetypes.DBClusterRole{
			FeatureName: ptr("s3Import"), Status: ptr("ACTIVE"),
			RoleArn: ptr(fmt.Sprintf("arn:aws:iam::123456789012:role/neptune-load-from-s3-%s-%d", id, r)),
		})
	}
	return c
}

// clusterPage is a page of DescribeDBClusters.
func clusterPage(n int) []byte {
	return reply("DescribeDBClusters", &neptune.DescribeDBClustersOutput{DBClusters: clusters(n)})
}

// tasks returns export tasks with all members set.
func tasks(n int) []rdstypes.ExportTask {
	list := make([]rdstypes.ExportTask, n)
	for i := range list {
		taken := time.Date(2024, 5, 1, 2, 3, i%60, 123e6, time.UTC)
		list[i] = rdstypes.ExportTask{
			ExportOnly:             []string{"sales.orders", "sales.customers"},
			ExportTaskIdentifier:   ptr(fmt.Sprintf("nightly-%03d", i)),
			FailureCause:           ptr("none"),
			IamRoleArn:             ptr("arn:aws:iam::123456789012:role/service/export"),
			KmsKeyId:               ptr("arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
			PercentProgress:        ptr(int32(i % 101)),
			S3Bucket:               ptr("archive-bucket"),
			S3Prefix:               ptr("exports/2024/05"),
			SnapshotTime:           &taken,
			SourceArn:              ptr("arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly"),
			SourceType:             rdstypes.ExportSourceTypeSnapshot,
			Status:                 ptr("IN_PROGRESS"),
			TaskEndTime:            ptr(taken.Add(3 * time.Hour)),
			TaskStartTime:          ptr(taken.Add(time.Hour)),
			TotalExtractedDataInGB: ptr(int32(42 + i)),
			WarningMessage:         ptr("The table sales.drafts was left out, which has no primary key."),
		}
	}
	return list
}

// exportOutput copies a task's members to an output.
func exportOutput(task *rdstypes.ExportTask) *rds.StartExportTaskOutput {
	return &rds.StartExportTaskOutput{
		ExportOnly: task.ExportOnly, ExportTaskIdentifier: task.ExportTaskIdentifier, FailureCause: task.FailureCause,
		IamRoleArn: task.IamRoleArn, KmsKeyId: task.KmsKeyId, PercentProgress: task.PercentProgress, S3Bucket: task.S3Bucket,
		S3Prefix: task.S3Prefix, SnapshotTime: task.SnapshotTime, SourceArn: task.SourceArn, SourceType: task.SourceType,
		Status: task.Status, TaskEndTime: task.TaskEndTime, TaskStartTime: task.TaskStartTime,
		TotalExtractedDataInGB: task.TotalExtractedDataInGB, WarningMessage: task.WarningMessage,
	}
}

// snapshot returns a snapshot with all members set.
func snapshot() *neptunetypes.DBClusterSnapshot {
	taken := time.Date(2024, 5, 1, 2, 3, 4, 123e6, time.UTC)
	return &neptunetypes.DBClusterSnapshot{
		AllocatedStorage:                 ptr(int32(1)),
		AvailabilityZones:                []string{"eu-central-1a", "eu-central-1b", "eu-central-1c"},
		ClusterCreateTime:                ptr(taken.AddDate(-1, 0, 0)),
		DBClusterIdentifier:              ptr("graph-orders-0000"),
		DBClusterSnapshotArn:             ptr("arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly-copy"),
		DBClusterSnapshotIdentifier:      ptr("nightly-copy"),
		Engine:                           ptr("neptune"),
		EngineVersion:                    ptr("1.3.1.0"),
		IAMDatabaseAuthenticationEnabled: ptr(true),
		KmsKeyId:                         ptr("arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
		LicenseModel:                     ptr("amazon-license"),
		MasterUsername:                   ptr("admin"),
		PercentProgress:                  ptr(int32(0)),
		Port:                             ptr(int32(8182)),
		SnapshotCreateTime:               &taken,
		SnapshotType:                     ptr("manual"),
		SourceDBClusterSnapshotArn:       ptr("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly"),
		Status:                           ptr("copying"),
		StorageEncrypted:                 ptr(true),
		StorageType:                      ptr("iopt1"),
		VpcId:                            ptr("vpc-0123456789abcdef0"),
	}
}

// taskPage returns a page of DescribeExportTasks with n tasks. marker is "" for
// the last page.
func taskPage(n int, marker string) []byte {
	out := &rds.DescribeExportTasksOutput{ExportTasks: tasks(n)}
	if marker != "" {
		out.Marker = &marker
	}
	return reply("DescribeExportTasks", out)
}

// indent puts each element of a document on its own line, as some endpoints do,
// without changing any values.
func indent(doc []byte) []byte {
	var b bytes.Buffer
	depth := 0
	open := false // the last tag opened an element
	for len(doc) > 0 {
		end := bytes.IndexByte(doc, '>') + 1
		start := bytes.IndexByte(doc, '<')
		tag := doc[start:end]
		closes := tag[1] == '/'
		if closes {
			depth--
		}
		if b.Len() > 0 && !(closes && open) {
			b.WriteString("\n" + strings.Repeat("  ", depth))
		}
		b.Write(doc[:end])
		doc = doc[end:]
		open = !closes && tag[len(tag)-2] != '/'
		if open {
			depth++
		}
	}
	return b.Bytes()
}

// unknown returns a reply to DescribeDBClusters that contains one cluster with
// the given number of unknown elements.
func unknown(elements int) []byte {
	var b bytes.Buffer
	for i := range elements {
		fmt.Fprintf(&b, "<NewMember%04d>a value of the future, so far</NewMember%04d>", i%1000, i%1000)
	}
	b.WriteString("</DBCluster>")
	return bytes.Replace(clusterPage(1), []byte("</DBCluster>"), b.Bytes(), 1)
}

// StartReply returns a reply to StartDBCluster. The programs firstnereid and
// firstsdk read it from standard input.
func StartReply() []byte {
	started := cluster(0)
	return reply("StartDBCluster", &neptune.StartDBClusterOutput{DBCluster: &started})
}
