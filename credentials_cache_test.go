package nereid_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"slices"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
)

// A keysmith is a provider with a script: an action for each call. After the script, it provides new
// keys that are valid for an hour.
type keysmith struct {
	mu       sync.Mutex
	asked    []time.Duration // times of the calls, since the start
	start    time.Time
	script   map[int]func(context.Context) (nereid.Credentials, error)
	dropped  int
	sameKeys bool // the provider keeps its keys until they are invalidated
	last     nereid.Credentials
}

func newKeysmith() *keysmith {
	return &keysmith{start: time.Now(), script: map[int]func(context.Context) (nereid.Credentials, error){}}
}

func (k *keysmith) Retrieve(ctx context.Context) (nereid.Credentials, error) {
	k.mu.Lock()
	k.asked = append(k.asked, time.Since(k.start))
	n := len(k.asked)
	act := k.script[n]
	if act == nil && k.sameKeys && k.last.HasKeys() {
		defer k.mu.Unlock()
		return k.last, nil
	}
	k.last = hourOfKeys(n)
	last := k.last
	k.mu.Unlock()
	if act != nil {
		return act(ctx)
	}
	return last, nil
}

func (k *keysmith) Invalidate() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.dropped++
	k.last = nereid.Credentials{}
}

func (k *keysmith) times() []time.Duration {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.asked)
}

func hourOfKeys(n int) nereid.Credentials {
	return nereid.Credentials{
		AccessKeyID: fmt.Sprint(key, n), SecretAccessKey: secret, SessionToken: session, CanExpire: true, Expires: time.Now().Add(time.Hour),
	}
}

// poll retrieves credentials at each interval until a time, and returns the errors.
func poll(t *testing.T, retrieve func() (nereid.Credentials, error), interval, until time.Duration) (failed []error) {
	t.Helper()
	for range until / interval {
		if _, err := retrieve(); err != nil {
			failed = append(failed, err)
		}
		<-time.After(interval)
	}
	return failed
}

// Credentials are renewed five minutes before their expiry, but at most a quarter of their lifetime
// before it.
func TestCacheRenewsAhead(t *testing.T) {
	for _, c := range []struct {
		life, ahead time.Duration
		want        time.Duration // time of the second call
	}{
		{time.Hour, 0, 55 * time.Minute},
		{12 * time.Hour, 0, 12*time.Hour - 5*time.Minute},
		{8 * time.Minute, 0, 6 * time.Minute},
		{time.Hour, 10 * time.Minute, 50 * time.Minute},
		{time.Hour, 10 * time.Hour, 45 * time.Minute},
		{time.Hour, -1, time.Hour},
	} {
		synctest.Test(t, func(t *testing.T) {
			smith := newKeysmith()
			smith.script[1] = func(context.Context) (nereid.Credentials, error) {
				creds := hourOfKeys(1)
				creds.Expires = time.Now().Add(c.life)
				return creds, nil
			}
			cache := nereid.NewCredentialsCache(smith, func(o *nereid.CredentialsCacheOptions) { o.ExpiryWindow = c.ahead })
			retrieve := func() (nereid.Credentials, error) { return cache.Retrieve(t.Context()) }
			failed := slices.Concat(poll(t, retrieve, time.Minute, c.want-time.Minute), poll(t, retrieve, time.Second, time.Minute+time.Second))
			if got := smith.times(); len(failed) > 0 || !slices.Equal(got, []time.Duration{0, c.want}) {
				t.Errorf("life %s, ExpiryWindow %s: asked at %s, %v, want %s", c.life, c.ahead, got, failed, c.want)
			}
		})
	}
}

// Jitter shortens the window, by at most its fraction.
func TestExpiryWindowJitter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		seen := map[time.Duration]bool{}
		for range 20 {
			smith := newKeysmith()
			cache := nereid.NewCredentialsCache(smith, func(o *nereid.CredentialsCacheOptions) { o.ExpiryWindowJitterFrac = 0.5 })
			retrieve := func() (nereid.Credentials, error) { return cache.Retrieve(t.Context()) }
			poll(t, retrieve, time.Minute, 54*time.Minute)
			poll(t, retrieve, time.Second, 6*time.Minute)
			renewed := smith.times()[1]
			if renewed < 55*time.Minute || renewed > 57*time.Minute+31*time.Second {
				t.Errorf("renewed after %s", renewed)
			}
			seen[renewed] = true
		}
		if len(seen) < 5 {
			t.Errorf("renewed after %v", seen)
		}
	})
}

