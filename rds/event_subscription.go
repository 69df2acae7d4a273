package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/rds/types"
)

// CreateEventSubscriptionInput is the input of [Client.CreateEventSubscription].
type CreateEventSubscriptionInput struct {
	// Required. ARN of an Amazon SNS topic, which must not be a FIFO topic.
	SnsTopicArn *string `query:",required"`
	// Required. Name of the subscription: fewer than 255 characters.
	SubscriptionName *string `query:",required" recover:"CustSubscriptionId"`
	// Whether the subscription sends events; true if nil.
	Enabled *bool
	// Categories of the events that are sent; all categories if empty.
	// [Client.DescribeEventCategories] lists the categories for each type of resource.
	EventCategories []string `query:",item=EventCategory" recover:"EventCategoriesList"`
	// Names of the resources whose events are sent; all resources if empty. SourceType is the type
	// of these resources.
	SourceIds []string `query:",item=SourceId" recover:"SourceIdsList"`
	// Type of the resources whose events are sent: db-instance, db-cluster, db-parameter-group,
	// db-security-group, db-snapshot, db-cluster-snapshot, db-proxy, zero-etl,
	// custom-engine-version or blue-green-deployment; all types if nil. Required if SourceIds is
	// set.
	SourceType *string
	// Tags of the new subscription, at most 50.
	Tags []types.Tag `query:",item=Tag"`
}

// CreateEventSubscriptionOutput is the output of [Client.CreateEventSubscription].
type CreateEventSubscriptionOutput struct {
	// The new subscription, with Status creating.
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
		Made:     resource.SubscribedAt,
	},
}

// CreateEventSubscription starts creating a subscription that sends events to an Amazon SNS topic.
// The subscription's Status is creating at first; an [EventSubscriptionActiveWaiter] waits until
// the subscription is active. An account can have up to 20 subscriptions in a region.
//
// It can fail with [types.EventSubscriptionQuotaExceededFault], [types.SNSInvalidTopicFault],
// [types.SNSNoAuthorizationFault], [types.SNSTopicArnNotFoundFault], [types.SourceNotFoundFault],
// [types.SubscriptionAlreadyExistFault] or [types.SubscriptionCategoryNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html
func (c *Client) CreateEventSubscription(ctx context.Context, in *CreateEventSubscriptionInput, optFns ...func(*Options)) (*CreateEventSubscriptionOutput, error) {
	return typed[CreateEventSubscriptionOutput](c.invoke(ctx, &createEventSubscriptionOp, in, new(CreateEventSubscriptionOutput), optFns))
}

// ModifyEventSubscriptionInput is the input of [Client.ModifyEventSubscription].
type ModifyEventSubscriptionInput struct {
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required" recover:"CustSubscriptionId"`
	// Whether the subscription sends events. Set Enabled in every call: AWS has been observed to
	// disable a subscription after a call that set only the topic.
	Enabled *bool
	// Categories of the events that are sent.
	EventCategories []string `query:",item=EventCategory" recover:"EventCategoriesList"`
	// ARN of another Amazon SNS topic.
	SnsTopicArn *string
	// Type of the resources whose events are sent: db-instance, db-cluster, db-parameter-group,
	// db-security-group, db-snapshot, db-cluster-snapshot, db-proxy, zero-etl,
	// custom-engine-version or blue-green-deployment.
	SourceType *string
}

