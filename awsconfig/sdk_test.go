package awsconfig_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// seen is what a tracing library such as otelaws reads: in the step Initialize, after the client's own
// middlewares, and around the step Deserialize.
type seen struct {
	service, operation, region string
	ids, attempts              []string // request IDs and names of the attempts
	raw                        bool
	results                    retry.AttemptResults
	err                        error
}

func (s *seen) add(stack *middleware.Stack) error {
	return errors.Join(
		stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Tracing", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			s.service, s.operation, s.region = awsmiddleware.GetServiceID(ctx), awsmiddleware.GetOperationName(ctx), awsmiddleware.GetRegion(ctx)
			out, md, err := next.HandleInitialize(ctx, in)
			s.results, _ = retry.GetAttemptResults(md)
			_, s.raw = awsmiddleware.GetRawResponse(md).(*smithyhttp.Response)
			s.err = err
			return out, md, err
		}), middleware.After),
		stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("TracingAttempt", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			if req, ok := in.Request.(*smithyhttp.Request); ok {
				req.Header.Set("Traceparent", "of-the-attempt")
			}
			out, md, err := next.HandleDeserialize(ctx, in)
			id, _ := awsmiddleware.GetRequestIDMetadata(md)
			s.ids = append(s.ids, id)
			_, raw := out.RawResponse.(*smithyhttp.Response)
			s.attempts = append(s.attempts, fmt.Sprint(awsmiddleware.GetServiceID(ctx), " ", awsmiddleware.GetOperationName(ctx), " ", awsmiddleware.GetRegion(ctx), " ", raw))
			return out, md, err
		}), middleware.Before))
}

// fast returns the fake's configuration as a program for the SDK would create it.
func fast(server *nereidtest.Server) aws.Config {
	own := server.Config()
	return aws.Config{
		Region: own.Region, HTTPClient: own.HTTPClient, BaseEndpoint: own.BaseEndpoint,
		Credentials: aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			c, err := own.Credentials.Retrieve(ctx)
			return aws.Credentials{AccessKeyID: c.AccessKeyID, SecretAccessKey: c.SecretAccessKey, SessionToken: c.SessionToken}, err
		}),
		Retryer: func() aws.Retryer {
			return retry.NewStandard(func(o *retry.StandardOptions) { o.MaxBackoff = time.Nanosecond })
		},
	}
}

func TestSDKHelpersFindTheCall(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddCluster(nereidtest.Cluster{ID: "graph"})
	for name, c := range map[string]struct {
		fault    nereidtest.Fault
		id       string
		attempts int
		failed   bool
	}{
		"success":   {id: "graph", attempts: 1},
		"retried":   {fault: nereidtest.Fault{Status: http.StatusServiceUnavailable, Code: "ServiceUnavailable", Times: 2}, id: "graph", attempts: 3},
		"throttled": {fault: nereidtest.Fault{Status: http.StatusServiceUnavailable, Code: "ServiceUnavailable", Times: 3}, id: "graph", attempts: 3, failed: true},
		"refused":   {id: "nothing", attempts: 1, failed: true},
	} {
		t.Run(name, func(t *testing.T) {
			server.ClearFaults()
			if c.fault.Code != "" {
				server.Inject(c.fault)
			}
			var s seen
			client := neptune.NewFromConfig(awsconfig.FromAWS(fast(server)), neptune.WithAPIOptions(s.add))
			server.ResetRequests()
			out, err := client.DescribeDBClusters(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: &c.id})
			if s.service != "Neptune" || s.operation != "DescribeDBClusters" || s.region != "us-east-1" || !s.raw {
				t.Errorf("service %q, operation %q, region %q, raw response %t", s.service, s.operation, s.region, s.raw)
			}
			requests := server.Requests()
			if len(s.ids) != c.attempts || len(s.results.Results) != c.attempts || len(requests) != c.attempts {
				t.Fatalf("%d request ids, %d results, %d requests, want %d", len(s.ids), len(s.results.Results), len(requests), c.attempts)
			}
			for i, r := range s.results.Results {
				if header := requests[i].Header.Get("Traceparent"); s.attempts[i] != "Neptune DescribeDBClusters us-east-1 true" || header != "of-the-attempt" {
					t.Errorf("in attempt %d: %s, header %q", i+1, s.attempts[i], header)
				}
				last := i == c.attempts-1
				id, _ := awsmiddleware.GetRequestIDMetadata(r.ResponseMetadata)
				if id != requests[i].ID || s.ids[i] != id || r.Retried == last || (r.Err == nil) != (last && !c.failed) {
					t.Errorf("attempt %d: request id %q, want %q, retried %t, error %v", i+1, id, requests[i].ID, r.Retried, r.Err)
				}
			}
			if (err != nil) != c.failed {
				t.Fatal(err)
			}
			if err == nil {
				if id, _ := awsmiddleware.GetRequestIDMetadata(out.ResultMetadata); id != requests[c.attempts-1].ID {
					t.Errorf("the output has request id %q", id)
				}
				return
			}
			var response *awshttp.ResponseError
			if !errors.As(err, &response) || response.RequestID != requests[c.attempts-1].ID || response.HTTPStatusCode() < 400 {
				t.Errorf("%v has %+v", err, response)
			}
			var exhausted *retry.MaxAttemptsError
			if errors.As(err, &exhausted) != (c.attempts == 3) || exhausted != nil && (exhausted.Attempt != 3 || !errors.As(exhausted.Err, &response)) {
				t.Errorf("%v has %+v", err, exhausted)
			}
		})
	}
}

