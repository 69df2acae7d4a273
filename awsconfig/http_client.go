package awsconfig

import (
	"context"
	"crypto/tls"
	"fmt"
	"net/http"
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
)

// loadWithClient loads the SDK's configuration. The SDK can add a CA bundle only to an HTTP client
// of the SDK's own type. If a CA bundle is configured and the program's client has another type,
// the SDK fails. loadWithClient then loads the configuration again, with a client of the SDK's
// type.
//
// If the program's client uses an *http.Transport, the SDK's client gets the same transport
// settings, and the result contains an *http.Client that also trusts the bundle. Any other client
// handles certificates itself, so the result contains that client unchanged. In this case,
// loadWithClient fails unless the credentials are static or the program sets a provider, because
// the SDK cannot pass the client to its credentials providers.
func loadWithClient(ctx context.Context, optFns []func(*LoadOptions) error) (aws.Config, error) {
	var given LoadOptions
	look := func(o *LoadOptions) error { given = *o; return nil }
	cfg, err := config.LoadDefaultConfig(ctx, append(slices.Clip(optFns), look)...)
	if err == nil || given.HTTPClient == nil {
		return cfg, err
	}
	if _, theirs := given.HTTPClient.(*awshttp.BuildableClient); theirs {
		return cfg, err
	}
	own, _ := given.HTTPClient.(*http.Client)
	buildable := asBuildable(own)
	stand := buildable
	if stand == nil {
		stand = awshttp.NewBuildableClient()
	}
	replace := func(o *LoadOptions) error { o.HTTPClient = stand; return nil }
	second, secondErr := config.LoadDefaultConfig(ctx, append(slices.Clip(optFns), replace)...)
	built, ok := second.HTTPClient.(*awshttp.BuildableClient)
	switch {
	case secondErr != nil:
		return cfg, secondErr
	case !ok || built == stand: // the bundle is not the cause
		return cfg, err
	case buildable != nil:
		second.HTTPClient = &http.Client{
			Transport: built.GetTransport(), CheckRedirect: own.CheckRedirect, Jar: own.Jar, Timeout: own.Timeout,
		}
		return second, nil
	case given.Credentials == nil && !aws.IsCredentialsProvider(second.Credentials, credentials.StaticCredentialsProvider{}):
		return cfg, fmt.Errorf("awsconfig: a CA bundle is configured (AWS_CA_BUNDLE, ca_bundle or WithCustomCABundle), which cannot be added to an HTTP client of type %T: %w", given.HTTPClient, err)
	}
	second.HTTPClient = given.HTTPClient
	return second, nil
}

// asBuildable returns a client of the SDK's type with the settings of an *http.Client. It returns
// nil if client is nil or its transport is not an *http.Transport.
func asBuildable(client *http.Client) *awshttp.BuildableClient {
	if client == nil {
		return nil
	}
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
