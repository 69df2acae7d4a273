package nereid

import (
	"fmt"

	"github.com/aws/smithy-go/logging"
)

// ClientLogMode is a set of bits, one for each kind of event that a client
// logs. Nothing is logged by default.
//
// Whatever the mode, credentials, signatures, passwords and presigned URLs are
// left out.
type ClientLogMode uint64

// The bits, combined with |.
const (
	LogSigning ClientLogMode = 1 << (64 - 1 - iota)
	LogRetries
	LogRequest
	LogRequestWithBody
	LogResponse
	LogResponseWithBody
	LogDeprecatedUsage
	LogRequestEventMessage
	LogResponseEventMessage
)

// IsSigning reports whether LogSigning is set.
func (m ClientLogMode) IsSigning() bool { return m&LogSigning != 0 }

// IsRetries reports whether LogRetries is set.
func (m ClientLogMode) IsRetries() bool { return m&LogRetries != 0 }

// IsRequest reports whether LogRequest is set.
func (m ClientLogMode) IsRequest() bool { return m&LogRequest != 0 }

// IsRequestWithBody reports whether LogRequestWithBody is set.
func (m ClientLogMode) IsRequestWithBody() bool { return m&LogRequestWithBody != 0 }

// IsResponse reports whether LogResponse is set.
func (m ClientLogMode) IsResponse() bool { return m&LogResponse != 0 }

// IsResponseWithBody reports whether LogResponseWithBody is set.
func (m ClientLogMode) IsResponseWithBody() bool { return m&LogResponseWithBody != 0 }

// IsDeprecatedUsage reports whether LogDeprecatedUsage is set.
func (m ClientLogMode) IsDeprecatedUsage() bool { return m&LogDeprecatedUsage != 0 }

// A LeveledLogger is what [NewLogger] adapts. *slog.Logger is one.
type LeveledLogger interface {
	Debug(msg string, args ...any)
	Warn(msg string, args ...any)
}

// NewLogger makes a logger for a Config of one with levels:
//
//	cfg.Logger = nereid.NewLogger(slog.Default())
func NewLogger(l LeveledLogger) logging.Logger { return leveled{l} }

type leveled struct{ l LeveledLogger }

func (a leveled) Logf(c logging.Classification, format string, v ...any) {
	msg := format
	if len(v) > 0 {
		msg = fmt.Sprintf(format, v...)
	}
	if c == logging.Warn {
		a.l.Warn(msg)
	} else {
		a.l.Debug(msg)
	}
}
