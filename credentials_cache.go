package nereid

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net"
	"sync"
	"time"
)

// A CredentialsCache caches a provider's credentials until they expire. Every client wraps its
// provider in a cache. The cache does not keep credentials that cannot expire.
//
// When a call asks for credentials that expire soon, the cache renews them. If the provider then
// fails, returns the same credentials or takes longer than ten seconds, the cache returns the old
// credentials until they expire. It asks the provider again after a minute or a tenth of the old
// credentials' remaining lifetime, whichever is longer. If the new credentials have already
// expired, the calls that wait for them still use them, and the next call asks the provider again.
//
// All goroutines share one renewal and its result. A goroutine stops waiting when its own context
// ends, even if the provider does not return. When the context of the last waiting goroutine ends,
// the cache cancels the provider's context and abandons the renewal. It also abandons a renewal
// that hangs for 30 seconds. The next caller then starts another renewal. At most one abandoned
// renewal runs at a time.
type CredentialsCache struct {
	provider CredentialsProvider
	opts     CredentialsCacheOptions

	mu      sync.Mutex
	kept    *keptCredentials // cached credentials, behind a pointer as in staticProvider; nil if there are none
	refused *Credentials     // the last credentials that the service rejected; nil if there were none
	had     bool             // whether the provider has returned credentials
	since   time.Time        // start of the provider's failures; zero if it works
	refresh *refresh         // running refresh that goroutines join; nil if there is none
	behind  *refresh         // running refresh that is abandoned; nil if there is none
}

// CredentialsCacheOptions are the options of [NewCredentialsCache].
type CredentialsCacheOptions struct {
	// ExpiryWindow is how long before expiry the cache renews credentials. If it exceeds a quarter
	// of the credentials' lifetime, the cache uses that quarter instead. 0 means five minutes. A
	// negative value turns early renewal off: the cache asks the provider only after the
	// credentials have expired, which suits a provider that prompts the user.
	ExpiryWindow time.Duration

	// ExpiryWindowJitterFrac is a fraction of ExpiryWindow, from 0 to 1. The cache shortens
	// ExpiryWindow by a random amount up to this fraction, so that many programs do not renew at
	// the same time.
	ExpiryWindowJitterFrac float64
}

// keptCredentials are credentials, together with the time at which the cache renews them.
type keptCredentials struct {
	Credentials
	lead time.Duration // time before the expiry
	next time.Time     // earliest time of an early renewal, by the local clock
}

// A refresh is one call to the provider, in its own goroutine. Its result is set before done is
// closed. The cache's mutex guards the fields.
type refresh struct {
	began   time.Time
	offset  time.Duration // offset of the service's clock
	refused *Credentials  // rejected credentials that caused the refresh; nil if another reason did
	done    chan struct{}
	cancel  context.CancelFunc

	waiting   int // number of waiting goroutines
	abandoned bool
	settled   bool // whether done is closed

	creds    Credentials
	err      error
	again    bool // whether the refresh failed because all waiting goroutines had left
	panicked any
}

const (
	defaultExpiryWindow = 5 * time.Minute
	renewPatience       = 10 * time.Second // how long a call waits if its credentials are still valid
	renewHangs          = 30 * time.Second // after that, goroutines no longer join a renewal
	minRenewPause       = time.Minute
)

// NewCredentialsCache returns a cache for the provider, or the provider itself
// if it is already a cache.
func NewCredentialsCache(provider CredentialsProvider, optFns ...func(*CredentialsCacheOptions)) *CredentialsCache {
	if c, ok := provider.(*CredentialsCache); ok {
		return c
	}
	c := &CredentialsCache{provider: provider}
	for _, fn := range optFns {
		fn(&c.opts)
	}
	return c
}

// Format does not print the cached credentials.
func (c *CredentialsCache) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("CredentialsCache")) }

// Retrieve returns the cached credentials or new ones. The error is the context's error or a
// [*CredentialsError].
func (c *CredentialsCache) Retrieve(ctx context.Context) (Credentials, error) {
	return c.RetrieveAt(ctx, 0)
}

