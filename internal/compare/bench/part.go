package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	sdkneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// A Part is a part of a call, for example reading the reply. Ways contains
// several implementations of the part: first this module's, then the SDK's. The
// remaining ones do less than the part requires. Their times are lower bounds.
type Part struct {
	Name  string
	Ways  []Way
	Check func() error
}

// A Way is one way to carry out a part.
type Way struct {
	Name string
	Do   Func
}

// Parts returns the parts of calls, with lower bounds.
func Parts() ([]Part, error) {
	clusters, err := decode("Decode 100 clusters", clusterPage(100), 8000, "DescribeDBClusters",
		func() any { return new(neptune.DescribeDBClustersOutput) },
		func(b *both, capture func(*middleware.Stack) error) error {
			_, err := b.sdkNeptune.DescribeDBClusters(context.Background(), nil, sdkneptune.WithAPIOptions(capture))
			return err
		})
	if err != nil {
		return nil, err
	}
	tasks, err := decode("Decode 100 tasks", taskPage(100, ""), 1700, "DescribeExportTasks",
		func() any { return new(rds.DescribeExportTasksOutput) },
		func(b *both, capture func(*middleware.Stack) error) error {
			_, err := b.sdkRDS.DescribeExportTasks(context.Background(), nil, sdkrds.WithAPIOptions(capture))
			return err
		})
	if err != nil {
		return nil, err
	}
	encoding, err := encode()
	if err != nil {
		return nil, err
	}
	return []Part{clusters, tasks, encoding, sign(), {
		Name: "Send", Ways: []Way{{"http.Client.Do alone", do(faultReply())}}, Check: func() error { return nil },
	}}, nil
}

// captured holds the serializer, the deserializer and the context of an SDK
// call.
type captured struct {
	ctx         context.Context //nolint:containedctx // that is what it is for
	serialize   middleware.SerializeMiddleware
	deserialize middleware.DeserializeMiddleware
}

// capture takes the serializer and the deserializer from the SDK's stack. It
// also keeps the call's context, which both need.
func (c *captured) capture(stack *middleware.Stack) error {
	var ok [2]bool
	c.serialize, ok[0] = stack.Serialize.Get("OperationSerializer")
	c.deserialize, ok[1] = stack.Deserialize.Get("OperationDeserializer")
	if !ok[0] || !ok[1] {
		return errors.New("the SDK has no serializer or deserializer")
	}
	return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Capture",
		func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
			middleware.InitializeOutput, middleware.Metadata, error,
		) {
			c.ctx = ctx
			return next.HandleInitialize(ctx, in)
		}), middleware.Before)
}

// decode returns the part that reads a reply. Both libraries start with the
// same bytes.
func decode(
	name string, doc []byte, least int, op string, newOutput func() any,
	call func(*both, func(*middleware.Stack) error) error,
) (Part, error) {
	var c captured
	if err := call(newBoth(http.StatusOK, doc), c.capture); err != nil {
		return Part{}, err
	}
	ours := func() (any, error) {
		out := newOutput()
		_, err := awsquery.DecodeResponse(doc, op, out)
		return out, err
	}
	received := func(context.Context, any) (any, middleware.Metadata, error) {
		return &smithyhttp.Response{Response: &http.Response{
			StatusCode: http.StatusOK, Body: io.NopCloser(bytes.NewReader(doc)),
		}}, middleware.Metadata{}, nil
	}
	theirs := func() (any, error) {
		out, _, err := c.deserialize.HandleDeserialize(c.ctx, middleware.DeserializeInput{}, rawHandler(received))
		return out.Result, err
	}
	return Part{
		Name: fmt.Sprintf("%s, %d kB", name, len(doc)/1000),
		Ways: []Way{
			{"Nereid", repeat(ours)},
			{"SDK", repeat(theirs)},
			{"encoding/xml, tokens alone", xmlTokens(doc)},
			{"a string per leaf, nothing checked", leafStrings(doc)},
			{"IndexByte('<') alone", indexBytes(doc)},
		},
		Check: func() error {
			a, err := ours()
			if err != nil {
				return err
			}
			s, err := theirs()
			if err != nil {
				return err
			}
			n, err := same(a, s)
			if err == nil && n < least {
				err = fmt.Errorf("only %d values were read", n)
			}
			return err
		},
	}, nil
}

// rawHandler is the handler behind a deserializer.
type rawHandler func(context.Context, any) (any, middleware.Metadata, error)

