package operation

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"unicode"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/retry"
)

// apiError returns the fault that the body contains, even if the body is
// malformed after the error code. If the body does not contain a fault, the
// response is from a proxy or a load balancer, and only its status is known. If
// the body is truncated, apiError returns a *smithy.DeserializationError,
// because the fault is unknown.
func (c *call) apiError(resp *http.Response, body []byte, readErr error) error {
	e, err := awsquery.ParseError(body)
	switch {
	case err != nil && readErr != nil:
		return &smithy.DeserializationError{Err: c.hideSecrets(readErr)}
	case cutOff(body, err):
		return &smithy.DeserializationError{Err: c.hideSecrets(&unreadableError{err})}
	case err != nil && e.Code == "":
		return &smithy.GenericAPIError{Code: "UnknownError", Message: c.describeBody(resp, body), Fault: faultOf(resp.StatusCode)}
	}
	if e.RequestID != "" {
		c.reply.requestID = c.withoutSecretsInID(e.RequestID)
	}
	c.reply.code = e.Code
	e.Message = bounded(c.withoutSecrets(e.Message), maxText)
	fault := nereid.NewFault(c.chain.op.Faults, e.Code, e.Message)
	if fault == nil {
		fault = &smithy.GenericAPIError{Code: bounded(c.withoutSecrets(e.Code), maxName), Message: e.Message, Fault: faultOf(resp.StatusCode)}
	}
	if c.recovery != nil {
		if ours := awsquery.IsErrorResponse(body); ours && resp.StatusCode < 500 || retry.IsThrottle(fault) {
			c.recovery.Refused(ours)
		}
	}
	return fault
}

// cutOff reports whether err, the error of decoding body, is due to a truncated
// error reply. (If a response has no length, its truncation is not a read
// error.) The body must begin like an error reply: an HTML page can look
// truncated too, because HTML elements need not be closed.
func cutOff(body []byte, err error) bool {
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	text := strings.TrimSpace(strings.TrimPrefix(string(body), "\ufeff"))
	if strings.HasPrefix(text, "<?xml") {
		_, after, whole := strings.Cut(text, "?>")
		if text = strings.TrimSpace(after); !whole || text == "" {
			return true
		}
	}
	for _, root := range [...]string{"<ErrorResponse", "<Response", "<Error"} {
		if text != "" && strings.HasPrefix(text, root[:min(len(text), len(root))]) {
			return true
		}
	}
	return false
}

func faultOf(status int) smithy.ErrorFault {
	if status >= 500 {
		return smithy.FaultServer
	}
	return smithy.FaultClient
}

// describeBody describes an error response whose body does not have AWS's error
// format. The result contains the status and the first line of the body.
func (c *call) describeBody(resp *http.Response, body []byte) string {
	s := fmt.Sprintf("status %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	if len(body) == 0 {
		return s + " without a body"
	}
	if kind := printable(resp.Header.Get("Content-Type")); kind != "" {
		s += ", " + bounded(c.withoutSecrets(kind), maxName)
	}
	s += fmt.Sprintf(" of %d bytes that is not an error reply", len(body))
	switch compressed := compression(resp, body); {
	case compressed != "":
		return s + ": it is compressed with " + compressed + ", which was not requested"
	default:
		if line := firstLine(c.withoutSecrets(string(body))); line != "" {
			s += ": " + strconv.Quote(bounded(line, maxLine))
		}
	}
	return s
}

// compression returns the name of the body's compression, or "". It detects
// gzip and zstd by the body's first bytes, and other compressions by the
// Content-Encoding header.
func compression(resp *http.Response, body []byte) string {
	switch {
	case bytes.HasPrefix(body, []byte{0x1f, 0x8b}):
		return "gzip"
	case bytes.HasPrefix(body, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		return "zstd"
	}
	switch kind := strings.ToLower(resp.Header.Get("Content-Encoding")); kind {
	case "br", "deflate", "compress":
		return kind
	}
	return ""
}

// firstLine returns the first line of the text that contains a letter or digit,
// without its unprintable characters. In markup, it ignores tags.
func firstLine(text string) string {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	if strings.HasPrefix(text, "<") {
		text = withoutTags(text)
	}
	for line := range strings.Lines(text) {
		line = printable(line)
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return line
		}
	}
	return ""
}

// printable returns text as a single line without unprintable characters.
func printable(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, !unicode.IsPrint(r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// withoutTags replaces tags, comments, scripts and styles in markup with line
// breaks.
func withoutTags(text string) string {
	var b strings.Builder
	for text != "" {
		before, after, found := strings.Cut(text, "<")
		b.WriteString(before)
		if !found {
			break
		}
		b.WriteByte('\n')
		end := ">"
		lower := strings.ToLower(after[:min(len(after), len("script"))])
		switch {
		case strings.HasPrefix(lower, "!--"):
			end = "-->"
		case strings.HasPrefix(lower, "script"):
			end = "</script>"
		case strings.HasPrefix(lower, "style"):
			end = "</style>"
		}
		_, text, _ = strings.Cut(after, end)
	}
	return b.String()
}
