package operation

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"runtime"
	"strings"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
)

// userAgent is the middleware that sets the User-Agent header to the library,
// the language and the system. The middleware's ID is not "UserAgent". SDK
// functions that add to the header look for a middleware with the ID
// "UserAgent". They fail if they find one that is not the SDK's. If they find
// none, they add the SDK's middleware.
type userAgent struct{}

func (*userAgent) ID() string { return "NereidUserAgent" }

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

func buildUserAgent(s *Service, appID string) string {
	ua := fmt.Sprintf("nereid/%s ua/2.1 os/%s lang/go#%s md/GOOS#%s md/GOARCH#%s api/%s#%s",
		nereid.Version, runtime.GOOS, strings.Map(userAgentRune, strings.TrimPrefix(runtime.Version(), "go")),
		runtime.GOOS, runtime.GOARCH, strings.ToLower(s.ID), s.APIVersion)
	if appID != "" {
		ua += " app/" + strings.Map(userAgentRune, appID)
	}
	return ua
}

// userAgentRune replaces characters that are not allowed in a product name of a
// User-Agent.
func userAgentRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("!$%&'*+-.^_`|~", r):
		return r
	}
	return '-'
}

// invocationID adds a random ID to the request. All attempts of a call send the
// same ID.
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