// A library gets the SDK's configuration that it needs, and its middlewares also apply to Nereid's
// clients.
func TestTracingOfTheSDKsConfiguration(t *testing.T) {
	server := nereidtest.NewServer(t)
	cfg := awsconfig.FromAWS(fast(server))
	var s seen
	sdkCfg := awsconfig.ToAWS(cfg)
	func(cfg *aws.Config) { cfg.APIOptions = append(cfg.APIOptions, s.add) }(&sdkCfg)
	cfg.APIOptions = sdkCfg.APIOptions
	_, err := neptune.NewFromConfig(cfg).DescribeDBClusters(t.Context(), nil)
	if err != nil || s.service != "Neptune" || s.operation != "DescribeDBClusters" || len(s.ids) != 1 || s.ids[0] == "" || len(s.results.Results) != 1 {
		t.Errorf("%v, seen %+v", err, s)
	}
}

// A client of the SDK with the converted APIOptions works as before.
func TestOneLoadServesOtherServices(t *testing.T) {
	home(t, profiles, secrets)
	t.Setenv("AWS_ENDPOINT_URL_STS", "https://sts.example.com")
	server := nereidtest.NewServer(t)
	asked := 0
	key, err := server.Config().Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	provider := aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		asked++
		return aws.Credentials{AccessKeyID: key.AccessKeyID, SecretAccessKey: key.SecretAccessKey, SessionToken: key.SessionToken, CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
	})
	var hosts []string
	cfg := load(t, awsconfig.WithRegion("us-east-1"), awsconfig.WithCredentialsProvider(provider),
		awsconfig.WithHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
			hosts = append(hosts, req.URL.Host)
			if strings.HasPrefix(req.URL.Host, "sts.") {
				return reply("<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"), nil
			}
			return server.Config().HTTPClient.Do(req)
		})))
	var s seen
	cfg.APIOptions = append(cfg.APIOptions, s.add)
	identity, err := sts.NewFromConfig(awsconfig.ToAWS(cfg)).GetCallerIdentity(t.Context(), nil)
	if err != nil || aws.ToString(identity.Account) != "1" || s.operation != "GetCallerIdentity" || len(s.results.Results) != 1 {
		t.Errorf("%v, %v, seen %+v", identity, err, s)
	}
	if _, err := neptune.NewFromConfig(cfg).DescribeDBClusters(t.Context(), nil); err != nil {
		t.Error(err)
	}
	if len(hosts) != 2 || hosts[0] != "sts.example.com" || hosts[1] != "rds.us-east-1.amazonaws.com" || asked != 1 {
		t.Errorf("called %v, the provider was asked %d times", hosts, asked)
	}

	// Later changes of the configuration apply, even if awsconfig did not create it.
	cfg.Region = "eu-west-1"
	if got := awsconfig.ToAWS(cfg); got.Region != "eu-west-1" || len(got.ConfigSources) == 0 {
		t.Errorf("region %s, %d sources", got.Region, len(got.ConfigSources))
	}
	own := awsconfig.ToAWS(nereid.Config{Region: "eu-west-2", Credentials: nereid.StaticCredentials("AKID", "secret", "")})
	if c, err := own.Credentials.Retrieve(t.Context()); err != nil || c.AccessKeyID != "AKID" || own.Region != "eu-west-2" {
		t.Errorf("%s, %v in %s", c.AccessKeyID, err, own.Region)
	}
	if none := awsconfig.ToAWS(nereid.Config{}); none.Credentials != nil || none.HTTPClient != nil || none.Retryer != nil {
		t.Errorf("something was made of nothing: %+v", none)
	}
}

type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }

