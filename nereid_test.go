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

	"github.com/nereid-go/nereid"
)

func TestPointers(t *testing.T) {
	now := time.Now()
	if *nereid.String("a") != "a" || !*nereid.Bool(true) || *nereid.Int32(1) != 1 || *nereid.Int64(2) != 2 || *nereid.Float64(0.5) != 0.5 || !nereid.Time(now).Equal(now) {
		t.Error("a pointer does not point to its value")
	}
	if nereid.ToString(nereid.String("a")) != "a" || !nereid.ToBool(nereid.Bool(true)) || nereid.ToInt32(nereid.Int32(1)) != 1 ||
		nereid.ToInt64(nereid.Int64(2)) != 2 || nereid.ToFloat64(nereid.Float64(0.5)) != 0.5 || nereid.ToTime(&now) != now {
		t.Error("a value is not what its pointer points to")
	}
	if nereid.ToString(nil) != "" || nereid.ToBool(nil) || nereid.ToInt32(nil) != 0 || nereid.ToInt64(nil) != 0 || nereid.ToFloat64(nil) != 0 || !nereid.ToTime(nil).IsZero() {
		t.Error("nil is not the zero value")
	}
	if a, b := nereid.String("x"), nereid.String("x"); a == b {
		t.Error("two pointers are the same")
	}
}

// Each bit has its method, and no other's. Their values are the SDK's.
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
