package nereid_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
)

func TestStaticCredentials(t *testing.T) {
	c, err := nereid.StaticCredentials(key, secret, session).Retrieve(t.Context())
	want := nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, SessionToken: session, Source: "StaticCredentials"}
	if err != nil || c != want || c.Expired() || !c.HasKeys() {
		t.Errorf("%#v, %v", c, err)
	}
	for _, p := range []nereid.CredentialsProvider{
		nereid.StaticCredentials("", "", ""), nereid.StaticCredentials(key, "", session), nereid.StaticCredentials("", secret, session),
	} {
		c, err := p.Retrieve(t.Context())
		if mention(t, err, "static credentials", "empty"); c.HasKeys() {
			t.Errorf("%v", c)
		}
	}
}

func TestEnvCredentials(t *testing.T) {
	for _, name := range []string{"AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY", "AWS_SESSION_TOKEN", "AWS_ACCOUNT_ID"} {
		t.Setenv(name, "")
	}
	provider := nereid.EnvCredentials()
	_, err := provider.Retrieve(t.Context())
	mention(t, err, "AWS_ACCESS_KEY_ID is not set")
	if strings.Contains(err.Error(), "awsconfig") {
		t.Error(err)
	}
	t.Setenv("AWS_ACCESS_KEY_ID", key)
	_, err = provider.Retrieve(t.Context())
	mention(t, err, "AWS_SECRET_ACCESS_KEY is not set")
	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	t.Setenv("AWS_SESSION_TOKEN", session)
	t.Setenv("AWS_ACCOUNT_ID", "123456789012")
	want := nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, SessionToken: session, Source: "EnvCredentials", AccountID: "123456789012"}
	for _, p := range []nereid.CredentialsProvider{provider, nereid.NewCredentialsCache(provider)} {
		if c, err := p.Retrieve(t.Context()); err != nil || c != want {
			t.Errorf("%#v, %v", c, err)
		}
	}
	// The variable is read at each call, also through a cache.
	t.Setenv("AWS_SESSION_TOKEN", "")
	if c, err := nereid.NewCredentialsCache(provider).Retrieve(t.Context()); err != nil || c.SessionToken != "" {
		t.Errorf("%#v, %v", c, err)
	}
}

// If the environment names another source of credentials, the error names the module that reads it.
func TestEnvCredentialsNameAWSConfig(t *testing.T) {
	others := []string{
		"AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE",
		"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
	}
	for _, name := range append([]string{"AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"}, others...) {
		t.Setenv(name, "")
	}
	for _, name := range others {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, "something")
			cfg, err := nereid.LoadEnvConfig()
			if err != nil {
				t.Fatal(err)
			}
			_, err = cfg.Credentials.Retrieve(t.Context())
			mention(t, err, "AWS_ACCESS_KEY_ID is not set", name, "awsconfig.LoadDefaultConfig")
		})
	}
}

func TestExpired(t *testing.T) {
	for _, c := range []struct {
		creds nereid.Credentials
		want  bool
	}{
		{nereid.Credentials{}, false},
		{nereid.Credentials{Expires: time.Now().Add(-time.Hour)}, false},
		{nereid.Credentials{CanExpire: true, Expires: time.Now().Add(-time.Hour)}, true},
		{nereid.Credentials{CanExpire: true, Expires: time.Now().Add(time.Hour)}, false},
		{nereid.Credentials{CanExpire: true}, true},
	} {
		if got := c.creds.Expired(); got != c.want {
			t.Errorf("%v: %t", c.creds, got)
		}
	}
}

// numbered provides credentials that expire after an hour and contain the number of the call.
func numbered(n *atomic.Int32) nereid.CredentialsProviderFunc {
	return func(context.Context) (nereid.Credentials, error) {
		return nereid.Credentials{
			AccessKeyID: fmt.Sprint(key, n.Add(1)), SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(time.Hour),
		}, nil
	}
}

func TestCacheKeepsUntilShortlyBeforeExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var n atomic.Int32
		cache := nereid.NewCredentialsCache(numbered(&n))
		if nereid.NewCredentialsCache(cache) != cache {
			t.Error("a cache is put around a cache")
		}
		start := time.Now()
		for _, c := range []struct {
			at   time.Duration
			want string
		}{
			{0, key + "1"}, {time.Minute, key + "1"}, {54*time.Minute + 59*time.Second, key + "1"},
			{55 * time.Minute, key + "2"}, {90 * time.Minute, key + "2"}, {110 * time.Minute, key + "3"},
		} {
			<-time.After(time.Until(start.Add(c.at)))
			if got, err := cache.Retrieve(t.Context()); err != nil || got.AccessKeyID != c.want {
				t.Errorf("after %s: %v, %v, want %s", c.at, got, err, c.want)
			}
		}
	})
}

