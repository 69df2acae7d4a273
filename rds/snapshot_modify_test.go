package rds_test

import (
	"errors"
	"testing"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A snapshot shows its old version while it is upgrading, and then the new
// version.
func TestModifyDBSnapshot(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, nereidtest.WithClock(time.Time{}), twoAccounts())
	shared := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "shared"})
	server.AddInstance(nereidtest.Instance{ID: "db", EngineVersion: "15.4"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "orders", Instance: "db"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:orders-2026-11-27"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "sql", Engine: "sqlserver-se"})
	client := rds.NewFromConfig(server.Config())
	modify := func(id, version string) (*rds.ModifyDBSnapshotOutput, error) {
		return client.ModifyDBSnapshot(ctx, &rds.ModifyDBSnapshotInput{DBSnapshotIdentifier: &id, EngineVersion: &version, OptionGroupName: nereid.String("mine")})
	}
	out, err := modify("Orders", "16.4")
	if err != nil || *out.DBSnapshot.Status != "upgrading" || *out.DBSnapshot.EngineVersion != "15.4" || *out.DBSnapshot.OptionGroupName != "mine" {
		t.Fatalf("modified: %v", err)
	}
	_, err = modify("orders", "16.4")
	var state *types.InvalidDBSnapshotStateFault
	if !errors.As(err, &state) {
		t.Errorf("while it is upgrading: %v", err)
	}
	server.Advance(time.Hour)
	seen, err := client.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: nereid.String("orders")})
	if err != nil || *seen.DBSnapshots[0].EngineVersion != "16.4" || *seen.DBSnapshots[0].Status != "available" {
		t.Errorf("an hour later: %v", err)
	}
	if _, err := rds.ShareSnapshot(ctx, client, shared, []string{otherAccount}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range [][3]string{
		{"shared", "99.1", "InvalidDBSnapshotState"}, {"none", "16.4", "DBSnapshotNotFound"}, {"sql", "16.00", "InvalidParameterCombination"},
		{"rds:orders-2026-11-27", "16.4", "InvalidParameterValue"}, {"orders", "15.4", "InvalidParameterCombination"},
	} {
		_, err := modify(tt[0], tt[1])
		var api smithy.APIError
		if !errors.As(err, &api) || api.ErrorCode() != tt[2] {
			t.Errorf("%q: %v", tt, err)
		}
	}
}
