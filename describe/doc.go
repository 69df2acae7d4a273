// Package describe implements what the clients' describe operations share: the paginator, which
// walks the pages of a list, and the waiter, which polls until resources reach a state that the
// caller wants.
//
// The service packages have aliases of these types, and a constructor for each paginated operation
// and each desired state:
//
//	pages := neptune.NewDescribeDBClustersPaginator(client, &neptune.DescribeDBClustersInput{})
//	for cluster, err := range pages.All(ctx) {
//		…
//	}
//
//	waiter := neptune.NewDBClusterAvailableWaiter(client)
//	err := waiter.Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}, time.Hour)
//
// Programs rarely use this package directly. It is useful for code that handles waiters of both
// services. The type parameters are pointers to the input, the output and the options of the
// operation, and to the resource that the output lists.
package describe
