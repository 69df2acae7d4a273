package awsconfig

import (
	"context"
	"crypto/tls"
	"net/http"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
)

// loadWithClient loads the SDK's configuration. The SDK adds a CA bundle to its own
// kind of HTTP client alone, and fails if there are a bundle and another client.
// An *http.Client is then given to it as its own kind, with the same transport
// settings.
func loadWithClient(ctx context.Context, optFns []func(*LoadOptions) error) (aws.Config, error) {
	var given config.HTTPClient
	look := func(o *LoadOptions) error { given = o.HTTPClient; return nil }
	cfg, err := config.LoadDefaultConfig(ctx, append(optFns[:len(optFns):len(optFns)], look)...)
	own, ok := given.(*http.Client)
	if err == nil || !ok || own == nil {
		return cfg, err
	}
	buildable := asBuildable(own)
	if buildable == nil {
		return cfg, err
	}
	replace := func(o *LoadOptions) error { o.HTTPClient = buildable; return nil }
	cfg, second := config.LoadDefaultConfig(ctx, append(optFns[:len(optFns):len(optFns)], replace)...)
	if second != nil {
		return cfg, second
	}
	if built, ok := cfg.HTTPClient.(*awshttp.BuildableClient); ok && built != buildable {
		cfg.HTTPClient = &http.Client{
			Transport: built.GetTransport(), CheckRedirect: own.CheckRedirect, Jar: own.Jar, Timeout: own.Timeout,
		}
	}
	return cfg, nil
}

// asBuildable returns the SDK's kind of client with the settings of this one, or
// nil if its transport is of another kind than net/http's.
func asBuildable(client *http.Client) *awshttp.BuildableClient {
	round := client.Transport
	if round == nil {
		round = http.DefaultTransport
	}
	original, ok := round.(*http.Transport)
	if !ok {
		return nil
	}
	return awshttp.NewBuildableClient().WithTimeout(client.Timeout).WithTransportOptions(func(tr *http.Transport) {
		from, to := reflect.ValueOf(original.Clone()).Elem(), reflect.ValueOf(tr).Elem()
		for i := range from.NumField() {
			if from.Type().Field(i).IsExported() {
				to.Field(i).Set(from.Field(i))
			}
		}
		if tr.TLSClientConfig == nil {
			tr.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
		}
		if roots := tr.TLSClientConfig.RootCAs; roots != nil {
			tr.TLSClientConfig.RootCAs = roots.Clone() // the SDK adds to them
		}
	})
}
