package types

import (
	"time"
)

// DBClusterBacktrack is a backtrack of an Aurora MySQL cluster, which rewinds the cluster's data to
// an earlier time.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterBacktrack.html
type DBClusterBacktrack struct {
	// UUID of the backtrack.
	BacktrackIdentifier *string
	// When the backtrack was requested.
	BacktrackRequestCreationTime *time.Time
	// Time to which the cluster was backtracked.
	BacktrackTo *time.Time
	// Time from which the cluster was backtracked.
	BacktrackedFrom *time.Time
	// Name of the cluster, in lower case.
	DBClusterIdentifier *string
	// Status of the backtrack: applying, completed, failed or pending. AWS sometimes sends the
	// status in upper case, for example COMPLETED.
	Status *string
}
