package chaostest_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// parameterGroupMutations are for DB parameter groups. A lost creation is not
// recovered, because a group does not show its creation time.
func parameterGroupMutations() []mutation {
	add := func(s *nereidtest.Server, id string) {
		s.AddParameterGroup(nereidtest.ParameterGroup{ID: id, Parameters: map[string]string{"neptune_result_cache": "1"}})
	}
	has := func(parameter, value string) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.DescribeDBParameters(ctx, &neptune.DescribeDBParametersInput{DBParameterGroupName: &id})
			if err != nil {
				return err
			}
			return hasParameter(out.Parameters, parameter, value)
		}
	}
	shown := func(item *types.DBParameterGroup, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBParameterGroupName, md, nil
	}
	return []mutation{
		{name: "neptune.CreateDBParameterGroup", held: has("neptune_result_cache", "0"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateDBParameterGroup(ctx, &neptune.CreateDBParameterGroupInput{
				DBParameterGroupName: &id, DBParameterGroupFamily: ptr("neptune1.4"), Description: ptr("made"),
			})
			if err != nil {
				return nil, md, err
			}
			return shown(out.DBParameterGroup, out.ResultMetadata)
		}},
		{name: "neptune.CopyDBParameterGroup", held: has("neptune_query_timeout", "120000"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CopyDBParameterGroup(ctx, &neptune.CopyDBParameterGroupInput{
				SourceDBParameterGroupIdentifier: ptr("default.neptune1.4"), TargetDBParameterGroupIdentifier: &id,
				TargetDBParameterGroupDescription: ptr("copied"),
			})
			if err != nil {
				return nil, md, err
			}
			return shown(out.DBParameterGroup, out.ResultMetadata)
		}},
		{name: "neptune.DeleteDBParameterGroup", prepare: add, held: func(ctx context.Context, c clients, id string) error {
			_, err := c.neptune.DescribeDBParameterGroups(ctx, &neptune.DescribeDBParameterGroupsInput{DBParameterGroupName: &id})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBParameterGroup(ctx, &neptune.DeleteDBParameterGroupInput{DBParameterGroupName: &id})
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
		{name: "neptune.ModifyDBParameterGroup", prepare: add, again: true, held: has("neptune_query_timeout", "9999"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.ModifyDBParameterGroup(ctx, &neptune.ModifyDBParameterGroupInput{
				DBParameterGroupName: &id,
				Parameters: []types.Parameter{
					{ParameterName: ptr("neptune_query_timeout"), ParameterValue: ptr("9999"), ApplyMethod: types.ApplyMethodPendingReboot},
				},
			})
			if err != nil {
				return nil, md, err
			}
			return out.DBParameterGroupName, out.ResultMetadata, nil
		}},
		{name: "neptune.ResetDBParameterGroup", prepare: add, again: true, held: has("neptune_result_cache", "0"), do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
			out, err := c.neptune.ResetDBParameterGroup(ctx, &neptune.ResetDBParameterGroupInput{DBParameterGroupName: &id, ResetAllParameters: ptr(true)})
			if err != nil {
				return nil, md, err
			}
			return out.DBParameterGroupName, out.ResultMetadata, nil
		}},
	}
}

// hasParameter returns nil if one of the parameters has that name and value.
func hasParameter(parameters []types.Parameter, name, value string) error {
	for _, p := range parameters {
		if nereid.ToString(p.ParameterName) == name {
			if got := nereid.ToString(p.ParameterValue); got != value {
				return fmt.Errorf("%s is %q, want %q", name, got, value)
			}
			return nil
		}
	}
	return errors.New("there is no " + name)
}
