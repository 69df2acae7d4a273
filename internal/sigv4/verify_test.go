package sigv4_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
)

func TestVerify(t *testing.T) {
	const mismatch = "The request signature we calculated does not match the signature you provided. " +
		"Check your AWS Secret Access Key and signing method. Consult the service documentation for details."
	denied := func(code, message string) *sigv4.VerifyError {
		return &sigv4.VerifyError{Code: code, Message: message, Status: http.StatusForbidden}
	}
	incomplete := func(message string) *sigv4.VerifyError {
		return &sigv4.VerifyError{Code: "IncompleteSignature", Message: message, Status: http.StatusBadRequest}
	}
	set := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	replace := func(from, to string) func(*http.Request) {
		return func(r *http.Request) {
			auth := r.Header.Get("Authorization")
			if !strings.Contains(auth, from) {
				panic("nothing to replace in " + auth)
			}
			r.Header.Set("Authorization", strings.Replace(auth, from, to, 1))
		}
	}
	tests := []struct {
		name   string
		creds  nereid.Credentials // nil: temp
		change func(*http.Request)
		now    time.Time // zero: noon
		want   *sigv4.VerifyError
	}{
		{name: "good"},
		{name: "good without a token", creds: long},
		{name: "earliest", now: noon.Add(-5 * time.Minute)},
		{name: "latest", now: noon.Add(5*time.Minute + time.Second - 1)},
		{name: "unsigned header", change: set("X-Forwarded-For", "10.0.0.1")},
		{
			name:   "no signature",
			change: func(r *http.Request) { r.Header.Del("Authorization") },
			want:   denied("MissingAuthenticationToken", "Request is missing Authentication Token"),
		},
		{
			name:   "another scheme",
			change: set("Authorization", "Basic Zm9vOmJhcg=="),
			want: incomplete("Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
				"Authorization header requires 'SignedHeaders' parameter."),
		},
		{
			name:   "no date",
			change: func(r *http.Request) { r.Header.Del("X-Amz-Date") },
			want:   incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."),
		},
		{
			name:   "not a date",
			change: set("X-Amz-Date", "2026-01-01T12:00:00Z"),
			want:   incomplete("Date must be in ISO-8601 'basic format'. Got '2026-01-01T12:00:00Z'."),
		},
		{
			name:   "part without equals sign",
			change: replace("Signature=", "Signature"),
			want:   incomplete("'Signature"), // and what follows
		},
		{
			name:   "short scope",
			change: replace("/rds/", "/"),
			want: incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, " +
				"got 'ASIAEXAMPLE/20260101/us-east-1/aws4_request'"),
		},
		{
			name:   "terminator",
			change: replace("aws4_request", "aws5_request"),
			want:   denied("SignatureDoesNotMatch", "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'."),
		},
		{
			name:   "another day",
			change: replace("/20260101/", "/20260102/"),
			want: denied("SignatureDoesNotMatch", "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "+
				"'20260102' != '20260101', from '20260101T120000Z'."),
		},
		{
			name:   "region",
			change: replace("/us-east-1/", "/eu-west-1/"),
			want:   denied("SignatureDoesNotMatch", "Credential should be scoped to a valid region, not 'eu-west-1'."),
		},
		{
			name:   "service",
			change: replace("/rds/", "/neptune/"),
			want:   denied("SignatureDoesNotMatch", "Credential should be scoped to correct service: 'rds'."),
		},
		{
			name:   "host not signed",
			change: replace("host;", ""),
			want:   denied("SignatureDoesNotMatch", "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."),
		},
		{
			name:   "date not signed",
			change: replace(";x-amz-date", ""),
			want:   denied("SignatureDoesNotMatch", "'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization."),
		},
		{
			name:   "unknown key",
			change: replace("ASIAEXAMPLE", "ASIAUNKNOWN"),
			want:   denied("InvalidClientTokenId", "The security token included in the request is invalid."),
		},
		{
			name:   "no token",
			change: func(r *http.Request) { r.Header.Del("X-Amz-Security-Token") },
			want:   denied("InvalidClientTokenId", "The security token included in the request is invalid."),
		},
		{
			name:   "token where none belongs",
			creds:  long,
			change: set("X-Amz-Security-Token", "x"),
			want:   denied("InvalidClientTokenId", "The security token included in the request is invalid."),
		},
		{
			name: "expired",
			now:  noon.Add(6 * time.Minute),
			want: denied("SignatureDoesNotMatch", "Signature expired: 20260101T120000Z is now earlier than 20260101T120100Z (20260101T120600Z - 5 min.)"),
		},
		{
			name: "not yet current",
			now:  noon.Add(-6 * time.Minute),
			want: denied("SignatureDoesNotMatch", "Signature not yet current: 20260101T120000Z is still later than 20260101T115900Z (20260101T115400Z + 5 min.)"),
		},
		{name: "signature", change: replace("Signature=", "Signature=00"), want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "signature not hexadecimal", change: replace("Signature=", "Signature=zz"), want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "order of headers", change: replace("content-type;host", "host;content-type"), want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "changed header", change: set("Content-Type", "text/plain"), want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "another value", change: func(r *http.Request) { r.Header.Add("Content-Type", "text/plain") }, want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "changed host", change: func(r *http.Request) { r.Host = "example.org" }, want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "changed method", change: func(r *http.Request) { r.Method = http.MethodPut }, want: denied("SignatureDoesNotMatch", mismatch)},
		{name: "changed date", change: set("X-Amz-Date", "20260101T120001Z"), want: denied("SignatureDoesNotMatch", mismatch)},
	}
	var signer sigv4.Signer
	verifier := sigv4.Verifier{Lookup: lookup, Service: "rds", Region: "us-east-1"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			creds := tt.creds
			if !creds.HasKeys() {
				creds = temp
			}
			req := request(t, "https://rds.us-east-1.amazonaws.com/")
			sign(t, &signer, creds, req, noon)
			if tt.change != nil {
				tt.change(req)
			}
			now := tt.now
			if now.IsZero() {
				now = noon
			}
			result, err := verifier.Verify(req, []byte(body), now)
			if tt.want == nil {
				want := sigv4.VerifyResult{AccessKeyID: creds.AccessKeyID, Region: "us-east-1", Service: "rds", Time: noon}
				if diff := cmp.Diff(want, result); err != nil || diff != "" {
					t.Errorf("%v, result:\n%s", err, diff)
				}
				return
			}
			var got *sigv4.VerifyError
			if !errors.As(err, &got) {
				t.Fatalf("got %+v and error %v, want %v", result, err, tt.want)
			}
			if strings.HasPrefix(got.Message, tt.want.Message) && tt.want.Message == "'Signature" {
				got.Message = tt.want.Message
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
		})
	}

	t.Run("body", func(t *testing.T) {
		req := request(t, "https://rds.us-east-1.amazonaws.com/")
		sign(t, &signer, temp, req, noon)
		if _, err := verifier.Verify(req, []byte(body+"&x=y"), noon); err == nil {
			t.Error("another body is accepted")
		}
	})
}

