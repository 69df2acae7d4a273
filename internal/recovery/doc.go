// Package recovery decides what a call tells its caller when an attempt got no
// answer.
//
// An attempt whose outcome is unknown is in doubt: the service may have carried it
// out. A later attempt can then be refused because of what the earlier one did: the
// name is taken, the state is already the wanted one, the resource is gone or has its
// new name. The package describes the resource to find out, and reports a success
// only if the whole effect is there. A snapshot of yesterday with the same name is
// never the success of today.
//
//   - effect.go: what a repetition of an operation would do
//   - attempt.go: whether an attempt may have been carried out
//   - refusal.go: which refusals can be due to an earlier attempt
//   - resolve.go: how the outcome is looked up, effect by effect
//   - compare.go: how an input is compared with a description
//   - window.go: whether a resource was made before the call
//   - pending.go: doubt that one call leaves to the next
//
// # Which effect for which operation
//
// An operation names its effect in its descriptor. Operations that only read have
// none.
//
//	Effect     | A repetition                        | Operations
//	-----------+-------------------------------------+---------------------------------------------
//	Create     | is refused: the name is taken       | Create…, Copy…, Restore…, StartExportTask
//	Change     | is refused for the state            | Start…, Stop…, CancelExportTask, Promote…
//	Delete     | does not find the resource          | Delete…
//	Add        | is refused: it is there already     | AddRoleTo…, AddSourceIdentifier…, AddTags…
//	Remove     | does not find the member            | RemoveFrom…, RemoveRoleFrom…, RemoveTags…,
//	           |                                     | RemoveSourceIdentifier…
//	Modify     | may not find the old name, or is    | Modify… of resources that are described with
//	           | refused for the state               | their settings
//	Failover   | leads to the same writer if a       | FailoverDBCluster, FailoverGlobalCluster,
//	           | target is named, otherwise not      | SwitchoverGlobalCluster
//	LastWriter | leaves everything as it is          | Modify… and Reset… of parameter groups,
//	           |                                     | Modify…Attribute, ApplyPendingMaintenance…
//	Once       | does it a second time               | Reboot…
//
// A restore names the new resource, not its source. An operation that takes a
// snapshot first (DeleteDBCluster, DeleteDBInstance, StopDBInstance) names that
// snapshot in the field Snapshot of its effect: the snapshot is a separate effect, and
// both have to be there. An operation without a description that shows its effect is a
// LastWriter if it can be repeated at will, and Once otherwise.
//
// Change, Delete, Add, Remove and Failover are state effects: the end state is the
// success, also if another caller brought it about. Create is an identity effect: the resource must be
// equal to the request and not older than the first attempt in doubt.
//
// # Members of an input
//
// A description shows compared members. It cannot show carried ones (passwords, the
// source of a restore, tags if there is no TagList): they go with the identity of the
// resource and never decide. Separate ones (a final snapshot, a new name) are resources
// of their own.
//
// A member is compared with the member of the description that has the same name, or
// the name in its tag recover:"Name". Members tagged recover:"-", and those without a
// counterpart, are carried. Members tagged recover:",aside" say which resource is meant
// or how to proceed. Members tagged recover:",late" may be missing in a description.
package recovery
