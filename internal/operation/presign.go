package operation

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/endpoint"
)

// presignedFor is how long a presigned URL is valid, as in other SDKs. The URL
// must stay valid for some time, because AWS may queue the copy.
const presignedFor = time.Hour

// A sourceShape holds the indices of the input members that name the source of
// a copy from another region.
type sourceShape struct {
	region    int // index of SourceRegion
	presigned int // index of PreSignedUrl
	source    int // index of the member with the tag option source, or -1
	name      string
}

// sourceShapeOf returns the sourceShape of an input type, or nil if the type
// does not have the members SourceRegion and PreSignedUrl.
func sourceShapeOf(in reflect.Type) *sourceShape {
	region, ok := textMember(in, "SourceRegion")
	if !ok {
		return nil
	}
	presigned, ok := textMember(in, "PreSignedUrl")
	if !ok {
		return nil
	}
	s := &sourceShape{region: region, presigned: presigned, source: awsquery.Source(in)}
	if s.source >= 0 {
		s.name = in.Field(s.source).Name
	}
	return s
}

// textMember returns the index of the *string member with this name.
func textMember(in reflect.Type, name string) (index int, ok bool) {
	f, ok := in.FieldByName(name)
	if !ok || len(f.Index) != 1 || f.Type != reflect.TypeFor[*string]() {
		return 0, false
	}
	return f.Index[0], true
}

// CrossRegion makes the presigned URL for a copy from another region. Only
// descriptors of operations that need a presigned URL refer to it, so that
// programs without such operations do not contain its code.
var CrossRegion = Presigning{shape: sourceShapeOf, find: (*sourceShape).find, url: (*call).presignedURL}

// Presigning finds the region that a call copies from, and makes the presigned
// URL. The URL is made together with the body, so that it is never older than
// the body.
type Presigning struct {
	shape func(in reflect.Type) *sourceShape
	find  func(s *sourceShape, in any, clientRegion string, fromARN bool) (region string, err error)
	url   func(*call, context.Context) (string, error)
}

// ID implements middleware.InitializeMiddleware.
func (*Presigning) ID() string { return "Presign" }

// HandleInitialize implements middleware.InitializeMiddleware.
func (p *Presigning) HandleInitialize(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
	out middleware.InitializeOutput, md middleware.Metadata, err error,
) {
	if err := checkInput(ctx, in.Parameters); err != nil {
		return out, md, err
	}
	c := callOf(ctx)
	if c.target.err == nil { // otherwise ResolveEndpointV2 returns the error
		c.form.sourceRegion, err = p.find(c.chain.source, in.Parameters, c.target.signingRegion, !c.opts.DisableSourceRegionFromARN)
		if err != nil {
			return out, md, err
		}
	}
	return next.HandleInitialize(ctx, in)
}

// find returns the region to presign for, or "" if the call does not need a
// presigned URL. If fromARN is true and SourceRegion is not set, the region is
// taken from the source's ARN.
func (s *sourceShape) find(in any, clientRegion string, fromARN bool) (string, error) {
	v := reflect.ValueOf(in).Elem()
	if str(v, s.presigned) != "" {
		return "", nil
	}
	region, id := str(v, s.region), ""
	if s.source >= 0 {
		id = str(v, s.source)
	}
	arnRegion, isARN := regionOfARN(id)
	switch {
	case region == "" && !fromARN:
		return "", nil
	case region == "":
		region = arnRegion
	case isARN && arnRegion != region:
		return "", fmt.Errorf("SourceRegion is %s, but %s is in %s", region, s.name, arnRegion)
	case !isARN && id != "" && region != clientRegion:
		return "", fmt.Errorf("%s must be an ARN to copy from another region: %q is not, and SourceRegion is %s", s.name, id, region)
	}
	if region == "" || region == clientRegion {
		return "", nil
	}
	if err := endpoint.CheckRegion(region); err != nil {
		return "", fmt.Errorf("SourceRegion: %w", err)
	}
	return region, nil
}

func str(v reflect.Value, i int) string {
	p, _ := reflect.TypeAssert[*string](v.Field(i))
	return nereid.ToString(p)
}

// regionOfARN returns the region in an ARN. ok is false if s is not an ARN with
// a region.
func regionOfARN(s string) (region string, ok bool) {
	rest, ok := strings.CutPrefix(s, "arn:")
	if !ok {
		return "", false
	}
	for range 2 {
		if _, rest, ok = strings.Cut(rest, ":"); !ok {
			return "", false
		}
	}
	region, _, ok = strings.Cut(rest, ":")
	return region, ok && region != ""
}

// presignedURL returns a signed URL for the same operation in the source
// region. The host is always the region's standard endpoint, even if the client
// has a custom endpoint.
func (c *call) presignedURL(ctx context.Context) (string, error) {
	e, err := endpoint.Resolve(c.form.sourceRegion, endpoint.Options{
		// A region name such as fips-us-east-1 selects FIPS too.
		FIPS:      c.opts.EndpointOptions.UseFIPSEndpoint == nereid.FIPSEndpointStateEnabled || c.opts.Region != c.target.signingRegion,
		DualStack: c.opts.EndpointOptions.UseDualStackEndpoint == nereid.DualStackEndpointStateEnabled,
	}, nil)
	if err != nil {
		return "", fmt.Errorf("SourceRegion: %w", err)
	}
	creds, err := c.credentials(ctx)
	if err != nil {
		return "", err
	}
	u := append(make([]byte, 0, 1024), e.URL...)
	u = append(u, "/?"...)
	u = awsquery.AppendPresign(u, c.chain.op.Name, c.client.service.APIVersion, c.in)
	u = append(u, "&DestinationRegion="...)
	u = append(u, c.target.signingRegion...)
	presigned, err := c.client.signer.PresignURL(creds, string(u), c.client.service.SigningName, e.SigningRegion, presignedFor, c.now())
	if err != nil {
		return "", fmt.Errorf("presign for %s: %w", c.form.sourceRegion, err)
	}
	return presigned, nil
}
