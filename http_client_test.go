package nereid_test

import (
	"encoding/pem"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/nereid-go/nereid"
)

// withTLS starts a TLS server and writes its certificate to a file.
func withTLS(t *testing.T) (url, bundle string) {
	t.Helper()
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/elsewhere" {
			http.Redirect(w, r, "/", http.StatusFound)
		}
	}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	bundle = filepath.Join(t.TempDir(), "bundle.pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	if err := os.WriteFile(bundle, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return server.URL, bundle
}

func get(t *testing.T, client nereid.HTTPClient, url string) (int, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	return resp.StatusCode, nil
}

// LoadEnvConfig trusts only the certificates in AWS_CA_BUNDLE.
func TestLoadEnvConfigTrustsTheCABundle(t *testing.T) {
	clearEnv(t)
	url, bundle := withTLS(t)
	if _, err := get(t, nereid.NewHTTPClient(), url); err == nil {
		t.Fatal("the system trusts the server")
	}
	t.Setenv("AWS_CA_BUNDLE", bundle)
	cfg, err := nereid.LoadEnvConfig()
	if err != nil || cfg.HTTPClient == nil {
		t.Fatal(cfg.HTTPClient, err)
	}
	if status, err := get(t, cfg.HTTPClient, url+"/elsewhere"); status != http.StatusFound || err != nil {
		t.Errorf("status %d, %v, want the redirect itself", status, err)
	}
}

func TestLoadEnvConfigWithBadCABundle(t *testing.T) {
	clearEnv(t)
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{empty, empty + ".missing"} {
		t.Setenv("AWS_CA_BUNDLE", name)
		cfg, err := nereid.LoadEnvConfig()
		mention(t, err, "AWS_CA_BUNDLE", name)
		if cfg.Credentials != nil {
			t.Errorf("with the error came %+v", cfg)
		}
	}
}

// Each client has its own transport.
func TestNewHTTPClient(t *testing.T) {
	var seen *http.Transport
	client := nereid.NewHTTPClient(func(tr *http.Transport) { tr.MaxIdleConnsPerHost, seen = 7, tr })
	if client.Transport != seen || nereid.NewHTTPClient().Transport.(*http.Transport).MaxIdleConnsPerHost == 7 {
		t.Errorf("%+v", client)
	}
}
