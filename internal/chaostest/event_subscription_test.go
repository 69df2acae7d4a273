package chaostest_test

import (
	"context"
	"slices"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

const eventTopic = "arn:aws:sns:us-east-1:123456789012:events"

// subscriptionMutations are for event subscriptions, in both packages.
func subscriptionMutations() (list []mutation) {
	addWith := func(sources ...string) func(*nereidtest.Server, string) {
		return func(s *nereidtest.Server, id string) {
			_, err := neptune.NewFromConfig(s.Config()).CreateEventSubscription(context.Background(), &neptune.CreateEventSubscriptionInput{
				SubscriptionName: &id, SnsTopicArn: ptr(eventTopic), SourceType: ptr("db-cluster"), SourceIds: sources,
			})
			if err != nil {
				panic(err)
			}
			s.SetStatus(*arnOf("us-east-1", "es", id), "active")
		}
	}
	is := func(check func(types.EventSubscription) bool) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.DescribeEventSubscriptions(ctx, &neptune.DescribeEventSubscriptionsInput{SubscriptionName: &id})
			if err != nil {
				return err
			}
			return found(out.EventSubscriptionsList, nil, func(s *types.EventSubscription) *string {
				if !check(*s) {
					return ptr("something else")
				}
				return ptr("as asked")
			}, "as asked")
		}
	}
	there := is(func(types.EventSubscription) bool { return true })
	gone := func(ctx context.Context, c clients, id string) error { return gone(there(ctx, c, id)) }
	from := func(list ...string) func(types.EventSubscription) bool {
		return func(s types.EventSubscription) bool {
			return slices.Equal(s.SourceIdsList, list) || len(s.SourceIdsList)+len(list) == 0
		}
	}
	named := func(s *types.EventSubscription, md middleware.Metadata, err error) (*string, middleware.Metadata, error) {
		if s == nil {
			return nil, md, err
		}
		return s.CustSubscriptionId, md, err
	}
	namedRDS := func(name *string, md middleware.Metadata) (*string, middleware.Metadata, error) { return name, md, nil }
	add := func(op, shows string, again bool, prepare func(*nereidtest.Server, string), held func(context.Context, clients, string) error,
		neptuneDo, rdsDo func(context.Context, clients, string) (*string, middleware.Metadata, error),
	) {
		list = append(list,
			mutation{name: "neptune." + op, prepare: prepare, held: held, shows: shows, again: again, do: neptuneDo},
			mutation{name: "rds." + op, prepare: prepare, held: held, shows: shows, again: again, do: rdsDo})
	}
	create := func(id string) neptune.CreateEventSubscriptionInput {
		return neptune.CreateEventSubscriptionInput{SubscriptionName: &id, SnsTopicArn: ptr(eventTopic), SourceType: ptr("db-cluster"), SourceIds: []string{"source"}}
	}
	add("CreateEventSubscription", "", false, nil, is(from("source")),
		func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			in := create(id)
			out, err := c.neptune.CreateEventSubscription(ctx, &in)
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return named(out.EventSubscription, out.ResultMetadata, nil)
		}, func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			in := create(id)
			out, err := c.rds.CreateEventSubscription(ctx, &rds.CreateEventSubscriptionInput{
				SubscriptionName: in.SubscriptionName, SnsTopicArn: in.SnsTopicArn, SourceType: in.SourceType, SourceIds: in.SourceIds,
			})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return namedRDS(out.EventSubscription.CustSubscriptionId, out.ResultMetadata)
		})
	modify := func(id string) neptune.ModifyEventSubscriptionInput {
		return neptune.ModifyEventSubscriptionInput{SubscriptionName: &id, EventCategories: []string{"failover"}, Enabled: ptr(false)}
	}
	add("ModifyEventSubscription", "", true, addWith(), is(func(s types.EventSubscription) bool { return !*s.Enabled }),
		func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			in := modify(id)
			out, err := c.neptune.ModifyEventSubscription(ctx, &in)
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return named(out.EventSubscription, out.ResultMetadata, nil)
		}, func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			in := rds.ModifyEventSubscriptionInput(modify(id))
			out, err := c.rds.ModifyEventSubscription(ctx, &in)
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return namedRDS(out.EventSubscription.CustSubscriptionId, out.ResultMetadata)
		})
	add("DeleteEventSubscription", "-", false, addWith(), gone,
		func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			out, err := c.neptune.DeleteEventSubscription(ctx, &neptune.DeleteEventSubscriptionInput{SubscriptionName: &id})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return named(out.EventSubscription, out.ResultMetadata, nil)
		}, func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			out, err := c.rds.DeleteEventSubscription(ctx, &rds.DeleteEventSubscriptionInput{SubscriptionName: &id})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			if out.EventSubscription == nil {
				return nil, out.ResultMetadata, nil
			}
			return namedRDS(out.EventSubscription.CustSubscriptionId, out.ResultMetadata)
		})
	add("AddSourceIdentifierToSubscription", "", true, addWith(), is(from("source")),
		func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			out, err := c.neptune.AddSourceIdentifierToSubscription(ctx, &neptune.AddSourceIdentifierToSubscriptionInput{SubscriptionName: &id, SourceIdentifier: ptr("source")})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return named(out.EventSubscription, out.ResultMetadata, nil)
		}, func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			out, err := c.rds.AddSourceIdentifierToSubscription(ctx, &rds.AddSourceIdentifierToSubscriptionInput{SubscriptionName: &id, SourceIdentifier: ptr("source")})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return namedRDS(out.EventSubscription.CustSubscriptionId, out.ResultMetadata)
		})
	add("RemoveSourceIdentifierFromSubscription", "", false, addWith("source"), is(from()),
		func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			out, err := c.neptune.RemoveSourceIdentifierFromSubscription(ctx, &neptune.RemoveSourceIdentifierFromSubscriptionInput{SubscriptionName: &id, SourceIdentifier: ptr("source")})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return named(out.EventSubscription, out.ResultMetadata, nil)
		}, func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
			out, err := c.rds.RemoveSourceIdentifierFromSubscription(ctx, &rds.RemoveSourceIdentifierFromSubscriptionInput{SubscriptionName: &id, SourceIdentifier: ptr("source")})
			if err != nil {
				return nil, middleware.Metadata{}, err
			}
			return namedRDS(out.EventSubscription.CustSubscriptionId, out.ResultMetadata)
		})
	return list
}
