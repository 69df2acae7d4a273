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

// NewStaticCredentialsProvider provides always the same credentials. session is
// empty but for temporary ones.
func NewStaticCredentialsProvider(key, secret, session string) nereid.CredentialsProvider {
	return nereid.StaticCredentials(key, secret, session)
}

// AnyCredentials are those of this module or of the AWS SDK.
type AnyCredentials interface {
	nereid.Credentials | aws.Credentials
}

// AnyCredentialsProvider is a [nereid.CredentialsProvider] or one of the AWS
// SDK, as those of its package stscreds are.
type AnyCredentialsProvider[C AnyCredentials] interface {
	Retrieve(ctx context.Context) (C, error)
}

// WithCredentialsProvider uses the credentials of this provider instead of what
// the configuration says. nil has no effect.
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

// Provider makes a provider of the AWS SDK one of this module, for instance for
// [nereid.NewCredentialsCache] and the Credentials of a [nereid.Config]. It is nil for
// nil.
func Provider(v aws.CredentialsProvider) nereid.CredentialsProvider {
	if v == nil {
		return nil
	}
	return fromAWS(func() aws.CredentialsProvider { return v })
}

// toAWS and fromAWS make a provider of the one kind one of the other. They are
// functions, since fmt prints of a function nothing but its address: it does not
// ask a provider in an unexported field to format itself, and would show its
// secret.
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

// Invalidate drops what a cache of the SDK keeps.
func (p fromAWS) Invalidate() {
	if cache, ok := p().(interface{ Invalidate() }); ok {
		cache.Invalidate()
	}
}

// expiryWindow is how long before their expiry a cache of the SDK that is made here
// asks for other credentials, if it is asked itself. It is the longest time by
// which clients renew credentials ahead on their own.
const expiryWindow = 5 * time.Minute

// ahead is fromAWS for a cache of the SDK with an expiry window. Such a cache moves
// the expiry by the window, less what chance may take from it. It is moved back.
type ahead struct {
	fromAWS

	moved time.Duration // at the least
}

func (p ahead) Retrieve(ctx context.Context) (nereid.Credentials, error) {
	c, err := p.fromAWS.Retrieve(ctx)
	if err == nil && c.CanExpire && c.Source != ec2rolecreds.ProviderName { // which moves it as it likes
		c.Expires = c.Expires.Add(p.moved)
	}
	return c, err
}

// told returns the error of a provider. One that lasts until a person changes
// something tells waiters so: there was no login or it has expired, a file cannot be
// read (some providers of the SDK keep only the text of that), or nothing is
// configured and the instance metadata service is disabled.
func told(err error) error {
	var token *ssocreds.InvalidTokenError
	if errors.As(err, &token) {
		return &permanentError{err}
	}
	if err != nil {
		text := err.Error()
		for _, sign := range [...]string{"unable to read file at ", "failed to read authorization token from ", "please reauthenticate", "access disabled to EC2 IMDS"} {
			if strings.Contains(text, sign) {
				return &permanentError{err}
			}
		}
	}
	return err
}

type permanentError struct{ err error }

func (e *permanentError) Error() string { return e.err.Error() }

// Unwrap returns what the provider said.
func (e *permanentError) Unwrap() error { return e.err }

// RetryableError says that another attempt fails in the same way.
func (*permanentError) RetryableError() bool { return false }
