// Package recovery decides the result of a call when an attempt got no answer.
//
// An attempt whose outcome is unknown is in doubt: the service may have carried
// it out. A later attempt can then be rejected because of the earlier one: the
// name is taken, the resource is already in the wanted state, the resource is
// gone or has its new name. The package describes the resource to find out. It
// reports a success only if the whole effect is there. A snapshot of yesterday
// with the same name is never the success of today.
//
//   - effect.go: the effect of a repetition of an operation
//   - attempt.go: whether an attempt may have been carried out
//   - refusal.go: which errors can be due to an earlier attempt
//   - resolve.go: how the outcome is looked up, by effect
//   - tags.go: the tags of inputs and descriptions
//   - compare.go: how an input is compared with a description
//   - window.go: whether a resource was made before the call
//   - pending.go: the doubt that one call leaves to the next
//
// # The effect of an operation
//
// An operation names its effect in its descriptor. Operations that only read
// have none.
//
//	Effect     | A repetition                        | Operations
//	-----------+-------------------------------------+---------------------------------------------
//	Create     | is rejected: the name is taken      | Create…, Copy…, Restore…, StartExportTask
//	Change     | is rejected for the state           | Start…, Stop…, CancelExportTask, Promote…
//	Delete     | does not find the resource          | Delete…
//	Add        | is rejected: it is there already    | AddRoleTo…, AddSourceIdentifier…, AddTags…
//	Remove     | does not find the member            | RemoveFrom…, RemoveRoleFrom…, RemoveTags…,
//	           |                                     | RemoveSourceIdentifier…
//	Modify     | may not find the old name, or is    | Modify… of resources that are described with
//	           | rejected for the state              | their settings
//	Failover   | leads to the same writer if a       | FailoverDBCluster, FailoverGlobalCluster,
//	           | target is named, otherwise not      | SwitchoverGlobalCluster
//	LastWriter | leaves everything as it is          | Modify… and Reset… of parameter groups,
//	           |                                     | Modify…Attribute, ApplyPendingMaintenance…
//	Once       | does it a second time               | Reboot…, Backtrack…
//
// A restore names the new resource, not its source. An operation that takes a
// snapshot first (DeleteDBCluster, DeleteDBInstance, StopDBInstance) names that
// snapshot in the field Snapshot of its effect: the snapshot is a separate
// effect, and both have to be there. If no description shows the effect of an
// operation, the operation is a LastWriter if it can be repeated at will, and
// Once otherwise.
//
// Change, Delete, Add, Remove and Failover are state effects: the end state is
// the success, even if another caller brought it about. Create is an identity
// effect: the resource has to match the request and must not be older than the
// first attempt in doubt.
//
// # Members of an input
//
// Compared members are in the description. Carried members are not (passwords,
// the source of a restore, tags if there is no TagList): they belong to the
// identity of the resource and never decide. Separate members (a final
// snapshot, a new name) name other resources.
//
// A member is compared with the member of the description that has the same
// name, or the name in its tag recover:"Name". Members tagged recover:"-", and
// members without a counterpart, are carried. Members tagged recover:",aside"
// name the resource or say how to proceed. Members tagged recover:",late" may
// be missing in a description.
package recovery
