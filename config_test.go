package nereid_test

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
)

// clearEnv removes all AWS variables from the environment of a test.
func clearEnv(t *testing.T) {
	t.Helper()
	for _, pair := range os.Environ() {
		if name, _, _ := strings.Cut(pair, "="); strings.HasPrefix(name, "AWS_") {
			t.Setenv(name, "") // Setenv restores the variable at the end
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestLoadEnvConfig(t *testing.T) {
	const url = "http://localhost:8182"
	for _, c := range []struct {
		env  string // space separated
		want nereid.Config
		fail []string
	}{
		{env: ""},
		{env: "AWS_REGION=eu-central-1", want: nereid.Config{Region: "eu-central-1"}},
		{env: "AWS_DEFAULT_REGION=eu-central-1", want: nereid.Config{Region: "eu-central-1"}},
		{env: "AWS_REGION=a-b-1 AWS_DEFAULT_REGION=c-d-1", want: nereid.Config{Region: "a-b-1"}},
		{env: "AWS_REGION= AWS_DEFAULT_REGION=c-d-1", want: nereid.Config{Region: "c-d-1"}},
		{env: "AWS_ENDPOINT_URL=" + url, want: nereid.Config{BaseEndpoint: nereid.String(url)}},
		{env: "AWS_ENDPOINT_URL_NEPTUNE=" + url, want: nereid.Config{ServiceEndpoints: map[string]string{"neptune": url}}},
		{
			env:  "AWS_ENDPOINT_URL=" + url + "/a AWS_ENDPOINT_URL_RDS=" + url + "/b",
			want: nereid.Config{BaseEndpoint: nereid.String(url + "/a"), ServiceEndpoints: map[string]string{"rds": url + "/b"}},
		},
		{env: "AWS_ENDPOINT_URL=" + url + " AWS_ENDPOINT_URL_RDS=" + url + " AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=TRUE"},
		{env: "AWS_ENDPOINT_URL=" + url + " AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=false", want: nereid.Config{BaseEndpoint: nereid.String(url)}},
		{env: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=yes", fail: []string{"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", `"yes"`, "true or false"}},
		{env: "AWS_MAX_ATTEMPTS=7", want: nereid.Config{RetryMaxAttempts: 7}},
		{env: "AWS_MAX_ATTEMPTS=0", fail: []string{"AWS_MAX_ATTEMPTS", `"0"`, "at least 1"}},
		{env: "AWS_MAX_ATTEMPTS=-1", fail: []string{"AWS_MAX_ATTEMPTS"}},
		{env: "AWS_MAX_ATTEMPTS=three", fail: []string{"AWS_MAX_ATTEMPTS", "three"}},
		{env: "AWS_MAX_ATTEMPTS=99999999999999999999", fail: []string{"AWS_MAX_ATTEMPTS"}},
		{env: "AWS_RETRY_MODE=standard", want: nereid.Config{RetryMode: nereid.RetryModeStandard}},
		{env: "AWS_RETRY_MODE=Adaptive", want: nereid.Config{RetryMode: nereid.RetryModeAdaptive}},
		{env: "AWS_RETRY_MODE=legacy", fail: []string{"AWS_RETRY_MODE", "legacy", "standard or adaptive"}},
		{env: "AWS_USE_FIPS_ENDPOINT=true", want: nereid.Config{EndpointOptions: nereid.EndpointOptions{UseFIPSEndpoint: nereid.FIPSEndpointStateEnabled}}},
		{env: "AWS_USE_FIPS_ENDPOINT=False"},
		{env: "AWS_USE_FIPS_ENDPOINT=1", fail: []string{"AWS_USE_FIPS_ENDPOINT"}},
		{env: "AWS_USE_DUALSTACK_ENDPOINT=true", want: nereid.Config{EndpointOptions: nereid.EndpointOptions{UseDualStackEndpoint: nereid.DualStackEndpointStateEnabled}}},
		{env: "AWS_USE_DUALSTACK_ENDPOINT=on", fail: []string{"AWS_USE_DUALSTACK_ENDPOINT"}},
		{env: "AWS_SDK_UA_APP_ID=nightly", want: nereid.Config{AppID: "nightly"}},
	} {
		t.Run(c.env, func(t *testing.T) {
			clearEnv(t)
			for pair := range strings.FieldsSeq(c.env) {
				name, value, _ := strings.Cut(pair, "=")
				t.Setenv(name, value)
			}
			cfg, err := nereid.LoadEnvConfig()
			if c.fail != nil {
				mention(t, err, c.fail...)
				if !reflect.DeepEqual(cfg, nereid.Config{}) {
					t.Errorf("with the error came %+v", cfg)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if _, err := cfg.Credentials.Retrieve(t.Context()); err == nil {
				t.Error("there are credentials")
			}
			cfg.Credentials = nil
			if diff := cmp.Diff(c.want, cfg); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Credentials are read from the environment when a call needs them.
func TestLoadEnvConfigCredentials(t *testing.T) {
	clearEnv(t)
	cfg, err := nereid.LoadEnvConfig()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("AWS_ACCESS_KEY_ID", key)
	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	t.Setenv("AWS_SESSION_TOKEN", session)
	c, err := cfg.Credentials.Retrieve(context.Background())
	if err != nil || c.AccessKeyID != key || c.SecretAccessKey != secret || c.SessionToken != session {
		t.Errorf("%v, %v", c, err)
	}
}

// A copy has all fields, and changes of the copy do not change the original.
func TestConfigCopy(t *testing.T) {
	cfg := nereid.Config{
		Region: "r", Credentials: nereid.EnvCredentials(), BaseEndpoint: nereid.String("u"), AppID: "a", RetryMaxAttempts: 2,
		RetryMode: nereid.RetryModeAdaptive, ClientLogMode: nereid.LogRetries,
		ServiceEndpoints: map[string]string{"rds": "u"}, APIOptions: []func(*middleware.Stack) error{nil},
	}
	c := cfg.Copy()
	if diff := cmp.Diff(cfg, c); diff != "" {
		t.Errorf("(-original +copy):\n%s", diff)
	}
	c.ServiceEndpoints["neptune"] = "v"
	c.APIOptions[0] = func(*middleware.Stack) error { return nil }
	if len(cfg.ServiceEndpoints) != 1 || cfg.APIOptions[0] != nil {
		t.Error("the original was changed")
	}
	if c := (nereid.Config{}).Copy(); !reflect.DeepEqual(c, nereid.Config{}) {
		t.Errorf("the copy of nothing is %+v", c)
	}
}

func TestEndpointFor(t *testing.T) {
	base := nereid.String("http://base")
	for _, c := range []struct {
		cfg  nereid.Config
		id   string
		want *string
	}{
		{nereid.Config{}, "RDS", nil},
		{nereid.Config{BaseEndpoint: base}, "RDS", base},
		{nereid.Config{BaseEndpoint: base, ServiceEndpoints: map[string]string{"rds": "http://rds"}}, "RDS", nereid.String("http://rds")},
		{nereid.Config{BaseEndpoint: base, ServiceEndpoints: map[string]string{"rds": "http://rds"}}, "Neptune", base},
	} {
		if diff := cmp.Diff(c.want, c.cfg.EndpointFor(c.id)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.id, diff)
		}
	}
}
