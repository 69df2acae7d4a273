package nereidtest_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

func TestPolicy(t *testing.T) {
	const graph = "arn:aws:rds:us-east-1:123456789012:cluster:graph"
	for name, c := range map[string]struct {
		policy  string
		refused string // of stopping graph
	}{
		"exactly the action":          {`{"Statement": {"Effect": "Allow", "Action": "rds:StopDBCluster", "Resource": "` + graph + `"}}`, ""},
		"wildcards":                   {`{"Statement": [{"Effect": "Allow", "Action": ["s3:*", "RDS:stop*"], "Resource": "arn:aws:rds:*:*:cluster:gr?ph"}]}`, ""},
		"nothing":                     {`{"Statement": []}`, "not authorized to perform: rds:StopDBCluster on resource: " + graph + " because no identity-based policy allows the rds:StopDBCluster action"},
		"another action":              {`{"Statement": {"Effect": "Allow", "Action": "rds:StartDBCluster", "Resource": "*"}}`, "no identity-based policy"},
		"another resource":            {`{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:rds:*:*:cluster:graphs"}}`, "no identity-based policy"},
		"all actions except this one": {`{"Statement": {"Effect": "Allow", "NotAction": "rds:StopDBCluster", "Resource": "*"}}`, "no identity-based policy"},
		"all except other actions":    {`{"Statement": {"Effect": "Allow", "NotAction": "rds:Delete*", "NotResource": "arn:aws:rds:*:*:db:*"}}`, ""},
		"denied":                      {`{"Statement": [{"Effect": "Deny", "Action": "rds:Stop*", "Resource": "*"}, {"Effect": "Allow", "Action": "*", "Resource": "*"}]}`, "with an explicit deny in an identity-based policy"},
	} {
		t.Run(name, func(t *testing.T) {
			server := nereidtest.NewServer(t, nereidtest.WithPolicy(c.policy))
			server.AddCluster(nereidtest.Cluster{ID: "graph"})
			_, err := neptune.NewFromConfig(server.Config()).StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("graph")})
			if c.refused == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if !errors.Is(err, nereid.ErrAccessDenied) || !strings.Contains(err.Error(), c.refused) {
				t.Errorf("%v, want %s", err, c.refused)
			}
		})
	}
	for _, bad := range []string{
		"", "{}", `{"Statement": 1}`, `{"Statement": {"Effect": "allow", "Action": "*", "Resource": "*"}}`, `{"Statement": {"Effect": "Allow", "Resource": "*"}}`,
		`{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {}}}`, `{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "${aws:username}"}}`,
	} {
		if server, err := nereidtest.Start(nereidtest.WithPolicy(bad)); err == nil {
			t.Errorf("the policy %q is accepted", bad)
			server.Close()
		}
	}
}

// A restore needs the permission to tag what it makes, not its source, and to hand its roles to the
// service.
func TestPermissionsOfRestores(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "graph"})
	const prefix, role = "arn:aws:rds:us-east-1:123456789012:", "arn:aws:iam::123456789012:role/loader"
	tags := []rdstypes.Tag{{Key: str("team"), Value: str("a")}}
	e.ResetRequests()
	for _, err := range []error{
		fail(e.rds.RestoreDBClusterFromSnapshot(ctx, &rds.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: str("a"), Engine: str("neptune"), SnapshotIdentifier: str("nightly"), Tags: tags,
			AssociatedRoles: []rdstypes.DBClusterAssociatedRole{{RoleArn: str(role)}},
		})),
		fail(e.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
			DBClusterIdentifier: str("b"), SourceDBClusterIdentifier: str("graph"), UseLatestRestorableTime: new(bool), Tags: tags,
		})),
		fail(e.rds.RestoreDBClusterFromS3(ctx, &rds.RestoreDBClusterFromS3Input{
			DBClusterIdentifier: str("c"), Engine: str("aurora-mysql"), MasterUsername: str("boss"), S3BucketName: str("backups"),
			S3IngestionRoleArn: str(role), SourceEngine: str("mysql"), SourceEngineVersion: str("8.0.28"),
		})),
		fail(e.rds.RestoreDBInstanceToPointInTime(ctx, &rds.RestoreDBInstanceToPointInTimeInput{
			TargetDBInstanceIdentifier: str("d"), SourceDBInstanceIdentifier: str("shop"), UseLatestRestorableTime: new(bool), Tags: tags,
		})),
	} {
		t.Log(err) // permissions do not depend on what becomes of the request
	}
	want := [][]string{
		{"rds:RestoreDBClusterFromSnapshot " + prefix + "cluster-snapshot:nightly", "rds:RestoreDBClusterFromSnapshot " + prefix + "cluster:a", "rds:AddTagsToResource " + prefix + "cluster:a", "iam:PassRole " + role},
		{"rds:RestoreDBClusterToPointInTime " + prefix + "cluster:b", "rds:RestoreDBClusterToPointInTime " + prefix + "cluster:graph", "rds:AddTagsToResource " + prefix + "cluster:b"},
		{"rds:RestoreDBClusterFromS3 " + prefix + "cluster:c", "iam:PassRole " + role},
		{"rds:RestoreDBInstanceToPointInTime " + prefix + "db:d", "rds:RestoreDBInstanceToPointInTime " + prefix + "db:shop", "rds:AddTagsToResource " + prefix + "db:d"},
	}
	requests := e.Requests()
	if len(requests) != len(want) {
		t.Fatalf("%d requests", len(requests))
	}
	for i := range requests {
		var got []string
		for _, p := range requests[i].Permissions() {
			got = append(got, p.Action+" "+p.Resource)
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("%s:\n%s\nwant\n%s", requests[i].Action, strings.Join(got, "\n"), strings.Join(want[i], "\n"))
		}
	}
}
