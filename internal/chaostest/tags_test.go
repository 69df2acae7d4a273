package chaostest_test

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

func tagMutations() []mutation {
	add := func(s *nereidtest.Server, id string) {
		s.AddCluster(nereidtest.Cluster{ID: id, Tags: map[string]string{"old": "tag"}})
	}
	has := func(key string, want bool) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: arnOf("us-east-1", "cluster", id)})
			if err != nil {
				return err
			}
			if slices.ContainsFunc(out.TagList, func(t types.Tag) bool { return *t.Key == key }) != want {
				return fmt.Errorf("tags %v", out.TagList)
			}
			return nil
		}
	}
	return []mutation{
		{name: "neptune.AddTagsToResource", prepare: add, again: true, held: has("new", true), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), Tags: []types.Tag{{Key: ptr("new"), Value: ptr("tag")}},
			})
			return &id, md, err
		}},
		{name: "neptune.RemoveTagsFromResource", prepare: add, again: true, held: has("old", false), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.neptune.RemoveTagsFromResource(ctx, &neptune.RemoveTagsFromResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), TagKeys: []string{"old"},
			})
			return &id, md, err
		}},
		{name: "rds.AddTagsToResource", prepare: add, again: true, held: has("new", true), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.rds.AddTagsToResource(ctx, &rds.AddTagsToResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), Tags: []rdstypes.Tag{{Key: ptr("new"), Value: ptr("tag")}},
			})
			return &id, md, err
		}},
		{name: "rds.RemoveTagsFromResource", prepare: add, again: true, held: has("old", false), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			_, err = c.rds.RemoveTagsFromResource(ctx, &rds.RemoveTagsFromResourceInput{
				ResourceName: arnOf("us-east-1", "cluster", id), TagKeys: []string{"old"},
			})
			return &id, md, err
		}},
	}
}
