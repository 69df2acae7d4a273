package chaostest_test

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// sharingMutations are for the accounts that a snapshot is shared with.
func sharingMutations() []mutation {
	const account = "210987654321"
	restore, accounts := ptr("restore"), []string{account}
	add := func(s *nereidtest.Server, id string) { s.AddSnapshot(nereidtest.Snapshot{ID: id}) }
	has := func(values []string) error {
		if !slices.Equal(values, accounts) {
			return fmt.Errorf("it is shared with %q", values)
		}
		return nil
	}
	shared := func(ctx context.Context, c clients, id string) error {
		out, err := c.neptune.DescribeDBClusterSnapshotAttributes(ctx, &neptune.DescribeDBClusterSnapshotAttributesInput{DBClusterSnapshotIdentifier: &id})
		if err != nil {
			return err
		}
		return has(out.DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes[0].AttributeValues)
	}
	return []mutation{
		{name: "neptune.ModifyDBClusterSnapshotAttribute", prepare: add, again: true, held: shared,
			do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
				out, err := c.neptune.ModifyDBClusterSnapshotAttribute(ctx, &neptune.ModifyDBClusterSnapshotAttributeInput{
					AttributeName: restore, DBClusterSnapshotIdentifier: &id, ValuesToAdd: accounts,
				})
				if err != nil {
					return nil, md, err
				}
				return out.DBClusterSnapshotAttributesResult.DBClusterSnapshotIdentifier, out.ResultMetadata, nil
			}},
		{name: "rds.ModifyDBClusterSnapshotAttribute", prepare: add, again: true, held: shared,
			do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
				out, err := c.rds.ModifyDBClusterSnapshotAttribute(ctx, &rds.ModifyDBClusterSnapshotAttributeInput{
					AttributeName: restore, DBClusterSnapshotIdentifier: &id, ValuesToAdd: accounts,
				})
				if err != nil {
					return nil, md, err
				}
				return out.DBClusterSnapshotAttributesResult.DBClusterSnapshotIdentifier, out.ResultMetadata, nil
			}},
		{name: "rds.ModifyDBSnapshot", again: true,
			prepare: func(s *nereidtest.Server, id string) { s.AddDBSnapshot(nereidtest.DBSnapshot{ID: id}) },
			held: func(ctx context.Context, c clients, id string) error {
				out, err := c.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id})
				if err == nil && *out.DBSnapshots[0].OptionGroupName != "mine" {
					err = fmt.Errorf("its option group is %s", *out.DBSnapshots[0].OptionGroupName)
				}
				return err
			},
			do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
				out, err := c.rds.ModifyDBSnapshot(ctx, &rds.ModifyDBSnapshotInput{DBSnapshotIdentifier: &id, OptionGroupName: ptr("mine")})
				if err != nil {
					return nil, md, err
				}
				return out.DBSnapshot.DBSnapshotIdentifier, out.ResultMetadata, nil
			}},
		{name: "rds.ModifyDBSnapshotAttribute", again: true,
			prepare: func(s *nereidtest.Server, id string) { s.AddDBSnapshot(nereidtest.DBSnapshot{ID: id}) },
			held: func(ctx context.Context, c clients, id string) error {
				out, err := c.rds.DescribeDBSnapshotAttributes(ctx, &rds.DescribeDBSnapshotAttributesInput{DBSnapshotIdentifier: &id})
				if err != nil {
					return err
				}
				return has(out.DBSnapshotAttributesResult.DBSnapshotAttributes[0].AttributeValues)
			},
			do: func(ctx context.Context, c clients, id string) (_ *string, md middleware.Metadata, err error) {
				out, err := c.rds.ModifyDBSnapshotAttribute(ctx, &rds.ModifyDBSnapshotAttributeInput{
					AttributeName: restore, DBSnapshotIdentifier: &id, ValuesToAdd: accounts,
				})
				if err != nil {
					return nil, md, err
				}
				return out.DBSnapshotAttributesResult.DBSnapshotIdentifier, out.ResultMetadata, nil
			}},
	}
}
