// Package clientopt contains the options that are the same for the clients of
// all services.
package clientopt

import (
	"os"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid"
)

// Options has the same fields as the Options of the service packages, in the
// same order, so that the types can be converted to each other. The service
// packages document the fields.
type Options struct {
	APIOptions                 []func(*middleware.Stack) error
	AppID                      string
	AttemptTimeout             time.Duration
	BaseEndpoint               *string
	ClientLogMode              nereid.ClientLogMode
	Credentials                nereid.CredentialsProvider
	DisableClockSkewCorrection bool
	DisableRecovery            bool
	DisableSourceRegionFromARN bool
	EndpointOptions            nereid.EndpointOptions
	HTTPClient                 nereid.HTTPClient
	Logger                     logging.Logger
	MeterProvider              metrics.MeterProvider
	RecoveryTime               time.Duration
	Region                     string
	RenewAhead                 time.Duration
	RetryMaxAttempts           int
	RetryMode                  nereid.RetryMode
	Retryer                    nereid.Retryer
	TagCreations               bool
	TracerProvider             tracing.TracerProvider
}

// FromConfig returns the options that cfg contains for a service. serviceID is
// the ID of the service.
func FromConfig(cfg nereid.Config, serviceID string) Options {
	o := Options{
		APIOptions:       append([]func(*middleware.Stack) error(nil), cfg.APIOptions...),
		AppID:            cfg.AppID,
		BaseEndpoint:     cfg.EndpointFor(serviceID),
		ClientLogMode:    cfg.ClientLogMode,
		Credentials:      cfg.Credentials,
		EndpointOptions:  cfg.EndpointOptions,
		HTTPClient:       cfg.HTTPClient,
		Logger:           cfg.Logger,
		Region:           cfg.Region,
		RenewAhead:       cfg.RenewAhead,
		RetryMaxAttempts: cfg.RetryMaxAttempts,
		RetryMode:        cfg.RetryMode,
	}
	if cfg.Retryer != nil {
		o.Retryer = cfg.Retryer()
	}
	return o
}

// defaultAttemptTimeout is much longer than any operation takes to respond, and
// much shorter than the time for which an unattended program can afford to
// hang.
const defaultAttemptTimeout = time.Minute

// Copy returns a copy of o with its own APIOptions and BaseEndpoint.
func (o Options) Copy() Options {
	o.APIOptions = append([]func(*middleware.Stack) error(nil), o.APIOptions...)
	if o.BaseEndpoint != nil {
		base := *o.BaseEndpoint
		o.BaseEndpoint = &base
	}
	return o
}

// setDefaults sets the HTTPClient, the Logger and the Retryer to their defaults
// if they are nil. Option functions can then use the defaults, for example to
// wrap the Retryer.
func (o *Options) setDefaults() {
	if o.HTTPClient == nil {
		o.HTTPClient = sharedHTTPClient()
	}
	if o.Logger == nil {
		o.Logger = logging.NewStandardLogger(os.Stderr) // asked only if a mode is set, maybe by one call
	}
	if o.Retryer == nil {
		o.Retryer = newRetryer(o.RetryMode)
	}
}

// Resolve sets defaults, and calls the function change if it is not nil. It
// then sets the defaults again for options that the function cleared.
func (o *Options) Resolve(change func(*Options)) {
	given := o.Retryer
	o.setDefaults()
	retryer, mode := o.Retryer, o.RetryMode
	if change != nil {
		change(o)
		*o = o.Copy()
		if given == nil && o.Retryer == retryer && o.RetryMode != mode {
			o.Retryer = nil // the default of another mode
		}
		o.setDefaults()
	}
	if o.AttemptTimeout == 0 {
		o.AttemptTimeout = defaultAttemptTimeout
	}
	o.HTTPClient = withoutRedirects(o.HTTPClient)
	if o.RetryMaxAttempts > 0 {
		o.Retryer = withMaxAttempts(o.Retryer, o.RetryMaxAttempts)
	}
}

// Complete completes the options of one call after the call's option functions
// have changed them. If the functions cleared the HTTPClient, the Logger or the
// Retryer, Complete takes it from base, the client's options.
func (o *Options) Complete(base *Options) {
	if o.AttemptTimeout == 0 {
		o.AttemptTimeout = defaultAttemptTimeout
	}
	if o.HTTPClient == nil {
		o.HTTPClient = base.HTTPClient
	}
	o.HTTPClient = withoutRedirects(o.HTTPClient)
	if o.Logger == nil {
		o.Logger = base.Logger
	}
	if o.Retryer == nil {
		o.Retryer = base.Retryer
	}
	if o.RetryMaxAttempts > 0 && o.RetryMaxAttempts != base.RetryMaxAttempts {
		o.Retryer = withMaxAttempts(o.Retryer, o.RetryMaxAttempts)
	}
}
