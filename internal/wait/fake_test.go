package wait_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/wait"
)

// The shapes of a service with buckets: they are filled, and have names.
type (
	bucketInput struct {
		Name       *string
		Filters    []bucketFilter
		Marker     *string
		MaxRecords *int32
	}
	bucketOutput struct {
		Buckets []bucket
		Marker  *string
		ID      int // of the reply, as a stand-in for its metadata
	}
	bucket struct {
		Name, ARN, Status *string
		Percent           *int32
		Leaks             bool
		Cause             string
	}
	bucketOptions struct {
		Retryer nereid.Retryer
		Logger  logging.Logger
	}
)

type bucketFilter struct {
	Name   *string
	Values []string
}

// asked returns the values of the only filter.
func (in *bucketInput) asked() []string {
	if len(in.Filters) != 1 || nereid.ToString(in.Filters[0].Name) != "names" {
		return nil
	}
	return in.Filters[0].Values
}

type (
	kind = wait.Resource
	goal = wait.Condition
)

// A waiter and its options correspond to those that package describe makes of
// an engine.
type (
	waiter struct {
		Resource  *kind
		Condition *goal
		Describe  func(context.Context, *bucketInput, ...func(*bucketOptions)) (*bucketOutput, error)
	}
	options struct {
		wait.Settings
		ClientOptions []func(*bucketOptions)
		OnPoll        func(poll)
		Retryable     func(context.Context, *bucketInput, *bucketOutput, error) (bool, error)
	}
	poll = describe.Poll[*bucket]
)

func (w *waiter) Default() func(context.Context, *bucketInput, *bucketOutput, error) (bool, error) {
	return func(_ context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
		return wait.Default(w.Resource, w.Condition, in, out, err)
	}
}

func (w *waiter) engine(o options) *wait.Engine {
	e := &wait.Engine{Resource: w.Resource, Condition: w.Condition, Params: (*bucketInput)(nil), Output: (*bucketOutput)(nil), Settings: o.Settings}
	e.Ask = func(ctx context.Context, params any, c *wait.PollClient) (any, error) {
		out, err := w.Describe(ctx, params.(*bucketInput), append(slices.Clip(o.ClientOptions), func(o *bucketOptions) { c.Take(&o.Retryer, o.Logger) })...)
		if out == nil {
			return nil, err
		}
		return out, err
	}
	e.Retryable = func(ctx context.Context, params, out any, err error) (bool, error) {
		typed, _ := out.(*bucketOutput)
		return o.Retryable(ctx, params.(*bucketInput), typed, err)
	}
	if o.OnPoll != nil {
		e.OnPoll = func(p *wait.Poll) {
			item, _ := p.Item.(*bucket)
			o.OnPoll(poll{
				Resource: p.Resource, Item: item, Status: p.Status, Percent: p.Percent,
				Attempt: p.Attempt, Elapsed: p.Elapsed, Next: p.Next, Err: p.Err,
			})
		}
	}
	return e
}

func newKind() *kind {
	return &kind{
		Noun: "bucket", Items: "Buckets", ID: "Name", Names: []string{"Name", "ARN"}, Status: "Status", Percent: "Percent", NotFound: "BucketNotFound",
		Reason: func(item any) string { return item.(*bucket).Cause },
		Filter: "names",
	}
}

func fullGoal() *goal {
	return &goal{
		Wanted: "full", Success: []string{"full"}, Failure: []string{"broken", "lost"},
		Settled: func(item any) bool { return !item.(*bucket).Leaks },
	}
}

func goneGoal() *goal {
	return &goal{Wanted: "gone", Gone: true, Success: []string{"gone"}, Failure: []string{"filling"}}
}

// A service returns scripted answers and records the requests.
type service struct {
	t       *testing.T
	start   time.Time
	retryer nereid.Retryer
	logger  logging.Logger
	calls   []call
	answer  func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error)

	// The wait may be canceled between its check and the request: at the same
	// instant, by another goroutine.
	crossed bool
}

type call struct {
	at time.Duration
	in bucketInput
}

func newService(t *testing.T, answer func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error)) *service {
	return &service{t: t, start: time.Now(), retryer: retry.NewStandard(), answer: answer}
}

func (s *service) describe(ctx context.Context, in *bucketInput, optFns ...func(*bucketOptions)) (*bucketOutput, error) {
	s.calls = append(s.calls, call{time.Since(s.start), *in})
	if err := ctx.Err(); err != nil && !s.crossed {
		s.t.Errorf("request %d was made although the wait is over: %v", len(s.calls), err)
	}
	o := bucketOptions{Retryer: s.retryer, Logger: s.logger}
	for _, fn := range optFns {
		fn(&o)
	}
	if o.Retryer != nil && o.Retryer.IsErrorRetryable(errThrottled) {
		s.t.Errorf("request %d would be sent more than once", len(s.calls))
	}
	return s.answer(ctx, len(s.calls), in)
}

func (s *service) waiter(k *kind, g *goal) *waiter {
	return &waiter{Resource: k, Condition: g, Describe: s.describe}
}

// times returns when the requests arrived.
func (s *service) times() []time.Duration {
	var at []time.Duration
	for _, c := range s.calls {
		at = append(at, c.at)
	}
	return at
}

var (
	errThrottled = codeError("Throttling")
	errDenied    = fmt.Errorf("call: %w", codeFault("AccessDenied"))
	errInvalid   = fmt.Errorf("call: %w", codeFault("InvalidParameterValue"))
	errNotThere  = fmt.Errorf("call: %w", codeFault("BucketNotFound"))
)

// A codeFault is a fault with that code.
type codeFault string

