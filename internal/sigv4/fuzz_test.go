package sigv4_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/internal/soak"
)

// A signature can be verified, in the headers and in the query, but not with
// another body.
func FuzzRoundTrip(tf *testing.F) {
	f := soak.F{F: tf}
	f.Add("/", "", "X-Amz-Meta", "value", "Action=A")
	f.Add("/a%20b/../c//", "b=2&a=1&a=%zz&=&+=;", "x-lower", " a \t b\r\n c ", "")
	f.Add("//./..", "X-Amz-Meta=1&%", "Content-Length", "3", "\x00\xff")
	f.Add("/%", "\xff=\x80&a+b=c%20d", "Host", "other", "x")
	f.Add("/", "", "content-Length", "3", "abc")
	f.Add("/", "", "transfer-Encoding", "chunked", "abc")
	f.Add("ü", "ü=ü&%C3%BC", "Transfer-Encoding", "", "y")
	f.Fuzz(func(t *testing.T, path, query, name, value, body string) {
		u := &url.URL{Scheme: "https", Host: "example.com", Path: path, RawQuery: query}
		newRequest := func() *http.Request {
			return &http.Request{Method: http.MethodPost, URL: u, Header: http.Header{name: {value, value}}, ContentLength: int64(len(body))}
		}
		hash := sigv4.PayloadHash([]byte(body))
		verifier := sigv4.Verifier{Lookup: lookup, Service: "rds", Region: "us-east-1"}
		var signer sigv4.Signer

		req := newRequest()
		if err := signer.SignHTTP(temp, req, hash, "rds", "us-east-1", noon); err != nil {
			t.Fatal(err)
		}
		// A header that the signer sets itself may be replaced or hidden by one
		// with the same name in the input. No client sends such headers, so
		// they are not checked.
		if otherHeader(name) {
			if _, err := verifier.Verify(req, []byte(body), noon); err != nil {
				t.Errorf("headers: %v", err)
			}
			if _, err := verifier.Verify(req, []byte(body+"x"), noon); err == nil {
				t.Error("headers: another body is accepted")
			}
		}

		req = newRequest()
		signed, err := signer.PresignHTTP(temp, req, hash, "rds", "us-east-1", time.Hour, noon)
		if err != nil {
			return // the query has parameters of a signature
		}
		_, query, ok := strings.Cut(signed, "?")
		if !ok {
			t.Fatalf("no query in %q", signed)
		}
		req.URL = &url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path, RawQuery: query}
		if !otherHeader(name) || aliasesSignature(u.RawQuery) {
			return
		}
		if _, err := verifier.Verify(req, []byte(body), noon); err != nil {
			t.Errorf("query: %v of %q", err, signed)
		}
		if _, err := verifier.Verify(req, []byte(body+"x"), noon); err == nil {
			t.Error("query: another body is accepted")
		}
	})
}

// otherHeader reports whether the signer does not set the named header itself.
func otherHeader(name string) bool {
	for _, own := range []string{"Authorization", "X-Amz-Date", "X-Amz-Security-Token"} {
		if strings.EqualFold(name, own) {
			return false
		}
	}
	return name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return r <= ' ' || r > '~' || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r)
	})
}

// aliasesSignature reports whether a name in the query decodes to the name of a
// signature parameter.
func aliasesSignature(query string) bool {
	values, _ := url.ParseQuery(query)
	for name := range values {
		if strings.HasPrefix(name, "X-Amz-") {
			return true
		}
	}
	return false
}

// For any input, the error is a VerifyError, and nothing panics.
func FuzzVerify(tf *testing.F) {
	f := soak.F{F: tf}
	const auth = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/rds/aws4_request, SignedHeaders=host;x-amz-date, Signature=00"
	f.Add("POST", "/", "", auth, "20260101T120000Z", "")
	f.Add("GET", "//..", "X-Amz-Signature=&X-Amz-Algorithm=AWS4-HMAC-SHA256", "", "", "token")
	f.Add("", "*", "%", "AWS4-HMAC-SHA256 Credential=////,SignedHeaders=;,Signature=0", "00000000T000000Z", "")
	f.Add("GET", "/a/./b", "a&b=%f", auth[:60], "20260101T120000Z", "")
	f.Fuzz(func(t *testing.T, method, path, query, auth, date, token string) {
		req := &http.Request{
			Method: method,
			URL:    &url.URL{Path: path, RawQuery: query},
			Host:   "example.com:443",
			Header: http.Header{"Authorization": {auth}, "X-Amz-Date": {date}, "X-Amz-Security-Token": {token}},
		}
		result, err := sigv4.Verify(req, nil, lookup, "rds", noon, 0)
		if err == nil {
			t.Fatalf("accepted as %+v", result)
		}
		var verifyErr *sigv4.VerifyError
		if !errors.As(err, &verifyErr) || verifyErr.Status/100 != 4 {
			t.Errorf("got %#v", err)
		}
		for _, secret := range []string{long.SecretAccessKey, temp.SecretAccessKey} {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("error shows a secret: %v", err)
			}
		}
		u := "https://example.com" + path + "?" + query
		if _, err := sigv4.VerifyPresigned(u, lookup, "rds", noon); err == nil {
			t.Errorf("accepted %q", u)
		}
	})
}
