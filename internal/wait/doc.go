// Package wait polls a describe operation until a resource is in a wanted
// state. All waiters use it, through package describe. A waiter consists of a
// [Resource], which the waiters for that kind of resource share, and a
// [Condition], which is a few lines of statuses.
//
// The package handles the usual reasons for failing waits:
//
//   - Unknown statuses do not end a wait. Only listed statuses fail.
//   - If a poll is throttled, or fails with another error that the retryer
//     would retry, the wait only takes longer: the next poll comes later. A
//     poll is sent once and uses nothing of the client's retry budget. If a
//     service asks for a long pause, the pause is at most a quarter of the
//     remaining time.
//   - Without credentials the wait goes on for a while, see
//     [retry.Credentials].
//   - Descriptions lag. If a poll does not find a resource, the wait polls
//     twice more, for at least 20 seconds, before the resource counts as
//     missing. Only the not-found fault of that kind of resource counts,
//     because a gateway may answer that it found no route.
//   - A poll follows a limited number of pages.
//   - The last poll comes shortly before the deadline, and none after it.
//   - Many resources are described together, see [Engine.All]. If a list does
//     not show a resource, or is rejected because of one, the resource is
//     described alone before anything is decided.
//
// The package runs in the caller's goroutine, and starts none.
package wait
