package chaostest_test

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

func exportMutations() []mutation {
	is := func(status string) func(ctx context.Context, c clients, id string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id})
			if err != nil {
				return err
			}
			return found(out.ExportTasks, err, func(item *rdstypes.ExportTask) *string { return item.Status }, status)
		}
	}
	return []mutation{
		{name: "rds.StartExportTask", held: is("COMPLETE"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StartExportTask(ctx, &rds.StartExportTaskInput{
				ExportTaskIdentifier: &id, SourceArn: arnOf("us-east-1", "cluster-snapshot", "source"), S3BucketName: ptr("bucket"),
				IamRoleArn: ptr("arn:aws:iam::123456789012:role/export"), KmsKeyId: ptr("alias/exports"),
			})
			if err != nil {
				return nil, md, err
			}
			return out.ExportTaskIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.CancelExportTask", held: is("CANCELED"), prepare: func(s *nereidtest.Server, id string) {
			s.AddExportTask(nereidtest.ExportTask{ID: id, Status: "IN_PROGRESS"})
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return out.ExportTaskIdentifier, out.ResultMetadata, nil
		}},
	}
}
