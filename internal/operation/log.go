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

// secretHeader reports whether a header has, by its name, what is nobody's
// business: the signature and the session token, cookies, and what middlewares
// use to identify themselves to proxies.
func secretHeader(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"authorization", "cookie", "token", "secret", "password", "signature", "credential", "api-key", "apikey"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// withoutQuery returns a URL as a log may show it.
func withoutQuery(u *url.URL) string {
	short := *u
	if short.RawQuery != "" {
		short.RawQuery = redacted
	}
	short.Fragment, short.RawFragment = "", ""
	return short.Redacted()
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

// withoutSecrets takes out of a text of the service's what is secret in the
// request that it may quote: AWS explains a wrong signature by the headers that
// it should have signed, the session token among them.
func (c *call) withoutSecrets(text string) string {
	const shortest = 8 // of passwords that AWS takes; shorter ones could be words of the text
	hide := func(secret string) {
		if len(secret) >= shortest && strings.Contains(text, secret) {
			text = strings.ReplaceAll(text, secret, redacted)
		}
	}
	hide(c.token)
	hide(c.signature)
	if strings.Contains(text, "%") {
		hide(url.QueryEscape(c.token))
	}
	for pair := range bytes.SplitSeq(c.form, []byte("&")) {
		name, given, _ := bytes.Cut(pair, []byte("="))
		if !secretMember(string(name)) {
			continue
		}
		value := string(given)
		hide(value)
		if plain, err := url.QueryUnescape(value); err == nil {
			hide(plain)
			if _, signature, ok := strings.Cut(plain, "X-Amz-Signature="); ok {
				hide(signature)
			}
			hide(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(plain))
			if len(plain) >= shortest && strings.Contains(text, "&") && strings.Contains(unescaped(text), plain) {
				return redacted // all of it, as there is no telling where it stands
			}
		}
	}
	return text
}

// unescaped returns a text with the references resolved that markup must or may have
// instead of its marks.
func unescaped(text string) string {
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&apos;", "'", "&quot;", `"`,
		"&#38;", "&", "&#60;", "<", "&#62;", ">", "&#39;", "'", "&#34;", `"`, "&#x27;", "'", "&#x22;", `"`).Replace(text)
}

// withoutSecretsInID is withoutSecrets for a request id, which as AWS makes it
// cannot be one.
func (c *call) withoutSecretsInID(id string) string {
	const uuid = 36
	if len(id) == uuid && strings.Trim(id, "0123456789abcdef-") == "" {
		return id
	}
	return c.withoutSecrets(id)
}

// hideSecrets returns the error, with another text if that quotes a secret of the
// request: what could not be read is told as it came.
func (c *call) hideSecrets(err error) error {
	text := err.Error()
	if short := c.withoutSecrets(text); short != text {
		return &quietError{short, err}
	}
	return err
}

// A quietError is an error with another text.
type quietError struct {
	text string
	err  error
}

func (e *quietError) Error() string { return e.text }

// Unwrap returns the error itself.
func (e *quietError) Unwrap() error { return e.err }
