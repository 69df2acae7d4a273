// Package sigv4 signs requests with AWS Signature Version 4, in headers and in
// the query of a URL, and checks such signatures.
//
// A [Signer] derives the signing key once per secret, day, region and service
// and keeps it: what remains per request is two hashes. It signs every header
// that the request has, but for those that proxies rewrite, and the body by its
// hash. What is signed of a URL is what goes out on the wire.
//
// A [Verifier] is the other side, for a server in tests. It recomputes a
// signature from the headers that the client chose to sign, so that requests
// from any SDK can be checked, and refuses with the codes and words that AWS
// uses.
package sigv4
