// Package bench measures this module's clients and those of aws-sdk-go-v2: the
// same calls, with the same replies, alternating within one run.
//
// A [Case] is a call with both libraries. Its Check compares their requests and
// results. The package's benchmarks run single cases. The program in report
// measures all cases and writes docs/benchmarks.md.
//
// The HTTP client is an http.Client with a RoundTripper that reads the request
// and returns a reply from memory. So the measurement includes everything in
// the process except a connection. A bare http.Client.Do is one of the
// baselines (lower bounds). [Loopback] uses real connections.
package bench
