package awsconfig

import (
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// origin returns the original configuration of a conversion, and the HTTP client that the conversion
// created. It is a function, because fmt would show the secrets of a struct.
type origin func() (aws.Config, nereid.HTTPClient)

// ToAWS returns a configuration for the SDK's clients of other services, so that the program loads the
// configuration only once:
//
//	cfg, err := awsconfig.LoadDefaultConfig(ctx)
//	…
//	identity := sts.NewFromConfig(awsconfig.ToAWS(cfg))
//	client := neptune.NewFromConfig(cfg)
//
// If [LoadDefaultConfig] or [FromAWS] made cfg, ToAWS starts with the original configuration,
// including settings that apply only to other services. It then applies the later changes of cfg:
// region, credentials, HTTP client, endpoint, retries, logging and APIOptions. The SDK's clients get
// the same credentials from the same cache.
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

// same reports whether two clients are the same, even if their types are not
// comparable.
func same(a, b nereid.HTTPClient) bool {
	if a == nil || b == nil || !reflect.TypeOf(a).Comparable() || !reflect.TypeOf(b).Comparable() {
		return a == nil && b == nil
	}
	return a == b
}
