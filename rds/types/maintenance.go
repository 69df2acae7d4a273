package types

import "time"

// ResourcePendingMaintenanceActions are the maintenance actions that are pending for a resource.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ResourcePendingMaintenanceActions.html
type ResourcePendingMaintenanceActions struct {
	PendingMaintenanceActionDetails []PendingMaintenanceAction `query:",item=PendingMaintenanceAction"`
	// ARN of the resource.
	ResourceIdentifier *string
}

// PendingMaintenanceAction is a maintenance action that is pending for a resource.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_PendingMaintenanceAction.html
type PendingMaintenanceAction struct {
	// One of system-update, db-upgrade, hardware-maintenance, ca-certificate-rotation and os-upgrade.
	// Others are only shown: no request can apply them.
	Action *string
	// The action is applied in the first maintenance window after this time. A request for
	// next-maintenance has no effect then.
	AutoAppliedAfterDate *time.Time
	// When the action is to be applied, as things stand. It is nil if AWS has set no date and no
	// request asked for one.
	CurrentApplyDate *time.Time
	// The action in words.
	Description *string
	// The action is applied at this time, whatever the maintenance window is. A request for immediate
	// has no effect then.
	ForcedApplyDate *time.Time
	// What the last request asked for: immediate or next-maintenance. AWS also shows undo-opt-in.
	OptInStatus *string
}
