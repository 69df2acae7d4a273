package operation_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
)

// TestNeverSent checks, over real connections, which failures prove that the
// request was not sent. It uses an operation that must not be repeated
// otherwise.
func TestNeverSent(t *testing.T) {
	t.Parallel()
	plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	t.Cleanup(plain.Close)
	secure := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	t.Cleanup(secure.Close)
	dead := func() *url.URL {
		l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		return &url.URL{Scheme: "http", Host: l.Addr().String()}
	}()
	speaksSSH := listenAndSay(t, "SSH-2.0-OpenSSH_9.9\r\n")
	refuses := func(status int) *url.URL {
		proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
		t.Cleanup(proxy.Close)
		u, err := url.Parse(proxy.URL)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	through := func(proxy *url.URL) *http.Transport { return &http.Transport{Proxy: http.ProxyURL(proxy)} }
	deadTLS := *dead
	deadTLS.Scheme = "https"
	secureURL, err := url.Parse(secure.URL)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		transport http.RoundTripper
		endpoint  string
		sent      bool // as far as the client knows
	}{
		"no listener":                     {&http.Transport{}, dead.String(), false},
		"the proxy is dead":               {through(dead), "https://rds.us-east-1.amazonaws.com", false},
		"the proxy is dead, plain":        {through(dead), "http://rds.us-east-1.amazonaws.com", false},
		"the proxy is dead, TLS":          {through(&deadTLS), "https://rds.us-east-1.amazonaws.com", false},
		"the proxy's certificate":         {through(secureURL), "https://rds.us-east-1.amazonaws.com", false},
		"unknown certificate":             {&http.Transport{}, secure.URL, false},
		"plain where TLS was expected":    {&http.Transport{}, "https" + plain.URL[len("http"):], false},
		"SSH where TLS was expected":      {&http.Transport{}, "https://" + speaksSSH, false},
		"broken off after it was sent":    {secure.Client().Transport, secure.URL, true},
		"an alert in the handshake":       {&http.Transport{TLSClientConfig: &tls.Config{MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10, InsecureSkipVerify: true}}, secure.URL, false},
		"the same, unreported":            {unreported{&http.Transport{TLSClientConfig: &tls.Config{MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10, InsecureSkipVerify: true}}}, secure.URL, true},
		"broken off, unreported":          {unreported{secure.Client().Transport}, secure.URL, true},
		"no listener, unreported":         {unreported{&http.Transport{}}, dead.String(), false},
		"the proxy refuses with 407":      {through(refuses(407)), "https://rds.us-east-1.amazonaws.com", false},
		"the proxy refuses with 403":      {through(refuses(403)), "https://rds.us-east-1.amazonaws.com", false},
		"the proxy refuses with 502":      {through(refuses(502)), "https://rds.us-east-1.amazonaws.com", false},
		"the proxy refuses with 503":      {through(refuses(503)), "https://rds.us-east-1.amazonaws.com", false},
		"the proxy answers for it":        {through(refuses(502)), "http://rds.us-east-1.amazonaws.com", true},
		"an answer that is none of AWS's": {&http.Transport{}, plain.URL, true},
	} {
		t.Run(name, func(t *testing.T) {
			client := neptune.New(neptune.Options{
				Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), BaseEndpoint: &c.endpoint,
				HTTPClient: &http.Client{Transport: c.transport}, Retryer: nereid.NopRetryer{},
			})
			_, err := client.FailoverDBCluster(t.Context(), &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
			var doubt *nereid.OutcomeUnknownError
			if err == nil || errors.As(err, &doubt) != c.sent {
				t.Errorf("%v", err)
			}
		})
	}
}

// unreported sends requests without net/http's reports about connections.
type unreported struct{ http.RoundTripper }

func (u unreported) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer context.AfterFunc(req.Context(), cancel)()
	return u.RoundTripper.RoundTrip(req.WithContext(ctx)) //nolint:contextcheck // that is the point
}

// A deadline that passes during the connection setup or the TLS handshake
// leaves no unknown outcome either. A deadline after the request was written
// does.
func TestDeadlineBeforeTheRequest(t *testing.T) {
	for name, c := range map[string]struct {
		endpoint string
		sent     bool
	}{"in the handshake": {"https://localhost", false}, "while the service is at it": {"http://localhost", true}} {
		synctest.Test(t, func(t *testing.T) {
			transport := &http.Transport{
				DialContext: func(context.Context, string, string) (net.Conn, error) {
					near, far := net.Pipe()
					go func() { _, _ = io.Copy(io.Discard, far) }() // it listens but never answers
					return near, nil
				},
				TLSHandshakeTimeout: time.Minute, // net/http continues with a handshake
			}
			client := neptune.New(neptune.Options{
				Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), BaseEndpoint: &c.endpoint, HTTPClient: &http.Client{Transport: transport},
			})
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			_, err := client.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
			var unknown *nereid.OutcomeUnknownError
			if !errors.Is(err, context.DeadlineExceeded) || errors.As(err, &unknown) != c.sent {
				t.Errorf("%s: %v", name, err)
			}
			<-time.After(transport.TLSHandshakeTimeout)
		})
	}
}

// listenAndSay returns the address of a port that answers every connection with
// words, whatever the client sends.
func listenAndSay(t *testing.T, words string) string {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { _ = l.Close(); <-done })
	go func() {
		defer close(done)
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = io.WriteString(conn, words)
			_, _ = io.Copy(io.Discard, conn) // until the client has enough
			_ = conn.Close()
		}
	}()
	return l.Addr().String()
}
