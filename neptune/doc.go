// Package neptune is a client of the control plane of Amazon Neptune: clusters and their instances,
// cluster snapshots, global databases and tags. Queries of the graphs themselves are no part of it.
//
//	cfg, err := nereid.LoadEnvConfig()
//	if err != nil {
//		return err
//	}
//	client := neptune.NewFromConfig(cfg)
//	_, err = client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("graph")})
//
// Operations, their inputs and outputs, paginators and waiters have the names and the shape that
// they have in github.com/aws/aws-sdk-go-v2/service/neptune. Members are pointers, nil is "not
// sent". All methods of a [Client] are safe for concurrent use. For tests there is a fake of the
// service, package nereidtest.
//
// # Shared control plane
//
// Neptune has no control plane of its own. Requests go to the hosts of RDS and are signed for it, and
// ARNs say rds. What the operations list belongs to RDS and DocumentDB as well, and names are unique
// among all of them; stopping or deleting works on a cluster of any engine. The operations and
// paginators leave that as it is; [Clusters] and the like yield Neptune's only.
//
// # Paginators
//
// Each operation that returns pages has a paginator with the methods HasMorePages and NextPage, Pages,
// which yields the pages, and All, which yields the items. A marker that comes a second time is an
// error, unless [PaginatorOptions] say otherwise.
//
// # Waiters
//
// Most actions only begin something: the call returns, and a status tells how it goes on. A waiter
// polls until a wanted state is there. Wait waits for one resource, or a list that an input selects;
// WaitAll for any number by their identifiers, with few requests.
//
//	waiter                        ends well when                            ends with an error when
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
//	GlobalClusterAvailable        available                                 deleting, deleted
//	GlobalClusterDeleted          not found, deleted                        creating
//	GlobalClusterMemberRemoved    the cluster is no member, or              -
//	                              the global database is not found
//	GlobalClusterFailoverDone     the target is the primary cluster         cancelling
//	                              and there is no FailoverState
//
//	(1) deleted, deleting, failed, incompatible-restore, incompatible-parameters, incompatible-network,
//	    inaccessible-encryption-credentials, inaccessible-encryption-credentials-recoverable
//	    (on three polls, or after another status), migration-failed, cloning-failed
//	(2) creating, rebooting, resetting-master-credentials: something new bears the name, if it was
//	    deleting before, or is so on three polls
//	(3) as (1), without migration-failed and cloning-failed, and incompatible-create,
//	    incompatible-credentials, incompatible-option-group, restore-error, insufficient-capacity
//
// Any other status is waited through, be it known or not; [WaiterOptions].FailureStates adds to those
// that end a wait. A wait also ends when access is denied, and when three polls in a row do not find a
// resource that should be there. A poll that is throttled or gets no answer is repeated later and costs
// nothing of the client's retry budget. A wait outlasts 15 minutes without credentials if it had some
// before. Package [github.com/nereid-go/nereid/describe] documents the methods and options.
//
// By default polls are at least 30 seconds apart, then up to 2 minutes, at random, and one poll that
// finds the wanted state is enough (MinDelay, MaxDelay, ConsecutiveHits). With RequirePendingEmpty the
// waiters for available clusters and instances also wait for PendingModifiedValues to be empty:
// after [Client.ModifyDBCluster] a cluster is available before it is as wanted, and without that the
// wait may end before anything has begun. A change that is left to the maintenance window stays
// pending until then.
//
// The error of a wait is a [*nereid.WaitError], which tells the last status, the last output and
// more, and which matches nereid.ErrWaitTimeout, nereid.ErrWaitFailed, nereid.ErrWaitCanceled or
// nereid.ErrWaitPoll.
//
// # Copies from another region
//
// [Client.CopyDBClusterSnapshot] is called in the region that the copy is to be in. The source region
// has to be asked too, by a presigned URL in the request. It is made when the ARN of the source names
// another region than the client's, or SourceRegion does. It is for the standard endpoint of the
// source region, also where the client has another BaseEndpoint, is good for one hour, and is never
// logged. A source that is no ARN, or one of another region than SourceRegion says, is refused before
// anything is sent. [Options].DisableSourceRegionFromARN leaves it to SourceRegion alone.
// [Client.CreateDBCluster] does the same for ReplicationSourceIdentifier.
//
// # Operations without a method
//
// [Client.Invoke] calls any operation of the service with structs of the caller. A member is a *string,
// *bool, *int32, *int64, *float64 or *time.Time, a string type for an enumeration, a struct or a
// pointer to one, or a list of these. Its name is the name on the wire, unless the tag query says
// otherwise:
//
//	Name    *string        `query:"WireName"`      // another name on the wire
//	Name    *string        `query:",required"`     // refused before it is sent if it is nil
//	Filters []types.Filter `query:",item=Filter"`  // element name of a list; member without it
//	State   *string        `query:"-"`             // not part of the request or the reply
//
// An output may have the member ResultMetadata of the type middleware.Metadata with the tag
// query:"-". A request with the members SourceRegion and PreSignedUrl of the type *string is presigned
// like a copy from another region; the option source marks the *string whose ARN names that region.
//
// # Beyond the SDK
//
// These have no counterpart in the SDK. They are made of the operations above, and take interfaces
// instead of a [Client], so that mocks work with them too.
//
// [EnsureSnapshotCopied] waits for the copy of a cluster snapshot, and copies it only if there is none.
//
// [Clusters], [Instances], [ClusterSnapshots] and [GlobalClusters] yield what belongs to Neptune, page
// by page:
//
//	for cluster, err := range neptune.Clusters(ctx, client, nil) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(*cluster.DBClusterIdentifier, *cluster.Status)
//	}
//
// [ModifyParameters] and [ModifyClusterParameters] change parameters of a parameter group by name. They
// choose by the parameter when a change takes effect, send 20 parameters a call and tell which ones are
// refused. [ResetParameters] and [ResetClusterParameters] do the same for defaults.
// [DeleteParameterGroup] and [DeleteClusterParameterGroup] outlast the minutes for which AWS refuses it.
// [ParameterGroups] and [ClusterParameterGroups] yield the groups that belong to Neptune and are not
// AWS's own. [ParameterGroupFamily] is the family of an engine version:
//
//	changes, err := neptune.ModifyClusterParameters(ctx, client, "tuned", map[string]string{
//		"neptune_query_timeout": "60000",
//	})
//
// [EnsureStopped] and [EnsureStarted], and for many clusters [EnsureAllStopped] and [EnsureAllStarted],
// can be called at any time and any number of times. [Client.StopDBCluster] fails unless the cluster and
// its instances are available, and [Client.StartDBCluster] unless the cluster is stopped. The functions
// look at the cluster, wait until it can be stopped or started if it is not already, call the
// operation and wait for the end:
//
//	result, err := neptune.EnsureStopped(ctx, client, "graph", time.Hour)
//
// AWS starts a stopped cluster after seven days, see AutomaticRestartTime of [types.DBCluster].
//
// [RestoreCluster] restores a cluster from a snapshot or to a point in time, and adds what does not come
// along: roles, settings and instances. The same call goes on after it broke off. [EnsureRole] gives a
// cluster an IAM role and waits until the cluster can use it.
//
// [Client.Invoke] calls operations that have no method. Paginators have Pages and All for range loops,
// waiters have WaitAll. Of the [Options], AttemptTimeout, DisableRecovery and
// DisableSourceRegionFromARN are not the SDK's.
//
// # Errors
//
// Every error of a call is a *smithy.OperationError. The faults of the service are the types of
// package types, for errors.As. A type switch on the smithy.APIError finds those that the operation
// lists. Categories that hold for all operations are in package nereid, for errors.Is:
//
//	if errors.Is(err, nereid.ErrInvalidState) { … }
package neptune
