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

// MaxConcurrentExports is how many snapshot exports an account can run at the same time. Cluster
// exports have a separate limit of the same size. AWS does not document whether the limits are per
// region; [ExportAll] counts the exports in its client's region.
const MaxConcurrentExports = 5

// ExportAllAPIClient is the client interface that [ExportAll] uses.
type ExportAllAPIClient interface {
	DescribeExportTasksAPIClient
	StartExportTask(context.Context, *StartExportTaskInput, ...func(*Options)) (*StartExportTaskOutput, error)
}

// ExportAllOptions are the options of [ExportAll].
type ExportAllOptions struct {
	// Limit is the maximum number of snapshot exports that run at the same time. Cluster exports
	// have a separate limit of the same size. Exports that other callers started count too. 0 means
	// MaxConcurrentExports.
	Limit int

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)

	// MinDelay and MaxDelay are the minimum and maximum time between polls. The defaults are 30
	// seconds and 2 minutes. After each poll, ExportAll starts the next exports if running exports
	// have ended.
	MinDelay, MaxDelay time.Duration

	// SkipExported, if not nil, makes ExportAll skip snapshots that are already exported.
	// SkipExported is the client that describes the snapshots, usually the client passed to
	// ExportAll. An export is skipped if a task with the status COMPLETE has the same source,
	// bucket, prefix and ExportOnly, and if the task's SnapshotTime is the snapshot's
	// SnapshotCreateTime. The result then has the State ExportSkipped, and its Task is the
	// earlier task. ExportAll does not check the files in the bucket. It never skips exports of
	// clusters, because a cluster's data changes.
	SkipExported DescribeSnapshotsAPIClient

	// OnStart, if set, is called after the service has started an export, with the response of
	// StartExportTask.
	OnStart func(*StartExportTaskOutput)

	// OnPoll, if set, is called for each running export at each poll.
	OnPoll func(Poll[types.ExportTask])

	// NoSlot reports whether an error of StartExportTask means that too many exports are running.
	// ExportAll then tries the export again later. AWS does not document this error. If NoSlot is
	// nil, ExportAll uses a default that returns true for errors that match
	// nereid.ErrQuotaExceeded, and for errors whose code or message mentions a limit or "too many".
	// The default returns false for errors that match nereid.ErrNotFound, nereid.ErrAlreadyExists
	// or nereid.ErrAccessDenied.
	NoSlot func(error) bool
}

// An ExportState is the state of an export when [ExportAll] yields it.
type ExportState string

// The states of an [ExportResult].
const (
	ExportNotStarted ExportState = "not started" // AWS rejected the export, or ExportAll ended before starting it
	ExportRunning    ExportState = "running"     // the export was still running when ExportAll stopped waiting

	ExportComplete ExportState = "complete" // the export is COMPLETE: RDS has written all files
	ExportSkipped  ExportState = "skipped"  // an earlier task already exported the snapshot to the same bucket and prefix
	ExportFailed   ExportState = "failed"   // the export started, and then failed or was canceled

	// ExportUnknown means that it is unknown whether the export started: the response was lost, and
	// ExportAll did not find the task before it gave up. The export may be running. Check whether
	// the task exists before starting the export again.
	ExportUnknown ExportState = "unknown"
)

// An ExportResult is the result of one export that [ExportAll] ran.
type ExportResult struct {
	// Input is the input of StartExportTask for this export.
	Input *StartExportTaskInput

	// State is the state of the export when ExportAll yields the result.
	State ExportState

	// Task is the last description of the export task, or nil if State is ExportNotStarted or
	// ExportUnknown.
	Task *types.ExportTask

	// Err is the reason why the export is not complete, or nil if State is ExportComplete or
	// ExportSkipped. It is the error of StartExportTask, a *nereid.WaitError, the context's
	// error, or nereid.ErrWaitTimeout. In the last two cases, Err also wraps the last error of
	// StartExportTask, if there was one.
	Err error
}

