package operation_test

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/rds"
)

// A strict service rejects requests that are signed for another time than its
// own, which is ahead of the client's.
type strict struct {
	t      *testing.T
	ahead  time.Duration
	code   string          // of rejections; "" is SignatureDoesNotMatch
	header http.Header     // Date header of rejections
	stuck  bool            // rejects everything
	signed []time.Duration // how far from the client's clock the signatures were
	ttls   []string
	urls   []time.Duration // the same for the presigned URLs
}

func (s *strict) Do(req *http.Request) (*http.Response, error) {
	data, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	local := time.Now()
	at, err := time.Parse("20060102T150405Z", req.Header.Get("X-Amz-Date"))
	if err != nil {
		s.t.Error(err)
	}
	s.signed = append(s.signed, at.Sub(local))
	_, ttl, _ := strings.Cut(req.Header.Get("Amz-Sdk-Request"), "ttl=")
	s.ttls = append(s.ttls, ttl)
	form, err := url.ParseQuery(string(data))
	if err != nil {
		s.t.Error(err)
	}
	if presigned := form.Get("PreSignedUrl"); presigned != "" {
		res, err := sigv4.VerifyPresigned(presigned, lookup, "rds", local.Add(s.signed[len(s.signed)-1]))
		if err != nil {
			s.t.Error(err)
		}
		s.urls = append(s.urls, res.Time.Sub(local))
	}
	var refusal *sigv4.VerifyError
	if _, err = sigv4.Verify(req, data, lookup, "rds", local.Add(s.ahead), 5*time.Minute); err != nil || s.stuck {
		refusal, _ = err.(*sigv4.VerifyError)
		message := "Signature expired"
		if refusal != nil {
			message = refusal.Message
		}
		h := s.header.Clone()
		if h == nil {
			h = http.Header{}
		}
		if _, given := h["Date"]; !given {
			h.Set("Date", local.Add(s.ahead).UTC().Format(http.TimeFormat))
		}
		resp, err := fault(403, cmp.Or(s.code, "SignatureDoesNotMatch"), message)(req)
		resp.Header = h
		return resp, err
	}
	return answer(200, strings.ReplaceAll(okBody(""), "CancelExportTask", form.Get("Action")))(req)
}

// A wrong clock is corrected by the service's clock, at the cost of one
// request. The correction stays for the client.
func TestClockIsCorrected(t *testing.T) {
	for _, ahead := range []time.Duration{10 * time.Minute, -10 * time.Minute, 24 * time.Hour, -10 * 365 * 24 * time.Hour} {
		synctest.Test(t, func(t *testing.T) {
			service := &strict{t: t, ahead: ahead}
			client := newClient(nil, withHTTPClient(service))
			start := time.Now()
			if out := mustCancel(t, client); nereid.Attempts(out.ResultMetadata) != 2 {
				t.Errorf("%d attempts", nereid.Attempts(out.ResultMetadata))
			}
			if out := mustCancel(t, client); nereid.Attempts(out.ResultMetadata) != 1 {
				t.Errorf("%d attempts of the second call", nereid.Attempts(out.ResultMetadata))
			}
			if took := time.Since(start); took != 0 {
				t.Errorf("it waited for %s", took)
			}
			for i, want := range []time.Duration{0, ahead, ahead} {
				if service.signed[i] != want {
					t.Errorf("request %d is signed for a time that is %s off, want %s", i, service.signed[i], want)
				}
			}
			// Another client has its own clock.
			mustCancel(t, newClient(nil, withHTTPClient(service)))
			if service.signed[3] != 0 {
				t.Error("another client is corrected too")
			}
		})
	}
}

// Every code that can be about the date corrects the clock.
func TestCodesThatCorrectTheClock(t *testing.T) {
	for _, code := range []string{"RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "AuthFailure", "InvalidSignatureException"} {
		for _, ahead := range []time.Duration{time.Hour, -time.Hour} {
			synctest.Test(t, func(t *testing.T) {
				service := &strict{t: t, ahead: ahead, code: code}
				client := newClient(nil, withHTTPClient(service))
				if out := mustCancel(t, client); nereid.Attempts(out.ResultMetadata) != 2 {
					t.Errorf("%s: %d attempts", code, nereid.Attempts(out.ResultMetadata))
				}
				if out := mustCancel(t, client); nereid.Attempts(out.ResultMetadata) != 1 {
					t.Errorf("%s: %d attempts of the second call", code, nereid.Attempts(out.ResultMetadata))
				}
			})
		}
	}
}

