package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeEventsInput is the request of [Client.DescribeEvents].
type DescribeEventsInput struct {
	// Minutes to look back; 60 when nil.
	Duration *int32
	// Until then.
	EndTime *time.Time
	// Only events of these categories, such as backup or failover.
	EventCategories []string `query:",item=EventCategory"`
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Events per page, 20 to 100; 100 when nil.
	MaxRecords *int32
	// Only events of the resource with this name; needs SourceType.
	SourceIdentifier *string
	// Only events of this kind of resource. Required with SourceIdentifier.
	SourceType types.SourceType
	// From then on.
	StartTime *time.Time
}

// DescribeEventsOutput is the answer to [Client.DescribeEvents].
type DescribeEventsOutput struct {
	Events []types.Event `query:",item=Event"`
	// Set when there are more events.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeEventsOp = operation.Op{
	Name: "DescribeEvents",
}

// DescribeEvents lists what happened to resources in the last 14 days, the last hour if no time is
// given. No fault of its own is modelled.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html
func (c *Client) DescribeEvents(ctx context.Context, in *DescribeEventsInput, optFns ...func(*Options)) (*DescribeEventsOutput, error) {
	return typed[DescribeEventsOutput](c.invoke(ctx, &describeEventsOp, in, new(DescribeEventsOutput), optFns))
}

// DescribeEventsAPIClient is what the paginator needs of a client.
type DescribeEventsAPIClient interface {
	DescribeEvents(context.Context, *DescribeEventsInput, ...func(*Options)) (*DescribeEventsOutput, error)
}

// DescribeEventsPaginatorOptions are the options of a [DescribeEventsPaginator].
type DescribeEventsPaginatorOptions = PaginatorOptions

// A DescribeEventsPaginator walks the pages of [Client.DescribeEvents].
type DescribeEventsPaginator = Paginator[DescribeEventsInput, DescribeEventsOutput, types.Event]

// NewDescribeEventsPaginator returns a paginator that begins where params
// say.
func NewDescribeEventsPaginator(client DescribeEventsAPIClient, params *DescribeEventsInput, optFns ...func(*DescribeEventsPaginatorOptions)) *DescribeEventsPaginator {
	return describe.NewPaginator[types.Event](client.DescribeEvents, "Events", params, optFns)
}
