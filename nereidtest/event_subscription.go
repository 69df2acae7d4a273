package nereidtest

import (
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A subscription is an event subscription. The fake only stores it, and never
// sends anything to its SNS topic.
type subscription struct {
	resource
	topic, sourceType   string
	categories, sources []string
	enabled, chosen     bool // chosen reports whether the subscription is for named sources
	made                time.Time
}

var subscriptionKind = kind{
	arn:      "es",
	notFound: refusal{"SubscriptionNotFound", "Event Subscription %s not found."},
	exists:   refusal{"SubscriptionAlreadyExist", "Event Subscription %s already exists."},
	quota:    refusal{"EventSubscriptionQuotaExceeded", "You cannot have more than %d event subscriptions."},
}

func (r *region) subscriptions() *collection[*subscription] {
	return collectionOf[*subscription](r, &subscriptionKind)
}

func (s *subscription) shape() any { return s.region.describeSubscription(s) }

func (r *region) describeSubscription(s *subscription) *rdstypes.EventSubscription {
	status := s.shown()
	if status == "active" && s.chosen && !slices.ContainsFunc(s.sources, func(id string) bool { return r.isSource(s.sourceType, id) }) {
		status = "all-sources-deleted"
	}
	enabled := s.enabled
	return &rdstypes.EventSubscription{
		CustSubscriptionId:       str(s.name),
		CustomerAwsId:            str(r.account),
		Enabled:                  &enabled,
		EventCategoriesList:      listed(s.categories),
		EventSubscriptionArn:     str(s.arn()),
		SnsTopicArn:              str(s.topic),
		SourceIdsList:            listed(s.sources),
		SourceType:               str(s.sourceType),
		Status:                   &status,
		SubscriptionCreationTime: str(s.made.UTC().Format("2006-01-02 15:04:05.000")),
	}
}

// categoriesOf returns the event categories of a source type, or nil if the
// type is unknown.
func categoriesOf(source string) []string {
	switch source {
	case "db-instance":
		return []string{
			availability, "backtrack", backup, configured, creation, deletion, failover, "failure", "low storage", maintenance,
			notification, "read replica", "recovery", restoration,
		}
	case "db-cluster":
		return []string{configured, creation, deletion, failover, "failure", "global-failover", maintenance, notification}
	case "db-cluster-snapshot":
		return []string{backup, creation, deletion, notification}
	case "db-snapshot":
		return []string{creation, deletion, notification, restoration}
	case "db-parameter-group":
		return []string{configured}
	case "db-security-group":
		return []string{configured, "failure"}
	}
	return nil
}

// eventSources returns all source types, sorted by name.
func eventSources() []string {
	return []string{"db-cluster", "db-cluster-snapshot", "db-instance", "db-parameter-group", "db-security-group", "db-snapshot"}
}

// isSource reports whether a resource with this source type and identifier
// exists.
func (r *region) isSource(source, id string) bool {
	var err error
	switch source {
	case "db-instance":
		_, err = r.instances().find(id)
	case "db-cluster":
		_, err = r.clusters().find(id)
	case "db-cluster-snapshot":
		_, err = r.clusterSnapshots().find(id)
	case "db-snapshot":
		_, err = r.dbSnapshots().find(id)
	case "db-parameter-group":
		if _, err = r.parameterGroups().find(id); err != nil {
			_, err = r.clusterParameterGroups().find(id)
		}
	default:
		return false
	}
	return err == nil
}

// checkSubscription checks the settings of a subscription in a request.
func checkSubscription(topic *string, source string, categories []string) error {
	if topic != nil {
		p := strings.Split(*topic, ":")
		if len(p) != 6 || p[0] != "arn" || p[2] != "sns" || p[5] == "" || strings.HasSuffix(p[5], ".fifo") {
			return apiError("SNSInvalidTopic", "Invalid SNS topic: %s", shorten(*topic))
		}
	}
	if source != "" && !slices.Contains(rdstypes.SourceType("").Values(), rdstypes.SourceType(source)) {
		return invalidValue("Invalid value for SourceType: %s", shorten(source))
	}
	for _, c := range categories {
		known := slices.Contains(categoriesOf(source), c)
		if source == "" {
			known = slices.ContainsFunc(eventSources(), func(s string) bool { return slices.Contains(categoriesOf(s), c) })
		}
		if !known {
			return apiError("SubscriptionCategoryNotFound", "The category %s does not exist.", shorten(c))
		}
	}
	return nil
}

type subscriptionOutput struct{ EventSubscription *rdstypes.EventSubscription }

// change gives the subscription a temporary status.
func (s *subscription) change(status string) *subscriptionOutput {
	s.enterFor(status, s.region.timings.SubscriptionChange, func() { s.enter("active") })
	return &subscriptionOutput{s.region.describeSubscription(s)}
}

// A createEventSubscriptionInput is the input of
// [region.CreateEventSubscription].
type createEventSubscriptionInput struct {
	SnsTopicArn      *string `query:",required"`
	SubscriptionName *string `query:",required"`
	Enabled          *bool
	EventCategories  []string `query:",item=EventCategory"`
	SourceIds        []string `query:",item=SourceId"`
	SourceType       *string
	Tags             []tag `query:",item=Tag"`
}

// CreateEventSubscription creates a subscription. Its status is creating at
// first, then active.
//
// Behavior:
//   - SourceIds require SourceType. The sources must exist.
//   - The categories must be valid for the SourceType.
//   - A FIFO topic is rejected.
//   - The creation time has a different format in the reply than in Describe
//     responses.
//   - An account can have at most Limits.EventSubscriptions subscriptions in a
//     region.
//
// The fake assumes that every topic exists and that RDS may publish to it.
func (r *region) CreateEventSubscription(in *createEventSubscriptionInput) (*subscriptionOutput, error) {
	name, taken, err := r.subscriptions().claim("SubscriptionName", *in.SubscriptionName, 254)
	if err != nil {
		return nil, err
	}
	source := deref(in.SourceType, "")
	if err := checkSubscription(in.SnsTopicArn, source, in.EventCategories); err != nil {
		return nil, err
	}
	if len(in.SourceIds) > 0 && source == "" {
		return nil, invalidCombination("SourceType is required with SourceIds.")
	}
	for _, id := range in.SourceIds {
		if !r.isSource(source, id) {
			return nil, sourceNotFound(id)
		}
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	if err := r.subscriptions().room(r.limits.EventSubscriptions); err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}
	s := &subscription{
		resource: resource{region: r, kind: &subscriptionKind, name: name, tags: tags},
		topic:    *in.SnsTopicArn, sourceType: source, categories: in.EventCategories,
		enabled: deref(in.Enabled, true), chosen: len(in.SourceIds) > 0, made: r.now,
	}
	for _, id := range in.SourceIds {
		s.sources = append(s.sources, strings.ToLower(id))
	}
	r.subscriptions().add(s)
	out := s.change("creating")
	out.EventSubscription.SubscriptionCreationTime = str(s.made.UTC().Format(time.UnixDate))
	return out, nil
}

func sourceNotFound(id string) error {
	return apiError("SourceNotFound", "The source %s does not exist.", shorten(id))
}

// A modifyEventSubscriptionInput is the input of
// [region.ModifyEventSubscription].
type modifyEventSubscriptionInput struct {
	SubscriptionName        *string `query:",required"`
	Enabled                 *bool
	EventCategories         []string `query:",item=EventCategory"`
	SnsTopicArn, SourceType *string
}

// ModifyEventSubscription changes a subscription. Its status is modifying at
// first, then active.
//
// Behavior:
//   - The categories must be valid for the SourceType.
//   - If the SourceType changes, the subscription's current sources and
//     categories are removed. Categories in the request are then added.
func (r *region) ModifyEventSubscription(in *modifyEventSubscriptionInput) (*subscriptionOutput, error) {
	s, err := r.subscriptions().find(*in.SubscriptionName)
	if err != nil {
		return nil, err
	}
	source := deref(in.SourceType, s.sourceType)
	if err := checkSubscription(in.SnsTopicArn, source, in.EventCategories); err != nil {
		return nil, err
	}
	if source != s.sourceType {
		s.sourceType, s.sources, s.categories, s.chosen = source, nil, nil, false
	}
	if len(in.EventCategories) > 0 {
		s.categories = in.EventCategories
	}
	s.topic, s.enabled = deref(in.SnsTopicArn, s.topic), deref(in.Enabled, s.enabled)
	return s.change("modifying"), nil
}

// A deleteEventSubscriptionInput is the input of
// [region.DeleteEventSubscription].
type deleteEventSubscriptionInput struct {
	SubscriptionName *string `query:",required"`
}

// DeleteEventSubscription deletes a subscription. Its status is deleting until
// it is removed.
//
// Behavior:
//   - A subscription with the status creating, modifying or deleting is
//     rejected.
func (r *region) DeleteEventSubscription(in *deleteEventSubscriptionInput) (*subscriptionOutput, error) {
	s, err := r.subscriptions().find(*in.SubscriptionName)
	if err != nil {
		return nil, err
	}
	if oneOf(s.status, "creating", "modifying", "deleting") {
		return nil, apiError("InvalidEventSubscriptionState", "Event subscription %s is currently %s.", s.name, s.status)
	}
	s.enterFor("deleting", r.timings.SubscriptionChange, func() { r.subscriptions().remove(s) })
	return &subscriptionOutput{r.describeSubscription(s)}, nil
}

type describeEventSubscriptionsOutput struct {
	EventSubscriptionsList []rdstypes.EventSubscription `query:",item=EventSubscription"`
	Marker                 *string
}

// A describeEventSubscriptionsInput is the input of
// [region.DescribeEventSubscriptions].
type describeEventSubscriptionsInput struct {
	Filters                  []filter `query:",item=Filter"`
	Marker, SubscriptionName *string
	MaxRecords               *int32
}

// DescribeEventSubscriptions lists subscriptions.
//
// Behavior:
//   - An active subscription is shown as all-sources-deleted if none of its
//     sources still exists.
//   - Filters are not supported.
func (r *region) DescribeEventSubscriptions(in *describeEventSubscriptionsInput) (*describeEventSubscriptionsOutput, error) {
	page, marker, err := r.subscriptions().page(query{in.Filters, in.Marker, in.MaxRecords}, in.SubscriptionName, nil, nil)
	if err != nil {
		return nil, err
	}
	return &describeEventSubscriptionsOutput{each(page, r.describeSubscription), marker}, nil
}

// An addSourceIdentifierToSubscriptionInput is the input of
// [region.AddSourceIdentifierToSubscription].
type addSourceIdentifierToSubscriptionInput struct {
	SourceIdentifier *string `query:",required"`
	SubscriptionName *string `query:",required"`
}

// AddSourceIdentifierToSubscription adds a source to a subscription. The
// subscription's status is modifying at first, then active.
//
// Behavior:
//   - The source must exist and match the SourceType.
//   - Adding a source that the subscription already has is not an error.
func (r *region) AddSourceIdentifierToSubscription(in *addSourceIdentifierToSubscriptionInput) (*subscriptionOutput, error) {
	s, err := r.subscriptions().find(*in.SubscriptionName)
	if err != nil {
		return nil, err
	}
	if !r.isSource(s.sourceType, *in.SourceIdentifier) {
		return nil, sourceNotFound(*in.SourceIdentifier)
	}
	if id := strings.ToLower(*in.SourceIdentifier); !slices.Contains(s.sources, id) {
		s.sources = append(slices.Clip(s.sources), id)
	}
	s.chosen = true
	return s.change("modifying"), nil
}

// A removeSourceIdentifierFromSubscriptionInput is the input of
// [region.RemoveSourceIdentifierFromSubscription].
type removeSourceIdentifierFromSubscriptionInput struct {
	SourceIdentifier *string `query:",required"`
	SubscriptionName *string `query:",required"`
}

// RemoveSourceIdentifierFromSubscription removes a source from a subscription.
// The subscription's status is modifying at first, then active.
//
// Behavior:
//   - The source must be one of the subscription's sources, but the resource
//     need not exist anymore.
//   - After the subscription's last source is removed, its status is
//     all-sources-deleted.
func (r *region) RemoveSourceIdentifierFromSubscription(in *removeSourceIdentifierFromSubscriptionInput) (*subscriptionOutput, error) {
	s, err := r.subscriptions().find(*in.SubscriptionName)
	if err != nil {
		return nil, err
	}
	id := strings.ToLower(*in.SourceIdentifier)
	if !slices.Contains(s.sources, id) {
		return nil, sourceNotFound(*in.SourceIdentifier)
	}
	s.sources = slices.DeleteFunc(slices.Clone(s.sources), func(have string) bool { return have == id })
	return s.change("modifying"), nil
}

type describeEventCategoriesOutput struct {
	EventCategoriesMapList []rdstypes.EventCategoriesMap `query:",item=EventCategoriesMap"`
}

// A describeEventCategoriesInput is the input of
// [region.DescribeEventCategories].
type describeEventCategoriesInput struct {
	Filters    []filter `query:",item=Filter"`
	SourceType *string
}

// DescribeEventCategories lists the event categories of each source type.
//
// Behavior:
//   - An unknown SourceType is rejected.
//   - Filters are ignored. AWS does not support them for this operation.
func (r *region) DescribeEventCategories(in *describeEventCategoriesInput) (*describeEventCategoriesOutput, error) {
	only := deref(in.SourceType, "")
	if err := checkSubscription(nil, only, nil); err != nil {
		return nil, err
	}
	out := &describeEventCategoriesOutput{[]rdstypes.EventCategoriesMap{}}
	for _, source := range eventSources() {
		if only == "" || only == source {
			out.EventCategoriesMapList = append(out.EventCategoriesMapList, rdstypes.EventCategoriesMap{
				EventCategories: categoriesOf(source), SourceType: str(source),
			})
		}
	}
	return out, nil
}
