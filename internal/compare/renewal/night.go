package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/rds"
)

const (
	region   = "eu-central-1"
	life     = time.Hour      // how long keys are valid
	takes    = 12 * time.Hour // until the snapshot is available
	patience = 13 * time.Hour // the maximum wait
)

// A clock is an error of the local clock.
type clock struct {
	name string
	slow time.Duration
}

func clocks() []clock {
	return []clock{
		{"right", 0}, {"2 s slow", 2 * time.Second}, {"10 s slow", 10 * time.Second}, {"30 min slow", 30 * time.Minute}, {"30 min fast", -30 * time.Minute},
	}
}

// A trouble is a problem of the credentials provider. The provider calls the
// function keys at each retrieval. The function returns credentials or an
// error. n is the number of the retrieval, from 1.
type trouble struct {
	name string
	keys func(s *source, n int) (aws.Credentials, error)
}

var errExit = errors.New("exit status 1")

func troubles() []trouble {
	return []trouble{
		{"works", func(s *source, _ int) (aws.Credentials, error) { return s.issue(), nil }},
		{"fails one time in five", func(s *source, n int) (aws.Credentials, error) {
			if n > 1 && s.rand.IntN(5) == 0 {
				return aws.Credentials{}, errExit
			}
			return s.issue(), nil
		}},
		{"is down three times for 10 minutes, once in each third of the wait", func(s *source, _ int) (aws.Credentials, error) {
			for _, at := range s.outages {
				if since := time.Since(s.begin) - at; since >= 0 && since < 10*time.Minute {
					return aws.Credentials{}, errExit
				}
			}
			return s.issue(), nil
		}},
		{"returns expired keys for up to 5 minutes after each expiry", func(s *source, _ int) (aws.Credentials, error) {
			if s.last.HasKeys() && s.now().Before(s.last.Expires.Add(s.late)) {
				return s.last, nil
			}
			s.late = time.Duration(s.rand.Int64N(int64(5 * time.Minute)))
			return s.issue(), nil
		}},
		{"hangs in one call", func(s *source, n int) (aws.Credentials, error) {
			if n == s.hangs {
				<-s.morning
				return aws.Credentials{}, errExit
			}
			return s.issue(), nil
		}},
	}
}

// A source issues keys that expire by the service's clock, and records when
// they expire.
type source struct {
	trouble trouble
	rand    *rand.Rand    // only used by one call of the provider at a time
	ahead   time.Duration // how far the service's clock is ahead of the local clock
	begin   time.Time
	outages []time.Duration
	late    time.Duration
	hangs   int
	morning chan struct{}

	mu      sync.Mutex
	asked   int
	last    aws.Credentials
	expires map[string]time.Time
}

func newSource(tr trouble, ahead time.Duration, seed uint64) *source {
	s := &source{trouble: tr, ahead: ahead, begin: time.Now(), morning: make(chan struct{}), expires: map[string]time.Time{}}
	s.rand = rand.New(rand.NewPCG(seed, 0))
	third := takes / 3
	for begin := time.Duration(0); begin < 3*third; begin += third { // one in each third of the wait
		s.outages = append(s.outages, begin+10*time.Minute+time.Duration(s.rand.Int64N(int64(takes/3-30*time.Minute))))
	}
	s.hangs = 2 + s.rand.IntN(8)
	return s
}

// now returns the time by the service's clock.
func (s *source) now() time.Time { return time.Now().Add(s.ahead) }

// issue issues new keys.
func (s *source) issue() aws.Credentials {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = aws.Credentials{
		AccessKeyID: fmt.Sprintf("ASIA%016d", len(s.expires)), SecretAccessKey: "secret-access-key", SessionToken: "session-token",
		CanExpire: true, Expires: s.now().Add(life),
	}
	s.expires[s.last.AccessKeyID] = s.last.Expires
	return s.last
}

// Retrieve implements the SDK's aws.CredentialsProvider.
func (s *source) Retrieve(context.Context) (aws.Credentials, error) {
	<-time.After(time.Duration(200+s.rand.IntN(800)) * time.Millisecond)
	s.mu.Lock()
	s.asked++
	n := s.asked
	s.mu.Unlock()
	return s.trouble.keys(s, n)
}

