// Package bench measures the clients of this module and those of aws-sdk-go-v2:
// the same calls, with the same replies, in turns in one run.
//
// A [Case] is a call that both make. It can be checked, which compares the
// requests and the results, and it can be measured. The benchmarks of this
// package run single cases. The program in report measures them all and writes
// docs/benchmarks.md.
//
// Calls go through an http.Client of net/http to a RoundTripper that reads the
// request and answers from memory. The measurement therefore includes
// everything in the process except a connection. http.Client.Do alone is one of
// the floors. [Loopback] has real connections.
package bench
