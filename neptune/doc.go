// Package neptune is a client of the control plane of Amazon Neptune: clusters and their instances,
// cluster snapshots, global databases, custom endpoints, IAM roles, parameter groups, subnet groups
// and tags. It does not query the graphs themselves.
//
//	cfg, err := nereid.LoadEnvConfig()
//	if err != nil {
//		return err
//	}
//	client := neptune.NewFromConfig(cfg)
//	_, err = client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("graph")})
//
// Operations, their inputs and outputs, paginators and waiters have the same names and shapes as in
// github.com/aws/aws-sdk-go-v2/service/neptune. Most members are pointers; the client does not send
// nil members. All methods of a [Client] are safe for concurrent use. Package nereidtest provides a
// fake of the service for tests.
//
// # Shared control plane
//
// Neptune, RDS and DocumentDB share one control plane. Requests go to the hosts of RDS and are signed
// for RDS, and rds is the service in ARNs. The operations also list the resources of RDS and
// DocumentDB, and names are unique across all engines. The operations to stop and delete work on
// clusters of any engine. The operations and paginators do not filter by engine; [Clusters] and
// similar functions yield only the resources of Neptune.
//
// # Paginators
//
// Each operation that returns pages has a paginator. HasMorePages and NextPage read one page at a
// time. Pages yields all pages, and All yields all items. If the service returns the same marker
// twice, the paginator returns an error, unless [PaginatorOptions].StopOnDuplicateToken is set.
//
// # Waiters
//
// Most operations only begin a change: the call returns immediately, and the resource's status
// shows the progress. A waiter polls until the resource reaches the wanted state. Wait waits for
// one resource, or for all resources that an input selects. WaitAll waits for any number of
// resources, given their identifiers, with few requests.
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
//	                              the global database is not found
//	GlobalClusterFailoverDone     the target is the primary cluster         cancelling
//	                              and there is no FailoverState
//
//	(1) deleted, deleting, failed, incompatible-restore, incompatible-parameters, incompatible-network,
//	    inaccessible-encryption-credentials, inaccessible-encryption-credentials-recoverable
//	    (on three polls, or after another status), migration-failed, cloning-failed
//	(2) creating, rebooting, resetting-master-credentials, if the resource was deleting before, or
//	    on three polls: another resource now has the name
//	(3) as (1), without migration-failed and cloning-failed, and incompatible-create,
//	    incompatible-credentials, incompatible-option-group, restore-error, insufficient-capacity
//	(4) all-sources-deleted, which the subscription has after its last source is deleted
//
// During any other status, known or unknown, the wait continues. [WaiterOptions].FailureStates adds
// statuses for which a wait fails. A wait also fails if access is denied, or if three consecutive
// polls do not find a resource that should exist. A poll that is throttled or gets no response is
// repeated later, and does not use the client's retry budget. If credentials become unavailable
// during a wait, the wait fails only after 15 minutes. Package
// [github.com/nereid-go/nereid/describe] documents the methods and options.
//
// By default, the delay between polls is at least 30 seconds, grows to at most 2 minutes and is
// randomized. A wait succeeds after one poll that finds the wanted state. The options MinDelay,
// MaxDelay and ConsecutiveHits change this behavior. With RequirePendingEmpty, the waiters for
// available clusters and instances also wait until PendingModifiedValues is empty. Without it, a
// wait after [Client.ModifyDBCluster] may end before the change begins, because the cluster is
// still available. A change that is left to the maintenance window stays pending until then.
//
// The error of a wait is a [*nereid.WaitError]. It contains, among other things, the last status
// and the last output. It matches nereid.ErrWaitTimeout, nereid.ErrWaitFailed,
// nereid.ErrWaitCanceled or nereid.ErrWaitPoll.
//
// # Copies from another region
//
// [Client.CopyDBClusterSnapshot] is called in the region of the copy. The request must contain a
// presigned URL for the source region. The client makes this URL if the ARN of the source, or
// SourceRegion, names another region than the client's. The URL uses the standard endpoint of the
// source region, even if the client has a BaseEndpoint. It is valid for one hour and is never logged.
// If the source is not an ARN, or its region is not SourceRegion, the call fails before a request is
// sent. With [Options].DisableSourceRegionFromARN, only SourceRegion counts. [Client.CreateDBCluster]
// does the same for ReplicationSourceIdentifier.
//
// # Operations without a method
//
// [Client.Invoke] calls any operation of the service with the caller's structs. The type of a
// member is *string, *bool, *int32, *int64, *float64 or *time.Time, a string type for an
// enumeration, a struct or a pointer to a struct, or a slice of one of these. A member's name on
// the wire is its Go name, unless a query tag gives a different name:
//
//	Name    *string        `query:"WireName"`      // another name on the wire
//	Name    *string        `query:",required"`     // the call fails before it is sent if Name is nil
//	Filters []types.Filter `query:",item=Filter"`  // element name of a list, by default member
//	State   *string        `query:"-"`             // not part of the request or the response
//
// An output may have a member ResultMetadata of type middleware.Metadata with the tag query:"-". If
// an input has the members SourceRegion and PreSignedUrl of type *string, the client creates a
// presigned URL, like for a copy from another region. The tag option source marks the *string
// member with the source's ARN, which determines the source region.
//
// The inputs of this package also use a tag option and a tag that callers do not need. The query
// option nopresign keeps a member out of the presigned URL. The recover tag is for a call whose
// response was lost: it says under which name the description of a resource shows the member, or
// "-" if the description does not show it. The recover option aside marks a member that is not a
// setting of the resource. The recover option late marks a setting that may be missing from the
// description at first.
//
// # Beyond the SDK
//
// The following functions have no counterpart in the SDK. They call the operations of this package.
// Their client parameters are interfaces, so that tests can pass mocks instead of a [Client].
//
// [EnsureSnapshotCopied] copies a cluster snapshot unless the copy already exists, and waits until
// the copy is available.
//
// [Clusters], [Instances], [ClusterSnapshots] and [GlobalClusters] yield the resources of Neptune,
// page by page:
//
//	for cluster, err := range neptune.Clusters(ctx, client, nil) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(*cluster.DBClusterIdentifier, *cluster.Status)
//	}
//
// [ModifyParameters] and [ModifyClusterParameters] change parameters of a parameter group by name.
// They choose when each change applies, send 20 parameters a call, and report the parameters that AWS
// rejects. [ResetParameters] and [ResetClusterParameters] do the same for resets to the defaults.
// [DeleteParameterGroup] and [DeleteClusterParameterGroup] repeat a deletion during the minutes for
// which AWS rejects it. [ParameterGroups] and [ClusterParameterGroups] yield the groups of Neptune,
// except the default groups that AWS creates. [ParameterGroupFamily] returns the family of an engine
// version:
//
//	changes, err := neptune.ModifyClusterParameters(ctx, client, "tuned", map[string]string{
//		"neptune_query_timeout": "60000",
//	})
//
// [EnsureStopped] and [EnsureStarted] can be called at any time and any number of times, and so can
// [EnsureAllStopped] and [EnsureAllStarted] for many clusters. In contrast, [Client.StopDBCluster]
// fails unless the cluster and its instances are available, and [Client.StartDBCluster] fails unless
// the cluster is stopped. The functions describe the cluster, wait until it can be stopped or started,
// call the operation if the cluster needs it, and wait for the result:
//
//	result, err := neptune.EnsureStopped(ctx, client, "graph", time.Hour)
//
// AWS starts a stopped cluster after seven days; see AutomaticRestartTime of [types.DBCluster].
//
// [RestoreCluster] restores a cluster from a snapshot or to a point in time, and adds what a restore
// does not copy: roles, settings and instances. After a failure, the same call continues the restore.
// [EnsureRole] attaches an IAM role to a cluster and waits until the cluster can use the role.
// [WatchEvents] yields the events of the account as they appear.
//
// The following methods and fields are not in the SDK either: [Client.Invoke], the paginators'
// Pages and All, the waiters' WaitAll, and the [Options] AttemptTimeout, DisableRecovery,
// DisableSourceRegionFromARN, RecoveryTime, RenewAhead and TagCreations.
//
// # Errors
//
// Every error of a call is a *smithy.OperationError. errors.As finds the service's faults, whose
// types are in package types. A type switch on the smithy.APIError finds only the faults that the
// operation's documentation lists. errors.Is finds the error categories of package nereid, which
// apply to all operations:
//
//	if errors.Is(err, nereid.ErrInvalidState) { … }
package neptune
