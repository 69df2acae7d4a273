package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

const (
	// ServiceID is the name of the service in errors and metrics.
	ServiceID = "RDS"

	// ServiceAPIVersion is the API version in requests.
	ServiceAPIVersion = "2014-10-31"
)

// HTTPClient sends requests. See [nereid.HTTPClient].
type HTTPClient = nereid.HTTPClient

// Retryer decides whether and when to retry. See [nereid.Retryer].
type Retryer = nereid.Retryer

// ClientLogMode selects what the client logs. See [nereid.ClientLogMode].
type ClientLogMode = nereid.ClientLogMode

// EndpointOptions select FIPS and dual-stack endpoints. See
// [nereid.EndpointOptions].
type EndpointOptions = nereid.EndpointOptions

// Options are the options of a client. Option functions change them for the client or for one call.
type Options struct {
	// APIOptions change the middleware stack of each operation. They run at the first call of the
	// operation, and again at each call that has option functions. They must not call the client.
	APIOptions []func(*middleware.Stack) error

	// AppID names the application in the User-Agent header.
	AppID string

	// AttemptTimeout is the maximum duration of one attempt, including the time
	// to read the response. 0 means one minute. A negative value means no
	// limit.
	AttemptTimeout time.Duration

	// BaseEndpoint is the URL to call instead of the region's endpoint. The scheme must be https or
	// http; use http only within a trusted network.
	BaseEndpoint *string

	// ClientLogMode selects what the client logs. The default is to log nothing.
	ClientLogMode ClientLogMode

	// Credentials sign the requests. Required.
	Credentials nereid.CredentialsProvider

	// DisableClockSkewCorrection makes the client sign requests with the local clock's time, even
	// after the service has reported that the local clock is wrong.
	DisableClockSkewCorrection bool

	// DisableRecovery turns off the checks after lost responses. By default, if the service rejects
	// a retry, the client checks whether the earlier attempt took effect and thereby caused the
	// rejection. With DisableRecovery, the call returns the rejection unchanged.
	DisableRecovery bool

	// DisableSourceRegionFromARN makes the client determine the source region of a copy only from
	// the input's SourceRegion, as other SDKs do. By default, if SourceRegion is nil, the client uses
	// the region in the source's ARN.
	DisableSourceRegionFromARN bool

	// EndpointOptions select FIPS and dual-stack endpoints.
	EndpointOptions EndpointOptions

	// HTTPClient sends the requests. By default, all clients share one HTTP client; see
	// [nereid.NewHTTPClient].
	HTTPClient HTTPClient

	// Logger receives the log messages that ClientLogMode selects, and one warning if the client
	// uses plain HTTP to call a remote host.
	Logger logging.Logger

	// MeterProvider, if set, receives measurements of calls.
	MeterProvider metrics.MeterProvider

	// RecoveryTime is how long a call tries to find out, after a lost response, whether the attempt
	// took effect. The call checks repeatedly, because Describe responses may be out of date at
	// first, and pauses for 1, 2, 4, 8 and then 15 seconds between the checks. 0 means 30 seconds.
	// A negative value means that the call checks only once.
	RecoveryTime time.Duration

	// Region is the AWS region to call. Required.
	Region string

	// RenewAhead is how long before expiry the client renews credentials. 0 means five minutes. The
	// maximum is a quarter of the credentials' lifetime; the client reduces a larger value to this
	// maximum. A negative value turns off early renewal: the client asks the provider only after
	// the credentials have expired, which suits a provider that prompts the user. RenewAhead has no
	// effect if it is set for a single call, or if Credentials is a [nereid.CredentialsCache].
	RenewAhead time.Duration

	// RetryMaxAttempts is the maximum number of attempts per call. 0 means the retryer's maximum,
	// which is 3 by default.
	RetryMaxAttempts int

	// RetryMode selects the retryer if Retryer is nil.
	RetryMode nereid.RetryMode

	// Retryer decides whether and when to retry. All calls of a client share the Retryer's retry
	// budget.
	Retryer Retryer

	// TagCreations adds a tag with the key nereid:call and a random value to each resource that
	// a call creates or copies. If a response is lost, the call reliably identifies its own
	// resource by this tag. TagCreations requires permission for AddTagsToResource and
	// ListTagsForResource. AWS ignores CopyTagsToSnapshot if a snapshot is created with tags, so
	// a snapshot that is created with TagCreations does not get the tags of its cluster or
	// instance. The client does not add the tag if a copy request sets CopyTags, because the
	// copy would then not get the source's tags.
	TagCreations bool

	// TracerProvider, if set, receives a span for each call.
	TracerProvider tracing.TracerProvider
}

// Copy returns a copy of o that does not share slices with o.
func (o Options) Copy() Options { return Options(operation.Options(o).Copy()) }

// WithAPIOptions returns an option function that appends optFns to the APIOptions.
func WithAPIOptions(optFns ...func(*middleware.Stack) error) func(*Options) {
	return func(o *Options) { o.APIOptions = append(o.APIOptions, optFns...) }
}

// Client calls Amazon RDS. It is safe for concurrent use.
type Client struct{ core *operation.Client }

// New returns a client with these options.
func New(options Options, optFns ...func(*Options)) *Client {
	return &Client{operation.New(&service, operation.Options(options), each(optFns))}
}

// NewFromConfig returns a client with the settings of cfg.
func NewFromConfig(cfg nereid.Config, optFns ...func(*Options)) *Client {
	return New(Options(operation.FromConfig(cfg, ServiceID)), optFns...)
}

// Options returns a copy of the options, with the defaults filled in.
func (c *Client) Options() Options { return Options(c.core.Options()) }

var service = operation.Service{
	ID:          ServiceID,
	APIVersion:  ServiceAPIVersion,
	SigningName: "rds",
	Types:       (*types.Tag)(nil),
}

// each returns a function that applies all optFns, or nil if optFns is empty.
func each(optFns []func(*Options)) func(*operation.Options) {
	if len(optFns) == 0 {
		return nil
	}
	return func(o *operation.Options) {
		for _, fn := range optFns {
			fn((*Options)(o))
		}
	}
}

// Invoke calls any operation of the service, including operations without a method in this package.
// in and out point to structs that the caller defines, with members and tags like the inputs and
// outputs of this package; see "Operations without a method" in the package documentation. Pass
// &struct{}{} for no parameters or no result. Invoke overwrites out.
//
// The client signs, retries and decodes the call like any other. Invoke returns an error for
// invalid arguments without sending a request. errors.As finds the service's faults by their
// types in package types. A type switch on the smithy.APIError does not find them: the
// smithy.APIError is always a *smithy.GenericAPIError, because Invoke does not know which faults the
// operation has.
//
// Invoke retries operations whose names begin with Describe, List or Download, because it assumes
// that they only read. It does not retry any other operation if an attempt may have succeeded; the
// call then fails with a [nereid.OutcomeUnknownError].
func (c *Client) Invoke(ctx context.Context, name string, in, out any, optFns ...func(*Options)) error {
	return c.core.Invoke(ctx, name, in, out, each(optFns))
}

// invoke makes one call of an operation. out is a pointer to an empty output.
func (c *Client) invoke(ctx context.Context, op *operation.Op, in, out any, optFns []func(*Options)) (any, error) {
	return c.core.Call(ctx, op, in, out, each(optFns))
}

// typed converts the result of invoke to *Out. It is the only part of a call that has type
// parameters, and it is small enough to be inlined.
func typed[Out any](out any, err error) (*Out, error) {
	result, _ := out.(*Out) // out is nil or an *Out
	return result, err
}
