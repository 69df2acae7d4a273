package operation

import (
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

func (wireLogger) ID() string { return "RequestResponseLogger" }

func (wireLogger) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, md middleware.Metadata, err error,
) {
	const anything = nereid.LogRequest | nereid.LogRequestWithBody | nereid.LogResponse | nereid.LogResponseWithBody
	c := callOf(ctx)
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
	fmt.Fprintf(&b, "Request\n%s %s\n", req.Method, req.URL.Redacted())
	writeHeader(&b, req.Header)
	if withBody {
		b.WriteByte('\n')
		if body, ok := req.GetStream().(*formBody); ok {
			b.WriteString(redactForm(body.form))
		} else {
			b.WriteString("(the body is a middleware's)")
		}
	}
	c.logf("%s", b.String())
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
		}{io.MultiReader(strings.NewReader(string(head)), errReader{err}, rest), rest}
		b.WriteByte('\n')
		b.Write(head)
	}
	c.logf("%s", b.String())
}

// errReader hands on what went wrong when a body was read for the log.
type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) {
	if r.err == nil {
		return 0, io.EOF
	}
	return 0, r.err
}

func (c *call) logSigning(req *smithyhttp.Request, creds nereid.Credentials) {
	c.logf("Signing\nkey %s, region %s, service %s, date %s", creds.AccessKeyID, c.target.signingRegion,
		c.client.service.SigningName, req.Header.Get("X-Amz-Date"))
}

func (c *call) logRetry(format string, v ...any) {
	if c.opts.ClientLogMode.IsRetries() {
		c.logf("%s/%s: "+format, append([]any{c.client.service.ID, c.chain.name}, v...)...)
	}
}

const redacted = "REDACTED"

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
		switch name {
		case "Authorization", "X-Amz-Security-Token", "Cookie", "Set-Cookie", "Proxy-Authorization":
			value = redacted
		case "Location":
			value = withoutQuery(value)
		}
		fmt.Fprintf(b, "%s: %s\n", name, value)
	}
}

func withoutQuery(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return redacted
	}
	u.RawQuery, u.Fragment = "", ""
	return u.Redacted()
}

// redactForm replaces the values of passwords and presigned URLs in a form.
func redactForm(form string) string {
	pairs := strings.Split(form, "&")
	for i, pair := range pairs {
		name, _, _ := strings.Cut(pair, "=")
		if secretMember(name) {
			pairs[i] = name + "=" + redacted
		}
	}
	return strings.Join(pairs, "&")
}

func secretMember(name string) bool {
	return strings.HasSuffix(name, "Password") || strings.HasSuffix(name, "PreSignedUrl")
}
