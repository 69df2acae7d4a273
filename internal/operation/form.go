package operation

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"sync/atomic"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// serializer builds the form body.
type serializer struct{}

func (*serializer) ID() string { return "OperationSerializer" }

func (*serializer) HandleSerialize(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (
	out middleware.SerializeOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	if err := checkInput(ctx, in.Parameters); err != nil {
		return out, md, &smithy.SerializationError{Err: err}
	}
	c.in = in.Parameters
	if err := c.firstForm(ctx); err != nil {
		return out, md, &smithy.SerializationError{Err: err}
	}
	if req, err = c.setForm(req); err != nil {
		return out, md, &smithy.SerializationError{Err: err}
	}
	req.Method = http.MethodPost
	if req.URL == nil {
		req.URL = &c.url
	}
	if req.URL.Path == "" {
		req.URL.Path = "/"
	}
	if req.Header == nil {
		req.Header = make(http.Header, 8)
	}
	c.setHeader(req.Header, "Content-Type", headerContentType, "application/x-www-form-urlencoded")
	in.Request = req
	return next.HandleSerialize(ctx, in)
}

// setForm returns a copy of the request with the form as its body. It also sets
// the length, because middlewares may read it and smithy-go before 1.27 does
// not set it.
func (c *call) setForm(req *smithyhttp.Request) (*smithyhttp.Request, error) {
	req, err := req.SetStream(newFormBody(c.form.body, c.form.hash))
	if err == nil {
		req.ContentLength = int64(len(c.form.body))
	}
	return req, err
}

// firstForm calls buildForm with the time limit of an attempt. If the
// credentials for presigning are temporarily missing, it builds the form
// without the presigned URL, and the first attempt adds the URL.
func (c *call) firstForm(ctx context.Context) error {
	if c.form.sourceRegion == "" {
		return c.buildForm(ctx)
	}
	ctx, cancel := c.limited(ctx)
	defer cancel()
	err := c.buildForm(ctx)
	var trouble *nereid.CredentialsError
	if errors.As(err, &trouble) && !trouble.Permanent() {
		region := c.form.sourceRegion
		c.form.sourceRegion = ""
		_ = c.buildForm(ctx) // cannot fail without a presigned URL
		c.form.sourceRegion, c.form.unsigned, err = region, trouble, nil
	}
	return err
}

// presignAgain rebuilds the request's body, because the presigned URL in it may
// have an earlier attempt's date or credentials.
func (c *call) presignAgain(ctx context.Context, req *smithyhttp.Request) (*smithyhttp.Request, error) {
	if _, ours := req.GetStream().(*formBody); !ours {
		return req, nil
	}
	c.secrets.keepForm(c.form.body)
	if err := c.buildForm(ctx); err != nil {
		return nil, err
	}
	c.form.unsigned = nil
	return c.setForm(req)
}

// buildForm builds the request's body, including a presigned URL if the
// operation needs one.
func (c *call) buildForm(ctx context.Context) error {
	service := c.client.service
	form := awsquery.AppendRequest(nil, c.chain.op.Name, service.APIVersion, c.in)
	if c.form.sourceRegion != "" {
		presigned, err := c.chain.op.Presign.url(c, ctx)
		if err != nil {
			return err
		}
		form = append(form, "&PreSignedUrl="...)
		form = append(form, url.QueryEscape(presigned)...)
	}
	c.form.body, c.form.hash = form, sigv4.PayloadHash(form)
	return nil
}

// A formBody is the stream of a request whose body is a form from this
// package's serializer.
type formBody struct {
	bytes.Reader
	form []byte
	hash string

	first bytes.Reader // the reader for the first attempt
	sent  atomic.Bool  // first is in use
}

func newFormBody(form []byte, hash string) *formBody {
	b := &formBody{form: form, hash: hash}
	b.Reset(form)
	return b
}

// reader returns a new reader of the form. It does not reuse readers, because
// an earlier attempt's connection may still be reading. It returns a
// *bytes.Reader, because net/http sends header and body together for this type.
func (b *formBody) reader() *bytes.Reader {
	r := &b.first
	if b.sent.Swap(true) {
		r = new(bytes.Reader)
	}
	r.Reset(b.form)
	return r
}
