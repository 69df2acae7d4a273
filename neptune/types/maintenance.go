package types

import "time"

// ResourcePendingMaintenanceActions lists the pending maintenance actions of a resource.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_ResourcePendingMaintenanceActions.html
type ResourcePendingMaintenanceActions struct {
	// The actions, with their dates.
	PendingMaintenanceActionDetails []PendingMaintenanceAction `query:",item=PendingMaintenanceAction"`
	// ARN of the resource.
	ResourceIdentifier *string
}

// PendingMaintenanceAction describes a pending maintenance action: its type and dates.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_PendingMaintenanceAction.html
type PendingMaintenanceAction struct {
	// The action: system-update or db-upgrade.
	Action *string
	// Time after which AWS applies the action in the next maintenance window. After this time,
	// ApplyPendingMaintenanceAction with OptInType next-maintenance has no effect.
	AutoAppliedAfterDate *time.Time
	// When AWS will apply the action, or nil if neither AWS nor a request has scheduled the action.
	CurrentApplyDate *time.Time
	// Description of the action, in English.
	Description *string
	// Time at which AWS applies the action, regardless of the maintenance window. After this time,
	// ApplyPendingMaintenanceAction with OptInType immediate has no effect.
	ForcedApplyDate *time.Time
	// OptInType of the last request to apply the action: immediate, next-maintenance or
	// undo-opt-in.
	OptInStatus *string
}
