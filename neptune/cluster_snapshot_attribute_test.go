package neptune_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

const other = "210987654321"

// otherAccount is a second account of the server.
func otherAccount() nereidtest.Option {
	return nereidtest.WithAccount(other, nereid.Credentials{AccessKeyID: "AKIDOTHER", SecretAccessKey: "SECRETOTHER"})
}

// share allows accounts to restore a snapshot.
func share(t *testing.T, client *neptune.Client, id string, accounts ...string) {
	t.Helper()
	_, err := client.ModifyDBClusterSnapshotAttribute(t.Context(), &neptune.ModifyDBClusterSnapshotAttributeInput{
		AttributeName: nereid.String("restore"), DBClusterSnapshotIdentifier: &id, ValuesToAdd: accounts,
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSnapshotAttributes(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SharedAccounts = 2 }))
	server.AddSnapshot(nereidtest.Snapshot{ID: "plain"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "encrypted", KmsKeyID: "alias/mine"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "rds:graph-2026-11-27-06-10"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "busy", Status: "creating"})
	client := neptune.NewFromConfig(server.Config())
	values := func(id string) []string {
		t.Helper()
		out, err := client.DescribeDBClusterSnapshotAttributes(ctx, &neptune.DescribeDBClusterSnapshotAttributesInput{DBClusterSnapshotIdentifier: &id})
		if err != nil {
			t.Fatal(err)
		}
		r := out.DBClusterSnapshotAttributesResult
		if len(r.DBClusterSnapshotAttributes) != 1 || *r.DBClusterSnapshotAttributes[0].AttributeName != "restore" || *r.DBClusterSnapshotIdentifier != "plain" {
			t.Errorf("the attributes of %s are not those of a snapshot", id)
		}
		return r.DBClusterSnapshotAttributes[0].AttributeValues
	}
	if got := values("Plain"); len(got) > 0 {
		t.Errorf("a private snapshot: %q", got)
	}
	modify := func(id, name string, add, remove []string) error {
		_, err := client.ModifyDBClusterSnapshotAttribute(ctx, &neptune.ModifyDBClusterSnapshotAttributeInput{
			AttributeName: &name, DBClusterSnapshotIdentifier: &id, ValuesToAdd: add, ValuesToRemove: remove,
		})
		return err
	}
	for _, tt := range []struct {
		add, remove, want []string
	}{
		{[]string{"222222222222", "all", "111111111111", "222222222222"}, nil, []string{"222222222222", "all", "111111111111"}},
		{nil, []string{"all", "333333333333"}, []string{"222222222222", "111111111111"}},
		{nil, []string{"222222222222"}, []string{"111111111111"}},
	} {
		if err := modify("plain", "restore", tt.add, tt.remove); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(tt.want, values("plain")); diff != "" {
			t.Errorf("after %v and %v, -want +got:\n%s", tt.add, tt.remove, diff)
		}
	}
	for name, tt := range map[string]struct {
		id, attribute string
		add, remove   []string
		code          string
	}{
		"an attribute that there is not":   {"plain", "copy", []string{other}, nil, "InvalidParameterValue"},
		"a value that is not an account":   {"plain", "restore", []string{"me"}, nil, "InvalidParameterValue"},
		"a value in both lists":            {"plain", "restore", []string{other}, []string{other}, "InvalidParameterCombination"},
		"an encrypted snapshot for all":    {"encrypted", "restore", []string{"all"}, nil, "InvalidParameterValue"},
		"an automated snapshot":            {"rds:graph-2026-11-27-06-10", "restore", []string{other}, nil, "InvalidDBClusterSnapshotStateFault"},
		"a snapshot that is being taken":   {"busy", "restore", []string{other}, nil, "InvalidDBClusterSnapshotStateFault"},
		"a snapshot that there is not":     {"none", "restore", []string{other}, nil, "DBClusterSnapshotNotFoundFault"},
		"one account more than is allowed": {"plain", "restore", []string{other, "333333333333"}, nil, "SharedSnapshotQuotaExceeded"},
	} {
		if err := modify(tt.id, tt.attribute, tt.add, tt.remove); !hasCode(err, tt.code) {
			t.Errorf("%s: %v, want %s", name, err, tt.code)
		}
	}
}

