package operation_test

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"testing"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
	"github.com/jarcoal/httpmock"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// FromConfig copies each field of a Config to the options of a client.
func TestFromConfig(t *testing.T) {
	samples := []any{
		"text", nereid.String("text"), 3, time.Minute, nereid.LogRetries, nereid.RetryModeAdaptive,
		map[string]string{"rds": "text"},
		[]func(*middleware.Stack) error{nil},
		func() nereid.Retryer { return eager{} },
		nereid.EndpointOptions{DisableHTTPS: true},
		nereid.EnvCredentials(), logging.Logger(logging.Nop{}), &http.Client{},
	}
	config := reflect.TypeFor[nereid.Config]()
	for i := range config.NumField() {
		field := config.Field(i)
		if field.Name == "ConfigSources" {
			continue // is for the module awsconfig
		}
		cfg := reflect.New(config).Elem()
		for _, sample := range samples {
			if v := reflect.ValueOf(sample); v.Type().AssignableTo(field.Type) && cfg.Field(i).IsZero() {
				cfg.Field(i).Set(v)
			}
		}
		if cfg.Field(i).IsZero() {
			t.Errorf("no sample for the field %s of type %s", field.Name, field.Type)
			continue
		}
		o := reflect.ValueOf(operation.FromConfig(cfg.Interface().(nereid.Config), "RDS"))
		set := 0
		for j := range o.NumField() {
			name := o.Type().Field(j).Name
			if zero := o.Field(j).IsZero(); !zero {
				set++
				if name != field.Name && (field.Name != "ServiceEndpoints" || name != "BaseEndpoint") {
					t.Errorf("%s sets the option %s", field.Name, name)
				}
			}
		}
		if set != 1 {
			t.Errorf("%s sets %d options", field.Name, set)
		}
	}
	if o := operation.FromConfig(nereid.Config{Retryer: func() nereid.Retryer { return nil }}, "RDS"); o.Retryer != nil {
		t.Error("no retryer has become one")
	}
}

// The options of the packages are the same, field by field.
func TestOptionsAreTheSame(t *testing.T) {
	fields := func(typ reflect.Type) (all []string) {
		for i := range typ.NumField() {
			all = append(all, typ.Field(i).Name+" "+typ.Field(i).Type.String())
		}
		return all
	}
	want := fields(reflect.TypeFor[operation.Options]())
	for _, typ := range []reflect.Type{reflect.TypeFor[rds.Options](), reflect.TypeFor[neptune.Options]()} {
		if diff := cmp.Diff(want, fields(typ)); diff != "" {
			t.Errorf("%s (-operation +service):\n%s", typ, diff)
		}
	}
	_, _ = rds.Options(operation.Options{}), neptune.Options(operation.Options{})
}

func TestDefaults(t *testing.T) {
	o := rds.New(rds.Options{}).Options()
	if o.AttemptTimeout != time.Minute || o.HTTPClient == nil || o.Logger == nil || o.Retryer == nil || o.Retryer.MaxAttempts() != 3 || o.Credentials != nil {
		t.Errorf("%+v", o)
	}
	for _, c := range []struct {
		options rds.Options
		want    int
	}{
		{rds.Options{RetryMode: nereid.RetryModeAdaptive}, 3},
		{rds.Options{RetryMaxAttempts: 5}, 5},
		{rds.Options{Retryer: nereid.NopRetryer{}}, 1},
		{rds.Options{Retryer: nereid.NopRetryer{}, RetryMaxAttempts: 2}, 2},
	} {
		if got := rds.New(c.options).Options().Retryer.MaxAttempts(); got != c.want {
			t.Errorf("%+v: %d attempts", c.options, got)
		}
	}
	a, b := rds.New(rds.Options{}).Options(), neptune.New(neptune.Options{}).Options()
	if a.HTTPClient.(*http.Client).Transport != b.HTTPClient.(*http.Client).Transport || a.HTTPClient == b.HTTPClient {
		t.Error("two clients do not share their connections, or the client itself")
	}
	if a.Retryer == b.Retryer {
		t.Error("two clients share a budget for retries")
	}
	hc, isClient := a.HTTPClient.(*http.Client)
	if !isClient || hc.Transport.(*http.Transport).TLSClientConfig.MinVersion < 0x0303 || hc.Transport.(*http.Transport).Proxy == nil {
		t.Errorf("HTTP client %+v", a.HTTPClient)
	}
}

