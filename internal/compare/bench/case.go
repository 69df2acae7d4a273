package bench

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdkcredentials "github.com/aws/aws-sdk-go-v2/credentials"
	sdkneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"
	sdkrdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const (
	region    = "eu-central-1"
	accessKey = "AKIDEXAMPLE"
	secretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
)

// A Case is a call that both libraries make.
type Case struct {
	Name         string
	Bytes        int // size of the reply
	Ours, Theirs Func

	// Check makes the call once with each library, and returns an error if their
	// requests or results differ.
	Check func() error
}

// both holds four clients: an RDS and a Neptune client of this module, and an
// RDS and a Neptune client of the SDK. This module's clients share a transport,
// and so do the SDK's clients.
type both struct {
	ours, theirs *memory

	rds        *rds.Client
	neptune    *neptune.Client
	sdkRDS     *sdkrds.Client
	sdkNeptune *sdkneptune.Client
}

// newBoth returns clients that receive these responses.
func newBoth(status int, pages ...[]byte) *both {
	b := &both{ours: newMemory(status, pages...), theirs: newMemory(status, pages...)}
	b.connect(b.ours.client(), b.theirs.client(), "", "")
	return b
}

// connect makes the clients. If the URLs are empty, the clients call AWS's
// endpoints.
func (b *both) connect(ours, theirs *http.Client, oursURL, theirsURL string) {
	credentials := nereid.StaticCredentials(accessKey, secretKey, "")
	sdkCredentials := sdkcredentials.NewStaticCredentialsProvider(accessKey, secretKey, "")
	var base, sdkBase *string
	if oursURL != "" {
		base, sdkBase = &oursURL, &theirsURL
	}
	b.rds = rds.New(rds.Options{Region: region, Credentials: credentials, HTTPClient: ours, BaseEndpoint: base})
	b.neptune = neptune.New(neptune.Options{Region: region, Credentials: credentials, HTTPClient: ours, BaseEndpoint: base})
	b.sdkRDS = sdkrds.New(sdkrds.Options{Region: region, Credentials: sdkCredentials, HTTPClient: theirs, BaseEndpoint: sdkBase})
	b.sdkNeptune = sdkneptune.New(sdkneptune.Options{Region: region, Credentials: sdkCredentials, HTTPClient: theirs, BaseEndpoint: sdkBase})
}

// newCase returns a Case for a successful call. ours makes the call with this
// module, and theirs with the SDK. least is the minimum number of values that
// the output must contain.
func newCase[A, B any](name string, b *both, least int, ours func() (*A, error), theirs func() (*B, error)) Case {
	return Case{
		Name: name, Bytes: len(b.ours.pages[0]), Ours: repeat(ours), Theirs: repeat(theirs),
		Check: func() error {
			b.keep(true)
			defer b.keep(false)
			a, err := ours()
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			s, err := theirs()
			if err != nil {
				return fmt.Errorf("%s: the SDK's: %w", name, err)
			}
			n, err := same(a, s)
			if err == nil && n < least {
				err = fmt.Errorf("only %d values were read", n)
			}
			if err == nil {
				err = sameForm(b.ours.sent, b.theirs.sent)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		},
	}
}

func (b *both) keep(on bool) {
	b.ours.keep, b.theirs.keep = on, on
}

// sameForm returns an error if two requests differ. It ignores the time and the
// signature of presigned URLs.
func sameForm(ours, theirs url.Values) error {
	const member = "PreSignedUrl"
	if len(ours) < 2 {
		return errors.New("no form was sent")
	}
	if ours.Has(member) != theirs.Has(member) {
		return errors.New("only one sends a " + member)
	}
	if ours.Has(member) {
		a, err := withoutMoment(ours.Get(member))
		if err != nil {
			return err
		}
		b, err := withoutMoment(theirs.Get(member))
		if err != nil {
			return err
		}
		if a != b {
			return fmt.Errorf("sends the %s\n%s, the SDK\n%s", member, a, b)
		}
		ours, theirs = maps.Clone(ours), maps.Clone(theirs)
		ours.Del(member)
		theirs.Del(member)
	}
	if !reflect.DeepEqual(ours, theirs) {
		return fmt.Errorf("sends\n%s, the SDK\n%s", ours.Encode(), theirs.Encode())
	}
	return nil
}

func withoutMoment(presigned string) (string, error) {
	u, err := url.Parse(presigned)
	if err != nil {
		return "", err
	}
	q := u.Query()
	names := slices.Sorted(maps.Keys(q))
	q.Del("X-Amz-Date")
	q.Del("X-Amz-Signature")
	q.Del("X-Amz-Expires") // the SDK does not set it
	names = slices.DeleteFunc(names, func(name string) bool { return name == "X-Amz-Expires" })
	return u.Host + u.Path + "?" + q.Encode() + " with " + strings.Join(names, " "), nil
}

// Calls returns the cases for which the command report has goals, and some
// other cases for comparison.
func Calls() []Case {
	task := tasks(1)[0]
	answer := func(page []byte) *both { return newBoth(http.StatusOK, page) }
	return []Case{
		startExportTask("StartExportTask", answer(reply("StartExportTask", exportOutput(&task)))),
		describeExportTasks("DescribeExportTasks, 1 task", answer(taskPage(1, "")), 1),
		describeExportTasks("DescribeExportTasks, 100 tasks", answer(taskPage(100, "")), 100),
		startDBCluster("StartDBCluster", answer(StartReply())),
		describeDBClusters("DescribeDBClusters, 1 cluster", answer(clusterPage(1)), 1),
		describeDBClusters("DescribeDBClusters, 100 clusters", answer(clusterPage(100)), 100),
		describeDBClusters("DescribeDBClusters, 100 clusters, indented", answer(indent(clusterPage(100))), 100),
		copySnapshot("CopyDBClusterSnapshot, presigned", answer(reply("CopyDBClusterSnapshot", &neptune.CopyDBClusterSnapshotOutput{DBClusterSnapshot: snapshot()}))),
		fault("typed fault", newBoth(http.StatusNotFound, faultReply())),
	}
}

func startExportTask(name string, b *both) Case {
	task := tasks(1)[0]
	in, sdkIn := startExportInputs(&task)
	ctx := context.Background()
	return newCase(name, b, 16,
		func() (*rds.StartExportTaskOutput, error) { return b.rds.StartExportTask(ctx, in) },
		func() (*sdkrds.StartExportTaskOutput, error) { return b.sdkRDS.StartExportTask(ctx, sdkIn) })
}

// startExportInputs are the inputs to start a task.
func startExportInputs(task *types.ExportTask) (*rds.StartExportTaskInput, *sdkrds.StartExportTaskInput) {
	return &rds.StartExportTaskInput{
			ExportTaskIdentifier: task.ExportTaskIdentifier, IamRoleArn: task.IamRoleArn, KmsKeyId: task.KmsKeyId,
			S3BucketName: task.S3Bucket, S3Prefix: task.S3Prefix, SourceArn: task.SourceArn, ExportOnly: task.ExportOnly,
		}, &sdkrds.StartExportTaskInput{
			ExportTaskIdentifier: task.ExportTaskIdentifier, IamRoleArn: task.IamRoleArn, KmsKeyId: task.KmsKeyId,
			S3BucketName: task.S3Bucket, S3Prefix: task.S3Prefix, SourceArn: task.SourceArn, ExportOnly: task.ExportOnly,
		}
}

func describeExportTasks(name string, b *both, n int) Case {
	ctx := context.Background()
	return newCase(name, b, 17*n,
		func() (*rds.DescribeExportTasksOutput, error) {
			return b.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{MaxRecords: nereid.Int32(100)})
		},
		func() (*sdkrds.DescribeExportTasksOutput, error) {
			return b.sdkRDS.DescribeExportTasks(ctx, &sdkrds.DescribeExportTasksInput{MaxRecords: aws.Int32(100)})
		})
}

