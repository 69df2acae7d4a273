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

	// ServiceAPIVersion is the version of the API that the requests name.
	ServiceAPIVersion = "2014-10-31"
)

// HTTPClient sends requests. See [nereid.HTTPClient].
type HTTPClient = nereid.HTTPClient

// Retryer decides about retries. See [nereid.Retryer].
type Retryer = nereid.Retryer

// ClientLogMode selects what is logged. See [nereid.ClientLogMode].
type ClientLogMode = nereid.ClientLogMode

// EndpointOptions select FIPS and dual-stack endpoints. See
// [nereid.EndpointOptions].
type EndpointOptions = nereid.EndpointOptions

// Options configure a client. Option functions change them for a client or for
// one call.
type Options struct {
	// APIOptions change the middleware stack of the operations. The functions of a
	// client run once for each operation, on its first call, and again for each
	// call with its own options. They must not call the client.
	APIOptions []func(*middleware.Stack) error

	// AppID names the application in the User-Agent header.
	AppID string

	// AttemptTimeout is the maximum duration of one attempt, including the time
	// to read the response. 0 means one minute. A negative value means no
	// limit.
	AttemptTimeout time.Duration

	// BaseEndpoint is a URL to call instead of the endpoint of the region. Its
	// scheme is https, or http on a trusted network.
	BaseEndpoint *string

	// ClientLogMode selects what the client logs, by default nothing.
	ClientLogMode ClientLogMode

	// Credentials sign the requests. Required.
	Credentials nereid.CredentialsProvider

	// DisableClockSkewCorrection signs requests with the local clock, even
	// after the service reported a clock skew.
	DisableClockSkewCorrection bool

	// DisableRecovery returns the rejection of a repeated attempt unchanged. By
	// default, the client finds out whether an earlier attempt of the same
	// call, whose response was lost, caused the rejection.
	DisableRecovery bool

	// DisableSourceRegionFromARN makes copies from another region depend on
	// SourceRegion alone, as in other SDKs. By default, the client also takes
	// the region from the ARN of the source.
	DisableSourceRegionFromARN bool

	// EndpointOptions select FIPS and dual-stack endpoints.
	EndpointOptions EndpointOptions

	// HTTPClient sends the requests. By default, all clients share one; see [nereid.NewHTTPClient].
	HTTPClient HTTPClient

	// Logger receives what ClientLogMode selects, and one warning if the client
	// calls another host over plain http.
	Logger logging.Logger

	// MeterProvider, if set, receives measurements of calls.
	MeterProvider metrics.MeterProvider

	// RecoveryTime is how long a call looks for its own effect after an attempt without a response.
	// The call looks again after 1, 2, 4, 8 and 15 seconds, because descriptions lag. 0 means 30
	// seconds. A negative value means that the call looks once.
	RecoveryTime time.Duration

	// Region is the AWS region to call. Required.
	Region string

	// RenewAhead is how long before their expiry the client renews credentials,
	// at most a quarter of their lifetime. 0 means five minutes. A negative value
	// turns early renewal off, which suits a provider that prompts a person.
	// RenewAhead has no effect if Credentials are already a
	// [nereid.CredentialsCache], and no effect in the options of one call.
	RenewAhead time.Duration

	// RetryMaxAttempts is the maximum number of attempts of a call. 0 means the
	// number of the retryer, by default 3.
	RetryMaxAttempts int

	// RetryMode selects the retryer if Retryer is nil.
	RetryMode nereid.RetryMode

	// Retryer decides about retries. All calls of a client share its budget.
	Retryer Retryer

	// TagCreations adds a tag with the key nereid:call and a random value to each
	// resource that a call creates or copies. A call whose response was lost then
	// identifies its own resource reliably. TagCreations requires permission for
	// AddTagsToResource and ListTagsForResource. AWS ignores CopyTagsToSnapshot if a
	// snapshot is created with tags. A copy with CopyTags gets no tag, because it would
	// lose the copied tags.
	TagCreations bool

	// TracerProvider, if set, receives a span for each call.
	TracerProvider tracing.TracerProvider
}

// Copy returns a copy that shares no slice with o.
func (o Options) Copy() Options { return Options(operation.Options(o).Copy()) }

// WithAPIOptions returns an option function that appends to the APIOptions.
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

// Invoke calls any operation of the service, including operations without a method in this package. in
// and out are pointers to the caller's structs, whose members and tags are like those of the inputs
// and outputs of this package; see "Operations without a method" in the package documentation.
// &struct{}{} means no parameters or no result. Invoke overwrites out.
//
// The client signs, retries and decodes the call like all others. Invalid arguments are an error
// before a request is sent. errors.As finds the faults in package types. A type switch does not find
// them, because Invoke does not know the faults of the operation.
//
// Invoke repeats an operation whose name begins with Describe, List or Download, like operations that
// only read. It does not repeat other operations after an attempt that may have succeeded: the call
// then fails with a [nereid.OutcomeUnknownError].
func (c *Client) Invoke(ctx context.Context, name string, in, out any, optFns ...func(*Options)) error {
	return c.core.Invoke(ctx, name, in, out, each(optFns))
}

// invoke makes one call of an operation. out is a pointer to an empty output.
func (c *Client) invoke(ctx context.Context, op *operation.Op, in, out any, optFns []func(*Options)) (any, error) {
	return c.core.Call(ctx, op, in, out, each(optFns))
}

// typed returns the result of invoke with its type. It is the only generic part
// of a call, and small enough to be inlined.
func typed[Out any](out any, err error) (*Out, error) {
	result, _ := out.(*Out) // out is nil or an *Out
	return result, err
}
