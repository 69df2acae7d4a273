package sigv4_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
)

const body = "Action=StartDBCluster&Version=2014-10-31&DBClusterIdentifier=c1"

var (
	noon = time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	long = nereid.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}
	temp = nereid.Credentials{AccessKeyID: "ASIAEXAMPLE", SecretAccessKey: "another/secret", SessionToken: "IQoJb3JpZ2luX2Vj+//token=="}
)

func lookup(id string) (nereid.Credentials, bool) {
	switch id {
	case long.AccessKeyID:
		return long, true
	case temp.AccessKeyID:
		return temp, true
	}
	return nereid.Credentials{}, false
}

// request returns an unsigned request as the client sends it.
func request(tb testing.TB, rawURL string) *http.Request {
	tb.Helper()
	req, err := http.NewRequest(http.MethodPost, rawURL, strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("User-Agent", "nereid/test")
	req.Header.Set("Amz-Sdk-Invocation-Id", "e4d3a9a6-6b7e-4b62-b6a4-7f2b8f2c1d11")
	req.Header.Set("Amz-Sdk-Request", "attempt=1; max=3")
	return req
}

func sign(tb testing.TB, s *sigv4.Signer, creds nereid.Credentials, req *http.Request, at time.Time) {
	tb.Helper()
	if err := s.SignHTTP(creds, req, sigv4.PayloadHash([]byte(body)), "rds", "us-east-1", at); err != nil {
		tb.Fatal(err)
	}
}

func TestSignHTTPHeaders(t *testing.T) {
	var signer sigv4.Signer
	req := request(t, "https://rds.us-east-1.amazonaws.com:443/")
	for _, name := range []string{"Connection", "Expect", "Te", "X-Amzn-Trace-Id", "Proxy-Authorization"} {
		req.Header.Set(name, "whatever a proxy makes of it")
	}
	sign(t, &signer, temp, req, noon)

	auth := req.Header.Get("Authorization")
	want := "AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/20260101/us-east-1/rds/aws4_request, " +
		"SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-type;host;x-amz-date;x-amz-security-token, Signature="
	if got := auth[:min(len(want), len(auth))]; got != want {
		t.Errorf("Authorization\n%s, want\n%s", auth, want)
	}
	if got := req.Header.Get("X-Amz-Date"); got != "20260101T120000Z" {
		t.Errorf("X-Amz-Date %q", got)
	}
	if got := req.Header.Get("X-Amz-Security-Token"); got != temp.SessionToken {
		t.Errorf("X-Amz-Security-Token %q", got)
	}
	if req.Host != "rds.us-east-1.amazonaws.com" {
		t.Errorf("host %q is sent with a default port, but signed without", req.Host)
	}
	for _, secret := range []string{temp.SecretAccessKey, temp.SessionToken} {
		if strings.Contains(auth, secret) {
			t.Errorf("Authorization holds a secret: %s", auth)
		}
	}

	// The request may be signed again, by other credentials too.
	sign(t, &signer, long, req, noon.Add(time.Minute))
	if _, ok := req.Header["X-Amz-Security-Token"]; ok {
		t.Error("the token of the earlier credentials is left")
	}
	for name, values := range req.Header {
		if len(values) != 1 || cap(values) != 1 && strings.HasPrefix(name, "X-Amz-") {
			t.Errorf("%s has the values %q of capacity %d", name, values, cap(values))
		}
	}
	if _, err := sigv4.Verify(req, []byte(body), lookup, "rds", noon, 0); err != nil {
		t.Error(err)
	}
}

// The case, order and repetition of headers do not affect the signature. A
// difference in any signed part does.
func TestSignatureDependsOn(t *testing.T) {
	signature := func(change func(*http.Request)) string {
		var signer sigv4.Signer
		req := request(t, "https://example.com/a/b?x=1&y=2")
		if change != nil {
			change(req)
		}
		sign(t, &signer, long, req, noon)
		_, sum, _ := strings.Cut(req.Header.Get("Authorization"), "Signature=")
		return sum
	}
	plain := signature(nil)
	tests := []struct {
		name   string
		change func(*http.Request)
		same   bool
	}{
		{"key not canonical", func(r *http.Request) {
			r.Header["cOnTent-type"] = r.Header["Content-Type"]
			r.Header.Del("Content-Type")
		}, true},
		{"white space", func(r *http.Request) { r.Header.Set("Amz-Sdk-Request", " \tattempt=1;   max=3 ") }, true},
		{"user agent", func(r *http.Request) { r.Header.Set("User-Agent", "other") }, true},
		{"old signature", func(r *http.Request) { r.Header.Set("Authorization", "old") }, true},
		{"old date", func(r *http.Request) { r.Header.Set("X-Amz-Date", "20200101T000000Z") }, true},
		{"old token", func(r *http.Request) { r.Header.Set("X-Amz-Security-Token", "old") }, true},
		{"order of the query", func(r *http.Request) { r.URL.RawQuery = "y=2&x=1" }, true},
		{"empty parameters", func(r *http.Request) { r.URL.RawQuery = "&x=1&&y=2&" }, true},
		{"escapes in the query", func(r *http.Request) { r.URL.RawQuery = "%78=1&y=%32" }, true},
		{"dot segments", func(r *http.Request) { r.URL.Path = "/./a//c/../b" }, true},
		{"default port", func(r *http.Request) { r.Host = "example.com:443" }, true},
		{"fragment", func(r *http.Request) { r.URL.Fragment = "f" }, true},

		{"method", func(r *http.Request) { r.Method = http.MethodPut }, false},
		{"host", func(r *http.Request) { r.Host = "example.org" }, false},
		{"port", func(r *http.Request) { r.Host = "example.com:80" }, false},
		{"path", func(r *http.Request) { r.URL.Path = "/a/B" }, false},
		{"slash at the end", func(r *http.Request) { r.URL.Path = "/a/b/" }, false},
		{"encoded slash", func(r *http.Request) { r.URL.RawPath = "/a%2Fb"; r.URL.Path = "/a/b" }, false},
		{"value in the query", func(r *http.Request) { r.URL.RawQuery = "x=1&y=3" }, false},
		{"another parameter", func(r *http.Request) { r.URL.RawQuery = "x=1&y=2&z" }, false},
		{"header", func(r *http.Request) { r.Header.Set("Amz-Sdk-Request", "attempt=2; max=3") }, false},
		{"another header", func(r *http.Request) { r.Header.Set("X-Amz-Meta", "") }, false},
		{"second value", func(r *http.Request) { r.Header.Add("Content-Type", "text/plain") }, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := signature(tt.change); (got == plain) != tt.same {
				t.Errorf("same signature: %t, want %t", got == plain, tt.same)
			}
		})
	}
}

