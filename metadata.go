package nereid

import (
	"context"

	"github.com/aws/smithy-go/middleware"
)

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
// clients do so for every call, and for a middleware in the step Deserialize or before
// it at every attempt; a mock of a client may do it too.
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

type regionKey struct{}

// WithRegion returns a context in which [GetRegion] finds the region. The clients make
// the contexts of middlewares so.
func WithRegion(ctx context.Context, region string) context.Context {
	return middleware.WithStackValue(ctx, regionKey{}, region)
}

// GetRegion returns the region that a call is for, or "" if ctx is not that of a
// middleware. The service and the operation are there by GetServiceID and
// GetOperationName of github.com/aws/smithy-go/middleware.
func GetRegion(ctx context.Context) string {
	region, _ := middleware.GetStackValue(ctx, regionKey{}).(string)
	return region
}
