// Package retry decides whether, when and how often a failed attempt is
// repeated.
//
// [Standard] is the standard mode that the AWS SDKs share: three attempts,
// exponential backoff with full jitter of at most 20 seconds, and a quota of
// 500 tokens. All calls of a client share the quota, so that retries do not
// make an outage worse. [Adaptive] also limits the rate of requests when the
// service throttles them. Both implement nereid.RetryerV2.
//
// # Costs of retries
//
// AWS has published two tables of costs. In version 2.0 of the retry behaviour,
// a retry costs 5 tokens, or 10 after a timeout, and the first delay is up to a
// second. In version 2.1, announced in May 2026 as the coming default of all
// SDKs, a retry costs 14 tokens, or 5 after a throttling error. The first delay
// is up to 50 milliseconds, or up to a second after a throttling error.
//
// [Version20] is the default here. This library is for programs that run
// unattended. An additional second does not matter to these programs, but a
// failed call does. If three requests in ten fail, the newer costs empty the
// quota, and calls fail after one attempt. With the older costs the quota stays
// full, and a call fails only after all its attempts have failed.
//
// # What is retried
//
// [IsRetryable] returns true for connections that fail or break, for timeouts,
// for throttling, and for the HTTP statuses 500, 502, 503 and 504 with any
// body. An error type with a method RetryableError() bool decides for itself.
// Canceled requests are not retried. Nothing is retried after the caller's
// context has ended; the caller must check its context.
//
// A service may ask for a longer delay, in x-amz-retry-after (milliseconds) or
// Retry-After (seconds or a date). The client waits that long, within limits;
// see [After].
//
// # Clocks
//
// A signature is valid for a few minutes. With [SkewFrom], [IsClockSkew] and
// [SkewExceeds], a client detects a wrong local clock and signs again with the
// right time. The offset is computed from a response's Date. A rejection counts
// as a clock problem only if that offset explains it.
package retry
