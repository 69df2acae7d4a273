// Package wait polls a describe operation until a resource is in a wanted
// state. All waiters use it, through package describe: each is a [Resource], shared
// by the waiters for that kind of resource, and a [Condition], which is a few lines
// of statuses.
//
// What makes waits fail in practice has one answer each here:
//
//   - A wait goes on through a status that is in no list. Only listed statuses fail.
//   - A poll that is throttled, or fails in another way that the retryer would
//     retry, costs nothing but time: the next one comes later. It is sent once
//     and takes nothing out of the client's retry budget. A service that asks for a
//     long pause gets at most a quarter of the time that is left.
//   - Without credentials the wait goes on for a while, see [retry.Credentials].
//   - A resource that a poll does not find is polled twice more, for at least 20
//     seconds, before that is believed, because descriptions lag. Only the fault of
//     that kind of resource says so: a gateway finds no route.
//   - A poll follows a bounded number of pages.
//   - There is no poll after the deadline, and one shortly before it.
//   - Many resources are described together, see [Engine.All]. A list that does
//     not show a resource, or is rejected because of one, decides about no
//     resource before it was described alone.
//
// It runs in the goroutine of the caller, and starts none.
package wait
