package sigv4_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
)

func readVectors(t *testing.T, name string, into any) {
	t.Helper()
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

type vector struct {
	ID      string
	Context struct {
		Credentials vectorCredentials
		Region      string
		Service     string
		Timestamp   time.Time
		Normalize   bool
		Expires     int  `json:"expiration_in_seconds"`
		OmitToken   bool `json:"omit_session_token"`
	}
	Request json.RawMessage // a text in crt and classic, an object in rds
	Mode    string          // in rds: header or query

	Header, Query, Expect vectorExpect
}

type vectorCredentials struct {
	AccessKeyID     string `json:"access_key_id"`
	SecretAccessKey string `json:"secret_access_key"`
	Token           string
}

func (c vectorCredentials) nereid() nereid.Credentials {
	return nereid.Credentials{AccessKeyID: c.AccessKeyID, SecretAccessKey: c.SecretAccessKey, SessionToken: c.Token}
}

func (c vectorCredentials) lookup(id string) (nereid.Credentials, bool) {
	return c.nereid(), id == c.AccessKeyID
}

type vectorExpect struct {
	CanonicalRequest string `json:"canonical_request"`
	Signature        string
	Authorization    string
	SignedURL        string `json:"signed_url"`
}

// unmet returns the reason if the package differs from a case on purpose.
func (v *vector) unmet() string {
	switch v.ID {
	case "crt/post-sts-header-after", "classic/post-sts-header-after":
		return "the case sends the session token without signing it; this signer always signs the token"
	}
	return ""
}

func TestVectors(t *testing.T) {
	var all []vector
	readVectors(t, "sigv4.json", &all)
	run := map[string]int{}
	unmet := 0
	for _, v := range all {
		family, _, _ := strings.Cut(v.ID, "/")
		if reason := v.unmet(); reason != "" {
			unmet++
			t.Logf("unmet: %s: %s", v.ID, reason)
			continue
		}
		run[family]++
		t.Run(v.ID, func(t *testing.T) {
			if family == "rds" {
				v.runRDS(t)
				return
			}
			v.runHeader(t)
			if family == "crt" {
				v.runQuery(t)
			}
		})
	}
	t.Logf("%d cases: crt %d (header and query), classic %d, rds %d run, %d unmet",
		len(all), run["crt"], run["classic"], run["rds"], unmet)
}

// signer returns a signer for requests whose path is not encoded yet.
func (v *vector) signer() *sigv4.Signer {
	keep := strings.HasPrefix(v.ID, "crt/") && !v.Context.Normalize
	return &sigv4.Signer{KeepPath: keep, EncodeOnce: true}
}

func (v *vector) runHeader(t *testing.T) {
	t.Helper()
	req, body := v.request(t)
	hash := v.Header.CanonicalRequest[strings.LastIndexByte(v.Header.CanonicalRequest, '\n')+1:]
	if got := sigv4.PayloadHash(body); got != hash {
		t.Errorf("payload hash %s, want %s", got, hash)
	}
	if strings.Contains(v.Header.CanonicalRequest, "x-amz-content-sha256:") {
		req.Header.Set("X-Amz-Content-Sha256", hash)
	}
	if err := v.signer().SignHTTP(v.Context.Credentials.nereid(), req, hash, v.Context.Service, v.Context.Region, v.Context.Timestamp); err != nil {
		t.Fatal(err)
	}
	got := req.Header.Get("Authorization")
	if !strings.HasSuffix(got, "Signature="+v.Header.Signature) {
		t.Errorf("got %s, want signature %s of\n%s", got, v.Header.Signature, v.Header.CanonicalRequest)
	}
	if v.Header.Authorization != "" && got != v.Header.Authorization {
		t.Errorf("got %s, want %s", got, v.Header.Authorization)
	}
}

func (v *vector) runQuery(t *testing.T) {
	t.Helper()
	req, body := v.request(t)
	expires := time.Duration(v.Context.Expires) * time.Second
	got, err := v.signer().PresignHTTP(v.Context.Credentials.nereid(), req, sigv4.PayloadHash(body),
		v.Context.Service, v.Context.Region, expires, v.Context.Timestamp)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(got, "&X-Amz-Signature="+v.Query.Signature) {
		t.Errorf("got %s, want signature %s of\n%s", got, v.Query.Signature, v.Query.CanonicalRequest)
	}
}

// request makes a request from its text. The path goes into Opaque, so that
// net/url does not encode it.
func (v *vector) request(t *testing.T) (*http.Request, []byte) {
	t.Helper()
	var text string
	if err := json.Unmarshal(v.Request, &text); err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(text, "\n\n")
	line, fields, _ := strings.Cut(strings.TrimRight(head, "\n"), "\n")
	method, line, _ := strings.Cut(line, " ")
	target := strings.TrimSuffix(line, " HTTP/1.1")
	path, query, _ := strings.Cut(target, "?")

	req := &http.Request{Method: method, Header: http.Header{}}
	var last string
	for field := range strings.SplitSeq(fields, "\n") {
		name, value, ok := strings.Cut(field, ":")
		if !ok { // a line that continues the one before
			values := req.Header[last]
			values[len(values)-1] += "\n" + field
			continue
		}
		last = http.CanonicalHeaderKey(name)
		req.Header[last] = append(req.Header[last], value)
	}
	// The classic suite has the token only in the canonical request.
	if _, rest, ok := strings.Cut(v.Header.CanonicalRequest, "\nx-amz-security-token:"); ok {
		v.Context.Credentials.Token, _, _ = strings.Cut(rest, "\n")
	}
	req.Host = req.Header.Get("Host")
	req.Header.Del("Host")
	req.URL = &url.URL{Scheme: "https", Host: req.Host, Opaque: "//" + req.Host + path, RawQuery: query}
	return req, []byte(body)
}

func (v *vector) runRDS(t *testing.T) {
	t.Helper()
	var r struct {
		Method, URL string
		Headers     [][2]string
		Body        string
	}
	if err := json.Unmarshal(v.Request, &r); err != nil {
		t.Fatal(err)
	}
	creds, c := v.Context.Credentials.nereid(), v.Context
	req, err := http.NewRequest(r.Method, r.URL, strings.NewReader(r.Body))
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range r.Headers {
		req.Header.Add(h[0], h[1])
	}
	var signer sigv4.Signer

	if v.Mode == "query" {
		got, err := signer.PresignURL(creds, r.URL, c.Service, c.Region, time.Duration(c.Expires)*time.Second, c.Timestamp)
		if err != nil {
			t.Fatal(err)
		}
		if v.Expect.SignedURL == "" || got != v.Expect.SignedURL {
			t.Errorf("got  %s\nwant %s", got, v.Expect.SignedURL)
		}
		if _, err := sigv4.VerifyPresigned(v.Expect.SignedURL, c.Credentials.lookup, "rds", c.Timestamp.Add(time.Minute)); err != nil {
			t.Errorf("the expected URL does not verify: %v", err)
		}
		return
	}

	if err := signer.SignHTTP(creds, req, sigv4.PayloadHash([]byte(r.Body)), c.Service, c.Region, c.Timestamp); err != nil {
		t.Fatal(err)
	}
	if got := req.Header.Get("Authorization"); got != v.Expect.Authorization {
		t.Errorf("got  %s\nwant %s of\n%s", got, v.Expect.Authorization, v.Expect.CanonicalRequest)
	}

	// The Verifier accepts the signature in the vector, which another signer
	// made.
	req.Header.Set("Authorization", v.Expect.Authorization)
	if _, err := sigv4.Verify(req, []byte(r.Body), c.Credentials.lookup, c.Service, c.Timestamp, 0); err != nil {
		t.Errorf("the expected header does not verify: %v", err)
	}
}

// The verifier accepts the header signatures of the suites too, except for
// paths that no client sends.
func TestVerifyVectors(t *testing.T) {
	var all []vector
	readVectors(t, "sigv4.json", &all)
	verified := 0
	skip := []string{"get-space", "get-utf8"}
	for _, v := range all {
		family, name, _ := strings.Cut(v.ID, "/")
		if family == "rds" || slices.ContainsFunc(skip, func(s string) bool { return strings.HasPrefix(name, s) }) {
			continue
		}
		t.Run(v.ID, func(t *testing.T) {
			req, body := v.request(t)
			c := v.Context
			target, err := url.ParseRequestURI(strings.TrimPrefix(req.URL.Opaque, "//"+req.Host)) // as servers do
			if err != nil {
				t.Fatal(err)
			}
			target.RawQuery, req.URL = req.URL.RawQuery, target
			date := c.Timestamp.Format("20060102T150405Z")
			names := strings.Split(v.Header.CanonicalRequest, "\n")
			req.Header.Set("X-Amz-Date", date)
			if c.Credentials.Token != "" {
				req.Header.Set("X-Amz-Security-Token", c.Credentials.Token)
			}
			if strings.Contains(v.Header.CanonicalRequest, "x-amz-content-sha256:") {
				req.Header.Set("X-Amz-Content-Sha256", names[len(names)-1])
			}
			req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+c.Credentials.AccessKeyID+"/"+date[:8]+"/"+
				c.Region+"/"+c.Service+"/aws4_request, SignedHeaders="+names[len(names)-2]+", Signature="+v.Header.Signature)
			if _, err := sigv4.Verify(req, body, c.Credentials.lookup, c.Service, c.Timestamp, 0); err != nil {
				t.Error(err)
			}
		})
		verified++
	}
	t.Logf("%d header signatures verified", verified)
}

