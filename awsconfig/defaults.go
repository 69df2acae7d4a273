package awsconfig

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/defaults"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// withDefaultsMode returns the configuration's HTTP client with the timeouts that the
// configuration's defaults mode sets. It does not set a retry mode, because every defaults mode
// uses the default retry mode.
func withDefaultsMode(cfg aws.Config) aws.HTTPClient {
	var mode aws.DefaultsMode
	mode.SetFromString(string(cfg.DefaultsMode))
	if mode == aws.DefaultsModeAuto {
		mode = defaults.ResolveDefaultsModeAuto(cfg.Region, cfg.RuntimeEnvironment)
	}
	limits, err := defaults.GetModeConfiguration(mode)
	if err != nil { // no mode, or the legacy mode, which sets nothing
		return cfg.HTTPClient
	}
	client, ok := cfg.HTTPClient.(*awshttp.BuildableClient)
	switch {
	case cfg.HTTPClient == nil:
		client = awshttp.NewBuildableClient()
	case !ok:
		return cfg.HTTPClient
	}
	return client.WithDialerOptions(func(d *net.Dialer) {
		if limit, ok := limits.GetConnectTimeout(); ok {
			d.Timeout = limit
		}
	}).WithTransportOptions(func(tr *http.Transport) {
		if limit, ok := limits.GetTLSNegotiationTimeout(); ok {
			tr.TLSHandshakeTimeout = limit
		}
	})
}

// resolveEndpoints calls the configuration's endpoint resolver, if any, and sets the endpoints in
// out.
func resolveEndpoints(out *nereid.Config, cfg aws.Config) error {
	ask := resolver(cfg)
	if ask == nil {
		return nil
	}
	for _, service := range [...]string{"Neptune", "RDS"} {
		url, err := ask(service, cfg.Region)
		if err != nil {
			return err
		}
		if url != "" {
			if out.ServiceEndpoints == nil {
				out.ServiceEndpoints = make(map[string]string)
			}
			out.ServiceEndpoints[strings.ToLower(service)] = url
		}
	}
	region := cfg.Region
	check := func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
		out middleware.InitializeOutput, md middleware.Metadata, err error,
	) {
		if other := nereid.GetRegion(ctx); other != "" && other != region { // "" in clients of the SDK
			service := middleware.GetServiceID(ctx)
			here, err := ask(service, region)
			there, otherErr := ask(service, other)
			if err = errors.Join(err, otherErr); err != nil {
				return out, md, err
			}
			if here != there {
				return out, md, fmt.Errorf("awsconfig: the endpoint resolver was called for %s, and returns a different endpoint for %s: set BaseEndpoint for clients of that region", region, other)
			}
		}
		return next.HandleInitialize(ctx, in)
	}
	out.APIOptions = append(out.APIOptions, func(stack *middleware.Stack) error {
		return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("AWSEndpointResolver", check), middleware.After)
	})
	return nil
}

// resolver returns a function that calls the configuration's endpoint resolver, or nil if the
// configuration has none. The function returns an empty URL if the resolver does not have an
// endpoint for the service.
//
//nolint:staticcheck // deprecated in the SDK, but still in use
func resolver(cfg aws.Config) func(service, region string) (string, error) {
	var resolve func(service, region string) (aws.Endpoint, error)
	switch {
	case cfg.EndpointResolverWithOptions != nil:
		resolve = func(service, region string) (aws.Endpoint, error) {
			return cfg.EndpointResolverWithOptions.ResolveEndpoint(service, region)
		}
	case cfg.EndpointResolver != nil:
		resolve = cfg.EndpointResolver.ResolveEndpoint
	default:
		return nil
	}
	return func(service, region string) (string, error) {
		endpoint, err := resolve(service, region)
		var notFound *aws.EndpointNotFoundError
		switch {
		case errors.As(err, &notFound):
			return "", nil
		case err != nil:
			return "", fmt.Errorf("awsconfig: the endpoint resolver failed for %s in %s: %w", service, region, err)
		case endpoint.SigningRegion != "" && endpoint.SigningRegion != region:
			return "", fmt.Errorf("awsconfig: the endpoint resolver requires requests to %s to be signed for %s, not for %s: set that region and WithBaseEndpoint", service, endpoint.SigningRegion, region)
		case endpoint.SigningName != "" && endpoint.SigningName != "rds":
			return "", fmt.Errorf("awsconfig: the endpoint resolver requires requests to %s to be signed as %s, which is not possible", service, endpoint.SigningName)
		}
		return endpoint.URL, nil
	}
}
