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

// LoadDefaultConfig reads the configuration like the AWS SDK and converts it like [FromAWS]. It does
// not use the network, except for the region if [WithEC2IMDSRegion] is given. The first call fetches
// the credentials.
//
// Options can be those of this package or of the SDK's config package, because LoadOptions is the same
// type. LoadDefaultConfig calls an endpoint resolver once for each service, like [FromAWS], and
// returns its error. [WithBaseEndpoint] applies even if the configuration ignores configured
// endpoints, in which case the SDK drops it.
//
// The SDK caches credentials too, below the clients' own cache. The SDK cache from this package renews
// credentials as early as the clients ask; see [WithCredentialsCacheOptions].
//
// A CA bundle (AWS_CA_BUNDLE, ca_bundle in the profile, [WithCustomCABundle]) is added to an
// *http.Client in the options, through a copy of its transport. A client of another type handles
// certificates itself. Such a client is an error together with a CA bundle and credentials that come
// over the network.
//
// If a provider of the SDK hangs, all calls wait for it, because the SDK's cache does not abandon it.
// A client abandons a provider of this module that hangs.
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
			// The SDK wraps the provider in its cache, which keeps credentials that cannot expire
			// forever. A client of this module calls the provider for them at each call.
			out.Credentials = p()
		}
		if o.BaseEndpoint != "" {
			// An endpoint from code is not a configured endpoint: a profile or a
			// variable that ignores configured endpoints does not apply to it.
			out.BaseEndpoint, out.ServiceEndpoints = &o.BaseEndpoint, nil
		}
	}
	return out, nil
}