//nolint:staticcheck // what is deprecated there is still in use
func TestEndpointResolvers(t *testing.T) {
	for name, c := range map[string]struct {
		resolve   func(service, region string) (aws.Endpoint, error)
		want      map[string]string
		fails     string // error of the load
		elsewhere string // error of a call in another region
	}{
		"static": {
			func(_, region string) (aws.Endpoint, error) {
				return aws.Endpoint{URL: "http://localhost:4566", SigningRegion: region, HostnameImmutable: true}, nil
			},
			map[string]string{"neptune": "http://localhost:4566", "rds": "http://localhost:4566"}, "", "no network",
		},
		"one service": {
			func(service, _ string) (aws.Endpoint, error) {
				if service == "RDS" {
					return aws.Endpoint{URL: "http://localhost:1"}, nil
				}
				return aws.Endpoint{}, &aws.EndpointNotFoundError{}
			},
			map[string]string{"rds": "http://localhost:1"}, "", "no network",
		},
		"by region": {
			func(_, region string) (aws.Endpoint, error) {
				return aws.Endpoint{URL: "http://" + region + ".localhost"}, nil
			},
			map[string]string{"neptune": "http://eu-central-1.localhost", "rds": "http://eu-central-1.localhost"}, "", "a different endpoint for eu-west-3",
		},
		"another region in the signature": {
			func(string, string) (aws.Endpoint, error) {
				return aws.Endpoint{URL: "http://localhost:4566", SigningRegion: "us-east-2"}, nil
			}, nil, "signed for us-east-2", "",
		},
		"broken": {
			func(string, string) (aws.Endpoint, error) { return aws.Endpoint{}, errors.New("no idea") }, nil, "no idea", "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			home(t, profiles, secrets)
			resolver := aws.EndpointResolverWithOptionsFunc(func(service, region string, _ ...any) (aws.Endpoint, error) {
				return c.resolve(service, region)
			})
			cfg, err := awsconfig.LoadDefaultConfig(t.Context(), config.WithEndpointResolverWithOptions(resolver),
				awsconfig.WithRegion("eu-central-1"), awsconfig.WithHTTPClient(client{}),
				awsconfig.WithCredentialsProvider(awsconfig.NewStaticCredentialsProvider("AKID", "secret", "")))
			if c.fails != "" {
				if err == nil || !strings.Contains(err.Error(), c.fails) {
					t.Errorf("error %v, want %q", err, c.fails)
				}
				converted := awsconfig.FromAWS(aws.Config{Region: "eu-central-1", EndpointResolverWithOptions: resolver})
				if _, err := neptune.NewFromConfig(converted).DescribeDBClusters(t.Context(), nil); err == nil || !strings.Contains(err.Error(), c.fails) {
					t.Errorf("a call fails with %v, want %q", err, c.fails)
				}
				return
			}
			if err != nil || len(cfg.ServiceEndpoints) != len(c.want) {
				t.Fatalf("%v, %v", cfg.ServiceEndpoints, err)
			}
			for service, url := range c.want {
				if cfg.ServiceEndpoints[service] != url {
					t.Errorf("%s at %s, want %s", service, cfg.ServiceEndpoints[service], url)
				}
			}
			far := neptune.NewFromConfig(cfg, func(o *neptune.Options) { o.Region, o.Retryer = "eu-west-3", nereid.NopRetryer{} })
			if _, err := far.DescribeDBClusters(t.Context(), nil); err == nil || !strings.Contains(err.Error(), c.elsewhere) {
				t.Errorf("in another region: %v, want %q", err, c.elsewhere)
			}
			near := neptune.NewFromConfig(cfg, func(o *neptune.Options) { o.Retryer = nereid.NopRetryer{} })
			if _, err := near.DescribeDBClusters(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "no network") {
				t.Errorf("in the region: %v", err)
			}
		})
	}
}

func TestDefaultsMode(t *testing.T) {
	for mode, want := range map[aws.DefaultsMode]time.Duration{
		aws.DefaultsModeInRegion: 1100 * time.Millisecond, aws.DefaultsModeMobile: 30 * time.Second, aws.DefaultsModeStandard: 3100 * time.Millisecond,
	} {
		home(t, profiles, secrets)
		cfg := load(t, config.WithDefaultsMode(mode))
		hc, ok := cfg.HTTPClient.(*http.Client)
		if !ok {
			t.Fatalf("%s: the client is %T", mode, cfg.HTTPClient)
		}
		if got := handshake(hc); got != want {
			t.Errorf("%s: a TLS handshake may take %s, want %s", mode, got, want)
		}
		own := awshttp.NewBuildableClient().WithDialerOptions(func(d *net.Dialer) { d.Timeout = time.Hour })
		with := awsconfig.FromAWS(aws.Config{DefaultsMode: mode, HTTPClient: own}).HTTPClient.(*http.Client)
		if got := handshake(with); got != want || own.GetDialer().Timeout != time.Hour {
			t.Errorf("%s: with a client of its own %s, want %s", mode, got, want)
		}
		mine := new(http.Client)
		if got := awsconfig.FromAWS(aws.Config{DefaultsMode: mode, HTTPClient: mine}).HTTPClient; got != mine {
			t.Errorf("%s: an *http.Client became %v", mode, got)
		}
	}
}

// handshake returns the time limit for TLS handshakes of the transport inside the SDK's transport.
func handshake(c *http.Client) time.Duration {
	transport := reflect.ValueOf(c.Transport)
	for transport.Kind() == reflect.Struct && transport.NumField() == 1 {
		transport = transport.Field(0).Elem()
	}
	return time.Duration(transport.Elem().FieldByName("TLSHandshakeTimeout").Int())
}

func reply(body string) *http.Response {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}
}
