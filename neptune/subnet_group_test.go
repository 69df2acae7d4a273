package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// subnetsOf lists the subnets of a group with their Availability Zones.
func subnetsOf(g *types.DBSubnetGroup) (list []string) {
	for _, s := range g.Subnets {
		list = append(list, *s.SubnetIdentifier+" "+*s.SubnetAvailabilityZone.Name)
	}
	return list
}

func TestSubnetGroupLife(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t)
	client := neptune.NewFromConfig(server.Config())
	made, err := client.CreateDBSubnetGroup(ctx, &neptune.CreateDBSubnetGroupInput{
		DBSubnetGroupName: nereid.String("Graphs of_team.1"), DBSubnetGroupDescription: nereid.String("for graphs"),
		SubnetIds: []string{"subnet-1", "subnet-2"}, Tags: []types.Tag{{Key: nereid.String("team"), Value: nereid.String("graphs")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	g := made.DBSubnetGroup
	if *g.DBSubnetGroupName != "graphs of_team.1" || *g.SubnetGroupStatus != "Complete" || *g.DBSubnetGroupDescription != "for graphs" ||
		*g.DBSubnetGroupArn != "arn:aws:rds:us-east-1:123456789012:subgrp:graphs of_team.1" || *g.VpcId == "" || !slices.Equal(g.SupportedNetworkTypes, []string{"IPV4"}) {
		t.Errorf("made %s, %s, %s, %v", *g.DBSubnetGroupArn, *g.SubnetGroupStatus, *g.DBSubnetGroupDescription, g.SupportedNetworkTypes)
	}
	if diff := cmp.Diff([]string{"subnet-1 us-east-1a", "subnet-2 us-east-1b"}, subnetsOf(g)); diff != "" {
		t.Errorf("subnets, -want +got:\n%s", diff)
	}
	tags, err := client.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: g.DBSubnetGroupArn})
	if err != nil || len(tags.TagList) != 1 || *tags.TagList[0].Value != "graphs" {
		t.Errorf("tags: %v", err)
	}

	name := nereid.String("graphs of_TEAM.1")
	if _, err := client.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"), Engine: nereid.String("neptune"), DBSubnetGroupName: name,
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
		DBInstanceIdentifier: nereid.String("graph-1"), DBClusterIdentifier: nereid.String("graph"),
		DBInstanceClass: nereid.String("db.r6g.large"), Engine: nereid.String("neptune"), AvailabilityZone: nereid.String("us-east-1b"),
	}); err != nil {
		t.Fatal(err)
	}
	modify := func(ids ...string) error {
		_, err := client.ModifyDBSubnetGroup(ctx, &neptune.ModifyDBSubnetGroupInput{
			DBSubnetGroupName: name, DBSubnetGroupDescription: nereid.String("other"), SubnetIds: ids,
		})
		return err
	}
	if err := modify("subnet-1", "subnet-3"); !isFault[*types.SubnetAlreadyInUse](err) {
		t.Errorf("a subnet that is in use leaves: %v", err)
	}
	if err := modify("subnet-3", "subnet-2"); err != nil {
		t.Error(err)
	}
	out, err := client.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: nereid.String("graph-1")})
	if err != nil {
		t.Fatal(err)
	}
	shown := out.DBInstances[0].DBSubnetGroup
	if diff := cmp.Diff([]string{"subnet-3 us-east-1c", "subnet-2 us-east-1b"}, subnetsOf(shown)); diff != "" || *shown.DBSubnetGroupDescription != "other" {
		t.Errorf("the instance shows the group as it was, -want +got:\n%s", diff)
	}

	remove := func() error {
		_, err := client.DeleteDBSubnetGroup(ctx, &neptune.DeleteDBSubnetGroupInput{DBSubnetGroupName: name})
		return err
	}
	if err := remove(); !isFault[*types.InvalidDBSubnetGroupStateFault](err) || !strings.Contains(err.Error(), "database instance: graph-1 is still using it") {
		t.Errorf("the group of an instance: %v", err)
	}
	server.Remove("arn:aws:rds:us-east-1:123456789012:db:graph-1")
	if err := remove(); !isFault[*types.InvalidDBSubnetGroupStateFault](err) {
		t.Errorf("the group of a cluster: %v", err)
	}
	server.Remove("arn:aws:rds:us-east-1:123456789012:cluster:graph")
	if err := remove(); err != nil {
		t.Error(err)
	}
	_, err = client.DescribeDBSubnetGroups(ctx, &neptune.DescribeDBSubnetGroupsInput{DBSubnetGroupName: name})
	if !isFault[*types.DBSubnetGroupNotFoundFault](err) || !errors.Is(err, nereid.ErrNotFound) {
		t.Errorf("a deleted group: %v", err)
	}
}

