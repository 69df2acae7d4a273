package awsconfig

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"

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
	}, err
}
