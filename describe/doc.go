// Package describe has what the clients of this module share around their describe
// operations: the paginator, which walks the pages of a list, and the waiter, which
// polls until resources are in a wanted state.
//
// The service packages have aliases of these types and the constructors, one for
// each operation with pages and one for each wanted state:
//
//	pages := neptune.NewDescribeDBClustersPaginator(client, &neptune.DescribeDBClustersInput{})
//	for cluster, err := range pages.All(ctx) {
//		…
//	}
//
//	waiter := neptune.NewDBClusterAvailableWaiter(client)
//	err := waiter.Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}, time.Hour)
//
// Programs rarely name this package. One that has code for waiters of both services
// can: the type parameters are pointers to the input, the output and the options of
// the operation, and the resource that the output lists.
package describe
