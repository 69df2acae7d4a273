package retry_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/retry"
)

type vector struct {
	ID, Kind, Spec string

	// classify
	Status    int
	ErrorCode *string `json:"error_code"`
	Expect    struct {
		Retryable bool
		Throttle  *bool
	}

	// clockskew
	Candidate       int  `json:"candidate_skew_s"`
	HasDate         bool `json:"has_date_header"`
	Applied         int  `json:"attempt_skew_s"`
	ExpectRetryable bool `json:"expect_retryable"`

	// retry-after
	Header      map[string]string
	Backoff     int `json:"backoff_ms"`
	ExpectDelay int `json:"expect_delay_ms"`

	// sequence
	MaxAttempts   int  `json:"max_attempts"`
	InitialTokens int  `json:"initial_tokens"`
	MaxBackoff    int  `json:"max_backoff_ms"`
	LongPolling   bool `json:"long_polling"`
	Rand          float64
	Steps         []step
}

type step struct {
	Status    int
	ErrorCode *string `json:"error_code"`
	Headers   map[string]string
	Expect    struct {
		Outcome string
		Quota   *int `json:"retry_quota"`
		Delay   *int `json:"delay_ms"`
	}
}

// unmet returns the reason if the package differs from a case on purpose.
func (v *vector) unmet() string {
	if v.LongPolling && v.Steps[0].Expect.Outcome == "retry_quota_exceeded" {
		return "no operation of these services is a long poll"
	}
	if v.Kind == "clockskew" && v.ErrorCode != nil && *v.ErrorCode == "RequestInTheFuture" {
		return "the code can only mean a wrong date, so the client relies on the Date of the response"
	}
	return ""
}

func TestVectors(t *testing.T) {
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "retry.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []vector
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	run, unmet := map[string]int{}, 0
	for _, v := range all {
		if reason := v.unmet(); reason != "" {
			unmet++
			t.Logf("unmet: %s: %s", v.ID, reason)
			continue
		}
		run[v.Kind]++
		t.Run(v.ID, func(t *testing.T) {
			switch v.Kind {
			case "classify":
				v.classify(t)
			case "clockskew":
				v.clockskew(t)
			case "retry-after":
				v.retryAfter(t)
			case "sequence":
				v.sequence(t)
			default:
				t.Fatalf("unknown kind %q", v.Kind)
			}
		})
	}
	t.Logf("%d cases: sequence %d, classify %d, clockskew %d, retry-after %d run, %d unmet",
		len(all), run["sequence"], run["classify"], run["clockskew"], run["retry-after"], unmet)
}

// failure returns the error of a call with this answer.
func failure(status int, code *string, headers map[string]string) error {
	if status < 300 {
		return nil
	}
	err := errors.New("no code")
	if code != nil {
		err = &smithy.GenericAPIError{Code: *code, Message: "refused"}
	}
	header := http.Header{}
	for name, value := range headers {
		header.Set(name, value)
	}
	resp := &smithyhttp.Response{Response: &http.Response{StatusCode: status, Header: header}}
	return &smithy.OperationError{Err: &smithyhttp.ResponseError{Response: resp, Err: err}}
}

func (v *vector) classify(t *testing.T) {
	t.Helper()
	err := failure(v.Status, v.ErrorCode, nil)
	if got := retry.IsRetryable(err); got != v.Expect.Retryable {
		t.Errorf("retryable: %t", got)
	}
	if got := retry.IsThrottle(err); v.Expect.Throttle != nil && got != *v.Expect.Throttle {
		t.Errorf("throttle: %t", got)
	}
}

func (v *vector) clockskew(t *testing.T) {
	t.Helper()
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	resp := &http.Response{Header: http.Header{}}
	if v.HasDate {
		date := now.Add(time.Duration(v.Candidate) * time.Second)
		resp.Header.Set("Date", date.Format(http.TimeFormat))
	}
	err := errors.New("no code")
	if v.ErrorCode != nil {
		err = &smithy.GenericAPIError{Code: *v.ErrorCode}
	}
	observed, ok := retry.SkewFrom(resp, now, now)
	got := ok && retry.IsClockSkew(err) && retry.SkewExceeds(time.Duration(v.Applied)*time.Second, observed)
	if got != v.ExpectRetryable {
		t.Errorf("retryable: %t, with an offset of %v", got, observed)
	}
}

func (v *vector) retryAfter(t *testing.T) {
	t.Helper()
	got := retry.After(failure(500, nil, v.Header), milliseconds(v.Backoff), retry.DefaultMaxBackoff)
	if got != milliseconds(v.ExpectDelay) {
		t.Errorf("delay %v, want %d ms", got, v.ExpectDelay)
	}
}

// sequence runs the loop of a client, as far as it concerns the retryer.
func (v *vector) sequence(t *testing.T) {
	t.Helper()
	quota := retry.NewQuota(retry.DefaultQuota)
	quota.SetTokens(v.InitialTokens)
	r := retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts = v.MaxAttempts
		o.MaxBackoff = milliseconds(v.MaxBackoff)
		o.Quota = quota
		o.Rand = func() float64 { return v.Rand }
		if strings.Contains(v.Spec, "2.1") {
			o.Version = retry.Version21
		}
	})
	releaseRetry := func(error) error { return nil }
	for i, step := range v.Steps {
		releaseAttempt, err := r.GetAttemptToken(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		opErr := failure(step.Status, step.ErrorCode, step.Headers)
		if err := errors.Join(releaseRetry(opErr), releaseAttempt(opErr)); err != nil {
			t.Fatal(err)
		}

		outcome, delay := "retry_request", time.Duration(0)
		switch {
		case opErr == nil:
			outcome = "success"
		case !r.IsErrorRetryable(opErr):
			outcome = "fail_request"
		case i+1 >= r.MaxAttempts():
			outcome = "max_attempts_exceeded"
		default:
			if releaseRetry, err = r.GetRetryToken(t.Context(), opErr); err != nil {
				outcome = "retry_quota_exceeded"
				if !errors.Is(err, opErr) {
					t.Errorf("step %d: %v does not wrap the error of the attempt", i, err)
				}
				break
			}
			if delay, err = r.RetryDelay(i+1, opErr); err != nil {
				t.Fatal(err)
			}
		}
		if outcome != step.Expect.Outcome {
			t.Fatalf("step %d: %s, want %s", i, outcome, step.Expect.Outcome)
		}
		if step.Expect.Quota != nil && quota.Tokens() != *step.Expect.Quota {
			t.Errorf("step %d: %d tokens left, want %d", i, quota.Tokens(), *step.Expect.Quota)
		}
		if step.Expect.Delay != nil && delay != milliseconds(*step.Expect.Delay) {
			t.Errorf("step %d: delay %v, want %d ms", i, delay, *step.Expect.Delay)
		}
	}
}

func milliseconds(n int) time.Duration { return time.Duration(n) * time.Millisecond }
