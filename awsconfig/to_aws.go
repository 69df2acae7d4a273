package awsconfig

import (
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// origin returns the SDK configuration that was converted, and the HTTP client that the conversion
// created. It is a function, because fmt would print the secrets in a struct.
type origin func() (aws.Config, nereid.HTTPClient)

// ToAWS returns a configuration for the SDK's clients of other services, so that the program loads
// its configuration only once:
//
//	cfg, err := awsconfig.LoadDefaultConfig(ctx)
//	…
//	identity := sts.NewFromConfig(awsconfig.ToAWS(cfg))
//	client := neptune.NewFromConfig(cfg)
//
// If cfg comes from [LoadDefaultConfig] or [FromAWS], ToAWS starts from the original SDK
// configuration, including settings that apply only to other services. It then applies what the
// program has changed in cfg after the conversion: region, credentials, HTTP client, endpoint,
// retries, logging and APIOptions. The SDK's clients use the same credentials provider as the
// clients of this module, including the provider's cache.
func ToAWS(cfg nereid.Config) aws.Config {
	var out aws.Config
	var made nereid.HTTPClient
	for _, source := range cfg.ConfigSources {
		if from, ok := source.(origin); ok {
			out, made = from()
			out = out.Copy()
		}
	}
	out.Region = cfg.Region
	out.BaseEndpoint = cfg.BaseEndpoint
	out.RetryMaxAttempts = cfg.RetryMaxAttempts
	out.RetryMode = aws.RetryMode(cfg.RetryMode)
	out.Logger = cfg.Logger
	out.ClientLogMode = aws.ClientLogMode(cfg.ClientLogMode)
	out.AppID = cfg.AppID
	out.APIOptions = append([]func(*middleware.Stack) error(nil), cfg.APIOptions...)
	if cfg.HTTPClient != nil && !same(cfg.HTTPClient, made) {
		out.HTTPClient = cfg.HTTPClient
	}
	out.Retryer = nil
	if cfg.Retryer != nil {
		out.Retryer = func() aws.Retryer { return cfg.Retryer() }
	}
	switch p := cfg.Credentials.(type) {
	case nil:
		out.Credentials = nil
	case fromAWS:
		out.Credentials = p()
	case ahead:
		out.Credentials = p.fromAWS()
	default:
		out.Credentials = aws.NewCredentialsCache(toAWS(func() nereid.CredentialsProvider { return p }))
	}
	return out
}

// same reports whether two clients are equal. Clients of types that are not comparable are never
// equal.
func same(a, b nereid.HTTPClient) bool {
	if a == nil || b == nil || !reflect.TypeOf(a).Comparable() || !reflect.TypeOf(b).Comparable() {
		return a == nil && b == nil
	}
	return a == b
}
