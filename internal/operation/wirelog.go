package operation

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sort"
	"strings"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
)

// wireLogger logs requests and responses as ClientLogMode selects, without
// anything secret.
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

func (c *call) logf(format string, v ...any) { c.opts.Logger.Logf(logging.Debug, format, v...) }

func (c *call) logRequest(req *smithyhttp.Request, withBody bool) {
	var b strings.Builder
	fmt.Fprintf(&b, "Request\n%s %s\n", req.Method, withoutQuery(req.URL))
	writeHeader(&b, req.Header)
	if withBody {
		b.WriteByte('\n')
		if body, ok := req.GetStream().(*formBody); ok {
			b.WriteString(redactForm(string(body.form)))
		} else {
			b.WriteString("(the body is a middleware's)")
		}
	}
	c.logf("%s", c.withoutSecrets(b.String()))
}

func (c *call) logResponse(resp *http.Response, withBody bool) {
	var b strings.Builder
	fmt.Fprintf(&b, "Response\n%s %s\n", resp.Proto, resp.Status)
	writeHeader(&b, resp.Header)
	if withBody {
		head, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
		rest := resp.Body
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.MultiReader(bytes.NewReader(head), &errReader{err}, rest), rest}
		b.WriteByte('\n')
		b.Write(head)
	}
	c.logf("%s", c.withoutSecrets(b.String()))
}

// errReader hands on what went wrong when a body was read for the log.
type errReader struct{ err error }

func (r *errReader) Read([]byte) (int, error) {
	if r.err == nil {
		return 0, io.EOF
	}
	return 0, r.err
}

func (c *call) logSigning(req *smithyhttp.Request, creds nereid.Credentials) {
	c.logf("Signing\nkey %s, region %s, service %s, date %s", creds.AccessKeyID, c.target.signingRegion,
		c.client.service.SigningName, req.Header.Get("X-Amz-Date"))
}

func (c *call) logRetryf(format string, v ...any) {
	if c.opts.ClientLogMode.IsRetries() {
		c.logf("%s/%s: "+format, append([]any{c.client.service.ID, c.chain.op.Name}, v...)...)
	}
}

// writeHeader writes a header sorted by name. Of the secret ones it tells only
// that they are there.
func writeHeader(b *strings.Builder, h http.Header) {
	names := make([]string, 0, len(h))
	for name := range h {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		value := strings.Join(h[name], ", ")
		switch {
		case secretHeader(name):
			value = redacted
		case strings.EqualFold(name, "Location"):
			u, err := url.Parse(value)
			if value = redacted; err == nil {
				value = withoutQuery(u)
			}
		}
		fmt.Fprintf(b, "%s: %s\n", name, value)
	}
}
