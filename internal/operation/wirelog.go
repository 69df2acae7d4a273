package operation

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
)

// wireLogger logs requests and responses as selected by ClientLogMode, without
// secrets.
type wireLogger struct{}

func (*wireLogger) ID() string { return "RequestResponseLogger" }

func (*wireLogger) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, md middleware.Metadata, err error,
) {
	const anything = nereid.LogRequest | nereid.LogRequestWithBody | nereid.LogResponse | nereid.LogResponseWithBody
	c := callOf(ctx)
	if c == nil {
		return out, md, errForeignContext
	}
	if c.opts.ClientLogMode&anything == 0 {
		return next.HandleDeserialize(ctx, in)
	}
	if mode := c.opts.ClientLogMode; mode.IsRequest() || mode.IsRequestWithBody() {
		if req, ok := in.Request.(*smithyhttp.Request); ok {
			c.logRequest(req, mode.IsRequestWithBody())
		}
	}
	out, md, err = next.HandleDeserialize(ctx, in)
	if mode := c.opts.ClientLogMode; err == nil && (mode.IsResponse() || mode.IsResponseWithBody()) {
		if resp, ok := out.RawResponse.(*smithyhttp.Response); ok {
			c.logResponse(resp.Response, mode.IsResponseWithBody())
		}
	}
	return out, md, err
}

func (c *call) logRequest(req *smithyhttp.Request, withBody bool) {
	attrs := []any{"method", req.Method, "url", withoutQuery(req.URL), "header", c.header(req.Header)}
	if withBody {
		text := "(a middleware set the body)"
		if body, ok := req.GetStream().(*formBody); ok {
			text = redactForm(string(body.form))
		}
		attrs = append(attrs, "body", c.withoutSecrets(text))
	}
	c.event(logging.Debug, "request", attrs...)
}

func (c *call) logResponse(resp *http.Response, withBody bool) {
	attrs := []any{"status", resp.StatusCode, "header", c.header(resp.Header)}
	if withBody {
		head, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
		rest := resp.Body
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.MultiReader(bytes.NewReader(head), &errReader{err}, rest), rest}
		attrs = append(attrs, "body", c.withoutSecrets(string(head)))
	}
	c.event(logging.Debug, "response", attrs...)
}

// An errReader returns the error that occurred when the body was read for the
// log.
type errReader struct{ err error }

func (r *errReader) Read([]byte) (int, error) {
	if r.err == nil {
		return 0, io.EOF
	}
	return 0, r.err
}

func (c *call) logSigning(req *smithyhttp.Request, creds nereid.Credentials) {
	c.event(logging.Debug, "signing", "access_key_id", creds.AccessKeyID, "signing_region", c.target.signingRegion,
		"signing_name", c.client.service.SigningName, "date", req.Header.Get("X-Amz-Date"))
}

func (c *call) logRetry(msg string, attrs ...any) {
	if c.opts.ClientLogMode.IsRetries() {
		c.event(logging.Debug, msg, attrs...)
	}
}

// event logs an event of the call. It adds attributes that identify the call.
func (c *call) event(class logging.Classification, msg string, attrs ...any) {
	about := []any{"service", c.client.service.ID, "operation", c.chain.op.Name, "region", c.opts.Region}
	if c.attempts.n > 0 {
		about = append(about, "attempt", c.attempts.n)
	}
	if c.reply.requestID != "" {
		about = append(about, "request_id", c.reply.requestID)
	}
	nereid.LogEvent(c.opts.Logger, class, msg, append(about, attrs...)...)
}

// header returns a header for the log. Secret values are replaced.
func (c *call) header(h http.Header) map[string]string {
	lines := make(map[string]string, len(h))
	for name, values := range h {
		value := strings.Join(values, ", ")
		switch {
		case secretHeader(name):
			value = redacted
		case strings.EqualFold(name, "Location"):
			u, err := url.Parse(value)
			if value = redacted; err == nil {
				value = withoutQuery(u)
			}
		}
		lines[name] = c.withoutSecrets(value)
	}
	return lines
}
