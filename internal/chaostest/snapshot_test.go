package chaostest_test

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

func snapshotMutations() []mutation {
	add := func(s *nereidtest.Server, id string) { s.AddSnapshot(nereidtest.Snapshot{ID: id}) }
	ours := func(item *types.DBClusterSnapshot, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBClusterSnapshotIdentifier, md, nil
	}
	theirs := func(item *rdstypes.DBClusterSnapshot, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBClusterSnapshotIdentifier, md, nil
	}
	return []mutation{
		{name: "neptune.CreateDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{DBClusterIdentifier: ptr("source"), DBClusterSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return ours(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "neptune.CopyDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("source"), TargetDBClusterSnapshotIdentifier: &id,
			})
			if err != nil {
				return nil, md, err
			}
			return ours(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "neptune.DeleteDBClusterSnapshot", prepare: add, shows: "-", held: snapshotGone, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return ours(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CreateDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: ptr("source"), DBClusterSnapshotIdentifier: &id, Tags: []rdstypes.Tag{{Key: ptr("k"), Value: ptr("v")}},
			})
			if err != nil {
				return nil, md, err
			}
			return theirs(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CopyDBClusterSnapshot", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("source"), TargetDBClusterSnapshotIdentifier: &id,
			})
			if err != nil {
				return nil, md, err
			}
			return theirs(out.DBClusterSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CreateDBClusterSnapshot, tag without a value", held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: ptr("source"), DBClusterSnapshotIdentifier: &id, Tags: []rdstypes.Tag{{Key: ptr("team")}},
			})
			if err != nil || out.DBClusterSnapshot == nil {
				return nil, md, err
			}
			return out.DBClusterSnapshot.DBClusterSnapshotIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.CopyDBClusterSnapshot, of an automated one", prepare: func(s *nereidtest.Server, id string) {
			s.AddSnapshot(nereidtest.Snapshot{ID: "rds:" + id + "-2026-11-27-06-10", Created: s.Now().Add(-24 * time.Hour)})
		}, held: snapshotIs, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: ptr("rds:" + id + "-2026-11-27-06-10"), TargetDBClusterSnapshotIdentifier: &id,
			})
			if err != nil || out.DBClusterSnapshot == nil {
				return nil, md, err
			}
			return out.DBClusterSnapshot.DBClusterSnapshotIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.DeleteDBClusterSnapshot", prepare: add, shows: "-", held: snapshotGone, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.DeleteDBClusterSnapshot(ctx, &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return theirs(out.DBClusterSnapshot, out.ResultMetadata)
		}},
	}
}
