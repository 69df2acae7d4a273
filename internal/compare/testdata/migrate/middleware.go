package main

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
)

// assumed provides credentials that expire.
type assumed struct{}

func (assumed) Retrieve(context.Context) (aws.Credentials, error) {
	return aws.Credentials{
		AccessKeyID: "AKID", SecretAccessKey: "secret", SessionToken: "token",
		CanExpire: true, Expires: time.Now().Add(time.Hour), Source: "assumed",
	}, nil
}

// patient is a retryer that waits longer.
type patient struct{ aws.Retryer }

func (patient) RetryDelay(int, error) (time.Duration, error) { return time.Minute, nil }

func withHeader(stack *middleware.Stack) error {
	return stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("Header",
		func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			if req, ok := in.Request.(*smithyhttp.Request); ok {
				req.Header.Set("X-Thing", "1")
			}
			return next.HandleFinalize(ctx, in)
		}), "Signing", middleware.Before)
}

func build(cfg aws.Config) *neptune.Client {
	cfg = cfg.Copy()
	cfg.Credentials = assumed{}
	cfg.APIOptions = append(cfg.APIOptions, withHeader)
	cfg.Retryer = func() aws.Retryer { return patient{aws.NopRetryer{}} }
	client := neptune.NewFromConfig(cfg, neptune.WithAPIOptions(withHeader))
	options := client.Options()
	return neptune.New(options.Copy(), func(o *neptune.Options) {
		o.ClientLogMode |= aws.LogSigning
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			return cfg.Credentials.Retrieve(ctx)
		})
	})
}

func call(ctx context.Context, client *neptune.Client) (string, error) {
	out, err := client.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: aws.String("arn:aws:rds:us-west-2:123456789012:cluster-snapshot:a"),
		TargetDBClusterSnapshotIdentifier: aws.String("b"),
		SourceRegion:                      aws.String("us-west-2"),
		CopyTags:                          aws.Bool(true),
	}, neptune.WithAPIOptions(withHeader))
	if err != nil {
		return "", err
	}
	_ = out.ResultMetadata.Get("key")
	return aws.ToString(out.DBClusterSnapshot.Status) + " since " + aws.ToTime(out.DBClusterSnapshot.SnapshotCreateTime).String(), nil
}