func TestSignRefuses(t *testing.T) {
	with := func(change func(*nereid.Credentials)) nereid.Credentials {
		c := temp
		change(&c)
		return c
	}
	tests := []struct {
		name            string
		creds           nereid.Credentials
		service, region string
		at              time.Time
		want            string
	}{
		{"no credentials", nereid.Credentials{}, "rds", "us-east-1", noon, "empty"},
		{"no secret", with(func(c *nereid.Credentials) { c.SecretAccessKey = "" }), "rds", "us-east-1", noon, "empty"},
		{"line break after the key id", with(func(c *nereid.Credentials) { c.AccessKeyID += "\n" }), "rds", "us-east-1", noon, "line break"},
		{"slash in the key id", with(func(c *nereid.Credentials) { c.AccessKeyID += "/x" }), "rds", "us-east-1", noon, "key id"},
		{"line break after the secret", with(func(c *nereid.Credentials) { c.SecretAccessKey += "\n" }), "rds", "us-east-1", noon, "line break"},
		{"line break in the secret", with(func(c *nereid.Credentials) { c.SecretAccessKey += "\nx" }), "rds", "us-east-1", noon, "line break"},
		{"space before the secret", with(func(c *nereid.Credentials) { c.SecretAccessKey = " " + c.SecretAccessKey }), "rds", "us-east-1", noon, "space"},
		{"secret of white space", with(func(c *nereid.Credentials) { c.SecretAccessKey = "\t" }), "rds", "us-east-1", noon, "secret access key"},
		{"line break after the token", with(func(c *nereid.Credentials) { c.SessionToken += "\n" }), "rds", "us-east-1", noon, "line break"},
		{"no region", temp, "rds", "", noon, "no region"},
		{"slash in the region", temp, "rds", "us/east", noon, `"us/east"`},
		{"no service", temp, "", "us-east-1", noon, "service"},
		{"far future", temp, "rds", "us-east-1", noon.AddDate(9000, 0, 0), "year"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var signer sigv4.Signer
			req := request(t, "https://example.com")
			before := req.Header.Clone()
			err := signer.SignHTTP(tt.creds, req, sigv4.EmptyPayloadHash, tt.service, tt.region, tt.at)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("error %v does not say %q", err, tt.want)
			}
			if strings.Contains(err.Error(), temp.SecretAccessKey) || strings.Contains(err.Error(), temp.SessionToken) {
				t.Errorf("error shows a secret: %v", err)
			}
			if diff := cmp.Diff(before, req.Header); diff != "" {
				t.Errorf("headers changed:\n%s", diff)
			}
			if _, err := signer.PresignURL(tt.creds, "https://example.com", tt.service, tt.region, time.Hour, tt.at); err == nil {
				t.Error("presigned it")
			}
		})
	}
}

