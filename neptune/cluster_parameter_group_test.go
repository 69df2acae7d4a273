package neptune_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

func clusterParametersOf(t *testing.T, client *neptune.Client, group string) []types.Parameter {
	t.Helper()
	return all(t, neptune.NewDescribeDBClusterParametersPaginator(client, &neptune.DescribeDBClusterParametersInput{DBClusterParameterGroupName: &group}).All(t.Context()))
}

// TestClusterParameterGroupLife creates, changes and deletes a cluster parameter group. An instance
// parameter group can have the same name.
func TestClusterParameterGroupLife(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned"})
	client := neptune.NewFromConfig(server.Config())
	ctx := t.Context()
	made, err := client.CreateDBClusterParameterGroup(ctx, &neptune.CreateDBClusterParameterGroupInput{
		DBClusterParameterGroupName: ptr("tuned"), DBParameterGroupFamily: ptr("neptune1.4"), Description: ptr("audited"),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := &types.DBClusterParameterGroup{
		DBClusterParameterGroupArn: ptr("arn:aws:rds:us-east-1:123456789012:cluster-pg:tuned"), DBParameterGroupFamily: ptr("neptune1.4"),
		DBClusterParameterGroupName: ptr("tuned"), Description: ptr("audited"),
	}
	if diff := cmp.Diff(want, made.DBClusterParameterGroup); diff != "" {
		t.Errorf("created (-want +got):\n%s", diff)
	}
	if _, err := client.ModifyDBClusterParameterGroup(ctx, &neptune.ModifyDBClusterParameterGroupInput{
		DBClusterParameterGroupName: ptr("tuned"), Parameters: []types.Parameter{
			parameter("neptune_enable_slow_query_log", "debug", types.ApplyMethodImmediate),
			parameter("neptune_streams", "1", types.ApplyMethodPendingReboot),
		},
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := client.CopyDBClusterParameterGroup(ctx, &neptune.CopyDBClusterParameterGroupInput{
		SourceDBClusterParameterGroupIdentifier: ptr("tuned"), TargetDBClusterParameterGroupIdentifier: ptr("other"),
		TargetDBClusterParameterGroupDescription: ptr("a copy"),
	}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Minute)
	reset := &neptune.ResetDBClusterParameterGroupInput{DBClusterParameterGroupName: ptr("tuned")}
	_, err = client.ResetDBClusterParameterGroup(ctx, reset)
	wantRefusal(t, err, "InvalidParameterCombination: Either Parameters or ResetAllParameters must be specified.")
	reset.Parameters = []types.Parameter{{ParameterName: ptr("neptune_streams"), ApplyMethod: types.ApplyMethodPendingReboot}}
	if _, err := client.ResetDBClusterParameterGroup(ctx, reset); err != nil {
		t.Error(err)
	}
	for group, want := range map[string][2]string{
		"tuned": {"debug user immediate", "0 system pending-reboot"},
		"other": {"debug user immediate", "1 user pending-reboot"},
	} {
		got := clusterParametersOf(t, client, group)
		if got := [2]string{valueOf(t, got, "neptune_enable_slow_query_log"), valueOf(t, got, "neptune_streams")}; got != want {
			t.Errorf("%s: %q, want %q", group, got, want)
		}
	}
	remove := &neptune.DeleteDBClusterParameterGroupInput{DBClusterParameterGroupName: ptr("tuned")}
	if _, err := client.DeleteDBClusterParameterGroup(ctx, remove); err != nil {
		t.Error(err)
	}
	_, err = client.DeleteDBClusterParameterGroup(ctx, remove)
	wantRefusal(t, err, "DBParameterGroupNotFound: DBClusterParameterGroup not found: tuned")
	names := collect(t, neptune.NewDescribeDBClusterParameterGroupsPaginator(client, nil).All(ctx), func(g types.DBClusterParameterGroup) *string { return g.DBClusterParameterGroupName })
	if diff := cmp.Diff([]string{"default.neptune1", "default.neptune1.2", "default.neptune1.3", "default.neptune1.4", "other"}, names); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	if got := collect(t, neptune.NewDescribeDBParameterGroupsPaginator(client, nil).All(ctx), groupName); got[len(got)-1] != "tuned" {
		t.Errorf("the group of instances is gone: %q", got)
	}
}

// TestClusterParameterGroupInUse changes the group of a cluster. The cluster's members show when
// the values take effect, and groups in use cannot be deleted.
func TestClusterParameterGroupInUse(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned", OfClusters: true})
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	client := neptune.NewFromConfig(server.Config())
	ctx := t.Context()
	shows := func(group, first, second string) {
		t.Helper()
		out, err := client.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")})
		if err != nil {
			t.Fatal(err)
		}
		c := out.DBClusters[0]
		if *c.DBClusterParameterGroup != group {
			t.Errorf("the group is %s, want %s", *c.DBClusterParameterGroup, group)
		}
		got := map[string]string{}
		for _, m := range c.DBClusterMembers {
			got[*m.DBInstanceIdentifier] = *m.DBClusterParameterGroupStatus
		}
		if diff := cmp.Diff(map[string]string{"graph-1": first, "graph-2": second}, got); diff != "" {
			t.Errorf("members (-want +got):\n%s", diff)
		}
	}
	use := func(group string) {
		t.Helper()
		if _, err := client.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{DBClusterIdentifier: ptr("graph"), DBClusterParameterGroupName: &group}); err != nil {
			t.Fatal(err)
		}
	}
	modify := func(p types.Parameter) {
		t.Helper()
		if _, err := client.ModifyDBClusterParameterGroup(ctx, &neptune.ModifyDBClusterParameterGroupInput{
			DBClusterParameterGroupName: ptr("tuned"), Parameters: []types.Parameter{p},
		}); err != nil {
			t.Fatal(err)
		}
	}
	remove := func() error {
		_, err := client.DeleteDBClusterParameterGroup(ctx, &neptune.DeleteDBClusterParameterGroupInput{DBClusterParameterGroupName: ptr("tuned")})
		return err
	}
	const inUse = "InvalidDBParameterGroupState: One or more database instances are still members of this parameter group tuned, so the group cannot be deleted"
	shows("default.neptune1.4", "in-sync", "in-sync")
	use("Tuned")
	shows("tuned", "applying", "applying")
	server.Advance(5 * time.Minute)
	shows("tuned", "pending-reboot", "pending-reboot")
	if _, err := client.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: ptr("graph-1")}); err != nil {
		t.Fatal(err)
	}
	server.Advance(5 * time.Minute)
	shows("tuned", "in-sync", "pending-reboot")
	modify(parameter("neptune_slow_query_log_threshold", "100", types.ApplyMethodImmediate))
	shows("tuned", "applying", "applying")
	server.Advance(5 * time.Minute)
	shows("tuned", "in-sync", "pending-reboot")
	modify(parameter("neptune_streams", "1", types.ApplyMethodPendingReboot))
	server.Advance(5 * time.Minute)
	shows("tuned", "pending-reboot", "pending-reboot")
	wantRefusal(t, remove(), inUse)
	use("default.neptune1.4")
	wantRefusal(t, remove(), inUse) // AWS rejects it for some minutes more
	server.Advance(5 * time.Minute)
	if err := remove(); err != nil {
		t.Error(err)
	}
}

// TestClusterParameterGroupOfAnotherFamily assigns groups of a different family, or groups that do
// not exist, to clusters.
func TestClusterParameterGroupOfAnotherFamily(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "old", OfClusters: true, Family: "neptune1.3"})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "new", OfClusters: true})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "old", Family: "neptune1.3"})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "new"})
	server.AddCluster(nereidtest.Cluster{ID: "graph", EngineVersion: "1.3.2.1", Instances: 1})
	client := neptune.NewFromConfig(server.Config())
	ctx := t.Context()
	create := func(group string) error {
		_, err := client.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
			DBClusterIdentifier: ptr("other"), Engine: ptr("neptune"), EngineVersion: ptr("1.4.5.1"), DBClusterParameterGroupName: &group,
		})
		return err
	}
	modify := func(in neptune.ModifyDBClusterInput) error {
		in.DBClusterIdentifier = ptr("graph")
		_, err := client.ModifyDBCluster(ctx, &in)
		return err
	}
	upgrade := func(group, instanceGroup *string) error {
		return modify(neptune.ModifyDBClusterInput{
			EngineVersion: ptr("1.4.5.1"), AllowMajorVersionUpgrade: ptr(true), ApplyImmediately: ptr(true),
			DBClusterParameterGroupName: group, DBInstanceParameterGroupName: instanceGroup,
		})
	}
	err := create("none")
	wantRefusal(t, err, "DBClusterParameterGroupNotFound: DBClusterParameterGroup not found: none")
	if !errors.As(err, new(*types.DBClusterParameterGroupNotFoundFault)) {
		t.Errorf("is a %T", err)
	}
	wantRefusal(t, create("old"), "InvalidParameterCombination: The Parameter Group old with DBParameterGroupFamily neptune1.3 cannot be used for this instance. Please use a Parameter Group with DBParameterGroupFamily neptune1.4")
	wantRefusal(t, modify(neptune.ModifyDBClusterInput{DBClusterParameterGroupName: ptr("new")}), "InvalidParameterCombination: The Parameter Group new with DBParameterGroupFamily neptune1.4 cannot be used for this instance. Please use a Parameter Group with DBParameterGroupFamily neptune1.3")

	// An upgrade to a new major version requires new groups if the present groups are not default
	// groups.
	if err := modify(neptune.ModifyDBClusterInput{DBClusterParameterGroupName: ptr("old")}); err != nil {
		t.Fatal(err)
	}
	if _, err := client.ModifyDBInstance(ctx, &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: ptr("graph-1"), DBParameterGroupName: ptr("old")}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	wantRefusal(t, upgrade(nil, ptr("new")), "InvalidParameterCombination: The Parameter Group old with DBParameterGroupFamily neptune1.3 cannot be used for this instance. Please use a Parameter Group with DBParameterGroupFamily neptune1.4")
	wantRefusal(t, upgrade(ptr("new"), nil), "InvalidParameterCombination: The current DB instance parameter group old is custom. You must explicitly specify a new DB instance parameter group, either default or custom, for the engine version upgrade.")
	if err := upgrade(ptr("new"), ptr("NEW")); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	out, err := client.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")})
	if err != nil || *out.DBClusters[0].DBClusterParameterGroup != "new" || *out.DBClusters[0].DBClusterMembers[0].DBClusterParameterGroupStatus != "in-sync" {
		t.Errorf("after the upgrade: %+v, %v", out, err)
	}
	instances, err := client.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr("graph-1")})
	if err != nil || *instances.DBInstances[0].DBParameterGroups[0].DBParameterGroupName != "new" {
		t.Errorf("the instance after the upgrade: %+v, %v", instances, err)
	}
}

// TestEngineDefaultClusterParameters lists the parameters of new groups. A family has a parameter
// only since the parameter's first engine version.
func TestEngineDefaultClusterParameters(t *testing.T) {
	client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
	for family, want := range map[string]int{"neptune1": 11, "neptune1.2": 12, "neptune1.3": 12, "neptune1.4": 13} {
		out, err := client.DescribeEngineDefaultClusterParameters(t.Context(), &neptune.DescribeEngineDefaultClusterParametersInput{DBParameterGroupFamily: &family})
		if err != nil {
			t.Fatal(err)
		}
		if got := out.EngineDefaults; *got.DBParameterGroupFamily != family || len(got.Parameters) != want {
			t.Errorf("%s has %d parameters, want %d", *got.DBParameterGroupFamily, len(got.Parameters), want)
		}
	}
}