func TestSubnetGroupRefusals(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SubnetGroups, l.SubnetsPerGroup = 2, 3 }))
	server.AddSubnet(nereidtest.Subnet{ID: "subnet-a1", Zone: "us-east-1a"})
	server.AddSubnet(nereidtest.Subnet{ID: "subnet-a2", Zone: "us-east-1a"})
	server.AddSubnet(nereidtest.Subnet{ID: "subnet-other", Zone: "us-east-1b", VPC: "vpc-2"})
	server.AddSubnet(nereidtest.Subnet{ID: "subnet-b1", Zone: "us-east-1b"})
	server.AddSubnet(nereidtest.Subnet{ID: "subnet-d1", Zone: "us-east-1a", VPC: "vpc-6", DualStack: true})
	server.AddSubnet(nereidtest.Subnet{ID: "subnet-d2", Zone: "us-east-1b", VPC: "vpc-6", DualStack: true})
	client := neptune.NewFromConfig(server.Config())
	create := func(name string, ids ...string) (*neptune.CreateDBSubnetGroupOutput, error) {
		return client.CreateDBSubnetGroup(ctx, &neptune.CreateDBSubnetGroupInput{
			DBSubnetGroupName: &name, DBSubnetGroupDescription: nereid.String("d"), SubnetIds: ids,
		})
	}
	out, err := create("both", "subnet-d1", "subnet-d2")
	if err != nil || !slices.Equal(out.DBSubnetGroup.SupportedNetworkTypes, []string{"IPV4", "DUAL"}) || *out.DBSubnetGroup.VpcId != "vpc-6" {
		t.Errorf("a group with IPv6: %v", err)
	}
	for _, tt := range []struct {
		name string
		ids  []string
		code string
	}{
		{"Both", []string{"subnet-a1", "subnet-b1"}, "DBSubnetGroupAlreadyExists"},
		{"one-zone", []string{"subnet-a1", "subnet-a2"}, "DBSubnetGroupDoesNotCoverEnoughAZs"},
		{"one-subnet", []string{"subnet-a1"}, "DBSubnetGroupDoesNotCoverEnoughAZs"},
		{"two-vpcs", []string{"subnet-a1", "subnet-other"}, "InvalidSubnet"},
		{"unknown", []string{"subnet-a1", "vpc-1"}, "InvalidSubnet"},
		{"many", []string{"subnet-1", "subnet-2", "subnet-3", "subnet-4"}, "DBSubnetQuotaExceededFault"},
		{"default", []string{"subnet-a1", "subnet-b1"}, "InvalidParameterValue"},
		{"semi;colon", []string{"subnet-a1", "subnet-b1"}, "InvalidParameterValue"},
	} {
		if _, err := create(tt.name, tt.ids...); !hasCode(err, tt.code) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
	if _, err := create("second", "subnet-a1", "subnet-b1"); err != nil {
		t.Error(err)
	}
	if _, err := create("third", "subnet-a1", "subnet-b1"); !isFault[*types.DBSubnetGroupQuotaExceededFault](err) {
		t.Errorf("one too many: %v", err)
	}
	if _, err := client.DeleteDBSubnetGroup(ctx, &neptune.DeleteDBSubnetGroupInput{DBSubnetGroupName: nereid.String("default")}); !hasCode(err, "InvalidParameterValue") {
		t.Errorf("the default group: %v", err)
	}
	_, err = client.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"), Engine: nereid.String("neptune"), DBSubnetGroupName: nereid.String("none"),
	})
	if !isFault[*types.DBSubnetGroupNotFoundFault](err) {
		t.Errorf("a cluster in no group: %v", err)
	}
}

// A subnet group has no creation time. After a lost response, only the call's tag shows that the
// group belongs to the call.
func TestSubnetGroupAfterALostAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // recovery looks again after pauses
		for _, tags := range []bool{false, true} {
			server := nereidtest.NewServer(t)
			server.Inject(nereidtest.Fault{Action: "CreateDBSubnetGroup", Times: 1, AfterCommit: true, Err: nereidtest.ErrConnectionReset})
			client := neptune.NewFromConfig(server.Config(), func(o *neptune.Options) { o.TagCreations = tags })
			out, err := client.CreateDBSubnetGroup(t.Context(), &neptune.CreateDBSubnetGroupInput{
				DBSubnetGroupName: nereid.String("graphs"), DBSubnetGroupDescription: nereid.String("d"), SubnetIds: []string{"subnet-1", "subnet-2"},
			})
			if tags {
				if err != nil || !nereid.Recovered(out.ResultMetadata) || *out.DBSubnetGroup.DBSubnetGroupName != "graphs" {
					t.Errorf("with a tag: %v", err)
				}
			} else if !isFault[*nereid.OutcomeUnknownError](err) {
				t.Errorf("without a tag: %v", err)
			}
		}
	})
}

func TestSubnetGroupPages(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddCluster(nereidtest.Cluster{ID: "graph"}) // in the group default
	client := neptune.NewFromConfig(server.Config())
	for n := range 44 {
		if _, err := client.CreateDBSubnetGroup(t.Context(), &neptune.CreateDBSubnetGroupInput{
			DBSubnetGroupName: nereid.String(fmt.Sprintf("g-%02d", n)), DBSubnetGroupDescription: nereid.String("d"), SubnetIds: []string{"subnet-1", "subnet-2"},
		}); err != nil {
			t.Fatal(err)
		}
	}
	walk(t, func() pager[neptune.DescribeDBSubnetGroupsOutput, types.DBSubnetGroup] {
		return neptune.NewDescribeDBSubnetGroupsPaginator(client, nil, func(o *neptune.PaginatorOptions) { o.Limit = 20 })
	}, func(out *neptune.DescribeDBSubnetGroupsOutput) int { return len(out.DBSubnetGroups) }, func(g types.DBSubnetGroup) *string { return g.DBSubnetGroupName })
}

func ExampleClient_CreateDBSubnetGroup() {
	server, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	out, err := client.CreateDBSubnetGroup(context.Background(), &neptune.CreateDBSubnetGroupInput{
		DBSubnetGroupName:        nereid.String("graphs"),
		DBSubnetGroupDescription: nereid.String("private subnets for graphs"),
		SubnetIds:                []string{"subnet-0a1b", "subnet-2c3d"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBSubnetGroup.SubnetGroupStatus)
	// Output: Complete
}
