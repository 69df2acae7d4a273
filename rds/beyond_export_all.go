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

// MaxConcurrentExports is the maximum number of snapshot exports that AWS runs at a time for an
// account, and also the maximum number of cluster exports. Whether AWS adds up the exports of all
// regions is not documented. [ExportAll] counts those in the region of its client.
const MaxConcurrentExports = 5

// ExportAllAPIClient is the client interface that [ExportAll] uses.
type ExportAllAPIClient interface {
	DescribeExportTasksAPIClient
	StartExportTask(context.Context, *StartExportTaskInput, ...func(*Options)) (*StartExportTaskOutput, error)
}

// ExportAllOptions are the options of [ExportAll].
type ExportAllOptions struct {
	// Limit is the maximum number of snapshot exports that run at a time, and also the maximum number
	// of cluster exports. It includes exports that other callers started. 0 means
	// MaxConcurrentExports.
	Limit int

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)

	// MinDelay and MaxDelay are the bounds of the time between two polls, by default 30 seconds and 2
	// minutes. Each poll finds the exports that ended, and starts waiting exports in their place.
	MinDelay, MaxDelay time.Duration

	// SkipExported, if set, is the client that describes snapshots; usually it is the client of
	// ExportAll. ExportAll then skips an export that is complete already: a task with the status
	// COMPLETE has the same source, bucket, prefix and ExportOnly, and the time of the snapshot. The
	// result of a skipped export has the state ExportSkipped and this task. Exports of clusters are
	// never skipped, because a cluster changes. ExportAll does not look into the bucket.
	SkipExported DescribeSnapshotsAPIClient

	// OnStart is called for each export that the service started, with its
	// response.
	OnStart func(*StartExportTaskOutput)

	// OnPoll is called for each running export at each poll.
	OnPoll func(Poll[types.ExportTask])

	// NoSlot reports whether the service rejected an export because too many exports are running.
	// ExportAll then tries the export again. AWS does not document the error of this case. By default,
	// NoSlot returns true for an error of the category nereid.ErrQuotaExceeded, and for an error whose
	// code or message mentions a limit or too many exports. It returns false if the error says that
	// something is not found, already exists or is not allowed.
	NoSlot func(error) bool
}

// An ExportState is the state of an export when [ExportAll] yields it.
type ExportState string

// The states of an [ExportResult].
const (
	ExportNotStarted ExportState = "not started" // AWS rejected the export, or ExportAll ended before it called AWS
	ExportRunning    ExportState = "running"     // the export started, and was still running when the wait ended

	// the export is COMPLETE: RDS wrote all files
	ExportComplete ExportState = "complete"

	ExportSkipped ExportState = "skipped" // another task already exported this snapshot to this place

	ExportFailed ExportState = "failed" // the export started, and then failed or was canceled

	// ExportUnknown means that it is unknown whether the export started: the response was lost, and
	// ExportAll could not find out in time. The export may be running. Look for the task before you
	// start it again.
	ExportUnknown ExportState = "unknown"
)

// An ExportResult is the outcome of one export of [ExportAll].
type ExportResult struct {
	// Input is the input of StartExportTask for this export.
	Input *StartExportTaskInput

	// State is the state of the export at the end.
	State ExportState

	// Task is the last description of the task, or nil if the export did not
	// start or its state is unknown.
	Task *types.ExportTask

	// Err is the reason why the export is not complete, or nil if it is. It is the error of
	// StartExportTask, a *nereid.WaitError, the error of the context, or nereid.ErrWaitTimeout. The
	// last two are joined with the last error of StartExportTask, if any.
	Err error
}

// ExportAll runs exports in their order, as many at a time as AWS allows, and yields each export as it
// ends. If the service rejects an export because too many are running, ExportAll tries that export
// again at the next poll. After a transient failure, ExportAll also tries the export again, after the
// others. The failure of one export does not end the others.
//
// If the response to a start is lost, the next attempt finds out whether that start created the
// export, and continues with it.
//
// When maxWait has passed or the context is done, ExportAll starts no more exports and yields the
// remaining ones as running, not started or unknown. AWS continues the running exports. A break out of
// the loop also starts no more exports, but does not yield the remaining ones.
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

// An exportQueue is the state of one call of ExportAll.
type exportQueue struct {
	client  ExportAllAPIClient
	options ExportAllOptions
	began   time.Time
	waiting []*waitingExport
	running map[string]*ExportResult // by the identifier that the caller chose
	refused []ExportResult           // exports that were rejected or skipped, and not yet yielded
	looked  bool                     // whether complete exports were skipped
}

