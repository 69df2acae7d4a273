package types

import (
	"time"
)

// DBClusterBacktrack is a backtrack of an Aurora MySQL cluster: the cluster returns to its data of
// an earlier time.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterBacktrack.html
type DBClusterBacktrack struct {
	// UUID of the backtrack.
	BacktrackIdentifier *string
	// When the backtrack was requested.
	BacktrackRequestCreationTime *time.Time
	// The time whose data the cluster has after the backtrack.
	BacktrackTo *time.Time
	// The time at which the cluster left its later data.
	BacktrackedFrom *time.Time
	// The cluster, in lower case.
	DBClusterIdentifier *string
	// applying, completed, failed or pending. AWS was seen to show it in upper case, as COMPLETED.
	Status *string
}
