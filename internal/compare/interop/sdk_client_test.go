package interop_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	neptunetypes "github.com/aws/aws-sdk-go-v2/service/neptune/types"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// enough is more polls than any test here needs.
const enough = 100

// patience is the maximum wait for waiters without a limit on polls. No test
// here takes as long.
const patience = time.Hour

// clients are the SDK's for one region.
type clients struct {
	rds     *rds.Client
	neptune *neptune.Client
}

// connect makes clients that do not pause between attempts.
func connect(url, region, secret string) clients { return connectAs(url, region, keyID, secret) }

func connectAs(url, region, keyID, secret string) clients {
	cfg := aws.Config{
		Region:       region,
		BaseEndpoint: &url,
		Credentials:  credentials.NewStaticCredentialsProvider(keyID, secret, ""),
		Retryer: func() aws.Retryer {
			return retry.NewStandard(func(o *retry.StandardOptions) { o.MaxBackoff = time.Millisecond })
		},
	}
	return clients{rds.NewFromConfig(cfg), neptune.NewFromConfig(cfg)}
}

// must returns the result of a call that must succeed.
func must[T any](t *testing.T) func(*T, error) *T {
	return func(out *T, err error) *T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// do makes a call that has to succeed.
func do[In, Out, Opts any](t *testing.T, call func(context.Context, *In, ...func(*Opts)) (*Out, error), in *In) *Out {
	t.Helper()
	return must[Out](t)(call(t.Context(), in))
}

// refused makes a call that must fail with a fault of type (or interface) F.
func refused[F error, In, Out, Opts any](t *testing.T, call func(context.Context, *In, ...func(*Opts)) (*Out, error), in *In) F {
	t.Helper()
	_, err := call(t.Context(), in)
	var fault F
	if !errors.As(err, &fault) {
		t.Errorf("%T: got %v (%[2]T), want %T", in, err, fault)
		return fault
	}
	var response *smithyhttp.ResponseError
	if !errors.As(err, &response) || response.HTTPStatusCode() < 400 {
		t.Errorf("%T: no error status in %v", in, err)
	}
	return fault
}

// refusedAs is refused for errors outside the model, which only have a code.
func refusedAs[In, Out, Opts any](t *testing.T, code string, call func(context.Context, *In, ...func(*Opts)) (*Out, error), in *In) smithy.APIError {
	t.Helper()
	fault := refused[smithy.APIError](t, call, in)
	if fault != nil && fault.ErrorCode() != code {
		t.Errorf("%T: got %v, want %s", in, fault, code)
	}
	return fault
}

// become calls look until it returns the wanted value. It returns all values
// that look returned.
func become[T comparable](t *testing.T, want T, look func() T) []T {
	t.Helper()
	var seen []T
	for range enough {
		got := look()
		if len(seen) == 0 || seen[len(seen)-1] != got {
			seen = append(seen, got)
		}
		if got == want {
			return seen
		}
	}
	t.Fatalf("saw %v, and not %v", seen, want)
	return nil
}

// isFault reports whether an error is a fault of the type F.
func isFault[F error](err error) bool {
	var fault F
	return errors.As(err, &fault)
}

// waitFor waits without pauses. Both services have waiters for instances; the
// others are in rds.
func waitFor(t *testing.T, wait func(context.Context) error) {
	t.Helper()
	if err := wait(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func (c clients) clusterAvailable(t *testing.T, id string) {
	t.Helper()
	w := rds.NewDBClusterAvailableWaiter(c.rds, func(o *rds.DBClusterAvailableWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 })
	waitFor(t, func(ctx context.Context) error {
		return w.Wait(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: &id}, patience)
	})
}

func (c clients) clusterDeleted(t *testing.T, id string) {
	t.Helper()
	w := rds.NewDBClusterDeletedWaiter(c.rds, func(o *rds.DBClusterDeletedWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 })
	waitFor(t, func(ctx context.Context) error {
		return w.Wait(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: &id}, patience)
	})
}

func (c clients) instanceAvailable(t *testing.T, id string) {
	t.Helper()
	w := neptune.NewDBInstanceAvailableWaiter(c.neptune, func(o *neptune.DBInstanceAvailableWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 })
	waitFor(t, func(ctx context.Context) error {
		return w.Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: &id}, patience)
	})
}

func (c clients) instanceDeleted(t *testing.T, id string) {
	t.Helper()
	w := neptune.NewDBInstanceDeletedWaiter(c.neptune, func(o *neptune.DBInstanceDeletedWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 })
	waitFor(t, func(ctx context.Context) error {
		return w.Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: &id}, patience)
	})
}

func (c clients) snapshotAvailable(t *testing.T, id string) {
	t.Helper()
	w := rds.NewDBClusterSnapshotAvailableWaiter(c.rds, func(o *rds.DBClusterSnapshotAvailableWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 })
	waitFor(t, func(ctx context.Context) error {
		return w.Wait(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id}, patience)
	})
}

func (c clients) snapshotDeleted(t *testing.T, id string) {
	t.Helper()
	w := rds.NewDBClusterSnapshotDeletedWaiter(c.rds, func(o *rds.DBClusterSnapshotDeletedWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 })
	waitFor(t, func(ctx context.Context) error {
		return w.Wait(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id}, patience)
	})
}

func (c clients) cluster(t *testing.T, id string) neptunetypes.DBCluster {
	t.Helper()
	out := do(t, c.neptune.DescribeDBClusters, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
	if len(out.DBClusters) != 1 {
		t.Fatalf("%d clusters %s", len(out.DBClusters), id)
	}
	return out.DBClusters[0]
}

func (c clients) snapshot(t *testing.T, id string) neptunetypes.DBClusterSnapshot {
	t.Helper()
	out := do(t, c.neptune.DescribeDBClusterSnapshots, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id})
	if len(out.DBClusterSnapshots) != 1 {
		t.Fatalf("%d snapshots %s", len(out.DBClusterSnapshots), id)
	}
	return out.DBClusterSnapshots[0]
}

func (c clients) tags(t *testing.T, resource string) map[string]string {
	t.Helper()
	m := make(map[string]string)
	for _, tag := range do(t, c.neptune.ListTagsForResource, &neptune.ListTagsForResourceInput{ResourceName: &resource}).TagList {
		m[*tag.Key] = *tag.Value
	}
	return m
}
