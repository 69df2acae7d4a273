package types

// DBClusterEndpoint is an address of a cluster, behind which some of its instances are. Each cluster
// has one of the type WRITER and one of the type READER. Those have no identifier, resource id or
// ARN. Custom ones are made by CreateDBClusterEndpoint.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterEndpoint.html
type DBClusterEndpoint struct {
	// Of a custom endpoint: READER, or ANY for readers and the writer.
	CustomEndpointType   *string
	DBClusterEndpointArn *string
	// Name of a custom endpoint, in lower case.
	DBClusterEndpointIdentifier *string
	// Stays the same for the whole life of a custom endpoint.
	DBClusterEndpointResourceIdentifier *string
	DBClusterIdentifier                 *string
	// Host name.
	Endpoint *string
	// READER, WRITER or CUSTOM.
	EndpointType *string
	// Instances that the endpoint does not lead to. It leads to all others of its type, also later
	// ones, if StaticMembers is empty.
	ExcludedMembers []string
	// The only instances that the endpoint resolves to, if any.
	StaticMembers []string
	// creating, available, deleting, modifying, or inactive for an endpoint that cannot be used with
	// such a cluster, like the writer's of a secondary cluster of a global database.
	Status *string
}
