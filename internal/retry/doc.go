// Package retry decides whether, when and how often a failed attempt is made
// again.
//
// [Standard] is the standard mode that the AWS SDKs share: three attempts,
// exponential back-off with full jitter of 20 seconds at most, and a quota of
// 500 tokens that all calls of a client draw on, so that retries do not feed an
// outage. [Adaptive] is the same with a limit on the rate of sending that
// follows what the service throttles. Both are nereid.RetryerV2.
//
// # Which numbers
//
// AWS has published two tables of costs. In version 2.0 of the retry behaviour
// a retry costs 5 tokens, one after a timeout 10, and the first delay is up to a
// second. In version 2.1, announced in May 2026 as the coming default of all
// SDKs, a retry costs 14 tokens, one after a throttling error 5, and the first
// delay is up to 50 milliseconds unless the service throttles.
//
// [Version20] is the default here. The programs that this library is for run
// unattended: a second more does not matter to them, a call that gives up does.
// With three failures in ten requests the newer costs empty the quota, so that
// calls give up after one attempt; with the older ones it stays full, and a call
// gives up only when all its attempts failed.
//
// # What is retried
//
// [IsRetryable] says yes to connections that fail or break, to timeouts, to
// throttling, and to the HTTP statuses 500, 502, 503 and 504, whatever the body
// says. An error that knows better says so by a method RetryableError() bool.
// What was cancelled is not retried, nor is anything once the caller's context
// is done, which the loop has to check.
//
// A service may ask for a longer delay, in x-amz-retry-after (milliseconds) or
// Retry-After (seconds or a date). It gets it within bounds: see [After].
//
// # Clocks
//
// A signature is good for a few minutes. [SkewFrom], [IsClockSkew] and
// [SkewExceeds] are what a loop needs to notice that the local clock is wrong,
// and to sign again with the right time: a reply's Date shows the offset, and a
// refusal counts as a matter of clocks only if that offset explains it.
package retry
