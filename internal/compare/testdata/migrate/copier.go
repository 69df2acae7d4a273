package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/neptune/types"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// copier assumes a role and copies a cluster's manual snapshots to another
// region.
func copier(ctx context.Context) error {
	base, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	role := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(base), "arn:aws:iam::123456789012:role/copier", func(o *stscreds.AssumeRoleOptions) {
		o.RoleSessionName = "copier"
	})
	cfg, err := config.LoadDefaultConfig(ctx,
		config.WithCredentialsProvider(role),
		config.WithRetryer(func() aws.Retryer {
			return retry.NewStandard(func(o *retry.StandardOptions) {
				o.MaxAttempts = 5
				o.MaxBackoff = 20 * time.Millisecond
				o.Retryables = append(o.Retryables, retry.RetryableErrorCode{Codes: map[string]struct{}{"SnapshotQuotaExceeded": {}}})
			})
		}),
	)
	if err != nil {
		return err
	}
	source := neptune.NewFromConfig(cfg)
	target := neptune.NewFromConfig(cfg, func(o *neptune.Options) { o.Region = "eu-west-1" })

	var snapshots []types.DBClusterSnapshot
	pages := neptune.NewDescribeDBClusterSnapshotsPaginator(source, &neptune.DescribeDBClusterSnapshotsInput{
		DBClusterIdentifier: aws.String("graph"), SnapshotType: aws.String("manual"), MaxRecords: aws.Int32(20),
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		snapshots = append(snapshots, page.DBClusterSnapshots...)
	}
	slices.SortFunc(snapshots, func(a, b types.DBClusterSnapshot) int {
		return a.SnapshotCreateTime.Compare(aws.ToTime(b.SnapshotCreateTime))
	})
	for _, s := range snapshots {
		name := "copy-of-" + aws.ToString(s.DBClusterSnapshotIdentifier)
		_, err := target.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: s.DBClusterSnapshotArn, TargetDBClusterSnapshotIdentifier: &name,
			SourceRegion: aws.String("us-east-1"), CopyTags: aws.Bool(true), KmsKeyId: aws.String("alias/far"),
		})
		var exists *types.DBClusterSnapshotAlreadyExistsFault
		switch {
		case errors.As(err, &exists):
			fmt.Println(name, "was there:", exists.ErrorMessage())
			continue
		case err != nil:
			return err
		}
		in := &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &name}
		for { // the SDK has no waiter for cluster snapshots of Neptune
			out, err := target.DescribeDBClusterSnapshots(ctx, in)
			if err != nil {
				return err
			}
			if c := out.DBClusterSnapshots[0]; aws.ToString(c.Status) == "available" {
				fmt.Println(name, aws.ToString(c.Status), aws.ToInt32(c.PercentProgress), aws.ToBool(c.StorageEncrypted))
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
	}

	waiter := neptune.NewDBInstanceAvailableWaiter(source, func(o *neptune.DBInstanceAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = 5*time.Millisecond, 20*time.Millisecond
	})
	if err := waiter.Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: aws.String("graph-1")}, time.Minute); err != nil {
		return err
	}
	err = waiter.Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: aws.String("graph-9")}, time.Second)
	var missing *types.DBInstanceNotFoundFault
	fmt.Println("graph-1 is available; graph-9 is missing:", errors.As(err, &missing))
	return nil
}