// ModifyEventSubscriptionOutput is the output of [Client.ModifyEventSubscription].
type ModifyEventSubscriptionOutput struct {
	// The subscription, with Status modifying.
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

// ModifyEventSubscription starts changing a subscription. The subscription's Status changes to
// modifying and then to active. To change the subscription's sources, use
// [Client.AddSourceIdentifierToSubscription] and [Client.RemoveSourceIdentifierFromSubscription].
//
// It can fail with [types.EventSubscriptionQuotaExceededFault], [types.SNSInvalidTopicFault],
// [types.SNSNoAuthorizationFault], [types.SNSTopicArnNotFoundFault],
// [types.SubscriptionCategoryNotFoundFault] or [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyEventSubscription.html
func (c *Client) ModifyEventSubscription(ctx context.Context, in *ModifyEventSubscriptionInput, optFns ...func(*Options)) (*ModifyEventSubscriptionOutput, error) {
	return typed[ModifyEventSubscriptionOutput](c.invoke(ctx, &modifyEventSubscriptionOp, in, new(ModifyEventSubscriptionOutput), optFns))
}

// DeleteEventSubscriptionInput is the input of [Client.DeleteEventSubscription].
type DeleteEventSubscriptionInput struct {
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required"`
}

// DeleteEventSubscriptionOutput is the output of [Client.DeleteEventSubscription].
type DeleteEventSubscriptionOutput struct {
	// The subscription, with Status deleting.
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

// DeleteEventSubscription starts deleting a subscription. Its Status is deleting until the
// subscription no longer exists. A subscription whose Status is creating or modifying cannot be
// deleted. An [EventSubscriptionDeletedWaiter] waits until the subscription no longer exists.
//
// It can fail with [types.InvalidEventSubscriptionStateFault] or [types.SubscriptionNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteEventSubscription.html
func (c *Client) DeleteEventSubscription(ctx context.Context, in *DeleteEventSubscriptionInput, optFns ...func(*Options)) (*DeleteEventSubscriptionOutput, error) {
	return typed[DeleteEventSubscriptionOutput](c.invoke(ctx, &deleteEventSubscriptionOp, in, new(DeleteEventSubscriptionOutput), optFns))
}

// AddSourceIdentifierToSubscriptionInput is the input of [Client.AddSourceIdentifierToSubscription].
type AddSourceIdentifierToSubscriptionInput struct {
	// Required. Name of the resource to add. Its type must be the SourceType of the subscription.
	SourceIdentifier *string `query:",required"`
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required"`
}

// AddSourceIdentifierToSubscriptionOutput is the output of [Client.AddSourceIdentifierToSubscription].
type AddSourceIdentifierToSubscriptionOutput struct {
	// The subscription, with Status modifying.
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
			return resource.HasSource(item, in.(*AddSourceIdentifierToSubscriptionInput).SourceIdentifier)
		},
	},
}

// AddSourceIdentifierToSubscription adds a resource to the sources of a subscription. From then on,
// the subscription also sends the resource's events. The subscription's Status is modifying during
// the change.
//
// It can fail with [types.SourceNotFoundFault] or [types.SubscriptionNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddSourceIdentifierToSubscription.html
func (c *Client) AddSourceIdentifierToSubscription(ctx context.Context, in *AddSourceIdentifierToSubscriptionInput, optFns ...func(*Options)) (*AddSourceIdentifierToSubscriptionOutput, error) {
	return typed[AddSourceIdentifierToSubscriptionOutput](c.invoke(ctx, &addSourceIdentifierToSubscriptionOp, in, new(AddSourceIdentifierToSubscriptionOutput), optFns))
}

// RemoveSourceIdentifierFromSubscriptionInput is the input of
// [Client.RemoveSourceIdentifierFromSubscription].
type RemoveSourceIdentifierFromSubscriptionInput struct {
	// Required. Name of the resource to remove. It must be in the subscription's SourceIdsList.
	SourceIdentifier *string `query:",required"`
	// Required. Name of the subscription.
	SubscriptionName *string `query:",required"`
}

// RemoveSourceIdentifierFromSubscriptionOutput is the output of
// [Client.RemoveSourceIdentifierFromSubscription].
type RemoveSourceIdentifierFromSubscriptionOutput struct {
	// The subscription, with Status modifying.
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
			return resource.HasSource(item, in.(*RemoveSourceIdentifierFromSubscriptionInput).SourceIdentifier)
		},
	},
}

// RemoveSourceIdentifierFromSubscription removes a resource from the sources of a subscription. The
// subscription's Status is modifying during the change. After the removal of the last source, the
// Status is all-sources-deleted.
//
// It can fail with [types.SourceNotFoundFault] or [types.SubscriptionNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveSourceIdentifierFromSubscription.html
func (c *Client) RemoveSourceIdentifierFromSubscription(ctx context.Context, in *RemoveSourceIdentifierFromSubscriptionInput, optFns ...func(*Options)) (*RemoveSourceIdentifierFromSubscriptionOutput, error) {
	return typed[RemoveSourceIdentifierFromSubscriptionOutput](c.invoke(ctx, &removeSourceIdentifierFromSubscriptionOp, in, new(RemoveSourceIdentifierFromSubscriptionOutput), optFns))
}

