package types

// EventSubscription is a subscription to events, which AWS sends to an Amazon SNS topic.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EventSubscription.html
type EventSubscription struct {
	// Name of the subscription.
	CustSubscriptionId *string
	// ID of the account that owns the subscription.
	CustomerAwsId *string
	// Whether AWS sends events to the topic.
	Enabled *bool
	// Event categories to send, or nil for all categories.
	EventCategoriesList []string `query:",item=EventCategory"`
	// ARN of the subscription, in the form arn:aws:rds:region:account:es:name.
	EventSubscriptionArn *string
	// ARN of the topic that receives the events.
	SnsTopicArn *string
	// Names of the resources whose events AWS sends, or nil for all resources of the type
	// SourceType.
	SourceIdsList []string `query:",item=SourceId"`
	// Type of the resources whose events AWS sends, or nil for all types.
	SourceType *string
	// Status of the subscription: creating, modifying, deleting, active, no-permission or
	// topic-not-exist. It can also be all-sources-deleted if none of the resources in SourceIdsList
	// still exists.
	Status *string
	// When the subscription was created, as text. The format varies, for example "Tue Jul 31
	// 23:22:01 UTC 2018" in the response to CreateEventSubscription and "2018-07-31 23:22:01.893"
	// in later responses.
	SubscriptionCreationTime *string
}
