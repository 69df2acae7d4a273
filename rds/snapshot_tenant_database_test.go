package rds_test

import (
	"slices"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// Copies have the tenant databases of their source.
func TestSnapshotTenantDatabases(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t)
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "plain"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "many", Engine: "oracle-ee-cdb", TenantDatabases: []string{"SALES", "STOCK"}})
	client := rds.NewFromConfig(server.Config())
	if _, err := client.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
		SourceDBSnapshotIdentifier: nereid.String("many"), TargetDBSnapshotIdentifier: nereid.String("again"),
	}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for d, err := range rds.NewDescribeDBSnapshotTenantDatabasesPaginator(client, nil).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, *d.DBSnapshotIdentifier+" "+*d.TenantDBName+" "+*d.EngineName)
	}
	want := []string{"again SALES oracle-ee-cdb", "again STOCK oracle-ee-cdb", "many SALES oracle-ee-cdb", "many STOCK oracle-ee-cdb"}
	if !slices.Equal(got, want) {
		t.Errorf("tenant databases %q", got)
	}
	if _, err := client.DescribeDBSnapshotTenantDatabases(ctx, &rds.DescribeDBSnapshotTenantDatabasesInput{DBSnapshotIdentifier: nereid.String("none")}); nereid.CategoryOf(err) != nereid.ErrNotFound {
		t.Errorf("no snapshot: %v", err)
	}
}