func (f codeFault) Error() string               { return string(f) + ": " }
func (codeFault) ErrorMessage() string          { return "" }
func (f codeFault) ErrorCode() string           { return string(f) }
func (codeFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (f codeFault) Is(target error) bool        { return target == nereid.CategoryOf(f) }

func codeError(code string) error { return &smithy.GenericAPIError{Code: code} }

// script returns the answers in order. A string is the status of the only
// bucket. A bucket or an output is returned as is. An error fails. nil is an
// empty list. The last answer repeats.
func script(answers ...any) func(context.Context, int, *bucketInput) (*bucketOutput, error) {
	return func(_ context.Context, n int, in *bucketInput) (*bucketOutput, error) {
		name := in.Name
		if name == nil {
			name = ptr("b")
		}
		switch a := answers[min(n, len(answers))-1].(type) {
		case string:
			return &bucketOutput{Buckets: []bucket{{Name: name, Status: &a}}, ID: n}, nil
		case bucket:
			a.Name = name
			return &bucketOutput{Buckets: []bucket{a}, ID: n}, nil
		case *bucketOutput:
			return a, nil
		case error:
			return nil, a
		}
		return &bucketOutput{ID: n}, nil
	}
}

func ptr[T any](v T) *T { return &v }

// fixed are options with polls at regular times.
func fixed(d time.Duration) options { return with(wait.Settings{MinDelay: d, MaxDelay: d}) }

func with(s wait.Settings) options { return options{Settings: s} }
func (s *service) wait(w *waiter, in *bucketInput, maxWait time.Duration, o options) (*bucketOutput, error) {
	return s.waitContext(s.t.Context(), w, in, maxWait, o)
}

func (s *service) waitContext(ctx context.Context, w *waiter, in *bucketInput, maxWait time.Duration, o options) (*bucketOutput, error) {
	if o.Retryable == nil {
		o.Retryable = w.Default()
	}
	out, err := w.engine(o).Wait(ctx, in, maxWait)
	typed, _ := out.(*bucketOutput)
	return typed, err
}

// A result is a result of a wait for many resources.
type result struct {
	id  string
	err error
	at  time.Duration
}

func (s *service) waitAll(ctx context.Context, w *waiter, ids []string, maxWait time.Duration, o options) []result {
	if o.Retryable == nil {
		o.Retryable = w.Default()
	}
	var all []result
	for id, err := range w.engine(o).All(ctx, ids, maxWait) {
		all = append(all, result{id, err, time.Since(s.start)})
	}
	return all
}

// bubble runs f on virtual time.
func bubble(t *testing.T, f func(t *testing.T)) {
	t.Helper()
	synctest.Test(t, f)
}

// waitError finds the *nereid.WaitError.
func waitError(t *testing.T, err error) *nereid.WaitError {
	t.Helper()
	var e *nereid.WaitError
	if !errors.As(err, &e) {
		t.Fatalf("the error is %T (%v), not a *nereid.WaitError", err, err)
	}
	return e
}

// A world is a service with many buckets. Each has a status that depends on the
// time.
type world struct {
	names    []string // in the order of lists
	status   func(name string, at time.Duration) string
	pageSize int
	exact    bool // filters are case-sensitive
	ignores  func(name string) bool
	start    time.Time
	index    map[string]int // of a name in lower case
}

func newWorld(status func(name string, at time.Duration) string, names ...string) *world {
	w := &world{names: names, status: status, pageSize: 100, start: time.Now(), index: make(map[string]int)}
	for i, name := range names {
		w.index[strings.ToLower(name)] = i
	}
	return w
}

const arnPrefix = "arn:aws:bucket:here:1:bucket:"

// find returns the bucket with a name or an ARN, or nil.
func (w *world) find(name string) *bucket {
	i, ok := w.index[strings.ToLower(strings.TrimPrefix(name, arnPrefix))]
	if !ok {
		return nil
	}
	status := w.status(w.names[i], time.Since(w.start))
	if status == "" {
		return nil
	}
	return &bucket{Name: &w.names[i], ARN: ptr(arnPrefix + w.names[i]), Status: &status}
}

func (w *world) answer(_ context.Context, n int, in *bucketInput) (*bucketOutput, error) {
	if in.Name != nil {
		b := w.find(*in.Name)
		if b == nil {
			return nil, errNotThere
		}
		return &bucketOutput{Buckets: []bucket{*b}, ID: n}, nil
	}
	names := w.names
	if in.asked() != nil {
		names = nil
		for _, value := range in.asked() {
			i, ok := w.index[strings.ToLower(value)]
			if ok && (value == w.names[i] || !w.exact) && !slices.Contains(names, w.names[i]) {
				names = append(names, w.names[i])
			}
		}
	}
	var found []bucket
	for _, name := range names {
		if w.ignores != nil && w.ignores(name) {
			continue
		}
		if b := w.find(name); b != nil {
			found = append(found, *b)
		}
	}
	from := 0
	if in.Marker != nil {
		_, _ = fmt.Sscan(*in.Marker, &from)
	}
	out := &bucketOutput{Buckets: found[from:min(from+w.pageSize, len(found))], ID: n}
	if from+w.pageSize < len(found) {
		out.Marker = ptr(fmt.Sprint(from + w.pageSize))
	}
	return out, nil
}

func numbered(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("b%05d", i)
	}
	return names
}

// unavailable is the answer of an unavailable service, with these headers.
func unavailable(header ...string) error { return replied(503, errors.New("away"), header) }

// overloaded is the answer of an overloaded service.
func overloaded(header ...string) error { return replied(503, errThrottled, header) }

func replied(status int, err error, header []string) error {
	h := make(http.Header)
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status, Header: h}},
		Err:      err,
	}
}
