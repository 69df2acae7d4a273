// Package recovery finds out whether what a call was to do has been done by an
// attempt of the same call, whose answer was lost.
//
// When an attempt ends in a way that leaves its outcome open, the next one may be
// refused for what the first did: the name is taken, the state is already the
// wanted one, the resource is gone or has its new name. The caller describes the
// resource then, and takes it for its own work only if nothing that the
// description shows speaks against it. Yesterday's snapshot of the same name is never today's
// success.
//
// # How an input is compared with a description
//
// Each member that the input sets is compared with the member of the same name,
// or the one that its tag recover:"Name" gives. Members tagged recover:"-", and
// those that the description does not have, cannot be compared. Those tagged
// recover:",aside" ask for nothing that could show. Identifiers are
// compared without case; tags of the input have to be among those described; a
// KMS key given by its id or alias proves nothing against the ARN of a
// description.
package recovery
