// Package wait polls a describe operation until a resource is in a wanted
// state. All waiters are made of it: each is a [Resource] of resource, shared by the
// waiters of that kind, and a [Condition], which is a few lines of states.
//
// What makes waits fail in practice has one answer each here:
//
//   - A status that is in no list is waited through. Only listed states fail.
//   - A poll that is throttled, or fails in another way that the retryer would
//     repeat, costs nothing but time: the next one comes later. It is sent once
//     and takes nothing out of the client's retry budget.
//   - A resource that is not there is looked for twice more before that is
//     believed, since a describe may be behind the create.
//   - There is no poll after the deadline, and one shortly before it.
//   - Many resources are asked for together, see [Waiter.All]. A list that does
//     not show a resource, or is refused because of one, decides about no
//     resource before it was asked for alone.
//
// It runs in the goroutine of the caller, and starts none.
package wait
