package rds_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const otherAccount = "210987654321"

func twoAccounts() nereidtest.Option {
	return nereidtest.WithAccount(otherAccount, nereid.Credentials{AccessKeyID: "AKIDOTHER", SecretAccessKey: "SECRETOTHER"})
}

// ShareSnapshot shares snapshots of clusters and instances, and the other account can then see and
// copy them.
func TestShareSnapshot(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, twoAccounts())
	ofCluster := server.AddSnapshot(nereidtest.Snapshot{ID: "graph", KmsKeyID: "alias/mine"})
	ofInstance := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "orders"})
	server.ShareKey("alias/mine", otherAccount)
	client, theirs := rds.NewFromConfig(server.Config()), rds.NewFromConfig(server.ConfigOf(otherAccount))
	for range 2 { // a second call has the same result
		for arn, encrypted := range map[string]bool{ofCluster: true, ofInstance: false} {
			shared, err := rds.ShareSnapshot(ctx, client, arn, []string{otherAccount})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(shared.Accounts, []string{otherAccount}) || (shared.KmsKeyID != "") != encrypted {
				t.Errorf("%s: %+v", arn, shared)
			}
		}
	}
	attributes, err := client.DescribeDBSnapshotAttributes(ctx, &rds.DescribeDBSnapshotAttributesInput{DBSnapshotIdentifier: nereid.String("orders")})
	if err != nil || !slices.Equal(attributes.DBSnapshotAttributesResult.DBSnapshotAttributes[0].AttributeValues, []string{otherAccount}) {
		t.Errorf("attributes: %v", err)
	}
	seen, err := theirs.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{SnapshotType: nereid.String("shared")})
	if err != nil || len(seen.DBSnapshots) != 1 || *seen.DBSnapshots[0].DBSnapshotIdentifier != ofInstance || *seen.DBSnapshots[0].SnapshotType != "shared" {
		t.Errorf("the other account sees: %v", err)
	}
	if _, err := theirs.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: &ofInstance, TargetDBSnapshotIdentifier: nereid.String("mine")}); err != nil {
		t.Error(err)
	}
	if _, err := theirs.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &ofCluster, TargetDBClusterSnapshotIdentifier: nereid.String("mine"), KmsKeyId: nereid.String("alias/own"),
	}); err != nil {
		t.Error(err)
	}
	_, err = client.ModifyDBSnapshotAttribute(ctx, &rds.ModifyDBSnapshotAttributeInput{
		AttributeName: nereid.String("restore"), DBSnapshotIdentifier: nereid.String("orders"), ValuesToRemove: []string{otherAccount},
	})
	if err != nil {
		t.Error(err)
	}
	_, err = theirs.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: &ofInstance, TargetDBSnapshotIdentifier: nereid.String("again")})
	var missing *types.DBSnapshotNotFoundFault
	if !errors.As(err, &missing) {
		t.Errorf("a snapshot that is no longer shared: %v", err)
	}
}

// ShareSnapshot does not share a snapshot that other accounts could not use. The error says why.
func TestShareSnapshotThatIsOfNoUse(t *testing.T) {
	server := nereidtest.NewServer(t)
	client := rds.NewFromConfig(server.Config())
	manager := func(name string, err error) func(*rds.ShareSnapshotOptions) {
		return func(o *rds.ShareSnapshotOptions) {
			o.KeyManager = func(_ context.Context, key string) (string, error) {
				if !strings.HasPrefix(key, "arn:aws:kms:us-east-1:123456789012:key/") {
					t.Errorf("asked for the key %s", key)
				}
				return name, err
			}
		}
	}
	encrypted := server.AddSnapshot(nereidtest.Snapshot{ID: "encrypted", KmsKeyID: "alias/aws/rds"})
	for name, tt := range map[string]struct {
		arn, account string
		option       func(*rds.ShareSnapshotOptions)
		reason       string
	}{
		"automated, of a cluster":   {server.AddSnapshot(nereidtest.Snapshot{ID: "rds:graph-2026-11-27"}), otherAccount, nil, "copy it and share the copy"},
		"automated, of an instance": {server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:orders-2026-11-27"}), otherAccount, nil, "copy it and share the copy"},
		"not available":             {server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "new", Status: "creating"}), otherAccount, nil, "it is creating, not available"},
		"encrypted, for all":        {encrypted, "all", nil, "cannot be shared with all accounts"},
		"the key of AWS":            {encrypted, otherAccount, manager("AWS", nil), "AWS manages its key arn:aws:kms:us-east-1:"},
	} {
		var options []func(*rds.ShareSnapshotOptions)
		if tt.option != nil {
			options = append(options, tt.option)
		}
		_, err := rds.ShareSnapshot(t.Context(), client, tt.arn, []string{tt.account}, options...)
		var not *rds.NotShareableError
		if !errors.As(err, &not) || not.SnapshotARN != tt.arn || !strings.Contains(err.Error(), tt.reason) {
			t.Errorf("%s: %v", name, err)
		}
	}
	denied := errors.New("access denied")
	if _, err := rds.ShareSnapshot(t.Context(), client, encrypted, []string{otherAccount}, manager("", denied)); !errors.Is(err, denied) {
		t.Errorf("a key that cannot be looked at: %v", err)
	}
	for _, bad := range [][2]string{{"encrypted", otherAccount}, {"arn:aws:rds:us-east-1:123456789012:cluster:c", otherAccount}, {encrypted, "me"}} {
		if _, err := rds.ShareSnapshot(t.Context(), client, bad[0], []string{bad[1]}); err == nil || nereid.IsServiceError(err) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if n := server.Count("ModifyDBClusterSnapshotAttribute") + server.Count("ModifyDBSnapshotAttribute"); n > 0 {
		t.Errorf("%d changes were sent", n)
	}
	if _, err := rds.ShareSnapshot(t.Context(), client, encrypted, []string{otherAccount}, manager("CUSTOMER", nil)); err != nil {
		t.Error(err)
	}
}

func ExampleShareSnapshot() {
	server, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	client := rds.NewFromConfig(server.Config())
	arn := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "orders"})
	shared, err := rds.ShareSnapshot(context.Background(), client, arn, []string{"210987654321"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(shared.Accounts)
	// Output: [210987654321]
}
