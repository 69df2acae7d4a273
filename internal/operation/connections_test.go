package operation_test

import (
	"context"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/rds"
)

// A burstServer holds back its answers until all calls of a burst have arrived,
// each on its own connection. It counts handshakes.
type burstServer struct {
	*httptest.Server

	burst int

	mu              sync.Mutex
	waiting         int
	release         chan struct{}
	opened, resumed int
	seen            map[string]bool // addresses of connections
}

func newBurstServer(t *testing.T, burst int) *burstServer {
	t.Helper()
	s := &burstServer{burst: burst, release: make(chan struct{}), seen: map[string]bool{}}
	s.Server = httptest.NewUnstartedServer(s)
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.opened++
		}
	}
	s.StartTLS()
	t.Cleanup(s.Close)
	return s
}

func (s *burstServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	if !s.seen[r.RemoteAddr] {
		s.seen[r.RemoteAddr] = true
		if r.TLS.DidResume {
			s.resumed++
		}
	}
	release := s.release
	if s.waiting++; s.waiting == s.burst {
		s.waiting, s.release = 0, make(chan struct{})
		close(release)
	}
	s.mu.Unlock()
	<-release
	_, _ = io.WriteString(w, okBody("t1"))
}

// counts returns the number of connections opened since the last time, and the
// number of those that resumed a session.
func (s *burstServer) counts() (opened, resumed int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	opened, resumed = s.opened, s.resumed
	s.opened, s.resumed = 0, 0
	clear(s.seen) // a later connection can have the address of a closed one
	return opened, resumed
}

// The default HTTP client keeps the connections of a burst of calls for the
// next one. A connection that it opens later resumes a TLS session.
func TestDefaultClientKeepsConnections(t *testing.T) {
	burst, rounds := longtest.Calls(64, 24), longtest.Calls(20, 5) // net/http alone keeps 2 connections a host
	server := newBurstServer(t, burst)
	client := rds.New(rds.Options{
		Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), BaseEndpoint: nereid.String(server.URL), Retryer: nereid.NopRetryer{},
	}, func(o *rds.Options) {
		standard := o.HTTPClient.(*http.Client)
		transport := standard.Transport.(*http.Transport).Clone() // its own connections, but its settings
		transport.TLSClientConfig.RootCAs = x509.NewCertPool()
		transport.TLSClientConfig.RootCAs.AddCert(server.Certificate())
		standard.Transport = transport
	})
	calls := func() {
		var wg sync.WaitGroup
		for range burst {
			wg.Go(func() {
				in := &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")}
				if _, err := client.CancelExportTask(context.Background(), in); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
	calls()
	if opened, _ := server.counts(); opened != burst {
		t.Fatalf("%d connections for the first burst of %d", opened, burst)
	}
	for range rounds {
		calls()
	}
	// net/http closes a connection if its writer has not finished 50 ms after the
	// answer, which happens on a busy machine. With 16 kept connections there
	// would be 960 in the long test, and 40 in the short one.
	if opened, _ := server.counts(); opened > burst/2 {
		t.Errorf("%d connections were opened for %d further bursts", opened, rounds)
	}
	client.Options().HTTPClient.(*http.Client).CloseIdleConnections()
	calls()
	if opened, resumed := server.counts(); opened != burst || resumed != burst {
		t.Errorf("%d of %d new connections resume a session", resumed, opened)
	}
}
