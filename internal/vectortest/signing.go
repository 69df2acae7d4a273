package vectortest

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
)

type credentials struct {
	AccessKeyID     string `json:"access_key_id"`
	SecretAccessKey string `json:"secret_access_key"`
	Token           string
}

func (c *credentials) provider() nereid.CredentialsProvider {
	return nereid.StaticCredentials(c.AccessKeyID, c.SecretAccessKey, c.Token)
}

func (c *credentials) lookup(id string) (nereid.Credentials, bool) {
	return nereid.Credentials{AccessKeyID: c.AccessKeyID, SecretAccessKey: c.SecretAccessKey, SessionToken: c.Token}, id == c.AccessKeyID
}

// at runs a test on a clock with the given time.
func at(t *testing.T, instant time.Time, test func(*testing.T)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		<-time.After(time.Until(instant))
		test(t)
	})
}

// Presigned tests presigned URLs. It makes the cross-region copies in
// presign-crossregion.json, and compares the presigned URL, the form and the
// signature with the expected ones.
func (s *Service) Presigned(t *testing.T) {
	t.Helper()
	var cases []struct {
		ID, Service, Region string
		Timestamp           time.Time
		Credentials         credentials
		Params              map[string]any
		Expect              struct {
			Form          [][2]string
			PresignedURL  string `json:"presigned_url"`
			Authorization string
		}
	}
	Read(t, "presign-crossregion.json", &cases)
	tally, identical := NewTally("presign-crossregion"), 0
	for _, c := range cases {
		_, action := without(c.Expect.Form, "Action")
		switch {
		case c.Service != s.Name:
			continue
		case !s.has(action[0]):
			tally.Absent(action[0])
			continue
		}
		tally.Run(t, c.ID, func(t *testing.T) {
			at(t, c.Timestamp, func(t *testing.T) {
				in := s.input(action[0])
				if err := set(in.Elem(), c.Params); err != nil {
					t.Fatal(err)
				}
				transport := &Transport{Replies: []Reply{succeed(action[0])}}
				cfg := config(transport)
				cfg.Region, cfg.Credentials = c.Region, c.Credentials.provider()
				if _, err := s.call(t.Context(), cfg, action[0], in); err != nil {
					t.Fatal(err)
				}
				sent := transport.only(t)
				got, presigned := without(form(t, sent.Body), "PreSignedUrl")
				want, _ := without(c.Expect.Form, "PreSignedUrl")
				if diff := cmp.Diff(sorted(want), got); diff != "" || len(presigned) != 1 {
					t.Fatalf("%d presigned URLs; rest of the form (-want +got):\n%s", len(presigned), diff)
				}
				checkURL(t, presigned[0], c.Expect.PresignedURL, &c.Credentials)
				if presigned[0] == c.Expect.PresignedURL {
					identical++
				}
				checkSignature(t, sent, &c.Credentials, c.Region, c.Timestamp)

				// Repeat the call with the vector's headers and parameter order. The
				// signature must now be the vector's.
				*transport = Transport{Replies: transport.Replies}
				cfg.APIOptions = append(cfg.APIOptions, replaceRequest(encode(c.Expect.Form), func(header http.Header) {
					header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
				}))
				if _, err := s.call(t.Context(), cfg, action[0], in); err != nil {
					t.Fatal(err)
				}
				if got := transport.only(t).Header.Get("Authorization"); got != c.Expect.Authorization {
					t.Errorf("authorization\n%s, want\n%s", got, c.Expect.Authorization)
				}
			})
		})
	}
	tally.Log(t, "operations")
	t.Logf("%d of the presigned URLs are the same to the byte; the others differ in order or encoding", identical)
}

// encode writes a form in the order that it has.
func encode(pairs [][2]string) string {
	var b strings.Builder
	for i, pair := range pairs {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(url.QueryEscape(pair[0]) + "=" + url.QueryEscape(pair[1]))
	}
	return b.String()
}

