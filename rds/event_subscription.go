package rds

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// CreateEventSubscriptionInput is the request of
// [Client.CreateEventSubscription].
type CreateEventSubscriptionInput struct {
	// Required. ARN of a topic of Amazon SNS, which must not be a FIFO topic.
	SnsTopicArn *string `query:",required"`
	// Required. Name of the new subscription, less than 255 characters.
	SubscriptionName *string `query:",required" recover:"CustSubscriptionId"`
	// Whether events are sent; true if nil.
	Enabled *bool
	// Only events of these categories; all when empty. DescribeEventCategories lists those of a kind.
	EventCategories []string `query:",item=EventCategory" recover:"EventCategoriesList"`
	// Only events of the resources with these names, of the kind SourceType; all when empty.
	SourceIds []string `query:",item=SourceId" recover:"SourceIdsList"`
	// Kind of resource whose events are sent: one of db-instance, db-cluster, db-parameter-group,
	// db-security-group, db-snapshot, db-cluster-snapshot, db-proxy, zero-etl, custom-engine-version
	// and blue-green-deployment. All kinds if nil. Required with SourceIds.
	SourceType *string
	// Tags for the subscription.
	Tags []types.Tag `query:",item=Tag"`
}

// CreateEventSubscriptionOutput is the answer to
// [Client.CreateEventSubscription].
type CreateEventSubscriptionOutput struct {
	EventSubscription *types.EventSubscription
	ResultMetadata    middleware.Metadata `query:"-"`
}