// ExportAll starts exports in the given order, runs as many at the same time as AWS allows, and
// yields the result of each export when the export ends. If the service rejects an export because
// too many are running, ExportAll tries that export again at the next poll. If starting an export
// fails for a transient reason, ExportAll moves that export to the end of the queue, and tries it
// again at a later poll. A failed export does not affect the other exports.
//
// If the response of StartExportTask is lost, the next attempt to start that export first checks
// whether the export is already running. If it is, ExportAll waits for it and does not start it
// again.
//
// When maxWait has passed or the context is done, ExportAll stops starting exports, and yields the
// remaining exports with the State ExportRunning, ExportNotStarted or ExportUnknown. Running
// exports continue in AWS. If the caller breaks out of the loop, ExportAll stops without yielding
// the remaining exports.
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
				err = fmt.Errorf("another export has the same identifier %s", id)
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
	running map[string]*ExportResult // by export task identifier
	refused []ExportResult           // results of rejected or skipped exports that are not yet yielded
	looked  bool                     // whether skip has looked for complete exports
}

// A waitingExport is an export that has not started.
type waitingExport struct {
	in      *StartExportTaskInput
	doubt   recovery.PendingOutcome // the outcome of a start whose response was lost
	err     error                   // error of the last attempt to start the export
	unknown int                     // number of attempts with an unknown outcome
}

// id returns the export's identifier, or "" if it is not set.
func (w *waitingExport) id() string {
	if w.in == nil {
		return ""
	}
	return nereid.ToString(w.in.ExportTaskIdentifier)
}

// result returns the result of an export that has not started, with the error err. If the outcome
// of an attempt to start the export is unknown, the State of the result is ExportUnknown.
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
			err = fmt.Errorf("%w; the last attempt to start the export failed: %w", failure, w.err)
		}
		if !yield(w.result(err)) {
			return
		}
	}
}

// polled records the last description of a running export.
func (q *exportQueue) polled(p Poll[types.ExportTask]) {
	if r := q.running[p.Resource]; r != nil && p.Item != nil {
		task := *p.Item
		r.Task = &task
	}
	if q.options.OnPoll != nil {
		q.options.OnPoll(p)
	}
}

// ended returns the result of a started export, after the wait for the export has ended with err.
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

// maxFailures is the number of consecutive transient failures after which exportQueue.start leaves
// the remaining exports for the next poll.
const maxFailures = 2

// maxUnknown is how many times exportQueue.start repeats the attempt to start an export after an
// unknown outcome. After that, the export's State is ExportUnknown. Repetition helps because AWS
// may list a started export only after a few minutes: a later attempt can then find it.
const maxUnknown = 3

func unknown(err error) bool {
	var e *nereid.OutcomeUnknownError
	return errors.As(err, &e) && !recovery.Unanswered(err) // the next poll tries again
}

// start starts as many exports as the limits allow. It returns their identifiers, and reports
// whether more exports are waiting.
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
		known := w.doubt.Open() && active[w.id()] // this export, or another export with the same name, already runs
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
		case q.withoutKeys(w.err): // the other exports would fail for the same reason
			failures = maxFailures
			left = append(left, w)
		case q.options.NoSlot(w.err) && (active == nil || busy[kind] > 0):
			busy[kind] = q.options.Limit // other exports of this source type would be rejected too
			left = append(left, w)
		case unknown(w.err) && w.unknown < maxUnknown: // the next attempt looks for the task again
			w.unknown++
			failed = append(failed, w)
		case q.options.NoSlot(w.err), retry.IsRetryable(w.err): // other callers' exports may be running, or the error is transient
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

// withoutKeys reports whether err means that credentials are temporarily missing.
func (q *exportQueue) withoutKeys(err error) bool {
	_, passing := retry.Credentials(err, q.began)
	return passing
}

// maxPages is the maximum number of pages of running exports that exportQueue.count reads. A valid
// list is much shorter.
const maxPages = 10

// count reads the service's list of running exports. It returns two results: busy contains, for
// each source type, the number of the account's running exports, including exports that q has
// started but that are not listed yet. active contains the identifiers of the listed exports. If
// the list cannot be read or is too long, busy counts only the exports that q has started, and
// active is nil.
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

// sourceType returns the type of the source. Exports of snapshots and of clusters have separate
// limits.
func sourceType(in *StartExportTaskInput) types.ExportSourceType {
	if in != nil && strings.Contains(nereid.ToString(in.SourceArn), ":cluster:") {
		return types.ExportSourceTypeCluster
	}
	return types.ExportSourceTypeSnapshot
}

// noSlot is the default for ExportAllOptions.NoSlot.
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
	// Skip ARNs: a name in an ARN may contain "limit" by chance.
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
