package main

import (
	"fmt"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
)

// This file imports the current module even if the simulation runs with an
// older client, so that the service stays the same.

const (
	actorID     = "AKIAACTOR"
	actorSecret = "actorSecretActorSecret"
)

func newFake(t *testing.T, p *Plan) *nereidtest.Server {
	t.Helper()
	options := []nereidtest.Option{
		nereidtest.WithClockSkew(time.Duration(p.World.Skew) * time.Second),
		nereidtest.WithSeed(p.World.Seed),
		nereidtest.WithRegion(region),
		nereidtest.WithAccount(account),
		nereidtest.WithLags(func(of *nereidtest.Lags) { of.SetAll(time.Duration(p.World.Lag) * time.Second) }),
		nereidtest.WithLimits(func(l *nereidtest.Limits) {
			l.ManualSnapshots, l.Clusters, l.ManualDBSnapshots = -1, -1, -1
		}),
		nereidtest.WithCredentials(nereid.Credentials{AccessKeyID: actorID, SecretAccessKey: actorSecret}),
	}
	if p.World.Quick {
		options = append(options, nereidtest.WithTimings(func(of *nereidtest.Timings) {
			of.InstanceReboot, of.ClusterFailover = time.Second, time.Second
		}))
	}
	if p.World.NamesLast {
		options = append(options, nereidtest.WithNamesCheckedLast())
	}
	for n := range keys {
		options = append(options, nereidtest.WithCredentials(nereid.Credentials{
			AccessKeyID: fmt.Sprintf(keyID, n), SecretAccessKey: fmt.Sprintf(secret, n), SessionToken: fmt.Sprintf(session, n),
		}))
	}
	return nereidtest.NewServer(t, options...)
}

// bystanders adds the clusters, instances and snapshots that calls use as
// sources, for example of new snapshots and copies.
func (w *world) bystanders() {
	for _, at := range []string{region, abroad} {
		for _, id := range []string{"bystander", "second"} {
			w.fake.AddCluster(nereidtest.Cluster{ID: id, Region: at})
			w.fake.AddSnapshot(nereidtest.Snapshot{ID: id, Region: at, Created: w.now().Add(-240 * time.Hour)})
			w.fake.AddInstance(nereidtest.Instance{ID: id, Region: at})
			w.fake.AddDBSnapshot(nereidtest.DBSnapshot{ID: id, Region: at, Created: w.now().Add(-240 * time.Hour)})
		}
	}
}