// TestEndpoints checks where requests are sent, and that no request is sent to
// an invalid endpoint.
func TestEndpoints(t *testing.T) {
	fips, dual := nereid.FIPSEndpointStateEnabled, nereid.DualStackEndpointStateEnabled
	for _, c := range []struct {
		name  string
		o     rds.Options
		url   string
		fails []string
	}{
		{"region", rds.Options{Region: "us-gov-west-1"}, "https://rds.us-gov-west-1.amazonaws.com/", nil},
		{"unknown region", rds.Options{Region: "mars-north-1"}, "https://rds.mars-north-1.amazonaws.com/", nil},
		{"FIPS", rds.Options{Region: "us-east-1", EndpointOptions: nereid.EndpointOptions{UseFIPSEndpoint: fips}}, "https://rds-fips.us-east-1.amazonaws.com/", nil},
		{"FIPS in the name", rds.Options{Region: "fips-us-east-1"}, "https://rds-fips.us-east-1.amazonaws.com/", nil},
		{"dual stack", rds.Options{Region: "us-east-1", EndpointOptions: nereid.EndpointOptions{UseDualStackEndpoint: dual}}, "https://rds.us-east-1.api.aws/", nil},
		{"plain", rds.Options{Region: "us-east-1", EndpointOptions: nereid.EndpointOptions{DisableHTTPS: true}}, "http://rds.us-east-1.amazonaws.com/", nil},
		{"custom", rds.Options{Region: "local", BaseEndpoint: nereid.String("http://localhost:8182")}, "http://localhost:8182/", nil},
		{"custom with a path", rds.Options{Region: "local", BaseEndpoint: nereid.String("https://h/a%2Fb/")}, "https://h/a%2Fb/", nil},
		{"zone", rds.Options{Region: "us-east-1a"}, "", []string{"us-east-1a", "Availability Zone", "us-east-1"}},
		{"no label", rds.Options{Region: "us_east_1"}, "", []string{"us_east_1", "DNS label"}},
		{"host", rds.Options{Region: "evil.example/"}, "", []string{"DNS label"}},
		{"none", rds.Options{}, "", []string{"Missing Region", "AWS_REGION"}},
		{"none with a custom endpoint", rds.Options{BaseEndpoint: nereid.String("http://localhost")}, "", []string{"Missing Region"}},
		{"no URL", rds.Options{Region: "local", BaseEndpoint: nereid.String("localhost:8182")}, "", []string{"custom endpoint"}},
		{"empty URL", rds.Options{Region: "local", BaseEndpoint: nereid.String("")}, "", []string{"custom endpoint", "empty"}},
		{"with a password", rds.Options{Region: "local", BaseEndpoint: nereid.String("http://u:hunter2@h")}, "", []string{"custom endpoint", "user information"}},
		{"FIPS with a custom endpoint", rds.Options{Region: "local", BaseEndpoint: nereid.String("http://h"), EndpointOptions: nereid.EndpointOptions{UseFIPSEndpoint: fips}}, "", []string{"FIPS and custom endpoint are not supported"}},
		{"dual stack with a custom endpoint", rds.Options{Region: "local", BaseEndpoint: nereid.String("http://h"), EndpointOptions: nereid.EndpointOptions{UseDualStackEndpoint: dual}}, "", []string{"Dualstack and custom endpoint are not supported"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r recorder
			mock := httpmock.NewMockTransport()
			mock.RegisterNoResponder(r.then(ok("t1")))
			c.o.HTTPClient, c.o.Credentials = &http.Client{Transport: mock}, nereid.StaticCredentials(key, secret, "")
			for range 2 { // of the client, and of the call
				_, err := cancel(t, rds.New(c.o))
				if c.fails != nil {
					mention(t, err, append(c.fails, "CancelExportTask")...)
				} else if err != nil {
					t.Error(err)
				}
			}
			_, err := cancel(t, newClient(r.then(ok("t1"))), func(o *rds.Options) {
				o.Region, o.BaseEndpoint, o.EndpointOptions = c.o.Region, c.o.BaseEndpoint, c.o.EndpointOptions
			})
			if (err != nil) != (c.fails != nil) {
				t.Errorf("options of one call: %v", err)
			}
			if c.fails != nil && len(r.requests) != 0 {
				t.Errorf("%d requests were sent", len(r.requests))
			}
			for i, req := range r.requests {
				if r.verify(t, i); req.URL.String() != c.url {
					t.Errorf("sent to %s, want %s", req.URL, c.url)
				}
			}
		})
	}
}

// A mistake in the configuration of a program is reported by each call.
func TestNoCredentials(t *testing.T) {
	failure := errors.New("the vault is sealed")
	for name, c := range map[string]struct {
		provider nereid.CredentialsProvider
		mentions []string
	}{
		"none":      {nil, []string{"no credentials", "Credentials in the Config"}},
		"empty":     {nereid.StaticCredentials("", "", ""), []string{"static credentials", "empty"}},
		"half":      {nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) { return nereid.Credentials{AccessKeyID: key}, nil }), []string{"credentials provider returned no credentials"}},
		"failing":   {nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) { return nereid.Credentials{}, failure }), []string{"retrieve credentials", "vault"}},
		"bad token": {nereid.StaticCredentials(key, secret, session+"\r\nX: y"), []string{"session token", "line break"}},
	} {
		t.Run(name, func(t *testing.T) {
			var r recorder
			for range 2 {
				_, err := cancel(t, newClient(r.then(ok("t1")), func(o *rds.Options) { o.Credentials = c.provider }))
				mention(t, err, append(c.mentions, "CancelExportTask")...)
				if name == "failing" && !errors.Is(err, failure) {
					t.Error(err)
				}
			}
			if _, err := cancel(t, newClient(r.then(ok("t1"))), func(o *rds.Options) { o.Credentials = c.provider }); err == nil {
				t.Error("no error when they are of one call")
			}
			if len(r.requests) != 0 {
				t.Errorf("%d requests were sent", len(r.requests))
			}
		})
	}
}
