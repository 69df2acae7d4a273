package compare_test

import (
	"crypto/sha256"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go/aws-http-auth/credentials"
	oracle "github.com/aws/smithy-go/aws-http-auth/sigv4"
	v4 "github.com/aws/smithy-go/aws-http-auth/v4"
	"pgregory.net/rapid"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/rds"
)

// transportFunc is an HTTPClient.
type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }

// TestCallSignature compares the signatures of whole calls with the one that
// aws-http-auth computes for the same headers. The verifier of the fake checks
// them too.
func TestCallSignature(t *testing.T) {
	calls := 0
	rapid.Check(t, func(t *rapid.T) {
		creds := nereid.Credentials{
			AccessKeyID:     rapid.StringMatching(`A[A-Z0-9]{3,20}`).Draw(t, "key"),
			SecretAccessKey: rapid.StringN(1, 40, 60).Filter(isSecret).Draw(t, "secret"),
			SessionToken:    rapid.OneOf(rapid.Just(""), rapid.StringMatching(`[A-Za-z0-9+/=]{1,300}`)).Draw(t, "token"),
		}
		region := rapid.SampledFrom([]string{"us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"}).Draw(t, "region")
		client := rds.New(rds.Options{
			Region: region, Retryer: nereid.NopRetryer{},
			Credentials: nereid.StaticCredentials(creds.AccessKeyID, creds.SecretAccessKey, creds.SessionToken),
			HTTPClient: transportFunc(func(req *http.Request) (*http.Response, error) {
				calls++
				checkSignature(t, req, creds, region)
				return &http.Response{StatusCode: http.StatusTeapot, Body: http.NoBody}, nil
			}),
		})
		in := reflect.New(reflect.TypeFor[rds.DescribeExportTasksInput]())
		drawing{t: t, absent: true, text: anyText(), number: anyNumber()}.draw(in.Elem(), "DescribeExportTasks", 0)
		input, _ := reflect.TypeAssert[*rds.DescribeExportTasksInput](in)
		input.Filters = nil // with required members
		if _, err := client.DescribeExportTasks(t.Context(), input); err == nil {
			t.Fatal("the teapot made tea")
		}
	})
	if calls == 0 {
		t.Error("nothing was sent")
	}
	t.Logf("%d calls", calls)
}

// checkSignature signs the received request again.
func checkSignature(t *rapid.T, req *http.Request, creds nereid.Credentials, region string) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		t.Fatal(err)
	}
	got := req.Header.Get("Authorization")
	_, names, _ := strings.Cut(got, "SignedHeaders=")
	names, _, _ = strings.Cut(names, ",")
	again, err := http.NewRequest(req.Method, req.URL.String(), strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	again.ContentLength = -1 // ours does not sign this header
	for name := range strings.SplitSeq(names, ";") {
		if name != "host" && name != "x-amz-date" && name != "x-amz-security-token" {
			again.Header[http.CanonicalHeaderKey(name)] = req.Header.Values(name)
		}
	}
	at, err := time.Parse("20060102T150405Z", req.Header.Get("X-Amz-Date"))
	if err != nil {
		t.Fatal(err)
	}
	hash := sha256.Sum256(body)
	if err := oracle.New(func(o *v4.SignerOptions) {
		o.HeaderRules = everyHeader{}
	}).SignRequest(&oracle.SignRequestInput{
		Request: again, PayloadHash: hash[:], Service: "rds", Region: region, Time: at,
		Credentials: credentials.Credentials{AccessKeyID: creds.AccessKeyID, SecretAccessKey: creds.SecretAccessKey, SessionToken: creds.SessionToken},
	}); err != nil {
		t.Fatal(err)
	}
	if want := again.Header.Get("Authorization"); got != want {
		t.Fatalf("signed\n%s, aws-http-auth signs\n%s", got, want)
	}
	lookup := func(string) (nereid.Credentials, bool) { return creds, true }
	if _, err := sigv4.Verify(req, body, lookup, "rds", time.Now(), sigv4.DefaultSkew); err != nil {
		t.Fatal(err)
	}
}
