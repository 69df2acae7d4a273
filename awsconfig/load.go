package awsconfig

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/nereid-go/nereid"
)

// LoadOptions are the options of [LoadDefaultConfig].
type LoadOptions = config.LoadOptions

// LoadOptionsFunc changes LoadOptions.
type LoadOptionsFunc = config.LoadOptionsFunc

// LoadDefaultConfig reads the configuration as the AWS SDK does and converts it
// as [FromAWS] does. Nothing is asked of the network, except the region if
// [WithEC2IMDSRegion] is given; credentials are fetched by the first call.
//
// Options are those of this package or of the SDK's config package, for which
// LoadOptions are the same type. An endpoint resolver is asked once for each service,
// as [FromAWS] says; its error is one of LoadDefaultConfig. [WithBaseEndpoint] holds
// whatever else is configured: the SDK drops it where configured endpoints are to be
// ignored.
//
// The SDK caches the credentials below the clients' own cache. The cache that it
// makes here renews them as early as the clients ask, see
// [WithCredentialsCacheOptions]. A CA bundle (AWS_CA_BUNDLE, ca_bundle in
// the profile, [WithCustomCABundle]) is added to an *http.Client in the options,
// through a copy of its transport. Another kind of client sees to certificates
// itself; together with credentials that come over the network it is an error.
//
// A provider of the SDK that hangs is not left behind as one of this module is:
// the SDK's cache has all calls wait for it.
func LoadDefaultConfig(ctx context.Context, optFns ...func(*LoadOptions) error) (nereid.Config, error) {
	var cache *aws.CredentialsCacheOptions // of the cache that the SDK makes, if it makes one
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
	cfg, err := loadWithClient(ctx, append(optFns[:len(optFns):len(optFns)], note))
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
			// Around it is the SDK's cache, which keeps credentials that cannot
			// expire for good. A client here asks for them each time.
			out.Credentials = p()
		}
		if o.BaseEndpoint != "" {
			// What code says is not configured: a profile or a variable that has
			// configured endpoints ignored does not mean it.
			out.BaseEndpoint, out.ServiceEndpoints = &o.BaseEndpoint, nil
		}
	}
	return out, nil
}
