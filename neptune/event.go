package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/neptune/types"
)

// DescribeEventsInput is the input of [Client.DescribeEvents].
type DescribeEventsInput struct {
	// How many minutes to look back; 60 if nil.
	Duration *int32
	// End of the time range.
	EndTime *time.Time
	// Categories of the events to list, for example backup or failover; all categories if empty.
	EventCategories []string `query:",item=EventCategory"`
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Events per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Name of the resource whose events are listed. If it is set, SourceType must also be set.
	SourceIdentifier *string
	// Type of the resources whose events are listed. Required if SourceIdentifier is set.
	SourceType types.SourceType
	// Start of the time range.
	StartTime *time.Time
}

// DescribeEventsOutput is the output of [Client.DescribeEvents].
type DescribeEventsOutput struct {
	// The events of this page.
	Events []types.Event `query:",item=Event"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeEventsOp = operation.Op{
	Name: "DescribeEvents",
}

// DescribeEvents lists events of the last 14 days. Without a time range, it lists the events of the
// last hour. AWS documents no faults for this operation.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeEvents.html
func (c *Client) DescribeEvents(ctx context.Context, in *DescribeEventsInput, optFns ...func(*Options)) (*DescribeEventsOutput, error) {
	return typed[DescribeEventsOutput](c.invoke(ctx, &describeEventsOp, in, new(DescribeEventsOutput), optFns))
}

// DescribeEventsAPIClient is the client interface that the paginator uses.
type DescribeEventsAPIClient interface {
	DescribeEvents(context.Context, *DescribeEventsInput, ...func(*Options)) (*DescribeEventsOutput, error)
}

// DescribeEventsPaginatorOptions are the options of a [DescribeEventsPaginator].
type DescribeEventsPaginatorOptions = PaginatorOptions

// A DescribeEventsPaginator walks the pages of [Client.DescribeEvents].
type DescribeEventsPaginator = Paginator[DescribeEventsInput, DescribeEventsOutput, types.Event]

// NewDescribeEventsPaginator returns a paginator that starts at params.Marker, or at the first page
// if params.Marker is nil.
func NewDescribeEventsPaginator(client DescribeEventsAPIClient, params *DescribeEventsInput, optFns ...func(*DescribeEventsPaginatorOptions)) *DescribeEventsPaginator {
	return describe.NewPaginator[types.Event](client.DescribeEvents, "Events", params, optFns)
}

// DescribeEventCategoriesInput is the input of [Client.DescribeEventCategories].
type DescribeEventCategoriesInput struct {
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Type of resource whose event categories are listed: db-instance, db-cluster,
	// db-parameter-group, db-security-group, db-snapshot or db-cluster-snapshot; all types if nil.
	SourceType *string
}

// DescribeEventCategoriesOutput is the output of [Client.DescribeEventCategories].
type DescribeEventCategoriesOutput struct {
	// One element for each type of resource.
	EventCategoriesMapList []types.EventCategoriesMap `query:",item=EventCategoriesMap"`
	ResultMetadata         middleware.Metadata        `query:"-"`
}

var describeEventCategoriesOp = operation.Op{
	Name: "DescribeEventCategories",
}

// DescribeEventCategories lists the event categories for each type of resource. AWS documents no
// faults for this operation.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeEventCategories.html
func (c *Client) DescribeEventCategories(ctx context.Context, in *DescribeEventCategoriesInput, optFns ...func(*Options)) (*DescribeEventCategoriesOutput, error) {
	return typed[DescribeEventCategoriesOutput](c.invoke(ctx, &describeEventCategoriesOp, in, new(DescribeEventCategoriesOutput), optFns))
}
