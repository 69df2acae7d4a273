package nereid

import (
	"context"
	"fmt"
	"os"
	"time"
)

// Credentials sign requests. Packages fmt, encoding/json and log/slog show only the access key ID,
// the source and the expiry, not the secrets.
//
// In two cases, fmt shows the secrets, because it does not call Format: with the verbs %p and %w,
// which are not valid for Credentials, and for Credentials in an unexported field of another
// struct. In an unexported field, store a provider instead: fmt does not print the secrets of this
// package's providers.
type Credentials struct {
	// AccessKeyID is the public part of the key. Every request contains it.
	AccessKeyID string
	// SecretAccessKey signs requests. It is never sent.
	SecretAccessKey string
	// SessionToken is set only for temporary credentials.
	SessionToken string

	// Source describes where the credentials come from, for use in messages.
	Source string
	// AccountID is the account that the credentials belong to, if known.
	AccountID string

	// CanExpire reports whether Expires is set.
	CanExpire bool
	// Expires is the time of expiry if CanExpire is true.
	Expires time.Time
}

// Expired reports whether the credentials can expire and have expired.
func (c Credentials) Expired() bool {
	return c.CanExpire && !time.Now().Round(0).Before(c.Expires.Round(0))
}

// HasKeys reports whether both the access key ID and the secret access key are
// set.
func (c Credentials) HasKeys() bool { return c.AccessKeyID != "" && c.SecretAccessKey != "" }

// Format prints the access key ID, the source and the expiry, whatever the verb.
func (c Credentials) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(c.redacted())) }

// MarshalText returns the text that Format prints. It also determines what encoding/json and slog
// show.
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

// A CredentialsProvider returns the credentials to sign with. Retrieve must be safe for concurrent
// use.
//
// A client caches credentials that can expire; see [CredentialsCache]. It does not cache
// credentials that cannot expire: it asks the provider at each call, so the provider can return
// different ones.
//
// A provider with a cache can implement a method Invalidate() that clears the cache. The client
// calls Invalidate if the service rejected credentials and the provider returned the same
// credentials again.
//
// A provider can mark an error as permanent with a method RetryableError() bool that returns false.
// An error about a missing or unreadable file is permanent even without such a method. If the
// provider has never returned credentials, a waiter fails immediately on a permanent error, and 30
// seconds after the start of the wait on any other error. If the provider has returned credentials
// before, a waiter fails only after 15 minutes without valid credentials.
type CredentialsProvider interface {
	Retrieve(ctx context.Context) (Credentials, error)
}

// CredentialsProviderFunc turns a function into a CredentialsProvider.
type CredentialsProviderFunc func(context.Context) (Credentials, error)

// Retrieve calls the function.
func (f CredentialsProviderFunc) Retrieve(ctx context.Context) (Credentials, error) { return f(ctx) }

// StaticCredentials returns a provider that always provides the same credentials. session is the
// session token of temporary credentials; it is empty for permanent credentials.
func StaticCredentials(key, secret, session string) CredentialsProvider {
	return &staticProvider{&Credentials{
		AccessKeyID: key, SecretAccessKey: secret, SessionToken: session, Source: "StaticCredentials",
	}}
}

// staticProvider stores a pointer to the credentials, not the credentials. fmt does not call Format
// for a *staticProvider in an unexported field of another struct. But fmt follows at most one
// pointer there, the one to the staticProvider. It prints creds as an address, without the secret.
type staticProvider struct{ creds *Credentials }

func (p *staticProvider) Retrieve(context.Context) (Credentials, error) {
	if !p.creds.HasKeys() {
		return Credentials{}, permanentError("static credentials: the access key ID or the secret access key is empty")
	}
	return *p.creds, nil
}

func (p *staticProvider) Format(f fmt.State, verb rune) { p.creds.Format(f, verb) }

// EnvCredentials provides the credentials from the environment: AWS_ACCESS_KEY_ID,
// AWS_SECRET_ACCESS_KEY and, for temporary credentials, AWS_SESSION_TOKEN. It reads them at each
// call. For profiles, containers and web identities, use the module awsconfig.
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
		return Credentials{}, missingInEnv("AWS_ACCESS_KEY_ID")
	case c.SecretAccessKey == "":
		return Credentials{}, missingInEnv("AWS_SECRET_ACCESS_KEY")
	}
	return c, nil
}

// missingInEnv returns an error for a variable that is not set. If the environment configures
// another source of credentials, the error names the module that supports it.
func missingInEnv(name string) error {
	hint := ""
	for _, other := range [...]string{
		"AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE",
		"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
	} {
		if os.Getenv(other) != "" {
			hint = "; " + other + " is, which the module github.com/nereid-go/nereid/awsconfig reads: use awsconfig.LoadDefaultConfig"
			break
		}
	}
	return permanentError("environment credentials: " + name + " is not set" + hint)
}

// A permanentError is an error that another attempt would also return.
type permanentError string

func (e permanentError) Error() string { return string(e) }

// RetryableError returns false, for retryers and waiters.
func (permanentError) RetryableError() bool { return false }

func firstEnv(names ...string) string {
	for _, name := range names {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return ""
}
