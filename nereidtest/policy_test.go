package nereidtest_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
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

// A restore needs permissions to tag the new resource (not its source), and to
// pass its roles to the service.
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
	groups := func(action, parameters string) []string {
		return []string{action + " " + prefix + "og:default", action + " " + prefix + parameters + ":default", action + " " + prefix + "subgrp:default"}
	}
	sorted := func(action string, of ...string) []string {
		for i, resource := range of {
			of[i] = "rds:" + action + " " + prefix + resource
		}
		of = append(of, groups("rds:"+action, map[bool]string{true: "cluster-pg", false: "pg"}[strings.Contains(action, "Cluster")])...)
		slices.Sort(of)
		return of
	}
	want := [][]string{
		append(sorted("RestoreDBClusterFromSnapshot", "cluster-snapshot:nightly", "cluster:a"), "rds:AddTagsToResource "+prefix+"cluster:a", "iam:PassRole "+role),
		append(sorted("RestoreDBClusterToPointInTime", "cluster:b", "cluster:graph"), "rds:AddTagsToResource "+prefix+"cluster:b"),
		append(sorted("RestoreDBClusterFromS3", "cluster:c"), "iam:PassRole "+role),
		append(sorted("RestoreDBInstanceToPointInTime", "db:d", "db:shop"), "rds:AddTagsToResource "+prefix+"db:d"),
	}
	checkPermissions(t, e, want)
}

func checkPermissions(t *testing.T, e estate, want [][]string) {
	t.Helper()
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

// The permissions are on the resources that AWS's service authorization
// reference requires, including those that the request does not name.
func TestPermissions(t *testing.T) {
	e := newEstate(t)
	const prefix, role = "arn:aws:rds:us-east-1:123456789012:", "arn:aws:iam::123456789012:role/loader"
	e.ResetRequests()
	for _, err := range []error{
		fail(e.rds.StartExportTask(ctx, &rds.StartExportTaskInput{
			ExportTaskIdentifier: str("a"), SourceArn: str(prefix + "cluster-snapshot:b"), S3BucketName: str("c"), IamRoleArn: str(role), KmsKeyId: str("d"),
		})),
		fail(e.rds.RemoveRoleFromDBCluster(ctx, &rds.RemoveRoleFromDBClusterInput{DBClusterIdentifier: str("a"), RoleArn: str(role)})),
		fail(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("a"), Engine: str("neptune"), DBSubnetGroupName: str("mine")})),
		fail(e.neptune.CopyDBClusterParameterGroup(ctx, &neptune.CopyDBClusterParameterGroupInput{
			SourceDBClusterParameterGroupIdentifier: str("a"), TargetDBClusterParameterGroupIdentifier: str("b"), TargetDBClusterParameterGroupDescription: str("c"),
			Tags: []neptunetypes.Tag{{Key: str("team"), Value: str("a")}},
		})),
		fail(e.neptune.DescribeEventSubscriptions(ctx, nil)),
		fail(e.neptune.ApplyPendingMaintenanceAction(ctx, &neptune.ApplyPendingMaintenanceActionInput{
			ResourceIdentifier: str(prefix + "cluster:a"), ApplyAction: str("system-update"), OptInType: str("immediate"),
		})),
	} {
		t.Log(err)
	}
	checkPermissions(t, e, [][]string{
		{"rds:StartExportTask " + prefix + "cluster-snapshot:b", "iam:PassRole " + role},
		{"rds:RemoveRoleFromDBCluster " + prefix + "cluster:a", "iam:PassRole " + role},
		{
			"rds:CreateDBCluster " + prefix + "cluster-pg:default", "rds:CreateDBCluster " + prefix + "cluster:a",
			"rds:CreateDBCluster " + prefix + "og:default", "rds:CreateDBCluster " + prefix + "subgrp:mine",
		},
		{"rds:CopyDBClusterParameterGroup " + prefix + "cluster-pg:a", "rds:CopyDBClusterParameterGroup " + prefix + "cluster-pg:b", "rds:AddTagsToResource " + prefix + "cluster-pg:b"},
		{"rds:DescribeEventSubscriptions " + prefix + "es:*"},
		{"rds:ApplyPendingMaintenanceAction " + prefix + "cluster:a"},
	})
}