// If the local clock is set right, the correction ends.
func TestClockIsRightAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := &strict{t: t, ahead: time.Hour}
		client := newClient(nil, withHTTPClient(service))
		mustCancel(t, client)
		service.ahead = 1500 * time.Millisecond
		if out := mustCancel(t, client); nereid.Attempts(out.ResultMetadata) != 2 {
			t.Errorf("%d attempts", nereid.Attempts(out.ResultMetadata))
		}
		mustCancel(t, client)
		if got := service.signed[3:]; got[0] != 0 || got[1] != 0 {
			t.Errorf("signed for times that are %v off", got)
		}
	})
}

// Only some rejections are about the clock, and only some dates are the
// service's.
func TestClockIsLeftAlone(t *testing.T) {
	for name, c := range map[string]struct {
		service strict
		option  func(*rds.Options)
		want    int // requests of a call
		next    time.Duration
	}{
		"once in a call":      {strict{ahead: time.Hour, stuck: true}, nil, 2, time.Hour},
		"no reason to":        {strict{stuck: true}, nil, 1, 0},
		"a little":            {strict{stuck: true, ahead: 2 * time.Minute}, nil, 1, 0},
		"answer of a cache":   {strict{ahead: time.Hour, header: http.Header{"Age": {"0"}}}, nil, 1, 0},
		"no date":             {strict{ahead: time.Hour, header: http.Header{"Date": nil}}, nil, 1, 0},
		"a date that is none": {strict{ahead: time.Hour, header: http.Header{"Date": {"yesterday"}}}, nil, 1, 0},
		"switched off":        {strict{ahead: time.Hour}, func(o *rds.Options) { o.DisableClockSkewCorrection = true }, 1, 0},
		"not retrying":        {strict{ahead: time.Hour, stuck: true}, once, 1, time.Hour}, // but the next call knows
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				service := c.service
				service.t = t
				optFns := []func(*rds.Options){withHTTPClient(&service)}
				if c.option != nil {
					optFns = append(optFns, c.option)
				}
				client := newClient(nil, optFns...)
				_, err := cancel(t, client)
				if mention(t, err, "SignatureDoesNotMatch", "403"); len(service.signed) != c.want {
					t.Errorf("%d requests: %v", len(service.signed), err)
				}
				_, _ = cancel(t, client)
				if got := service.signed[c.want]; got != c.next {
					t.Errorf("the next call is %s off, want %s", got, c.next)
				}
			})
		})
	}
}

// If a call turns the correction off, its clock is not corrected, even after
// other calls corrected it.
func TestClockOfOneCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := &strict{t: t, ahead: time.Hour}
		client := newClient(nil, withHTTPClient(service))
		mustCancel(t, client)
		_, err := cancel(t, client, func(o *rds.Options) { o.DisableClockSkewCorrection = true })
		if n := len(service.signed); err == nil || n != 3 || service.signed[2] != 0 {
			t.Errorf("signed %v: %v", service.signed, err)
		}
	})
}

// Other times are corrected too: the time until which the caller waits, and the
// presigned URL in the body, which is made again.
func TestCorrectedTimes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		service := &strict{t: t, ahead: -time.Hour}
		client := newClient(nil, withHTTPClient(service), func(o *rds.Options) { o.AttemptTimeout = -1 })
		ctx, stop := context.WithTimeout(t.Context(), 30*time.Minute)
		defer stop()
		for range 2 {
			if _, err := client.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: nereid.String("arn:aws:rds:us-west-2:123456789012:cluster-snapshot:s1"),
				TargetDBClusterSnapshotIdentifier: nereid.String("s2"),
			}); err != nil {
				t.Fatal(err)
			}
		}
		for i, want := range []time.Duration{0, -time.Hour, -time.Hour} {
			ttl := time.Now().UTC().Add(30*time.Minute + want).Format("20060102T150405Z")
			if service.signed[i] != want || service.urls[i] != want || service.ttls[i] != ttl {
				t.Errorf("request %d: signed %s, URL %s, ttl %s, want %s and %s", i, service.signed[i], service.urls[i], service.ttls[i], want, ttl)
			}
		}
	})
}
