package rds

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/rds/types"
)

// MaxConcurrentExports is how many exports of snapshots, and how many of
// clusters, AWS runs at a time in an account and region.
const MaxConcurrentExports = 5

// ExportAllAPIClient is what [ExportAll] needs of a client.
type ExportAllAPIClient interface {
	DescribeExportTasksAPIClient
	StartExportTask(context.Context, *StartExportTaskInput, ...func(*Options)) (*StartExportTaskOutput, error)
}

// ExportAllOptions are the options of [ExportAll].
type ExportAllOptions struct {
	// Limit is how many exports of snapshots, and how many of clusters, may run
	// at a time, those that others started included. 0 stands for
	// MaxConcurrentExports.
	Limit int

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)

	// MinDelay and MaxDelay are the bounds of the time between two polls, by
	// default 30 seconds and 2 minutes. At a poll, what has ended is seen and
	// what waits is started.
	MinDelay, MaxDelay time.Duration

	// OnStart is called with the answer for each export that was started.
	OnStart func(*StartExportTaskOutput)

	// OnPoll is called for each running export at each poll.
	OnPoll func(Poll[types.ExportTask])

	// NoSlot reports whether an export was refused because too many are running,
	// and is to be tried again. AWS documents no error for that: by default it
	// is one of the category nereid.ErrQuotaExceeded, or one whose code or
	// message speaks of a limit or of too many, unless it says that something is
	// not found, is there already or is not allowed.
	NoSlot func(error) bool
}

// An ExportState is how far [ExportAll] has come with an export.
type ExportState string

// The states.
const (
	ExportNotStarted ExportState = "not started" // AWS refused, or was not asked any more
	ExportRunning    ExportState = "running"     // started, and not ended when the wait for it did
	ExportComplete   ExportState = "complete"
	ExportFailed     ExportState = "failed" // started, and ended in another way

	// ExportUnknown is that of an export of which nobody knows whether it was
	// started: the answer was lost, and there was no time to find out, or no way.
	// AWS may be at it. Look for the task before starting it again.
	ExportUnknown ExportState = "unknown"
)

// An ExportResult is what became of an export.
type ExportResult struct {
	Input *StartExportTaskInput
	State ExportState

	// Task is the last description of the task, nil if it was not started, or if
	// that is not known.
	Task *types.ExportTask

	// Err is why it is not complete: what StartExportTask failed with, a
	// *nereid.WaitError, or the error of the context or nereid.ErrWaitTimeout,
	// joined with what StartExportTask failed with last if it was tried.
	Err error
}

// ExportAll runs exports in their order, as many at a time as AWS allows, and
// yields each as it ends. One that was refused because too many are running is
// tried again at the next poll. So is one that met a passing failure, behind the
// others. One that fails does not end the others.
//
// When the answer to a start is lost, the next try finds out whether there is an
// export now because of that, and goes on with it.
//
// When maxWait is over or the context is done, it starts no more and yields
// those that are left: as running, with which AWS goes on, as not started, or as
// unknown. Whoever stops ranging earlier leaves the rest alone likewise.
func ExportAll(
	ctx context.Context, client ExportAllAPIClient, exports []*StartExportTaskInput, maxWait time.Duration, optFns ...func(*ExportAllOptions),
) iter.Seq[ExportResult] {
	var options ExportAllOptions
	for _, fn := range optFns {
		fn(&options)
	}
	if options.Limit == 0 {
		options.Limit = MaxConcurrentExports
	}
	if options.NoSlot == nil {
		options.NoSlot = noSlot
	}
	return func(yield func(ExportResult) bool) {
		q := exportQueue{client: client, options: options, running: make(map[string]*ExportResult)}
		seen := make(map[string]bool)
		for _, in := range exports {
			w := &waitingExport{in: in, doubt: recovery.PendingOutcome{Operation: "StartExportTask"}}
			var err error
			switch id := w.id(); {
			case options.Limit < 0:
				err = fmt.Errorf("the limit of %d is negative", options.Limit)
			case id != "" && seen[id]:
				err = fmt.Errorf("another export has the identifier %s too", id)
			default:
				seen[id] = true
				q.waiting = append(q.waiting, w)
				continue
			}
			if !yield(w.result(err)) {
				return
			}
		}
		q.run(ctx, maxWait, yield)
	}
}

