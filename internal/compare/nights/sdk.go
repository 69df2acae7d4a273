package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	awsrds "github.com/aws/aws-sdk-go-v2/service/rds"
	"net/http"
)

// sdk returns the client of aws-sdk-go-v2 with its defaults. It makes calls, but
// does not wait or run programs.
func sdk(w *world, c *client) *subject {
	scheme := "http"
	if w.plan.World.TLS {
		scheme = "https"
	}
	cfg := aws.Config{
		Region:       region,
		HTTPClient:   &http.Client{Transport: c.transport},
		BaseEndpoint: aws.String(scheme + "://rds." + region + ".amazonaws.com"),
		Credentials: aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			k, err := w.ring.Retrieve(ctx)
			return aws.Credentials{
				AccessKeyID: k.AccessKeyID, SecretAccessKey: k.SecretAccessKey, SessionToken: k.SessionToken, CanExpire: k.CanExpire, Expires: k.Expires,
			}, err
		})),
	}
	return &subject{client: c, theirs: true, neptune: awsneptune.NewFromConfig(cfg), rds: awsrds.NewFromConfig(cfg)}
}
