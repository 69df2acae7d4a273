package rds_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestChaosStartExportTask starts exports on a network that fails, and compares the results of the
// calls with the state of the service.
func TestChaosStartExportTask(t *testing.T) {
	calls := longtest.Calls(2000, 60)
	for _, k := range []struct {
		percent int
		lag     time.Duration // maximum time for which Describe responses show the previous state
	}{{0, 0}, {1, 0}, {5, 0}, {10, 0}, {20, 0}, {30, 0}, {50, 0}, {20, 20 * time.Second}} {
		percent := k.percent
		t.Run(fmt.Sprintf("%d%%, lag %s", percent, k.lag), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, nereidtest.WithSeed(uint64(percent)+1),
					nereidtest.WithLags(func(l *nereidtest.Lags) { l.SetAll(k.lag) }),
					nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SnapshotExports = calls + 1 }))
				source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
				// A task of an earlier night. Its name is really in use.
				server.AddExportTask(nereidtest.ExportTask{ID: "yesterday", SourceArn: source})
				if percent > 0 {
					server.Inject(chaostest.Faults("StartExportTask", float64(percent)/100)...)
				}
				client := rds.NewFromConfig(server.Config())

				var ok, recovered, gaveUp, falseFailures, empty int
				for i := range calls {
					id := fmt.Sprintf("task-%d", i)
					out, err := client.StartExportTask(context.Background(), startInput(id, source))
					var most *nereid.MaxAttemptsError
					switch {
					case err == nil && nereid.ToString(out.ExportTaskIdentifier) != id:
						empty++
					case err == nil:
						ok++
						if nereid.Recovered(out.ResultMetadata) {
							recovered++
						}
					case errors.As(err, &most), strings.Contains(err.Error(), "quota"):
						gaveUp++
					default:
						falseFailures++
						t.Logf("call %d: %v", i, err)
					}
				}
				if empty != 0 || falseFailures != 0 || ok+gaveUp != calls {
					t.Errorf("%d succeeded, %d gave up, %d false failures, %d empty successes", ok, gaveUp, falseFailures, empty)
				}
				if percent >= 10 && recovered == 0 {
					t.Error("nothing was recovered, so the faults did not do their work")
				}
				t.Logf("%d calls at %d %%: %d succeeded (%d recovered), %d gave up", calls, percent, ok, recovered, gaveUp)

				server.ClearFaults()
				server.Advance(k.lag)
				var held int
				for _, err := range rds.NewDescribeExportTasksPaginator(client, nil).All(context.Background()) {
					if err != nil {
						t.Fatal(err)
					}
					held++
				}
				if held-1 < ok || held-1 > ok+gaveUp {
					t.Errorf("the service holds %d tasks, %d calls succeeded", held-1, ok)
				}
				var api smithy.APIError
				_, err := client.StartExportTask(context.Background(), startInput("yesterday", source))
				if !errors.As(err, &api) || !errors.Is(err, nereid.ErrAlreadyExists) {
					t.Errorf("a name that is taken: %v", err)
				}
			})
		})
	}
}

func startInput(id, source string) *rds.StartExportTaskInput {
	return &rds.StartExportTaskInput{
		ExportTaskIdentifier: &id, SourceArn: &source,
		S3BucketName: nereid.String("bucket"), S3Prefix: nereid.String("nightly"),
		IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:   nereid.String("arn:aws:kms:us-east-1:123456789012:key/1"),
	}
}