// An exportQueue is the state of ExportAll.
type exportQueue struct {
	client  ExportAllAPIClient
	options ExportAllOptions
	began   time.Time
	waiting []*waitingExport
	running map[string]*ExportResult // by the identifier as it was given
	refused []ExportResult           // that AWS did not start, not yet yielded
}

// A waitingExport is one that is to be started.
type waitingExport struct {
	in      *StartExportTaskInput
	doubt   recovery.PendingOutcome // whether it was started by a call whose answer was lost
	err     error                   // of the last try
	unknown int                     // tries in a row whose outcome is unknown
}

// id is the identifier, "" if there is none.
func (w *waitingExport) id() string {
	if w.in == nil {
		return ""
	}
	return nereid.ToString(w.in.ExportTaskIdentifier)
}

// result is that of an export which is not tried again.
func (w *waitingExport) result(err error) ExportResult {
	state := ExportNotStarted
	if w.doubt.Open() {
		state = ExportUnknown
	}
	return ExportResult{Input: w.in, State: state, Err: err}
}

func (q *exportQueue) run(ctx context.Context, maxWait time.Duration, yield func(ExportResult) bool) {
	waiter := NewExportTaskCompleteWaiter(q.client, func(o *ExportTaskCompleteWaiterOptions) {
		o.ClientOptions, o.OnPoll = q.options.ClientOptions, q.polled
		o.MinDelay, o.MaxDelay = q.options.MinDelay, q.options.MaxDelay
	})
	failure := error(nereid.ErrWaitTimeout)
	q.began = time.Now()
	for id, err := range describe.Engine(waiter).Flow(ctx, q.start, maxWait) {
		for _, r := range q.refused {
			if !yield(r) {
				return
			}
		}
		q.refused = nil
		switch {
		case id != "":
			if !yield(q.ended(id, err)) {
				return
			}
		case err != nil:
			failure = err
		}
	}
	if err := ctx.Err(); err != nil {
		failure = err
	}
	for _, w := range q.waiting {
		err := failure
		if w.err != nil {
			err = fmt.Errorf("%w, and the last try to start it failed: %w", failure, w.err)
		}
		if !yield(w.result(err)) {
			return
		}
	}
}

// polled keeps the description of a running export.
func (q *exportQueue) polled(p Poll[types.ExportTask]) {
	if r := q.running[p.Resource]; r != nil && p.Item != nil {
		task := *p.Item
		r.Task = &task
	}
	if q.options.OnPoll != nil {
		q.options.OnPoll(p)
	}
}

// ended returns the result of an export whose wait ended with err.
func (q *exportQueue) ended(id string, err error) ExportResult {
	r := q.running[id]
	delete(q.running, id)
	r.Err = err
	switch {
	case err == nil:
		r.State = ExportComplete
	case errors.Is(err, nereid.ErrWaitFailed):
		r.State = ExportFailed
	default:
		r.State = ExportRunning
	}
	return *r
}

// maxFailures is how many tries in a row may fail, for reasons that pass, before
// the others are left for the next poll.
const maxFailures = 2

// maxUnknown is how many tries of an export may end with an unknown outcome before
// that is its result: what was started can show minutes later.
const maxUnknown = 3

func unknown(err error) bool {
	var e *nereid.OutcomeUnknownError
	return errors.As(err, &e) && !recovery.Unanswered(err) // which the next poll tries again
}

// start starts what there is room for, and returns the identifiers and whether
// there is more to start later.
func (q *exportQueue) start(ctx context.Context) (ids []string, more bool) {
	if len(q.waiting) == 0 {
		return nil, false
	}
	busy, active := q.count(ctx)
	var left, failed []*waitingExport
	failures := 0
	for _, w := range q.waiting {
		kind := sourceType(w.in)
		known := w.doubt.Open() && active[w.id()] // it takes a slot, or another of its name does
		if busy[kind] >= q.options.Limit && !known || failures >= maxFailures || ctx.Err() != nil {
			left = append(left, w)
			continue
		}
		var out *StartExportTaskOutput
		out, w.err = q.client.StartExportTask(recovery.WithPendingOutcome(ctx, &w.doubt), w.in, q.options.ClientOptions...)
		switch {
		case w.err == nil:
			failures = 0
			if !known {
				busy[kind]++
			}
			id := w.id()
			q.running[id] = &ExportResult{Input: w.in, Task: startedTask(out)}
			ids = append(ids, id)
			if q.options.OnStart != nil {
				q.options.OnStart(out)
			}
		case ctx.Err() != nil:
			left = append(left, w)
		case q.withoutKeys(w.err): // which the others are too
			failures = maxFailures
			left = append(left, w)
		case q.options.NoSlot(w.err) && (active == nil || busy[kind] > 0):
			busy[kind] = q.options.Limit // for the others of the kind too
			left = append(left, w)
		case unknown(w.err) && w.unknown < maxUnknown: // the next try looks again
			w.unknown++
			failed = append(failed, w)
		case q.options.NoSlot(w.err), retry.IsRetryable(w.err): // the slots are somewhere else, or it means something else
			failures++
			failed = append(failed, w)
		default:
			failures = 0
			q.refused = append(q.refused, w.result(w.err))
		}
	}
	q.waiting = slices.Concat(left, failed)
	return ids, len(q.waiting) > 0
}

