package operation_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

// hanging never answers.
func hanging(req *http.Request) (*http.Response, error) {
	<-req.Context().Done()
	return nil, req.Context().Err()
}

// stalling answers with the start of a body that never ends.
func stalling(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: &stalled{strings.NewReader("<CancelExport"), req.Context()}}, nil
}

type stalled struct {
	io.Reader
	ctx context.Context
}

func (s *stalled) Read(p []byte) (int, error) {
	if n, err := s.Reader.Read(p); err == nil {
		return n, nil
	}
	<-s.ctx.Done()
	return 0, s.ctx.Err()
}

func (*stalled) Close() error { return nil }

// A patient retryer makes the client wait an hour before it tries again.
type patient struct{ eager }

func (patient) RetryDelay(int, error) (time.Duration, error) { return time.Hour, nil }

// A gated retryer allows no attempts.
type gated struct{ eager }

func (gated) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// Whenever the caller's context ends, the call ends immediately with the
// context's error.
func TestContextEnds(t *testing.T) {
	const after = 10 * time.Second
	for name, c := range map[string]struct {
		respond  doFunc
		retryer  nereid.Retryer
		requests int
		last     bool // the error contains that of the last attempt
	}{
		"before the call":      {hanging, eager{}, 0, false},
		"while sending":        {hanging, eager{}, 1, false},
		"while reading":        {stalling, eager{}, 1, false},
		"during back-off":      {doFunc(answer(503, "")), patient{}, 1, true},
		"before a token comes": {doFunc(answer(503, "")), gated{}, 0, false},
	} {
		for how, want := range map[string]error{"canceled": context.Canceled, "deadline": context.DeadlineExceeded} {
			t.Run(name+" "+how, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					start, requests := time.Now(), 0
					client := newClient(nil, func(o *rds.Options) { o.Retryer = c.retryer }, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
						requests++
						return c.respond(req)
					})))
					wait := after
					if name == "before the call" {
						wait = 0
					}
					ctx, cancelCause := context.WithCancelCause(t.Context())
					defer cancelCause(nil)
					switch {
					case how == "deadline":
						var stop context.CancelFunc
						ctx, stop = context.WithTimeout(ctx, wait)
						defer stop()
					case wait == 0:
						cancelCause(errors.New("the user went away"))
					default:
						defer time.AfterFunc(wait, func() { cancelCause(errors.New("the user went away")) }).Stop()
					}
					_, err := client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")})
					var canceled *smithy.CanceledError
					var operation *smithy.OperationError
					if !errors.Is(err, want) || !errors.As(err, &canceled) || !errors.As(err, &operation) || nereid.IsServiceError(err) && !c.last {
						t.Errorf("error %v", err)
					}
					if how == "canceled" {
						mention(t, err, "the user went away")
					}
					var response *smithyhttp.ResponseError
					if errors.As(err, &response) != c.last {
						t.Errorf("has a response: %t: %v", !c.last, err)
					}
					if took := time.Since(start); took != wait || requests != c.requests {
						t.Errorf("%d requests in %s, want %d in %s", requests, took, c.requests, wait)
					}
				})
			})
		}
	}
}

// An attempt that exceeds its time limit is repeated. The final error is the
// attempt's time limit, not the caller's deadline.
func TestAttemptTimeout(t *testing.T) {
	for name, respond := range map[string]doFunc{"sending": hanging, "reading": stalling} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start, requests := time.Now(), 0
				client := newClient(nil, func(o *rds.Options) { o.AttemptTimeout = 5 * time.Second }, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
					requests++
					return respond(req)
				})))
				_, err := cancel(t, client, func(o *rds.Options) { o.Retryer = impatient{o.Retryer} })
				if took := time.Since(start); requests != 3 || took != 15*time.Second {
					t.Errorf("%d requests in %s", requests, took)
				}
				if mention(t, err, "no response within 5s", "number of attempts, 3"); errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("is taken for the caller's deadline: %v", err)
				}
				var timeout interface{ Timeout() bool }
				if !errors.As(err, &timeout) || !timeout.Timeout() {
					t.Errorf("is not a timeout: %v", err)
				}
			})
		})
	}
}

// impatient is a retryer that does not wait.
type impatient struct{ nereid.Retryer }

func (impatient) RetryDelay(int, error) (time.Duration, error) { return 0, nil }

// A late answer to one attempt does not affect the next.
func TestAttemptTimeoutThenSuccess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := newClient(nil, withHTTPClient(doFunc(script(hanging, stalling, ok("t1")))))
		out := mustCancel(t, client, func(o *rds.Options) { o.AttemptTimeout = time.Second })
		if nereid.Attempts(out.ResultMetadata) != 3 {
			t.Errorf("%d attempts", nereid.Attempts(out.ResultMetadata))
		}
	})
}

// An attempt without a time limit waits until the call ends.
func TestNoAttemptTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var attempt context.Context
		client := newClient(nil, func(o *rds.Options) { o.AttemptTimeout = -1 }, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
			attempt = req.Context()
			<-time.After(24 * time.Hour)
			return ok("t1")(req)
		})))
		mustCancel(t, client)
		if attempt.Err() == nil {
			t.Error("the context of the attempt goes on")
		}
	})
}

// A middleware's time limit is not reported as the attempt's.
func TestTimeoutOfMiddleware(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := 0
		client := newClient(nil, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
			requests++
			return hanging(req)
		})), inFinalize("Signing", middleware.Before, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			ctx, stop := context.WithTimeout(ctx, time.Second)
			defer stop()
			return next.HandleFinalize(ctx, in)
		}))
		_, err := cancel(t, client)
		if requests != 3 || !errors.Is(err, context.DeadlineExceeded) || strings.Contains(err.Error(), "no response within") {
			t.Errorf("%d requests, %v", requests, err)
		}
	})
}