func startDBCluster(name string, b *both) Case {
	id := cluster(0).DBClusterIdentifier
	ctx := context.Background()
	return newCase(name, b, 80,
		func() (*neptune.StartDBClusterOutput, error) {
			return b.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: id})
		},
		func() (*sdkneptune.StartDBClusterOutput, error) {
			return b.sdkNeptune.StartDBCluster(ctx, &sdkneptune.StartDBClusterInput{DBClusterIdentifier: id})
		})
}

func describeDBClusters(name string, b *both, n int) Case {
	ctx := context.Background()
	return newCase(name, b, 80*n,
		func() (*neptune.DescribeDBClustersOutput, error) {
			return b.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{MaxRecords: nereid.Int32(100)})
		},
		func() (*sdkneptune.DescribeDBClustersOutput, error) {
			return b.sdkNeptune.DescribeDBClusters(ctx, &sdkneptune.DescribeDBClustersInput{MaxRecords: aws.Int32(100)})
		})
}

// copySnapshot returns a case that copies a snapshot from another region, which
// needs a presigned URL.
func copySnapshot(name string, b *both) Case {
	const source = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly"
	ctx := context.Background()
	return newCase(name, b, 20,
		func() (*neptune.CopyDBClusterSnapshotOutput, error) {
			return b.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: nereid.String(source),
				TargetDBClusterSnapshotIdentifier: nereid.String("nightly-copy"),
				SourceRegion:                      nereid.String("us-east-1"),
			})
		},
		func() (*sdkneptune.CopyDBClusterSnapshotOutput, error) {
			return b.sdkNeptune.CopyDBClusterSnapshot(ctx, &sdkneptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: aws.String(source),
				TargetDBClusterSnapshotIdentifier: aws.String("nightly-copy"),
				SourceRegion:                      aws.String("us-east-1"),
			})
		})
}

// fault returns a case whose call fails with a typed fault. The case then finds
// the fault with errors.As, as a caller would.
func fault(name string, b *both) Case {
	ctx := context.Background()
	ours := func() (*types.ExportTaskNotFoundFault, error) {
		_, err := b.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nightly-000")})
		var f *types.ExportTaskNotFoundFault
		if !errors.As(err, &f) {
			return nil, fmt.Errorf("is not a typed fault: %w", err)
		}
		return f, nil
	}
	theirs := func() (*sdkrdstypes.ExportTaskNotFoundFault, error) {
		_, err := b.sdkRDS.CancelExportTask(ctx, &sdkrds.CancelExportTaskInput{ExportTaskIdentifier: aws.String("nightly-000")})
		var f *sdkrdstypes.ExportTaskNotFoundFault
		if !errors.As(err, &f) {
			return nil, fmt.Errorf("is not a typed fault: %w", err)
		}
		return f, nil
	}
	return Case{
		Name: name, Bytes: len(b.ours.pages[0]), Ours: repeat(ours), Theirs: repeat(theirs),
		Check: func() error {
			a, err := ours()
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			s, err := theirs()
			if err != nil {
				return fmt.Errorf("%s: the SDK's: %w", name, err)
			}
			if a.ErrorCode() != s.ErrorCode() || a.ErrorMessage() != s.ErrorMessage() || a.ErrorMessage() == "" {
				return fmt.Errorf("%s: %w, the SDK has %w", name, a, s)
			}
			return nil
		},
	}
}
