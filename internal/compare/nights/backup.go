package main

import "time"

// backupRecipes are the recipes for backtracks and automated backups.
func backupRecipes() []recipe {
	return []recipe{
		{op: "BacktrackDBCluster", service: "rds", effect: once, resource: "cluster", key: []string{"DBClusterIdentifier"}, variants: []variant{
			{members: members{"DBClusterIdentifier": "%", "BacktrackTo": time.Unix(0, 0).UTC(), "UseEarliestTimeOnPointInTimeUnavailable": true}, prepare: "backtrackable", doubt: noBirth},
		}},
	}
}
