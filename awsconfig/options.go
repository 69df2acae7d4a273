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

// WithRegion sets the region, whatever the environment and the profile say.
func WithRegion(v string) LoadOptionsFunc { return config.WithRegion(v) }

// WithCredentialsCacheOptions changes how early credentials are renewed. ExpiryWindow
// holds for the SDK's cache, and as [nereid.Config.RenewAhead] for the clients; they
// renew at most a quarter of the credentials' life ahead. A window of 0 or less turns
// the renewal ahead off, as in the SDK.
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

// WithDefaultRegion sets the region for when neither the environment nor the
// profile has one.
func WithDefaultRegion(v string) LoadOptionsFunc { return config.WithDefaultRegion(v) }

// UseEC2IMDSRegion are the options of [WithEC2IMDSRegion].
type UseEC2IMDSRegion = config.UseEC2IMDSRegion

// WithEC2IMDSRegion asks the instance metadata service for the region, if
// nothing else gives one.
func WithEC2IMDSRegion(optFns ...func(*UseEC2IMDSRegion)) LoadOptionsFunc {
	return config.WithEC2IMDSRegion(optFns...)
}

// WithSharedConfigProfile chooses the profile. It is an error if there is none
// of that name.
func WithSharedConfigProfile(v string) LoadOptionsFunc { return config.WithSharedConfigProfile(v) }

// WithSharedConfigFiles reads these instead of ~/.aws/config.
func WithSharedConfigFiles(v []string) LoadOptionsFunc { return config.WithSharedConfigFiles(v) }

// WithSharedCredentialsFiles reads these instead of ~/.aws/credentials.
func WithSharedCredentialsFiles(v []string) LoadOptionsFunc {
	return config.WithSharedCredentialsFiles(v)
}

// WithAssumeRoleCredentialOptions changes how a role of the profile is assumed,
// for instance where the code of its MFA device comes from.
func WithAssumeRoleCredentialOptions(v func(*stscreds.AssumeRoleOptions)) LoadOptionsFunc {
	return config.WithAssumeRoleCredentialOptions(v)
}

// WithCustomCABundle trusts the certificates in this PEM text instead of the
// system's.
func WithCustomCABundle(v io.Reader) LoadOptionsFunc { return config.WithCustomCABundle(v) }

// WithHTTPClient sends the requests with this client, also those for
// credentials.
func WithHTTPClient(v nereid.HTTPClient) LoadOptionsFunc { return config.WithHTTPClient(v) }

// WithBaseEndpoint calls this URL instead of the region's endpoints, whatever the
// environment and the profile say. That holds too where they have configured
// endpoints ignored (AWS_IGNORE_CONFIGURED_ENDPOINT_URLS,
// ignore_configured_endpoint_urls), with which the SDK calls AWS.
func WithBaseEndpoint(v string) LoadOptionsFunc { return config.WithBaseEndpoint(v) }

// WithUseFIPSEndpoint chooses FIPS endpoints.
func WithUseFIPSEndpoint(v nereid.FIPSEndpointState) LoadOptionsFunc {
	return config.WithUseFIPSEndpoint(aws.FIPSEndpointState(v))
}

// WithUseDualStackEndpoint chooses dual stack endpoints.
func WithUseDualStackEndpoint(v nereid.DualStackEndpointState) LoadOptionsFunc {
	return config.WithUseDualStackEndpoint(aws.DualStackEndpointState(v))
}

// WithRetryMaxAttempts sets how often a request is sent at the most. It has no
// effect with WithRetryer.
func WithRetryMaxAttempts(v int) LoadOptionsFunc { return config.WithRetryMaxAttempts(v) }

// WithRetryMode sets the retry strategy. It has no effect with WithRetryer.
func WithRetryMode(v nereid.RetryMode) LoadOptionsFunc {
	return config.WithRetryMode(aws.RetryMode(v))
}

// WithRetryer makes each client's retryer. Those for credentials use it too.
func WithRetryer(v func() nereid.Retryer) LoadOptionsFunc {
	if v == nil {
		return config.WithRetryer(nil)
	}
	return config.WithRetryer(func() aws.Retryer { return v() })
}

// WithLogger sets where to log.
func WithLogger(v logging.Logger) LoadOptionsFunc { return config.WithLogger(v) }

// WithClientLogMode sets what to log.
func WithClientLogMode(v nereid.ClientLogMode) LoadOptionsFunc {
	return config.WithClientLogMode(aws.ClientLogMode(v))
}

// WithLogConfigurationWarnings logs what is odd in the configuration files.
func WithLogConfigurationWarnings(v bool) LoadOptionsFunc {
	return config.WithLogConfigurationWarnings(v)
}

// WithAPIOptions changes the middleware stack of every operation.
func WithAPIOptions(v []func(*middleware.Stack) error) LoadOptionsFunc {
	return config.WithAPIOptions(v)
}

// WithAppID names the application in the User-Agent header.
func WithAppID(v string) LoadOptionsFunc { return config.WithAppID(v) }
