package nereid

import "github.com/aws/smithy-go/middleware"

// CallInfo is what the ResultMetadata of an output tells about the call.
type CallInfo struct {
	// RequestID is the id that AWS gave the request, for its support.
	RequestID string

	// Attempts is how often the request was sent, 1 if it was never retried.
	Attempts int

	// Recovered says that the result was taken from a description of the
	// resource, since the answer to the attempt that made it was lost.
	Recovered bool
}

type callInfoKey struct{}

// SetCallInfo stores what [RequestID], [Attempts] and [Recovered] read. The
// clients do so for every call; a mock of a client may do it too.
func SetCallInfo(md *middleware.Metadata, info *CallInfo) { md.Set(callInfoKey{}, info) }

// RequestID returns the id that AWS gave the request, "" if there is none.
func RequestID(md middleware.Metadata) string { return callInfo(md).RequestID }

// Attempts returns how often the request was sent, 0 if md is of no call.
func Attempts(md middleware.Metadata) int { return callInfo(md).Attempts }

// Recovered reports whether the result is that of an earlier attempt of the
// same call, whose answer was lost.
func Recovered(md middleware.Metadata) bool { return callInfo(md).Recovered }

func callInfo(md middleware.Metadata) CallInfo {
	info, _ := md.Get(callInfoKey{}).(*CallInfo)
	if info == nil {
		return CallInfo{}
	}
	return *info
}
