package nereid

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// Credentials sign requests. They print as redacted under every verb of fmt,
// in JSON and in slog; only the access key id is shown.
//
// fmt itself shows all of a value below an unexported field of another struct,
// or with a verb that can never go with it (%p, %w). Keep a provider there: none
// of this package shows anything.
type Credentials struct {
	AccessKeyID     string
	SecretAccessKey string
	SessionToken    string // only for temporary credentials

	Source    string // where they come from, for messages
	AccountID string

	CanExpire bool
	Expires   time.Time // when they expire, if CanExpire
}

// Expired reports whether they can expire and have done so.
func (c Credentials) Expired() bool {
	return c.CanExpire && !time.Now().Round(0).Before(c.Expires.Round(0))
}

// HasKeys reports whether both the access key id and the secret are there.
func (c Credentials) HasKeys() bool { return c.AccessKeyID != "" && c.SecretAccessKey != "" }

// Format prints the access key id and the source, whatever the verb.
func (c Credentials) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(c.redacted())) }

// MarshalText returns the same text as Format, which is also what encoding/json
// and slog show.
func (c Credentials) MarshalText() ([]byte, error) { return []byte(c.redacted()), nil }

func (c Credentials) redacted() string {
	s := "Credentials{AccessKeyID:" + c.AccessKeyID + " SecretAccessKey:" + redact(c.SecretAccessKey) +
		" SessionToken:" + redact(c.SessionToken) + " Source:" + c.Source
	if c.CanExpire {
		s += " Expires:" + c.Expires.UTC().Format(time.RFC3339)
	}
	return s + "}"
}

func redact(secret string) string {
	if secret == "" {
		return "none"
	}
	return "REDACTED"
}

// A CredentialsProvider gives the credentials to sign with. Retrieve is called
// by many goroutines at once.
//
// A client keeps credentials that can expire until shortly before they do, and
// then has one goroutine refresh them for all. It asks for those that cannot
// expire each time, so a provider may change its mind.
type CredentialsProvider interface {
	Retrieve(ctx context.Context) (Credentials, error)
}

// CredentialsProviderFunc is a function that is a CredentialsProvider.
type CredentialsProviderFunc func(context.Context) (Credentials, error)

// Retrieve calls the function.
func (f CredentialsProviderFunc) Retrieve(ctx context.Context) (Credentials, error) { return f(ctx) }

// StaticCredentials provides always the same credentials. session is empty but
// for temporary ones.
func StaticCredentials(key, secret, session string) CredentialsProvider {
	return &staticProvider{&Credentials{
		AccessKeyID: key, SecretAccessKey: secret, SessionToken: session, Source: "StaticCredentials",
	}}
}

// staticProvider keeps its secret behind two pointers: fmt does not ask Format
// of what it meets below an unexported field, but prints pointers there as such,
// or, under a verb that does not go with them, what they point to.
type staticProvider struct{ creds *Credentials }

func (p *staticProvider) Retrieve(context.Context) (Credentials, error) {
	if !p.creds.HasKeys() {
		return Credentials{}, errors.New("static credentials: the access key id or the secret access key is empty")
	}
	return *p.creds, nil
}

func (p *staticProvider) Format(f fmt.State, verb rune) { p.creds.Format(f, verb) }

// EnvCredentials provides the credentials of the environment: AWS_ACCESS_KEY_ID,
// AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN, read at each
// call.
func EnvCredentials() CredentialsProvider { return envProvider{} }

type envProvider struct{}

func (envProvider) Retrieve(context.Context) (Credentials, error) {
	c := Credentials{
		AccessKeyID:     firstEnv("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"),
		SecretAccessKey: firstEnv("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"),
		SessionToken:    os.Getenv("AWS_SESSION_TOKEN"),
		AccountID:       os.Getenv("AWS_ACCOUNT_ID"),
		Source:          "EnvCredentials",
	}
	switch {
	case c.AccessKeyID == "":
		return Credentials{}, errors.New("environment credentials: AWS_ACCESS_KEY_ID is not set")
	case c.SecretAccessKey == "":
		return Credentials{}, errors.New("environment credentials: AWS_SECRET_ACCESS_KEY is not set")
	}
	return c, nil
}

