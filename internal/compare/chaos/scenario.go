package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdkcredentials "github.com/aws/aws-sdk-go-v2/credentials"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// A scenario is an operation that a client calls for many resources.
type scenario struct {
	operation    string
	seed         uint64 // so that operations do not meet the same faults
	prepare      func(server *nereidtest.Server, ids []string)
	ours, theirs func(server *nereidtest.Server) call

	// held returns the resources that are in the desired state.
	held func(server *nereidtest.Server) (map[string]bool, error)
	gone bool // the resources should no longer exist
}

// A call is one call of the operation.
type call func(ctx context.Context, id string) (answer, error)

// An answer is the result of a call without an error.
type answer struct {
	named     bool // the output contains the requested resource
	recovered bool
}

const (
	source = "source"
	role   = "arn:aws:iam::123456789012:role/export"
	key    = "arn:aws:kms:us-east-1:123456789012:key/1"
)

func sourceARN() string { return "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:" + source }

func scenarios() []*scenario {
	return []*scenario{startExportTask(), createSnapshot(), stopCluster(), deleteSnapshot()}
}

func ourClient(server *nereidtest.Server) *rds.Client { return rds.NewFromConfig(server.Config()) }

func theirClient(server *nereidtest.Server) *sdkrds.Client {
	cfg := server.Config()
	return sdkrds.NewFromConfig(aws.Config{
		Region:     cfg.Region,
		HTTPClient: cfg.HTTPClient,
		Credentials: aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			c, err := cfg.Credentials.Retrieve(ctx)
			if err != nil {
				return aws.Credentials{}, err
			}
			return sdkcredentials.NewStaticCredentialsProvider(c.AccessKeyID, c.SecretAccessKey, c.SessionToken).Retrieve(ctx)
		}),
	})
}

func startExportTask() *scenario {
	return &scenario{
		operation: "StartExportTask", seed: 1,
		prepare: func(server *nereidtest.Server, _ []string) {
			server.AddSnapshot(nereidtest.Snapshot{ID: source})
		},
		ours: func(server *nereidtest.Server) call {
			client := ourClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.StartExportTask(ctx, &rds.StartExportTaskInput{
					ExportTaskIdentifier: &id, SourceArn: nereid.String(sourceARN()), S3BucketName: nereid.String("bucket"),
					S3Prefix: nereid.String("nightly"), IamRoleArn: nereid.String(role), KmsKeyId: nereid.String(key),
				})
				if err != nil {
					return answer{}, err
				}
				return answer{nereid.ToString(out.ExportTaskIdentifier) == id, nereid.Recovered(out.ResultMetadata)}, nil
			}
		},
		theirs: func(server *nereidtest.Server) call {
			client := theirClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.StartExportTask(ctx, &sdkrds.StartExportTaskInput{
					ExportTaskIdentifier: &id, SourceArn: aws.String(sourceARN()), S3BucketName: aws.String("bucket"),
					S3Prefix: aws.String("nightly"), IamRoleArn: aws.String(role), KmsKeyId: aws.String(key),
				})
				return answer{named: err == nil && aws.ToString(out.ExportTaskIdentifier) == id}, err
			}
		},
		held: func(server *nereidtest.Server) (map[string]bool, error) {
			held := map[string]bool{}
			for task, err := range rds.NewDescribeExportTasksPaginator(ourClient(server), nil).All(context.Background()) {
				if err != nil {
					return nil, err
				}
				held[nereid.ToString(task.ExportTaskIdentifier)] = true
			}
			return held, nil
		},
	}
}

