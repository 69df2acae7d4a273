package awsconfig

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/ec2rolecreds"
	"github.com/aws/aws-sdk-go-v2/credentials/ssocreds"

	"github.com/nereid-go/nereid"
)

// NewStaticCredentialsProvider returns a provider that always provides the same credentials.
// session is the session token of temporary credentials; it is empty for permanent credentials.
func NewStaticCredentialsProvider(key, secret, session string) nereid.CredentialsProvider {
	return nereid.StaticCredentials(key, secret, session)
}

// AnyCredentials are credentials of this module or of the AWS SDK.
type AnyCredentials interface {
	nereid.Credentials | aws.Credentials
}

// AnyCredentialsProvider is a [nereid.CredentialsProvider] or a credentials provider of the AWS SDK,
// for example from its package stscreds.
type AnyCredentialsProvider[C AnyCredentials] interface {
	Retrieve(ctx context.Context) (C, error)
}

// WithCredentialsProvider sets the credentials provider. It is used instead of the environment, the
// profile and all other sources of credentials. A nil provider has no effect.
func WithCredentialsProvider[C AnyCredentials](v AnyCredentialsProvider[C]) LoadOptionsFunc {
	switch p := v.(type) {
	case nil:
		return func(*LoadOptions) error { return nil }
	case aws.CredentialsProvider:
		return config.WithCredentialsProvider(p)
	default:
		return config.WithCredentialsProvider(toAWS(func() nereid.CredentialsProvider {
			return v.(nereid.CredentialsProvider) // C is one of two types
		}))
	}
}

// Provider converts a provider of the AWS SDK to a provider of this module, for example for
// [nereid.NewCredentialsCache] or the Credentials of a [nereid.Config]. It returns nil if v is nil.
func Provider(v aws.CredentialsProvider) nereid.CredentialsProvider {
	if v == nil {
		return nil
	}
	return fromAWS(func() aws.CredentialsProvider { return v })
}

// toAWS is an SDK provider that wraps a provider of this module. fromAWS is a provider of this
// module that wraps an SDK provider. Both types are functions, because fmt prints only the address
// of a function. A struct would hold the provider in an unexported field. fmt does not call Format
// for unexported fields, so fmt could print the provider's secrets.
type (
	toAWS   func() nereid.CredentialsProvider
	fromAWS func() aws.CredentialsProvider
)

func (p toAWS) Retrieve(ctx context.Context) (aws.Credentials, error) {
	c, err := p().Retrieve(ctx)
	return aws.Credentials{
		AccessKeyID: c.AccessKeyID, SecretAccessKey: c.SecretAccessKey, SessionToken: c.SessionToken,
		Source: c.Source, AccountID: c.AccountID, CanExpire: c.CanExpire, Expires: c.Expires,
	}, err
}

func (p fromAWS) Retrieve(ctx context.Context) (nereid.Credentials, error) {
	c, err := p().Retrieve(ctx)
	return nereid.Credentials{
		AccessKeyID: c.AccessKeyID, SecretAccessKey: c.SecretAccessKey, SessionToken: c.SessionToken,
		Source: c.Source, AccountID: c.AccountID, CanExpire: c.CanExpire, Expires: c.Expires,
	}, told(err)
}

// Invalidate clears the SDK provider's cache, if it has one.
func (p fromAWS) Invalidate() {
	if cache, ok := p().(interface{ Invalidate() }); ok {
		cache.Invalidate()
	}
}

// expiryWindow is the ExpiryWindow that this package sets in the SDK's cache by default. The
// clients of this module also renew credentials five minutes before expiry by default.
const expiryWindow = 5 * time.Minute

// ahead wraps an SDK cache that has an ExpiryWindow. The Expires of the credentials from this cache
// is earlier than the real expiry, by the window or, with ExpiryWindowJitterFrac, by a random part
// of the window. ahead adds the minimum of that difference to Expires, because the actual
// difference is unknown. The result is never later than the real expiry.
type ahead struct {
	fromAWS

	moved time.Duration // by at least this much
}

func (p ahead) Retrieve(ctx context.Context) (nereid.Credentials, error) {
	c, err := p.fromAWS.Retrieve(ctx)
	if err == nil && c.CanExpire && c.Source != ec2rolecreds.ProviderName { // that provider changes the expiry itself
		c.Expires = c.Expires.Add(p.moved)
	}
	return c, err
}

// told returns the error of an SDK provider. If the provider will fail until a user changes
// something, told marks the error as permanent, so that waiters stop. The causes of permanent
// errors are a missing or expired login, an unreadable file, and missing credentials if the
// instance metadata service is disabled. told recognizes an unreadable file by the error's text,
// because some SDK providers do not wrap the original error.
func told(err error) error {
	if err == nil {
		return nil
	}
	var token *ssocreds.InvalidTokenError
	text := err.Error()
	if errors.As(err, &token) || strings.Contains(text, "failed to read cached SSO token file") {
		return &permanentError{err, ` (log in with "aws sso login" and the name of the profile)`}
	}
	for _, sign := range [...]string{"unable to read file at ", "failed to read authorization token from ", "please reauthenticate", "access disabled to EC2 IMDS"} {
		if strings.Contains(text, sign) {
			return &permanentError{err, ""}
		}
	}
	return err
}

type permanentError struct {
	err  error
	hint string
}

func (e *permanentError) Error() string { return e.err.Error() + e.hint }

// Unwrap returns the error of the provider.
func (e *permanentError) Unwrap() error { return e.err }

// RetryableError returns false, because another attempt would also fail.
func (*permanentError) RetryableError() bool { return false }
