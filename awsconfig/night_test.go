package awsconfig_test

import (
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/rds"
)

// hourly is a provider of the SDK with keys that are valid for an hour.
type hourly struct{ asked int }

func (p *hourly) Retrieve(context.Context) (aws.Credentials, error) {
	p.asked++
	return aws.Credentials{
		AccessKeyID: fmt.Sprint("AKID", p.asked), SecretAccessKey: "secret", CanExpire: true, Expires: time.Now().Add(time.Hour),
	}, nil
}

// shortest polls for some hours like a client, and returns the shortest time to the expiry that it
// saw.
func shortest(t *testing.T, p nereid.CredentialsProvider) time.Duration {
	t.Helper()
	cache, left := nereid.NewCredentialsCache(p), time.Hour
	for range 6 * 60 {
		c, err := cache.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		left = min(left, time.Until(c.Expires))
		<-time.After(time.Minute)
	}
	return left
}

// The SDK caches below a client renew keys early, and show their real expiry.
func TestKeysAreRenewedAheadThroughTheSDKsCache(t *testing.T) {
	home(t, profiles, secrets)
	synctest.Test(t, func(t *testing.T) {
		provider := new(hourly)
		cfg := load(t, awsconfig.WithCredentialsProvider(provider))
		if c := retrieve(t, cfg.Credentials); time.Until(c.Expires) != time.Hour {
			t.Errorf("%v expire in %s", c, time.Until(c.Expires))
		}
		if left := shortest(t, cfg.Credentials); left < 4*time.Minute || provider.asked != 7 {
			t.Errorf("keys with %s left were used, the provider was asked %d times", left, provider.asked)
		}
	})
}

// A client uses a cache that the program shares as it is, and clears it only if the service rejects
// the credentials.
func TestSharedCacheIsLeftAlone(t *testing.T) {
	for name, load := range map[string]func(t *testing.T, cache *aws.CredentialsCache) nereid.Config{
		"FromAWS": func(_ *testing.T, cache *aws.CredentialsCache) nereid.Config {
			return awsconfig.FromAWS(aws.Config{Credentials: cache})
		},
		"LoadDefaultConfig": func(t *testing.T, cache *aws.CredentialsCache) nereid.Config {
			return load(t, awsconfig.WithCredentialsProvider(aws.CredentialsProvider(cache)))
		},
	} {
		t.Run(name, func(t *testing.T) {
			home(t, profiles, secrets)
			synctest.Test(t, func(t *testing.T) {
				provider := new(hourly)
				cache := nereid.NewCredentialsCache(load(t, aws.NewCredentialsCache(provider)).Credentials)
				var c nereid.Credentials
				for range 59 {
					var err error
					if c, err = cache.Retrieve(t.Context()); err != nil {
						t.Fatal(err)
					}
					<-time.After(time.Minute)
				}
				if provider.asked != 1 || time.Until(c.Expires) != time.Minute {
					t.Errorf("asked %d times, %v expire in %s", provider.asked, c, time.Until(c.Expires))
				}
				other, err := cache.Renew(t.Context(), c, 0)
				if err != nil || other.AccessKeyID == c.AccessKeyID || provider.asked != 2 {
					t.Errorf("%v, %v, asked %d times", other, err, provider.asked)
				}
				if _, err := cache.Renew(t.Context(), c, 0); err != nil || provider.asked != 2 {
					t.Errorf("%v, asked %d times", err, provider.asked)
				}
			})
		})
	}
}

// The cache options of a program apply to the SDK's cache and to the clients' caches.
func TestOwnCacheOptions(t *testing.T) {
	for name, c := range map[string]struct {
		option awsconfig.LoadOptionsFunc
		left   time.Duration // when the credentials are renewed
	}{
		"of the SDK": {config.WithCredentialsCacheOptions(func(o *aws.CredentialsCacheOptions) { o.ExpiryWindow = 10 * time.Minute }), 10 * time.Minute},
		"of Nereid":  {awsconfig.WithCredentialsCacheOptions(func(o *nereid.CredentialsCacheOptions) { o.ExpiryWindow = 10 * time.Minute }), 10 * time.Minute},
		"none":       {awsconfig.WithCredentialsCacheOptions(func(*nereid.CredentialsCacheOptions) {}), 0},
	} {
		t.Run(name, func(t *testing.T) {
			home(t, profiles, secrets)
			synctest.Test(t, func(t *testing.T) {
				provider := new(hourly)
				cfg := load(t, awsconfig.WithCredentialsProvider(provider), c.option)
				cache := nereid.NewCredentialsCache(cfg.Credentials, func(o *nereid.CredentialsCacheOptions) { o.ExpiryWindow = cfg.RenewAhead })
				for provider.asked < 2 {
					got, err := cache.Retrieve(t.Context())
					if err != nil {
						t.Fatal(err)
					}
					if left := time.Until(got.Expires); provider.asked == 1 && (left < c.left-time.Minute || left > time.Hour) {
						t.Fatalf("credentials with %s left are used", left)
					} else if provider.asked == 2 && left < 59*time.Minute {
						t.Fatalf("new credentials expire in %s", left)
					}
					<-time.After(30 * time.Second)
				}
			})
		})
	}
}

