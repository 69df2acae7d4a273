// Package wait polls a describe operation until a resource is in a wanted
// state. All waiters use it through package describe. A waiter consists of a
// [Resource], which all waiters for the resource type share, and a [Condition],
// which lists statuses.
//
// The package deals with the usual reasons why waits fail:
//
//   - Unknown statuses do not end a wait. A wait fails only at the failure
//     statuses that its condition lists.
//   - If a poll is throttled, or fails with another error that the retryer
//     would retry, the wait does not fail, and the next poll is later. A poll
//     does not retry its failed request, so it does not use the client's retry
//     budget. If the service asks for a long pause, the pause is at most a
//     quarter of the remaining time.
//   - The wait continues for some time without credentials; see
//     [retry.Credentials].
//   - Describe responses lag. If a poll does not find a resource, the wait
//     polls at least twice more before the resource counts as missing. These
//     polls take at least 20 seconds or a quarter of the maximum wait,
//     whichever is shorter. Only the resource type's own not-found fault
//     counts, because a gateway may return another not-found error when it does
//     not find a route.
//   - A poll reads a limited number of pages.
//   - The last poll is shortly before the deadline. There is no poll after it.
//   - Many resources are described together, see [Engine.All]. If a resource is
//     missing from a list, or a list is rejected because of a resource, the
//     resource is described alone before the wait for it ends.
//
// The package does not start goroutines.
package wait
