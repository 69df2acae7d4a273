package resource_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/neptune/types"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// The types of both packages have the members that the package reads.
func TestMembers(t *testing.T) {
	yes, id, arn, feature, status := nereid.Bool(true), nereid.String("a-1"), nereid.String("arn"), nereid.String("s3"), nereid.String("ACTIVE")
	clusters := map[string]any{
		"neptune": &types.DBCluster{
			DBClusterMembers: []types.DBClusterMember{{DBInstanceIdentifier: nereid.String("a-2")}, {DBInstanceIdentifier: id, IsClusterWriter: yes}, {}},
			AssociatedRoles:  []types.DBClusterRole{{}, {RoleArn: arn, FeatureName: feature, Status: status}},
		},
		"rds": &rdstypes.DBCluster{
			DBClusterMembers: []rdstypes.DBClusterMember{{DBInstanceIdentifier: nereid.String("a-2")}, {DBInstanceIdentifier: id, IsClusterWriter: yes}, {}},
			AssociatedRoles:  []rdstypes.DBClusterRole{{}, {RoleArn: arn, FeatureName: feature, Status: status}},
		},
	}
	for name, c := range clusters {
		if !resource.IsWriter(c, "A-1") || resource.IsWriter(c, "a-2") || resource.IsWriter(c, "a-3") {
			t.Errorf("%s: the writer is another", name)
		}
		for _, of := range []*string{nil, nereid.String(""), feature} {
			if got := resource.RoleStatus(c, arn, of); nereid.ToString(got) != "ACTIVE" {
				t.Errorf("%s: the role is %v", name, got)
			}
		}
		if resource.RoleStatus(c, arn, nereid.String("export")) != nil || resource.RoleStatus(c, id, nil) != nil {
			t.Errorf("%s: it has another role", name)
		}
	}
	if got := resource.RoleStatus(&rdstypes.DBInstance{AssociatedRoles: []rdstypes.DBInstanceRole{{RoleArn: arn}}}, arn, nil); got == nil || *got != "" {
		t.Errorf("a role without a status: %v", got)
	}
	subscriptions := map[string]func(created *string) any{
		"neptune": func(created *string) any {
			return &types.EventSubscription{SourceIdsList: []string{"graph"}, SubscriptionCreationTime: created}
		},
		"rds": func(created *string) any {
			return &rdstypes.EventSubscription{SourceIdsList: []string{"graph"}, SubscriptionCreationTime: created}
		},
	}
	for name, subscription := range subscriptions {
		s := subscription(nereid.String("2026-05-01 12:30:15.25"))
		if !resource.HasSource(s, nereid.String("Graph")) || resource.HasSource(s, nil) || resource.HasSource(s, id) {
			t.Errorf("%s: the sources are others", name)
		}
		if got := resource.SubscribedAt(s); got == nil || !got.Equal(time.Date(2026, 5, 1, 12, 30, 15, 25e7, time.UTC)) {
			t.Errorf("%s: subscribed at %v", name, got)
		}
		for _, text := range []*string{nil, nereid.String("yesterday")} {
			if got := resource.SubscribedAt(subscription(text)); got != nil {
				t.Errorf("%s: %v is read as %v", name, text, got)
			}
		}
	}
}
