// Package recovery determines the result of a call if the service may have
// carried out an attempt whose answer was lost.
//
// The outcome of such an attempt is unknown; in the code, the attempt is in
// doubt. The service can then reject a later attempt because the earlier one
// succeeded: the name is taken, or the resource is already in the target state,
// no longer exists or already has its new name. To find out, the package
// describes the resource. It reports success only if the call had its whole
// effect. For example, it never mistakes yesterday's snapshot with the same name
// for the result of today's call.
//
//   - effect.go: what happens when an operation is repeated
//   - attempt.go: whether an attempt may have been carried out
//   - refusal.go: which errors can be due to an earlier attempt
//   - resolve.go: how each effect is looked up
//   - tags.go: the tags of inputs and Describe responses
//   - compare.go: comparison of an input with a description
//   - window.go: whether a resource was made before the call
//   - pending.go: how a later call resolves an earlier unknown outcome
//
// # Effects
//
// An operation's descriptor names its effect: what happens when the operation
// is repeated. Operations that only read do not have an effect.
//
//	Effect     | A repetition                        | Operations
//	-----------+-------------------------------------+---------------------------------------------
//	Create     | is rejected: the name is taken      | Create…, Copy…, Restore…, StartExportTask
//	Change     | is rejected because of the state    | Start…, Stop…, CancelExportTask, Promote…
//	Delete     | does not find the resource          | Delete…
//	Add        | is rejected: it already exists      | AddRoleTo…, AddSourceIdentifier…, AddTags…
//	Remove     | does not find the member            | RemoveFrom…, RemoveRoleFrom…, RemoveTags…,
//	           |                                     | RemoveSourceIdentifier…
//	Modify     | may not find the old name, or is    | Modify… of resources whose descriptions show
//	           | rejected because of the state       | their settings
//	Failover   | makes the same member the writer    | FailoverDBCluster, FailoverGlobalCluster,
//	           | only if the input names a target    | SwitchoverGlobalCluster
//	LastWriter | changes nothing more                | Modify… and Reset… of parameter groups,
//	           |                                     | Modify…Attribute, ApplyPendingMaintenance…
//	Once       | takes effect a second time          | Reboot…, Backtrack…
//
// In the effect of a restore, the resource is the new resource, not the source. Some operations
// take a snapshot first: DeleteDBCluster, DeleteDBInstance and StopDBInstance. The field Snapshot
// of their effect names that snapshot. A call is then reported as successful only if Describe
// responses confirm both the snapshot and the change. If Describe responses do not show what an
// operation has done, its effect is LastWriter if a repetition does no harm, and Once otherwise.
//
// A call with the effect Change, Delete, Add, Remove or Failover is reported as
// successful if the resource is in the end state, even if another caller brought
// it about. A call with the effect Create is reported as successful only if the
// resource matches the request and is not older than the first attempt with an
// unknown outcome.
//
// # Members of an input
//
// The members of an input are of three types. Compared members are in the
// description. Carried members are not in it, and are never compared:
// passwords, the source of a restore, and tags if there is no TagList. Separate
// members name a resource other than the described one: a final snapshot, or
// the resource under its new name.
//
// An input member is compared with the description member of the same name, or
// with the member named in its tag recover:"Name". Members tagged recover:"-"
// and members without a counterpart are carried. Members tagged
// recover:",aside" are not compared either: they name the resource or control
// how AWS carries out the operation. Members tagged recover:",late" may be
// missing from a description at first.
package recovery
