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

// PendingMaintenanceAction is a pending maintenance action of a resource.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_PendingMaintenanceAction.html
type PendingMaintenanceAction struct {
	// system-update or db-upgrade.
	Action *string
	// AWS applies the action in the first maintenance window after this time. From then on, a request
	// for next-maintenance has no effect.
	AutoAppliedAfterDate *time.Time
	// When AWS will apply the action. It is nil if AWS has not set a date and no request asked for the
	// action.
	CurrentApplyDate *time.Time
	// Explanation of the action, in English.
	Description *string
	// AWS applies the action at this time, regardless of the maintenance window. From then on, a
	// request for immediate has no effect.
	ForcedApplyDate *time.Time
	// OptInType of the last request: immediate or next-maintenance. AWS also shows undo-opt-in.
	OptInStatus *string
}
