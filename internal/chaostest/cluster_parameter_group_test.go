package chaostest_test

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// clusterParameterGroupMutations are for cluster parameter groups. A lost
// creation is not recovered, because a group does not show its creation time.
func clusterParameterGroupMutations() []mutation {
	add := func(s *nereidtest.Server, id string) {
		s.AddParameterGroup(nereidtest.ParameterGroup{ID: id, OfClusters: true, Parameters: map[string]string{"neptune_streams": "1"}})
	}
	has := func(parameter, value string) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.DescribeDBClusterParameters(ctx, &neptune.DescribeDBClusterParametersInput{DBClusterParameterGroupName: &id})
			if err != nil {
				return err
			}
			return hasParameter(out.Parameters, parameter, value)
		}
	}
	shown := func(item *types.DBClusterParameterGroup, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBClusterParameterGroupName, md, nil
	}
	return []mutation{
		{name: "neptune.CreateDBClusterParameterGroup", held: has("neptune_streams", "0"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateDBClusterParameterGroup(ctx, &neptune.CreateDBClusterParameterGroupInput{
				DBClusterParameterGroupName: &id, DBParameterGroupFamily: ptr("neptune1.4"), Description: ptr("made"),
			})
			if err != nil {
				return nil, md, err
			}
			return shown(out.DBClusterParameterGroup, out.ResultMetadata)
		}},
		{name: "neptune.CopyDBClusterParameterGroup", held: has("neptune_query_timeout", "120000"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CopyDBClusterParameterGroup(ctx, &neptune.CopyDBClusterParameterGroupInput{
				SourceDBClusterParameterGroupIdentifier: ptr("default.neptune1.4"), TargetDBClusterParameterGroupIdentifier: &id,
				TargetDBClusterParameterGroupDescription: ptr("copied"),
			})
			if err != nil {
				return nil, md, err
			}
			return shown(out.DBClusterParameterGroup, out.ResultMetadata)
		}},
		{name: "neptune.DeleteDBClusterParameterGroup", prepare: add, held: func(ctx context.Context, c clients, id string) error {
			_, err := c.neptune.DescribeDBClusterParameterGroups(ctx, &neptune.DescribeDBClusterParameterGroupsInput{DBClusterParameterGroupName: &id})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBClusterParameterGroup(ctx, &neptune.DeleteDBClusterParameterGroupInput{DBClusterParameterGroupName: &id})
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
		{name: "neptune.ModifyDBClusterParameterGroup", prepare: add, again: true, held: has("neptune_query_timeout", "9999"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.ModifyDBClusterParameterGroup(ctx, &neptune.ModifyDBClusterParameterGroupInput{
				DBClusterParameterGroupName: &id,
				Parameters: []types.Parameter{
					{ParameterName: ptr("neptune_query_timeout"), ParameterValue: ptr("9999"), ApplyMethod: types.ApplyMethodPendingReboot},
				},
			})
			if err != nil {
				return nil, md, err
			}
			return out.DBClusterParameterGroupName, out.ResultMetadata, nil
		}},
		{name: "neptune.ResetDBClusterParameterGroup", prepare: add, again: true, held: has("neptune_streams", "0"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.ResetDBClusterParameterGroup(ctx, &neptune.ResetDBClusterParameterGroupInput{DBClusterParameterGroupName: &id, ResetAllParameters: ptr(true)})
			if err != nil {
				return nil, md, err
			}
			return out.DBClusterParameterGroupName, out.ResultMetadata, nil
		}},
	}
}