// A waitingExport is an export that has not started.
type waitingExport struct {
	in      *StartExportTaskInput
	doubt   recovery.PendingOutcome // the outcome of a start whose response was lost
	err     error                   // error of the last try
	unknown int                     // consecutive tries with an unknown outcome
}

// id returns the identifier, or "" if there is none.
func (w *waitingExport) id() string {
	if w.in == nil {
		return ""
	}
	return nereid.ToString(w.in.ExportTaskIdentifier)
}

// result returns the result of an export that is not tried again.
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

// maxFailures is the number of consecutive tries that may fail for transient
// reasons. After that, the remaining exports are left for the next poll.
const maxFailures = 2

// maxUnknown is the number of consecutive tries with an unknown outcome after which an export has the
// state ExportUnknown. A started export may appear in descriptions only minutes later.
const maxUnknown = 3

func unknown(err error) bool {
	var e *nereid.OutcomeUnknownError
	return errors.As(err, &e) && !recovery.Unanswered(err) // the next poll tries it again
}

// start starts as many exports as the limits allow. It returns their
// identifiers, and whether exports are left to start later.
func (q *exportQueue) start(ctx context.Context) (ids []string, more bool) {
	if len(q.waiting) == 0 {
		return nil, false
	}
	if !q.skip(ctx) || len(q.waiting) == 0 {
		return nil, len(q.waiting) > 0
	}
	busy, active := q.count(ctx)
	var left, failed []*waitingExport
	failures := 0
	for _, w := range q.waiting {
		kind := sourceType(w.in)
		known := w.doubt.Open() && active[w.id()] // the export, or another export of the same name, uses a slot
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
		case q.withoutKeys(w.err): // the others would fail in the same way
			failures = maxFailures
			left = append(left, w)
		case q.options.NoSlot(w.err) && (active == nil || busy[kind] > 0):
			busy[kind] = q.options.Limit // no slot for the others of this kind either
			left = append(left, w)
		case unknown(w.err) && w.unknown < maxUnknown: // the next try looks for the task again
			w.unknown++
			failed = append(failed, w)
		case q.options.NoSlot(w.err), retry.IsRetryable(w.err): // other callers use the slots, or the error has another cause
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

// withoutKeys reports whether credentials are missing temporarily.
func (q *exportQueue) withoutKeys(err error) bool {
	_, passing := retry.Credentials(err, q.began)
	return passing
}

// maxPages bounds the list of running exports, which is short. A longer list is broken, and useless.
const maxPages = 10

// count returns the number of running exports of each kind in the account, and the identifiers of the
// exports that the service lists. If the call fails, or the list is too long, count returns the
// exports of this queue and no identifiers.
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
		if !active[id] { // the list may lag behind the start
			busy[sourceType(r.Input)]++
		}
	}
	return busy, active
}

// sourceType returns the kind of the source. Snapshots and clusters have
// separate limits.
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
	// Messages quote ARNs, which may contain these words.
	var words []string
	for word := range strings.FieldsSeq(strings.ToLower(api.ErrorMessage())) {
		if !strings.Contains(word, "arn:") {
			words = append(words, strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })...)
		}
	}
	said := " " + strings.Join(words, " ") + " "
	return strings.Contains(said, " limit ") || strings.Contains(said, " limits ") || strings.Contains(said, " limited ") || strings.Contains(said, " too many ")
}

// startedTask returns the task that the response of StartExportTask describes.
func startedTask(out *StartExportTaskOutput) *types.ExportTask {
	return &types.ExportTask{
		ExportOnly: out.ExportOnly, ExportTaskIdentifier: out.ExportTaskIdentifier, FailureCause: out.FailureCause,
		IamRoleArn: out.IamRoleArn, KmsKeyId: out.KmsKeyId, PercentProgress: out.PercentProgress, S3Bucket: out.S3Bucket,
		S3Prefix: out.S3Prefix, SnapshotTime: out.SnapshotTime, SourceArn: out.SourceArn, SourceType: out.SourceType,
		Status: out.Status, TaskEndTime: out.TaskEndTime, TaskStartTime: out.TaskStartTime,
		TotalExtractedDataInGB: out.TotalExtractedDataInGB, WarningMessage: out.WarningMessage,
	}
}
