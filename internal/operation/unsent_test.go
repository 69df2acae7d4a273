package operation_test

import (
	"context"
	"crypto/tls"
	"errors"
	"net/http"
	"net/url"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

// A call that ends before any attempt was passed to the HTTP client has a plain
// error, because its outcome is known.
func TestNeverHandedOver(t *testing.T) {
	untilDone := func(stack *middleware.Stack) error { // the deadline passes between the signature and the transport
		return stack.Finalize.Add(middleware.FinalizeMiddlewareFunc("Mine", func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			<-ctx.Done()
			return next.HandleFinalize(ctx, in)
		}), middleware.After)
	}
	badProxy := errors.New("invalid proxy address")
	transport := func(change func(*http.Transport)) nereid.HTTPClient {
		tr := &http.Transport{}
		change(tr)
		return &http.Client{Transport: tr}
	}
	endpoint := func(url string) func(*rds.Options) {
		return func(o *rds.Options) { o.BaseEndpoint = &url }
	}
	never := doFunc(func(*http.Request) (*http.Response, error) {
		t.Error("a request was sent")
		return nil, errors.New("sent")
	})
	for name, optFns := range map[string][]func(*rds.Options){
		"the deadline, net/http":       {withHTTPClient(transport(func(*http.Transport) {})), rds.WithAPIOptions(untilDone)},
		"the deadline, another client": {withHTTPClient(never), rds.WithAPIOptions(untilDone)},
		"the time of an attempt":       {withHTTPClient(never), rds.WithAPIOptions(untilDone), func(o *rds.Options) { o.AttemptTimeout = time.Second }},
		"the deadline, a provider": {withHTTPClient(never), func(o *rds.Options) {
			o.Credentials = nereid.CredentialsProviderFunc(func(ctx context.Context) (nereid.Credentials, error) {
				<-ctx.Done()
				return nereid.Credentials{}, ctx.Err()
			})
		}},
		"the proxy's address": {withHTTPClient(transport(func(tr *http.Transport) {
			tr.Proxy = func(*http.Request) (*url.URL, error) { return nil, badProxy }
		}))},
		"a scheme": {withHTTPClient(transport(func(*http.Transport) {})), endpoint("htp://127.0.0.1:1")},
		"a middleware": {withHTTPClient(never), rds.WithAPIOptions(func(stack *middleware.Stack) error {
			return stack.Finalize.Add(middleware.FinalizeMiddlewareFunc("Mine", func(context.Context, middleware.FinalizeInput, middleware.FinalizeHandler) (out middleware.FinalizeOutput, md middleware.Metadata, err error) {
				return out, md, errors.New("not today")
			}), middleware.After)
		})},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
				defer cancel()
				client := newClient(nil, optFns...)
				_, deleted := client.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: nereid.String("i1"), SkipFinalSnapshot: nereid.Bool(true)})
				_, rebooted := client.RebootDBInstance(ctx, &rds.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("i1")})
				for what, err := range map[string]error{"deletion": deleted, "reboot": rebooted} {
					var unknown *nereid.OutcomeUnknownError
					if err == nil || errors.As(err, &unknown) {
						t.Errorf("%s: %v", what, err)
					}
				}
			})
		})
	}
}

// A protocol that is registered with the transport of net/http can send a
// request without a report from the transport. The outcome is then unknown.
func TestRegisteredProtocol(t *testing.T) {
	tr := &http.Transport{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}} // no HTTP/2
	tr.RegisterProtocol("https", doFunc(func(req *http.Request) (*http.Response, error) {
		_, _ = req.Body.Read(make([]byte, 10))
		return nil, errors.New("the stream broke")
	}))
	_, err := cancel(t, newClient(nil, once, withHTTPClient(&http.Client{Transport: tr})))
	var unknown *nereid.OutcomeUnknownError
	if !errors.As(err, &unknown) {
		t.Errorf("%v", err)
	}
}

// Keys that were only used for a throttled request count as keys that the
// caller had, so waits continue when they are lost.
func TestHadKeysThatWereThrottled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		client := newClient(fault(400, "Throttling", "Rate exceeded"), once, func(o *rds.Options) {
			o.Credentials = nereid.CredentialsProviderFunc(func(ctx context.Context) (nereid.Credentials, error) {
				if asked++; asked > 1 {
					<-ctx.Done()
					return nereid.Credentials{}, ctx.Err()
				}
				return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, CanExpire: true, Expires: time.Now().Add(15 * time.Minute)}, nil
			})
		})
		_, _ = cancel(t, client)
		<-time.After(20 * time.Minute)
		_, err := cancel(t, client)
		var trouble *nereid.CredentialsError
		if !errors.As(err, &trouble) || !trouble.HadKeys {
			t.Errorf("%v", err)
		}
	})
}
