package interop_test

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// createLedger creates an instance that keeps backups, and returns it when its first backup
// is taken.
func (c clients) createLedger(t *testing.T) *rdstypes.DBInstance {
	t.Helper()
	made := do(t, c.rds.CreateDBInstance, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: aws.String("ledger"), DBInstanceClass: aws.String("db.m6i.large"), Engine: aws.String("postgres"), AllocatedStorage: aws.Int32(20),
		MasterUsername: aws.String("clerk"), MasterUserPassword: aws.String("not-shown-again"), BackupRetentionPeriod: aws.Int32(3),
	}).DBInstance
	c.instanceAvailable(t, "ledger")
	become(t, "active", func() string { return c.instanceBackups(t, nil) })
	return made
}

// instanceBackups returns the status of the backups with an ARN, or of the only ones.
func (c clients) instanceBackups(t *testing.T, backup *string) string {
	t.Helper()
	list := do(t, c.rds.DescribeDBInstanceAutomatedBackups, &rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceAutomatedBackupsArn: backup}).DBInstanceAutomatedBackups
	if len(list) != 1 {
		t.Fatalf("%d backups", len(list))
	}
	return *list[0].Status
}

// countInstanceBackups returns how many instances have backups.
func (c clients) countInstanceBackups(t *testing.T) (n int) {
	t.Helper()
	pages := rds.NewDescribeDBInstanceAutomatedBackupsPaginator(c.rds, &rds.DescribeDBInstanceAutomatedBackupsInput{})
	for pages.HasMorePages() {
		n += len(must[rds.DescribeDBInstanceAutomatedBackupsOutput](t)(pages.NextPage(t.Context())).DBInstanceAutomatedBackups)
	}
	return n
}

// TestSDKInstanceBackup retains the backups of a deleted instance, restores them and
// deletes them.
func TestSDKInstanceBackup(t *testing.T) {
	t.Parallel()
	c := connect(serve(t).URL(), east, secret)
	made := c.createLedger(t)
	deletion := &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: made.DbiResourceId}
	refused[*rdstypes.InvalidDBInstanceAutomatedBackupStateFault](t, c.rds.DeleteDBInstanceAutomatedBackup, deletion)
	do(t, c.rds.DeleteDBInstance, &rds.DeleteDBInstanceInput{
		DBInstanceIdentifier: made.DBInstanceIdentifier, SkipFinalSnapshot: aws.Bool(true), DeleteAutomatedBackups: aws.Bool(false),
	})
	c.instanceDeleted(t, "ledger")
	retained := do(t, c.rds.DescribeDBInstanceAutomatedBackups, &rds.DescribeDBInstanceAutomatedBackupsInput{
		Filters: []rdstypes.Filter{{Name: aws.String("status"), Values: []string{"retained"}}},
	}).DBInstanceAutomatedBackups[0]
	equal(t, "retained", []any{retained.DbiResourceId, retained.DBInstanceArn, *retained.BackupRetentionPeriod},
		[]any{made.DbiResourceId, made.DBInstanceArn, int32(3)})

	restore := &rds.RestoreDBInstanceToPointInTimeInput{
		TargetDBInstanceIdentifier: aws.String("by-resource"), SourceDBInstanceIdentifier: aws.String("ledger"), RestoreTime: retained.RestoreWindow.LatestTime,
	}
	refused[*rdstypes.DBInstanceNotFoundFault](t, c.rds.RestoreDBInstanceToPointInTime, restore)
	restore.SourceDBInstanceIdentifier, restore.SourceDbiResourceId = nil, made.DbiResourceId
	restore.RestoreTime = aws.Time(retained.RestoreWindow.LatestTime.Add(time.Hour))
	refusedAs(t, "InvalidParameterValue", c.rds.RestoreDBInstanceToPointInTime, restore)
	restore.RestoreTime = retained.RestoreWindow.LatestTime
	equal(t, "restored", *do(t, c.rds.RestoreDBInstanceToPointInTime, restore).DBInstance.DBInstanceStatus, "creating")
	do(t, c.rds.RestoreDBInstanceToPointInTime, &rds.RestoreDBInstanceToPointInTimeInput{
		TargetDBInstanceIdentifier: aws.String("by-arn"), SourceDBInstanceAutomatedBackupsArn: retained.DBInstanceAutomatedBackupsArn,
		UseLatestRestorableTime: aws.Bool(true),
	})
	c.instanceAvailable(t, "by-resource")
	c.instanceAvailable(t, "by-arn")

	equal(t, "deletion", *do(t, c.rds.DeleteDBInstanceAutomatedBackup, deletion).DBInstanceAutomatedBackup.Status, "deleting")
	become(t, 2, func() int { return c.countInstanceBackups(t) })
	refused[*rdstypes.DBInstanceAutomatedBackupNotFoundFault](t, c.rds.DeleteDBInstanceAutomatedBackup, deletion)
}

