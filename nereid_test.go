package nereid_test

import (
	"bytes"
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
)

func TestPointers(t *testing.T) {
	pointerTo(t, nereid.String, nereid.ToString, "a")
	pointerTo(t, nereid.Bool, nereid.ToBool, true)
	pointerTo(t, nereid.Int, nereid.ToInt, 1)
	pointerTo(t, nereid.Int32, nereid.ToInt32, 2)
	pointerTo(t, nereid.Int64, nereid.ToInt64, 3)
	pointerTo(t, nereid.Float32, nereid.ToFloat32, 0.25)
	pointerTo(t, nereid.Float64, nereid.ToFloat64, 0.5)
	pointerTo(t, nereid.Time, nereid.ToTime, time.Now())
	pointerTo(t, nereid.Duration, nereid.ToDuration, time.Minute)
}

func pointerTo[T comparable](t *testing.T, to func(T) *T, from func(*T) T, v T) {
	t.Helper()
	if p, q := to(v), to(v); *p != v || p == q {
		t.Errorf("%v becomes pointers to %v and %v, the same: %t", v, *p, *q, p == q)
	}
	if got := from(&v); got != v {
		t.Errorf("a pointer to %v becomes %v", v, got)
	}
	if got, zero := from(nil), *new(T); got != zero {
		t.Errorf("nil becomes %v, want %v", got, zero)
	}
}

func TestStringSlice(t *testing.T) {
	vs := []string{"a", "", "c"}
	ps := nereid.StringSlice(vs)
	vs[0] = "changed"
	if diff := cmp.Diff([]string{"a", "", "c"}, nereid.ToStringSlice(ps)); diff != "" {
		t.Errorf("there and back, -want +got:\n%s", diff)
	}
	if got := nereid.ToStringSlice([]*string{nil}); len(got) != 1 || got[0] != "" {
		t.Errorf("nil becomes %q", got)
	}
	// As in the SDK, an empty slice gives an empty slice.
	if ps, vs := nereid.StringSlice(nil), nereid.ToStringSlice(nil); ps == nil || vs == nil || len(ps)+len(vs) != 0 {
		t.Errorf("no strings become %v and %v", ps, vs)
	}
}

// Each bit has its own method. The values are those of the SDK.
func TestClientLogMode(t *testing.T) {
	for i, c := range []struct {
		mode nereid.ClientLogMode
		name string
	}{
		{nereid.LogSigning, "IsSigning"}, {nereid.LogRetries, "IsRetries"}, {nereid.LogRequest, "IsRequest"}, {nereid.LogRequestWithBody, "IsRequestWithBody"},
		{nereid.LogResponse, "IsResponse"}, {nereid.LogResponseWithBody, "IsResponseWithBody"}, {nereid.LogDeprecatedUsage, "IsDeprecatedUsage"},
	} {
		if want := nereid.ClientLogMode(1) << (63 - i); c.mode != want {
			t.Errorf("%s is %x, want %x", c.name, c.mode, want)
		}
		v := reflect.ValueOf(c.mode)
		for m := range v.NumMethod() {
			if name := v.Type().Method(m).Name; strings.HasPrefix(name, "Is") && v.Method(m).Call(nil)[0].Bool() != (name == c.name) {
				t.Errorf("%s of the mode of %s", name, c.name)
			}
		}
	}
}

func TestNewLogger(t *testing.T) {
	var b bytes.Buffer
	logger := nereid.NewLogger(slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{Level: slog.LevelDebug})))
	logger.Logf(logging.Debug, "%d%% done", 42)
	logger.Logf(logging.Warn, "100% literal")
	logger.Logf("other", "x")
	for i, want := range []string{`level=DEBUG msg="42% done"`, `level=WARN msg="100% literal"`, "level=DEBUG msg=x"} {
		if line := strings.Split(b.String(), "\n")[i]; !strings.HasSuffix(line, want) {
			t.Errorf("line %d: %s", i, line)
		}
	}
}

func TestCallInfo(t *testing.T) {
	var md middleware.Metadata
	if nereid.RequestID(md) != "" || nereid.Attempts(md) != 0 || nereid.Recovered(md) {
		t.Error("metadata of no call tells something")
	}
	nereid.SetCallInfo(&md, &nereid.CallInfo{RequestID: "r", Attempts: 2, Recovered: true})
	if nereid.RequestID(md) != "r" || nereid.Attempts(md) != 2 || !nereid.Recovered(md) {
		t.Error("the metadata does not tell what was set")
	}
	nereid.SetCallInfo(&md, nil)
	if nereid.RequestID(md) != "" {
		t.Error("nothing tells something")
	}
}

func TestNopRetryer(t *testing.T) {
	var r nereid.RetryerV2 = nereid.NopRetryer{}
	_, delayErr := r.RetryDelay(1, errors.New("x"))
	retry, retryErr := r.GetRetryToken(t.Context(), errors.New("x"))
	attempt, attemptErr := r.GetAttemptToken(t.Context())
	if r.IsErrorRetryable(errors.New("x")) || r.MaxAttempts() != 1 || delayErr == nil || retryErr != nil || attemptErr != nil {
		t.Error("it retries")
	}
	for _, release := range []func(error) error{retry, attempt, r.GetInitialToken()} {
		if err := release(errors.New("x")); err != nil {
			t.Error(err)
		}
	}
}

func TestParseRetryMode(t *testing.T) {
	for _, name := range []string{"standard", "adaptive"} {
		if mode, err := nereid.ParseRetryMode(name); err != nil || mode.String() != name {
			t.Errorf("%s, %v", mode, err)
		}
	}
	for _, name := range []string{"", "Standard", "legacy"} {
		if mode, err := nereid.ParseRetryMode(name); err == nil || mode != "" {
			t.Errorf("%s, %v", mode, err)
		}
	}
}

// Events have attributes: as attributes for slog, also in JSON, and as text for other loggers.
func TestLogEvent(t *testing.T) {
	var b bytes.Buffer
	event := func(l logging.Logger) string {
		b.Reset()
		nereid.LogEvent(l, logging.Debug, "attempt failed", "operation", "StopDBCluster", "attempt", 2, "error", errors.New("no way"),
			"header", map[string]string{"B": "2", "A": "1"}, "body", "x")
		return b.String()
	}
	slogged := event(nereid.NewLogger(slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{Level: slog.LevelDebug}))))
	if want := `"msg":"attempt failed","operation":"StopDBCluster","attempt":2,"error":"no way","header":{"A":"1","B":"2"},"body":"x"}`; !strings.Contains(slogged, want) {
		t.Errorf("JSON %s, want %s", slogged, want)
	}
	text := event(logging.NewStandardLogger(&b))
	if want := "DEBUG attempt failed operation=StopDBCluster attempt=2 error=\"no way\"\nA: 1\nB: 2\n\nx\n"; !strings.HasSuffix(text, want) {
		t.Errorf("text %q, want %q", text, want)
	}
}
