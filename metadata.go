package nereid

import (
	"context"

	"github.com/aws/smithy-go/middleware"
)

// CallInfo is the information about a call in the ResultMetadata of its output.
type CallInfo struct {
	// RequestID identifies the request to AWS support.
	RequestID string

	// Attempts is the number of attempts, 1 if the request was not retried.
	Attempts int

	// Recovered reports whether the result comes from a description of the
	// resource, because the response to the successful attempt was lost.
	Recovered bool
}

type callInfoKey struct{}

// SetCallInfo stores the information that [RequestID], [Attempts] and [Recovered]
// return. The clients call it for every call. They also call it at every attempt, for
// middlewares in the step Deserialize or before it. A mock of a client may call it
// too.
func SetCallInfo(md *middleware.Metadata, info *CallInfo) { md.Set(callInfoKey{}, info) }

// RequestID returns the ID that AWS gave the request, or "" if there is none.
func RequestID(md middleware.Metadata) string { return callInfo(md).RequestID }

// Attempts returns the number of attempts, or 0 if md is not the metadata of a
// call.
func Attempts(md middleware.Metadata) int { return callInfo(md).Attempts }

// Recovered reports whether the result is from an earlier attempt of the same call whose response was
// lost.
func Recovered(md middleware.Metadata) bool { return callInfo(md).Recovered }

func callInfo(md middleware.Metadata) CallInfo {
	info, _ := md.Get(callInfoKey{}).(*CallInfo)
	if info == nil {
		return CallInfo{}
	}
	return *info
}

type regionKey struct{}

// WithRegion returns a context in which [GetRegion] finds the region. The clients use
// it for the contexts of middlewares.
func WithRegion(ctx context.Context, region string) context.Context {
	return middleware.WithStackValue(ctx, regionKey{}, region)
}

// GetRegion returns the region of a call, or "" if ctx is not the context of a
// middleware. GetServiceID and GetOperationName of
// github.com/aws/smithy-go/middleware return the service and the operation.
func GetRegion(ctx context.Context) string {
	region, _ := middleware.GetStackValue(ctx, regionKey{}).(string)
	return region
}