// withoutKeys reports whether there are no credentials for a while.
func (q *exportQueue) withoutKeys(err error) bool {
	_, passing := retry.Credentials(err, q.began)
	return passing
}

// maxPages bounds the list of running exports, which has a few: one that does not end tells nothing.
const maxPages = 10

// count returns how many exports of each kind are running in the account, and
// the identifiers of those that the service lists. If the service does not answer, or
// its list has no end, those of this queue are all that is known, and there are no
// identifiers.
func (q *exportQueue) count(ctx context.Context) (busy map[types.ExportSourceType]int, active map[string]bool) {
	busy, active = make(map[types.ExportSourceType]int), make(map[string]bool)
	running := &DescribeExportTasksInput{Filters: filter("status", []string{"starting", "in_progress", "canceling"})}
	pages := NewDescribeExportTasksPaginator(q.client, running)
	for n := 0; pages.HasMorePages(); n++ {
		out, err := pages.NextPage(ctx, q.options.ClientOptions...)
		if err != nil || n == maxPages {
			clear(busy)
			for _, r := range q.running {
				busy[sourceType(r.Input)]++
			}
			return busy, nil
		}
		for i := range out.ExportTasks {
			task := &out.ExportTasks[i]
			busy[task.SourceType]++
			active[nereid.ToString(task.ExportTaskIdentifier)] = true
		}
	}
	for id, r := range q.running {
		if !active[id] { // the list may be behind its start
			busy[sourceType(r.Input)]++
		}
	}
	return busy, active
}

// sourceType tells what the source is. Snapshots and clusters have limits of
// their own.
func sourceType(in *StartExportTaskInput) types.ExportSourceType {
	if in != nil && strings.Contains(nereid.ToString(in.SourceArn), ":cluster:") {
		return types.ExportSourceTypeCluster
	}
	return types.ExportSourceTypeSnapshot
}

// noSlot is the default of ExportAllOptions.NoSlot.
func noSlot(err error) bool {
	var api smithy.APIError
	if !errors.As(err, &api) || retry.IsRetryable(err) {
		return false
	}
	switch nereid.CategoryOf(err) {
	case nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrAccessDenied:
		return false
	case nereid.ErrQuotaExceeded:
		return true
	}
	code := strings.ToLower(api.ErrorCode())
	if strings.Contains(code, "limit") || strings.Contains(code, "toomany") {
		return true
	}
	// Messages quote ARNs, which may have these words in them.
	var words []string
	for word := range strings.FieldsSeq(strings.ToLower(api.ErrorMessage())) {
		if !strings.Contains(word, "arn:") {
			words = append(words, strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })...)
		}
	}
	said := " " + strings.Join(words, " ") + " "
	return strings.Contains(said, " limit ") || strings.Contains(said, " limits ") || strings.Contains(said, " limited ") || strings.Contains(said, " too many ")
}

// startedTask is the task that the answer to its start describes.
func startedTask(out *StartExportTaskOutput) *types.ExportTask {
	return &types.ExportTask{
		ExportOnly: out.ExportOnly, ExportTaskIdentifier: out.ExportTaskIdentifier, FailureCause: out.FailureCause,
		IamRoleArn: out.IamRoleArn, KmsKeyId: out.KmsKeyId, PercentProgress: out.PercentProgress, S3Bucket: out.S3Bucket,
		S3Prefix: out.S3Prefix, SnapshotTime: out.SnapshotTime, SourceArn: out.SourceArn, SourceType: out.SourceType,
		Status: out.Status, TaskEndTime: out.TaskEndTime, TaskStartTime: out.TaskStartTime,
		TotalExtractedDataInGB: out.TotalExtractedDataInGB, WarningMessage: out.WarningMessage,
	}
}
