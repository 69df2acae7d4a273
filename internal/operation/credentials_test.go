package operation_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/jarcoal/httpmock"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// A night is a service that has a list of valid keys, and a credentials
// provider. The service rejects invalid keys with code.
type night struct {
	t     *testing.T
	code  string
	good  func(id string) bool
	keys  func(n int) (nereid.Credentials, error) // the nth of the provider
	reply httpmock.Responder                      // to requests signed with valid keys; nil for a success

	asked  int      // the provider
	ids    []string // keys of the requests
	bodies []string
}

func (n *night) Retrieve(context.Context) (nereid.Credentials, error) {
	n.asked++
	return n.keys(n.asked)
}

func (n *night) Do(req *http.Request) (*http.Response, error) {
	data, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	res, err := sigv4.Verify(req, data, lookup, "rds", time.Now(), 5*time.Minute)
	if err != nil {
		n.t.Error(err)
	}
	n.ids, n.bodies = append(n.ids, res.AccessKeyID), append(n.bodies, string(data))
	if !n.good(res.AccessKeyID) {
		return fault(403, n.code, "The security token included in the request is not good")(req)
	}
	if n.reply != nil {
		return n.reply(req)
	}
	form, _ := url.ParseQuery(string(data))
	return answer(200, strings.ReplaceAll(okBody("t1"), "CancelExportTask", form.Get("Action")))(req)
}

// hourOfKeys are the nth keys of a provider.
func hourOfKeys(n int) (nereid.Credentials, error) {
	return nereid.Credentials{
		AccessKeyID: fmt.Sprint("ASIA", n), SecretAccessKey: secret, SessionToken: session, CanExpire: true, Expires: time.Now().Add(time.Hour),
	}, nil
}

func (n *night) client(optFns ...func(*rds.Options)) *rds.Client {
	return rds.New(rds.Options{Region: region, Credentials: n, HTTPClient: n}, optFns...)
}

func notTheFirst(id string) bool { return id != "ASIA1" }

// If the service rejects the credentials and the provider has others, the
// client signs the request with these and sends it again immediately, for every
// operation.
func TestRejectedCredentialsAreRenewed(t *testing.T) {
	for _, code := range []string{"ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException"} {
		synctest.Test(t, func(t *testing.T) {
			n := &night{t: t, code: code, good: notTheFirst, keys: hourOfKeys}
			client, start := n.client(), time.Now()
			out := mustCancel(t, client)
			if nereid.Attempts(out.ResultMetadata) != 2 || time.Since(start) != 0 || n.asked != 2 {
				t.Errorf("%s: %d attempts in %s, asked %d times", code, nereid.Attempts(out.ResultMetadata), time.Since(start), n.asked)
			}
			mustCancel(t, client)
			if n.asked != 2 || len(n.ids) != 3 {
				t.Errorf("%s: asked %d times, keys %v", code, n.asked, n.ids)
			}
		})
	}
}

// This also happens for an operation that is otherwise sent only once, because
// the rejected request had no effect.
func TestRejectedCredentialsOfAFailover(t *testing.T) {
	n := &night{t: t, code: "ExpiredToken", good: notTheFirst, keys: hourOfKeys, reply: answer(200, "<FailoverDBClusterResponse><FailoverDBClusterResult/></FailoverDBClusterResponse>")}
	client := neptune.New(neptune.Options{Region: region, Credentials: n, HTTPClient: n})
	_, err := client.FailoverDBCluster(t.Context(), &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
	if err != nil || len(n.ids) != 2 {
		t.Errorf("%v, keys %v", err, n.ids)
	}
}

// The presigned URL is signed with the new keys too.
func TestRejectedCredentialsArePresignedAgain(t *testing.T) {
	n := &night{t: t, code: "ExpiredToken", good: notTheFirst, keys: hourOfKeys}
	_, err := n.client().CopyDBSnapshot(t.Context(), &rds.CopyDBSnapshotInput{
		SourceDBSnapshotIdentifier: nereid.String("arn:aws:rds:us-east-1:123456789012:snapshot:s1"), TargetDBSnapshotIdentifier: nereid.String("s1"),
	})
	if err != nil || len(n.bodies) != 2 {
		t.Fatalf("%v, %d requests", err, len(n.bodies))
	}
	for i, body := range n.bodies {
		form, _ := url.ParseQuery(body)
		presigned, err := sigv4.VerifyPresigned(form.Get("PreSignedUrl"), lookup, "rds", time.Now())
		if err != nil || presigned.AccessKeyID != n.ids[i] || n.ids[i] != fmt.Sprint("ASIA", i+1) {
			t.Errorf("request %d: presigned by %s, signed by %s, %v", i, presigned.AccessKeyID, n.ids[i], err)
		}
	}
}

// The provider is asked once per call. If it returns the same keys or none, the
// service's answer is final and is returned.
func TestRejectedCredentialsAreFinal(t *testing.T) {
	for name, tt := range map[string]struct {
		keys            func(n int) (nereid.Credentials, error)
		requests, asked int
		says            string
	}{
		"the same":       {func(int) (nereid.Credentials, error) { return hourOfKeys(1) }, 1, 2, "rejected credentials again"},
		"others, as bad": {hourOfKeys, 2, 2, "ExpiredToken"},
		"none": {func(n int) (nereid.Credentials, error) {
			if n > 1 {
				return nereid.Credentials{}, errors.New("exit status 1")
			}
			return hourOfKeys(1)
		}, 1, 2, "exit status 1"},
	} {
		n := &night{t: t, code: "ExpiredToken", good: func(string) bool { return false }, keys: tt.keys}
		_, err := cancel(t, n.client())
		if len(n.ids) != tt.requests || n.asked != tt.asked || !nereid.IsServiceError(err) || !errors.Is(err, nereid.ErrBadCredentials) {
			t.Errorf("%s: %d requests, asked %d times: %v", name, len(n.ids), n.asked, err)
		}
		mention(t, err, "ExpiredToken", tt.says)
	}
	n := &night{t: t, code: "ExpiredToken", good: func(string) bool { return false }}
	_, err := cancel(t, n.client(func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("ASIAEXAMPLE", secret, session) }))
	if trouble, passing := retry.Credentials(err, time.Now()); len(n.ids) != 1 || !trouble || passing {
		t.Errorf("static keys: %v, passing %t", err, passing)
	}
}