// If the provider fails or returns the same keys before the expiry, the old keys are used, and the
// provider is not called again for a tenth of the remaining time, but at least a minute.
func TestCacheAsksSeldomAheadOfExpiry(t *testing.T) {
	for name, again := range map[string]func(context.Context) (nereid.Credentials, error){
		"failure": func(context.Context) (nereid.Credentials, error) {
			return nereid.Credentials{}, errors.New("exit status 1")
		},
		"no keys":   func(context.Context) (nereid.Credentials, error) { return nereid.Credentials{}, nil },
		"same keys": nil,
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				smith := newKeysmith()
				smith.sameKeys = true
				for n := 2; n < 8; n++ {
					smith.script[n] = again
				}
				cache := nereid.NewCredentialsCache(smith, func(o *nereid.CredentialsCacheOptions) { o.ExpiryWindow = 15 * time.Minute })
				retrieve := func() (nereid.Credentials, error) { return cache.Retrieve(t.Context()) }
				if failed := poll(t, retrieve, time.Second, time.Hour-time.Minute); len(failed) > 0 {
					t.Errorf("%d failures: %v", len(failed), failed[0])
				}
				// 15 min remain, then 13.5, 12.15, …; with less than 10 min, the pause is a minute.
				got := smith.times()
				if len(got) < 6 || got[1] != 45*time.Minute || got[2] != 46*time.Minute+30*time.Second || got[3] != 47*time.Minute+51*time.Second {
					t.Fatalf("asked at %s", got)
				}
				for i := 2; i < len(got); i++ {
					if got[i]-got[i-1] < time.Minute {
						t.Errorf("asked at %s, which is less than a minute apart", got)
					}
				}
			})
		})
	}
}

// If new keys have already expired, the call that requested them uses them, because the clock may
// be wrong.
func TestCacheRefusesNothingAsExpired(t *testing.T) {
	asked := 0
	cache := nereid.NewCredentialsCache(nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		asked++
		return nereid.Credentials{AccessKeyID: fmt.Sprint(key, asked), SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(-time.Hour)}, nil
	}))
	for n := 1; n <= 3; n++ {
		if c, err := cache.Retrieve(t.Context()); err != nil || c.AccessKeyID != fmt.Sprint(key, n) {
			t.Errorf("%d: %v, %v", n, c, err)
		}
	}
}

// The service's clock determines the expiry.
func TestCacheJudgesExpiryByTheCorrectedClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, offset := range []time.Duration{30 * time.Minute, 0, -30 * time.Minute} {
			smith := newKeysmith()
			smith.script[1] = func(context.Context) (nereid.Credentials, error) {
				creds := hourOfKeys(1)
				creds.Expires = creds.Expires.Add(offset)
				return creds, nil
			}
			cache := nereid.NewCredentialsCache(smith)
			retrieve := func() (nereid.Credentials, error) { return cache.RetrieveAt(t.Context(), offset) }
			poll(t, retrieve, time.Second, 56*time.Minute)
			if got := smith.times(); !slices.Equal(got, []time.Duration{0, 55 * time.Minute}) {
				t.Errorf("offset %s: asked at %s", offset, got)
			}
		}
	})
}

// Monotonic clocks stop while a machine is suspended. Go compares two times by them only if both have
// a monotonic reading.
func TestCacheKeepsNoMonotonicReading(t *testing.T) {
	cache := nereid.NewCredentialsCache(newKeysmith())
	for range 2 {
		if c, err := cache.Retrieve(t.Context()); err != nil || c.Expires != c.Expires.Round(0) {
			t.Errorf("expires %s, %v", c.Expires, err)
		}
	}
}

func hang(context.Context) (nereid.Credentials, error) {
	<-time.After(1000 * time.Hour)
	return nereid.Credentials{}, errors.New("too late")
}

// A provider that hangs once, and ignores its context, delays the callers that wait for it, but no
// later callers.
func TestCacheLeavesAHangBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		smith.script[1] = hang
		cache := nereid.NewCredentialsCache(smith)
		// At any time, a goroutine waits: each tries for a minute, and they begin ten seconds apart.
		var wg sync.WaitGroup
		for n := range 12 {
			wg.Go(func() {
				<-time.After(time.Duration(n) * 10 * time.Second)
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				if _, err := cache.Retrieve(ctx); err != nil {
					t.Errorf("caller %d: %v", n, err)
				}
			})
		}
		wg.Wait()
		if got := smith.times(); !slices.Equal(got, []time.Duration{0, 30 * time.Second}) {
			t.Errorf("asked at %s", got)
		}
		<-time.After(1000 * time.Hour)
	})
}

