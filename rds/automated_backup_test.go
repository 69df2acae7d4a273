package rds_test

import (
	"errors"
	"maps"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// TestLostReplicationStart loses the response to the start of a replication. The call succeeds only
// if the existing replication has the requested settings.
func TestLostReplicationStart(t *testing.T) {
	for name, tt := range map[string]struct {
		before, retained bool // there is a replication, or one that was stopped
		fault            nereidtest.Fault
		recovered        bool
		refused          bool
	}{
		"new":                 {fault: nereidtest.LostAnswer("StartDBInstanceAutomatedBackupsReplication"), recovered: true},
		"again":               {before: true, retained: true, fault: nereidtest.LostAnswer("StartDBInstanceAutomatedBackupsReplication"), recovered: true},
		"with other settings": {before: true, fault: nereidtest.Fault{Action: "StartDBInstanceAutomatedBackupsReplication", Err: nereidtest.ErrConnectionReset}, refused: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				source := server.AddInstance(nereidtest.Instance{ID: "db", Region: "eu-west-1"})
				client := rds.NewFromConfig(server.Config())
				in := &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source, BackupRetentionPeriod: nereid.Int32(3)}
				if tt.before {
					if _, err := client.StartDBInstanceAutomatedBackupsReplication(t.Context(), in); err != nil {
						t.Fatal(err)
					}
					server.Advance(time.Hour)
				}
				if tt.retained {
					if _, err := client.StopDBInstanceAutomatedBackupsReplication(t.Context(), &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}); err != nil {
						t.Fatal(err)
					}
					server.Advance(time.Hour)
				}
				server.Inject(tt.fault)
				in.BackupRetentionPeriod = nereid.Int32(14)
				out, err := client.StartDBInstanceAutomatedBackupsReplication(t.Context(), in)
				if errors.As(err, new(*types.InvalidDBInstanceAutomatedBackupStateFault)) != tt.refused || (err != nil) != tt.refused {
					t.Fatal(err)
				}
				if tt.recovered && (!nereid.Recovered(out.ResultMetadata) || *out.DBInstanceAutomatedBackup.BackupRetentionPeriod != 14) {
					t.Errorf("it is for %d days", *out.DBInstanceAutomatedBackup.BackupRetentionPeriod)
				}
			})
		})
	}
}

// TestLostReplicationStop loses the response to a request to stop a replication, while backups of
// an earlier instance with the same name are retained in the region.
func TestLostReplicationStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		start := func() string {
			source := server.AddInstance(nereidtest.Instance{ID: "db", Region: "eu-west-1"})
			out, err := client.StartDBInstanceAutomatedBackupsReplication(t.Context(), &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source})
			if err != nil {
				t.Fatal(err)
			}
			server.Advance(time.Hour)
			return *out.DBInstanceAutomatedBackup.DBInstanceAutomatedBackupsArn
		}
		const source = "arn:aws:rds:eu-west-1:123456789012:db:db"
		stop := &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: nereid.String(source)}
		start()
		server.Remove(source)
		start()

		// The request does not reach the service. The retained backups must not be mistaken for its
		// effect.
		server.Inject(nereidtest.Fault{Action: "StopDBInstanceAutomatedBackupsReplication", Err: nereidtest.ErrConnectionReset},
			nereidtest.Fault{Action: "StopDBInstanceAutomatedBackupsReplication", Status: 400, Code: "InvalidDBInstanceState"})
		_, err := client.StopDBInstanceAutomatedBackupsReplication(t.Context(), stop)
		if !errors.As(err, new(*nereid.OutcomeUnknownError)) {
			t.Errorf("not stopped: %v", err)
		}

		server.Inject(nereidtest.LostAnswer("StopDBInstanceAutomatedBackupsReplication"))
		out, err := client.StopDBInstanceAutomatedBackupsReplication(t.Context(), stop)
		if err != nil || !nereid.Recovered(out.ResultMetadata) || *out.DBInstanceAutomatedBackup.Status != "retained" {
			t.Errorf("stopped: %v", err)
		}
	})
}

// TestWaitAllBackups waits for backups, identified by resource IDs and by ARNs.
func TestWaitAllBackups(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		ids := []string{"db-NONE"}
		for _, id := range []string{"one", "two"} {
			arn, resourceID := server.AddRetainedBackup(nereidtest.RetainedBackup{Source: id, Days: 1})
			if ids = append(ids, arn); id == "two" {
				ids[2] = resourceID
			}
		}
		ended := maps.Collect(rds.NewDBInstanceAutomatedBackupRetainedWaiter(client).WaitAll(t.Context(), ids, time.Hour))
		if len(ended) != 3 || ended[ids[1]] != nil || ended[ids[2]] != nil || !errors.Is(ended["db-NONE"], nereid.ErrNotFound) {
			t.Errorf("retained: %v", ended)
		}
		// A day later they have expired.
		ended = maps.Collect(rds.NewDBInstanceAutomatedBackupDeletedWaiter(client).WaitAll(t.Context(), ids, 30*time.Hour))
		if len(ended) != 3 || ended[ids[0]] != nil || ended[ids[1]] != nil || ended[ids[2]] != nil {
			t.Errorf("gone: %v", ended)
		}
		var clusters []string
		for _, id := range []string{"one", "two", "three"} {
			_, resourceID := server.AddRetainedBackup(nereidtest.RetainedBackup{Source: id, OfCluster: true})
			clusters = append(clusters, resourceID)
		}
		server.ResetRequests()
		for id, err := range rds.NewDBClusterAutomatedBackupRetainedWaiter(client).WaitAll(t.Context(), clusters, time.Hour) {
			if err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
		if n := server.Count("DescribeDBClusterAutomatedBackups"); n != 1 {
			t.Errorf("%d requests for three clusters", n)
		}
	})
}

// TestLostDeletionOfActiveBackups loses a request to delete the automated backups of what exists. AWS
// never deletes such backups, so its rejection of the next attempt is final.
func TestLostDeletionOfActiveBackups(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddInstance(nereidtest.Instance{ID: "db"})
		server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-postgresql"})
		client := rds.NewFromConfig(server.Config())
		instances, err := client.DescribeDBInstances(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		clusters, err := client.DescribeDBClusters(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		lost := func(action string) {
			server.Inject(nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionReset})
		}
		lost("DeleteDBInstanceAutomatedBackup")
		_, err = client.DeleteDBInstanceAutomatedBackup(t.Context(), &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: instances.DBInstances[0].DbiResourceId})
		if !errors.As(err, new(*types.InvalidDBInstanceAutomatedBackupStateFault)) {
			t.Errorf("of an instance: %v", err)
		}
		lost("DeleteDBClusterAutomatedBackup")
		_, err = client.DeleteDBClusterAutomatedBackup(t.Context(), &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: clusters.DBClusters[0].DbClusterResourceId})
		if !errors.As(err, new(*types.InvalidDBClusterAutomatedBackupStateFault)) {
			t.Errorf("of a cluster: %v", err)
		}
	})
}
