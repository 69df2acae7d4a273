package types

// DBClusterEndpoint describes an address that connects to instances of a cluster. Each cluster has
// one endpoint of the type WRITER and one of the type READER. These two have no identifier, no
// resource ID and no ARN. CreateDBClusterEndpoint creates custom endpoints.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterEndpoint.html
type DBClusterEndpoint struct {
	// Type of a custom endpoint: READER, or ANY for readers and the writer. Nil unless EndpointType
	// is CUSTOM.
	CustomEndpointType *string
	// ARN of a custom endpoint, in the form arn:aws:rds:region:account:cluster-endpoint:name.
	DBClusterEndpointArn *string
	// Name of a custom endpoint, in lower case.
	DBClusterEndpointIdentifier *string
	// Permanent ID of a custom endpoint, which AWS assigns.
	DBClusterEndpointResourceIdentifier *string
	// Name of the cluster that the endpoint belongs to.
	DBClusterIdentifier *string
	// Host name of the endpoint.
	Endpoint *string
	// READER, WRITER or CUSTOM.
	EndpointType *string
	// Instances that the endpoint excludes. If StaticMembers is empty, the endpoint includes all
	// other instances, present and future, that match CustomEndpointType.
	ExcludedMembers []string
	// Instances that the endpoint includes. If empty, the endpoint includes all instances that
	// match CustomEndpointType, except ExcludedMembers.
	StaticMembers []string
	// Status of the endpoint: creating, available, deleting, modifying, or inactive. An endpoint is
	// inactive if endpoints of its type cannot be used for the cluster. For example, the writer
	// endpoint of a secondary cluster in a global database is inactive, because the cluster is
	// read-only.
	Status *string
}
