package compare_test

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdksigner "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go/aws-http-auth/credentials"
	oracle "github.com/aws/smithy-go/aws-http-auth/sigv4"
	v4 "github.com/aws/smithy-go/aws-http-auth/v4"
	"pgregory.net/rapid"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// A signing is a request to sign, with the credentials and the time.
type signing struct {
	credentials     nereid.Credentials
	service, region string
	at              time.Time
	method, url     string
	header          http.Header
	body            []byte
}

// isSecret reports whether ours accepts a text as a secret.
func isSecret(s string) bool { return strings.TrimSpace(s) == s && !strings.ContainsAny(s, "\r\n") }

// drawSigning draws a realistic request. It leaves out the parts where the
// signers differ. In all of those, ours follows AWS's documentation and test
// suites: aws-http-auth keeps runs of spaces in headers and dot segments in
// paths, and sorts the values of a repeated parameter before it encodes them.
func drawSigning(t *rapid.T) signing {
	const word = `[A-Za-z0-9._~-]{1,12}`
	text := rapid.OneOf(rapid.StringMatching(word), rapid.String())
	s := signing{
		credentials: nereid.Credentials{
			AccessKeyID:     rapid.StringMatching(`A[A-Z0-9]{3,20}`).Draw(t, "key"),
			SecretAccessKey: rapid.StringN(1, 40, 60).Filter(isSecret).Draw(t, "secret"),
			SessionToken:    rapid.OneOf(rapid.Just(""), rapid.StringMatching(`[A-Za-z0-9+/=]{1,300}`)).Draw(t, "token"),
		},
		service: rapid.SampledFrom([]string{"rds", "neptune-db"}).Draw(t, "service"),
		region:  rapid.SampledFrom([]string{"us-east-1", "eu-central-1", "cn-north-1"}).Draw(t, "region"),
		at:      time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "time"), 0).In(time.FixedZone("", 3600*rapid.IntRange(-12, 12).Draw(t, "zone"))),
		method:  rapid.SampledFrom([]string{"GET", "POST", "PUT"}).Draw(t, "method"),
		header:  make(http.Header),
		body:    rapid.SliceOfN(rapid.Byte(), 0, 64).Draw(t, "body"),
	}
	u := url.URL{Scheme: "https", Host: rapid.StringMatching(`[a-z]{1,10}\.example(:8[0-9]{3})?`).Draw(t, "host")}
	for range rapid.IntRange(0, 3).Draw(t, "segments") {
		u.Path += "/" + rapid.OneOf(rapid.StringMatching(`[A-Za-z0-9 +&=%_~-]{1,10}`), rapid.SampledFrom([]string{"ü", "a:b", "x@y"})).Draw(t, "segment")
	}
	u.Path = cmp.Or(u.Path, "/")
	query := make(url.Values)
	for range rapid.IntRange(0, 4).Draw(t, "parameters") {
		query.Set(rapid.StringMatching(word).Draw(t, "parameter"), text.Draw(t, "value"))
	}
	u.RawQuery = query.Encode()
	s.url = u.String()
	for range rapid.IntRange(0, 3).Draw(t, "headers") {
		name := "X-" + rapid.SampledFrom([]string{"Amz-Meta", "Thing", "Amz-A", "Other-Thing"}).Draw(t, "header")
		value := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[!-~]{1,8}`), 0, 3).Draw(t, "words"), " ")
		s.header.Add(name, value)
	}
	if rapid.Bool().Draw(t, "form") {
		s.header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
	}
	return s
}

func (s signing) request(t fails) *http.Request {
	req, err := http.NewRequest(s.method, s.url, bytes.NewReader(s.body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = s.header.Clone()
	return req
}

// everyHeader signs all headers, as ours does.
type everyHeader struct{}

func (everyHeader) IsSigned(name string) bool { return name != "authorization" && name != "user-agent" }

func TestSignature(t *testing.T) {
	var ours sigv4.Signer
	theirs := oracle.New(func(o *v4.SignerOptions) { o.HeaderRules = everyHeader{} })
	rapid.Check(t, func(t *rapid.T) {
		s := drawSigning(t)
		hash := sha256.Sum256(s.body)
		want, got := s.request(t), s.request(t)
		if err := theirs.SignRequest(&oracle.SignRequestInput{
			Request: want, PayloadHash: hash[:], Service: s.service, Region: s.region, Time: s.at,
			Credentials: credentials.Credentials{
				AccessKeyID: s.credentials.AccessKeyID, SecretAccessKey: s.credentials.SecretAccessKey, SessionToken: s.credentials.SessionToken,
			},
		}); err != nil {
			t.Fatal(err)
		}
		if err := ours.SignHTTP(s.credentials, got, sigv4.PayloadHash(s.body), s.service, s.region, s.at); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Authorization", "X-Amz-Date", "X-Amz-Security-Token"} {
			if want, got := want.Header.Get(name), got.Header.Get(name); want != got {
				t.Fatalf("%s: %s\nwant        %s", name, got, want)
			}
		}
	})
}

func TestPresignedSignature(t *testing.T) {
	var ours sigv4.Signer
	theirs := oracle.New()
	rapid.Check(t, func(t *rapid.T) {
		s := drawSigning(t)
		s.header, s.body = make(http.Header), nil
		expires := rapid.IntRange(1, 7*24*3600).Draw(t, "expires")
		hash := sha256.Sum256(nil)

		signed := s.request(t)
		query := signed.URL.Query()
		query.Set("X-Amz-Expires", strconv.Itoa(expires))
		signed.URL.RawQuery = query.Encode()
		if err := theirs.SignRequest(&oracle.SignRequestInput{
			Request: signed, PayloadHash: hash[:], Service: s.service, Region: s.region, Time: s.at,
			SignatureType: v4.SignatureTypeQueryString,
			Credentials: credentials.Credentials{
				AccessKeyID: s.credentials.AccessKeyID, SecretAccessKey: s.credentials.SecretAccessKey, SessionToken: s.credentials.SessionToken,
			},
		}); err != nil {
			t.Fatal(err)
		}
		text, err := ours.PresignHTTP(s.credentials, s.request(t), sigv4.EmptyPayloadHash, s.service, s.region, time.Duration(expires)*time.Second, s.at)
		if err != nil {
			t.Fatal(err)
		}
		got, err := url.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if want := signed.URL.Query().Encode(); got.Query().Encode() != want {
			t.Fatalf("query %s\nwant  %s", got.Query().Encode(), want)
		}
		if got.Host != signed.URL.Host || got.EscapedPath() != signed.URL.EscapedPath() {
			t.Fatalf("%s, want %s", got, signed.URL)
		}
	})
}

// TestSDKSignature compares with the SDK's own signer for the requests that
// both clients send: a form to the root of a host.
func TestSDKSignature(t *testing.T) {
	var ours sigv4.Signer
	theirs := sdksigner.NewSigner()
	ctx := t.Context()
	rapid.Check(t, func(t *rapid.T) {
		s := drawSigning(t)
		s.method, s.url = http.MethodPost, "https://rds."+s.region+".amazonaws.com/"
		want, got := s.request(t), s.request(t)
		want.Header.Set("Content-Length", strconv.Itoa(len(s.body))) // the SDK signs it unasked
		want.ContentLength = int64(len(s.body))
		got.Header.Set("Content-Length", strconv.Itoa(len(s.body)))
		hash := sigv4.PayloadHash(s.body)
		if len(s.body) == 0 {
			want.Header.Del("Content-Length") // but not if there is none
			got.Header.Del("Content-Length")
		}
		err := theirs.SignHTTP(ctx, aws.Credentials{
			AccessKeyID: s.credentials.AccessKeyID, SecretAccessKey: s.credentials.SecretAccessKey, SessionToken: s.credentials.SessionToken,
		}, want, hash, s.service, s.region, s.at.UTC())
		if err != nil {
			t.Fatal(err)
		}
		if err := ours.SignHTTP(s.credentials, got, hash, s.service, s.region, s.at); err != nil {
			t.Fatal(err)
		}
		if want, got := want.Header.Get("Authorization"), got.Header.Get("Authorization"); want != got {
			t.Fatalf("%s\nwant %s", got, want)
		}
	})
}
