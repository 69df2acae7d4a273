// Package vectortest runs test vectors through the client of a service. The
// parameters of a vector become a call, and the request or the result of the
// call is compared with the vector. The clients are found by reflection, so
// that a vector counts as soon as its operation exists.
//
// Only tests use it. The vectors are not part of the repository: NEREID_VECTORS
// names their folder, and without it the tests skip.
package vectortest