func TestVerifyExpiredCredentials(t *testing.T) {
	creds := temp
	creds.CanExpire, creds.Expires = true, noon
	verifier := sigv4.Verifier{Lookup: func(string) (nereid.Credentials, bool) { return creds, true }}
	req := request(t, "https://example.com/")
	var signer sigv4.Signer
	sign(t, &signer, temp, req, noon)
	if _, err := verifier.Verify(req, []byte(body), noon.Add(-1)); err != nil {
		t.Error(err)
	}
	var got *sigv4.VerifyError
	if _, err := verifier.Verify(req, []byte(body), noon); !errors.As(err, &got) || got.Code != "ExpiredToken" || got.Status != http.StatusForbidden {
		t.Errorf("got %v", err)
	}
}

func TestVerifyPresigned(t *testing.T) {
	var signer sigv4.Signer
	good, err := signer.PresignURL(temp, "https://rds.eu-west-1.amazonaws.com/?Action=CopyDBClusterSnapshot", "rds", "eu-west-1", time.Hour, noon)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, from, to string
		now            time.Duration // after noon
		code, message  string        // "" if it is valid
	}{
		{name: "good"},
		{name: "latest", now: time.Hour},
		{
			name: "expired", now: time.Hour + time.Second, code: "SignatureDoesNotMatch",
			message: "Signature expired: 20260101T120000Z is now earlier than 20260101T120001Z (20260101T130001Z - 60 min.)",
		},
		{name: "not yet", now: -time.Hour, code: "SignatureDoesNotMatch", message: "Signature not yet current: "},
		{name: "changed parameter", from: "Copy", to: "Delete", code: "SignatureDoesNotMatch", message: "The request signature"},
		{name: "changed host", from: "rds.", to: "rds2.", code: "SignatureDoesNotMatch", message: "The request signature"},
		{name: "longer", from: "Expires=3600", to: "Expires=7200", code: "SignatureDoesNotMatch", message: "The request signature"},
		{name: "too long", from: "Expires=3600", to: "Expires=604801", code: "IncompleteSignature", message: "X-Amz-Expires"},
		{name: "not a time", from: "Expires=3600", to: "Expires=-1", code: "IncompleteSignature", message: "X-Amz-Expires"},
		{name: "algorithm", from: "SHA256", to: "SHA1", code: "IncompleteSignature", message: "X-Amz-Algorithm"},
		{name: "no date", from: "X-Amz-Date", to: "x-amz-date", code: "IncompleteSignature", message: "AWS query-string parameters must include 'X-Amz-Date'."},
		{name: "no token", from: "X-Amz-Security-Token", to: "Token", code: "InvalidClientTokenId", message: "The security token"},
		{name: "not signed", from: "X-Amz-", to: "Y-Amz-", code: "MissingAuthenticationToken", message: "Request is missing"},
		{name: "no URL", from: "https://", to: "", code: "IncompleteSignature", message: "The presigned URL"},
		{name: "not a URL", from: "https", to: ":", code: "IncompleteSignature", message: "The presigned URL"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rawURL := good
			if tt.from != "" {
				rawURL = strings.ReplaceAll(good, tt.from, tt.to)
			}
			result, err := sigv4.VerifyPresigned(rawURL, lookup, "rds", noon.Add(tt.now))
			if tt.code == "" {
				want := sigv4.VerifyResult{AccessKeyID: temp.AccessKeyID, Region: "eu-west-1", Service: "rds", Time: noon, Presigned: true}
				if diff := cmp.Diff(want, result); err != nil || diff != "" {
					t.Errorf("%v, result:\n%s", err, diff)
				}
				return
			}
			var got *sigv4.VerifyError
			if !errors.As(err, &got) || got.Code != tt.code || !strings.HasPrefix(got.Message, tt.message) {
				t.Errorf("got %+v and error %v, want %s: %s", result, err, tt.code, tt.message)
			}
		})
	}
}

