package awsconfig

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/nereid-go/nereid"
)

// FromAWS converts a configuration of the AWS SDK. It takes over the region,
// credentials, HTTP client, endpoints (also those for Neptune and RDS alone),
// FIPS and dual stack, the retry settings, logger and log mode, the middleware
// options and the application id.
//
// It leaves out what has no equivalent: endpoint resolvers, bearer tokens,
// interceptors, service options, the defaults mode, request compression and
// checksums. Redirects, which the SDK's own HTTP client follows at times, are
// not followed.
//
// The endpoints are those that the SDK's clients would call with the same
// configuration. Where that has configured endpoints ignored, the SDK has dropped
// its WithBaseEndpoint too; [LoadDefaultConfig] keeps it.
func FromAWS(cfg aws.Config) nereid.Config { return convert(context.Background(), cfg) }

func convert(ctx context.Context, cfg aws.Config) nereid.Config {
	out := nereid.Config{
		Region:           cfg.Region,
		HTTPClient:       httpClientOf(cfg.HTTPClient),
		BaseEndpoint:     cfg.BaseEndpoint,
		ServiceEndpoints: serviceEndpoints(ctx, cfg),
		EndpointOptions:  endpointOptions(ctx, cfg),
		RetryMaxAttempts: cfg.RetryMaxAttempts,
		RetryMode:        nereid.RetryMode(cfg.RetryMode),
		Logger:           cfg.Logger,
		ClientLogMode:    nereid.ClientLogMode(cfg.ClientLogMode),
		APIOptions:       cfg.APIOptions,
		AppID:            cfg.AppID,
	}
	if cfg.Credentials != nil {
		out.Credentials = fromAWS(func() aws.CredentialsProvider { return cfg.Credentials })
	}
	if cfg.Retryer != nil {
		out.Retryer = func() nereid.Retryer { return cfg.Retryer() }
	}
	return out.Copy()
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
