package nereid

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"
)

// NewHTTPClient returns a client with the default settings. The client has its own transport, which
// the functions can change:
//
//	cfg.HTTPClient = nereid.NewHTTPClient(func(t *http.Transport) { t.MaxIdleConnsPerHost = 500 })
//
// By default, the client uses the proxy from the environment, requires TLS 1.2 or newer, and limits
// the time to connect. It keeps up to 100 idle connections per host for 90 seconds, and resumes TLS
// sessions. It does not follow redirects.
func NewHTTPClient(optFns ...func(*http.Transport)) *http.Client {
	dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	transport := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           dialer.DialContext,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   100, // few programs have more concurrent calls; there is no limit for all hosts together
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   10 * time.Second,
		ExpectContinueTimeout: time.Second,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12, ClientSessionCache: tls.NewLRUClientSessionCache(0)},
	}
	for _, fn := range optFns {
		fn(transport)
	}
	return &http.Client{Transport: transport, CheckRedirect: refuseRedirect}
}

func refuseRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// caBundleClient returns a client that trusts the certificates in the file named by AWS_CA_BUNDLE
// instead of the system's certificates, or nil if AWS_CA_BUNDLE is not set.
func caBundleClient() (HTTPClient, error) {
	name := os.Getenv("AWS_CA_BUNDLE")
	if name == "" {
		return nil, nil //nolint:nilnil // there is no client and no error
	}
	bundle, err := os.ReadFile(name) //nolint:gosec // the user of the program names the file
	if err != nil {
		return nil, fmt.Errorf("AWS_CA_BUNDLE: %w", err)
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(bundle) {
		return nil, fmt.Errorf("AWS_CA_BUNDLE: %s contains no certificate in PEM form", name)
	}
	return NewHTTPClient(func(t *http.Transport) { t.TLSClientConfig.RootCAs = roots }), nil
}
