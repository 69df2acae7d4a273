// These programs are written for aws-sdk-go-v2. TestMigration builds and runs
// them with the SDK's packages, and again with ours instead.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	neptunetypes "github.com/aws/aws-sdk-go-v2/service/neptune/types"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

type clients struct {
	neptune *neptune.Client
	rds     *rds.Client
}

func load(ctx context.Context, endpoint string) (clients, error) {
	cfg, err := config.LoadDefaultConfig(ctx,
		config.WithRegion("eu-central-1"),
		config.WithSharedConfigProfile("night"),
		config.WithCredentialsProvider(credentials.NewStaticCredentialsProvider("AKID", "secret", "")),
		config.WithRetryMode(aws.RetryModeAdaptive),
		config.WithRetryMaxAttempts(5),
		config.WithClientLogMode(aws.LogRetries|aws.LogRequest),
		config.WithHTTPClient(&http.Client{Timeout: time.Minute}),
		config.WithBaseEndpoint(endpoint),
	)
	if err != nil {
		return clients{}, err
	}
	return clients{
		neptune: neptune.NewFromConfig(cfg, func(o *neptune.Options) {
			o.Region = "us-east-1"
			o.BaseEndpoint = aws.String(endpoint)
			o.RetryMaxAttempts = 2
			o.EndpointOptions.UseFIPSEndpoint = aws.FIPSEndpointStateEnabled
		}),
		rds: rds.New(rds.Options{
			Region:      cfg.Region,
			Credentials: aws.NewCredentialsCache(credentials.NewStaticCredentialsProvider("AKID", "secret", "token")),
			Retryer:     aws.NopRetryer{},
			HTTPClient:  http.DefaultClient,
			Logger:      cfg.Logger,
		}),
	}, nil
}

func export(ctx context.Context, client *rds.Client, arn string) (*rds.StartExportTaskOutput, error) {
	out, err := client.StartExportTask(ctx, &rds.StartExportTaskInput{
		ExportTaskIdentifier: aws.String("nightly"),
		SourceArn:            aws.String(arn),
		S3BucketName:         aws.String("bucket"),
		IamRoleArn:           aws.String("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:             aws.String("key"),
		ExportOnly:           []string{"schema.table"},
	})
	var exists *types.ExportTaskAlreadyExistsFault
	var api smithy.APIError
	var response *smithyhttp.ResponseError
	switch {
	case errors.As(err, &exists):
		return nil, fmt.Errorf("%s: %s", exists.ErrorCode(), aws.ToString(exists.Message))
	case errors.As(err, &api) && api.ErrorFault() == smithy.FaultServer:
		return nil, errors.New(api.ErrorMessage())
	case errors.As(err, &response):
		return nil, fmt.Errorf("status %d", response.HTTPStatusCode())
	case err != nil:
		return nil, err
	}
	fmt.Println(aws.ToString(out.Status), aws.ToInt32(out.PercentProgress), out.SourceType == types.ExportSourceTypeSnapshot)
	return out, nil
}

func list(ctx context.Context, client rds.DescribeExportTasksAPIClient) (ids []string, err error) {
	pages := rds.NewDescribeExportTasksPaginator(client, &rds.DescribeExportTasksInput{
		Filters: []types.Filter{{Name: aws.String("status"), Values: []string{"complete"}}},
	}, func(o *rds.DescribeExportTasksPaginatorOptions) {
		o.Limit = 20
		o.StopOnDuplicateToken = true
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx, func(o *rds.Options) { o.RetryMaxAttempts = 1 })
		if err != nil {
			return nil, err
		}
		for _, task := range page.ExportTasks {
			ids = append(ids, *task.ExportTaskIdentifier)
		}
	}
	return ids, nil
}

func wait(ctx context.Context, clients clients) error {
	available := neptune.NewDBInstanceAvailableWaiter(clients.neptune, func(o *neptune.DBInstanceAvailableWaiterOptions) {
		o.MinDelay = 5 * time.Second
		o.MaxDelay = time.Minute
		o.LogWaitAttempts = true
	})
	in := &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: aws.String("graph-1")}
	if err := available.Wait(ctx, in, 20*time.Minute); err != nil {
		return err
	}
	deleted := rds.NewDBClusterSnapshotDeletedWaiter(clients.rds)
	out, err := deleted.WaitForOutput(ctx, &rds.DescribeDBClusterSnapshotsInput{
		DBClusterSnapshotIdentifier: aws.String("old"),
	}, time.Hour)
	if err != nil {
		return err
	}
	fmt.Println(len(out.DBClusterSnapshots))
	return nil
}

// mock is a client in a test.
type mock struct {
	pages []*neptune.DescribeDBClustersOutput
}

func (m *mock) DescribeDBClusters(context.Context, *neptune.DescribeDBClustersInput, ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	if len(m.pages) == 0 {
		return nil, &neptunetypes.DBClusterNotFoundFault{Message: aws.String("no such cluster")}
	}
	page := m.pages[0]
	m.pages = m.pages[1:]
	return page, nil
}

var _ neptune.DescribeDBClustersAPIClient = (*mock)(nil)

func mocked(ctx context.Context) error {
	pages := neptune.NewDescribeDBClustersPaginator(&mock{pages: []*neptune.DescribeDBClustersOutput{{
		DBClusters: []neptunetypes.DBCluster{{DBClusterIdentifier: aws.String("graph"), Port: aws.Int32(8182)}},
		Marker:     aws.String("next"),
	}}}, &neptune.DescribeDBClustersInput{})
	_, err := pages.NextPage(ctx)
	return err
}