var createEventSubscriptionOp = operation.Op{
	Name: "CreateEventSubscription",
	Faults: operation.Faults{
		(*types.EventSubscriptionQuotaExceededFault)(nil),
		(*types.SNSInvalidTopicFault)(nil),
		(*types.SNSNoAuthorizationFault)(nil),
		(*types.SNSTopicArnNotFoundFault)(nil),
		(*types.SourceNotFoundFault)(nil),
		(*types.SubscriptionAlreadyExistFault)(nil),
		(*types.SubscriptionCategoryNotFoundFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &eventSubscriptionResource,
		ID:       func(in any) *string { return in.(*CreateEventSubscriptionInput).SubscriptionName },
		Made:     func(item any) *time.Time { return subscribedAt(item.(*types.EventSubscription)) },
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateEventSubscriptionInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateEventSubscription begins to create a subscription, which sends events to a topic of Amazon SNS.
// It is creating and then active; [NewEventSubscriptionActiveWaiter] waits for it. An account has up to
// 20 subscriptions in a region.
//
// It can fail with [types.EventSubscriptionQuotaExceededFault], [types.SNSInvalidTopicFault],
// [types.SNSNoAuthorizationFault], [types.SNSTopicArnNotFoundFault], [types.SourceNotFoundFault],
// [types.SubscriptionAlreadyExistFault] or [types.SubscriptionCategoryNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html
func (c *Client) CreateEventSubscription(ctx context.Context, in *CreateEventSubscriptionInput, optFns ...func(*Options)) (*CreateEventSubscriptionOutput, error) {
	return typed[CreateEventSubscriptionOutput](c.invoke(ctx, &createEventSubscriptionOp, in, new(CreateEventSubscriptionOutput), optFns))
}

// ModifyEventSubscriptionInput is the request of
// [Client.ModifyEventSubscription].
type ModifyEventSubscriptionInput struct {
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required" recover:"CustSubscriptionId"`
	// Whether events are sent. A change of the topic alone was seen to disable a subscription, so give
	// this too.
	Enabled *bool
	// Only events of these categories.
	EventCategories []string `query:",item=EventCategory" recover:"EventCategoriesList"`
	// ARN of another topic of Amazon SNS.
	SnsTopicArn *string
	// Kind of resource whose events are sent.
	SourceType *string
}

// ModifyEventSubscriptionOutput is the answer to
// [Client.ModifyEventSubscription].
type ModifyEventSubscriptionOutput struct {
	EventSubscription *types.EventSubscription
	ResultMetadata    middleware.Metadata `query:"-"`
}

var modifyEventSubscriptionOp = operation.Op{
	Name: "ModifyEventSubscription",
	Faults: operation.Faults{
		(*types.EventSubscriptionQuotaExceededFault)(nil),
		(*types.SNSInvalidTopicFault)(nil),
		(*types.SNSNoAuthorizationFault)(nil),
		(*types.SNSTopicArnNotFoundFault)(nil),
		(*types.SubscriptionCategoryNotFoundFault)(nil),
		(*types.SubscriptionNotFoundFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &eventSubscriptionResource,
		ID:       func(in any) *string { return in.(*ModifyEventSubscriptionInput).SubscriptionName },
		During:   []string{"modifying"},
	},
}

// ModifyEventSubscription begins to change a subscription, which is modifying and then active. It cannot
// change the sources: [Client.AddSourceIdentifierToSubscription] and
// [Client.RemoveSourceIdentifierFromSubscription] do that.
//
// It can fail with [types.EventSubscriptionQuotaExceededFault], [types.SNSInvalidTopicFault],
// [types.SNSNoAuthorizationFault], [types.SNSTopicArnNotFoundFault],
// [types.SubscriptionCategoryNotFoundFault] or [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyEventSubscription.html
func (c *Client) ModifyEventSubscription(ctx context.Context, in *ModifyEventSubscriptionInput, optFns ...func(*Options)) (*ModifyEventSubscriptionOutput, error) {
	return typed[ModifyEventSubscriptionOutput](c.invoke(ctx, &modifyEventSubscriptionOp, in, new(ModifyEventSubscriptionOutput), optFns))
}

// DeleteEventSubscriptionInput is the request of
// [Client.DeleteEventSubscription].
type DeleteEventSubscriptionInput struct {
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required"`
}

// DeleteEventSubscriptionOutput is the answer to
// [Client.DeleteEventSubscription].
type DeleteEventSubscriptionOutput struct {
	EventSubscription *types.EventSubscription
	ResultMetadata    middleware.Metadata `query:"-"`
}

var deleteEventSubscriptionOp = operation.Op{
	Name: "DeleteEventSubscription",
	Faults: operation.Faults{
		(*types.InvalidEventSubscriptionStateFault)(nil),
		(*types.SubscriptionNotFoundFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &eventSubscriptionResource,
		ID:       func(in any) *string { return in.(*DeleteEventSubscriptionInput).SubscriptionName },
	},
}

// DeleteEventSubscription begins to delete a subscription, which is deleting and then gone. One that is being
// changed cannot be deleted. [NewEventSubscriptionDeletedWaiter] waits for the end.
//
// It can fail with [types.InvalidEventSubscriptionStateFault] or
// [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteEventSubscription.html
func (c *Client) DeleteEventSubscription(ctx context.Context, in *DeleteEventSubscriptionInput, optFns ...func(*Options)) (*DeleteEventSubscriptionOutput, error) {
	return typed[DeleteEventSubscriptionOutput](c.invoke(ctx, &deleteEventSubscriptionOp, in, new(DeleteEventSubscriptionOutput), optFns))
}

// AddSourceIdentifierToSubscriptionInput is the request of
// [Client.AddSourceIdentifierToSubscription].
type AddSourceIdentifierToSubscriptionInput struct {
	// Required. Name of a resource of the kind SourceType of the subscription.
	SourceIdentifier *string `query:",required"`
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required"`
}

// AddSourceIdentifierToSubscriptionOutput is the answer to
// [Client.AddSourceIdentifierToSubscription].
type AddSourceIdentifierToSubscriptionOutput struct {
	EventSubscription *types.EventSubscription
	ResultMetadata    middleware.Metadata `query:"-"`
}

var addSourceIdentifierToSubscriptionOp = operation.Op{
	Name: "AddSourceIdentifierToSubscription",
	Faults: operation.Faults{
		(*types.SourceNotFoundFault)(nil),
		(*types.SubscriptionNotFoundFault)(nil),
	},
	Effect: &recovery.Add{
		Resource: &eventSubscriptionResource,
		ID:       func(in any) *string { return in.(*AddSourceIdentifierToSubscriptionInput).SubscriptionName },
		Has: func(in, item any) bool {
			return hasSource(item.(*types.EventSubscription), in.(*AddSourceIdentifierToSubscriptionInput).SourceIdentifier)
		},
	},
}

// AddSourceIdentifierToSubscription adds a resource to the sources of a subscription, which is
// modifying meanwhile. The events of the resource are sent from then on.
//
// It can fail with [types.SourceNotFoundFault] or [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddSourceIdentifierToSubscription.html
func (c *Client) AddSourceIdentifierToSubscription(ctx context.Context, in *AddSourceIdentifierToSubscriptionInput, optFns ...func(*Options)) (*AddSourceIdentifierToSubscriptionOutput, error) {
	return typed[AddSourceIdentifierToSubscriptionOutput](c.invoke(ctx, &addSourceIdentifierToSubscriptionOp, in, new(AddSourceIdentifierToSubscriptionOutput), optFns))
}

// RemoveSourceIdentifierFromSubscriptionInput is the request of
// [Client.RemoveSourceIdentifierFromSubscription].
type RemoveSourceIdentifierFromSubscriptionInput struct {
	// Required. Name of a resource of the kind SourceType of the subscription.
	SourceIdentifier *string `query:",required"`
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required"`
}

// RemoveSourceIdentifierFromSubscriptionOutput is the answer to
// [Client.RemoveSourceIdentifierFromSubscription].
type RemoveSourceIdentifierFromSubscriptionOutput struct {
	EventSubscription *types.EventSubscription
	ResultMetadata    middleware.Metadata `query:"-"`
}

var removeSourceIdentifierFromSubscriptionOp = operation.Op{
	Name: "RemoveSourceIdentifierFromSubscription",
	Faults: operation.Faults{
		(*types.SourceNotFoundFault)(nil),
		(*types.SubscriptionNotFoundFault)(nil),
	},
	Effect: &recovery.Remove{
		Resource: &eventSubscriptionResource,
		ID:       func(in any) *string { return in.(*RemoveSourceIdentifierFromSubscriptionInput).SubscriptionName },
		Has: func(in, item any) bool {
			return hasSource(item.(*types.EventSubscription), in.(*RemoveSourceIdentifierFromSubscriptionInput).SourceIdentifier)
		},
	},
}

// RemoveSourceIdentifierFromSubscription removes a resource from the sources of a subscription, which is
// modifying meanwhile. Without a source the subscription shows as all-sources-deleted.
//
// It can fail with [types.SourceNotFoundFault] or [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveSourceIdentifierFromSubscription.html
func (c *Client) RemoveSourceIdentifierFromSubscription(ctx context.Context, in *RemoveSourceIdentifierFromSubscriptionInput, optFns ...func(*Options)) (*RemoveSourceIdentifierFromSubscriptionOutput, error) {
	return typed[RemoveSourceIdentifierFromSubscriptionOutput](c.invoke(ctx, &removeSourceIdentifierFromSubscriptionOp, in, new(RemoveSourceIdentifierFromSubscriptionOutput), optFns))
}

// DescribeEventSubscriptionsInput is the request of
// [Client.DescribeEventSubscriptions].
type DescribeEventSubscriptionsInput struct {
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Subscriptions per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Only the subscription with this name.
	SubscriptionName *string
}

// DescribeEventSubscriptionsOutput is the answer to
// [Client.DescribeEventSubscriptions].
type DescribeEventSubscriptionsOutput struct {
	EventSubscriptionsList []types.EventSubscription `query:",item=EventSubscription"`
	// Set when there are more subscriptions.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeEventSubscriptionsOp = operation.Op{
	Name: "DescribeEventSubscriptions",
	Faults: operation.Faults{
		(*types.SubscriptionNotFoundFault)(nil),
	},
}

// DescribeEventSubscriptions lists the event subscriptions of the account in the region.
//
// It can fail with [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEventSubscriptions.html
func (c *Client) DescribeEventSubscriptions(ctx context.Context, in *DescribeEventSubscriptionsInput, optFns ...func(*Options)) (*DescribeEventSubscriptionsOutput, error) {
	return typed[DescribeEventSubscriptionsOutput](c.invoke(ctx, &describeEventSubscriptionsOp, in, new(DescribeEventSubscriptionsOutput), optFns))
}

// DescribeEventSubscriptionsAPIClient is what the paginator needs of a client.
type DescribeEventSubscriptionsAPIClient interface {
	DescribeEventSubscriptions(context.Context, *DescribeEventSubscriptionsInput, ...func(*Options)) (*DescribeEventSubscriptionsOutput, error)
}

// DescribeEventSubscriptionsPaginatorOptions are the options of a
// [DescribeEventSubscriptionsPaginator].
type DescribeEventSubscriptionsPaginatorOptions = PaginatorOptions

// A DescribeEventSubscriptionsPaginator walks the pages of
// [Client.DescribeEventSubscriptions].
type DescribeEventSubscriptionsPaginator = Paginator[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// NewDescribeEventSubscriptionsPaginator returns a paginator that begins where params say.
func NewDescribeEventSubscriptionsPaginator(client DescribeEventSubscriptionsAPIClient, params *DescribeEventSubscriptionsInput, optFns ...func(*DescribeEventSubscriptionsPaginatorOptions)) *DescribeEventSubscriptionsPaginator {
	return describe.NewPaginator[types.EventSubscription](client.DescribeEventSubscriptions, "EventSubscriptionsList", params, optFns)
}

var eventSubscriptions = wait.Resource{
	Noun:     "event subscription",
	Items:    "EventSubscriptionsList",
	ID:       "SubscriptionName",
	Names:    []string{"CustSubscriptionId", "EventSubscriptionArn"},
	Status:   "Status",
	NotFound: "SubscriptionNotFound",
}

var eventSubscriptionResource = recovery.Resource{
	Kind:      &eventSubscriptions,
	Operation: &describeEventSubscriptionsOp,
	New: func() (in, out any) {
		return new(DescribeEventSubscriptionsInput), new(DescribeEventSubscriptionsOutput)
	},
	Tagged: func(ctx context.Context, d recovery.Describer, item any, key, value string) (bool, error) {
		return tagged(ctx, d, nil, item.(*types.EventSubscription).EventSubscriptionArn, key, value)
	},
}

// subscribedAt is when a subscription was created, or nil if its text is not a known time.
func subscribedAt(s *types.EventSubscription) *time.Time {
	for _, layout := range []string{"2006-01-02 15:04:05.999", time.UnixDate} {
		if t, err := time.Parse(layout, nereid.ToString(s.SubscriptionCreationTime)); err == nil {
			return &t
		}
	}
	return nil
}

// hasSource reports whether a subscription has a resource among its sources.
func hasSource(s *types.EventSubscription, id *string) bool {
	return slices.ContainsFunc(s.SourceIdsList, func(source string) bool { return strings.EqualFold(source, nereid.ToString(id)) })
}

// EventSubscriptionActiveWaiterOptions are the options of an [EventSubscriptionActiveWaiter].
type EventSubscriptionActiveWaiterOptions = WaiterOptions[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// An EventSubscriptionActiveWaiter waits until event subscriptions are active.
type EventSubscriptionActiveWaiter = Waiter[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// NewEventSubscriptionActiveWaiter returns a waiter for subscriptions that are created or modified.
// It also succeeds with the status all-sources-deleted, which a subscription has after its last
// source is deleted. It fails with no-permission and topic-not-exist. The SDK has no such waiter.
func NewEventSubscriptionActiveWaiter(client DescribeEventSubscriptionsAPIClient, optFns ...func(*EventSubscriptionActiveWaiterOptions)) *EventSubscriptionActiveWaiter {
	return describe.NewWaiter(client.DescribeEventSubscriptions, core, &eventSubscriptions, &wait.Condition{
		Wanted:  "active",
		Success: []string{"active", "all-sources-deleted"},
		Failure: []string{"deleting", "no-permission", "topic-not-exist"},
	}, optFns)
}

// EventSubscriptionDeletedWaiterOptions are the options of an [EventSubscriptionDeletedWaiter].
type EventSubscriptionDeletedWaiterOptions = WaiterOptions[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// An EventSubscriptionDeletedWaiter waits until event subscriptions are gone.
type EventSubscriptionDeletedWaiter = Waiter[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// NewEventSubscriptionDeletedWaiter returns a waiter for subscriptions that are deleted. The SDK has no
// such waiter.
func NewEventSubscriptionDeletedWaiter(client DescribeEventSubscriptionsAPIClient, optFns ...func(*EventSubscriptionDeletedWaiterOptions)) *EventSubscriptionDeletedWaiter {
	return describe.NewWaiter(client.DescribeEventSubscriptions, core, &eventSubscriptions, &wait.Condition{
		Wanted:  "deleted",
		Success: []string{"deleted"},
		Failure: []string{"creating"},
		Gone:    true,
	}, optFns)
}