// At most one call is abandoned at a time, even if the provider hangs repeatedly.
func TestCacheLeavesOneHangBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		for n := 1; n <= 10; n++ {
			smith.script[n] = hang
		}
		cache := nereid.NewCredentialsCache(smith)
		for range 10 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			if _, err := cache.Retrieve(ctx); !errors.Is(err, context.DeadlineExceeded) {
				t.Error(err)
			}
			cancel()
		}
		if got := smith.times(); len(got) != 2 {
			t.Errorf("asked at %s", got)
		}
		<-time.After(1000 * time.Hour)
		if _, err := cache.Retrieve(t.Context()); err == nil { // both have returned, and the third hangs
			t.Error("no error")
		}
	})
}

// While the old keys are valid, a hang delays one caller by ten seconds. The provider is called again
// later, and returns new keys before the old ones expire.
func TestCacheOutlastsAHangAheadOfExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		smith.script[2] = hang
		cache := nereid.NewCredentialsCache(smith)
		var slow []time.Duration
		retrieve := func() (nereid.Credentials, error) {
			start := time.Now()
			c, err := cache.Retrieve(t.Context())
			if took := time.Since(start); took > 0 {
				slow = append(slow, took)
			}
			return c, err
		}
		if failed := poll(t, retrieve, time.Second, 2*time.Hour); len(failed) > 0 {
			t.Errorf("%d failures: %v", len(failed), failed[0])
		}
		if got := smith.times(); !slices.Equal(slow, []time.Duration{10 * time.Second}) || got[2] != 56*time.Minute {
			t.Errorf("callers waited %s, asked at %s", slow, got)
		}
		<-time.After(1000 * time.Hour)
	})
}

// A slow provider gets enough time, and its result is cached even if no caller waits for it.
func TestCacheKeepsWhatComesLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		smith.script[2] = func(ctx context.Context) (nereid.Credentials, error) {
			<-time.After(25 * time.Second)
			return hourOfKeys(2), ctx.Err()
		}
		cache := nereid.NewCredentialsCache(smith)
		retrieve := func() (nereid.Credentials, error) { return cache.Retrieve(t.Context()) }
		poll(t, retrieve, time.Second, 56*time.Minute)
		if c, err := retrieve(); err != nil || c.AccessKeyID != key+"2" || len(smith.times()) != 2 {
			t.Errorf("%v, %v, asked at %s", c, err, smith.times())
		}
	})
}

// Renew calls the provider once for all callers whose same keys were rejected, and not at all for
// later callers.
func TestRenewAsksOnceForAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		cache := nereid.NewCredentialsCache(smith)
		rejected, err := cache.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		smith.script[2] = func(context.Context) (nereid.Credentials, error) {
			<-time.After(time.Second)
			return hourOfKeys(2), nil
		}
		var wg sync.WaitGroup
		for n := range 20 {
			wg.Go(func() {
				<-time.After(time.Duration(n) * 100 * time.Millisecond)
				if c, err := cache.Renew(t.Context(), rejected, 0); err != nil || c.AccessKeyID != key+"2" {
					t.Errorf("%v, %v", c, err)
				}
			})
		}
		wg.Wait()
		if got := smith.times(); len(got) != 2 || smith.dropped != 0 {
			t.Errorf("asked at %s, dropped %d times", got, smith.dropped)
		}
	})
}

// The cache of a provider is cleared if it returns the rejected keys again, and never for an early
// renewal.
func TestRenewDropsWhatTheProviderKeeps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		smith.sameKeys = true
		cache := nereid.NewCredentialsCache(smith)
		retrieve := func() (nereid.Credentials, error) { return cache.Retrieve(t.Context()) }
		poll(t, retrieve, time.Minute, 59*time.Minute)
		if smith.dropped != 0 {
			t.Errorf("dropped %d times ahead of the expiry", smith.dropped)
		}
		rejected, _ := retrieve()
		if c, err := cache.Renew(t.Context(), rejected, 0); err != nil || c.AccessKeyID == rejected.AccessKeyID || smith.dropped != 1 {
			t.Errorf("%v, %v, dropped %d times", c, err, smith.dropped)
		}
	})
}

