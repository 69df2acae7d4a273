package chaostest_test

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// networkMutations are for subnet groups and custom endpoints.
func networkMutations() []mutation {
	return slices.Concat(subnetGroupMutations(), endpointMutations())
}

func subnetGroupMutations() []mutation {
	create := func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
		out, err := c.neptune.CreateDBSubnetGroup(ctx, &neptune.CreateDBSubnetGroupInput{
			DBSubnetGroupName: &id, DBSubnetGroupDescription: ptr("d"), SubnetIds: []string{"subnet-1", "subnet-2"},
		})
		if err != nil {
			return nil, md, err
		}
		return out.DBSubnetGroup.DBSubnetGroupName, out.ResultMetadata, nil
	}
	is := func(subnets int) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.DescribeDBSubnetGroups(ctx, &neptune.DescribeDBSubnetGroupsInput{DBSubnetGroupName: &id})
			if err == nil && len(out.DBSubnetGroups[0].Subnets) != subnets {
				err = errors.New("it has other subnets")
			}
			return err
		}
	}
	add := func(s *nereidtest.Server, id string) { setUp(s, create, id) }
	return []mutation{
		{name: "neptune.CreateDBSubnetGroup", held: is(2), do: create},
		{name: "neptune.ModifyDBSubnetGroup", prepare: add, again: true, held: is(3), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.ModifyDBSubnetGroup(ctx, &neptune.ModifyDBSubnetGroupInput{DBSubnetGroupName: &id, SubnetIds: []string{"subnet-1", "subnet-2", "subnet-3"}})
			if err != nil {
				return nil, md, err
			}
			return out.DBSubnetGroup.DBSubnetGroupName, out.ResultMetadata, nil
		}},
		{name: "neptune.DeleteDBSubnetGroup", prepare: add, held: func(ctx context.Context, c clients, id string) error {
			_, err := c.neptune.DescribeDBSubnetGroups(ctx, &neptune.DescribeDBSubnetGroupsInput{DBSubnetGroupName: &id})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBSubnetGroup(ctx, &neptune.DeleteDBSubnetGroupInput{DBSubnetGroupName: &id})
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
	}
}

// setUp calls do with clients whose requests do not fail.
func setUp(s *nereidtest.Server, do func(context.Context, clients, string) (*string, middleware.Metadata, error), id string) {
	if _, _, err := do(context.Background(), clients{neptune: neptune.NewFromConfig(s.Config())}, id); err != nil {
		panic(err)
	}
}

func endpointMutations() []mutation {
	create := func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
		out, err := c.neptune.CreateDBClusterEndpoint(ctx, &neptune.CreateDBClusterEndpointInput{
			DBClusterEndpointIdentifier: &id, DBClusterIdentifier: ptr("source"), EndpointType: ptr("ANY"),
		})
		if err != nil {
			return nil, md, err
		}
		return out.DBClusterEndpointIdentifier, out.ResultMetadata, nil
	}
	describe := func(ctx context.Context, c clients, id string) ([]types.DBClusterEndpoint, error) {
		out, err := c.neptune.DescribeDBClusterEndpoints(ctx, &neptune.DescribeDBClusterEndpointsInput{DBClusterEndpointIdentifier: &id})
		if err != nil {
			return nil, err
		}
		return out.DBClusterEndpoints, nil
	}
	is := func(ctx context.Context, c clients, id string) error {
		items, err := describe(ctx, c, id)
		return found(items, err, func(e *types.DBClusterEndpoint) *string { return e.Status }, "available")
	}
	add := func(s *nereidtest.Server, id string) {
		setUp(s, create, id)
		s.SetStatus(*arnOf("us-east-1", "cluster-endpoint", id), "available")
	}
	return []mutation{
		{name: "neptune.CreateDBClusterEndpoint", held: is, do: create},
		{name: "neptune.ModifyDBClusterEndpoint", prepare: add, held: func(ctx context.Context, c clients, id string) error {
			items, err := describe(ctx, c, id)
			return errors.Join(is(ctx, c, id), found(items, err, func(e *types.DBClusterEndpoint) *string { return e.CustomEndpointType }, "READER"))
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.ModifyDBClusterEndpoint(ctx, &neptune.ModifyDBClusterEndpointInput{DBClusterEndpointIdentifier: &id, EndpointType: ptr("reader")})
			if err != nil {
				return nil, md, err
			}
			return out.DBClusterEndpointIdentifier, out.ResultMetadata, nil
		}},
		{name: "neptune.DeleteDBClusterEndpoint", prepare: add, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			items, err := describe(ctx, c, id)
			if err == nil && len(items) > 0 {
				err = fmt.Errorf("it is %s", *items[0].Status)
			}
			return err
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBClusterEndpoint(ctx, &neptune.DeleteDBClusterEndpointInput{DBClusterEndpointIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return out.DBClusterEndpointIdentifier, out.ResultMetadata, nil
		}},
	}
}
