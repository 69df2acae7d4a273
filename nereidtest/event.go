package nereidtest

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An event is an entry in the list that DescribeEvents returns. Its message and
// its categories are as AWS documents them.
type event struct {
	rdstypes.Event
	key string // sorts events by time
}

const eventsKept = 14 * 24 * time.Hour

// Categories of events.
const (
	availability = "availability"
	configured   = "configuration change"
	backup       = "backup"
	creation     = "creation"
	deletion     = "deletion"
	failover     = "failover"
	maintenance  = "maintenance"
	notification = "notification"
	restoration  = "restoration"
)

// notef records an event of the resource with the given name.
func (r *region) notef(kind rdstypes.SourceType, arn, name, category, format string, args ...any) {
	date := r.now
	r.noted++
	r.events = append(r.events, event{
		key: fmt.Sprintf("%020d", r.noted),
		Event: rdstypes.Event{
			Date:             &date,
			EventCategories:  []string{category},
			Message:          str(fmt.Sprintf(format, args...)),
			SourceArn:        &arn,
			SourceIdentifier: &name,
			SourceType:       kind,
		},
	})
	old := date.Add(-eventsKept)
	n := 0
	for n < len(r.events) && r.events[n].Date.Before(old) {
		n++
	}
	r.events = slices.Delete(r.events, 0, n)
}

// noteExport records the end of an export as an event of the exported snapshot
// or cluster.
func (r *region) noteExport(e *export) {
	kind, what := rdstypes.SourceTypeDbClusterSnapshot, "The cluster snapshot export task was "
	a, ok := parseARN(*e.task.SourceArn)
	if !ok {
		return // a test added the task, and its source does not exist
	}
	switch a.kind {
	case "snapshot":
		kind, what = rdstypes.SourceTypeDbSnapshot, "The snapshot export task was "
	case "cluster":
		kind, what = rdstypes.SourceTypeDbCluster, "Export task "
	}
	how := strings.ToLower(e.status)
	switch e.status {
	case exportComplete:
		how = "completed"
		fallthrough
	case exportFailed:
		what = strings.TrimSuffix(what, "was ")
	}
	r.notef(kind, *e.task.SourceArn, a.name, notification, "%s%s", what, how)
}

type describeEventsOutput struct {
	Marker *string
	Events []rdstypes.Event `query:",item=Event"`
}

// A describeEventsInput is the input of [region.DescribeEvents].
type describeEventsInput struct {
	EventCategories                      []string `query:",item=EventCategory"`
	Filters                              []filter `query:",item=Filter"`
	Duration, MaxRecords                 *int32
	EndTime, StartTime                   *time.Time
	Marker, SourceIdentifier, SourceType *string
}

// DescribeEvents lists events of the last two weeks, with the oldest event
// first.
//
// Behavior:
//   - If the request has no StartTime, EndTime or Duration, the events of the
//     last hour are listed.
//   - Without EndTime, the list ends at StartTime plus Duration if the request
//     has both, and otherwise at the current time.
//   - SourceIdentifier requires SourceType.
//   - Filters are not supported.
func (r *region) DescribeEvents(in *describeEventsInput) (*describeEventsOutput, error) {
	source := rdstypes.SourceType(deref(in.SourceType, ""))
	if source != "" && !slices.Contains(source.Values(), source) {
		return nil, invalidValue("Invalid value for SourceType: %s", shorten(string(source)))
	}
	if in.SourceIdentifier != nil && source == "" {
		return nil, invalidCombination("Cannot specify source identifier without source type")
	}
	minutes := deref(in.Duration, 60)
	if minutes < 1 {
		return nil, invalidValue("Invalid value for Duration: %d. Must be at least 1.", minutes)
	}
	d := time.Duration(min(int64(minutes), int64(math.MaxInt64/time.Minute))) * time.Minute // avoid an overflow
	end := deref(in.EndTime, r.now)
	if in.StartTime != nil && in.EndTime == nil && in.Duration != nil {
		end = in.StartTime.Add(d)
	}
	start := deref(in.StartTime, end.Add(-d))
	if end.Before(start) {
		return nil, invalidCombination("The end time is before the start time.")
	}
	if old := r.now.Add(-eventsKept); start.Before(old) {
		start = old
	}
	var found []event
	for _, e := range r.events {
		if !e.Date.Before(start) && !e.Date.After(end) && (source == "" || source == e.SourceType) &&
			(in.SourceIdentifier == nil || strings.EqualFold(*in.SourceIdentifier, *e.SourceIdentifier)) &&
			(len(in.EventCategories) == 0 || slices.Contains(in.EventCategories, e.EventCategories[0])) {
			found = append(found, e)
		}
	}
	key := func(e event) string { return e.key }
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, found, key, nil)
	if err != nil {
		return nil, err
	}
	return &describeEventsOutput{marker, each(page, func(e event) *rdstypes.Event { return &e.Event })}, nil
}