// RetrieveAt is like Retrieve, but adds clockOffset to the local time when it checks the expiry. A
// client passes the offset of the service's clock.
func (c *CredentialsCache) RetrieveAt(ctx context.Context, clockOffset time.Duration) (Credentials, error) {
	if creds, ok, err := c.direct(ctx); ok {
		return creds, err
	}
	return c.retrieve(ctx, clockOffset, nil)
}

// Renew returns credentials other than the rejected ones. It asks the provider, unless the cache
// has received other credentials since the rejection. If the provider returns the rejected
// credentials again, Renew calls the provider's Invalidate method, if any, and asks again. Renew
// fails if the provider has no other credentials. The error is the context's error or a
// [*CredentialsError].
//
// A client calls Renew at most once per call.
func (c *CredentialsCache) Renew(ctx context.Context, rejected Credentials, clockOffset time.Duration) (Credentials, error) {
	creds, direct, err := c.direct(ctx)
	if !direct {
		creds, err = c.retrieve(ctx, clockOffset, &rejected)
	}
	if err != nil || !creds.sameKeys(&rejected) {
		return creds, err
	}
	if direct {
		return Credentials{}, &CredentialsError{Err: errSameKeys}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.refused = &rejected
	if c.since.IsZero() {
		c.since = time.Now().Round(0)
	}
	return Credentials{}, &CredentialsError{Err: errSameKeys, HadKeys: true, Since: c.since}
}

const errSameKeys permanentError = "the provider has returned the rejected credentials again"

// direct calls a provider that does not need a cache.
func (c *CredentialsCache) direct(ctx context.Context) (creds Credentials, ok bool, err error) {
	switch p := c.provider.(type) {
	case *staticProvider:
		creds, err = p.Retrieve(ctx)
	case envProvider:
		creds, err = p.Retrieve(ctx)
	default:
		return creds, false, nil
	}
	if err != nil {
		err = &CredentialsError{Err: err}
	}
	return creds, true, err
}

// retrieve returns credentials. If rejected is not nil, it points to credentials that the service
// has rejected. retrieve then returns these only if the provider has no others.
func (c *CredentialsCache) retrieve(ctx context.Context, offset time.Duration, rejected *Credentials) (Credentials, error) {
	for {
		c.mu.Lock()
		good := c.kept.good(offset) && (rejected == nil || !c.kept.sameKeys(rejected))
		if good && (rejected != nil || !c.due(offset) || c.refresh != nil && !c.hanging()) {
			creds := c.kept.Credentials
			c.mu.Unlock()
			return creds, nil
		}
		if err := ctx.Err(); err != nil {
			c.mu.Unlock()
			return Credentials{}, err
		}
		r, first := c.join(ctx, offset, rejected)
		r.waiting++
		patience := time.Duration(-1)
		if good {
			patience = renewPatience
			c.kept.postpone(time.Now().Round(0), offset)
		}
		c.mu.Unlock()
		expired, stop := after(patience)
		select {
		case <-ctx.Done():
			stop()
			c.leave(r, true)
			return Credentials{}, ctx.Err()
		case <-expired:
			c.leave(r, false)
			c.mu.Lock()
			if c.kept.good(offset) {
				creds := c.kept.Credentials
				c.mu.Unlock()
				return creds, nil
			}
			c.mu.Unlock()
			continue
		case <-r.done:
			stop()
		}
		switch {
		case first && r.panicked != nil:
			panic(r.panicked) // in the caller's goroutine, as without a cache
		case r.again:
		case rejected != nil && r.refused == nil && (r.err != nil || r.creds.sameKeys(rejected)):
			// The refresh began before the service rejected the credentials in rejected: start a
			// new refresh.
		default:
			return r.creds, r.err
		}
	}
}

// The function after returns a channel on which a value arrives after the duration d, and a
// function that stops the timer. If d is negative, no value arrives.
func after(d time.Duration) (<-chan time.Time, func()) {
	if d < 0 {
		return nil, func() {}
	}
	timer := time.NewTimer(d)
	return timer.C, func() { timer.Stop() }
}

// good reports whether the credentials have not expired.
func (k *keptCredentials) good(offset time.Duration) bool {
	return k != nil && time.Now().Add(offset).Before(k.Expires)
}

// due reports whether the cached credentials, which are still valid, should be renewed now.
func (c *CredentialsCache) due(offset time.Duration) bool {
	now := time.Now().Round(0)
	return c.opts.ExpiryWindow >= 0 && !now.Before(c.kept.next) &&
		!now.Add(offset).Before(c.kept.Expires.Add(-c.kept.lead))
}

// lead returns how long before expiry to renew credentials with this lifetime.
func (c *CredentialsCache) lead(life time.Duration) time.Duration {
	window := c.opts.ExpiryWindow
	if window == 0 {
		window = defaultExpiryWindow
	}
	window = max(0, min(window, life/4))
	jitter := max(0, min(c.opts.ExpiryWindowJitterFrac, 1))
	return window - time.Duration(rand.Float64()*jitter*float64(window))
}

// join returns the running refresh. If none is running, join starts one. If the running refresh
// hangs, join abandons it and starts another, unless an earlier abandoned refresh is still running.
// The second result reports whether join started the refresh.
func (c *CredentialsCache) join(ctx context.Context, offset time.Duration, rejected *Credentials) (r *refresh, first bool) {
	if c.hanging() {
		c.refresh.cancel()
		c.behind, c.refresh = c.refresh, nil
	}
	if c.refresh != nil {
		return c.refresh, false
	}
	r = &refresh{began: time.Now(), offset: offset, refused: rejected, done: make(chan struct{})}
	var own context.Context
	own, r.cancel = context.WithCancel(context.WithoutCancel(ctx))
	c.refresh = r
	go c.renew(own, r)
	return r, true
}

// hanging reports whether the running refresh should be abandoned.
func (c *CredentialsCache) hanging() bool {
	r := c.refresh
	return r != nil && c.behind == nil && (r.abandoned || time.Since(r.began) >= renewHangs)
}

// leave records that a goroutine is no longer waiting for the refresh. ended reports whether the
// goroutine's context has ended. If it has, and no other goroutine is waiting, leave abandons the
// refresh.
func (c *CredentialsCache) leave(r *refresh, ended bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.waiting--; r.waiting == 0 && ended {
		r.abandoned = true
		r.cancel()
	}
}

// renew calls the provider.
func (c *CredentialsCache) renew(ctx context.Context, r *refresh) {
	defer r.cancel()
	creds, err, panicked := Credentials{}, error(permanentError("the credentials provider panicked")), any(nil)
	defer func() { c.finish(r, creds, err, panicked) }()
	defer func() { panicked = recover() }()
	creds, err = askProvider(ctx, c.provider, r.refused)
	creds.Expires = creds.Expires.Round(0) // wall clock only: monotonic clocks stop while the machine is suspended
}

// askProvider calls the provider. If the provider returns the credentials in rejected and has a
// cache of its own, askProvider invalidates that cache and calls the provider again.
func askProvider(ctx context.Context, provider CredentialsProvider, rejected *Credentials) (Credentials, error) {
	creds, err := provider.Retrieve(ctx)
	if err == nil && rejected != nil && creds.sameKeys(rejected) {
		if p, ok := provider.(interface{ Invalidate() }); ok {
			p.Invalidate()
			creds, err = provider.Retrieve(ctx)
		}
	}
	if err == nil && !creds.HasKeys() {
		err = errors.New("the credentials provider returned no credentials")
	}
	return creds, err
}

// finish stores the result of a refresh and wakes the goroutines that wait for it. An abandoned
// refresh and its successor can run at the same time. If one of them returns credentials, finish
// also wakes the goroutines that wait for the other one.
func (c *CredentialsCache) finish(r *refresh, creds Credentials, err error, panicked any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	other := c.behind
	if other == r {
		c.behind, other = nil, c.refresh
	} else {
		c.refresh = nil
	}
	late := r.settled // whether another refresh ended before
	now := time.Now().Round(0)
	switch {
	case err == nil:
		c.keep(creds, now, r.offset, late)
	case late:
	case c.kept.good(r.offset) && (r.refused == nil || !c.kept.sameKeys(r.refused)):
		creds, err = c.kept.Credentials, nil
		c.kept.postpone(now, r.offset)
	default:
		r.again = r.abandoned && panicked == nil
		if c.since.IsZero() && !r.again {
			c.since = now
		}
		err = &CredentialsError{Err: err, HadKeys: c.had, Since: c.since}
	}
	r.settle(creds, err, panicked)
	if err == nil && other != nil && !late && (other.refused == nil || !creds.sameKeys(other.refused)) {
		other.settle(creds, nil, nil)
		if other == c.refresh {
			c.behind, c.refresh = other, nil // the provider of that refresh has not returned yet
		}
	}
}

// settle sets the result of a refresh, unless it is already set.
func (r *refresh) settle(creds Credentials, err error, panicked any) {
	if r.settled {
		return
	}
	r.settled = true
	r.creds, r.err, r.panicked = creds, err, panicked
	close(r.done)
}

// keep caches credentials that expire. The argument late is true if an abandoned refresh and its
// successor ran at the same time, and creds are from the one that ended last. In this case, keep
// replaces the cached credentials only with credentials that expire later.
func (c *CredentialsCache) keep(creds Credentials, now time.Time, offset time.Duration, late bool) {
	if late && (c.kept == nil || !creds.CanExpire || !creds.Expires.After(c.kept.Expires)) {
		return
	}
	c.had = true
	if c.refused == nil || !creds.sameKeys(c.refused) {
		c.refused, c.since = nil, time.Time{}
	}
	switch {
	case !creds.CanExpire:
		c.kept = nil
	case c.kept != nil && c.kept.sameKeys(&creds) && c.kept.Expires.Equal(creds.Expires):
		c.kept.postpone(now, offset)
	default:
		life := creds.Expires.Sub(now.Add(offset))
		kept := &keptCredentials{Credentials: creds, lead: c.lead(life)}
		if c.kept != nil && c.kept.sameKeys(&creds) {
			kept.postpone(now, offset) // the same keys with another expiry
		}
		c.kept = kept
	}
}

// postpone delays the next early renewal.
func (k *keptCredentials) postpone(now time.Time, offset time.Duration) {
	left := k.Expires.Sub(now.Add(offset))
	k.next = now.Add(max(minRenewPause, left/10))
}

// sameKeys reports whether both have the same keys.
func (c *Credentials) sameKeys(other *Credentials) bool {
	return c.AccessKeyID == other.AccessKeyID && c.SecretAccessKey == other.SecretAccessKey && c.SessionToken == other.SessionToken
}

// A CredentialsError means that there are no credentials to sign with. The request
// was not sent.
type CredentialsError struct {
	// Err is the error of the provider.
	Err error

	// HadKeys reports whether the provider has ever returned credentials.
	HadKeys bool

	// Since is when the provider began to fail, by the local clock, or zero if that time is
	// unknown.
	Since time.Time
}

func (e *CredentialsError) Error() string { return "retrieve credentials: " + e.Err.Error() }

// Unwrap returns Err.
func (e *CredentialsError) Unwrap() error { return e.Err }

// NotSent returns true, because the call's request was not sent; [IsServiceError] calls this
// method. If Err contains a response, that response is from a service that the credentials provider
// called.
func (e *CredentialsError) NotSent() bool { return true }

// CredentialTrouble returns Since, HadKeys and Permanent. Waiters use them to decide whether to
// continue.
func (e *CredentialsError) CredentialTrouble() (since time.Time, hadKeys, permanent bool) {
	return e.Since, e.HadKeys, e.Permanent()
}

// Permanent reports whether the provider will fail until a user changes something. This is the case
// if no credentials are configured, a file is missing or unreadable, or the RetryableError method
// of Err returns false.
func (e *CredentialsError) Permanent() bool {
	var self interface{ RetryableError() bool }
	if errors.As(e.Err, &self) {
		return !self.RetryableError()
	}
	var network *net.OpError // a missing socket, which may appear later, also counts as a missing file
	return (errors.Is(e.Err, fs.ErrNotExist) || errors.Is(e.Err, fs.ErrPermission)) && !errors.As(e.Err, &network)
}
