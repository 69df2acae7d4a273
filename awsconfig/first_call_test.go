package awsconfig_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha1" // the names of the files in the SSO cache
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/neptune"
)

// newcomer is the first program of a user with a profile, written after reading the README.
func newcomer(ctx context.Context) error {
	cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithSharedConfigProfile("night"))
	if err != nil {
		return err
	}
	client := neptune.NewFromConfig(cfg)
	_, err = client.DescribeDBClusters(ctx, nil)
	return err
}

const asNewcomer = "NEREID_TEST_NEWCOMER"

// TestMain also runs this program, because net/http reads the proxy variables once per process.
func TestMain(m *testing.M) {
	if os.Getenv(asNewcomer) == "" {
		os.Exit(m.Run())
	}
	fmt.Fprintln(os.Stdout, newcomer(context.Background()))
}

// runNewcomer runs the program in a home directory with these files, behind a proxy.
func runNewcomer(t *testing.T, files map[string]string, proxy string, env ...string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Dir = dir
	cmd.Env = append([]string{
		asNewcomer + "=1", "HOME=" + dir, "USERPROFILE=" + dir, "PATH=" + os.Getenv("PATH"), "SystemRoot=" + os.Getenv("SystemRoot"),
		"HTTPS_PROXY=" + proxy, "AWS_EC2_METADATA_DISABLED=true",
	}, env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// TestFirstCall follows the README with four kinds of profiles. The program reaches AWS's endpoint
// with a request that is signed with the credentials of the profile. Only the account is missing, and
// the error says so.
func TestFirstCall(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil || !strings.Contains(string(readme), `cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithSharedConfigProfile("night"))`) {
		t.Fatalf("the README has another program (%v)", err)
	}
	keys := nereid.Credentials{AccessKeyID: "AKIDNIGHT", SecretAccessKey: "night-secret"}
	given := nereid.Credentials{AccessKeyID: "ASIAGIVEN", SecretAccessKey: "given-secret", SessionToken: "given-token"}
	tomorrow := time.Now().Add(24 * time.Hour).UTC().Format(time.RFC3339)
	const region = "region = eu-central-1\n"
	for name, c := range map[string]struct {
		files  map[string]string
		signer nereid.Credentials
		calls  []string // calls of the provider
	}{
		"keys": {
			files: map[string]string{
				".aws/config":      "[profile night]\n" + region,
				".aws/credentials": "[night]\naws_access_key_id = AKIDNIGHT\naws_secret_access_key = night-secret\n",
			},
			signer: keys,
		},
		"role": {
			files: map[string]string{
				".aws/config":      "[profile night]\nrole_arn = arn:aws:iam::123456789012:role/night\nsource_profile = base\n" + region,
				".aws/credentials": "[base]\naws_access_key_id = AKIDNIGHT\naws_secret_access_key = night-secret\n",
			},
			signer: given,
			calls:  []string{"sts.eu-central-1.amazonaws.com:443 AssumeRole AKIDNIGHT"},
		},
		"sso": {
			files: map[string]string{
				".aws/config": "[profile night]\nsso_session = corporate\nsso_account_id = 123456789012\nsso_role_name = night\n" + region +
					"[sso-session corporate]\nsso_start_url = https://corporate.awsapps.com/start\nsso_region = eu-west-1\n",
				fmt.Sprintf(".aws/sso/cache/%x.json", sha1.Sum([]byte("corporate"))): `{"accessToken": "logged-in", "expiresAt": "` + tomorrow + `"}`,
			},
			signer: given,
			calls:  []string{"portal.sso.eu-west-1.amazonaws.com:443 /federation/credentials logged-in"},
		},
		"process": {
			files: map[string]string{
				".aws/config": "[profile night]\ncredential_process = cat keys.json\n" + region,
				"keys.json":   `{"Version": 1, "AccessKeyId": "ASIAGIVEN", "SecretAccessKey": "given-secret", "SessionToken": "given-token", "Expiration": "` + tomorrow + `"}`,
			},
			signer: given,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath("cat"); name == "process" && err != nil {
				t.Skip(err)
			}
			aws := startAWS(t, keys, given)
			out := runNewcomer(t, c.files, aws.proxy, "AWS_CA_BUNDLE="+aws.bundle)
			called := append(slices.Clone(c.calls), "rds.eu-central-1.amazonaws.com:443 DescribeDBClusters "+c.signer.AccessKeyID)
			called = append(called, c.calls...) // for other credentials, after the rejection
			if diff := cmp.Diff(called, aws.seen()); diff != "" {
				t.Errorf("calls (-want +got):\n%s", diff)
			}
			const want = "operation error Neptune: DescribeDBClusters, https response error StatusCode: 403, RequestID: of-the-refusal, " +
				"api error InvalidClientTokenId: The security token included in the request is invalid. " +
				"(no other credentials: the provider has returned the rejected credentials again)\n"
			if out != want {
				t.Errorf("the program prints\n%s, want\n%s", out, want)
			}
		})
	}
}

// TestFirstCallFails checks that a one-line error names what is missing or cannot be reached.
func TestFirstCallFails(t *testing.T) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = free.Close()
	const keys = "[night]\naws_access_key_id = AKIDNIGHT\naws_secret_access_key = night-secret\n"
	for name, c := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"no network": {
			map[string]string{".aws/config": "[profile night]\nregion = eu-central-1\n", ".aws/credentials": keys},
			[]string{"DescribeDBClusters", "exceeded maximum number of attempts, 3", "https://rds.eu-central-1.amazonaws.com/", "connection refused"},
		},
		"no profile": {nil, []string{"failed to get shared config profile, night"}},
		"no region":  {map[string]string{".aws/credentials": keys}, []string{"DescribeDBClusters", "Missing Region: set Region"}},
		"no keys":    {map[string]string{".aws/config": "[profile night]\nregion = eu-central-1\n"}, []string{"retrieve credentials", "access disabled to EC2 IMDS"}},
		"no login": {
			map[string]string{".aws/config": "[profile night]\nregion = eu-central-1\nsso_session = corporate\nsso_account_id = 123456789012\nsso_role_name = night\n" +
				"[sso-session corporate]\nsso_start_url = https://corporate.awsapps.com/start\nsso_region = eu-west-1\n"},
			[]string{"retrieve credentials", "SSO token", "aws sso login"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := runNewcomer(t, c.files, "http://"+free.Addr().String())
			for _, want := range c.want {
				if !strings.Contains(out, want) {
					t.Errorf("the program prints\n%swithout %q", out, want)
				}
			}
			if strings.Count(out, "\n") != 1 || strings.Contains(out, "night-secret") {
				t.Errorf("the program prints\n%s", out)
			}
		})
	}
}