// DescribeEventSubscriptionsInput is the input of [Client.DescribeEventSubscriptions].
type DescribeEventSubscriptionsInput struct {
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Subscriptions per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Name of the subscription to list; all subscriptions if nil.
	SubscriptionName *string
}

// DescribeEventSubscriptionsOutput is the output of [Client.DescribeEventSubscriptions].
type DescribeEventSubscriptionsOutput struct {
	// The subscriptions of this page.
	EventSubscriptionsList []types.EventSubscription `query:",item=EventSubscription"`
	// Marker of the next page, or nil on the last page.
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

// DescribeEventSubscriptionsAPIClient is the client interface that the paginator and the waiters use.
type DescribeEventSubscriptionsAPIClient interface {
	DescribeEventSubscriptions(context.Context, *DescribeEventSubscriptionsInput, ...func(*Options)) (*DescribeEventSubscriptionsOutput, error)
}

// DescribeEventSubscriptionsPaginatorOptions are the options of a
// [DescribeEventSubscriptionsPaginator].
type DescribeEventSubscriptionsPaginatorOptions = PaginatorOptions

// A DescribeEventSubscriptionsPaginator walks the pages of
// [Client.DescribeEventSubscriptions].
type DescribeEventSubscriptionsPaginator = Paginator[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// NewDescribeEventSubscriptionsPaginator returns a paginator that starts at params.Marker, or at
// the first page if params.Marker is nil.
func NewDescribeEventSubscriptionsPaginator(client DescribeEventSubscriptionsAPIClient, params *DescribeEventSubscriptionsInput, optFns ...func(*DescribeEventSubscriptionsPaginatorOptions)) *DescribeEventSubscriptionsPaginator {
	return describe.NewPaginator[types.EventSubscription](client.DescribeEventSubscriptions, "EventSubscriptionsList", params, optFns)
}

var eventSubscriptionResource = recovery.Resource{
	Kind:      &resource.EventSubscriptions,
	Operation: &describeEventSubscriptionsOp,
	New: func() (in, out any) {
		return new(DescribeEventSubscriptionsInput), new(DescribeEventSubscriptionsOutput)
	},
	Tags: &taggedResource,
}

// EventSubscriptionActiveWaiterOptions are the options of an [EventSubscriptionActiveWaiter].
type EventSubscriptionActiveWaiterOptions = WaiterOptions[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// An EventSubscriptionActiveWaiter waits until an event subscription is active.
type EventSubscriptionActiveWaiter = Waiter[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// NewEventSubscriptionActiveWaiter returns a waiter that waits until subscriptions are active, for
// example after they were created or modified. The wait also succeeds if the status is
// all-sources-deleted, which a subscription has after its last source is deleted. The wait fails if
// the status is deleting, no-permission or topic-not-exist.
func NewEventSubscriptionActiveWaiter(client DescribeEventSubscriptionsAPIClient, optFns ...func(*EventSubscriptionActiveWaiterOptions)) *EventSubscriptionActiveWaiter {
	return describe.NewWaiter(client.DescribeEventSubscriptions, core, &resource.EventSubscriptions, resource.SubscriptionActive(), optFns)
}

// EventSubscriptionDeletedWaiterOptions are the options of an [EventSubscriptionDeletedWaiter].
type EventSubscriptionDeletedWaiterOptions = WaiterOptions[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// An EventSubscriptionDeletedWaiter waits until an event subscription no longer exists.
type EventSubscriptionDeletedWaiter = Waiter[DescribeEventSubscriptionsInput, DescribeEventSubscriptionsOutput, types.EventSubscription]

// NewEventSubscriptionDeletedWaiter returns a waiter that waits until subscriptions no longer
// exist. The wait fails if a new subscription with the same name is being created.
func NewEventSubscriptionDeletedWaiter(client DescribeEventSubscriptionsAPIClient, optFns ...func(*EventSubscriptionDeletedWaiterOptions)) *EventSubscriptionDeletedWaiter {
	return describe.NewWaiter(client.DescribeEventSubscriptions, core, &resource.EventSubscriptions, resource.Removed(), optFns)
}
