package awsconfig

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// sdkValues adds middlewares that store the values that the SDK's helper functions return: the
// service, operation and region in the context, and the request ID, raw response and attempts in
// the metadata. It does not change the stacks of the SDK's own clients.
func sdkValues(stack *middleware.Stack) error {
	if _, theirs := stack.Initialize.Get("RegisterServiceMetadata"); theirs {
		return nil
	}
	err := stack.Initialize.Add(middleware.InitializeMiddlewareFunc("RegisterServiceMetadata", registerService), middleware.Before)
	if _, ok := stack.Deserialize.Get("OperationDeserializer"); ok {
		err = errors.Join(err, stack.Deserialize.Insert(middleware.DeserializeMiddlewareFunc("AWSMetadata", setMetadata), "OperationDeserializer", middleware.Before))
	}
	if _, ok := stack.Finalize.Get("Retry"); ok {
		err = errors.Join(err,
			stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("AWSAttemptResults", addResults), "Retry", middleware.Before),
			stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("AWSAttempt", noteAttempt), "Retry", middleware.After))
	}
	return err
}

func registerService(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
	middleware.InitializeOutput, middleware.Metadata, error,
) {
	region := nereid.GetRegion(ctx)
	ctx = awsmiddleware.SetSigningRegion(ctx, region) //nolint:staticcheck // programs look for it
	return awsmiddleware.RegisterServiceMetadata{
		ServiceID: middleware.GetServiceID(ctx), OperationName: middleware.GetOperationName(ctx), Region: region, SigningName: "rds",
	}.HandleInitialize(ctx, in, next)
}

func setMetadata(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	middleware.DeserializeOutput, middleware.Metadata, error,
) {
	out, md, err := awsmiddleware.AddRawResponse{}.HandleDeserialize(ctx, in, next)
	if id := nereid.RequestID(md); id != "" {
		awsmiddleware.SetRequestIDMetadata(&md, id)
	}
	return out, md, err
}

// attempts holds the results of the attempts of one call.
type attempts struct{ results []retry.AttemptResult }

type attemptsKey struct{}

func noteAttempt(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	out, md, err := next.HandleFinalize(ctx, in)
	if a, ok := middleware.GetStackValue(ctx, attemptsKey{}).(*attempts); ok {
		a.results = append(a.results, retry.AttemptResult{Err: err, ResponseMetadata: md})
	}
	return out, md, err
}

func addResults(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	a := new(attempts)
	out, md, err := next.HandleFinalize(middleware.WithStackValue(ctx, attemptsKey{}, a), in)
	if len(a.results) > 0 {
		md = a.metadata(err)
	}
	return out, md, err
}

// metadata returns the metadata of the last attempt, including the results of all attempts. err is
// the call's error. Only the SDK's own middleware can store these results, so metadata makes it
// replay the attempts, without requests or pauses.
func (a *attempts) metadata(err error) middleware.Metadata {
	var exhausted *nereid.MaxAttemptsError
	again := &replay{n: len(a.results), exhausted: errors.As(err, &exhausted)}
	next := middleware.FinalizeHandlerFunc(func(context.Context, middleware.FinalizeInput) (middleware.FinalizeOutput, middleware.Metadata, error) {
		again.made++
		result := a.results[again.made-1]
		if result.Err != nil {
			return middleware.FinalizeOutput{}, result.ResponseMetadata, errReplayed
		}
		return middleware.FinalizeOutput{}, result.ResponseMetadata, nil
	})
	_, md, _ := retry.NewAttemptMiddleware(again, func(request any) any { return request }).
		HandleFinalize(context.Background(), middleware.FinalizeInput{}, next)
	results, _ := retry.GetAttemptResults(md)
	for i := range results.Results { // the slice is the one in md
		results.Results[i].Err = a.results[i].Err
	}
	if n := len(results.Results); n > 0 && again.exhausted {
		results.Results[n-1].Err = &retry.MaxAttemptsError{Attempt: exhausted.Attempt, Err: exhausted.Err}
	}
	return md
}

var errReplayed = errors.New("the attempt failed")

// replay is a retryer that makes the SDK's middleware repeat the attempts of an earlier call,
// without pauses.
type replay struct {
	aws.NopRetryer

	n, made   int
	exhausted bool // whether the last attempt failed with a retryable error
}

func (r *replay) IsErrorRetryable(error) bool { return r.made < r.n || r.exhausted }

func (r *replay) MaxAttempts() int { return r.n }

func (*replay) RetryDelay(int, error) (time.Duration, error) { return 0, nil }
