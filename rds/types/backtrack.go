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
	// The time to which the cluster returned.
	BacktrackTo *time.Time
	// The time from which the cluster returned.
	BacktrackedFrom *time.Time
	// The cluster, in lower case.
	DBClusterIdentifier *string
	// applying, completed, failed or pending. AWS was also seen to send it in upper case, for example
	// COMPLETED.
	Status *string
}
