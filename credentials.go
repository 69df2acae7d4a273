package nereid

import (
	"context"
	"fmt"
	"os"
	"time"
)

// Credentials sign requests. They print as redacted under the verbs of fmt, in
// JSON and in slog; only the access key ID is shown.
//
// Two cases are out of reach, because fmt does not call Format for them: the
// verbs %p and %w, which do not apply to Credentials, and Credentials in an
// unexported field of another struct. Keep a provider in such a field: the
// providers of this package show nothing there.
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

// A CredentialsProvider gives the credentials to sign with. Many goroutines call
// Retrieve at once.
//
// A client keeps credentials that can expire, see [CredentialsCache]. It asks for
// credentials that cannot expire at each call, so a provider may change its mind.
//
// A provider that caches may have a method Invalidate() that drops what it
// keeps. The client calls it if the service rejected credentials and the provider
// returned the same ones again.
//
// An error of the provider that has a method RetryableError() bool which returns
// false says that there will be no credentials: a waiter that never had any ends
// at once. A missing or unreadable file says the same.
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
		return Credentials{}, permanentError("static credentials: the access key ID or the secret access key is empty")
	}
	return *p.creds, nil
}

func (p *staticProvider) Format(f fmt.State, verb rune) { p.creds.Format(f, verb) }

// EnvCredentials provides the credentials of the environment: AWS_ACCESS_KEY_ID,
// AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN, read at each
// call. Profiles, containers and web identities are for the module awsconfig.
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

// missingInEnv says that a variable is not set. If the environment names another
// source of credentials, the error says which module reads that.
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

// A permanentError says that another attempt fails in the same way.
type permanentError string

func (e permanentError) Error() string { return string(e) }

// RetryableError tells retryers and waiters so.
func (permanentError) RetryableError() bool { return false }

func firstEnv(names ...string) string {
	for _, name := range names {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return ""
}
