package retry

import (
	"net/http"
	"time"
)

// SkewThreshold is the minimum difference between the time of a signature and
// the server's clock that explains a rejection.
const SkewThreshold = 4 * time.Minute

// maxTrustedRoundTrip is the maximum duration of a request whose Date is used
// to compare clocks.
const maxTrustedRoundTrip = 15 * time.Minute

// Date returns the Date of a response: the server's clock when it answered,
// truncated to seconds. sent and received are the times of the request and the
// response. ok is false if there is no date, if the response has an Age and so
// comes from a cache, or if the request took too long.
func Date(resp *http.Response, sent, received time.Time) (date time.Time, ok bool) {
	if resp == nil || resp.Header.Get("Age") != "" || received.Sub(sent) > maxTrustedRoundTrip {
		return time.Time{}, false
	}
	date, err := http.ParseTime(resp.Header.Get("Date"))
	return date, err == nil
}

// SkewFrom returns the lead of the server's clock over the local one, by the
// Date of a response. ok is false if the Date does not count.
func SkewFrom(resp *http.Response, sent, received time.Time) (skew time.Duration, ok bool) {
	date, ok := Date(resp, sent, received)
	if !ok {
		return 0, false
	}
	return date.Sub(sent.Add(received.Sub(sent) / 2)), true
}

// IsClockSkew reports whether a wrong time in the signature can be the reason
// for err. The codes have other reasons too. A wrong time is only likely if
// SkewExceeds returns true for the offset from SkewFrom.
func IsClockSkew(err error) bool {
	switch codeOf(err) {
	case "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure",
		"RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "AccessDeniedException":
		return true
	}
	return false
}

// SkewExceeds reports whether a signature made with the offset applied was too
// far from the time of a server whose lead is observed. That is the case if the
// clock is wrong, or if an earlier correction has become wrong.
func SkewExceeds(applied, observed time.Duration) bool {
	return (applied - observed).Abs() > SkewThreshold
}
