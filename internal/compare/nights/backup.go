package main

import "time"

// backupRecipes returns the recipes for the operations on backtracks and
// automated backups.
func backupRecipes() []recipe {
	const source = "SourceDBInstanceArn"
	return []recipe{
		{op: "BacktrackDBCluster", service: "rds", effect: once, resource: "cluster", key: []string{"DBClusterIdentifier"}, variants: []variant{
			{members: members{"DBClusterIdentifier": "%", "BacktrackTo": time.Unix(0, 0).UTC(), "UseEarliestTimeOnPointInTimeUnavailable": true}, prepare: "backtrackable", doubt: noBirth},
		}},
		{op: "DeleteDBInstanceAutomatedBackup", service: "rds", effect: state, resource: "backups", key: []string{"DbiResourceId"}, variants: []variant{
			{members: members{"DbiResourceId": "db-%"}, prepare: "backups"},
			{name: "missing", members: members{"DbiResourceId": "db-%"}},
		}},
		{op: "DeleteDBClusterAutomatedBackup", service: "rds", effect: state, resource: "cluster backups", key: []string{"DbClusterResourceId"}, atOnce: true, variants: []variant{
			{members: members{"DbClusterResourceId": "cluster-%"}, prepare: "cluster backups"},
			{name: "missing", members: members{"DbClusterResourceId": "cluster-%"}},
		}},
		{op: "StartDBInstanceAutomatedBackupsReplication", service: "rds", effect: state, resource: "replication", key: []string{source, "BackupRetentionPeriod"}, variants: []variant{
			{members: members{source: arn(abroad, "db", "%"), "BackupRetentionPeriod": 14}, prepare: "instance abroad", other: map[string]string{"BackupRetentionPeriod": "3"}},
		}},
		{op: "StopDBInstanceAutomatedBackupsReplication", service: "rds", effect: state, resource: "replication", key: []string{source}, variants: []variant{
			{members: members{source: arn(abroad, "db", "%")}, prepare: "replication"},
		}},
	}
}
