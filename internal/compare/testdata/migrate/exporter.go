package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// metrics counts calls and attempts by middlewares.
type metrics struct{ calls, attempts map[string]int }

func (m *metrics) add(stack *middleware.Stack) error {
	err := stack.Initialize.Add(middleware.InitializeMiddlewareFunc("CountCalls",
		func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			m.calls[middleware.GetOperationName(ctx)]++
			return next.HandleInitialize(ctx, in)
		}), middleware.Before)
	if err != nil {
		return err
	}
	return stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("CountAttempts",
		func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			m.attempts[middleware.GetOperationName(ctx)]++
			if req, ok := in.Request.(*smithyhttp.Request); ok {
				req.Header.Set("X-Team", "exports")
			}
			return next.HandleFinalize(ctx, in)
		}), "Retry", middleware.After)
}

// exporter exports snapshots to S3. Some calls have their own options.
func exporter(ctx context.Context) error {
	m := &metrics{make(map[string]int), make(map[string]int)}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithAPIOptions([]func(*middleware.Stack) error{m.add}))
	if err != nil {
		return err
	}
	client := rds.NewFromConfig(cfg, func(o *rds.Options) { o.Retryer = aws.NopRetryer{} })

	found, err := client.DescribeDBClusterSnapshots(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterIdentifier: aws.String("graph")})
	if err != nil {
		return err
	}
	for i, s := range found.DBClusterSnapshots {
		in := &rds.StartExportTaskInput{
			ExportTaskIdentifier: aws.String(fmt.Sprintf("night-%d", i)), SourceArn: s.DBClusterSnapshotArn,
			S3BucketName: aws.String("exports"), IamRoleArn: aws.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: aws.String("alias/export"),
		}
		perCall := func(o *rds.Options) {
			o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts, o.MaxBackoff = 2, 10*time.Millisecond })
		}
		out, err := client.StartExportTask(ctx, in, perCall, rds.WithAPIOptions(func(stack *middleware.Stack) error {
			return stack.Build.Add(middleware.BuildMiddlewareFunc("Trace",
				func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
					in.Request.(*smithyhttp.Request).Header.Set("X-Trace", "one")
					return next.HandleBuild(ctx, in)
				}), middleware.After)
		}))
		var api smithy.APIError
		switch {
		case errors.As(err, &api):
			switch api.(type) {
			case *types.ExportTaskAlreadyExistsFault:
				fmt.Println(*in.ExportTaskIdentifier, "is there")
			case *types.InvalidExportSourceStateFault:
				fmt.Println(*in.ExportTaskIdentifier, "has a source that is not ready")
			default:
				fmt.Println(*in.ExportTaskIdentifier, api.ErrorCode(), api.ErrorMessage())
			}
		case err != nil:
			return err
		default:
			fmt.Println(*in.ExportTaskIdentifier, aws.ToString(out.Status), out.SourceType, len(out.ExportOnly))
		}
	}

	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		running := 0
		pages := rds.NewDescribeExportTasksPaginator(client, &rds.DescribeExportTasksInput{}, func(o *rds.DescribeExportTasksPaginatorOptions) { o.Limit = 20 })
		ended := make(map[string]string)
		for pages.HasMorePages() {
			page, err := pages.NextPage(ctx)
			if err != nil {
				return err
			}
			for _, task := range page.ExportTasks {
				if status := aws.ToString(task.Status); status == "STARTING" || status == "IN_PROGRESS" {
					running++
				} else {
					ended[*task.ExportTaskIdentifier] = status
				}
			}
		}
		if running == 0 {
			fmt.Println(len(ended), ended)
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	_, err = client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: aws.String("night-0")})
	var ended *types.InvalidExportTaskStateFault
	fmt.Println("cancel of an ended one is refused:", errors.As(err, &ended))
	fmt.Println("exports:", m.calls["StartExportTask"], "calls", m.attempts["StartExportTask"], "attempts")

	_, err = client.StartExportTask(ctx, &rds.StartExportTaskInput{})
	var invalid smithy.InvalidParamsError
	if errors.As(err, &invalid) {
		fmt.Println(invalid.Len(), "members are missing")
	}
	return nil
}