func TestCacheAsksAgainForWhatDoesNotExpire(t *testing.T) {
	n := 0
	cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		n++
		return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret}, nil
	}))
	for range 3 {
		if _, err := cache.Retrieve(t.Context()); err != nil {
			t.Error(err)
		}
	}
	if n != 3 {
		t.Errorf("asked %d times", n)
	}
}

// A hundred concurrent goroutines cause one call of the provider, and all of them get its result.
func TestCacheAsksOnceForAll(t *testing.T) {
	failure := errors.New("no route to the provider")
	for name, c := range map[string]struct {
		creds nereid.Credentials
		err   error
	}{
		"expiring":    {nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(1e6 * time.Hour).Round(0)}, nil},
		"expired":     {nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true}, nil},
		"not to":      {nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret}, nil},
		"unavailable": {nereid.Credentials{}, failure},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var asked atomic.Int32
				cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
					asked.Add(1)
					<-time.After(time.Second)
					return c.creds, c.err
				}))
				var wg sync.WaitGroup
				for range 100 {
					wg.Go(func() {
						got, err := cache.Retrieve(t.Context())
						if got != c.creds || !errors.Is(err, c.err) {
							t.Errorf("%v, %v", got, err)
						}
					})
				}
				wg.Wait()
				if asked.Load() != 1 {
					t.Errorf("asked %d times", asked.Load())
				}
			})
		})
	}
}

// A failure is returned to the waiting callers, and not cached for the next.
func TestCacheKeepsNoFailure(t *testing.T) {
	n, failure := 0, errors.New("not now")
	cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		if n++; n == 1 {
			return nereid.Credentials{AccessKeyID: "half"}, failure
		}
		return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
	}))
	if _, err := cache.Retrieve(t.Context()); !errors.Is(err, failure) {
		t.Error(err)
	}
	for range 2 {
		if c, err := cache.Retrieve(t.Context()); err != nil || c.AccessKeyID != key {
			t.Errorf("%v, %v", c, err)
		}
	}
	if n != 2 {
		t.Errorf("asked %d times", n)
	}
}

// While the old credentials are valid, a refresh that fails or returns nothing has no effect;
// afterwards its error is returned.
func TestCacheUsesOldCredentialsAsLongAsTheyAreGood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		failure, n := errors.New("not now"), 0
		answers := []func() (nereid.Credentials, error){
			func() (nereid.Credentials, error) {
				return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
			},
			func() (nereid.Credentials, error) { return nereid.Credentials{}, failure },
			func() (nereid.Credentials, error) { return nereid.Credentials{}, nil },
			func() (nereid.Credentials, error) { panic("broken") },
			func() (nereid.Credentials, error) { return nereid.Credentials{}, failure },
		}
		cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			n++
			return answers[n-1]()
		}))
		retrieve := func() (c nereid.Credentials, err error) {
			defer func() {
				if p := recover(); p != nil {
					err = fmt.Errorf("panic: %v", p)
				}
			}()
			return cache.Retrieve(t.Context())
		}
		start := time.Now()
		for _, c := range []struct {
			at    time.Duration
			fails string
		}{{0, ""}, {55 * time.Minute, ""}, {56 * time.Minute, ""}, {57 * time.Minute, "panic: broken"}, {57*time.Minute + 30*time.Second, ""}, {time.Hour, "not now"}} {
			<-time.After(time.Until(start.Add(c.at)))
			got, err := retrieve()
			if c.fails != "" {
				mention(t, err, c.fails)
			} else if err != nil || got.AccessKeyID != key {
				t.Errorf("after %s: %v, %v", c.at, got, err)
			}
		}
		if n != len(answers) {
			t.Errorf("asked %d times", n)
		}
	})
}