// plain hides the method Invalidate of a provider.
func plain(p nereid.CredentialsProvider) nereid.CredentialsProvider {
	return nereid.CredentialsProviderFunc(p.Retrieve)
}

// If the provider has no other keys, the error reports this, and since when.
func TestRenewWithoutOtherKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith := newKeysmith()
		smith.sameKeys = true
		cache := nereid.NewCredentialsCache(plain(smith))
		rejected, _ := cache.Retrieve(t.Context())
		began := time.Now()
		for range 3 {
			_, err := cache.Renew(t.Context(), rejected, 0)
			var e *nereid.CredentialsError
			if !errors.As(err, &e) || !e.HadKeys || !e.Since.Equal(began) || !e.Permanent() {
				t.Errorf("%#v", err)
			}
			mention(t, err, "again")
			<-time.After(time.Minute)
		}
		smith.script[5] = func(context.Context) (nereid.Credentials, error) {
			return nereid.Credentials{}, errors.New("exit status 1")
		}
		_, err := cache.Renew(t.Context(), rejected, 0)
		mention(t, err, "exit status 1")
		smith.sameKeys = false
		if c, err := cache.Renew(t.Context(), rejected, 0); err != nil || c.AccessKeyID == rejected.AccessKeyID {
			t.Errorf("%v, %v", c, err)
		}
	})
	for _, p := range []nereid.CredentialsProvider{nereid.StaticCredentials(key, secret, session)} {
		rejected, _ := p.Retrieve(t.Context())
		_, err := nereid.NewCredentialsCache(p).Renew(t.Context(), rejected, 0)
		var e *nereid.CredentialsError
		if !errors.As(err, &e) || e.HadKeys || !e.Permanent() {
			t.Errorf("%#v", err)
		}
	}
}

// The error reports whether the provider has ever had keys, and since when it has failed.
func TestCredentialsErrorTellsTheTrouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		smith, broken := newKeysmith(), errors.New("exit status 1")
		fail := func(context.Context) (nereid.Credentials, error) { return nereid.Credentials{}, broken }
		for _, n := range []int{1, 2, 4, 5} {
			smith.script[n] = fail
		}
		cache := nereid.NewCredentialsCache(smith, func(o *nereid.CredentialsCacheOptions) { o.ExpiryWindow = -1 })
		for n, c := range []struct {
			wait time.Duration
			had  bool
			age  time.Duration
			good bool
		}{{0, false, 0, false}, {time.Minute, false, time.Minute, false}, {0, false, 0, true}, {2 * time.Hour, true, 0, false}, {time.Minute, true, time.Minute, false}, {0, true, 0, true}} {
			<-time.After(c.wait)
			_, err := cache.Retrieve(t.Context())
			var e *nereid.CredentialsError
			switch {
			case c.good && err != nil, !c.good && !errors.As(err, &e):
				t.Errorf("%d: %v", n, err)
			case !c.good && (e.HadKeys != c.had || time.Since(e.Since) != c.age || !errors.Is(err, broken) || nereid.IsServiceError(err)):
				t.Errorf("%d: %#v", n, e)
			}
		}
	})
}

type final struct{ error }

func (final) RetryableError() bool { return false }

func TestPermanentCredentialsError(t *testing.T) {
	missing := &fs.PathError{Op: "open", Path: "/var/run/token", Err: syscall.ENOENT}
	_, noEnv := nereid.StaticCredentials("", "", "").Retrieve(t.Context())
	for _, c := range []struct {
		err  error
		want bool
	}{
		{missing, true},
		{fmt.Errorf("token: %w", missing), true},
		{&fs.PathError{Op: "open", Path: "/var/run/token", Err: syscall.EACCES}, true},
		{os.ErrNotExist, true},
		{final{errors.New("not logged in")}, true},
		{noEnv, true},
		{&net.OpError{Op: "dial", Net: "unix", Err: missing}, false},
		{&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}, false},
		{&fs.PathError{Op: "read", Path: "/var/run/token", Err: syscall.EIO}, false},
		{errors.New("exit status 1"), false},
		{context.DeadlineExceeded, false},
	} {
		if got := (&nereid.CredentialsError{Err: c.err}).Permanent(); got != c.want {
			t.Errorf("%v: %t", c.err, got)
		}
	}
}
