package nereid

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/smithy-go/logging"
)

// ClientLogMode is a set of bits, one for each type of event that a client can log. Nothing is
// logged by default.
//
// In every mode, the log omits credentials, signatures, passwords and presigned
// URLs.
type ClientLogMode uint64

// The bits, combined with |.
const (
	// LogSigning logs the canonical request and the string to sign.
	LogSigning ClientLogMode = 1 << (64 - 1 - iota)
	// LogRetries logs failed attempts that are retried.
	LogRetries
	// LogRequest logs the request line and the headers, without the body.
	LogRequest
	// LogRequestWithBody logs requests together with their bodies.
	LogRequestWithBody
	// LogResponse logs the status line and the headers, without the body.
	LogResponse
	// LogResponseWithBody logs responses together with their bodies.
	LogResponseWithBody
	// LogDeprecatedUsage has no effect. It exists for compatibility with the SDK.
	LogDeprecatedUsage
	// LogRequestEventMessage has no effect. It exists for compatibility with the SDK.
	LogRequestEventMessage
	// LogResponseEventMessage has no effect. It exists for compatibility with the SDK.
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

// A LeveledLogger is a logger that [NewLogger] adapts, for example a *slog.Logger. The arguments
// are alternating names and values of attributes.
type LeveledLogger interface {
	Debug(msg string, args ...any)
	Warn(msg string, args ...any)
}

// NewLogger returns a logger for a Config. It writes to l:
//
//	cfg.Logger = nereid.NewLogger(slog.Default())
//
// The logger is an [EventLogger], so the clients' events keep their attributes.
func NewLogger(l LeveledLogger) logging.Logger { return leveled{l} }

type leveled struct{ l LeveledLogger }

func (a leveled) Logf(c logging.Classification, format string, v ...any) {
	msg := format
	if len(v) > 0 {
		msg = fmt.Sprintf(format, v...)
	}
	a.LogEvent(c, msg)
}

func (a leveled) LogEvent(c logging.Classification, msg string, attrs ...any) {
	if c == logging.Warn {
		a.l.Warn(msg, attrs...)
	} else {
		a.l.Debug(msg, attrs...)
	}
}

// An EventLogger is a logger that accepts events with attributes. As in package log/slog,
// attributes are alternating names and values. Clients call LogEvent if their Logger is an
// EventLogger.
type EventLogger interface {
	logging.Logger
	LogEvent(c logging.Classification, msg string, attrs ...any)
}

// LogEvent logs an event with attributes. For a logger that is not an [EventLogger], it appends the
// attributes to the message as text, and quotes values that contain spaces or line breaks. A body,
// or a map such as the headers, follows on separate lines, without quotes.
func LogEvent(l logging.Logger, c logging.Classification, msg string, attrs ...any) {
	if events, ok := l.(EventLogger); ok {
		events.LogEvent(c, msg, attrs...)
		return
	}
	var b, long strings.Builder
	b.WriteString(msg)
	for i := 0; i+1 < len(attrs); i += 2 {
		switch v := attrs[i+1].(type) {
		case map[string]string:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				fmt.Fprintf(&long, "\n%s: %s", name, v[name])
			}
		case string:
			if attrs[i] == "body" {
				long.WriteString("\n\n" + v)
			} else {
				fmt.Fprintf(&b, " %v=%s", attrs[i], quoted(v))
			}
		default:
			fmt.Fprintf(&b, " %v=%s", attrs[i], quoted(fmt.Sprint(v)))
		}
	}
	l.Logf(c, "%s", b.String()+long.String())
}

func quoted(v string) string {
	if v == "" || strings.ContainsAny(v, " \t\r\n\"=") {
		return strconv.Quote(v)
	}
	return v
}
