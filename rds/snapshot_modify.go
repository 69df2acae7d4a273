package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// ModifyDBSnapshotInput is the request of [Client.ModifyDBSnapshot].
type ModifyDBSnapshotInput struct {
	// Required. An available manual snapshot that is not shared; case-insensitive.
	DBSnapshotIdentifier *string `query:",required"`
	// Version to upgrade the snapshot to, of MySQL, MariaDB, PostgreSQL or Oracle; the present one
	// stays if nil.
	EngineVersion *string
	// Option group for the new version, of Oracle or SQL Server; the present
	// one stays if nil.
	OptionGroupName *string
}

// ModifyDBSnapshotOutput is the answer to [Client.ModifyDBSnapshot].
type ModifyDBSnapshotOutput struct {
	// It shows the old EngineVersion.
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

// ModifyDBSnapshot begins to upgrade the engine version of a manual snapshot, so that it can be
// restored after AWS retires its own version, or sets its option group. It returns at once; the
// Status goes over upgrading to available, and then EngineVersion is the new one. A
// [DBSnapshotAvailableWaiter] waits
// for that. An upgrade cannot be undone: copy the snapshot first.
//
// It can fail with [types.DBSnapshotNotFoundFault], [types.InvalidDBSnapshotStateFault] or
// [types.KMSKeyNotAccessibleFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshot.html
func (c *Client) ModifyDBSnapshot(ctx context.Context, in *ModifyDBSnapshotInput, optFns ...func(*Options)) (*ModifyDBSnapshotOutput, error) {
	return typed[ModifyDBSnapshotOutput](c.invoke(ctx, &modifyDBSnapshotOp, in, new(ModifyDBSnapshotOutput), optFns))
}