func firstEnv(names ...string) string {
	for _, name := range names {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return ""
}

// CredentialsCache keeps the credentials of a provider until a minute before
// they expire. However many goroutines ask, one refresh is under way at a time and
// all wait for what it gets, be it credentials or an error. Whoever's context ends
// stops waiting, also for a provider that takes no notice of its own; that one
// ends when nobody waits any more. A failure is not kept, and while the
// credentials at hand are still valid it is not reported either. Every client has
// one around its provider.
type CredentialsCache struct {
	provider CredentialsProvider

	mu      sync.Mutex
	creds   *Credentials // that can expire, behind a pointer as in staticProvider; nil if there are none
	refresh *refresh     // under way; nil if none is
}

// A refresh is one call of the provider, in a goroutine. Its result is there once
// done is closed.
type refresh struct {
	done      chan struct{}
	waiting   int // how many want the result; the lock is the cache's, as for the next two
	abandoned bool
	cancel    context.CancelFunc

	creds    Credentials
	err      error
	again    bool // it failed because those who waited had gone
	panicked any
}

const refreshAhead = time.Minute

// NewCredentialsCache returns a cache for the provider, or the provider itself
// if it is one.
func NewCredentialsCache(provider CredentialsProvider) *CredentialsCache {
	if c, ok := provider.(*CredentialsCache); ok {
		return c
	}
	return &CredentialsCache{provider: provider}
}

// Format prints nothing of what is kept.
func (c *CredentialsCache) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("CredentialsCache")) }

// Retrieve returns the credentials kept, or new ones.
func (c *CredentialsCache) Retrieve(ctx context.Context) (Credentials, error) {
	switch p := c.provider.(type) {
	case *staticProvider:
		return p.Retrieve(ctx)
	case envProvider:
		return p.Retrieve(ctx)
	}
	for {
		c.mu.Lock()
		if c.creds != nil && time.Now().Before(c.creds.Expires.Add(-refreshAhead)) {
			creds := *c.creds
			c.mu.Unlock()
			return creds, nil
		}
		if err := ctx.Err(); err != nil {
			c.mu.Unlock()
			return Credentials{}, err
		}
		r, first := c.refresh, false
		if r == nil {
			r, first = &refresh{done: make(chan struct{})}, true
			c.refresh = r
			var own context.Context
			own, r.cancel = context.WithCancel(context.WithoutCancel(ctx))
			go c.renew(own, r)
		}
		r.waiting++
		c.mu.Unlock()
		select {
		case <-ctx.Done():
			c.leave(r)
			return Credentials{}, ctx.Err()
		case <-r.done:
		}
		switch {
		case first && r.panicked != nil:
			panic(r.panicked) // for who asked, as without a cache
		case !r.again:
			return r.creds, r.err
		}
	}
}

// leave ends the refresh if nobody waits for it any more.
func (c *CredentialsCache) leave(r *refresh) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.waiting--; r.waiting == 0 {
		r.abandoned = true
		r.cancel()
	}
}

// renew asks the provider.
func (c *CredentialsCache) renew(ctx context.Context, r *refresh) {
	defer r.cancel()
	defer c.finish(r)
	defer func() { r.panicked = recover() }()
	r.err = errors.New("the credentials provider panicked") // unless it returns
	r.creds, r.err = c.provider.Retrieve(ctx)
}

// finish keeps the result of a refresh and wakes those who wait for it.
func (c *CredentialsCache) finish(r *refresh) {
	defer close(r.done) // when the lock is free again
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.err == nil && !r.creds.HasKeys() {
		r.err = errors.New("the credentials provider returned none")
	}
	switch {
	case r.err == nil && r.creds.CanExpire:
		creds := r.creds // alone, as the refresh holds the context of who asked
		c.creds = &creds
	case r.err == nil:
		c.creds = nil
	case c.creds != nil && !c.creds.Expired():
		r.creds, r.err = *c.creds, nil
	default:
		r.again = r.abandoned
	}
	c.refresh = nil
}