// HandleDeserialize returns the raw response.
func (h rawHandler) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput) (
	out middleware.DeserializeOutput, md middleware.Metadata, err error,
) {
	out.RawResponse, md, err = h(ctx, in.Request)
	return out, md, err
}

// encode returns the part that writes a request. The SDK's serializer also sets
// a header.
func encode() (Part, error) {
	task := tasks(1)[0]
	var c captured
	in, sdkIn := startExportInputs(&task)
	if _, err := newBoth(http.StatusOK, reply("StartExportTask", exportOutput(&task))).sdkRDS.StartExportTask(
		context.Background(), sdkIn, sdkrds.WithAPIOptions(c.capture)); err != nil {
		return Part{}, err
	}
	ours := func() ([]byte, error) {
		return awsquery.AppendRequest(nil, "StartExportTask", rds.ServiceAPIVersion, in), nil
	}
	theirs := func() (*smithyhttp.Request, error) {
		var sent *smithyhttp.Request
		_, _, err := c.serialize.HandleSerialize(c.ctx, middleware.SerializeInput{
			Parameters: sdkIn, Request: smithyhttp.NewStackRequest(),
		}, serialized(func(req any) { sent, _ = req.(*smithyhttp.Request) }))
		return sent, err
	}
	return Part{
		Name: "Encode StartExportTask",
		Ways: []Way{{"Nereid", repeat(ours)}, {"SDK", repeat(theirs)}},
		Check: func() error {
			form, _ := ours()
			a, err := url.ParseQuery(string(form))
			if err != nil {
				return err
			}
			req, err := theirs()
			if err != nil {
				return err
			}
			body, err := io.ReadAll(req.GetStream())
			if err != nil {
				return err
			}
			b, err := url.ParseQuery(string(body))
			if err != nil {
				return err
			}
			return sameForm(a, b)
		},
	}, nil
}

// serialized is the handler behind a serializer.
type serialized func(request any)

// HandleSerialize stores the request.
func (h serialized) HandleSerialize(_ context.Context, in middleware.SerializeInput) (
	out middleware.SerializeOutput, md middleware.Metadata, err error,
) {
	h(in.Request)
	return out, md, nil
}

// sign returns the part that signs a request whose body has already been
// hashed.
func sign() Part {
	const body = "Action=CancelExportTask&Version=2014-10-31&ExportTaskIdentifier=nightly"
	hash := sigv4.PayloadHash([]byte(body))
	newRequest := func() *http.Request {
		return &http.Request{
			Method: http.MethodPost, Host: "rds." + region + ".amazonaws.com",
			URL: &url.URL{Scheme: "https", Host: "rds." + region + ".amazonaws.com", Path: "/"},
			Header: http.Header{
				"Content-Type":          {"application/x-www-form-urlencoded"},
				"Amz-Sdk-Invocation-Id": {"0b1c2d3e-4f50-4172-8394-a5b6c7d8e9fa"},
				"Amz-Sdk-Request":       {"attempt=1; max=3"},
				"User-Agent":            {"bench"},
			},
		}
	}
	at := time.Date(2024, 5, 1, 2, 3, 4, 0, time.UTC)
	var signer sigv4.Signer
	sdkSigner := v4.NewSigner()
	credentials := nereid.Credentials{AccessKeyID: accessKey, SecretAccessKey: secretKey}
	sdkCredentials := aws.Credentials{AccessKeyID: accessKey, SecretAccessKey: secretKey}
	oursReq, theirsReq := newRequest(), newRequest()
	ours := func() (string, error) {
		err := signer.SignHTTP(credentials, oursReq, hash, "rds", region, at)
		return oursReq.Header.Get("Authorization"), err
	}
	theirs := func() (string, error) {
		err := sdkSigner.SignHTTP(context.Background(), sdkCredentials, theirsReq, hash, "rds", region, at)
		return theirsReq.Header.Get("Authorization"), err
	}
	return Part{
		Name: "Sign",
		Ways: []Way{{"Nereid", repeat(ours)}, {"SDK", repeat(theirs)}},
		Check: func() error {
			a, err := ours()
			if err != nil {
				return err
			}
			b, err := theirs()
			if err != nil {
				return err
			}
			if a != b {
				return fmt.Errorf("signs\n%s, the SDK\n%s", a, b)
			}
			return nil
		},
	}
}
