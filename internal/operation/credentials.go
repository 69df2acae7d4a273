package operation

import (
	"context"
	"errors"
	"time"

	"github.com/nereid-go/nereid"
)

// errNoCredentials is the error without a provider.
func errNoCredentials() error {
	return &nereid.CredentialsError{Err: noCredentialsError{}}
}

type noCredentialsError struct{}

func (noCredentialsError) Error() string {
	return "no credentials: set Credentials in the Config or Options"
}

// RetryableError returns false, because another attempt would fail in the same
// way.
func (noCredentialsError) RetryableError() bool { return false }

// credentials returns the credentials for signing.
func (c *call) credentials(ctx context.Context) (nereid.Credentials, error) {
	if c.secrets.renewed {
		return c.secrets.creds, nil // the provider may return the rejected credentials again
	}
	var creds nereid.Credentials
	var err error
	switch p := c.opts.Credentials.(type) {
	case nil:
		return creds, errNoCredentials()
	case *nereid.CredentialsCache:
		creds, err = p.RetrieveAt(ctx, c.clock.skew)
	default:
		creds, err = p.Retrieve(ctx)
	}
	if err != nil {
		return nereid.Credentials{}, c.withoutCredentials(ctx, err)
	}
	if !creds.HasKeys() {
		return creds, errNoCredentials()
	}
	if !c.client.had.Load() {
		c.client.had.Store(true)
	}
	c.secrets.sign(&creds)
	return creds, nil
}

// withoutCredentials returns the error for a call whose credentials provider
// failed with err.
func (c *call) withoutCredentials(ctx context.Context, err error) error {
	told := nereid.CredentialsError{Err: err}
	var e *nereid.CredentialsError
	if errors.As(err, &e) {
		told = *e
	} else if told.Err = c.interrupted(ctx, err); c.Err() != nil {
		return told.Err
	}
	told.HadKeys = told.HadKeys || c.client.had.Load()
	if told.Since.IsZero() {
		told.Since = c.client.troubleSince()
	}
	told.Err = c.hideSecrets(told.Err)
	return &told
}

// renew asks the provider for other credentials if err means that the service
// rejected the attempt's credentials. It asks at most once per call. If the
// provider returns other credentials, renewed is true, and the call uses them
// from now on. If the provider was asked but did not return any, told wraps err
// and gives the reason. In all other cases, told is err.
func (c *call) renew(ctx context.Context, err error) (renewed bool, told error) {
	if c.secrets.asked || !rejectsCredentials(c.reply.code) || !c.secrets.creds.HasKeys() { // without keys, a middleware signed the request
		return false, err
	}
	c.secrets.asked = true
	ctx, cancel := c.limited(ctx)
	defer cancel()
	creds, failure := nereid.NewCredentialsCache(c.opts.Credentials).Renew(ctx, c.secrets.creds, c.clock.skew)
	if failure == nil {
		c.secrets.sign(&creds)
		c.secrets.renewed = true
		c.logRetry("the service rejected the credentials, and the provider has others")
		return true, err
	}
	rejection := &rejectedError{err: err}
	if !errors.As(failure, &rejection.why) {
		failure = c.interrupted(ctx, failure)
		if c.Err() != nil {
			return false, c.givenUp(c, err, failure)
		}
		rejection.why = &nereid.CredentialsError{Err: failure, HadKeys: true}
	}
	// Expired credentials were valid before.
	rejection.hadKeys = rejection.why.HadKeys && (hasExpired(c.reply.code) || c.client.accepted.Load())
	if rejection.since = rejection.why.Since; rejection.since.IsZero() {
		rejection.since = c.client.troubleSince()
	}
	return false, rejection
}

// rejectsCredentials reports whether the error code means that the service
// rejected the credentials but might accept others.
func rejectsCredentials(code string) bool {
	return code == "InvalidClientTokenId" || code == "UnrecognizedClientException" || hasExpired(code)
}

func hasExpired(code string) bool {
	return code == "ExpiredToken" || code == "ExpiredTokenException"
}

// A rejectedError means that the service rejected the credentials and the
// provider did not return other credentials. err is the service's error.
type rejectedError struct {
	err     error
	why     *nereid.CredentialsError
	hadKeys bool
	since   time.Time
}

func (e *rejectedError) Error() string {
	return e.err.Error() + " (no other credentials: " + bounded(e.why.Err.Error(), maxText) + ")"
}

// Unwrap returns the service's error.
func (e *rejectedError) Unwrap() error { return e.err }

// CredentialTrouble returns what [retry.Credentials] reads to decide whether a
// wait continues: when calls began to lack credentials, whether earlier calls
// had credentials, and whether the problem is permanent.
func (e *rejectedError) CredentialTrouble() (since time.Time, hadKeys, permanent bool) {
	return e.since, e.hadKeys, true
}

// RetryableError returns false, because another attempt would fail in the same
// way.
func (e *rejectedError) RetryableError() bool { return false }

// accept records that the service accepted a call's credentials.
func (c *Client) accept() {
	if !c.accepted.Load() {
		c.accepted.Store(true)
	}
	if c.trouble.Load() != 0 {
		c.trouble.Store(0)
	}
}

// troubleSince returns the time at which calls began to lack credentials. If no
// time is recorded, it records the current time.
func (c *Client) troubleSince() time.Time {
	c.trouble.CompareAndSwap(0, time.Now().UnixNano())
	return time.Unix(0, c.trouble.Load())
}