// ours returns the source as a provider of this module.
func (s *source) ours() nereid.CredentialsProvider {
	return nereid.CredentialsProviderFunc(func(ctx context.Context) (nereid.Credentials, error) {
		c, err := s.Retrieve(ctx)
		return nereid.Credentials{
			AccessKeyID: c.AccessKeyID, SecretAccessKey: c.SecretAccessKey, SessionToken: c.SessionToken, CanExpire: c.CanExpire, Expires: c.Expires,
		}, err
	})
}

// Do simulates the service. It rejects expired keys, and dates that are more
// than five minutes off. It has one snapshot, which becomes available after
// twelve hours.
func (s *source) Do(req *http.Request) (*http.Response, error) {
	if _, err := io.Copy(io.Discard, req.Body); err != nil {
		return nil, err
	}
	<-time.After(time.Duration(20+rand.IntN(200)) * time.Millisecond)
	now := s.now()
	_, id, _ := strings.Cut(req.Header.Get("Authorization"), "Credential=")
	id, _, _ = strings.Cut(id, "/")
	signed, err := time.Parse("20060102T150405Z", req.Header.Get("X-Amz-Date"))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	expires := s.expires[id]
	s.mu.Unlock()
	switch {
	case now.Sub(signed).Abs() > 5*time.Minute:
		return s.reply(req, http.StatusForbidden, "<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>Signature expired</Message></Error><RequestId>r</RequestId></ErrorResponse>"), nil
	case !now.Before(expires):
		return s.reply(req, http.StatusForbidden, "<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error><RequestId>r</RequestId></ErrorResponse>"), nil
	}
	status := "creating"
	if time.Since(s.begin) >= takes {
		status = "available"
	}
	return s.reply(req, http.StatusOK, "<DescribeDBClusterSnapshotsResponse><DescribeDBClusterSnapshotsResult><DBClusterSnapshots><DBClusterSnapshot>"+
		"<DBClusterSnapshotIdentifier>nightly</DBClusterSnapshotIdentifier><Status>"+status+"</Status>"+
		"</DBClusterSnapshot></DBClusterSnapshots></DescribeDBClusterSnapshotsResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeDBClusterSnapshotsResponse>"), nil
}

func (s *source) reply(req *http.Request, status int, body string) *http.Response {
	return &http.Response{
		StatusCode: status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: req,
		Header: http.Header{"Date": {s.now().UTC().Format(http.TimeFormat)}, "Content-Type": {"text/xml"}},
		Body:   io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
	}
}

// A way is a client together with one way to configure its credentials.
type way struct {
	name string
	wait func(ctx context.Context, s *source) error
}

func ways() []way {
	return []way{
		{"Nereid", func(ctx context.Context, s *source) error {
			return ours(ctx, nereid.Config{Region: region, Credentials: s.ours(), HTTPClient: s})
		}},
		{"Nereid, `awsconfig`", func(ctx context.Context, s *source) error {
			cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithRegion(region), awsconfig.WithHTTPClient(s),
				awsconfig.WithCredentialsProvider(aws.CredentialsProvider(s)),
				awsconfig.WithSharedConfigFiles([]string{}), awsconfig.WithSharedCredentialsFiles([]string{}))
			if err != nil {
				return err
			}
			return ours(ctx, cfg)
		}},
		{"Nereid, `FromAWS` with a shared cache", func(ctx context.Context, s *source) error {
			return ours(ctx, awsconfig.FromAWS(sdkConfig(s)))
		}},
		{"SDK", func(ctx context.Context, s *source) error {
			client := sdkrds.NewFromConfig(sdkConfig(s))
			return sdkrds.NewDBClusterSnapshotAvailableWaiter(client).Wait(ctx,
				&sdkrds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: aws.String("nightly")}, patience)
		}},
	}
}

func ours(ctx context.Context, cfg nereid.Config) error {
	return rds.NewDBClusterSnapshotAvailableWaiter(rds.NewFromConfig(cfg)).Wait(ctx,
		&rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: nereid.String("nightly")}, patience)
}

// sdkConfig returns the configuration that the SDK's config.LoadDefaultConfig
// would make with s as the credentials provider.
func sdkConfig(s *source) aws.Config {
	return aws.Config{Region: region, HTTPClient: s, Credentials: aws.NewCredentialsCache(s)}
}

// spend runs one wait in a bubble of virtual time, and returns the wait's
// error.
func spend(t *testing.T, w way, cl clock, tr trouble, seed uint64) (err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := newSource(tr, cl.slow, seed)
		err = w.wait(t.Context(), s)
		close(s.morning)
	})
	return err
}