// net/http sends a host that is not ASCII in another form than the signed one.
func TestSignRefusesHost(t *testing.T) {
	for _, host := range []string{"bücher.example", "bücher.example:8443", "xn--bcher-kva.example\xff"} {
		req := request(t, "https://example.com")
		req.Host = host
		before := req.Header.Clone()
		err := new(sigv4.Signer).SignHTTP(temp, req, sigv4.EmptyPayloadHash, "rds", "us-east-1", noon)
		if err == nil || !strings.Contains(err.Error(), "punycode") {
			t.Errorf("%q: got error %v, want one about punycode", host, err)
		}
		if diff := cmp.Diff(before, req.Header); diff != "" {
			t.Errorf("%q: headers changed:\n%s", host, diff)
		}
	}
}

func TestPresign(t *testing.T) {
	var signer sigv4.Signer
	got, err := signer.PresignURL(temp, "https://rds.eu-west-1.amazonaws.com:443?Action=CopyDBClusterSnapshot&Tags=", "rds", "eu-west-1", time.Hour+time.Millisecond, noon)
	if err != nil {
		t.Fatal(err)
	}
	want := "https://rds.eu-west-1.amazonaws.com/?Action=CopyDBClusterSnapshot&Tags=&X-Amz-Algorithm=AWS4-HMAC-SHA256" +
		"&X-Amz-Credential=ASIAEXAMPLE%2F20260101%2Feu-west-1%2Frds%2Faws4_request&X-Amz-Date=20260101T120000Z" +
		"&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Security-Token=IQoJb3JpZ2luX2Vj%2B%2F%2Ftoken%3D%3D"
	if head, _, _ := strings.Cut(got, "&X-Amz-Signature="); head != want {
		t.Errorf("got  %s\nwant %s", head, want)
	}
	if _, err := sigv4.VerifyPresigned(got, lookup, "rds", noon.Add(time.Hour)); err != nil {
		t.Error(err)
	}

	for name, tt := range map[string]struct {
		url     string
		expires time.Duration
	}{
		"signed already":  {got, time.Hour},
		"no expiry":       {"https://example.com", 0},
		"less than 1 s":   {"https://example.com", time.Second - 1},
		"more than 7 d":   {"https://example.com", 7*24*time.Hour + 1},
		"does not parse":  {"https://example.com/%zz", time.Hour},
		"not a hierarchy": {"mailto:me@example.com", time.Hour},
		"no host":         {"/path", time.Hour},
		"IPv6 zone":       {"https://[fe80::1%25eth0]:8443/", time.Hour},
		"not ASCII":       {"https://b\u00fccher.example/", time.Hour},
	} {
		if got, err := signer.PresignURL(temp, tt.url, "rds", "eu-west-1", tt.expires, noon); err == nil {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

// A presigned request with headers and a body can be verified if it is sent
// with them.
func TestPresignHTTP(t *testing.T) {
	var signer sigv4.Signer
	req := request(t, "https://example.com/a%20b/?x=1")
	before := req.Header.Clone()
	signed, err := signer.PresignHTTP(long, req, sigv4.PayloadHash([]byte(body)), "rds", "us-east-1", time.Hour, noon)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, req.Header); diff != "" {
		t.Errorf("headers changed:\n%s", diff)
	}
	req.URL, err = url.Parse(signed)
	if err != nil {
		t.Fatal(err)
	}
	result, err := sigv4.Verify(req, []byte(body), lookup, "rds", noon, 0)
	if err != nil || !result.Presigned {
		t.Fatalf("%+v, %v", result, err)
	}
	req.Header.Set("Content-Type", "text/plain")
	if _, err := sigv4.Verify(req, []byte(body), lookup, "rds", noon, 0); err == nil {
		t.Error("a header that was signed may be changed")
	}
}

func TestSignerPrintsNoSecrets(t *testing.T) {
	type client struct {
		S      sigv4.Signer
		signer sigv4.Signer
		ptr    *sigv4.Signer
	}
	c := &client{ptr: new(sigv4.Signer)}
	for _, s := range []*sigv4.Signer{&c.S, &c.signer, c.ptr} {
		sign(t, s, temp, request(t, "https://example.com"), noon)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		for _, v := range []any{c, c.ptr} {
			got := fmt.Sprintf(verb, v)
			for _, secret := range []string{temp.SecretAccessKey, fmt.Sprintf("%x", temp.SecretAccessKey)} {
				if strings.Contains(got, secret) {
					t.Errorf("%s of %T shows a secret: %s", verb, v, got)
				}
			}
		}
	}
}

// Keys are evicted and derived again while others sign.
func TestSignerConcurrently(t *testing.T) {
	var signer sigv4.Signer
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 60 {
				region := fmt.Sprintf("region-%d", (i*7+g)%24)
				req := request(t, "https://example.com/")
				if err := signer.SignHTTP(long, req, sigv4.PayloadHash([]byte(body)), "rds", region, noon); err != nil {
					t.Error(err)
				}
				if got, err := sigv4.Verify(req, []byte(body), lookup, "rds", noon, 0); err != nil || got.Region != region {
					t.Errorf("%+v, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkSignHTTP(b *testing.B) {
	hash := sigv4.PayloadHash([]byte(body))
	b.Run("cached key", func(b *testing.B) {
		var signer sigv4.Signer
		req := request(b, "https://rds.us-east-1.amazonaws.com/")
		b.ReportAllocs()
		for b.Loop() {
			if err := signer.SignHTTP(temp, req, hash, "rds", "us-east-1", noon); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cold key", func(b *testing.B) {
		req := request(b, "https://rds.us-east-1.amazonaws.com/")
		b.ReportAllocs()
		for b.Loop() {
			if err := new(sigv4.Signer).SignHTTP(temp, req, hash, "rds", "us-east-1", noon); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("parallel", func(b *testing.B) {
		var signer sigv4.Signer
		b.ReportAllocs()
		b.RunParallel(func(pb *testing.PB) {
			req := request(b, "https://rds.us-east-1.amazonaws.com/")
			for pb.Next() {
				if err := signer.SignHTTP(temp, req, hash, "rds", "us-east-1", noon); err != nil {
					b.Error(err)
				}
			}
		})
	})
}

func BenchmarkPresignURL(b *testing.B) {
	const u = "https://rds.us-west-2.amazonaws.com/?Action=CopyDBClusterSnapshot&Version=2014-10-31" +
		"&SourceDBClusterSnapshotIdentifier=arn%3Aaws%3Ards%3Aus-west-2%3A123456789012%3Acluster-snapshot%3As1" +
		"&TargetDBClusterSnapshotIdentifier=t1&DestinationRegion=us-east-1"
	var signer sigv4.Signer
	b.ReportAllocs()
	for b.Loop() {
		if _, err := signer.PresignURL(temp, u, "rds", "us-west-2", time.Hour, noon); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	var signer sigv4.Signer
	verifier := sigv4.Verifier{Lookup: lookup, Service: "rds"}
	req := request(b, "https://rds.us-east-1.amazonaws.com/")
	sign(b, &signer, temp, req, noon)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := verifier.Verify(req, []byte(body), noon); err != nil {
			b.Fatal(err)
		}
	}
}
