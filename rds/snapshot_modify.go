package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// ModifyDBSnapshotInput is the input of [Client.ModifyDBSnapshot].
type ModifyDBSnapshotInput struct {
	// Required. Name of an available manual snapshot in this account. The snapshot must not be
	// public or shared with another account. The name is case-insensitive.
	DBSnapshotIdentifier *string `query:",required"`
	// MySQL, MariaDB, PostgreSQL and Oracle only: engine version to upgrade to. If nil, the version
	// does not change.
	EngineVersion *string
	// Oracle and SQL Server only: new option group of the snapshot. If nil, the option group does
	// not change.
	OptionGroupName *string
}

// ModifyDBSnapshotOutput is the output of [Client.ModifyDBSnapshot].
type ModifyDBSnapshotOutput struct {
	// The snapshot, still with the old EngineVersion.
	DBSnapshot     *types.DBSnapshot
	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBSnapshotOp = operation.Op{
	Name: "ModifyDBSnapshot",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil), (*types.InvalidDBSnapshotStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &snapshotResource,
		ID:       func(in any) *string { return in.(*ModifyDBSnapshotInput).DBSnapshotIdentifier },
		During:   []string{"upgrading"},
	},
}

// ModifyDBSnapshot starts upgrading a manual snapshot to a new engine version, or changes the
// option group of the snapshot. An upgraded snapshot can still be restored after AWS retires the
// old version. An upgrade cannot be undone; to keep the old version, copy the snapshot first.
// ModifyDBSnapshot returns immediately. During an upgrade, the snapshot's Status is upgrading. When
// the snapshot has the new EngineVersion, the Status is available again; a
// [DBSnapshotAvailableWaiter] waits until then.
//
// It can fail with [types.DBSnapshotNotFoundFault], [types.InvalidDBSnapshotStateFault] or
// [types.KMSKeyNotAccessibleFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshot.html
func (c *Client) ModifyDBSnapshot(ctx context.Context, in *ModifyDBSnapshotInput, optFns ...func(*Options)) (*ModifyDBSnapshotOutput, error) {
	return typed[ModifyDBSnapshotOutput](c.invoke(ctx, &modifyDBSnapshotOp, in, new(ModifyDBSnapshotOutput), optFns))
}
