package vectortest

import (
	"mime"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

type expectedRequest struct {
	Method, Path string
	ContentType  string `json:"content_type"`
	Headers      map[string]string
	Form         [][2]string
}

// Requests tests the requests that the client sends. It calls operations with
// the parameters in service-requests.json, and compares the requests with the
// expected ones.
func (s *Service) Requests(t *testing.T) {
	t.Helper()
	var cases []struct {
		ID, Service, Operation string
		Params                 map[string]any
		Expect                 expectedRequest
	}
	Read(t, "service-requests.json", &cases)
	tally := NewTally("service-requests")
	for _, c := range cases {
		switch {
		case c.Service != s.Name:
			continue
		case !s.has(c.Operation):
			tally.Absent(c.Operation)
			continue
		}
		tally.Run(t, c.ID, func(t *testing.T) {
			in := s.input(c.Operation)
			if err := set(in.Elem(), c.Params); err != nil {
				t.Fatal(err)
			}
			c.Expect.check(t, s.send(t, c.Operation, in))
		})
	}
	tally.Log(t, "operations")
}

// Snapshots tests requests with every member set. It compares the client's
// requests with the AWS SDK's requests in rds-request-snapshots.json.
func (s *Service) Snapshots(t *testing.T) {
	t.Helper()
	var cases []struct {
		ID, Operation string
		Expect        expectedRequest
	}
	Read(t, "rds-request-snapshots.json", &cases)
	tally := NewTally("rds-request-snapshots")
	for _, c := range cases {
		if !s.has(c.Operation) {
			tally.Absent(c.Operation)
			continue
		}
		run := func(t *testing.T) { c.Expect.check(t, s.send(t, c.Operation, s.filled(c.Operation))) }
		if rest, values := without(c.Expect.Form, "DestinationRegion"); values != nil {
			c.Expect.Form = rest
			tally.NotMet(t, c.ID, "the recorded body contains DestinationRegion, because the recording set an unexported field of the SDK. "+
				"DestinationRegion belongs only in the presigned URL. The rest is met", run)
			continue
		}
		tally.Run(t, c.ID, run)
	}
	tally.Log(t, "operations")
}

// send returns the request that a call sends.
func (s *Service) send(t *testing.T, op string, in reflect.Value) Request {
	t.Helper()
	transport := &Transport{Replies: []Reply{succeed(op)}}
	if _, err := s.call(t.Context(), config(transport), op, in); err != nil {
		t.Fatal(err)
	}
	return transport.only(t)
}

func (want *expectedRequest) check(t *testing.T, got Request) {
	t.Helper()
	if got.Method != want.Method || got.URL.Path != want.Path || got.URL.RawQuery != "" {
		t.Errorf("%s %s, want %s %s", got.Method, got.URL.RequestURI(), want.Method, want.Path)
	}
	for name, value := range want.Headers {
		if got.Header.Get(name) != value {
			t.Errorf("%s: %s, want %s", name, got.Header.Get(name), value)
		}
	}
	// Only the media type is compared. Some clients add the parameter charset,
	// which is not defined for forms.
	media, _, err := mime.ParseMediaType(want.ContentType)
	if got := got.Header.Get("Content-Type"); want.ContentType != "" && (err != nil || got != media) {
		t.Errorf("content type %q, want %q", got, media)
	}
	if got.ContentLength != int64(len(got.Body)) {
		t.Errorf("content length %d of %d bytes", got.ContentLength, len(got.Body))
	}
	if diff := cmp.Diff(sorted(want.Form), form(t, got.Body), cmp.Comparer(sameValue)); diff != "" {
		t.Errorf("form (-want +got):\n%s", diff)
	}
}

// sameValue reports whether two form values are equal. Trailing zeros in times
// are ignored.
func sameValue(a, b string) bool {
	if a == b {
		return true
	}
	at, err := time.Parse(time.RFC3339Nano, a)
	bt, err2 := time.Parse(time.RFC3339Nano, b)
	return err == nil && err2 == nil && at.Equal(bt)
}
