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

// EndpointOptions choose FIPS and dual stack. See [nereid.EndpointOptions].
type EndpointOptions = nereid.EndpointOptions

// Options are what a client calls with. Option functions change them for a
// client or for one call.
type Options struct {
	// APIOptions change the middleware stack of the operations. Those of a
	// client are applied once for each operation, on its first call, and again for
	// each call with options of its own. They must not call the client themselves.
	APIOptions []func(*middleware.Stack) error

	// AppID names the application in the User-Agent header.
	AppID string

	// AttemptTimeout is how long one attempt may take, the reading of its
	// response included. 0 is one minute, a negative number is no limit.
	AttemptTimeout time.Duration

	// BaseEndpoint is a URL to call instead of the region's, with https, or with
	// http where nobody is on the way who should not read along.
	BaseEndpoint *string

	// ClientLogMode selects what is logged, by default nothing.
	ClientLogMode ClientLogMode

	// Credentials sign the requests. Required.
	Credentials nereid.CredentialsProvider

	// DisableClockSkewCorrection signs with the local clock, even after the
	// service said that it is wrong.
	DisableClockSkewCorrection bool

	// DisableRecovery gives back the refusal of a repeated attempt as it is,
	// instead of finding out whether an earlier attempt of the same call, whose
	// answer was lost, is what it was refused for.
	DisableRecovery bool

	// DisableSourceRegionFromARN makes copies from another region depend on
	// SourceRegion alone, as in other SDKs, instead of taking the region from
	// the ARN of what is to be copied.
	DisableSourceRegionFromARN bool

	// EndpointOptions choose FIPS and dual stack endpoints.
	EndpointOptions EndpointOptions

	// HTTPClient sends the requests.
	HTTPClient HTTPClient

	// Logger takes what ClientLogMode selects, and one warning if another machine
	// is called by plain http.
	Logger logging.Logger

	// MeterProvider receives measurements of calls, if there is one.
	MeterProvider metrics.MeterProvider

	// RecoveryTime is for how long a call looks for its effect after an attempt without
	// an answer, because descriptions lag: after 1, 2, 4, 8 and 15 seconds. 0 is 30
	// seconds. A negative time means that the call looks once.
	RecoveryTime time.Duration

	// Region is where to call. Required.
	Region string

	// RenewAhead is how long before their expiry credentials are renewed, but at
	// most a quarter of their life. 0 is five minutes. A negative value turns it
	// off, which suits a provider that asks a person. It has no effect on
	// Credentials that are a [nereid.CredentialsCache] already, nor for one call.
	RenewAhead time.Duration

	// RetryMaxAttempts is how often a request is sent at the most. 0 takes the
	// retryer's own number, by default 3.
	RetryMaxAttempts int

	// RetryMode selects the retryer where none is given.
	RetryMode nereid.RetryMode

	// Retryer decides about retries. All calls of a client share its budget.
	Retryer Retryer

	// TagCreations gives each resource that a call creates or copies a tag with the key
	// nereid:call and a random value, so that a call whose answer was lost recognizes
	// its own resource for certain. It takes permission for AddTagsToResource and
	// ListTagsForResource. AWS ignores CopyTagsToSnapshot if a snapshot is created with
	// tags. A copy with CopyTags gets no tag, because it would lose the copied ones.
	TagCreations bool

	// TracerProvider receives a span for each call, if there is one.
	TracerProvider tracing.TracerProvider
}

// Copy returns a copy that shares no slice with o.
func (o Options) Copy() Options { return Options(operation.Options(o).Copy()) }

// WithAPIOptions returns an option function that adds to the APIOptions.
func WithAPIOptions(optFns ...func(*middleware.Stack) error) func(*Options) {
	return func(o *Options) { o.APIOptions = append(o.APIOptions, optFns...) }
}

// Client calls Amazon RDS. It is safe for concurrent use.
type Client struct{ core *operation.Client }

// New returns a client with these options.
func New(options Options, optFns ...func(*Options)) *Client {
	return &Client{operation.New(&service, operation.Options(options), each(optFns))}
}

// NewFromConfig returns a client with the options that cfg stands for.
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

// each returns a function that applies all of these, nil if there are none.
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

// Invoke calls any operation of the service, also one without a method here. in and
// out are pointers to structs of the caller, with members and tags like those of the
// inputs and outputs of this package: see "Operations without a method" in the
// package documentation. &struct{}{} stands for no parameters, and for no result.
// Invoke overwrites out.
//
// The call is signed, retried and decoded like all others. An argument that cannot
// be used is an error before anything is sent. errors.As finds the faults in package
// types; a type switch finds none, since Invoke does not know which faults the
// operation has.
//
// An operation whose name begins with Describe, List or Download is repeated like
// those that only read. Every other operation is not repeated after an attempt that
// may have been carried out; the call fails with a [nereid.OutcomeUnknownError] then.
func (c *Client) Invoke(ctx context.Context, name string, in, out any, optFns ...func(*Options)) error {
	return c.core.Invoke(ctx, name, in, out, each(optFns))
}

// invoke makes one call of an operation. out is a pointer to an empty output.
func (c *Client) invoke(ctx context.Context, op *operation.Op, in, out any, optFns []func(*Options)) (any, error) {
	return c.core.Call(ctx, op, in, out, each(optFns))
}

// typed returns the result of invoke with its type. It is the only part of a call
// that is generic, and small enough to be inlined.
func typed[Out any](out any, err error) (*Out, error) {
	result, _ := out.(*Out) // out is nil or an *Out
	return result, err
}