func TestPresignedCopies(t *testing.T) {
	var all []struct {
		ID, Region  string
		Timestamp   time.Time
		Credentials vectorCredentials
		Params      struct{ SourceRegion string }
		Expect      struct {
			Form          [][2]string
			PresignedURL  string `json:"presigned_url"`
			Authorization string
		}
	}
	readVectors(t, "presign-crossregion.json", &all)
	for _, v := range all {
		t.Run(v.ID, func(t *testing.T) {
			bare, _, _ := strings.Cut(v.Expect.PresignedURL, "&X-Amz-")
			var signer sigv4.Signer
			got, err := signer.PresignURL(v.Credentials.nereid(), bare, "rds", v.Params.SourceRegion, time.Hour, v.Timestamp)
			if err != nil {
				t.Fatal(err)
			}
			if got != v.Expect.PresignedURL {
				t.Errorf("got  %s\nwant %s", got, v.Expect.PresignedURL)
			}
			result, err := sigv4.VerifyPresigned(v.Expect.PresignedURL, v.Credentials.lookup, "rds", v.Timestamp.Add(time.Hour))
			if err != nil || result.Region != v.Params.SourceRegion || !result.Presigned {
				t.Errorf("verified as %+v, %v", result, err)
			}
		})
	}
	t.Logf("%d URLs", len(all))
}
