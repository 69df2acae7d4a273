package awsconfig

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// FromAWS converts a configuration of the AWS SDK. It takes over the region,
// credentials, HTTP client, endpoints (also those for Neptune and RDS alone),
// FIPS and dual stack, the retry settings, logger and log mode, the middleware
// options and the application id.
//
// The defaults mode sets what it sets for the SDK's clients: the time limits of
// connections and TLS handshakes of the SDK's own HTTP client, or of the default one.
//
// An endpoint resolver is asked once for each service, in the region of the
// configuration. A call in another region asks again and fails if the answer differs,
// and so does every call if the resolver fails or wants another region in the
// signature. An *aws.EndpointNotFoundError leaves the choice to the other settings.
//
// What the SDK's helpers look for is there too: in the contexts of middlewares what
// GetServiceID, GetOperationName, GetRegion of its package aws/middleware read, and in
// the metadata what GetRequestIDMetadata, GetRawResponse and retry.GetAttemptResults
// do. Functions in APIOptions that come from tracing libraries work as in the SDK.
//
// It leaves out what has no equivalent: bearer tokens, interceptors, service options,
// request compression and checksums. Redirects, which the SDK's own HTTP client
// follows at times, are not followed.
//
// The endpoints are those that the SDK's clients would call with the same
// configuration. Where that has configured endpoints ignored, the SDK has dropped
// its WithBaseEndpoint too; [LoadDefaultConfig] keeps it.
func FromAWS(cfg aws.Config) nereid.Config {
	out, err := convert(context.Background(), cfg)
	if err != nil {
		out.APIOptions = append(out.APIOptions, func(*middleware.Stack) error { return err })
	}
	return out
}

func convert(ctx context.Context, cfg aws.Config) (nereid.Config, error) {
	out := nereid.Config{
		Region:           cfg.Region,
		HTTPClient:       httpClientOf(withDefaultsMode(cfg)),
		BaseEndpoint:     cfg.BaseEndpoint,
		ServiceEndpoints: serviceEndpoints(ctx, cfg),
		EndpointOptions:  endpointOptions(ctx, cfg),
		RetryMaxAttempts: cfg.RetryMaxAttempts,
		RetryMode:        nereid.RetryMode(cfg.RetryMode),
		Logger:           cfg.Logger,
		ClientLogMode:    nereid.ClientLogMode(cfg.ClientLogMode),
		APIOptions:       append([]func(*middleware.Stack) error{sdkValues}, cfg.APIOptions...),
		AppID:            cfg.AppID,
	}
	if cfg.Credentials != nil {
		out.Credentials = fromAWS(func() aws.CredentialsProvider { return cfg.Credentials })
	}
	if cfg.Retryer != nil {
		out.Retryer = func() nereid.Retryer { return cfg.Retryer() }
	}
	err := resolveEndpoints(&out, cfg)
	converted := out.HTTPClient
	out.ConfigSources = []any{origin(func() (aws.Config, nereid.HTTPClient) { return cfg, converted })}
	return out.Copy(), err
}

// httpClientOf returns the *http.Client inside the SDK's own client without its
// policy for redirects, and any other client as it is.
func httpClientOf(c aws.HTTPClient) nereid.HTTPClient {
	if c == nil {
		return nil
	}
	if f, ok := c.(interface{ Freeze() aws.HTTPClient }); ok {
		if frozen, ok := f.Freeze().(*http.Client); ok {
			frozen.CheckRedirect = nil
			return frozen
		}
	}
	return c
}

// The sources of a configuration implement what they can tell of these. The
// SDK's clients ask them in the same way, as the endpoints for one service and
// the choice of FIPS and dual stack are not in aws.Config.
type (
	serviceEndpointSource interface {
		GetServiceBaseEndpoint(ctx context.Context, sdkID string) (string, bool, error)
	}
	fipsSource interface {
		GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error)
	}
	dualStackSource interface {
		GetUseDualStackEndpoint(context.Context) (aws.DualStackEndpointState, bool, error)
	}
)

// serviceEndpoints returns the endpoints that are for Neptune or RDS alone.
func serviceEndpoints(ctx context.Context, cfg aws.Config) map[string]string {
	if ignore, found, err := config.GetIgnoreConfiguredEndpoints(ctx, cfg.ConfigSources); ignore && found && err == nil {
		return nil
	}
	_, general := os.LookupEnv("AWS_ENDPOINT_URL")
	endpoints := make(map[string]string)
	for _, id := range []string{"Neptune", "RDS"} {
		// In the environment the general one wins over a profile's special one.
		if _, special := os.LookupEnv("AWS_ENDPOINT_URL_" + strings.ToUpper(id)); general && !special {
			continue
		}
		url, ok := first(cfg.ConfigSources, func(s serviceEndpointSource) (string, bool, error) {
			return s.GetServiceBaseEndpoint(ctx, id)
		})
		if ok {
			endpoints[strings.ToLower(id)] = url
		}
	}
	return endpoints
}

func endpointOptions(ctx context.Context, cfg aws.Config) nereid.EndpointOptions {
	fips, _ := first(cfg.ConfigSources, func(s fipsSource) (aws.FIPSEndpointState, bool, error) {
		return s.GetUseFIPSEndpoint(ctx)
	})
	dual, _ := first(cfg.ConfigSources, func(s dualStackSource) (aws.DualStackEndpointState, bool, error) {
		return s.GetUseDualStackEndpoint(ctx)
	})
	return nereid.EndpointOptions{
		UseFIPSEndpoint:      nereid.FIPSEndpointState(fips),
		UseDualStackEndpoint: nereid.DualStackEndpointState(dual),
	}
}

// first asks the sources of kind S in their order, until one knows or fails.
func first[S, V any](sources []any, ask func(S) (V, bool, error)) (v V, found bool) {
	for _, source := range sources {
		s, ok := source.(S)
		if !ok {
			continue
		}
		if v, found, err := ask(s); found || err != nil {
			return v, found && err == nil
		}
	}
	return v, false
}
