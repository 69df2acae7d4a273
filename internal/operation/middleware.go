package operation

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"sync/atomic"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// validation refuses an input in which required members are missing.
type validation struct{}

func (*validation) ID() string { return "OperationInputValidation" }

func (*validation) HandleInitialize(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
	out middleware.InitializeOutput, md middleware.Metadata, err error,
) {
	if err := checkInput(ctx, in.Parameters); err != nil {
		return out, md, err
	}
	if err := awsquery.Validate(in.Parameters); err != nil {
		return out, md, err
	}
	return next.HandleInitialize(ctx, in)
}

// checkInput refuses what a middleware passed on in place of the input if it is
// not of the same type.
func checkInput(ctx context.Context, parameters any) error {
	c := callOf(ctx)
	if c == nil {
		return errForeignContext
	}
	if v := reflect.ValueOf(parameters); !v.IsValid() || v.Type() != reflect.TypeOf(c.in) || v.IsNil() {
		return fmt.Errorf("a middleware passed on %T as the input, want %T that is not nil", parameters, c.in)
	}
	return nil
}

// serializer makes the form body.
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
	if err := c.buildForm(ctx); err != nil {
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

// setForm returns a copy of the request with the form as its body. Its length is
// for middlewares that look at it; smithy-go sets it only since 1.27.
func (c *call) setForm(req *smithyhttp.Request) (*smithyhttp.Request, error) {
	req, err := req.SetStream(newFormBody(c.form, c.formHash))
	if err == nil {
		req.ContentLength = int64(len(c.form))
	}
	return req, err
}

// buildForm makes the body of the request, with the presigned URL if the
// operation needs one.
func (c *call) buildForm(ctx context.Context) error {
	service := c.client.service
	form := awsquery.AppendRequest(nil, c.chain.op.Name, service.APIVersion, c.in)
	if c.sourceRegion != "" {
		presigned, err := c.chain.op.Presign.url(c, ctx)
		if err != nil {
			return err
		}
		form = append(form, "&PreSignedUrl="...)
		form = append(form, url.QueryEscape(presigned)...)
	}
	c.form, c.formHash = form, sigv4.PayloadHash(form)
	return nil
}

// A formBody is the stream of a request that we serialized ourselves.
type formBody struct {
	bytes.Reader
	form []byte
	hash string

	first bytes.Reader // what the first attempt sends
	sent  atomic.Bool  // first has been given away
}

func newFormBody(form []byte, hash string) *formBody {
	b := &formBody{form: form, hash: hash}
	b.Reset(form)
	return b
}

// reader returns a new reader of the form: the connection of an earlier attempt
// may still read the one that it has. It is of a type by which net/http knows
// that there is no waiting for it, so that header and body go out together.
func (b *formBody) reader() io.ReadCloser {
	r := &b.first
	if b.sent.Swap(true) {
		r = new(bytes.Reader)
	}
	r.Reset(b.form)
	return io.NopCloser(r)
}

// setHeader sets a header without an allocation for its value.
func (c *call) setHeader(h http.Header, canonicalName string, slot int, value string) {
	c.values[slot][0] = value
	h[canonicalName] = c.values[slot][:]
}

// userAgent says which library, language and system call.
type userAgent struct{ aside bool }

const userAgentID = "UserAgent"

func (m *userAgent) ID() string {
	if m.aside {
		return "Nereid" + userAgentID
	}
	return userAgentID
}

// stepAside gives our middleware another ID, and reports whether it did. What the
// SDK has to add to a User-Agent fails where it finds that ID at a middleware that is
// not its own, and makes its own where it finds none.
func stepAside(stack *middleware.Stack) bool {
	m, ok := stack.Build.Get(userAgentID)
	if _, ours := m.(*userAgent); !ok || !ours {
		return false
	}
	_, err := stack.Build.Swap(userAgentID, &userAgent{aside: true})
	return err == nil
}

func (*userAgent) HandleBuild(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (
	out middleware.BuildOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	ua := c.client.userAgent
	if c.opts.AppID != c.client.opts.AppID {
		ua = buildUserAgent(c.client.service, c.opts.AppID)
	}
	if other := req.Header.Get("User-Agent"); other != "" {
		ua += " " + other
	}
	c.setHeader(req.Header, "User-Agent", headerUserAgent, ua)
	return next.HandleBuild(ctx, in)
}

// invocationID gives all attempts of a call the same random id.
type invocationID struct{}

func (*invocationID) ID() string { return "ClientRequestID" }

func (*invocationID) HandleBuild(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (
	out middleware.BuildOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	c.setHeader(req.Header, "Amz-Sdk-Invocation-Id", headerInvocationID, newUUID())
	return next.HandleBuild(ctx, in)
}

// newUUID returns a random (version 4) UUID.
func newUUID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	var s [36]byte
	hex.Encode(s[0:8], b[0:4])
	hex.Encode(s[9:13], b[4:6])
	hex.Encode(s[14:18], b[6:8])
	hex.Encode(s[19:23], b[8:10])
	hex.Encode(s[24:36], b[10:16])
	s[8], s[13], s[18], s[23] = '-', '-', '-', '-'
	return string(s[:])
}

// resolveEndpoint sends the request to the region, or to the custom endpoint.
type resolveEndpoint struct{}

func (*resolveEndpoint) ID() string { return "ResolveEndpointV2" }

func (*resolveEndpoint) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	if c.target.err != nil {
		return out, md, fmt.Errorf("resolve endpoint: %w", c.target.err)
	}
	req.URL.Scheme = c.target.url.Scheme
	req.URL.Host = c.target.url.Host
	req.URL.Path = c.target.url.Path
	req.URL.RawPath = c.target.url.RawPath
	return next.HandleFinalize(ctx, in)
}

// signing signs the request as it is by then.
type signing struct{}

func (*signing) ID() string { return "Signing" }

func (*signing) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	creds, err := c.credentials(ctx)
	if err != nil {
		return out, md, err
	}
	hash, err := payloadHash(req)
	if err != nil {
		return out, md, &smithy.SerializationError{Err: err}
	}
	if err := c.client.signer.SignHTTP(creds, req.Request, hash, c.client.service.SigningName, c.target.signingRegion, c.now()); err != nil {
		return out, md, fmt.Errorf("sign the request: %w", err)
	}
	_, c.signature, _ = strings.Cut(req.Header.Get("Authorization"), "Signature=")
	if c.opts.ClientLogMode.IsSigning() {
		c.logSigning(req, creds)
	}
	return next.HandleFinalize(ctx, in)
}

// credentials returns what to sign with.
func (c *call) credentials(ctx context.Context) (nereid.Credentials, error) {
	if c.opts.Credentials == nil {
		return nereid.Credentials{}, errNoCredentials
	}
	creds, err := c.opts.Credentials.Retrieve(ctx)
	if err != nil {
		if err = c.interrupted(ctx, err); c.Err() != nil {
			return nereid.Credentials{}, err
		}
		return nereid.Credentials{}, &credentialsError{err}
	}
	if !creds.HasKeys() {
		return nereid.Credentials{}, errNoCredentials
	}
	c.token = creds.SessionToken
	return creds, nil
}

// payloadHash returns the hash of the body, which it reads unless it is our own.
func payloadHash(req *smithyhttp.Request) (string, error) {
	switch body := req.GetStream().(type) {
	case nil:
		return sigv4.EmptyPayloadHash, nil
	case *formBody:
		return body.hash, nil
	default:
		if !req.IsStreamSeekable() {
			return "", errNotSeekable
		}
		data, err := io.ReadAll(body)
		if err != nil {
			return "", err
		}
		return sigv4.PayloadHash(data), req.RewindStream()
	}
}
