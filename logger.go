package nereid

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/smithy-go/logging"
)

// ClientLogMode is a set of bits, one for each kind of event that a client
// logs. Nothing is logged by default.
//
// In every mode, the log omits credentials, signatures, passwords and presigned
// URLs.
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

// A LeveledLogger is a logger that [NewLogger] adapts, for example a *slog.Logger.
// The arguments are names of attributes, each with a value behind it.
type LeveledLogger interface {
	Debug(msg string, args ...any)
	Warn(msg string, args ...any)
}

// NewLogger returns a logger for a Config that writes to a logger with levels:
//
//	cfg.Logger = nereid.NewLogger(slog.Default())
//
// It is an [EventLogger]: what clients log has attributes.
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

// An EventLogger is a logger that takes events with attributes, as package log/slog
// does: names, each with a value behind it. Clients log through LogEvent if their Logger
// is one.
type EventLogger interface {
	logging.Logger
	LogEvent(c logging.Classification, msg string, attrs ...any)
}

// LogEvent logs an event with attributes. A logger that is not an [EventLogger] gets
// them as text behind the message, in quotation marks where they have blanks or line
// breaks; what has several lines comes last, as it is.
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