// fakeAWS is a proxy that responds like AWS's hosts.
type fakeAWS struct {
	proxy, bundle string

	mu    sync.Mutex
	calls []string
	known []nereid.Credentials
	given nereid.Credentials
	ca    *x509.Certificate
	key   *ecdsa.PrivateKey
}

func startAWS(t *testing.T, base, given nereid.Credentials) *fakeAWS {
	t.Helper()
	a := &fakeAWS{known: []nereid.Credentials{base, given}, given: given}
	var err error
	if a.key, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		t.Fatal(err)
	}
	a.ca = &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "private"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, a.ca, a.ca, &a.key.PublicKey, a.key)
	if err != nil {
		t.Fatal(err)
	}
	a.bundle = filepath.Join(t.TempDir(), "bundle.pem")
	if err := os.WriteFile(a.bundle, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var connections sync.WaitGroup
	t.Cleanup(func() { _ = listener.Close(); connections.Wait() })
	a.proxy = "http://" + listener.Addr().String()
	connections.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			connections.Go(func() { a.serve(conn) })
		}
	})
	return a
}

// serve responds to the requests of a connection, which first requests a tunnel.
func (a *fakeAWS) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	connect, err := http.ReadRequest(bufio.NewReader(conn))
	if err != nil || connect.Method != http.MethodConnect {
		return
	}
	if _, err := io.WriteString(conn, "HTTP/1.1 200 OK\r\n\r\n"); err != nil {
		return
	}
	inside := tls.Server(conn, &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: a.certificate})
	reader := bufio.NewReader(inside)
	for {
		req, err := http.ReadRequest(reader)
		if err != nil {
			return
		}
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return
		}
		req.Body = io.NopCloser(bytes.NewReader(body))
		status, reply := a.answer(connect.Host, req, body)
		answer := http.Response{
			StatusCode: status, ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{"X-Amzn-Requestid": {"of-the-refusal"}},
			ContentLength: int64(len(reply)), Body: io.NopCloser(strings.NewReader(reply)),
		}
		if answer.Write(inside) != nil {
			return
		}
	}
}

// seen returns the calls so far.
func (a *fakeAWS) seen() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.calls)
}

func (a *fakeAWS) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	of := &x509.Certificate{SerialNumber: big.NewInt(2), DNSNames: []string{hello.ServerName}, NotBefore: a.ca.NotBefore, NotAfter: a.ca.NotAfter}
	der, err := x509.CreateCertificate(rand.Reader, of, a.ca, &a.key.PublicKey, a.key)
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: a.key}, err
}

// answer records the caller and the operation of a request to a host, and returns the response.
func (a *fakeAWS) answer(host string, req *http.Request, body []byte) (status int, reply string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if strings.HasPrefix(host, "portal.sso.") {
		a.calls = append(a.calls, host+" "+req.URL.Path+" "+req.Header.Get("X-Amz-Sso_bearer_token"))
		return http.StatusOK, fmt.Sprintf(`{"roleCredentials": {"accessKeyId": %q, "secretAccessKey": %q, "sessionToken": %q, "expiration": %d}}`,
			a.given.AccessKeyID, a.given.SecretAccessKey, a.given.SessionToken, time.Now().Add(time.Hour).UnixMilli())
	}
	service, _, _ := strings.Cut(host, ".")
	verifier := sigv4.Verifier{Service: service, Region: "eu-central-1", Lookup: func(id string) (nereid.Credentials, bool) {
		i := slices.IndexFunc(a.known, func(c nereid.Credentials) bool { return c.AccessKeyID == id })
		return a.known[max(i, 0)], i >= 0
	}}
	signed, err := verifier.Verify(req, body, time.Now())
	if err != nil {
		a.calls = append(a.calls, host+" "+err.Error())
		return http.StatusForbidden, ""
	}
	if err := req.ParseForm(); err != nil || req.Host+":443" != host {
		a.calls = append(a.calls, fmt.Sprint(host, " ", req.Host, " ", err))
		return http.StatusBadRequest, ""
	}
	a.calls = append(a.calls, host+" "+req.Form.Get("Action")+" "+signed.AccessKeyID)
	if service == "sts" {
		return http.StatusOK, "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + a.given.AccessKeyID + "</AccessKeyId><SecretAccessKey>" +
			a.given.SecretAccessKey + "</SecretAccessKey><SessionToken>" + a.given.SessionToken + "</SessionToken><Expiration>" +
			time.Now().Add(time.Hour).UTC().Format(time.RFC3339) + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
	}
	return http.StatusForbidden, `<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>` +
		`<Message>The security token included in the request is invalid.</Message></Error><RequestId>of-the-refusal</RequestId></ErrorResponse>`
}
