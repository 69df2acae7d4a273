// Package sigv4 signs requests with AWS Signature Version 4, in headers and in
// the query of a URL. It also verifies such signatures.
//
// A [Signer] derives a signing key once for each secret, day, region and
// service, and caches it. With a cached key, a signature costs two hashes. The
// Signer signs the body's hash and all of the request's headers except headers
// that proxies rewrite. The URL is signed in exactly the form in which it is
// sent.
//
// A [Verifier] is for servers in tests. It recomputes the signature from the
// headers that the client signed, so it can verify any SDK's requests. Its
// errors have AWS's codes and messages.
package sigv4
