package resource

import (
	"strings"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/wait"
)

// Clusters are DB clusters.
var Clusters = wait.Resource{
	Noun:     "cluster",
	Items:    "DBClusters",
	ID:       "DBClusterIdentifier",
	Names:    []string{"DBClusterIdentifier", "DBClusterArn"},
	Status:   "Status",
	Filter:   "db-cluster-id",
	NotFound: "DBClusterNotFound",
}

// Replicating is the state that [Replicas] reports for an available replica
// cluster that has not been promoted yet.
const Replicating = "replicating"

// Replicas is the resource type that recovery uses for a cluster if the call
// promotes it. A cluster has the status available before and after its
// promotion. So Replicas reports the state [Replicating] for an available
// cluster that has not been promoted.
var Replicas = wait.Resource{
	Noun:     "cluster",
	Items:    "DBClusters",
	ID:       "DBClusterIdentifier",
	Names:    []string{"DBClusterIdentifier", "DBClusterArn"},
	Status:   "Status",
	NotFound: "DBClusterNotFound",
	State: func(item any) string {
		if nereid.ToString(page.String(item, "ReplicationSourceIdentifier")) != "" && strings.EqualFold(nereid.ToString(page.String(item, "Status")), "available") {
			return Replicating
		}
		return ""
	},
}

// Instances are DB instances.
var Instances = wait.Resource{
	Noun:     "instance",
	Items:    "DBInstances",
	ID:       "DBInstanceIdentifier",
	Names:    []string{"DBInstanceIdentifier", "DBInstanceArn"},
	Status:   "DBInstanceStatus",
	Filter:   "db-instance-id",
	NotFound: "DBInstanceNotFound",
}

// EventSubscriptions are subscriptions of events.
var EventSubscriptions = wait.Resource{
	Noun:     "event subscription",
	Items:    "EventSubscriptionsList",
	ID:       "SubscriptionName",
	Names:    []string{"CustSubscriptionId", "EventSubscriptionArn"},
	Status:   "Status",
	NotFound: "SubscriptionNotFound",
}
