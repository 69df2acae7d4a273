package types

import (
	"time"
)

// Event describes something that happened to a resource. AWS keeps events for 14 days.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Event.html
type Event struct {
	// When the event happened.
	Date *time.Time

	// Categories of the event, for example availability, backup, failover, maintenance or
	// notification.
	EventCategories []string `query:",item=EventCategory"`
	// Description of the event, in English.
	Message *string

	// ARN of the resource.
	SourceArn *string

	// Name of the resource.
	SourceIdentifier *string

	// Type of the resource.
	SourceType SourceType
}

// EventCategoriesMap lists the event categories of one type of resource.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_EventCategoriesMap.html
type EventCategoriesMap struct {
	// Categories, for example availability or failover.
	EventCategories []string `query:",item=EventCategory"`
	// Type of the resources, for example db-cluster.
	SourceType *string
}
