package vectortest

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

type sequence struct {
	ID, Kind, Spec string
	MaxAttempts    int  `json:"max_attempts"`
	InitialTokens  int  `json:"initial_tokens"`
	MaxBackoff     int  `json:"max_backoff_ms"`
	LongPolling    bool `json:"long_polling"`
	Rand           float64
	Steps          []step
}

type step struct {
	Status    int
	ErrorCode string `json:"error_code"`
	Headers   map[string]string
	Expect    struct {
		Outcome string
		Quota   *int `json:"retry_quota"`
		Delay   int  `json:"delay_ms"`
	}
}

// Retries tests the sequences in retry.json. For each sequence, it calls op
// once. Each attempt gets the response of the sequence's next step. Retries
// checks the delays between the attempts. Time is virtual, and the sequence
// contains the random number from which the delays are computed.
func (s *Service) Retries(t *testing.T, op string) {
	t.Helper()
	var cases []sequence
	Read(t, "retry.json", &cases)
	tally := NewTally("retry sequences")
	others := 0
	for _, c := range cases {
		run := func(t *testing.T) { synctest.Test(t, func(t *testing.T) { c.run(t, s, op) }) }
		switch {
		case c.Kind != "sequence":
			others++
		case c.LongPolling && c.Steps[0].Expect.Outcome == "retry_quota_exceeded":
			c.Steps[0].Expect.Delay = 0
			tally.NotMet(t, c.ID, "no operation of these services is a long poll, so a delay before giving up has "+
				"no benefit. The rest is met", run)
		default:
			tally.Run(t, c.ID, run)
		}
	}
	tally.Log(t, "operations")
	t.Logf("%d cases are not sequences, but about the retryer alone", others)
}

func (c *sequence) run(t *testing.T, s *Service, op string) {
	t.Helper()
	quota := retry.NewQuota(retry.DefaultQuota)
	retryer := retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts = c.MaxAttempts
		o.MaxBackoff = time.Duration(c.MaxBackoff) * time.Millisecond
		o.Quota = quota
		o.Rand = func() float64 { return c.Rand }
		if strings.Contains(c.Spec, "2.1") {
			o.Version = retry.Version21
		}
	})
	drain(t, retryer, quota, c.InitialTokens)

	var quotas []int // at each request, which is after the step before it
	transport := &Transport{OnRequest: func() { quotas = append(quotas, quota.Tokens()) }}
	for _, step := range c.Steps {
		transport.Replies = append(transport.Replies, step.reply(op))
	}
	cfg := config(transport)
	cfg.Retryer = func() nereid.Retryer { return retryer }
	_, err := s.call(t.Context(), cfg, op, s.filled(op))
	quotas = append(quotas, quota.Tokens())

	if len(transport.Requests) != len(c.Steps) {
		t.Fatalf("%d attempts, want %d; the error is %v", len(transport.Requests), len(c.Steps), err)
	}
	for i, step := range c.Steps {
		outcome, next := "retry_request", time.Now()
		if i+1 < len(c.Steps) {
			next = transport.Requests[i+1].At
		} else {
			outcome = outcomeOf(err)
		}
		if outcome != step.Expect.Outcome {
			t.Errorf("step %d: %s (%v), want %s", i, outcome, err, step.Expect.Outcome)
		}
		if want := step.Expect.Quota; want != nil && quotas[i+1] != *want {
			t.Errorf("step %d: %d tokens left, want %d", i, quotas[i+1], *want)
		}
		want := time.Duration(step.Expect.Delay) * time.Millisecond
		if delay := next.Sub(transport.Requests[i].At); delay != want {
			t.Errorf("step %d: delay %v, want %v", i, delay, want)
		}
	}
}

// reply is the answer to a step.
func (s *step) reply(op string) Reply {
	r := Reply{Status: s.Status, Headers: s.Headers}
	switch {
	case s.Status == http.StatusOK:
		r.Body = succeed(op).Body
	case s.ErrorCode != "":
		r.Body = "<ErrorResponse><Error><Code>" + s.ErrorCode + "</Code></Error></ErrorResponse>"
	}
	return r
}

// outcomeOf names the end of a call.
func outcomeOf(err error) string {
	switch {
	case err == nil:
		return "success"
	case as[*nereid.MaxAttemptsError](err):
		return "max_attempts_exceeded"
	case as[*retry.QuotaError](err):
		return "retry_quota_exceeded"
	}
	return "fail_request"
}

// drain takes tokens from a quota, as other calls' retries would, until the
// given number is left.
func drain(t *testing.T, retryer nereid.Retryer, quota *retry.Quota, tokens int) {
	t.Helper()
	throttled := &smithy.GenericAPIError{Code: "Throttling"}
	for quota.Tokens() > tokens {
		err := error(throttled) // costs 5 by both specifications
		if (quota.Tokens()-tokens)%5 != 0 {
			err = errors.New("a transient error") // costs 14 by the newer one
		}
		if _, err := retryer.GetRetryToken(t.Context(), err); err != nil {
			t.Fatal(err)
		}
	}
	if quota.Tokens() != tokens {
		t.Fatalf("%d tokens are left, want %d", quota.Tokens(), tokens)
	}
}