// If a middleware replaces our signing, the provider is not asked after a
// rejection.
func TestRejectedCredentialsOfAMiddleware(t *testing.T) {
	client := newClient(fault(403, "ExpiredToken", "no"), func(o *rds.Options) {
		o.Credentials = nil
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			_, err := stack.Finalize.Remove("Signing")
			return err
		})
	})
	if _, err := cancel(t, client); !errors.Is(err, nereid.ErrBadCredentials) {
		t.Error(err)
	}
}

// If there is no second attempt, the next call uses the new keys.
func TestRejectedCredentialsWithOneAttempt(t *testing.T) {
	n := &night{t: t, code: "ExpiredToken", good: notTheFirst, keys: hourOfKeys}
	client := n.client(once)
	if _, err := cancel(t, client); !errors.Is(err, nereid.ErrBadCredentials) || len(n.ids) != 1 {
		t.Errorf("%v, keys %v", err, n.ids)
	}
	mustCancel(t, client)
}

// The provider of a single call is asked again too, and so is a provider with a
// cache below it.
func TestRejectedCredentialsOfOneCall(t *testing.T) {
	n := &night{t: t, code: "ExpiredToken", good: notTheFirst, keys: hourOfKeys}
	client := n.client(func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("ASIA1", secret, session) })
	mustCancel(t, client, func(o *rds.Options) { o.Credentials = n })
	if n.asked != 2 || len(n.ids) != 2 {
		t.Errorf("asked %d times, keys %v", n.asked, n.ids)
	}
}

// If a rejection ends a wait, the error says whether the wait had valid keys
// before.
func TestRejectionTellsWaits(t *testing.T) {
	for name, tt := range map[string]struct {
		code    string
		before  bool // they were good
		passing bool
	}{
		"expired":                {"ExpiredToken", false, true},
		"expired after use":      {"ExpiredToken", true, true},
		"never known":            {"InvalidClientTokenId", false, false},
		"no longer known":        {"InvalidClientTokenId", true, true},
		"no longer known, other": {"UnrecognizedClientException", true, true},
	} {
		good := tt.before
		n := &night{t: t, code: tt.code, good: func(string) bool { return good }, keys: func(int) (nereid.Credentials, error) { return hourOfKeys(1) }}
		client := n.client()
		_, _ = cancel(t, client)
		good = false
		_, err := cancel(t, client)
		if trouble, passing := retry.Credentials(err, time.Now().Add(-time.Hour)); !trouble || passing != tt.passing {
			t.Errorf("%s: trouble %t, passing %t: %v", name, trouble, passing, err)
		}
	}
}

// A provider that hangs costs at most the time limit of one attempt, even if a
// presigned URL needs the provider as well.
func TestProviderThatHangsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		provider := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			if asked.Add(1) == 1 {
				<-time.After(100 * time.Hour)
			}
			return hourOfKeys(2)
		})
		n := &night{t: t, good: func(string) bool { return true }}
		start := time.Now()
		client := n.client(func(o *rds.Options) { o.Credentials = provider })
		_, err := client.CopyDBSnapshot(t.Context(), &rds.CopyDBSnapshotInput{
			SourceDBSnapshotIdentifier: nereid.String("arn:aws:rds:us-east-1:123456789012:snapshot:s1"), TargetDBSnapshotIdentifier: nereid.String("s1"),
		})
		if took := time.Since(start); err != nil || took < time.Minute || took > 2*time.Minute+10*time.Second || !strings.Contains(n.bodies[0], "PreSignedUrl") {
			t.Errorf("after %s: %v", took, err)
		}
		if _, err := cancel(t, client); err != nil || asked.Load() != 2 {
			t.Errorf("%v, asked %d times", err, asked.Load())
		}
		<-time.After(100 * time.Hour)
	})
}