// TestSDKBackupReplication replicates the backups of an instance to another region, and
// ends that.
func TestSDKBackupReplication(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c, away := connect(s.URL(), east, secret), connect(s.URL(), west, secret)
	source := c.createLedger(t).DBInstanceArn
	start := &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: aws.String(*source + "-2"), BackupRetentionPeriod: aws.Int32(5)}
	refused[*rdstypes.DBInstanceNotFoundFault](t, away.rds.StartDBInstanceAutomatedBackupsReplication, start)
	start.SourceDBInstanceArn = source
	made := do(t, away.rds.StartDBInstanceAutomatedBackupsReplication, start).DBInstanceAutomatedBackup
	equal(t, "new replication", []any{*made.Status, *made.Region, *made.BackupRetentionPeriod}, []any{"pending", east, int32(5)})
	refused[*rdstypes.InvalidDBInstanceAutomatedBackupStateFault](t, away.rds.StartDBInstanceAutomatedBackupsReplication, start)
	status := func() string { return away.instanceBackups(t, made.DBInstanceAutomatedBackupsArn) }
	become(t, "replicating", status)
	deletion := &rds.DeleteDBInstanceAutomatedBackupInput{DBInstanceAutomatedBackupsArn: made.DBInstanceAutomatedBackupsArn}
	refused[*rdstypes.InvalidDBInstanceAutomatedBackupStateFault](t, away.rds.DeleteDBInstanceAutomatedBackup, deletion)

	c.instanceAvailable(t, "ledger")
	do(t, away.rds.StopDBInstanceAutomatedBackupsReplication, &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: source})
	become(t, "retained", status)
	do(t, away.rds.DeleteDBInstanceAutomatedBackup, deletion)
	become(t, 0, func() int { return away.countInstanceBackups(t) })
	equal(t, "at home", c.instanceBackups(t, nil), "active")
}

