// Package vectortest runs test vectors through a service's client. It calls the
// client with a vector's parameters, and compares the request or the result
// with the vector. It finds the client's operations by reflection, so that a
// vector is tested as soon as its operation exists.
//
// Only tests use it. The vectors are not part of the repository. NEREID_VECTORS
// is their directory; if it is not set, the tests are skipped.
package vectortest
