package awsconfig_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
)

// home creates an environment in which only these two files configure anything.
func home(t *testing.T, configFile, credentialsFile string) {
	t.Helper()
	for _, kv := range os.Environ() {
		if name, _, _ := strings.Cut(kv, "="); strings.HasPrefix(name, "AWS_") {
			t.Setenv(name, "") // restores the variable at the end
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	for name, text := range map[string]string{"AWS_CONFIG_FILE": configFile, "AWS_SHARED_CREDENTIALS_FILE": credentialsFile} {
		path := filepath.Join(dir, strings.ToLower(name))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Setenv(name, path)
	}
	t.Setenv("AWS_EC2_METADATA_DISABLED", "true")
}

func load(t *testing.T, opts ...func(*awsconfig.LoadOptions) error) nereid.Config {
	t.Helper()
	cfg, err := awsconfig.LoadDefaultConfig(t.Context(), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

func retrieve(t *testing.T, p nereid.CredentialsProvider) nereid.Credentials {
	t.Helper()
	if p == nil {
		t.Fatal("there is no credentials provider")
	}
	creds, err := p.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return creds
}

// plain makes credentials comparable: cmp would otherwise print them redacted.
func plain(c nereid.Credentials) map[string]any {
	return map[string]any{
		"key": c.AccessKeyID, "secret": c.SecretAccessKey, "session": c.SessionToken,
		"account": c.AccountID, "expires": c.CanExpire, "when": c.Expires.UTC().Format(time.RFC3339),
	}
}

const profiles = `
[default]
region = eu-west-1

[profile night]
region = eu-central-1
max_attempts = 7
retry_mode = adaptive
use_fips_endpoint = true
use_dualstack_endpoint = true
sdk_ua_app_id = nightly
aws_access_key_id = AKIDNIGHT
aws_secret_access_key = night-secret
aws_session_token = night-token
aws_account_id = 123456789012
services = local
endpoint_url = https://all.example

[profile quiet]
region = eu-central-1
services = local
endpoint_url = https://all.example
ignore_configured_endpoint_urls = true

[services local]
neptune =
  endpoint_url = https://neptune.example
rds =
  endpoint_url = https://rds.example
`

const secrets = `
[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key = default-secret
`

func TestProfiles(t *testing.T) {
	home(t, profiles, secrets)

	t.Run("default", func(t *testing.T) {
		cfg := load(t)
		if cfg.Region != "eu-west-1" {
			t.Errorf("region %q", cfg.Region)
		}
		if got := retrieve(t, cfg.Credentials); got.AccessKeyID != "AKIDDEFAULT" || got.SecretAccessKey != "default-secret" {
			t.Errorf("credentials %v", plain(got))
		}
		if cfg.EndpointFor("RDS") != nil || cfg.RetryMaxAttempts != 0 || cfg.RetryMode != "" || cfg.EndpointOptions != (nereid.EndpointOptions{}) {
			t.Errorf("something is set that is in no file: %+v", cfg)
		}
	})

	t.Run("night", func(t *testing.T) {
		cfg := load(t, awsconfig.WithSharedConfigProfile("night"))
		got := map[string]any{
			"region": cfg.Region, "attempts": cfg.RetryMaxAttempts, "mode": cfg.RetryMode, "app": cfg.AppID,
			"fips": cfg.EndpointOptions.UseFIPSEndpoint, "dual": cfg.EndpointOptions.UseDualStackEndpoint,
			"base": nereid.ToString(cfg.BaseEndpoint), "services": cfg.ServiceEndpoints,
			"credentials": plain(retrieve(t, cfg.Credentials)),
		}
		want := map[string]any{
			"region": "eu-central-1", "attempts": 7, "mode": nereid.RetryModeAdaptive, "app": "nightly",
			"fips": nereid.FIPSEndpointStateEnabled, "dual": nereid.DualStackEndpointStateEnabled,
			"base":     "https://all.example",
			"services": map[string]string{"neptune": "https://neptune.example", "rds": "https://rds.example"},
			"credentials": plain(nereid.Credentials{
				AccessKeyID: "AKIDNIGHT", SecretAccessKey: "night-secret", SessionToken: "night-token", AccountID: "123456789012",
			}),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})

	t.Run("ignored endpoints", func(t *testing.T) {
		cfg := load(t, awsconfig.WithSharedConfigProfile("quiet"))
		if cfg.BaseEndpoint != nil || cfg.EndpointFor("Neptune") != nil {
			t.Errorf("endpoints %v %v", nereid.ToString(cfg.BaseEndpoint), cfg.ServiceEndpoints)
		}
	})

	t.Run("no such profile", func(t *testing.T) {
		_, err := awsconfig.LoadDefaultConfig(t.Context(), awsconfig.WithSharedConfigProfile("nowhere"))
		var missing config.SharedConfigProfileNotExistError
		if !errors.As(err, &missing) {
			t.Errorf("error %v", err)
		}
	})
}

// TestEndpointPrecedence checks that the clients call the same endpoints as the SDK's clients. In
// both, AWS_ENDPOINT_URL takes precedence over a profile's endpoint for one service, which may be
// surprising. Unlike in the SDK, an endpoint that the program sets always takes precedence.
func TestEndpointPrecedence(t *testing.T) {
	const night = "night"
	for _, tt := range []struct {
		name    string
		env     map[string]string
		opts    []func(*awsconfig.LoadOptions) error
		neptune string
		rds     string
	}{
		{
			name:    "variable for one service",
			env:     map[string]string{"AWS_ENDPOINT_URL_RDS": "https://env-rds.example"},
			neptune: "https://neptune.example", rds: "https://env-rds.example",
		},
		{
			name:    "general variable",
			env:     map[string]string{"AWS_ENDPOINT_URL": "https://env.example"},
			neptune: "https://env.example", rds: "https://env.example",
		},
		{
			name:    "both",
			env:     map[string]string{"AWS_ENDPOINT_URL": "https://env.example", "AWS_ENDPOINT_URL_NEPTUNE": "https://env-neptune.example"},
			neptune: "https://env-neptune.example", rds: "https://env.example",
		},
		{
			name:    "ignored",
			env:     map[string]string{"AWS_ENDPOINT_URL_RDS": "https://env-rds.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"},
			neptune: "", rds: "",
		},
		{
			name:    "in code",
			opts:    []func(*awsconfig.LoadOptions) error{awsconfig.WithBaseEndpoint("https://code.example")},
			neptune: "https://code.example", rds: "https://code.example",
		},
		{
			name:    "in code, configured ones ignored by the environment",
			env:     map[string]string{"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "https://env.example"},
			opts:    []func(*awsconfig.LoadOptions) error{awsconfig.WithBaseEndpoint("https://code.example")},
			neptune: "https://code.example", rds: "https://code.example",
		},
		{
			name: "in code, configured ones ignored by the profile",
			opts: []func(*awsconfig.LoadOptions) error{
				awsconfig.WithBaseEndpoint("https://code.example"), awsconfig.WithSharedConfigProfile("quiet"),
			},
			neptune: "https://code.example", rds: "https://code.example",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			home(t, profiles, secrets)
			for name, v := range tt.env {
				t.Setenv(name, v)
			}
			cfg := load(t, append([]func(*awsconfig.LoadOptions) error{awsconfig.WithSharedConfigProfile(night)}, tt.opts...)...)
			if got := nereid.ToString(cfg.EndpointFor("Neptune")); got != tt.neptune {
				t.Errorf("Neptune at %q, want %q", got, tt.neptune)
			}
			if got := nereid.ToString(cfg.EndpointFor("RDS")); got != tt.rds {
				t.Errorf("RDS at %q, want %q", got, tt.rds)
			}
		})
	}
}

// TestEndpointOfTheSDK checks that an endpoint that the SDK ignores is also ignored, for the SDK's
// clients and for clients from the same configuration.
func TestEndpointOfTheSDK(t *testing.T) {
	home(t, profiles, secrets)
	for profile, want := range map[string]string{"night": "https://code.example", "quiet": ""} {
		cfg, err := config.LoadDefaultConfig(t.Context(), config.WithSharedConfigProfile(profile), config.WithBaseEndpoint("https://code.example"))
		if err != nil {
			t.Fatal(err)
		}
		if got := nereid.ToString(awsconfig.FromAWS(cfg).EndpointFor("RDS")); got != want || want != nereid.ToString(cfg.BaseEndpoint) {
			t.Errorf("profile %s: RDS at %q, want %q", profile, got, want)
		}
	}
}

// expiring is a provider of the SDK, like those of stscreds.
type expiring struct{ until time.Time }

func (p expiring) Retrieve(context.Context) (aws.Credentials, error) {
	return aws.Credentials{
		AccessKeyID: "AKIDROLE", SecretAccessKey: "role-secret", SessionToken: "role-token",
		AccountID: "210987654321", CanExpire: true, Expires: p.until,
	}, nil
}

func TestWithCredentialsProvider(t *testing.T) {
	home(t, profiles, secrets)
	until := time.Now().Add(time.Hour).Truncate(time.Second)
	static := nereid.Credentials{AccessKeyID: "AKIDCODE", SecretAccessKey: "code-secret"}
	role := nereid.Credentials{
		AccessKeyID: "AKIDROLE", SecretAccessKey: "role-secret", SessionToken: "role-token",
		AccountID: "210987654321", CanExpire: true, Expires: until,
	}
	calls := 0
	for _, tt := range []struct {
		name string
		opt  awsconfig.LoadOptionsFunc
		want nereid.Credentials
	}{
		{"static", awsconfig.WithCredentialsProvider(awsconfig.NewStaticCredentialsProvider("AKIDCODE", "code-secret", "")), static},
		{"function", awsconfig.WithCredentialsProvider(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			calls++
			return static, nil
		})), static},
		{"of the SDK", awsconfig.WithCredentialsProvider(expiring{until}), role},
		{"interface of the SDK", awsconfig.WithCredentialsProvider(aws.CredentialsProvider(aws.NewCredentialsCache(expiring{until}))), role},
		{"nil", awsconfig.WithCredentialsProvider(nereid.CredentialsProvider(nil)), nereid.Credentials{
			AccessKeyID: "AKIDDEFAULT", SecretAccessKey: "default-secret",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cfg := load(t, tt.opt)
			for range 2 {
				if diff := cmp.Diff(plain(tt.want), plain(retrieve(t, cfg.Credentials))); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	if calls != 2 {
		t.Errorf("the provider was asked %d times, want each of 2 times", calls)
	}
}

// TestProviderForTheSDK uses a provider of this module in a client of the SDK, for example as the
// source of an assumed role.
func TestProviderForTheSDK(t *testing.T) {
	home(t, "", "")
	until := time.Now().Add(time.Hour).UTC().Truncate(time.Second)
	want := nereid.Credentials{
		AccessKeyID: "AKID", SecretAccessKey: "a-secret", SessionToken: "a-token",
		AccountID: "123456789012", CanExpire: true, Expires: until,
	}
	var refused = errors.New("no credentials today")
	err := error(nil)
	provider := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) { return want, err })

	cfg, loadErr := config.LoadDefaultConfig(t.Context(), awsconfig.WithCredentialsProvider(provider))
	if loadErr != nil {
		t.Fatal(loadErr)
	}
	if diff := cmp.Diff(plain(want), plain(retrieve(t, awsconfig.FromAWS(cfg).Credentials))); diff != "" {
		t.Error(diff)
	}
	cfg.Credentials = credentials.NewStaticCredentialsProvider("AKIDLATER", "later-secret", "")
	if got := retrieve(t, awsconfig.FromAWS(cfg).Credentials); got.AccessKeyID != "AKIDLATER" {
		t.Errorf("the provider set last is not the one used: %v", plain(got))
	}

	err = refused
	cfg, loadErr = config.LoadDefaultConfig(t.Context(), awsconfig.WithCredentialsProvider(provider))
	if loadErr != nil {
		t.Fatal(loadErr)
	}
	if _, err := awsconfig.FromAWS(cfg).Credentials.Retrieve(t.Context()); !errors.Is(err, refused) {
		t.Errorf("error %v, want the provider's", err)
	}
}

type client struct{}

func (client) Do(*http.Request) (*http.Response, error) { return nil, errors.New("no network") }

type retryer struct{ nereid.NopRetryer }

func (retryer) MaxAttempts() int { return 42 }

func TestOptions(t *testing.T) {
	home(t, "", "")
	logger := logging.Nop{}
	noop := func(*middleware.Stack) error { return nil }
	cfg := load(t,
		awsconfig.WithRegion("us-gov-west-1"),
		awsconfig.WithHTTPClient(client{}),
		awsconfig.WithUseFIPSEndpoint(nereid.FIPSEndpointStateEnabled),
		awsconfig.WithUseDualStackEndpoint(nereid.DualStackEndpointStateDisabled),
		awsconfig.WithRetryer(func() nereid.Retryer { return retryer{} }),
		awsconfig.WithLogger(logger),
		awsconfig.WithClientLogMode(nereid.LogRetries|nereid.LogRequest),
		awsconfig.WithAPIOptions([]func(*middleware.Stack) error{noop}),
		awsconfig.WithAppID("drill"),
		config.WithS3UseARNRegion(true), // any option of the SDK's package is accepted
	)
	got := map[string]any{
		"region": cfg.Region, "client": cfg.HTTPClient,
		"fips": cfg.EndpointOptions.UseFIPSEndpoint, "dual": cfg.EndpointOptions.UseDualStackEndpoint,
		"attempts": cfg.Retryer().MaxAttempts(), "logger": cfg.Logger, "mode": cfg.ClientLogMode,
		"options": len(cfg.APIOptions), "app": cfg.AppID,
	}
	want := map[string]any{
		"region": "us-gov-west-1", "client": client{},
		"fips": nereid.FIPSEndpointStateEnabled, "dual": nereid.DualStackEndpointStateDisabled,
		"attempts": 42, "logger": logger, "mode": nereid.LogRetries | nereid.LogRequest,
		"options": 2, "app": "drill", // and the option that makes the SDK's helpers work
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	cfg = load(t, awsconfig.WithDefaultRegion("sa-east-1"), awsconfig.WithRetryMode(nereid.RetryModeAdaptive),
		awsconfig.WithRetryMaxAttempts(9), awsconfig.WithRetryer(nil))
	if cfg.Region != "sa-east-1" || cfg.RetryMode != nereid.RetryModeAdaptive || cfg.RetryMaxAttempts != 9 || cfg.Retryer != nil {
		t.Errorf("%+v", cfg)
	}
}

// TestSameConstants checks the constants whose conversions copy the value.
func TestSameConstants(t *testing.T) {
	for _, tt := range []struct{ ours, theirs uint64 }{
		{uint64(nereid.LogSigning), uint64(aws.LogSigning)},
		{uint64(nereid.LogRetries), uint64(aws.LogRetries)},
		{uint64(nereid.LogRequest), uint64(aws.LogRequest)},
		{uint64(nereid.LogRequestWithBody), uint64(aws.LogRequestWithBody)},
		{uint64(nereid.LogResponse), uint64(aws.LogResponse)},
		{uint64(nereid.LogResponseWithBody), uint64(aws.LogResponseWithBody)},
		{uint64(nereid.LogDeprecatedUsage), uint64(aws.LogDeprecatedUsage)},
		{uint64(nereid.LogRequestEventMessage), uint64(aws.LogRequestEventMessage)},
		{uint64(nereid.LogResponseEventMessage), uint64(aws.LogResponseEventMessage)},
		{uint64(nereid.FIPSEndpointStateEnabled), uint64(aws.FIPSEndpointStateEnabled)},
		{uint64(nereid.FIPSEndpointStateDisabled), uint64(aws.FIPSEndpointStateDisabled)},
		{uint64(nereid.DualStackEndpointStateEnabled), uint64(aws.DualStackEndpointStateEnabled)},
		{uint64(nereid.DualStackEndpointStateDisabled), uint64(aws.DualStackEndpointStateDisabled)},
	} {
		if tt.ours != tt.theirs {
			t.Errorf("%#x is %#x in the SDK", tt.ours, tt.theirs)
		}
	}
	// Retryers have the same methods in both libraries, so that a retryer of the SDK can be used.
	var _ nereid.RetryerV2 = retry.NewStandard()
	var _ aws.RetryerV2 = nereid.RetryerV2(retryer{})
}

func TestHTTPClient(t *testing.T) {
	noDial := errors.New("nothing is dialed")
	built := awshttp.NewBuildableClient().WithTimeout(time.Minute).WithTransportOptions(func(tr *http.Transport) {
		tr.DialContext = func(context.Context, string, string) (net.Conn, error) { return nil, noDial }
	})
	c, ok := awsconfig.FromAWS(aws.Config{HTTPClient: built}).HTTPClient.(*http.Client)
	if !ok {
		t.Fatal("the SDK's client did not become a *http.Client, whose redirects the clients turn off")
	}
	if c.Timeout != time.Minute || c.CheckRedirect != nil {
		t.Errorf("%+v", c)
	}
	if _, err := c.Get("http://rds.example"); !errors.Is(err, noDial) {
		t.Errorf("the transport is another one: %v", err)
	}
	own := new(http.Client)
	if got := awsconfig.FromAWS(aws.Config{HTTPClient: own}).HTTPClient; got != own {
		t.Errorf("a *http.Client became %v", got)
	}
	if got := awsconfig.FromAWS(aws.Config{}); got.HTTPClient != nil || got.Credentials != nil || got.Retryer != nil {
		t.Errorf("something was made of nothing: %+v", got)
	}
}

func TestNoSecretIsPrinted(t *testing.T) {
	home(t, profiles, secrets)
	const secret = "top-secret"
	provider := awsconfig.WithCredentialsProvider(awsconfig.NewStaticCredentialsProvider("AKID", secret, secret))
	var options awsconfig.LoadOptions
	if err := provider(&options); err != nil {
		t.Fatal(err)
	}
	cfg := load(t, provider)
	of := awsconfig.FromAWS(aws.Config{Credentials: credentials.NewStaticCredentialsProvider("AKID", secret, secret)})
	for name, v := range map[string]any{
		"options": options, "loaded": cfg, "converted": of, "hidden": struct{ cfg nereid.Config }{of},
		"hidden option": struct{ o awsconfig.LoadOptions }{options}, "hidden loaded": struct{ cfg nereid.Config }{cfg},
		"retrieved": retrieve(t, of.Credentials), "provider": of.Credentials, "option": options.Credentials,
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if text := fmt.Sprintf(verb, v); strings.Contains(text, secret) || strings.Contains(text, fmt.Sprintf("%x", secret)) {
				t.Errorf("%s prints %s as %s", verb, name, text)
			}
		}
	}
	text, err := json.Marshal(retrieve(t, of.Credentials))
	if err != nil || strings.Contains(string(text), secret) {
		t.Errorf("in JSON it is %s, %v", text, err)
	}
}