// prepare adds the resources that a call needs.
func (w *world) prepare(what, id string) {
	old := w.now().Add(-720 * time.Hour)
	cluster := func(c nereidtest.Cluster) string {
		c.ID, c.Created = named(c.ID, id), old
		return w.fake.AddCluster(c)
	}
	switch what {
	case "cluster":
		cluster(nereidtest.Cluster{ID: "%", Tags: map[string]string{"env": "dev"}})
	case "subscription", "sourced subscription":
		parameters := []string{"SubscriptionName", id, "SnsTopicArn", "arn:aws:sns:" + region + ":" + account + ":events", "SourceType", "db-cluster"}
		if what == "sourced subscription" {
			parameters = append(parameters, "SourceIds.SourceId.1", "second")
		}
		w.see(region, "CreateEventSubscription", parameters...)
		w.fake.SetStatus(arn(region, "es", id), "active")
	case "maintenance":
		w.fake.AddPendingMaintenance(nereidtest.PendingMaintenance{Resource: cluster(nereidtest.Cluster{ID: "%"})})
	case "role":
		cluster(nereidtest.Cluster{ID: "%"})
		w.see(region, "AddRoleToDBCluster", "DBClusterIdentifier", id, "RoleArn", role)
		w.fake.SetClusterStatus(id, "available") // immediately, whatever the lag
	case "role of an instance":
		w.fake.AddInstance(nereidtest.Instance{ID: id, Created: old})
		w.see(region, "AddRoleToDBInstance", "DBInstanceIdentifier", id, "FeatureName", "s3Import", "RoleArn", role)
		w.fake.SetInstanceStatus(id, "available") // immediately, whatever the lag
	case "replica":
		w.see(region, "CreateDBCluster", "DBClusterIdentifier", id, "Engine", "neptune",
			"ReplicationSourceIdentifier", arn(region, "cluster", "bystander"))
		w.fake.SetClusterStatus(id, "available")
	case "backups":
		w.fake.AddRetainedBackup(nereidtest.RetainedBackup{Source: id, ResourceID: "db-" + id})
	case "cluster backups":
		w.fake.AddRetainedBackup(nereidtest.RetainedBackup{Source: id, ResourceID: "cluster-" + id, OfCluster: true})
	case "instance abroad":
		w.fake.AddInstance(nereidtest.Instance{ID: id, Region: abroad, Created: old})
	case "replication":
		name := w.fake.AddInstance(nereidtest.Instance{ID: id, Region: abroad, Created: old})
		w.see(region, "StartDBInstanceAutomatedBackupsReplication", "SourceDBInstanceArn", name)
	case "backtrackable":
		cluster(nereidtest.Cluster{ID: "%", Engine: "aurora-mysql", BacktrackWindow: 3600})
	case "pair":
		cluster(nereidtest.Cluster{ID: "%", Instances: 2})
	case "stopped":
		cluster(nereidtest.Cluster{ID: "%", Status: "stopped"})
	case "both":
		cluster(nereidtest.Cluster{ID: "%"})
		cluster(nereidtest.Cluster{ID: "new-%"})
	case "old new":
		cluster(nereidtest.Cluster{ID: "new-%"})
	case "instance":
		w.fake.AddInstance(nereidtest.Instance{ID: id, Created: old})
	case "stopped instance":
		w.fake.AddInstance(nereidtest.Instance{ID: id, Status: "stopped", Created: old})
	case "snapshot":
		w.fake.AddSnapshot(nereidtest.Snapshot{ID: id, Cluster: "bystander", Created: old})
	case "automated":
		w.fake.AddSnapshot(nereidtest.Snapshot{ID: "rds:auto-" + id + "-2026-11-27-06-10", Cluster: "bystander", Created: old})
	case "db snapshot":
		w.fake.AddDBSnapshot(nereidtest.DBSnapshot{ID: id, Instance: "bystander", Created: old})
	case "parameter group", "cluster parameter group":
		w.fake.AddParameterGroup(nereidtest.ParameterGroup{ID: id, OfClusters: what == "cluster parameter group"})
	case "endpoint":
		cluster(nereidtest.Cluster{ID: "%", Instances: 2})
		w.see(region, "CreateDBClusterEndpoint", "DBClusterEndpointIdentifier", id+"-end", "DBClusterIdentifier", id, "EndpointType", "READER")
		w.fake.SetStatus(arn(region, "cluster-endpoint", id+"-end"), "available")
	case "subnet group":
		w.see(region, "CreateDBSubnetGroup", "DBSubnetGroupName", id, "DBSubnetGroupDescription", "old",
			"SubnetIds.SubnetIdentifier.1", "subnet-a", "SubnetIds.SubnetIdentifier.2", "subnet-b")
		w.pause(w.life, time.Minute) // until Describe responses show it
	case "export":
		w.fake.AddExportTask(nereidtest.ExportTask{ID: id, Status: "IN_PROGRESS"})
	case "global":
		w.fake.AddGlobalCluster(id)
	case "world":
		w.fake.AddGlobalCluster(id, cluster(nereidtest.Cluster{ID: "%", Instances: 1}), cluster(nereidtest.Cluster{ID: "%", Instances: 1, Region: abroad}))
	}
}

