package nereidtest

import "time"

// AddDemoEstate adds the resources that a small company might have: Neptune
// clusters for several purposes in us-east-1 and eu-west-1, an Aurora cluster,
// PostgreSQL and MySQL instances, snapshots of all of them, and recent exports.
// One of the Neptune clusters is stopped, and two of them form a global
// database.
func (s *Server) AddDemoEstate() {
	const home, away = "us-east-1", "eu-west-1"
	now := s.Now()
	day := 24 * time.Hour
	ago := func(days int) time.Time { return now.Add(-time.Duration(days) * day).Truncate(time.Hour) }
	tags := func(env, team string) map[string]string { return map[string]string{"env": env, "team": team} }

	s.AddCluster(Cluster{
		ID: "fraud-graph", Region: home, Instances: 3, Created: ago(400), SizeGB: 180, Tags: tags("prod", "risk"),
		KmsKeyID: "alias/graph", DeletionProtection: true, CopyTagsToSnapshot: true,
	})
	dev := s.AddCluster(Cluster{
		ID: "fraud-graph-dev", Region: home, Instances: 1, Created: ago(320), SizeGB: 12, Tags: tags("dev", "risk"),
		InstanceClass: "db.t4g.medium",
	})
	s.AddCluster(Cluster{
		ID: "recommend-dev", Region: home, Instances: 2, Created: ago(90), SizeGB: 30, Tags: tags("dev", "shop"),
		InstanceClass: "db.t4g.medium",
	})
	s.AddCluster(Cluster{
		ID: "recommend-test", Region: home, Instances: 1, Created: ago(60), SizeGB: 30, Tags: tags("test", "shop"),
		InstanceClass: "db.t4g.medium", Status: "stopped",
	})
	primary := s.AddCluster(Cluster{
		ID: "knowledge", Region: home, Instances: 2, Created: ago(200), SizeGB: 64, Tags: tags("prod", "search"),
	})
	secondary := s.AddCluster(Cluster{
		ID: "knowledge-eu", Region: away, Instances: 1, Created: ago(150), SizeGB: 64, Tags: tags("prod", "search"),
	})
	s.AddGlobalCluster("knowledge-global", primary, secondary)
	s.AddCluster(Cluster{
		ID: "identity-dev", Region: away, Instances: 1, Created: ago(45), SizeGB: 8, Tags: tags("dev", "accounts"),
		InstanceClass: "db.t4g.medium",
	})
	orders := s.AddCluster(Cluster{
		ID: "orders", Region: home, Engine: "aurora-postgresql", Instances: 2, Created: ago(700), SizeGB: 240,
		Tags: tags("prod", "shop"), KmsKeyID: "alias/orders", DeletionProtection: true,
	})

	s.AddInstance(Instance{
		ID: "billing", Region: home, Engine: "postgres", Created: ago(500), SizeGB: 90, Tags: tags("prod", "billing"),
		KmsKeyID: "alias/billing", DeletionProtection: true, CopyTagsToSnapshot: true,
	})
	s.AddInstance(Instance{
		ID: "billing-dev", Region: home, Engine: "postgres", Created: ago(480), SizeGB: 5, Tags: tags("dev", "billing"),
		Class: "db.t4g.medium", Status: "stopped",
	})
	s.AddInstance(Instance{
		ID: "blog", Region: home, Engine: "mysql", Created: ago(900), SizeGB: 20, Tags: tags("prod", "press"),
		Class: "db.t4g.large",
	})
	s.AddInstance(Instance{
		ID: "shop-eu", Region: away, Engine: "mysql", Created: ago(250), SizeGB: 60, Tags: tags("prod", "shop"),
	})

	s.AddPendingMaintenance(PendingMaintenance{Resource: dev, Description: "New operating system patches are available"})

	s.AddSnapshot(Snapshot{ID: "fraud-graph-weekly-1", Region: home, Cluster: "fraud-graph", Created: ago(14), Tags: tags("prod", "risk")})
	weekly := s.AddSnapshot(Snapshot{ID: "fraud-graph-weekly-2", Region: home, Cluster: "fraud-graph", Created: ago(7), Tags: tags("prod", "risk")})
	s.AddSnapshot(Snapshot{ID: "rds:fraud-graph-nightly", Region: home, Cluster: "fraud-graph", Created: ago(1)})
	s.AddSnapshot(Snapshot{ID: "orders-before-migration", Region: home, Cluster: "orders", Created: ago(30)})
	s.AddSnapshot(Snapshot{ID: "identity-dev-seed", Region: away, Cluster: "identity-dev", Created: ago(40)})

	monthly := s.AddDBSnapshot(DBSnapshot{
		ID: "billing-monthly", Region: home, Instance: "billing", Created: ago(21), SizeGB: 88, Tags: tags("prod", "billing"),
	})
	s.AddDBSnapshot(DBSnapshot{ID: "rds:billing-nightly", Region: home, Instance: "billing", Created: ago(1)})
	relaunch := s.AddDBSnapshot(DBSnapshot{ID: "blog-before-relaunch", Region: home, Instance: "blog", Created: ago(35)})
	s.AddDBSnapshot(DBSnapshot{ID: "shop-eu-seed", Region: away, Instance: "shop-eu", Created: ago(240), SizeGB: 3})

	s.AddExportTask(ExportTask{
		ID: "orders-2-weeks-ago", Region: home, SourceArn: orders, Bucket: "company-exports", Prefix: "orders",
		Started: ago(14), Ended: ago(14).Add(5 * time.Hour), SizeGB: 240,
	})
	s.AddExportTask(ExportTask{
		ID: "fraud-graph-last-week", Region: home, SourceArn: weekly, Bucket: "company-exports", Prefix: "fraud/",
		Status: exportFailed, FailureCause: "The S3 prefix must not end with a slash (/).",
		Started: ago(7), Ended: ago(7).Add(20 * time.Minute), SizeGB: 180,
	})
	s.AddExportTask(ExportTask{
		ID: "billing-3-weeks-ago", Region: home, SourceArn: monthly, Bucket: "company-exports", Prefix: "billing",
		Started: ago(21).Add(time.Hour), Ended: ago(21).Add(3 * time.Hour), SizeGB: 88,
	})
	s.AddExportTask(ExportTask{
		ID: "blog-before-relaunch", Region: home, SourceArn: relaunch, Bucket: "company-exports", Prefix: "blog",
		Started: ago(35).Add(time.Hour), Ended: ago(35).Add(2 * time.Hour), SizeGB: 20,
	})
}
