package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// trace prints the values that tracing libraries read: the names for a span
// when a call begins, and the request ID and the number of attempts when it
// ends.
func trace(stack *middleware.Stack) error {
	return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Trace",
		func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			out, md, err := next.HandleInitialize(ctx, in)
			_, id := awsmiddleware.GetRequestIDMetadata(md)
			attempts, _ := retry.GetAttemptResults(md)
			fmt.Println(awsmiddleware.GetServiceID(ctx), awsmiddleware.GetOperationName(ctx), awsmiddleware.GetRegion(ctx), "request id", id)
			for i, a := range attempts.Results {
				var response *awshttp.ResponseError
				status := 200
				if errors.As(a.Err, &response) {
					status = response.HTTPStatusCode()
				}
				fmt.Println("  attempt", i+1, status, "retryable", a.Retryable, "retried", a.Retried)
			}
			return out, md, err
		}), middleware.After)
}

// observer observes its calls with the SDK's helpers. It assumes a role, and
// its endpoint is from an endpoint resolver.
func observer(ctx context.Context) error {
	resolver := aws.EndpointResolverWithOptionsFunc(func(service, region string, _ ...any) (aws.Endpoint, error) {
		if service == neptune.ServiceID {
			return aws.Endpoint{URL: os.Getenv("FAKE_URL"), SigningRegion: region}, nil
		}
		return aws.Endpoint{}, &aws.EndpointNotFoundError{}
	})
	cfg, err := config.LoadDefaultConfig(ctx,
		config.WithDefaultsMode(aws.DefaultsModeInRegion),
		config.WithEndpointResolverWithOptions(resolver),
		config.WithCredentialsCacheOptions(func(o *aws.CredentialsCacheOptions) { o.ExpiryWindow = time.Minute }),
		config.WithAPIOptions([]func(*middleware.Stack) error{trace}),
	)
	if err != nil {
		return err
	}
	cfg.Retryer = func() aws.Retryer {
		return retry.NewStandard(func(o *retry.StandardOptions) { o.MaxBackoff = time.Millisecond })
	}
	cfg.Credentials = aws.NewCredentialsCache(stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), "arn:aws:iam::123456789012:role/observer"))
	client := neptune.NewFromConfig(cfg)

	if _, err := client.DescribeDBClusters(ctx, nil); err != nil {
		return err
	}
	_, err = client.DescribeDBClusterSnapshots(ctx, nil)
	var exhausted *retry.MaxAttemptsError
	if errors.As(err, &exhausted) {
		fmt.Println("gave up after", exhausted.Attempt)
	}
	_, err = client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: aws.String("nothing")})
	var response *awshttp.ResponseError
	if errors.As(err, &response) {
		fmt.Println("refused with", response.HTTPStatusCode(), "request id", response.ServiceRequestID() != "")
	}
	quiet := neptune.New(client.Options(), func(o *neptune.Options) { o.APIOptions = nil })
	waiter := neptune.NewDBInstanceAvailableWaiter(quiet, func(o *neptune.DBInstanceAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = 150*time.Millisecond, 150*time.Millisecond
	})
	err = waiter.Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: aws.String("graph-1")}, 200*time.Millisecond)
	fmt.Println("the wait timed out:", err != nil && strings.Contains(err.Error(), "exceeded max wait time"))
	return nil
}
