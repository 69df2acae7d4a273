// Package vectortest runs test vectors through the client of a service: a
// vector's parameters become a call, and what was sent, or what the call
// returned, is held against what the vector says. The clients are found by
// reflection, so that a vector counts from the moment its operation is there.
//
// Only tests use it. The vectors are not part of the repository: NEREID_VECTORS
// names their folder, and without it the tests skip.
package vectortest
