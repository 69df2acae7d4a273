package neptune

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateDBClusterEndpointInput is the input of
// [Client.CreateDBClusterEndpoint].
type CreateDBClusterEndpointInput struct {
	// Required. Name of the endpoint: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It must be unique in the account and
	// region, and is stored in lower case.
	DBClusterEndpointIdentifier *string `query:",required"`
	// Required. An available cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Required. Type of endpoint: READER, or ANY for readers and the writer. AWS rejects WRITER,
	// although AWS's API model lists it.
	EndpointType *string `query:",required" recover:"CustomEndpointType"`
	// Instances that the endpoint excludes. The endpoint includes all other instances, present and
	// future, that match EndpointType. ExcludedMembers cannot be used together with StaticMembers.
	ExcludedMembers []string
	// The only instances that the endpoint includes; they must be available. If empty, the endpoint
	// includes all instances that match EndpointType, except ExcludedMembers.
	StaticMembers []string
	// Tags of the new endpoint, at most 50.
	Tags []types.Tag `query:",item=Tag"`
}

// CreateDBClusterEndpointOutput is the output of [Client.CreateDBClusterEndpoint]: the new endpoint.
type CreateDBClusterEndpointOutput struct {
	// Type of custom endpoint: READER, or ANY for readers and the writer.
	CustomEndpointType *string
	// ARN of the endpoint, in the form arn:aws:rds:region:account:cluster-endpoint:name.
	DBClusterEndpointArn *string
	// Name of the endpoint, in lower case.
	DBClusterEndpointIdentifier *string
	// Permanent ID of the endpoint, which AWS assigns.
	DBClusterEndpointResourceIdentifier *string
	// Name of the cluster that the endpoint belongs to.
	DBClusterIdentifier *string
	// Host name of the endpoint.
	Endpoint *string
	// Type of endpoint, always CUSTOM.
	EndpointType *string
	// Instances that the endpoint excludes, if StaticMembers is empty.
	ExcludedMembers []string
	// Instances that the endpoint includes. If empty, the endpoint includes all instances that
	// match CustomEndpointType, except ExcludedMembers.
	StaticMembers []string
	// Status of the endpoint: creating.
	Status         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBClusterEndpointOp = operation.Op{
	Name: "CreateDBClusterEndpoint",
	Faults: operation.Faults{
		(*types.DBClusterEndpointAlreadyExistsFault)(nil),
		(*types.DBClusterEndpointQuotaExceededFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	// The description of an endpoint does not contain a creation time. Therefore, only the tag that
	// the option TagCreations adds to the request shows which call created the endpoint.
	Effect: &recovery.Create{
		Resource: &clusterEndpointResource,
		ID:       func(in any) *string { return in.(*CreateDBClusterEndpointInput).DBClusterEndpointIdentifier },
	},
}

// CreateDBClusterEndpoint starts creating a custom endpoint, an address for selected instances of a
// cluster. It returns immediately; the endpoint's Status is creating at first. A
// [DBClusterEndpointAvailableWaiter] waits until the endpoint can be used. AWS deletes custom
// endpoints together with their cluster. A restored cluster does not have its source's custom
// endpoints.
//
// It can fail with [types.DBClusterEndpointAlreadyExistsFault],
// [types.DBClusterEndpointQuotaExceededFault], [types.DBClusterNotFoundFault],
// [types.DBInstanceNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBClusterEndpoint.html
func (c *Client) CreateDBClusterEndpoint(ctx context.Context, in *CreateDBClusterEndpointInput, optFns ...func(*Options)) (*CreateDBClusterEndpointOutput, error) {
	return typed[CreateDBClusterEndpointOutput](c.invoke(ctx, &createDBClusterEndpointOp, in, new(CreateDBClusterEndpointOutput), optFns))
}

// ModifyDBClusterEndpointInput is the input of
// [Client.ModifyDBClusterEndpoint].
type ModifyDBClusterEndpointInput struct {
	// Required. Name of a custom endpoint with Status available. The name is case-insensitive.
	DBClusterEndpointIdentifier *string `query:",required"`
	// Type of the endpoint: READER, or ANY for readers and the writer. If nil, the type does not
	// change.
	EndpointType *string `recover:"CustomEndpointType"`
	// Instances that the endpoint excludes. They replace the endpoint's current ExcludedMembers and
	// StaticMembers. ExcludedMembers cannot be used together with StaticMembers.
	ExcludedMembers []string
	// The only instances that the endpoint includes; they must be available. They replace the
	// endpoint's current ExcludedMembers and StaticMembers.
	StaticMembers []string
}

// ModifyDBClusterEndpointOutput is the output of [Client.ModifyDBClusterEndpoint]: the endpoint
// with its new settings.
type ModifyDBClusterEndpointOutput struct {
	// Type of custom endpoint: READER, or ANY for readers and the writer.
	CustomEndpointType *string
	// ARN of the endpoint, in the form arn:aws:rds:region:account:cluster-endpoint:name.
	DBClusterEndpointArn *string
	// Name of the endpoint, in lower case.
	DBClusterEndpointIdentifier *string
	// Permanent ID of the endpoint, which AWS assigns.
	DBClusterEndpointResourceIdentifier *string
	// Name of the cluster that the endpoint belongs to.
	DBClusterIdentifier *string
	// Host name of the endpoint.
	Endpoint *string
	// Type of endpoint, always CUSTOM.
	EndpointType *string
	// Instances that the endpoint excludes, if StaticMembers is empty.
	ExcludedMembers []string
	// Instances that the endpoint includes. If empty, the endpoint includes all instances that
	// match CustomEndpointType, except ExcludedMembers.
	StaticMembers []string
	// Status of the endpoint: modifying.
	Status         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBClusterEndpointOp = operation.Op{
	Name: "ModifyDBClusterEndpoint",
	Faults: operation.Faults{
		(*types.DBClusterEndpointNotFoundFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.InvalidDBClusterEndpointStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &clusterEndpointResource,
		ID:       func(in any) *string { return in.(*ModifyDBClusterEndpointInput).DBClusterEndpointIdentifier },
		During:   []string{"modifying"},
	},
}

// ModifyDBClusterEndpoint starts changing the type or the instances of a custom endpoint. It
// returns immediately; the endpoint's Status is modifying at first.
//
// It can fail with [types.DBClusterEndpointNotFoundFault], [types.DBInstanceNotFoundFault],
// [types.InvalidDBClusterEndpointStateFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBClusterEndpoint.html
func (c *Client) ModifyDBClusterEndpoint(ctx context.Context, in *ModifyDBClusterEndpointInput, optFns ...func(*Options)) (*ModifyDBClusterEndpointOutput, error) {
	return typed[ModifyDBClusterEndpointOutput](c.invoke(ctx, &modifyDBClusterEndpointOp, in, new(ModifyDBClusterEndpointOutput), optFns))
}

// DeleteDBClusterEndpointInput is the input of
// [Client.DeleteDBClusterEndpoint].
type DeleteDBClusterEndpointInput struct {
	// Required. Name of a custom endpoint. The name is case-insensitive.
	DBClusterEndpointIdentifier *string `query:",required"`
}

// DeleteDBClusterEndpointOutput is the output of [Client.DeleteDBClusterEndpoint]: the endpoint as
// it was when the deletion began.
type DeleteDBClusterEndpointOutput struct {
	// Type of custom endpoint: READER, or ANY for readers and the writer.
	CustomEndpointType *string
	// ARN of the endpoint, in the form arn:aws:rds:region:account:cluster-endpoint:name.
	DBClusterEndpointArn *string
	// Name of the endpoint, in lower case.
	DBClusterEndpointIdentifier *string
	// Permanent ID of the endpoint, which AWS assigns.
	DBClusterEndpointResourceIdentifier *string
	// Name of the cluster that the endpoint belonged to.
	DBClusterIdentifier *string
	// Host name of the endpoint.
	Endpoint *string
	// Type of endpoint, always CUSTOM.
	EndpointType *string
	// Instances that the endpoint excluded, if StaticMembers is empty.
	ExcludedMembers []string
	// Instances that the endpoint included. If empty, the endpoint included all instances that
	// matched CustomEndpointType, except ExcludedMembers.
	StaticMembers []string
	// Status of the endpoint: deleting.
	Status         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBClusterEndpointOp = operation.Op{
	Name: "DeleteDBClusterEndpoint",
	Faults: operation.Faults{
		(*types.DBClusterEndpointNotFoundFault)(nil),
		(*types.InvalidDBClusterEndpointStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterEndpointResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterEndpointInput).DBClusterEndpointIdentifier },
	},
}

// DeleteDBClusterEndpoint starts deleting a custom endpoint. The instances that the endpoint
// includes are not deleted.
//
// It can fail with [types.DBClusterEndpointNotFoundFault], [types.InvalidDBClusterEndpointStateFault]
// or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBClusterEndpoint.html
func (c *Client) DeleteDBClusterEndpoint(ctx context.Context, in *DeleteDBClusterEndpointInput, optFns ...func(*Options)) (*DeleteDBClusterEndpointOutput, error) {
	return typed[DeleteDBClusterEndpointOutput](c.invoke(ctx, &deleteDBClusterEndpointOp, in, new(DeleteDBClusterEndpointOutput), optFns))
}

// DescribeDBClusterEndpointsInput is the input of
// [Client.DescribeDBClusterEndpoints].
type DescribeDBClusterEndpointsInput struct {
	// Name of the custom endpoint to list; all endpoints if nil. The name is case-insensitive. If
	// the endpoint does not exist, the list is empty.
	DBClusterEndpointIdentifier *string
	// Name of the cluster whose endpoints are listed; all clusters if nil. The name is
	// case-insensitive.
	DBClusterIdentifier *string
	// Filters to apply: db-cluster-endpoint-type (reader, writer, custom),
	// db-cluster-endpoint-custom-type (reader, any), db-cluster-endpoint-id, and
	// db-cluster-endpoint-status (available, creating, deleting, inactive, modifying).
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Endpoints per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClusterEndpointsOutput is the output of
// [Client.DescribeDBClusterEndpoints].
type DescribeDBClusterEndpointsOutput struct {
	// The endpoints of this page.
	DBClusterEndpoints []types.DBClusterEndpoint `query:",item=DBClusterEndpointList"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterEndpointsOp = operation.Op{
	Name: "DescribeDBClusterEndpoints",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil),
	},
}

// DescribeDBClusterEndpoints lists custom endpoints, and each cluster's writer and reader
// endpoints, which have no identifier. It also lists the endpoints of Aurora and DocumentDB
// clusters.
//
// It can fail with [types.DBClusterNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterEndpoints.html
func (c *Client) DescribeDBClusterEndpoints(ctx context.Context, in *DescribeDBClusterEndpointsInput, optFns ...func(*Options)) (*DescribeDBClusterEndpointsOutput, error) {
	return typed[DescribeDBClusterEndpointsOutput](c.invoke(ctx, &describeDBClusterEndpointsOp, in, new(DescribeDBClusterEndpointsOutput), optFns))
}

// DescribeDBClusterEndpointsAPIClient is the client interface that the
// paginator and the waiters use.
type DescribeDBClusterEndpointsAPIClient interface {
	DescribeDBClusterEndpoints(context.Context, *DescribeDBClusterEndpointsInput, ...func(*Options)) (*DescribeDBClusterEndpointsOutput, error)
}

// DescribeDBClusterEndpointsPaginatorOptions are the options of a [DescribeDBClusterEndpointsPaginator].
type DescribeDBClusterEndpointsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterEndpointsPaginator walks the pages of [Client.DescribeDBClusterEndpoints].
type DescribeDBClusterEndpointsPaginator = Paginator[DescribeDBClusterEndpointsInput, DescribeDBClusterEndpointsOutput, types.DBClusterEndpoint]

// NewDescribeDBClusterEndpointsPaginator returns a paginator that starts at params.Marker, or at
// the first page if params.Marker is nil.
func NewDescribeDBClusterEndpointsPaginator(client DescribeDBClusterEndpointsAPIClient, params *DescribeDBClusterEndpointsInput, optFns ...func(*DescribeDBClusterEndpointsPaginatorOptions)) *DescribeDBClusterEndpointsPaginator {
	return describe.NewPaginator[types.DBClusterEndpoint](client.DescribeDBClusterEndpoints, clusterEndpoints.Items, params, optFns)
}

var clusterEndpoints = wait.Resource{
	Noun:     "cluster endpoint",
	Items:    "DBClusterEndpoints",
	ID:       "DBClusterEndpointIdentifier",
	Names:    []string{"DBClusterEndpointIdentifier", "DBClusterEndpointArn"},
	Status:   "Status",
	NotFound: "DBClusterEndpointNotFound",
}

var clusterEndpointResource = recovery.Resource{
	Kind:      &clusterEndpoints,
	Operation: &describeDBClusterEndpointsOp,
	New: func() (in, out any) {
		return new(DescribeDBClusterEndpointsInput), new(DescribeDBClusterEndpointsOutput)
	},
	Tags: &taggedResource,
}

// DBClusterEndpointAvailableWaiterOptions are the options of a [DBClusterEndpointAvailableWaiter].
type DBClusterEndpointAvailableWaiterOptions = WaiterOptions[DescribeDBClusterEndpointsInput, DescribeDBClusterEndpointsOutput, types.DBClusterEndpoint]

// A DBClusterEndpointAvailableWaiter waits until a new or modified custom endpoint can be used.
type DBClusterEndpointAvailableWaiter = Waiter[DescribeDBClusterEndpointsInput, DescribeDBClusterEndpointsOutput, types.DBClusterEndpoint]

// NewDBClusterEndpointAvailableWaiter returns a waiter that waits until custom endpoints are
// available. The wait fails if an endpoint's status is deleting, deleted or inactive.
func NewDBClusterEndpointAvailableWaiter(client DescribeDBClusterEndpointsAPIClient, optFns ...func(*DBClusterEndpointAvailableWaiterOptions)) *DBClusterEndpointAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBClusterEndpoints, core, &clusterEndpoints, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: []string{"deleting", "deleted", "inactive"},
	}, optFns)
}

// DBClusterEndpointDeletedWaiterOptions are the options of a [DBClusterEndpointDeletedWaiter].
type DBClusterEndpointDeletedWaiterOptions = WaiterOptions[DescribeDBClusterEndpointsInput, DescribeDBClusterEndpointsOutput, types.DBClusterEndpoint]

// A DBClusterEndpointDeletedWaiter waits until a custom endpoint no longer exists.
type DBClusterEndpointDeletedWaiter = Waiter[DescribeDBClusterEndpointsInput, DescribeDBClusterEndpointsOutput, types.DBClusterEndpoint]

// NewDBClusterEndpointDeletedWaiter returns a waiter that waits until custom endpoints no longer
// exist. The wait fails if a new endpoint with the same name is being created.
func NewDBClusterEndpointDeletedWaiter(client DescribeDBClusterEndpointsAPIClient, optFns ...func(*DBClusterEndpointDeletedWaiterOptions)) *DBClusterEndpointDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusterEndpoints, core, &clusterEndpoints, resource.Removed(), optFns)
}
