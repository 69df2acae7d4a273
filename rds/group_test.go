package rds_test

import (
	"errors"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// namesOf lists the names of the items of a paginator.
func namesOf[Item any](t *testing.T, items iter.Seq2[Item, error], name func(Item) *string) (names []string) {
	t.Helper()
	for item, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, *name(item))
	}
	return names
}

// TestParameterGroupsOfAllEngines lists parameter groups. AWS creates an engine's default groups
// when a resource first uses the engine.
func TestParameterGroupsOfAllEngines(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddInstance(nereidtest.Instance{ID: "shop"})
	server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql"})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned", Family: "postgres16"})
	client := rds.NewFromConfig(server.Config())
	got := namesOf(t, rds.NewDescribeDBParameterGroupsPaginator(client, nil).All(t.Context()), func(g types.DBParameterGroup) *string { return g.DBParameterGroupName })
	want := []string{"default.neptune1", "default.neptune1.2", "default.neptune1.3", "default.neptune1.4", "default.postgres16", "tuned"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("of instances (-want +got):\n%s", diff)
	}
	got = namesOf(t, rds.NewDescribeDBClusterParameterGroupsPaginator(client, nil).All(t.Context()), func(g types.DBClusterParameterGroup) *string { return g.DBClusterParameterGroupName })
	if !slices.Contains(got, "default.aurora-postgresql16") || slices.Contains(got, "tuned") {
		t.Errorf("of clusters: %q", got)
	}
	_, err := client.DescribeDBClusterParameterGroups(t.Context(), &rds.DescribeDBClusterParameterGroupsInput{DBClusterParameterGroupName: nereid.String("tuned")})
	if !errors.As(err, new(*types.DBParameterGroupNotFoundFault)) || !errors.Is(err, nereid.ErrNotFound) {
		t.Errorf("a group of the other kind: %v", err)
	}
}

// TestMajorVersionsOfPostgreSQL checks that the first number of a version of
// PostgreSQL is its major version: a change of the second number is a minor
// upgrade, and the name of the default option group has only the first number.
func TestMajorVersionsOfPostgreSQL(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddInstance(nereidtest.Instance{ID: "shop", EngineVersion: "16.3"})
	client := rds.NewFromConfig(server.Config())
	upgrade := func(version string) error {
		_, err := client.ModifyDBInstance(t.Context(), &rds.ModifyDBInstanceInput{
			DBInstanceIdentifier: nereid.String("shop"), EngineVersion: nereid.String(version),
		})
		return err
	}
	if err := upgrade("17.1"); err == nil || !strings.Contains(err.Error(), "AllowMajorVersionUpgrade") {
		t.Errorf("a major upgrade: %v", err)
	}
	if err := upgrade("16.4"); err != nil {
		t.Errorf("a minor upgrade: %v", err)
	}
	out, err := client.CreateDBSnapshot(t.Context(), &rds.CreateDBSnapshotInput{DBInstanceIdentifier: nereid.String("shop"), DBSnapshotIdentifier: nereid.String("night")})
	if err != nil {
		t.Fatal(err)
	}
	if got := nereid.ToString(out.DBSnapshot.OptionGroupName); got != "" && got != "default:postgres-16" {
		t.Errorf("option group of the new snapshot: %s", got)
	}
	server.Advance(time.Hour)
	snapshots, err := client.DescribeDBSnapshots(t.Context(), &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: nereid.String("night")})
	if err != nil || nereid.ToString(snapshots.DBSnapshots[0].OptionGroupName) != "default:postgres-16" {
		t.Errorf("the snapshot: %+v, %v", snapshots, err)
	}
}

