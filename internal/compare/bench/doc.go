// Package bench measures the clients of this module against those of
// aws-sdk-go-v2: the same calls, with the same replies, in turns in one run.
//
// A [Case] is something that both do; it can be checked, which compares what
// they send and what they return, and it can be measured. The benchmarks of this
// package run single cases; the program in report measures them all and writes
// docs/benchmarks.md.
//
// Calls go through an http.Client of net/http to a RoundTripper that reads the
// request and answers from memory. So what is measured is all that happens in
// the process short of a connection, and http.Client.Do alone is one of the
// floors. [Loopback] has real connections.
package bench
