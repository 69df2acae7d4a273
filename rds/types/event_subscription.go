package types

// EventSubscription is a subscription, which sends events to an Amazon SNS topic.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EventSubscription.html
type EventSubscription struct {
	// Name of the subscription.
	CustSubscriptionId *string
	// Account that the subscription belongs to.
	CustomerAwsId *string
	// Whether the subscription sends events.
	Enabled *bool
	// Categories of the events that are sent, or nil for all.
	EventCategoriesList []string `query:",item=EventCategory"`
	// ARN of the subscription, arn:aws:rds:region:account:es:name.
	EventSubscriptionArn *string
	// ARN of the topic that receives the events.
	SnsTopicArn *string
	// Names of the resources whose events are sent, or nil for all resources of the kind SourceType.
	SourceIdsList []string `query:",item=SourceId"`
	// Kind of resource whose events are sent, or nil for all kinds.
	SourceType *string
	// creating, modifying, deleting, active, no-permission or topic-not-exist. AWS also shows
	// all-sources-deleted if none of the resources in SourceIdsList exists any more.
	Status *string
	// When the subscription was created, as text. The format varies: AWS was seen to send "Tue Jul 31
	// 23:22:01 UTC 2018" in the response to the creation and "2018-07-31 23:22:01.893" later.
	SubscriptionCreationTime *string
}