// checkURL compares two presigned URLs. It ignores the order of their
// parameters, which does not affect the signature. It also verifies the
// signature and checks that the signature expires after an hour.
func checkURL(t *testing.T, got, want string, creds *credentials) {
	t.Helper()
	g, err := url.Parse(got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := url.Parse(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(form(t, w.RawQuery), form(t, g.RawQuery)); diff != "" {
		t.Errorf("parameters of the presigned URL (-want +got):\n%s", diff)
	}
	g.RawQuery, w.RawQuery = "", ""
	if g.String() != w.String() {
		t.Errorf("presigned URL for %s, want %s", g, w)
	}
	if _, err := sigv4.VerifyPresigned(got, creds.lookup, "rds", time.Now().Add(time.Hour)); err != nil {
		t.Errorf("the presigned URL does not verify: %v", err)
	}
	if _, err := sigv4.VerifyPresigned(got, creds.lookup, "rds", time.Now().Add(time.Hour+time.Second)); err == nil {
		t.Error("the presigned URL is good for more than an hour")
	}
}

// checkSignature signs a request again, with the same signed headers, and
// compares the signatures.
func checkSignature(t *testing.T, sent Request, creds *credentials, region string, at time.Time) {
	t.Helper()
	got := sent.Header.Get("Authorization")
	_, rest, _ := strings.Cut(got, "SignedHeaders=")
	names, _, _ := strings.Cut(rest, ",")
	again := &http.Request{Method: sent.Method, URL: sent.URL, Host: sent.Host, Header: http.Header{}}
	for name := range strings.SplitSeq(names, ";") {
		if key := http.CanonicalHeaderKey(name); name != "host" {
			again.Header[key] = sent.Header[key]
		}
	}
	for _, name := range []string{"content-type", "host", "x-amz-date"} {
		if !strings.Contains(";"+names+";", ";"+name+";") {
			t.Errorf("%s is not signed", name)
		}
	}
	keys, _ := creds.lookup(creds.AccessKeyID)
	var signer sigv4.Signer
	if err := signer.SignHTTP(keys, again, sigv4.PayloadHash([]byte(sent.Body)), "rds", region, at); err != nil {
		t.Fatal(err)
	}
	if want := again.Header.Get("Authorization"); got != want {
		t.Errorf("authorization\n%s, want\n%s", got, want)
	}
}

// replaceRequest returns an APIOption that replaces the request's body and its
// headers before the request is signed. The function set adds the new headers.
func replaceRequest(body string, set func(http.Header)) func(*middleware.Stack) error {
	replace := middleware.FinalizeMiddlewareFunc("ReplaceRequest", func(
		ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler,
	) (middleware.FinalizeOutput, middleware.Metadata, error) {
		req, err := in.Request.(*smithyhttp.Request).SetStream(strings.NewReader(body))
		if err != nil {
			return middleware.FinalizeOutput{}, middleware.Metadata{}, err
		}
		clear(req.Header)
		set(req.Header)
		in.Request = req
		return next.HandleFinalize(ctx, in)
	})
	return func(stack *middleware.Stack) error {
		return stack.Finalize.Insert(replace, "Signing", middleware.Before)
	}
}

type signature struct {
	ID, Mode string // header or query
	Context  struct {
		Credentials credentials
		Region      string
		Timestamp   time.Time
	}
	Request json.RawMessage // a text in the families of other services
	Expect  struct {
		Authorization string
		SignedURL     string `json:"signed_url"`
	}

	method, url, body string
	headers           [][2]string
}

// Signatures tests the cases in sigv4.json whose ids begin with rds/. For each
// case, it calls the operation that the case's request names, or op if the
// package does not have that operation.
func (s *Service) Signatures(t *testing.T, op string) {
	t.Helper()
	var cases []signature
	Read(t, "sigv4.json", &cases)
	tally, own := NewTally("sigv4 rds/"), 0
	for _, c := range cases {
		if !strings.HasPrefix(c.ID, "rds/") {
			continue
		}
		tally.Run(t, c.ID, func(t *testing.T) {
			c.read(t)
			at(t, c.Context.Timestamp, func(t *testing.T) {
				switch {
				case c.Mode == "query":
					c.checkQuery(t, s)
				case c.checkHeader(t, s, op):
					own++
				}
			})
		})
	}
	tally.Log(t, "operations")
	t.Logf("%d of the bodies are what the client sends; the test puts the others in place of the client's body", own)
}

func (c *signature) read(t *testing.T) {
	t.Helper()
	var r struct {
		Method  string      `json:"method"`
		URL     string      `json:"url"`
		Headers [][2]string `json:"headers"`
		Body    string      `json:"body"`
	}
	if err := json.Unmarshal(c.Request, &r); err != nil {
		t.Fatal(err)
	}
	c.method, c.url, c.body, c.headers = r.Method, r.URL, r.Body, r.Headers
}

// config returns the configuration of a client for the case.
func (c *signature) config(transport *Transport) nereid.Config {
	cfg := config(transport)
	cfg.Region, cfg.Credentials = c.Context.Region, c.Context.Credentials.provider()
	return cfg
}

// action decodes an encoded form into an operation's name and input. It returns
// false if the form is empty or the package does not have the operation.
func (s *Service) action(t *testing.T, encoded string) (op string, in reflect.Value, ok bool) {
	t.Helper()
	if encoded == "" {
		return "", in, false
	}
	_, actions := without(form(t, encoded), "Action")
	if !s.has(actions[0]) {
		return "", in, false
	}
	in = s.input(actions[0])
	if err := awsquery.DecodeRequest(encoded, in.Interface()); err != nil {
		t.Fatal(err)
	}
	return actions[0], in, true
}

// checkHeader checks the signature in the Authorization header, both for the
// client's own request and for the case's request. It reports whether the
// client's own body equals the case's body.
func (c *signature) checkHeader(t *testing.T, s *Service, op string) bool {
	t.Helper()
	action, in, ok := s.action(t, c.body)
	if !ok {
		action, in = op, s.filled(op)
	}
	transport := &Transport{Replies: []Reply{succeed(action)}}
	cfg := c.config(transport)
	if !strings.HasPrefix(c.url, "https://rds.") {
		cfg.BaseEndpoint = &c.url
	}
	if _, err := s.call(t.Context(), cfg, action, in); err != nil {
		t.Fatal(err)
	}
	sent := transport.only(t)
	checkSignature(t, sent, &c.Context.Credentials, c.Context.Region, c.Context.Timestamp)

	*transport = Transport{Replies: transport.Replies}
	cfg.APIOptions = append(cfg.APIOptions, replaceRequest(c.body, func(header http.Header) {
		for _, h := range c.headers {
			header.Add(h[0], h[1])
		}
	}))
	if _, err := s.call(t.Context(), cfg, action, in); err != nil {
		t.Fatal(err)
	}
	got := transport.only(t)
	if got.Method != c.method || got.URL.String() != c.url || got.Body != c.body {
		t.Errorf("%s %s %s", got.Method, got.URL, got.Body)
	}
	if got := got.Header.Get("Authorization"); got != c.Expect.Authorization {
		t.Errorf("authorization\n%s, want\n%s", got, c.Expect.Authorization)
	}
	return sent.Body == c.body
}

// checkQuery makes a call that presigns the case's URL, and compares the
// presigned URL with the expected one. The source in the case is a name, which
// the client rejects for a copy from another region. So checkQuery passes an
// ARN to the call, and replaces it with the name before the request is encoded.
func (c *signature) checkQuery(t *testing.T, s *Service) {
	t.Helper()
	_, query, _ := strings.Cut(c.url, "?")
	op, in, ok := s.action(t, query)
	if !ok {
		t.Fatalf("no such operation: %s", query)
	}
	_, destination := without(form(t, query), "DestinationRegion")
	params := reflect.New(in.Type().Elem())
	params.Elem().Set(in.Elem())
	arn := "arn:aws:rds:" + c.Context.Region + ":123456789012:cluster-snapshot:s"
	params.Elem().FieldByName("SourceDBClusterSnapshotIdentifier").Set(reflect.ValueOf(&arn))

	transport := &Transport{Replies: []Reply{succeed(op)}}
	cfg := c.config(transport)
	cfg.Region = destination[0]
	replace := middleware.SerializeMiddlewareFunc("ReplaceInput", func(
		ctx context.Context, input middleware.SerializeInput, next middleware.SerializeHandler,
	) (middleware.SerializeOutput, middleware.Metadata, error) {
		input.Parameters = in.Interface()
		return next.HandleSerialize(ctx, input)
	})
	cfg.APIOptions = append(cfg.APIOptions, func(stack *middleware.Stack) error {
		return stack.Serialize.Insert(replace, "OperationSerializer", middleware.Before)
	})
	if _, err := s.call(t.Context(), cfg, op, params); err != nil {
		t.Fatal(err)
	}
	sent := transport.only(t)
	_, presigned := without(form(t, sent.Body), "PreSignedUrl")
	if len(presigned) != 1 || presigned[0] != c.Expect.SignedURL {
		t.Errorf("presigned\n%s, want\n%s", presigned, c.Expect.SignedURL)
	}
	checkSignature(t, sent, &c.Context.Credentials, cfg.Region, c.Context.Timestamp)
}
