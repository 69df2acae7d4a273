package clientopt

import (
	"net/http"
	"sync"

	"github.com/nereid-go/nereid"
)

var shared struct {
	once   sync.Once // as a variable, sync.OnceValue would be made in package initialisation
	client *http.Client
}

// sharedHTTPClient returns what clients use that were given none, so that they
// share connections. Each has a copy that an option function may change.
func sharedHTTPClient() nereid.HTTPClient {
	shared.once.Do(func() { shared.client = nereid.NewHTTPClient() })
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
