package clientopt

import (
	"crypto/tls"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/nereid-go/nereid"
)

var shared struct {
	once   sync.Once // as a variable, sync.OnceValue would be made in package initialisation
	client *http.Client
}

// sharedHTTPClient returns what clients use that were given none, so that they
// share connections. Each has a copy that an option function may change.
func sharedHTTPClient() nereid.HTTPClient {
	shared.once.Do(func() {
		dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
		shared.client = &http.Client{
			CheckRedirect: refuseRedirect,
			Transport: &http.Transport{
				Proxy:                 http.ProxyFromEnvironment,
				DialContext:           dialer.DialContext,
				ForceAttemptHTTP2:     true,
				MaxIdleConnsPerHost:   100, // few programs have more calls at a time; without a limit on all hosts together
				IdleConnTimeout:       90 * time.Second,
				TLSHandshakeTimeout:   10 * time.Second,
				ExpectContinueTimeout: time.Second,
				TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12, ClientSessionCache: tls.NewLRUClientSessionCache(0)},
			},
		}
	})
	client := *shared.client
	return &client
}

func refuseRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// withoutRedirects returns the client, or a copy of it that does not follow
// redirects: net/http would carry the session token and the body to the other
// host.
func withoutRedirects(client nereid.HTTPClient) nereid.HTTPClient {
	hc, ok := client.(*http.Client)
	switch {
	case !ok:
		return client
	case hc == nil:
		return sharedHTTPClient()
	case hc.CheckRedirect != nil:
		return client
	}
	return &http.Client{
		Transport:     hc.Transport,
		CheckRedirect: refuseRedirect,
		Jar:           hc.Jar,
		Timeout:       hc.Timeout,
	}
}
