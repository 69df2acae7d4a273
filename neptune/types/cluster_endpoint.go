package types

// DBClusterEndpoint is an address that connects to instances of a cluster. Each cluster has one
// endpoint of the type WRITER and one of the type READER, both without an identifier, resource ID and
// ARN. CreateDBClusterEndpoint creates custom endpoints.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterEndpoint.html
type DBClusterEndpoint struct {
	// READER, or ANY for readers and the writer; nil unless EndpointType is CUSTOM.
	CustomEndpointType *string
	// ARN of a custom endpoint, arn:aws:rds:region:account:cluster-endpoint:name.
	DBClusterEndpointArn *string
	// Name of a custom endpoint, in lower case.
	DBClusterEndpointIdentifier *string
	// An identifier that AWS assigns to a custom endpoint. It never changes.
	DBClusterEndpointResourceIdentifier *string
	// Name of the cluster that the endpoint belongs to.
	DBClusterIdentifier *string
	// Host name of the endpoint.
	Endpoint *string
	// READER, WRITER or CUSTOM.
	EndpointType *string
	// Instances that the endpoint excludes. If StaticMembers is empty, the endpoint includes all other
	// instances of its type, and instances that are created later.
	ExcludedMembers []string
	// The only instances that the endpoint includes. If empty, the endpoint includes all instances of
	// its type, except ExcludedMembers.
	StaticMembers []string
	// creating, available, deleting, modifying, or inactive. An inactive endpoint cannot be used with
	// the present role of its cluster, for example the writer endpoint of a secondary cluster of a
	// global database.
	Status *string
}
