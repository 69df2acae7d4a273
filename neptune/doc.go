// Package neptune is a client for the management API of Amazon Neptune. It manages clusters and
// their instances, cluster snapshots, global databases, custom endpoints, IAM roles, parameter
// groups, subnet groups and tags. It does not query graphs.
//
//	cfg, err := nereid.LoadEnvConfig()
//	if err != nil {
//		return err
//	}
//	client := neptune.NewFromConfig(cfg)
//	id := nereid.String("graph")
//	_, err = client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: id})
//	if err != nil {
//		return err
//	}
//	err = neptune.NewDBClusterStoppedWaiter(client).Wait(ctx, &neptune.DescribeDBClustersInput{
//		DBClusterIdentifier: id,
//	}, time.Hour)
//
// [nereid.LoadEnvConfig] reads the configuration from environment variables. For profiles, SSO and
// the other sources of the AWS SDK, use the module awsconfig.
//
// Operations, their inputs and outputs, paginators and waiters have the same names and shapes as in
// github.com/aws/aws-sdk-go-v2/service/neptune. Most members (fields) of inputs and outputs are
// pointers; the client does not send nil members. All methods of a [Client] are safe for concurrent
// use. Package nereidtest provides a fake of the service for tests.
//
// # Shared control plane
//
// Neptune, RDS and DocumentDB share one control plane. Requests are sent to RDS hosts and signed
// for RDS, and the service in ARNs is rds. A resource name can be used only once across all
// engines. The operations also list RDS and DocumentDB resources, and can stop and delete RDS and
// DocumentDB clusters. The function [Clusters] and similar functions yield only Neptune resources.
//
// # Errors
//
// Every error that a call returns is a *smithy.OperationError. errors.As finds the service's
// faults, whose types are in package types. A type switch on the smithy.APIError finds only the
// faults that the operation's documentation lists. The smithy.APIError for any other fault is a
// *smithy.GenericAPIError. errors.Is finds the error categories of package nereid, which apply to
// all operations:
//
//	if errors.Is(err, nereid.ErrInvalidState) { … }
//
// If a response was lost and the client cannot determine whether the operation took effect,
// errors.As finds a [*nereid.OutcomeUnknownError].
//
// # Paginators
//
// Each operation that returns pages has a paginator. The methods HasMorePages and NextPage read one
// page at a time. The method Pages yields all pages, and the method All yields all items. If the
// service returns the same marker twice, the paginator returns an error, unless
// [PaginatorOptions].StopOnDuplicateToken is set.
//
// # Waiters
//
// Most operations only begin a change: the call returns immediately, and the resource's status
// shows the progress. A waiter polls until the resource reaches the desired state. The method Wait
// waits for one resource, or for all resources that an input selects. The method WaitAll takes any
// number of identifiers, and waits for these resources with few requests. The first waiter of the
// following table has the constructor [NewDBClusterAvailableWaiter]; the other constructors are
// named in the same way.
//
//	waiter                        succeeds when                             fails when
//	DBClusterAvailable            available                                 (1)
//	DBClusterStopped              stopped                                   (1)
//	DBClusterDeleted              not found, deleted                        (2)
//	DBClusterEndpointAvailable    available                                 deleting, deleted, inactive
//	DBClusterEndpointDeleted      not found, deleted                        creating
//	DBInstanceAvailable           available                                 (3)
//	DBInstanceDeleted             not found, deleted                        (2)
//	DBClusterSnapshotAvailable    available                                 deleted, deleting, failed,
//	                                                                        incompatible-restore,
//	                                                                        incompatible-parameters
//	DBClusterSnapshotDeleted      not found, deleted                        (2)
//	EventSubscriptionActive       active, (4)                               deleting, no-permission,
//	                                                                        topic-not-exist
//	EventSubscriptionDeleted      not found, deleted                        creating
//	GlobalClusterAvailable        available                                 deleting, deleted
//	GlobalClusterDeleted          not found, deleted                        creating
//	GlobalClusterMemberRemoved    the cluster is not a member, or           -
//	                              the global database does not exist
//	GlobalClusterFailoverDone     the target is the primary cluster         cancelling
//	                              and there is no FailoverState
//
//	(1) deleted, deleting, failed, incompatible-restore, incompatible-parameters, incompatible-network,
//	    inaccessible-encryption-credentials, inaccessible-encryption-credentials-recoverable (see below),
//	    migration-failed, cloning-failed
//	(2) creating, rebooting, resetting-master-credentials (see below): a new resource has the same name
//	(3) like (1), but without migration-failed and cloning-failed, and with incompatible-create,
//	    incompatible-credentials, incompatible-option-group, restore-error, insufficient-capacity
//	(4) also all-sources-deleted, the status after a subscription's last source is deleted
//
// Of these waiters, the AWS SDK has only DBInstanceAvailable and DBInstanceDeleted.
//
// A description may still show the status that the resource had before the call. For the statuses
// of (2) and for inaccessible-encryption-credentials-recoverable, a wait therefore fails only after
// three polls have found the status. But if an earlier poll found a different status, one poll is
// enough.
//
// During any other status, known or unknown, the wait continues. [WaiterOptions].FailureStates adds
// statuses for which a wait fails. A wait also fails if access is denied, or if three consecutive
// polls do not find a resource that should exist. If a poll is throttled or gets no response, the
// waiter polls again later. Polls do not use the client's retry budget. If credentials become
// unavailable during a wait, the wait fails only after 15 minutes. Package
// [github.com/nereid-go/nereid/describe] documents the methods and options.
//
// By default, the delay between polls is at least 30 seconds, grows to at most 2 minutes and is
// randomized. A wait succeeds after one poll that finds the desired state. The options MinDelay,
// MaxDelay and ConsecutiveHits change this behavior. With RequirePendingEmpty, waiters that wait
// until clusters or instances are available also wait until PendingModifiedValues is empty. Without
// RequirePendingEmpty, a wait after [Client.ModifyDBCluster] may succeed before the change begins,
// because the cluster is still available. A change that is scheduled for the maintenance window
// stays pending until the window begins.
//
// The error of a wait is a [*nereid.WaitError]. It contains, among other things, the last status
// and the last output. It matches nereid.ErrWaitTimeout, nereid.ErrWaitFailed,
// nereid.ErrWaitCanceled or nereid.ErrWaitPoll.
//
// # Copies from another region
//
// To copy a snapshot from another region, call [Client.CopyDBClusterSnapshot] with a client for the
// region of the copy. The request must contain a presigned URL for the source region. The client
// creates this URL if the source's ARN, or SourceRegion, names a region other than the client's.
// The URL uses the standard endpoint of the source region, even if the client has a BaseEndpoint.
// It is valid for one hour and is never logged. The call fails before a request is sent if
// SourceRegion differs from the region in the source's ARN, or if SourceRegion is not the client's
// region and the source is not an ARN. With [Options].DisableSourceRegionFromARN, the client uses
// only SourceRegion. The client also creates the URL for [Client.CreateDBCluster], if
// ReplicationSourceIdentifier is in another region.
//
// # Beyond the SDK
//
// The following functions have no counterpart in the SDK. They call the operations of this package.
// Their client parameters are interfaces, so that tests can pass mocks instead of a [Client].
//
// [EnsureSnapshotCopied] copies a cluster snapshot unless the copy already exists, and waits until
// the copy is available.
//
// [Clusters], [Instances], [ClusterSnapshots] and [GlobalClusters] yield Neptune resources, and
// read one page at a time:
//
//	for cluster, err := range neptune.Clusters(ctx, client, nil) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(*cluster.DBClusterIdentifier, *cluster.Status)
//	}
//
// [ModifyParameters] and [ModifyClusterParameters] change any number of parameters of a parameter
// group. They choose each parameter's ApplyMethod, send 20 parameters per call, and report the
// parameters that AWS rejects. For example:
//
//	changes, err := neptune.ModifyClusterParameters(ctx, client, "tuned", map[string]string{
//		"neptune_query_timeout": "60000",
//	})
//
// [ResetParameters] and [ResetClusterParameters] reset parameters to their defaults in the same
// way. [DeleteParameterGroup] and [DeleteClusterParameterGroup] repeat a deletion while AWS still
// considers the group in use. [ParameterGroups] and [ClusterParameterGroups] yield Neptune groups,
// except the default groups, which AWS creates. [ParameterGroupFamily] returns the family of an
// engine version.
//
// [EnsureStopped] and [EnsureStarted] stop and start a cluster, whatever state it is in. They can
// be called repeatedly. For example:
//
//	result, err := neptune.EnsureStopped(ctx, client, "graph", time.Hour)
//
// In contrast, [Client.StopDBCluster] fails unless the cluster and its instances are available, and
// [Client.StartDBCluster] fails unless the cluster is stopped. [EnsureAllStopped] and
// [EnsureAllStarted] stop and start many clusters at the same time. AWS starts a stopped cluster
// after seven days; see [types.DBCluster.AutomaticRestartTime].
//
// [RestoreCluster] restores a cluster from a snapshot or to a point in time, and adds roles,
// settings and instances. After a failure, it can be called again to continue. [EnsureRole]
// attaches an IAM role to a cluster and waits until the cluster can use the role. [WatchEvents]
// yields the events of the account as they appear.
//
// The following methods and fields are not in the SDK either: [Client.Invoke], the paginators'
// Pages and All, the waiters' WaitAll, and the [Options] AttemptTimeout, DisableRecovery,
// DisableSourceRegionFromARN, RecoveryTime, RenewAhead and TagCreations.
//
// # Operations without a method
//
// [Client.Invoke] calls any operation of the service with the caller's structs. The type of a
// member is *string, *bool, *int32, *int64, *float64 or *time.Time, a string type for an
// enumeration, a struct or a pointer to a struct, or a slice of one of these. A member's name on
// the wire is its Go name, unless a query tag gives a different name:
//
//	Name    *string        `query:"WireName"`      // different name on the wire
//	Name    *string        `query:",required"`     // the call fails before it is sent if Name is nil
//	Filters []types.Filter `query:",item=Filter"`  // element name of the list; "member" by default
//	State   *string        `query:"-"`             // not part of the request or the response
//
// An output may have a member ResultMetadata of type middleware.Metadata with the tag query:"-". If
// an input has the members SourceRegion and PreSignedUrl of type *string, the client creates a
// presigned URL, as it does for a copy from another region. In a query tag, the option "source"
// marks the *string member that contains the source's ARN. The ARN determines the source region.
//
// The inputs of this package also use a tag option and a tag that callers do not need. The query
// option "nopresign" keeps a member out of the presigned URL. The client uses the recover tag after
// a lost response. The tag gives the member's name in the description of the resource, or "-" if
// the description does not contain the member. The option "aside" of the recover tag marks a member
// that is not a setting of the resource. The option "late" of the recover tag marks a setting that
// may be missing from the description at first.
package neptune