// TestOptionGroups lists the option groups of an engine, and sends requests that AWS rejects.
func TestOptionGroups(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddInstance(nereidtest.Instance{ID: "shop"})
	server.AddInstance(nereidtest.Instance{ID: "blog", Engine: "mysql", EngineVersion: "8.0.42"})
	server.AddOptionGroup(nereidtest.OptionGroup{ID: "audited"})
	client := rds.NewFromConfig(server.Config())
	list := func(in *rds.DescribeOptionGroupsInput) []string {
		return namesOf(t, rds.NewDescribeOptionGroupsPaginator(client, in).All(t.Context()), func(g types.OptionGroup) *string { return g.OptionGroupName })
	}
	if got := list(nil); !slices.Equal(got, []string{"audited", "default:mysql-8-0", "default:postgres-16"}) {
		t.Errorf("all: %q", got)
	}
	if got := list(&rds.DescribeOptionGroupsInput{EngineName: nereid.String("mysql"), MajorEngineVersion: nereid.String("8.0")}); len(got) != 2 {
		t.Errorf("of MySQL 8.0: %q", got)
	}
	instances, err := client.DescribeDBInstances(t.Context(), &rds.DescribeDBInstancesInput{DBInstanceIdentifier: nereid.String("blog")})
	if err != nil || *instances.DBInstances[0].OptionGroupMemberships[0].OptionGroupName != "default:mysql-8-0" {
		t.Errorf("the instance: %+v, %v", instances, err)
	}
	for want, in := range map[string]*rds.DescribeOptionGroupsInput{
		"OptionGroupNotFoundFault":    {OptionGroupName: nereid.String("none")},
		"InvalidParameterCombination": {MajorEngineVersion: nereid.String("8.0")},
	} {
		_, err := client.DescribeOptionGroups(t.Context(), in)
		var api smithy.APIError
		if !errors.As(err, &api) || api.ErrorCode() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestAccountAttributesCount compares the quotas with the existing resources.
func TestAccountAttributesCount(t *testing.T) {
	server := nereidtest.NewServer(t, nereidtest.WithLimits(func(l *nereidtest.Limits) {
		l.Clusters, l.Instances, l.SubnetGroups, l.SubnetsPerGroup, l.ClusterRoles, l.InstanceRoles, l.CustomEndpoints = 7, 8, 9, 10, 11, 12, -1
	}))
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	server.AddSnapshot(nereidtest.Snapshot{ID: "night", Cluster: "graph"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "rds:graph-2026-11-27-03-00", Cluster: "graph"})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned"})
	graphs := neptune.NewFromConfig(server.Config())
	if _, err := graphs.CreateDBClusterEndpoint(t.Context(), &neptune.CreateDBClusterEndpointInput{
		DBClusterIdentifier: nereid.String("graph"), DBClusterEndpointIdentifier: nereid.String("readers"), EndpointType: nereid.String("READER"),
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := graphs.AddRoleToDBCluster(t.Context(), &neptune.AddRoleToDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"), RoleArn: nereid.String("arn:aws:iam::123456789012:role/load"),
	}); err != nil {
		t.Fatal(err)
	}
	out, err := rds.NewFromConfig(server.Config()).DescribeAccountAttributes(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][2]int64{}
	for _, q := range out.AccountQuotas {
		got[*q.AccountQuotaName] = [2]int64{*q.Used, *q.Max}
	}
	for name, want := range map[string][2]int64{
		"DBClusters": {1, 7}, "DBInstances": {2, 8}, "ManualClusterSnapshots": {1, 100}, "ManualSnapshots": {0, 100},
		"DBParameterGroups": {1, 50}, "DBClusterParameterGroups": {0, 50}, "DBSubnetGroups": {1, 9}, "SubnetsPerDBSubnetGroup": {3, 10},
		"DBClusterRoles": {1, 11}, "DBInstanceRoles": {0, 12}, "CustomEndpointsPerDBCluster": {1, math.MaxInt32},
	} {
		if got[name] != want {
			t.Errorf("%s: %d of %d, want %d of %d", name, got[name][0], got[name][1], want[0], want[1])
		}
	}
}

// TestSourceRegions lists the regions from which eu-west-1 can copy.
func TestSourceRegions(t *testing.T) {
	server := nereidtest.NewServer(t, nereidtest.WithRegion("eu-west-1"))
	client := rds.NewFromConfig(server.Config())
	regionName := func(r types.SourceRegion) *string { return r.RegionName }
	got := namesOf(t, rds.NewDescribeSourceRegionsPaginator(client, nil).All(t.Context()), regionName)
	if slices.Contains(got, "eu-west-1") || !slices.Contains(got, "us-east-1") || slices.Contains(got, "cn-north-1") || slices.Contains(got, "eu-south-1") {
		t.Errorf("regions: %q", got)
	}
	server.AddSnapshot(nereidtest.Snapshot{ID: "night", Region: "eu-south-1"}) // which enables the region in the account
	if got := namesOf(t, rds.NewDescribeSourceRegionsPaginator(client, nil).All(t.Context()), regionName); !slices.Contains(got, "eu-south-1") {
		t.Errorf("regions: %q", got)
	}
	out, err := client.DescribeSourceRegions(t.Context(), &rds.DescribeSourceRegionsInput{RegionName: nereid.String("us-east-1")})
	if err != nil || len(out.SourceRegions) != 1 || *out.SourceRegions[0].Endpoint != "https://rds.us-east-1.amazonaws.com" || *out.SourceRegions[0].Status != "available" {
		t.Errorf("%+v, %v", out, err)
	}
	if _, err := client.DescribeSourceRegions(t.Context(), &rds.DescribeSourceRegionsInput{RegionName: nereid.String("eu-west-1")}); !errors.Is(err, nereid.ErrInvalidParameter) {
		t.Errorf("its own region: %v", err)
	}
}

// TestSubnetGroups finds the subnets and the VPC for a restore.
func TestSubnetGroups(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql"})
	client := rds.NewFromConfig(server.Config())
	made, err := neptune.NewFromConfig(server.Config()).CreateDBSubnetGroup(t.Context(), &neptune.CreateDBSubnetGroupInput{
		DBSubnetGroupName: nereid.String("Private"), DBSubnetGroupDescription: nereid.String("without a route"), SubnetIds: []string{"subnet-a", "subnet-b"},
	})
	if err != nil {
		t.Fatal(err)
	}
	names := namesOf(t, rds.NewDescribeDBSubnetGroupsPaginator(client, nil).All(t.Context()), func(g types.DBSubnetGroup) *string { return g.DBSubnetGroupName })
	if diff := cmp.Diff([]string{"default", "private"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	out, err := client.DescribeDBSubnetGroups(t.Context(), &rds.DescribeDBSubnetGroupsInput{DBSubnetGroupName: nereid.String("private")})
	if err != nil {
		t.Fatal(err)
	}
	if g := out.DBSubnetGroups[0]; *g.VpcId != *made.DBSubnetGroup.VpcId || len(g.Subnets) != 2 || *g.DBSubnetGroupDescription != "without a route" {
		t.Errorf("%+v", g)
	}
	_, err = client.DescribeDBSubnetGroups(t.Context(), &rds.DescribeDBSubnetGroupsInput{DBSubnetGroupName: nereid.String("none")})
	if !errors.As(err, new(*types.DBSubnetGroupNotFoundFault)) || !errors.Is(err, nereid.ErrNotFound) {
		t.Errorf("a group that does not exist: %v", err)
	}
}
