package retry

import (
	"net/http"
	"time"
)

// SkewThreshold is a limit: if the time in a signature differs from the
// server's clock by more, the difference can explain why the request was
// rejected.
const SkewThreshold = 4 * time.Minute

// maxTrustedRoundTrip is a limit: if a request takes longer, the Date of its
// response is not used to compare clocks.
const maxTrustedRoundTrip = 15 * time.Minute

// Date returns the Date of a response: the server's clock when it answered,
// truncated to seconds. sent and received are the times of the request and the
// response. ok is false if there is no date, if the response has an Age and so
// comes from a cache, or if the request took more than 15 minutes.
func Date(resp *http.Response, sent, received time.Time) (date time.Time, ok bool) {
	if resp == nil || resp.Header.Get("Age") != "" || received.Sub(sent) > maxTrustedRoundTrip {
		return time.Time{}, false
	}
	date, err := http.ParseTime(resp.Header.Get("Date"))
	return date, err == nil
}

// SkewFrom returns how far the server's clock is ahead of the local clock, by
// the Date of a response. ok is false if the Date cannot be used; see [Date].
func SkewFrom(resp *http.Response, sent, received time.Time) (skew time.Duration, ok bool) {
	date, ok := Date(resp, sent, received)
	if !ok {
		return 0, false
	}
	return date.Sub(sent.Add(received.Sub(sent) / 2)), true
}

// IsClockSkew reports whether the error code of err is one that AWS returns for
// a signature with a wrong time. These codes have other causes too. A wrong
// time is only likely if SkewExceeds returns true for the offset from SkewFrom.
func IsClockSkew(err error) bool {
	switch codeOf(err) {
	case "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure",
		"RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "AccessDeniedException":
		return true
	}
	return false
}

// SkewExceeds reports whether the time in a signature differed too much from
// the server's clock. applied is the correction of the local clock that was
// used to sign the request. observed is the right correction, as SkewFrom
// returns it.
func SkewExceeds(applied, observed time.Duration) bool {
	return (applied - observed).Abs() > SkewThreshold
}
