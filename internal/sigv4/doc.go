// Package sigv4 signs requests with AWS Signature Version 4, in headers and in
// the query of a URL. It also verifies such signatures.
//
// A [Signer] derives the signing key once per secret, day, region and service,
// and keeps it. Each request then costs only two hashes. The Signer signs the
// body by its hash and all headers of the request except those that proxies
// rewrite. The signed URL is the URL that is sent.
//
// A [Verifier] is for servers in tests. It recomputes a signature from the
// headers that the client chose to sign, so it can verify requests of any SDK.
// Its errors have AWS's codes and messages.
package sigv4
