package nereidtest_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

const (
	clusterState  = "InvalidDBClusterStateFault"
	instanceState = "InvalidDBInstanceState"
	badValue      = "InvalidParameterValue"
	badTogether   = "InvalidParameterCombination"
)

// refusalFacts are the facts about errors of AWS, word for word.
func refusalFacts() []fact {
	return []fact{
		{"6208bcec", "a cluster that is not available is not stopped", func(t *testing.T) {
			e := realEstate(t)
			in := &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}
			must(e.neptune.StopDBCluster(ctx, in))(t)
			says(t, fail(e.neptune.StopDBCluster(ctx, in)), 400, clusterState,
				"DbCluster c1 is in stopping state but expected it to be one of available.")
		}},
		{"4f2fe1bc", "a cluster that is not stopped is not started", func(t *testing.T) {
			e := realEstate(t)
			says(t, fail(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("c1")})), 400, clusterState,
				"DbCluster c1 is in available state but expected it to be one of stopped,inaccessible-encryption-credentials-recoverable.")
		}},
		{"f74558b8", "an instance that is not available is not stopped", func(t *testing.T) {
			e := realEstate(t)
			in := &rds.StopDBInstanceInput{DBInstanceIdentifier: str("i1")}
			must(e.rds.StopDBInstance(ctx, in))(t)
			says(t, fail(e.rds.StopDBInstance(ctx, in)), 400, instanceState, "Instance i1 is not in available state.")
		}},
		{"c0dab82d", "no snapshot is taken of a cluster that is not available", func(t *testing.T) {
			e := realEstate(t)
			says(t, fail(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("c2"), DBClusterSnapshotIdentifier: str("s2"),
			})), 400, clusterState, "Can't create a snapshot because the database cluster c2 isn't currently in the available state.")
		}},
		{"a8499b8d", "a stopped cluster is not modified", func(t *testing.T) {
			e := realEstate(t)
			says(t, fail(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
				DBClusterIdentifier: str("c2"), BackupRetentionPeriod: i32(9),
			})), 400, clusterState, "Db cluster c2 cannot be in the stopped state.")
		}},
		{"7058abd6", "a deletion does not both skip and take the final snapshot", func(t *testing.T) {
			e := realEstate(t)
			const text = "You cannot specify both FinalDBSnapshotIdentifier and SkipFinalSnapshot"
			says(t, fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{
				DBClusterIdentifier: str("c1"), FinalDBSnapshotIdentifier: str("f"), SkipFinalSnapshot: yes(),
			})), 400, badTogether, text)
		}},
		{"2365e2cb", "the primary of a global database that has others is not deleted", func(t *testing.T) {
			e := newEstate(t)
			e.AddGlobalCluster("world", e.AddCluster(nereidtest.Cluster{ID: "c1"}), e.AddCluster(nereidtest.Cluster{ID: "away", Region: "eu-west-1"}))
			says(t, fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("c1"), SkipFinalSnapshot: yes()})),
				400, "InvalidGlobalClusterStateFault",
				"Unable to delete cluster that is a primary member of global cluster while there are other global cluster members")
		}},
		{"df91cd4f", "a member of a global database is not deleted", func(t *testing.T) {
			e := newEstate(t)
			e.AddGlobalCluster("world", e.AddCluster(nereidtest.Cluster{ID: "c1"}), e.AddCluster(nereidtest.Cluster{ID: "away", Region: "eu-west-1"}))
			e.AddGlobalCluster("alone", e.AddCluster(nereidtest.Cluster{ID: "c2"}))
			const text = "This cluster is a part of a global cluster, please remove it from globalcluster first"
			says(t, fail(e.away.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("away"), SkipFinalSnapshot: yes()})),
				400, clusterState, text)
			says(t, fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("c2"), SkipFinalSnapshot: yes()})),
				400, clusterState, text)
		}},
		{"ea4af651", "the last instance of a primary with a secondary is not deleted", func(t *testing.T) {
			e := realEstate(t)
			e.world(t)
			remove := func(id string) error {
				return fail(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id}))
			}
			if err := remove("c1-1"); err != nil {
				t.Fatal(err)
			}
			says(t, remove("c1-2"), 400, clusterState, "Cannot delete the last instance of the master cluster. "+
				"Delete the replica cluster before deleting the last master cluster instance.")
		}},
		{"cb998fd5", "an instance of a stopped cluster is not deleted", func(t *testing.T) {
			e := realEstate(t)
			says(t, fail(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: str("c2-1")})),
				400, clusterState, "Db cluster c2 is in stopped state")
		}},
		{"23d2ab1f", "a cluster with instances is not deleted", func(t *testing.T) {
			e := realEstate(t)
			says(t, fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("c1"), SkipFinalSnapshot: yes()})),
				400, clusterState, "Cluster cannot be deleted, it still contains DB instances in non-deleting state.")
		}},
		{"af297928", "the only cluster of a global database can be stopped", func(t *testing.T) {
			e := realEstate(t)
			e.AddGlobalCluster("world", *e.cluster(t, "c1").DBClusterArn)
			must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}))(t)
			e = realEstate(t)
			e.world(t)
			says(t, fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")})), 400, clusterState, "")
		}},
		{"775b2055", "the name of a snapshot is taken", func(t *testing.T) {
			e := realEstate(t)
			const cluster = "Cannot create the cluster snapshot because one with the identifier s1 already exists."
			const db = "Cannot create the snapshot because a snapshot with the identifier d1 already exists."
			says(t, fail(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("c1"), DBClusterSnapshotIdentifier: str("s1"),
			})), 400, "DBClusterSnapshotAlreadyExistsFault", cluster)
			says(t, fail(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("i1"), DBSnapshotIdentifier: str("d1")})),
				400, "DBSnapshotAlreadyExists", db)
		}},
		{"9abc864d", "at most five copies come to a region at a time", func(t *testing.T) {
			e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.DBSnapshotCopies = 5 }))
			e.AddSnapshot(nereidtest.Snapshot{ID: "s1", Region: "eu-west-1"})
			e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "d1", Region: "eu-west-1"})
			copies := func(n int) (cluster, db error) {
				return fail(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
						SourceDBClusterSnapshotIdentifier: str("arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:s1"),
						TargetDBClusterSnapshotIdentifier: str(fmt.Sprint("copy-", n)),
					})), fail(e.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
						SourceDBSnapshotIdentifier: str("arn:aws:rds:eu-west-1:123456789012:snapshot:d1"),
						TargetDBSnapshotIdentifier: str(fmt.Sprint("copy-", n)),
					}))
			}
			for n := range 5 {
				if a, b := copies(n); a != nil || b != nil {
					t.Fatal(a, b)
				}
			}
			const text = "Cannot copy more than 5 snapshots across regions"
			e.Advance(2 * time.Minute) // is too soon
			a, b := copies(5)
			says(t, a, 400, "SnapshotQuotaExceeded", text)
			says(t, b, 400, "SnapshotQuotaExceeded", text)
		}},
		{"14224b00", "at most a hundred manual snapshots are kept", func(t *testing.T) {
			e := realEstate(t)
			for n := range 99 {
				e.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprint("more-", n)})
			}
			says(t, fail(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("s2"),
			})), 400, "SnapshotQuotaExceeded", "Cannot create more than 100 manual snapshots")
		}},
		{"085bbb8b", "a sixth export at a time is rejected", func(t *testing.T) {
			e := realEstate(t)
			for n := range 5 {
				if err := e.startExport(fmt.Sprint("e", n), clusterSnapshotARN+"s1"); err != nil {
					t.Fatal(err)
				}
			}
			says(t, e.startExport("e5", clusterSnapshotARN+"s1"), 400, "ExportTaskLimitReachedFault",
				"You have reached the limit of 5 concurrent export tasks")
		}},
		{"4ad56949", "an export needs a valid, unused name and an existing snapshot", func(t *testing.T) {
			e := realEstate(t)
			if err := e.startExport("e1", clusterSnapshotARN+"s1"); err != nil {
				t.Fatal(err)
			}
			says(t, e.startExport("e1", clusterSnapshotARN+"s1"), 400, "ExportTaskAlreadyExists", "The export task with the ID e1 already exists.")
			says(t, e.startExport("e2", dbSnapshotARN+"rds:no"), 404, "DBSnapshotNotFound", "Could not find snapshot with name rds:no")
			says(t, e.startExport("e-", dbSnapshotARN+"d1"), 400, badValue, "The parameter ExportTaskIdentifier is not a valid identifier. "+
				"Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; "+
				"and must not end with a hyphen or contain two consecutive hyphens.")
		}},
		{"0bd0c54a", "a copy fails if the key of its source cannot be used", func(t *testing.T) {
			e := realEstate(t)
			key := *e.clusterSnapshot(t, "s1").KmsKeyId
			e.DisableKey(key)
			says(t, fail(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("s2"),
			})), 400, "KMSKeyNotAccessibleFault",
				"The source snapshot KMS key ["+key+"] does not exist, is not enabled or you do not have permissions to access it.")
		}},
		{"575ef4d6", "the name of a global database is taken", func(t *testing.T) {
			e := realEstate(t)
			e.AddGlobalCluster("world")
			says(t, fail(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), Engine: str("neptune"),
			})), 400, "GlobalClusterAlreadyExistsFault", "Global cluster world already exists")
		}},
		{"9530dbb0", "no DB snapshot is taken of a member of a cluster", func(t *testing.T) {
			e := realEstate(t)
			says(t, fail(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("c1-1"), DBSnapshotIdentifier: str("d2")})),
				400, badValue, "The specified instance is a member of a cluster and a snapshot cannot be created directly. "+
					"Please use the CreateDBClusterSnapshot API instead.")
		}},
		{"959a68a9", "a member of a cluster is not stopped by itself", func(t *testing.T) {
			e := realEstate(t)
			e.AddCluster(nereidtest.Cluster{ID: "a", Engine: "aurora", Instances: 1})
			for id, engine := range map[string]string{"c1-1": "neptune", "a-1": "aurora"} {
				says(t, fail(e.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: &id})),
					400, badTogether, engine+" DB instances are not eligible for stopping and starting.")
			}
		}},
		{"0ecaa3a3", "a failover is rejected until replication is set up", func(t *testing.T) {
			e := realEstate(t)
			e.AddGlobalCluster("world", *e.cluster(t, "c1").DBClusterArn)
			second := must(e.away.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
				DBClusterIdentifier: str("away"), Engine: str("neptune"), GlobalClusterIdentifier: str("world"), StorageEncrypted: yes(),
			}))(t).DBCluster
			says(t, fail(e.neptune.FailoverGlobalCluster(ctx, &neptune.FailoverGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), TargetDbClusterIdentifier: second.DBClusterArn, AllowDataLoss: yes(),
			})), 400, clusterState,
				"The switchover request is not successful because replication setup is still in progress. Please retry the request later.")
		}},
		{"eab61db0", "some regions have no global databases", func(t *testing.T) {
			s := nereidtest.NewServer(t, nereidtest.WithoutGlobalDatabases("ap-east-2"))
			c := neptune.NewFromConfig(withoutRetries(s.ConfigFor("ap-east-2")))
			says(t, fail(c.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), Engine: str("neptune"),
			})), 400, badValue, "Access Denied to API Version: APIGlobalDatabases")
		}},
		{"2887144e", "the filter engine is case-insensitive, and takes any engine of the family", func(t *testing.T) {
			e := realEstate(t)
			find := func(engine string) (int, error) {
				out, err := e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{
					Filters: []rdstypes.Filter{{Name: str("engine"), Values: []string{engine}}},
				})
				if err != nil {
					return 0, err
				}
				return len(out.DBClusters), nil
			}
			for engine, want := range map[string]int{"neptune": 2, "NepTune": 2, "docdb": 0, "aurora-mysql": 0, "postgres": 0} {
				if n, err := find(engine); n != want || err != nil {
					t.Errorf("%s: %d, %v", engine, n, err)
				}
			}
			_, err := find("cassandra")
			says(t, err, 400, badValue, "")
		}},
	}
}