// A known offset of the clock applies to the expiry: the service's clock
// decides when keys have expired.
func TestExpiryByTheServicesClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const ahead = 30 * time.Minute
		service := &strict{t: t, ahead: ahead}
		var expires []time.Time
		provider := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			creds, err := hourOfKeys(len(expires))
			creds.Expires = creds.Expires.Add(ahead)
			expires = append(expires, creds.Expires)
			return creds, err
		})
		client := rds.New(rds.Options{Region: region, Credentials: provider, HTTPClient: service})
		for range 6 * 60 {
			mustCancel(t, client)
			if left := expires[len(expires)-1].Sub(time.Now().Add(ahead)); left < 4*time.Minute {
				t.Fatalf("keys are used with %s left", left)
			}
			<-time.After(time.Minute)
		}
	})
}

// A middleware that prints its context prints no secret.
func TestContextPrintsNoSecrets(t *testing.T) {
	n := &night{t: t, code: "ExpiredToken", good: notTheFirst, keys: hourOfKeys}
	var printed strings.Builder
	mustCancel(t, n.client(func(o *rds.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Finalize.Insert(spy{"Print", func(ctx context.Context, _ *smithyhttp.Request) {
				fmt.Fprintf(&printed, "%v %+v %#v %s\n", ctx, ctx, ctx, ctx)
			}}, "Signing", middleware.After)
		})
	}))
	if text := printed.String(); text == "" || strings.Contains(text, secret) || strings.Contains(text, session) {
		t.Errorf("%q", text)
	}
}

// A rejection does not show the outcome of an earlier attempt whose answer was
// lost. With other keys the call continues, and recognizes its own effect.
func TestRejectedCredentialsLeaveTheDoubtOpen(t *testing.T) {
	const task = "<ExportTaskIdentifier>t1</ExportTaskIdentifier><SourceArn>arn:aws:rds:eu-central-1:123456789012:snapshot:s1</SourceArn>" +
		"<S3Bucket>b</S3Bucket><IamRoleArn>arn:aws:iam::123456789012:role/r</IamRoleArn><KmsKeyId>k</KmsKeyId><Status>STARTING</Status>"
	synctest.Test(t, func(t *testing.T) {
		n := &night{t: t, code: "ExpiredToken", keys: hourOfKeys}
		n.good = func(id string) bool { return len(n.ids) == 1 || id != "ASIA1" } // they expire after the first attempt
		n.reply = script(answer(502, "lost"), fault(400, "ExportTaskAlreadyExists", "taken"),
			answer(200, "<DescribeExportTasksResponse><DescribeExportTasksResult><ExportTasks><ExportTask>"+task+"</ExportTask></ExportTasks></DescribeExportTasksResult></DescribeExportTasksResponse>"))
		out, err := n.client().StartExportTask(t.Context(), &rds.StartExportTaskInput{
			ExportTaskIdentifier: nereid.String("t1"), SourceArn: nereid.String("arn:aws:rds:eu-central-1:123456789012:snapshot:s1"),
			S3BucketName: nereid.String("b"), IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/r"), KmsKeyId: nereid.String("k"),
		})
		if err != nil || !nereid.Recovered(out.ResultMetadata) || n.asked != 2 {
			t.Errorf("%v, asked %d times, keys %v", err, n.asked, n.ids)
		}
	})
}

// Without other keys the outcome of the earlier attempt stays unknown.
func TestRejectionAfterADoubtIsNotAnAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &night{t: t, code: "ExpiredToken", keys: func(int) (nereid.Credentials, error) { return hourOfKeys(1) }}
		n.good, n.reply = func(string) bool { return len(n.ids) == 1 }, answer(502, "lost")
		_, err := n.client().StartExportTask(t.Context(), &rds.StartExportTaskInput{
			ExportTaskIdentifier: nereid.String("t1"), SourceArn: nereid.String("arn:aws:rds:eu-central-1:123456789012:snapshot:s1"),
			S3BucketName: nereid.String("b"), IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/r"), KmsKeyId: nereid.String("k"),
		})
		var unknown *nereid.OutcomeUnknownError
		if !errors.As(err, &unknown) || errors.Is(err, nereid.ErrBadCredentials) || nereid.IsServiceError(err) {
			t.Error(err)
		}
		mention(t, err, "ExpiredToken", "502")
	})
}
