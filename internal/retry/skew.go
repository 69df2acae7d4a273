package retry

import (
	"net/http"
	"time"
)

// SkewThreshold is the minimum difference between the time of a signature and
// the server's clock that explains a rejection.
const SkewThreshold = 4 * time.Minute

// maxTrustedRoundTrip is how long a request may take for the Date of its
// response to tell anything about clocks.
const maxTrustedRoundTrip = 15 * time.Minute

// Date returns the Date of a response to a request that was sent and answered at
// these times: what the server's clock showed when it answered, cut off to
// seconds. It is not ok if there is no such date, if the response has an Age and
// so comes from a cache, or if it took too long.
func Date(resp *http.Response, sent, received time.Time) (date time.Time, ok bool) {
	if resp == nil || resp.Header.Get("Age") != "" || received.Sub(sent) > maxTrustedRoundTrip {
		return time.Time{}, false
	}
	date, err := http.ParseTime(resp.Header.Get("Date"))
	return date, err == nil
}

// SkewFrom returns how far the server's clock is ahead of the local one, by the
// Date of a response, if it has one that counts.
func SkewFrom(resp *http.Response, sent, received time.Time) (skew time.Duration, ok bool) {
	date, ok := Date(resp, sent, received)
	if !ok {
		return 0, false
	}
	return date.Sub(sent.Add(received.Sub(sent) / 2)), true
}

// IsClockSkew reports whether a wrong time in the signature can be the reason
// for err. The codes have other reasons too: it is likely only if SkewExceeds
// holds for the offset that SkewFrom gave.
func IsClockSkew(err error) bool {
	switch codeOf(err) {
	case "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure",
		"RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "AccessDeniedException":
		return true
	}
	return false
}

// SkewExceeds reports whether a signature made with the offset applied was too
// far from the time of a server that is ahead by observed. That is so when the
// clock is wrong, and also when an earlier correction has become wrong.
func SkewExceeds(applied, observed time.Duration) bool {
	return (applied - observed).Abs() > SkewThreshold
}