// Snapshots that another account shares are listed only on request, with their ARNs.
func TestSharedSnapshotsAreListed(t *testing.T) {
	server := nereidtest.NewServer(t, otherAccount())
	for _, id := range []string{"private", "shared", "public", "elsewhere"} {
		region := ""
		if id == "elsewhere" {
			region = "eu-west-1"
		}
		server.AddSnapshot(nereidtest.Snapshot{ID: id, Region: region, Tags: map[string]string{"team": "graphs"}})
	}
	server.AddSnapshot(nereidtest.Snapshot{ID: "own", Account: other})
	client := neptune.NewFromConfig(server.Config())
	share(t, client, "shared", other)
	share(t, client, "public", "all")
	share(t, neptune.NewFromConfig(server.ConfigFor("eu-west-1")), "elsewhere", other)

	theirs := neptune.NewFromConfig(server.ConfigOf(other))
	const arn = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:"
	for _, tt := range []struct {
		name string
		in   neptune.DescribeDBClusterSnapshotsInput
		want []string
	}{
		{"nothing", neptune.DescribeDBClusterSnapshotsInput{}, []string{"own manual"}},
		{"shared", neptune.DescribeDBClusterSnapshotsInput{SnapshotType: nereid.String("shared")}, []string{arn + "shared shared"}},
		{"public", neptune.DescribeDBClusterSnapshotsInput{SnapshotType: nereid.String("public")}, []string{arn + "public public"}},
		{"manual", neptune.DescribeDBClusterSnapshotsInput{SnapshotType: nereid.String("manual"), IncludeShared: nereid.Bool(true)}, []string{"own manual"}},
		{"both", neptune.DescribeDBClusterSnapshotsInput{IncludeShared: nereid.Bool(true), IncludePublic: nereid.Bool(true)},
			[]string{arn + "public public", arn + "shared shared", "own manual"}},
		{"the ARN", neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: nereid.String(arn + "shared"), IncludeShared: nereid.Bool(true)},
			[]string{arn + "shared shared"}},
	} {
		var got []string
		for s, err := range neptune.NewDescribeDBClusterSnapshotsPaginator(theirs, &tt.in).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, *s.DBClusterSnapshotIdentifier+" "+*s.SnapshotType)
			if *s.DBClusterSnapshotIdentifier != "own" && *s.DBClusterSnapshotArn != *s.DBClusterSnapshotIdentifier {
				t.Errorf("%s: the identifier is %s, the ARN %s", tt.name, *s.DBClusterSnapshotIdentifier, *s.DBClusterSnapshotArn)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.name, diff)
		}
	}
	for _, id := range []string{"shared", arn + "private", arn + "shared"} {
		_, err := theirs.DescribeDBClusterSnapshots(t.Context(), &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id})
		if !isFault[*types.DBClusterSnapshotNotFoundFault](err) {
			t.Errorf("%s: %v", id, err)
		}
	}
	_, err := theirs.DeleteDBClusterSnapshot(t.Context(), &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: nereid.String(arn + "shared")})
	if !isFault[*types.DBClusterSnapshotNotFoundFault](err) {
		t.Errorf("a shared snapshot is deleted by another account: %v", err)
	}
	out, err := client.DescribeDBClusterSnapshots(t.Context(), &neptune.DescribeDBClusterSnapshotsInput{SnapshotType: nereid.String("public")})
	if err != nil || len(out.DBClusterSnapshots) != 1 || *out.DBClusterSnapshots[0].DBClusterSnapshotIdentifier != "public" {
		t.Errorf("one's own public snapshots: %v", err)
	}
}

// A shared snapshot is identified by its ARN in a copy request. If it is encrypted, the copy
// requires a key of the copying account, and permission to use the source's key.
func TestSharedSnapshotsAreCopied(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, otherAccount(), nereidtest.WithClock(time.Time{}))
	server.AddSnapshot(nereidtest.Snapshot{ID: "private"})
	for id, key := range map[string]string{"plain": "", "mine": "alias/mine", "managed": "alias/aws/rds"} {
		server.AddSnapshot(nereidtest.Snapshot{ID: id, KmsKeyID: key, Tags: map[string]string{"team": "graphs"}})
		share(t, neptune.NewFromConfig(server.Config()), id, other)
	}
	client := neptune.NewFromConfig(server.ConfigOf(other))
	copyOf := func(id string, key *string) error {
		out, err := client.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: nereid.String("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:" + id),
			TargetDBClusterSnapshotIdentifier: nereid.String("copy-of-" + id), KmsKeyId: key, CopyTags: nereid.Bool(true),
		})
		if err == nil {
			s := out.DBClusterSnapshot
			if want := "arn:aws:rds:us-east-1:" + other + ":cluster-snapshot:copy-of-" + id; *s.DBClusterSnapshotArn != want || *s.Status != "copying" {
				t.Errorf("the copy is %s, %s", *s.DBClusterSnapshotArn, *s.Status)
			}
		}
		return err
	}
	key := nereid.String("alias/theirs")
	if err := copyOf("plain", nil); err != nil {
		t.Error(err)
	}
	if err := copyOf("private", nil); !isFault[*types.DBClusterSnapshotNotFoundFault](err) {
		t.Errorf("a snapshot that is not shared: %v", err)
	}
	if err := copyOf("mine", nil); !hasCode(err, "InvalidParameterValue") {
		t.Errorf("an encrypted snapshot without a new key: %v", err)
	}
	for _, id := range []string{"mine", "managed"} {
		if err := copyOf(id, key); !isFault[*types.KMSKeyNotAccessibleFault](err) {
			t.Errorf("%s: a key of which the account may make no use: %v", id, err)
		}
	}
	server.ShareKey("alias/mine", other)
	if err := copyOf("mine", key); err != nil {
		t.Error(err)
	}
	server.Advance(time.Hour)
	out, err := client.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: nereid.String("copy-of-mine")})
	if err != nil || *out.DBClusterSnapshots[0].Status != "available" || *out.DBClusterSnapshots[0].SnapshotType != "manual" {
		t.Errorf("the copy: %v", err)
	}
}