const strangers = `
[profile sso]
sso_session = corporate
sso_account_id = 123456789012
sso_role_name = night
region = eu-central-1

[sso-session corporate]
sso_start_url = https://corporate.awsapps.com/start
sso_region = eu-central-1

[profile web]
role_arn = arn:aws:iam::123456789012:role/night
web_identity_token_file = /nowhere/token
region = eu-central-1

[profile process]
credential_process = exit 1
region = eu-central-1

[profile nothing]
region = eu-central-1
`

// A wait that has never had keys ends immediately if only a person can solve the problem.
func TestPermanentTrouble(t *testing.T) {
	for profile, want := range map[string]bool{"sso": true, "web": true, "process": false, "nothing": true} {
		home(t, strangers, "")
		cfg := load(t, awsconfig.WithSharedConfigProfile(profile))
		_, err := nereid.NewCredentialsCache(cfg.Credentials).Retrieve(t.Context())
		var e *nereid.CredentialsError
		if !errors.As(err, &e) || e.Permanent() != want || e.HadKeys {
			t.Errorf("profile %s: %v, want one that is permanent: %t", profile, err, want)
		}
	}
}

// A wait whose profile needs a login reports this immediately, not after twelve hours.
func TestWaitWithoutLoginEndsAtOnce(t *testing.T) {
	for profile, limit := range map[string]time.Duration{"sso": 0, "web": 0, "nothing": 0, "process": 3 * time.Minute} {
		home(t, strangers, "")
		synctest.Test(t, func(t *testing.T) {
			client := rds.NewFromConfig(load(t, awsconfig.WithSharedConfigProfile(profile), awsconfig.WithHTTPClient(client{})))
			start := time.Now()
			err := rds.NewExportTaskCompleteWaiter(client).Wait(t.Context(),
				&rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("nightly")}, 12*time.Hour)
			var e *nereid.CredentialsError
			if took := time.Since(start); !errors.As(err, &e) || !errors.Is(err, nereid.ErrWaitPoll) || took > limit {
				t.Errorf("profile %s: after %s: %v", profile, took, err)
			}
		})
	}
}

// A CA bundle works together with the program's own *http.Client.
func TestCABundleWithOwnClient(t *testing.T) {
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	bundle := filepath.Join(t.TempDir(), "bundle.pem")
	if err := os.WriteFile(bundle, text, 0o600); err != nil {
		t.Fatal(err)
	}
	refuse := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for name, own := range map[string]*http.Client{
		"empty":            {},
		"transport":        {Transport: &http.Transport{MaxIdleConnsPerHost: 7}, Timeout: time.Minute, CheckRedirect: refuse},
		"of this module":   nereid.NewHTTPClient(func(tr *http.Transport) { tr.MaxIdleConnsPerHost = 7 }),
		"of the net's own": http.DefaultClient,
	} {
		for how, opts := range map[string][]func(*awsconfig.LoadOptions) error{
			"variable": {awsconfig.WithHTTPClient(own)},
			"option":   {awsconfig.WithHTTPClient(own), awsconfig.WithCustomCABundle(strings.NewReader(string(text)))},
		} {
			t.Run(name+" "+how, func(t *testing.T) {
				home(t, profiles, secrets)
				if how == "variable" {
					t.Setenv("AWS_CA_BUNDLE", bundle)
				}
				client, ok := load(t, opts...).HTTPClient.(*http.Client)
				if !ok || client.Timeout != own.Timeout || (client.CheckRedirect == nil) != (own.CheckRedirect == nil) {
					t.Fatalf("%+v", client)
				}
				resp, err := client.Get(server.URL)
				if err != nil {
					t.Fatal(err)
				}
				_ = resp.Body.Close()
				if tr, ok := own.Transport.(*http.Transport); ok && client.Transport.(*http.Transport).MaxIdleConnsPerHost != tr.MaxIdleConnsPerHost {
					t.Errorf("the transport has lost its settings: %+v", client.Transport)
				}
				if _, err := own.Get(server.URL); err == nil {
					t.Error("the client in the options was changed")
				}
			})
		}
	}
	t.Run("none", func(t *testing.T) {
		home(t, profiles, secrets)
		own := new(http.Client)
		if got := load(t, awsconfig.WithHTTPClient(own)).HTTPClient; got != own {
			t.Errorf("without a bundle the client became %+v", got)
		}
	})
	t.Run("another kind", func(t *testing.T) {
		for profile, works := range map[string]bool{"night": true, "web": false} {
			home(t, profiles+strangers, secrets)
			t.Setenv("AWS_CA_BUNDLE", bundle)
			for _, own := range []nereid.HTTPClient{client{}, &http.Client{Transport: tripper{}}} {
				cfg, err := awsconfig.LoadDefaultConfig(t.Context(), awsconfig.WithHTTPClient(own), awsconfig.WithSharedConfigProfile(profile))
				if works && (err != nil || cfg.HTTPClient != own) {
					t.Errorf("profile %s: %v, client %v", profile, err, cfg.HTTPClient)
				}
				if !works && (err == nil || !strings.Contains(err.Error(), "CA bundle")) {
					t.Errorf("profile %s: the bundle is ignored without a word: %v", profile, err)
				}
				given := awsconfig.WithCredentialsProvider(aws.CredentialsProvider(new(hourly)))
				if cfg, err := awsconfig.LoadDefaultConfig(t.Context(), awsconfig.WithHTTPClient(own), given); err != nil || cfg.HTTPClient != own {
					t.Errorf("%v, client %v", err, cfg.HTTPClient)
				}
			}
		}
	})
}

type tripper struct{ http.RoundTripper }