// prepareWait adds the resources that a wait needs, and schedules their change
// to the awaited status.
func (s *stepRun) prepareWait() {
	w := s.world
	goal, ok := s.goal()
	reach := func(do func()) {
		if ok {
			w.late.Go(func() {
				w.pause(w.life, goal)
				if w.life.Err() == nil {
					do()
				}
			})
		}
	}
	old := w.now().Add(-720 * time.Hour)
	end := "available"
	if fails := s.step.Args["fails"]; fails != "" {
		end = fails
	}
	switch s.step.Op {
	case "DBClusterAvailable":
		w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Status: "upgrading"})
		reach(func() { w.fake.SetClusterStatus(s.id, end) })
	case "DBClusterStopped":
		w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old})
		w.see(region, "StopDBCluster", "DBClusterIdentifier", s.id)
	case "DBClusterDeleted":
		name := w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Status: "deleting"})
		reach(func() { w.fake.Remove(name) })
	case "DBInstanceAvailable":
		w.fake.AddInstance(nereidtest.Instance{ID: s.id, Created: old, Status: "modifying"})
		reach(func() { w.fake.SetInstanceStatus(s.id, "available") })
	case "SnapshotsAvailable":
		for _, id := range s.names() {
			w.fake.AddSnapshot(nereidtest.Snapshot{ID: id, Cluster: "bystander", Status: "creating"})
		}
		reach(func() {
			for _, id := range s.names() {
				w.fake.SetSnapshotStatus(id, end)
			}
		})
	case "EnsureStopped":
		w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Instances: 1})
	case "EnsureStarted":
		w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Instances: 1, Status: "stopped"})
	}
}

// prepareProgram adds the resources that a program needs, unless an earlier
// step has added them.
func (w *world) prepareProgram(s *stepRun) {
	if w.prepared[s.step.Op] {
		return
	}
	w.prepared[s.step.Op] = true
	old := w.now().Add(-720 * time.Hour)
	dev := map[string]string{"env": "dev"}
	switch s.step.Op {
	case "nightshift":
		for n, status := range []string{"available", "modifying", "stopped", "starting", "available"} {
			id := s.id + "-" + itoa(n)
			w.fake.AddCluster(nereidtest.Cluster{ID: id, Created: old, Instances: n % 3, Tags: dev, Status: status})
			if status == "modifying" || status == "starting" {
				w.late.Go(func() {
					w.pause(w.life, 6*time.Minute)
					if w.life.Err() == nil {
						w.fake.SetClusterStatus(id, "available")
						for i := range n % 3 {
							w.fake.SetInstanceStatus(id+"-"+itoa(i+1), "available")
						}
					}
				})
			}
			if n+1 == s.step.Count {
				break
			}
		}
		w.fake.AddCluster(nereidtest.Cluster{ID: "prod", Created: old, Tags: map[string]string{"env": "prod"}})
		w.fake.AddCluster(nereidtest.Cluster{ID: "papers", Created: old, Engine: "docdb", Tags: dev})
	case "export":
		w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Engine: "aurora-postgresql", Instances: 1, SizeGB: 100})
		for n := range s.step.Count {
			w.fake.AddSnapshot(nereidtest.Snapshot{ID: "month-" + itoa(n), Cluster: s.id, Created: old, SizeGB: 50})
		}
	case "drcopy":
		name := w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Instances: 1})
		for n := range 4 {
			made := time.Now().AddDate(0, 0, -n-3)
			w.fake.AddSnapshot(nereidtest.Snapshot{
				ID: s.id + made.Format("-20060102-150405"), Region: abroad, Cluster: s.id, Created: made, Tags: map[string]string{"drcopy": name},
			})
		}
		w.fake.AddSnapshot(nereidtest.Snapshot{ID: "by-hand", Region: abroad, Cluster: s.id, Created: old})
	case "globaldb":
		w.fake.AddCluster(nereidtest.Cluster{ID: s.id, Created: old, Instances: 1})
	}
}
