package rds_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestEventSubscriptionOfSnapshots subscribes to the snapshots of instances, and then only to one of
// them.
func TestEventSubscriptionOfSnapshots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "nightly"})
		name := nereid.String("snapshots")
		_, err := client.CreateEventSubscription(t.Context(), &rds.CreateEventSubscriptionInput{
			SubscriptionName: name, SnsTopicArn: nereid.String("arn:aws:sns:us-east-1:123456789012:backups"), SourceType: nereid.String("db-snapshot"),
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := client.AddSourceIdentifierToSubscription(t.Context(), &rds.AddSourceIdentifierToSubscriptionInput{
			SubscriptionName: name, SourceIdentifier: nereid.String("nightly"),
		}); err != nil {
			t.Fatal(err)
		}
		for id, err := range rds.NewEventSubscriptionActiveWaiter(client).WaitAll(t.Context(), []string{"snapshots"}, time.Hour) {
			if err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
		out, err := client.DescribeEventSubscriptions(t.Context(), nil)
		if err != nil || len(out.EventSubscriptionsList) != 1 || len(out.EventSubscriptionsList[0].SourceIdsList) != 1 {
			t.Fatalf("%+v, %v", out, err)
		}
		if _, err := client.DeleteEventSubscription(t.Context(), &rds.DeleteEventSubscriptionInput{SubscriptionName: name}); err != nil {
			t.Fatal(err)
		}
		if err := rds.NewEventSubscriptionDeletedWaiter(client).Wait(t.Context(), &rds.DescribeEventSubscriptionsInput{SubscriptionName: name}, time.Hour); err != nil {
			t.Error(err)
		}
	})
}

// TestMaintenanceOfAnInstance upgrades a standalone instance.
func TestMaintenanceOfAnInstance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		arn := server.AddInstance(nereidtest.Instance{ID: "orders", Engine: "postgres", EngineVersion: "16.8"})
		server.AddPendingMaintenance(nereidtest.PendingMaintenance{Resource: arn, Action: "db-upgrade"})
		out, err := client.ApplyPendingMaintenanceAction(t.Context(), &rds.ApplyPendingMaintenanceActionInput{
			ResourceIdentifier: &arn, ApplyAction: nereid.String("db-upgrade"), OptInType: nereid.String("immediate"),
		})
		if err != nil || len(out.ResourcePendingMaintenanceActions.PendingMaintenanceActionDetails) != 1 {
			t.Fatalf("%+v, %v", out, err)
		}
		if err := rds.NewDBInstanceAvailableWaiter(client).Wait(t.Context(), dbInstance("orders"), time.Hour); err != nil {
			t.Fatal(err)
		}
		described, err := client.DescribeDBInstances(t.Context(), dbInstance("orders"))
		if err != nil || *described.DBInstances[0].EngineVersion != "16.9" {
			t.Errorf("%+v, %v", described, err)
		}
		left, err := client.DescribePendingMaintenanceActions(t.Context(), &rds.DescribePendingMaintenanceActionsInput{ResourceIdentifier: &arn})
		if err != nil || len(left.PendingMaintenanceActions) != 0 {
			t.Errorf("what is done is pending: %+v, %v", left, err)
		}
	})
}
