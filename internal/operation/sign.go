package operation

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/sigv4"
)

// signing signs the request as the earlier middlewares left it.
type signing struct{}

func (*signing) ID() string { return "Signing" }

func (*signing) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	if c.form.unsigned != nil {
		return out, md, c.form.unsigned
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
	_, signature, _ := strings.Cut(req.Header.Get("Authorization"), "Signature=")
	c.secrets.replace(&c.secrets.signature, signature)
	if c.opts.ClientLogMode.IsSigning() {
		c.logSigning(req, creds)
	}
	return next.HandleFinalize(ctx, in)
}

var errNotSeekable = errors.New("a middleware set a request body that cannot be read twice, as signing requires")

// payloadHash returns the hash of the body. It reads the body unless the body
// is from our own serializer, which has computed the hash already.
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
