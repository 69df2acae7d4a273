package nereidtest

import "time"

// AddDemoEstate adds what a small company might have: Neptune clusters for
// several purposes in us-east-1 and eu-west-1, one of them stopped and two of
// them a global database, an Aurora cluster, snapshots, and exports of last
// week.
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
	s.AddCluster(Cluster{
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

	s.AddSnapshot(Snapshot{ID: "fraud-graph-weekly-1", Region: home, Cluster: "fraud-graph", Created: ago(14), Tags: tags("prod", "risk")})
	weekly := s.AddSnapshot(Snapshot{ID: "fraud-graph-weekly-2", Region: home, Cluster: "fraud-graph", Created: ago(7), Tags: tags("prod", "risk")})
	s.AddSnapshot(Snapshot{ID: "rds:fraud-graph-nightly", Region: home, Cluster: "fraud-graph", Created: ago(1)})
	s.AddSnapshot(Snapshot{ID: "orders-before-migration", Region: home, Cluster: "orders", Created: ago(30)})
	s.AddSnapshot(Snapshot{ID: "identity-dev-seed", Region: away, Cluster: "identity-dev", Created: ago(40)})

	s.AddExportTask(ExportTask{
		ID: "orders-2-weeks-ago", Region: home, SourceArn: orders, Bucket: "company-exports", Prefix: "orders",
		Started: ago(14), Ended: ago(14).Add(5 * time.Hour), SizeGB: 240,
	})
	s.AddExportTask(ExportTask{
		ID: "fraud-graph-last-week", Region: home, SourceArn: weekly, Bucket: "company-exports", Prefix: "fraud/",
		Status: exportFailed, FailureCause: "The S3 prefix must not end with a slash (/).",
		Started: ago(7), Ended: ago(7).Add(20 * time.Minute), SizeGB: 180,
	})
}