func createSnapshot() *scenario {
	return &scenario{
		operation: "CreateDBClusterSnapshot", seed: 1001,
		prepare: func(server *nereidtest.Server, _ []string) {
			server.AddCluster(nereidtest.Cluster{ID: source})
		},
		ours: func(server *nereidtest.Server) call {
			client := ourClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: nereid.String(source), DBClusterSnapshotIdentifier: &id,
				})
				if err != nil {
					return answer{}, err
				}
				named := out.DBClusterSnapshot != nil && nereid.ToString(out.DBClusterSnapshot.DBClusterSnapshotIdentifier) == id
				return answer{named, nereid.Recovered(out.ResultMetadata)}, nil
			}
		},
		theirs: func(server *nereidtest.Server) call {
			client := theirClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.CreateDBClusterSnapshot(ctx, &sdkrds.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: aws.String(source), DBClusterSnapshotIdentifier: &id,
				})
				return answer{named: err == nil && out.DBClusterSnapshot != nil &&
					aws.ToString(out.DBClusterSnapshot.DBClusterSnapshotIdentifier) == id}, err
			}
		},
		held: snapshots,
	}
}

func deleteSnapshot() *scenario {
	return &scenario{
		operation: "DeleteDBClusterSnapshot", seed: 3001,
		prepare: func(server *nereidtest.Server, ids []string) {
			for _, id := range ids {
				server.AddSnapshot(nereidtest.Snapshot{ID: id})
			}
		},
		ours: func(server *nereidtest.Server) call {
			client := ourClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.DeleteDBClusterSnapshot(ctx, &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id})
				if err != nil {
					return answer{}, err
				}
				// If the response was lost and recovery found that the deletion had
				// succeeded, the output cannot show the snapshot, which no longer exists.
				// Only the metadata reports the success.
				recovered := nereid.Recovered(out.ResultMetadata)
				return answer{recovered || out.DBClusterSnapshot != nil, recovered}, nil
			}
		},
		theirs: func(server *nereidtest.Server) call {
			client := theirClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.DeleteDBClusterSnapshot(ctx, &sdkrds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id})
				return answer{named: err == nil && out.DBClusterSnapshot != nil}, err
			}
		},
		held: snapshots,
		gone: true,
	}
}

func stopCluster() *scenario {
	return &scenario{
		operation: "StopDBCluster", seed: 2001,
		prepare: func(server *nereidtest.Server, ids []string) {
			for _, id := range ids {
				server.AddCluster(nereidtest.Cluster{ID: id})
			}
		},
		ours: func(server *nereidtest.Server) call {
			client := ourClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.StopDBCluster(ctx, &rds.StopDBClusterInput{DBClusterIdentifier: &id})
				if err != nil {
					return answer{}, err
				}
				named := out.DBCluster != nil && nereid.ToString(out.DBCluster.DBClusterIdentifier) == id
				return answer{named, nereid.Recovered(out.ResultMetadata)}, nil
			}
		},
		theirs: func(server *nereidtest.Server) call {
			client := theirClient(server)
			return func(ctx context.Context, id string) (answer, error) {
				out, err := client.StopDBCluster(ctx, &sdkrds.StopDBClusterInput{DBClusterIdentifier: &id})
				return answer{named: err == nil && out.DBCluster != nil && aws.ToString(out.DBCluster.DBClusterIdentifier) == id}, err
			}
		},
		held: func(server *nereidtest.Server) (map[string]bool, error) {
			stopped := map[string]bool{}
			for cluster, err := range rds.NewDescribeDBClustersPaginator(ourClient(server), nil).All(context.Background()) {
				if err != nil {
					return nil, err
				}
				status := nereid.ToString(cluster.Status)
				stopped[nereid.ToString(cluster.DBClusterIdentifier)] = status == "stopping" || status == "stopped"
			}
			return stopped, nil
		},
	}
}

// snapshots returns all snapshots except those being deleted.
func snapshots(server *nereidtest.Server) (map[string]bool, error) {
	there := map[string]bool{}
	for snapshot, err := range rds.NewDescribeDBClusterSnapshotsPaginator(ourClient(server), nil).All(context.Background()) {
		if err != nil {
			return nil, err
		}
		there[nereid.ToString(snapshot.DBClusterSnapshotIdentifier)] = nereid.ToString(snapshot.Status) != "deleting"
	}
	return there, nil
}
