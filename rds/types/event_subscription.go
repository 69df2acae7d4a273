package types

// EventSubscription sends events to a topic of Amazon SNS.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EventSubscription.html
type EventSubscription struct {
	// Name of the subscription.
	CustSubscriptionId *string
	// Account of the subscription.
	CustomerAwsId *string
	// Whether events are sent.
	Enabled *bool
	// Categories of the events that are sent, or nil for all.
	EventCategoriesList  []string `query:",item=EventCategory"`
	EventSubscriptionArn *string
	// ARN of the topic to which events are sent.
	SnsTopicArn *string
	// Names of the resources whose events are sent, or nil for all of SourceType.
	SourceIdsList []string `query:",item=SourceId"`
	// Kind of resource whose events are sent, or nil for all kinds.
	SourceType *string
	// One of creating, modifying, deleting, active, no-permission and topic-not-exist. AWS also shows
	// all-sources-deleted when none of SourceIdsList exists any more.
	Status *string
	// When the subscription was created, as text and not in one form: AWS was seen to write
	// "Tue Jul 31 23:22:01 UTC 2018" in the reply of the creation and "2018-07-31 23:22:01.893" later.
	SubscriptionCreationTime *string
}