// Accounts are separate: names and global databases belong to one account. The journal shows the
// access key of each request.
func TestAccountsAreApart(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, otherAccount())
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	server.AddGlobalCluster("world", "arn:aws:rds:us-east-1:123456789012:cluster:graph")
	theirs := neptune.NewFromConfig(server.ConfigOf(other))
	clusters, err := theirs.DescribeDBClusters(ctx, nil)
	if err != nil || len(clusters.DBClusters) > 0 {
		t.Errorf("clusters of the other account: %v", err)
	}
	globals, err := theirs.DescribeGlobalClusters(ctx, nil)
	if err != nil || len(globals.GlobalClusters) > 0 {
		t.Errorf("global clusters of the other account: %v", err)
	}
	made, err := theirs.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: nereid.String("graph"), Engine: nereid.String("neptune")})
	if err != nil || *made.DBCluster.DBClusterArn != "arn:aws:rds:us-east-1:"+other+":cluster:graph" {
		t.Fatal(err)
	}
	server.SetStatus(*made.DBCluster.DBClusterArn, "stopped")
	ours, err := neptune.NewFromConfig(server.Config()).DescribeDBClusters(ctx, nil)
	if err != nil || len(ours.DBClusters) != 1 || *ours.DBClusters[0].Status != "available" {
		t.Errorf("clusters of the first account: %v", err)
	}
	journal := server.Journal()
	if !slices.ContainsFunc(journal, func(e nereidtest.Entry) bool {
		return e.AccessKeyID == "AKIDOTHER" && e.Resource == *made.DBCluster.DBClusterArn
	}) {
		t.Error("the journal does not contain the other account's request")
	}
}

func ExampleClient_ModifyDBClusterSnapshotAttribute() {
	ctx := context.Background()
	server, err := nereidtest.Start(nereidtest.WithAccount("210987654321", nereid.Credentials{AccessKeyID: "AKIDOTHER", SecretAccessKey: "SECRET"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	arn := server.AddSnapshot(nereidtest.Snapshot{ID: "graph-2026"})
	client := neptune.NewFromConfig(server.Config())
	_, err = client.ModifyDBClusterSnapshotAttribute(ctx, &neptune.ModifyDBClusterSnapshotAttributeInput{
		DBClusterSnapshotIdentifier: nereid.String("graph-2026"),
		AttributeName:               nereid.String("restore"),
		ValuesToAdd:                 []string{"210987654321"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	// In the other account:
	other := neptune.NewFromConfig(server.ConfigOf("210987654321"))
	out, err := other.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &arn,
		TargetDBClusterSnapshotIdentifier: nereid.String("graph-from-2026"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshot.DBClusterSnapshotArn)
	// Output: arn:aws:rds:us-east-1:210987654321:cluster-snapshot:graph-from-2026
}

// A shared snapshot is restored by its ARN, in its region.
func TestSharedSnapshotsAreRestored(t *testing.T) {
	server := nereidtest.NewServer(t, otherAccount())
	arn := server.AddSnapshot(nereidtest.Snapshot{ID: "plain"})
	client := neptune.NewFromConfig(server.ConfigOf(other))
	restore := func() error {
		_, err := client.RestoreDBClusterFromSnapshot(t.Context(), &neptune.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: nereid.String("graph"), SnapshotIdentifier: &arn, Engine: nereid.String("neptune"),
		})
		return err
	}
	if err := restore(); !isFault[*types.DBClusterSnapshotNotFoundFault](err) {
		t.Errorf("a private snapshot: %v", err)
	}
	share(t, neptune.NewFromConfig(server.Config()), "plain", other)
	if err := restore(); err != nil {
		t.Error(err)
	}
}