// TestSDKBacktrack backtracks a cluster, deletes it, and restores and deletes its retained
// backups.
func TestSDKBacktrack(t *testing.T) {
	t.Parallel()
	c := connect(serve(t).URL(), east, secret)
	id := aws.String("shop")
	made := do(t, c.rds.CreateDBCluster, &rds.CreateDBClusterInput{
		DBClusterIdentifier: id, Engine: aws.String("aurora-mysql"), BacktrackWindow: aws.Int64(3600),
		MasterUsername: aws.String("clerk"), MasterUserPassword: aws.String("not-shown-again"),
	}).DBCluster
	c.clusterAvailable(t, *id)
	cluster := func() rdstypes.DBCluster {
		return do(t, c.rds.DescribeDBClusters, &rds.DescribeDBClustersInput{DBClusterIdentifier: id}).DBClusters[0]
	}
	early := cluster().EarliestBacktrackTime
	backtrack := &rds.BacktrackDBClusterInput{DBClusterIdentifier: id, BacktrackTo: aws.Time(early.Add(-24 * time.Hour))}
	refusedAs(t, "InvalidParameterValue", c.rds.BacktrackDBCluster, backtrack)
	backtrack.BacktrackTo = early
	begun := do(t, c.rds.BacktrackDBCluster, backtrack)
	equal(t, "new backtrack", []any{*begun.Status, begun.BacktrackedFrom, begun.BacktrackTo}, []any{"PENDING", (*time.Time)(nil), early})
	refused[*rdstypes.InvalidDBClusterStateFault](t, c.rds.BacktrackDBCluster, backtrack)
	look := &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: id, BacktrackIdentifier: begun.BacktrackIdentifier}
	seen := become(t, "COMPLETED", func() string { return *do(t, c.rds.DescribeDBClusterBacktracks, look).DBClusterBacktracks[0].Status })
	equal(t, "later statuses", seen, []string{"APPLYING", "COMPLETED"})
	equal(t, "cluster", *cluster().Status, "available")
	look.BacktrackIdentifier = aws.String("unknown")
	refused[*rdstypes.DBClusterBacktrackNotFoundFault](t, c.rds.DescribeDBClusterBacktracks, look)

	deletion := &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: made.DbClusterResourceId}
	refused[*rdstypes.InvalidDBClusterAutomatedBackupStateFault](t, c.rds.DeleteDBClusterAutomatedBackup, deletion)
	do(t, c.rds.DeleteDBCluster, &rds.DeleteDBClusterInput{
		DBClusterIdentifier: id, SkipFinalSnapshot: aws.Bool(true), DeleteAutomatedBackups: aws.Bool(false),
	})
	c.clusterDeleted(t, *id)
	retained := do(t, c.rds.DescribeDBClusterAutomatedBackups, &rds.DescribeDBClusterAutomatedBackupsInput{
		DbClusterResourceId: made.DbClusterResourceId,
	}).DBClusterAutomatedBackups[0]
	equal(t, "retained", []string{*retained.Status, *retained.DBClusterIdentifier}, []string{"retained", "shop"})
	do(t, c.rds.RestoreDBClusterToPointInTime, &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: aws.String("shop-again"), SourceDbClusterResourceId: made.DbClusterResourceId, UseLatestRestorableTime: aws.Bool(true),
	})
	c.clusterAvailable(t, "shop-again")
	do(t, c.rds.DeleteDBClusterAutomatedBackup, deletion)
	become(t, 1, func() int {
		return len(do(t, c.rds.DescribeDBClusterAutomatedBackups, &rds.DescribeDBClusterAutomatedBackupsInput{}).DBClusterAutomatedBackups)
	})
	refused[*rdstypes.DBClusterAutomatedBackupNotFoundFault](t, c.rds.DeleteDBClusterAutomatedBackup, deletion)
}

// TestSDKRestoreFromS3 makes a cluster and an instance from backups in S3.
func TestSDKRestoreFromS3(t *testing.T) {
	t.Parallel()
	c := connect(serve(t).URL(), east, secret)
	id, role := aws.String("imported"), aws.String("arn:aws:iam::123456789012:role/ingestion")
	cluster := &rds.RestoreDBClusterFromS3Input{
		DBClusterIdentifier: id, Engine: aws.String("aurora-mysql"), MasterUsername: aws.String("clerk"), MasterUserPassword: aws.String("not-shown-again"),
		S3BucketName: aws.String("No_Bucket"), S3Prefix: aws.String("shop/"), S3IngestionRoleArn: role,
		SourceEngine: aws.String("mysql"), SourceEngineVersion: aws.String("8.0.28"),
	}
	refused[*rdstypes.InvalidS3BucketFault](t, c.rds.RestoreDBClusterFromS3, cluster)
	cluster.S3BucketName = aws.String("backups")
	equal(t, "new cluster", *do(t, c.rds.RestoreDBClusterFromS3, cluster).DBCluster.Status, "creating")
	c.clusterAvailable(t, *id)
	refused[*rdstypes.DBClusterAlreadyExistsFault](t, c.rds.RestoreDBClusterFromS3, cluster)

	instance := &rds.RestoreDBInstanceFromS3Input{
		DBInstanceIdentifier: id, DBInstanceClass: aws.String("db.r6g.large"), Engine: aws.String("mariadb"), AllocatedStorage: aws.Int32(100),
		MasterUsername: aws.String("clerk"), ManageMasterUserPassword: aws.Bool(true), S3BucketName: aws.String("backups"), S3IngestionRoleArn: role,
		SourceEngine: aws.String("mysql"), SourceEngineVersion: aws.String("8.0.32"),
	}
	refusedAs(t, "InvalidParameterValue", c.rds.RestoreDBInstanceFromS3, instance)
	instance.Engine = aws.String("mysql")
	made := do(t, c.rds.RestoreDBInstanceFromS3, instance).DBInstance
	equal(t, "new instance", []string{*made.DBInstanceStatus, *made.MasterUserSecret.SecretStatus}, []string{"creating", "creating"})
	c.instanceAvailable(t, *id)
	refused[*rdstypes.DBInstanceAlreadyExistsFault](t, c.rds.RestoreDBInstanceFromS3, instance)
}
