package nereid

import (
	"context"

	"github.com/aws/smithy-go/middleware"
)

// CallInfo describes a call. The ResultMetadata of the call's output contains
// it.
type CallInfo struct {
	// RequestID identifies the request to AWS support.
	RequestID string

	// Attempts is the number of attempts; 1 if the request was not retried.
	Attempts int

	// Recovered reports whether the result comes from a description of the
	// resource, because the response to the successful attempt was lost.
	Recovered bool
}

type callInfoKey struct{}

// SetCallInfo stores the information that [RequestID], [Attempts] and
// [Recovered] return. The clients set the information for the whole call. They
// also set it for each attempt, so that a middleware in any step can read it
// from the metadata that its next handler returns. A mock of a client can also
// call SetCallInfo.
func SetCallInfo(md *middleware.Metadata, info *CallInfo) { md.Set(callInfoKey{}, info) }

// RequestID returns the ID that AWS assigned to the request, or "" if there is
// none.
func RequestID(md middleware.Metadata) string { return callInfo(md).RequestID }

// Attempts returns the number of attempts that the call made, or 0 if md is not
// the metadata of a call.
func Attempts(md middleware.Metadata) int { return callInfo(md).Attempts }

// Recovered reports whether the response to the successful attempt was lost.
// The result then comes from a description of the resource.
func Recovered(md middleware.Metadata) bool { return callInfo(md).Recovered }

func callInfo(md middleware.Metadata) CallInfo {
	info, _ := md.Get(callInfoKey{}).(*CallInfo)
	if info == nil {
		return CallInfo{}
	}
	return *info
}

type regionKey struct{}

// WithRegion returns a copy of ctx from which [GetRegion] returns the region.
// The clients pass this context to middlewares.
func WithRegion(ctx context.Context, region string) context.Context {
	return middleware.WithStackValue(ctx, regionKey{}, region)
}

// GetRegion returns the region of the call, or "" if ctx is not a context that
// a middleware received. GetServiceID and GetOperationName of
// github.com/aws/smithy-go/middleware return the service and the operation.
func GetRegion(ctx context.Context) string {
	region, _ := middleware.GetStackValue(ctx, regionKey{}).(string)
	return region
}
