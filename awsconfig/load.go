package awsconfig

import (
	"context"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/nereid-go/nereid"
)

// LoadOptions are the options of [LoadDefaultConfig].
type LoadOptions = config.LoadOptions

// LoadOptionsFunc changes LoadOptions.
type LoadOptionsFunc = config.LoadOptionsFunc

// LoadDefaultConfig reads the configuration as the AWS SDK does and converts it as [FromAWS] does.
// It does not use the network, except to find the region if [WithEC2IMDSRegion] is given. The
// credentials are fetched when a client makes its first call.
//
// The options can come from this package or from the SDK's config package, because LoadOptions is
// the same type. Like [FromAWS], LoadDefaultConfig calls an endpoint resolver once for each
// service. LoadDefaultConfig fails if the resolver fails. It always applies the option
// [WithBaseEndpoint], but the SDK ignores the option if AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, or
// ignore_configured_endpoint_urls in the profile, is true.
//
// Both the SDK and the clients of this module cache credentials. LoadDefaultConfig configures the
// SDK's cache to renew credentials as soon as the clients ask for new ones; see
// [WithCredentialsCacheOptions].
//
// If the options contain an *http.Client, LoadDefaultConfig adds a CA bundle (AWS_CA_BUNDLE,
// ca_bundle in the profile, [WithCustomCABundle]) to a copy of the client's transport. A client of
// another type must handle certificates itself. With such a client and a CA bundle,
// LoadDefaultConfig fails unless the credentials are static or the options contain a credentials
// provider, because the SDK cannot use the client to fetch credentials.
//
// The clients' cache abandons a provider that hangs, and then asks it again. The SDK's cache does
// not do this. If one of the SDK's providers hangs, all calls therefore wait for it.
func LoadDefaultConfig(ctx context.Context, optFns ...func(*LoadOptions) error) (nereid.Config, error) {
	var cache *aws.CredentialsCacheOptions // options of the cache that the SDK creates, if any
	note := func(o *LoadOptions) error {
		given := o.CredentialsCacheOptions
		o.CredentialsCacheOptions = func(c *aws.CredentialsCacheOptions) {
			if c.ExpiryWindow = expiryWindow; given != nil {
				c.ExpiryWindow = 0
				given(c)
			}
			cache = c
		}
		return nil
	}
	cfg, err := loadWithClient(ctx, append(slices.Clip(optFns), note))
	if err != nil {
		return nereid.Config{}, err
	}
	out, err := convert(ctx, cfg)
	if err != nil {
		return nereid.Config{}, err
	}
	if cache != nil {
		out.RenewAhead = cache.ExpiryWindow
		moved := time.Duration(float64(cache.ExpiryWindow) * (1 - min(max(cache.ExpiryWindowJitterFrac, 0), 1)))
		if out.RenewAhead <= 0 {
			out.RenewAhead, moved = -1, 0
		}
		out.Credentials = ahead{func() aws.CredentialsProvider { return cfg.Credentials }, moved}
	}
	for _, source := range cfg.ConfigSources {
		o, _ := source.(LoadOptions)
		if p, ok := o.Credentials.(toAWS); ok {
			// Bypass the SDK's cache, because it would keep non-expiring credentials forever. A
			// client of this module asks the provider for them again at each call.
			out.Credentials = p()
		}
		if o.BaseEndpoint != "" {
			// Unlike the SDK, use an endpoint that the program sets even if
			// AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true.
			out.BaseEndpoint, out.ServiceEndpoints = &o.BaseEndpoint, nil
		}
	}
	return out, nil
}
