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

// FromAWS converts a configuration of the AWS SDK. It uses the region, credentials, HTTP client,
// endpoints (including endpoints that apply only to Neptune or only to RDS), FIPS and dual-stack
// settings, retry settings, logger and log mode, middleware options and application ID.
//
// As in the SDK, the defaults mode sets the connection and TLS handshake timeouts if the HTTP
// client is of the SDK's own type or is not configured.
//
// If the configuration has an endpoint resolver, FromAWS calls the resolver once for each service,
// with the region of the configuration. The clients use the returned endpoints in all regions. A
// call in another region checks that this is correct: it calls the resolver again, and fails if the
// resolver returns a different endpoint for that region. Every call fails if the resolver fails, or
// if the resolver requires requests to be signed for another region or service. If the resolver
// returns an *aws.EndpointNotFoundError, the other settings determine the endpoint.
//
// Helper functions of the SDK also work with the clients of this module. GetServiceID,
// GetOperationName and GetRegion of package aws/middleware work on the context of a middleware.
// GetRequestIDMetadata and GetRawResponse of the same package, and retry.GetAttemptResults, work on
// the metadata of a call. APIOptions functions from tracing libraries work as in the SDK.
//
// FromAWS ignores settings without an equivalent in [nereid.Config]: bearer tokens, interceptors,
// service options, request compression and checksums. Unlike the SDK's own HTTP client, the clients
// never follow redirects.
//
// The clients call the same endpoints as the SDK's clients would with the same configuration. There
// is one exception, which concerns only this package's [LoadDefaultConfig]: it always applies the
// option [WithBaseEndpoint], but the SDK ignores the option if AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
// is true.
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

// httpClientOf converts the SDK's *BuildableClient to an *http.Client with the same settings, but
// without the SDK's redirect policy. It returns a client of any other type unchanged.
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

// These interfaces provide settings for which aws.Config has no fields. As in the SDK, the settings
// come from the ConfigSources of the configuration. Each source implements the interfaces for the
// settings that it can provide.
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

// serviceEndpoints returns the endpoints that apply only to Neptune or RDS.
func serviceEndpoints(ctx context.Context, cfg aws.Config) map[string]string {
	if ignore, found, err := config.GetIgnoreConfiguredEndpoints(ctx, cfg.ConfigSources); ignore && found && err == nil {
		return nil
	}
	_, general := os.LookupEnv("AWS_ENDPOINT_URL")
	endpoints := make(map[string]string)
	for _, id := range []string{"Neptune", "RDS"} {
		// AWS_ENDPOINT_URL applies to all services. It takes precedence over an endpoint that the
		// profile sets for one service.
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

// first returns the first value that ask finds. It calls ask with each source of type S, until ask
// finds a value or fails. The result found is false if ask finds no value.
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