// A URL presigned without X-Amz-Expires, as by the Go SDK, is valid as long as
// a signature in a header.
func TestVerifyPresignedWithoutExpiry(t *testing.T) {
	const u = "https://rds.us-west-2.amazonaws.com/?Action=CopyDBClusterSnapshot&X-Amz-Algorithm=AWS4-HMAC-SHA256" +
		"&X-Amz-Credential=AKIDEXAMPLE%2F20260101%2Fus-west-2%2Frds%2Faws4_request&X-Amz-Date=20260101T120000Z" +
		"&X-Amz-SignedHeaders=host&X-Amz-Signature=00"
	_, err := sigv4.VerifyPresigned(u, lookup, "rds", noon.Add(time.Hour))
	if err == nil || !strings.Contains(err.Error(), "Signature expired") || !strings.Contains(err.Error(), "- 5 min.") {
		t.Errorf("got %v", err)
	}
}

// A signature can be verified in the request that a server sees, with any
// headers that net/http adds, moves or removes on the way.
func TestVerifyOverHTTP(t *testing.T) {
	verified := make(chan error, 1)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, err := sigv4.Verify(r, []byte(body), lookup, "rds", noon, 0)
		verified <- err
	}))
	defer server.Close()

	var signer sigv4.Signer
	for _, path := range []string{"", "/", "//a//b/", "/a%20b/%7e/ü?q=%20+&q=;", "/a/../b/./c?x"} {
		req := request(t, server.URL+path)
		req.Header["x-not-canonical"] = []string{" a  b ", "", "c"}
		req.Header.Set("X-Empty", "")
		sign(t, &signer, temp, req, noon)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if err := <-verified; err != nil {
			t.Errorf("%q: %v", path, err)
		}
	}
}

// The signed host is the host that net/http sends.
func TestVerifyHostOverHTTP(t *testing.T) {
	type result struct {
		host string
		err  error
	}
	verified := make(chan result, 1)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, err := sigv4.Verify(r, []byte(body), lookup, "rds", noon, 0)
		verified <- result{r.Host, err}
	}))
	defer server.Close()
	client := server.Client()
	client.Transport.(*http.Transport).DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, server.Listener.Addr().String())
	}

	var signer sigv4.Signer
	for _, tt := range []struct{ url, host string }{
		{"http://rds.example", "rds.example"},
		{"http://RDS.example.:80", "RDS.example."},
		{"http://rds.example:443", "rds.example:443"},
		{"http://xn--bcher-kva.example:8080", "xn--bcher-kva.example:8080"},
		{"http://[::1]:80", "[::1]"},
		{"http://[fe80::1%25eth0]", "[fe80::1]"},
		{"http://[fe80::1%25eth0]:80", "[fe80::1]"},
		{"http://[fe80::1%25eth0]:8080", "[fe80::1]:8080"},
		{"http://[fe80::1%25a%25b]:8080", "[fe80::1]:8080"},
	} {
		req := request(t, tt.url)
		sign(t, &signer, temp, req, noon)
		sign(t, &signer, temp, req, noon) // once more, as for another attempt
		if _, err := sigv4.Verify(req, []byte(body), lookup, "rds", noon, 0); err != nil {
			t.Errorf("%s, in the same process: %v", tt.url, err)
		}
		resp, err := client.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if got := <-verified; got.err != nil || got.host != tt.host {
			t.Errorf("%s: sent to %q, want %q: %v", tt.url, got.host, tt.host, got.err)
		}
	}
}

// Other signers sign the length of the body, which servers remove from the
// headers. They may sign the host without its default port, or in lower case.
func TestVerifyHeadersOfOthers(t *testing.T) {
	var signer sigv4.Signer
	req := request(t, "http://example.com/")
	req.Header.Set("Content-Length", "63")
	sign(t, &signer, long, req, noon)
	if !strings.Contains(req.Header.Get("Authorization"), "content-length;") {
		t.Fatal("the length is not signed")
	}
	req.Header.Del("Content-Length")
	req.ContentLength = 63
	req.URL = &url.URL{Path: "/"}
	for _, host := range []string{"example.com", "example.com:80", "Example.COM", "EXAMPLE.com:80"} {
		req.Host = host
		if _, err := sigv4.Verify(req, []byte(body), lookup, "rds", noon, 0); err != nil {
			t.Errorf("%s: %v", host, err)
		}
	}
}
