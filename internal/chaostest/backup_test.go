package chaostest_test

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// backupMutations are for backtracks and automated backups.
func backupMutations() []mutation {
	return []mutation{
		{
			name: "rds.BacktrackDBCluster",
			prepare: func(s *nereidtest.Server, id string) {
				s.AddCluster(nereidtest.Cluster{ID: id, Engine: "aurora-mysql", BacktrackWindow: 3600})
			},
			held: func(ctx context.Context, c clients, id string) error {
				out, err := c.rds.DescribeDBClusterBacktracks(ctx, &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: &id})
				if err == nil && (len(out.DBClusterBacktracks) != 1 || *out.DBClusterBacktracks[0].Status != "COMPLETED") {
					err = fmt.Errorf("%d backtracks", len(out.DBClusterBacktracks))
				}
				return err
			},
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.rds.BacktrackDBCluster(ctx, &rds.BacktrackDBClusterInput{
					DBClusterIdentifier: &id, BacktrackTo: ptr(time.Unix(0, 0)), UseEarliestTimeOnPointInTimeUnavailable: ptr(true),
				})
				if err != nil {
					return nil, md, err
				}
				return out.DBClusterIdentifier, out.ResultMetadata, nil
			},
		},
	}
}
