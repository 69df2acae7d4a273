package clientopt

import (
	"net/http"
	"sync"

	"github.com/nereid-go/nereid"
)

var shared struct {
	once   sync.Once // not a sync.OnceValue, which would be made at package initialisation
	client *http.Client
}

// sharedHTTPClient returns the HTTP client for a client that is not configured
// with one. Each caller gets a copy, which option functions may change. All
// copies share their connections.
func sharedHTTPClient() nereid.HTTPClient {
	shared.once.Do(func() { shared.client = nereid.NewHTTPClient() })
	client := *shared.client
	return &client
}

func refuseRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// withoutRedirects returns a copy of client that does not follow redirects,
// because net/http would send the session token and the body to the redirect's
// host. A client that has its own CheckRedirect, or is not an *http.Client, is
// returned unchanged.
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
