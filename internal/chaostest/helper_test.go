package chaostest_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func ptr[T any](v T) *T { return &v }

const accountARN = "123456789012:"

func arnOf(region, kind, id string) *string {
	return ptr("arn:aws:rds:" + region + ":" + accountARN + kind + ":" + id)
}

// found returns nil if a described item has the status. An empty status matches
// any.
func found[T any](items []T, err error, status func(*T) *string, want string) error {
	switch {
	case err != nil:
		return err
	case len(items) != 1:
		return fmt.Errorf("%d of them", len(items))
	case want != "" && nereid.ToString(status(&items[0])) != want:
		return fmt.Errorf("its status is %s, want %s", nereid.ToString(status(&items[0])), want)
	}
	return nil
}

// gone returns nil if err, from a describe operation, means that the resource
// does not exist.
func gone(err error) error {
	if errors.Is(err, nereid.ErrNotFound) {
		return nil
	}
	return fmt.Errorf("it exists: %w", err)
}

func clusterIs(status string) func(context.Context, clients, string) error {
	return func(ctx context.Context, c clients, id string) error {
		out, err := c.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
		if err != nil {
			return err
		}
		return found(out.DBClusters, err, func(item *types.DBCluster) *string { return item.Status }, status)
	}
}

func clusterGone(ctx context.Context, c clients, id string) error {
	_, err := c.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
	return gone(err)
}

func instanceIs(ctx context.Context, c clients, id string) error {
	out, err := c.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
	if err != nil {
		return err
	}
	return found(out.DBInstances, err, func(item *types.DBInstance) *string { return item.DBInstanceStatus }, "available")
}

func snapshotIs(ctx context.Context, c clients, id string) error {
	out, err := c.neptune.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id})
	if err != nil {
		return err
	}
	return found(out.DBClusterSnapshots, err, func(item *types.DBClusterSnapshot) *string { return item.Status }, "available")
}

func snapshotGone(ctx context.Context, c clients, id string) error {
	_, err := c.neptune.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id})
	return gone(err)
}

// clusterOf returns the identifier and the metadata in the output of an
// operation on a cluster.
func clusterOf(item *types.DBCluster, md middleware.Metadata) (*string, middleware.Metadata, error) {
	if item == nil {
		return nil, md, nil
	}
	return item.DBClusterIdentifier, md, nil
}
