package awsconfig

import (
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// WithRegion sets the region. It overrides the environment and the profile.
func WithRegion(v string) LoadOptionsFunc { return config.WithRegion(v) }

// WithCredentialsCacheOptions changes how early credentials are renewed.
// ExpiryWindow applies to the SDK's cache. It also becomes the RenewAhead of
// the [nereid.Config], which applies to the clients. A client limits it to a
// quarter of the credentials' lifetime. A window of 0 or less turns early
// renewal off, as in the SDK.
func WithCredentialsCacheOptions(v func(*nereid.CredentialsCacheOptions)) LoadOptionsFunc {
	if v == nil {
		return config.WithCredentialsCacheOptions(nil)
	}
	return config.WithCredentialsCacheOptions(func(o *aws.CredentialsCacheOptions) {
		own := nereid.CredentialsCacheOptions{ExpiryWindow: o.ExpiryWindow, ExpiryWindowJitterFrac: o.ExpiryWindowJitterFrac}
		v(&own)
		o.ExpiryWindow, o.ExpiryWindowJitterFrac = own.ExpiryWindow, own.ExpiryWindowJitterFrac
	})
}

// WithDefaultRegion sets the region to use if neither the environment nor the
// profile sets one.
func WithDefaultRegion(v string) LoadOptionsFunc { return config.WithDefaultRegion(v) }

// UseEC2IMDSRegion are the options of [WithEC2IMDSRegion].
type UseEC2IMDSRegion = config.UseEC2IMDSRegion

// WithEC2IMDSRegion asks the instance metadata service for the region if no
// other source sets one.
func WithEC2IMDSRegion(optFns ...func(*UseEC2IMDSRegion)) LoadOptionsFunc {
	return config.WithEC2IMDSRegion(optFns...)
}

// WithSharedConfigProfile selects the profile. Loading fails if the profile
// does not exist.
func WithSharedConfigProfile(v string) LoadOptionsFunc { return config.WithSharedConfigProfile(v) }

// WithSharedConfigFiles reads these files instead of ~/.aws/config.
func WithSharedConfigFiles(v []string) LoadOptionsFunc { return config.WithSharedConfigFiles(v) }

// WithSharedCredentialsFiles reads these files instead of ~/.aws/credentials.
func WithSharedCredentialsFiles(v []string) LoadOptionsFunc {
	return config.WithSharedCredentialsFiles(v)
}

// WithAssumeRoleCredentialOptions changes how the SDK assumes a profile's role,
// for example how it gets the code of an MFA device.
func WithAssumeRoleCredentialOptions(v func(*stscreds.AssumeRoleOptions)) LoadOptionsFunc {
	return config.WithAssumeRoleCredentialOptions(v)
}

// WithCustomCABundle trusts the certificates in this PEM text instead of the
// system's.
func WithCustomCABundle(v io.Reader) LoadOptionsFunc { return config.WithCustomCABundle(v) }

// WithHTTPClient sets the HTTP client for all requests, including requests for
// credentials.
func WithHTTPClient(v nereid.HTTPClient) LoadOptionsFunc { return config.WithHTTPClient(v) }

// WithBaseEndpoint sets a URL to call instead of the region's endpoints. It
// overrides endpoints in the environment and the profile. It applies even if
// AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, or ignore_configured_endpoint_urls in
// the profile, is true. In this case, the SDK's LoadDefaultConfig ignores the
// option.
func WithBaseEndpoint(v string) LoadOptionsFunc { return config.WithBaseEndpoint(v) }

// WithUseFIPSEndpoint enables or disables FIPS endpoints.
func WithUseFIPSEndpoint(v nereid.FIPSEndpointState) LoadOptionsFunc {
	return config.WithUseFIPSEndpoint(aws.FIPSEndpointState(v))
}

// WithUseDualStackEndpoint enables or disables dual-stack endpoints.
func WithUseDualStackEndpoint(v nereid.DualStackEndpointState) LoadOptionsFunc {
	return config.WithUseDualStackEndpoint(aws.DualStackEndpointState(v))
}

// WithRetryMaxAttempts sets the maximum number of attempts of a call. It has no
// effect with WithRetryer.
func WithRetryMaxAttempts(v int) LoadOptionsFunc { return config.WithRetryMaxAttempts(v) }

// WithRetryMode sets the retry strategy. It has no effect with WithRetryer.
func WithRetryMode(v nereid.RetryMode) LoadOptionsFunc {
	return config.WithRetryMode(aws.RetryMode(v))
}

// WithRetryer sets the function that creates the retryer of each client. The
// SDK's clients that fetch credentials also use this function.
func WithRetryer(v func() nereid.Retryer) LoadOptionsFunc {
	if v == nil {
		return config.WithRetryer(nil)
	}
	return config.WithRetryer(func() aws.Retryer { return v() })
}

// WithLogger sets the logger.
func WithLogger(v logging.Logger) LoadOptionsFunc { return config.WithLogger(v) }

// WithClientLogMode selects what clients log.
func WithClientLogMode(v nereid.ClientLogMode) LoadOptionsFunc {
	return config.WithClientLogMode(aws.ClientLogMode(v))
}

// WithLogConfigurationWarnings sets whether to log warnings about the
// configuration files.
func WithLogConfigurationWarnings(v bool) LoadOptionsFunc {
	return config.WithLogConfigurationWarnings(v)
}

// WithAPIOptions changes the middleware stack of every operation.
func WithAPIOptions(v []func(*middleware.Stack) error) LoadOptionsFunc {
	return config.WithAPIOptions(v)
}

// WithAppID names the application in the User-Agent header.
func WithAppID(v string) LoadOptionsFunc { return config.WithAppID(v) }