// The context of one caller does not affect others: if it ends, a waiting caller calls the provider
// again, and each caller stops waiting when its own context ends.
func TestCacheWithContextsThatEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked, canceled atomic.Int32
		cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(ctx context.Context) (nereid.Credentials, error) {
			asked.Add(1)
			select {
			case <-ctx.Done():
				canceled.Add(1)
				return nereid.Credentials{}, ctx.Err()
			case <-time.After(time.Minute):
				return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
			}
		}))
		var wg sync.WaitGroup
		retrieve := func(after, limit time.Duration, took time.Duration, want error) {
			wg.Go(func() {
				<-time.After(after)
				start := time.Now()
				ctx, cancel := context.WithTimeout(t.Context(), limit)
				defer cancel()
				c, err := cache.Retrieve(ctx)
				if !errors.Is(err, want) || c.HasKeys() != (want == nil) || time.Since(start) != took {
					t.Errorf("from %s, for %s: %v, %v in %s, want %v in %s", after, limit, c, err, time.Since(start), want, took)
				}
			})
		}
		const s = time.Second
		retrieve(0, 10*s, 10*s, context.DeadlineExceeded)  // calls the provider, and gives up
		retrieve(1*s, 5*s, 5*s, context.DeadlineExceeded)  // waits, and gives up earlier
		retrieve(2*s, 200*s, 58*s, nil)                    // waits for the result of the first call
		retrieve(3*s, 200*s, 57*s, nil)                    // likewise
		retrieve(20*s, 1*s, 1*s, context.DeadlineExceeded) // waits, and gives up
		wg.Wait()
		if asked.Load() != 1 || canceled.Load() != 0 {
			t.Errorf("asked %d times, and given up %d times", asked.Load(), canceled.Load())
		}

		// When all callers have left, the context of the provider ends. A later caller calls the
		// provider again.
		<-time.After(2 * time.Hour)
		retrieve(0, 10*s, 10*s, context.DeadlineExceeded)
		retrieve(2*s, 8*s, 8*s, context.DeadlineExceeded)
		retrieve(11*s, 200*s, 60*s, nil)
		wg.Wait()
		if asked.Load() != 3 || canceled.Load() != 1 {
			t.Errorf("asked %d times, and given up %d times", asked.Load(), canceled.Load())
		}
	})
}

// If a provider ignores its context, a caller still waits no longer than its own context allows. The
// next caller calls the provider again, and both use the first result.
func TestCacheWithProviderThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			asked.Add(1)
			<-time.After(time.Minute)
			return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
		}))
		start := time.Now()
		for i, want := range []time.Duration{25 * time.Second, 50 * time.Second, time.Minute, time.Minute} {
			ctx, cancel := context.WithTimeout(t.Context(), 25*time.Second)
			c, err := cache.Retrieve(ctx)
			cancel()
			if took := time.Since(start); took != want || c.HasKeys() != (i >= 2) || (err == nil) != (i >= 2) {
				t.Errorf("%d: %v, %v after %s, want it after %s", i, c, err, took, want)
			}
		}
		if asked.Load() != 2 {
			t.Errorf("asked %d times", asked.Load())
		}
		<-time.After(time.Minute) // the second returns
	})
}

// The cache keeps the credentials, and nothing of the call that requested them.
func TestCacheKeepsNoContext(t *testing.T) {
	cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
	}))
	type of struct{}
	gone := make(chan struct{})
	func() {
		large := new([1 << 20]byte)
		runtime.AddCleanup(large, func(int) { close(gone) }, 0)
		if _, err := cache.Retrieve(context.WithValue(t.Context(), of{}, large)); err != nil {
			t.Fatal(err)
		}
	}()
	for range 100 {
		runtime.GC()
		select {
		case <-gone:
			runtime.KeepAlive(cache)
			return
		default:
			runtime.Gosched()
		}
	}
	t.Error("the context of who asked is kept")
}

// If a provider panics, so does the caller that called it. The other callers get an error, and the
// next caller calls the provider again.
func TestCacheWithProviderThatPanics(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var n atomic.Int32
		good := numbered(&n)
		broken := true
		cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(ctx context.Context) (nereid.Credentials, error) {
			<-time.After(time.Second)
			if broken {
				panic("broken")
			}
			return good(ctx)
		}))
		var panics, failures atomic.Int32
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(func() {
				defer func() {
					if recover() != nil {
						panics.Add(1)
					}
				}()
				if _, err := cache.Retrieve(t.Context()); err != nil {
					failures.Add(1)
					mention(t, err, "panicked")
				}
			})
		}
		wg.Wait()
		if panics.Load() != 1 || failures.Load() != 9 {
			t.Errorf("%d panics and %d errors", panics.Load(), failures.Load())
		}
		broken = false
		if c, err := cache.Retrieve(t.Context()); err != nil || !c.HasKeys() {
			t.Errorf("%v, %v", c, err)
		}
	})
}
