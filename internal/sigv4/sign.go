package sigv4

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/nereid-go/nereid"
)

// EmptyPayloadHash is the hash of an empty body.
const EmptyPayloadHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// PayloadHash returns the SHA-256 hash of a body in hexadecimal.
func PayloadHash(body []byte) string {
	if len(body) == 0 {
		return EmptyPayloadHash
	}
	sum := sha256.Sum256(body)
	var text [2 * sha256.Size]byte
	hex.Encode(text[:], sum[:])
	return string(text[:])
}

// A Signer signs requests and caches the derived keys. The zero value is ready
// to use. A Signer is safe for concurrent use and must not be copied after
// first use.
type Signer struct {
	// KeepPath is true if the path is signed as it is, including dot segments and
	// empty segments, as S3 requires. If it is false, these segments are removed
	// before the path is signed.
	KeepPath bool

	// EncodeOnce is true if the path's escape sequences are signed as they are, as
	// S3 requires. All other services expect them to be percent-encoded again.
	EncodeOnce bool

	keys keyCache
}

// Format prints no keys, for any verb.
func (s *Signer) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("sigv4.Signer")) }

// SignHTTP sets the headers X-Amz-Date and Authorization of req, and
// X-Amz-Security-Token for temporary credentials. It signs the host and all
// other headers, except headers that proxies may change. All headers of req
// must be set before the call. SignHTTP may be called again for the same req.
// It removes a default port and an IPv6 zone from the host, also in req itself.
func (s *Signer) SignHTTP(creds nereid.Credentials, req *http.Request, payloadHash, service, region string, t time.Time) error {
	if err := check(creds, service, region, t); err != nil {
		return err
	}
	given := hostOf(req)
	if err := checkHost(given); err != nil {
		return err
	}
	if req.Header == nil {
		req.Header = make(http.Header, 4)
	}
	host := withoutZone(withoutDefaultPort(given, req.URL.Scheme))
	if host != given {
		req.Host = host
	}

	values := make([]string, 4) // one allocation for all that is set here
	date := t.UTC().Format(timeFormat)
	values[0] = date
	req.Header["X-Amz-Date"] = values[0:1:1]
	if creds.SessionToken != "" {
		values[1] = creds.SessionToken
		req.Header["X-Amz-Security-Token"] = values[1:2:2]
	} else {
		delete(req.Header, "X-Amz-Security-Token")
	}
	values[2] = host

	c := newCanonical(pathMode{s.KeepPath, s.EncodeOnce})
	defer c.free()
	c.addHeaders(req.Header)
	c.fields = append(c.fields, field{"host", values[2:3]})
	c.sortFields()
	names := c.request(req.Method, wirePath(req.URL), req.URL.RawQuery, "", payloadHash)
	key := s.keys.get(creds.SecretAccessKey, date[:dateLen], region, service)
	signature := c.sign(key, date)

	b := c.buf
	start := len(b)
	b = append(b, algorithm+" Credential="...)
	b = append(b, creds.AccessKeyID...)
	b = append(b, '/')
	b = appendScope(b, key.date, region, service)
	b = append(b, ", SignedHeaders="...)
	b = append(b, b[names[0]:names[1]]...)
	b = append(b, ", Signature="...)
	b = append(b, b[signature[0]:signature[1]]...)
	c.buf = b
	values[3] = string(b[start:])
	req.Header["Authorization"] = values[3:4:4]
	return nil
}

// PresignHTTP returns req's URL with a signature in its query. expires is how
// long the URL is valid, beginning at t. The signature covers the host and
// req's headers, so a user of the URL must send the same headers. PresignHTTP
// does not change req. The URL's parameters keep their order; the signature's
// parameters follow them.
func (s *Signer) PresignHTTP(
	creds nereid.Credentials, req *http.Request, payloadHash, service, region string, expires time.Duration, t time.Time,
) (string, error) {
	const maxExpires = 7 * 24 * time.Hour
	if err := check(creds, service, region, t); err != nil {
		return "", err
	}
	if expires < time.Second || expires > maxExpires {
		return "", errors.New("sigv4: a presigned URL must be valid for at least one second and at most seven days")
	}
	given := hostOf(req)
	switch err := checkHost(given); {
	case err != nil:
		return "", err
	case req.URL.Scheme == "" || given == "":
		return "", errors.New("sigv4: the URL to presign has no scheme or no host")
	case withoutZone(given) != given:
		return "", errors.New("sigv4: the URL to presign has an IPv6 zone, which only this machine understands")
	}
	if isPresigned(req.URL.RawQuery) {
		return "", errors.New("sigv4: the URL to presign already has a signature parameter")
	}

	host := [1]string{withoutDefaultPort(given, req.URL.Scheme)}
	date := t.UTC().Format(timeFormat)
	c := newCanonical(pathMode{s.KeepPath, s.EncodeOnce})
	defer c.free()
	c.addHeaders(req.Header)
	c.fields = append(c.fields, field{"host", host[:]})
	c.sortFields()

	// Write the URL as it will be sent, then sign its query.
	b := make([]byte, 0, 512+len(req.URL.RawQuery)+3*len(creds.SessionToken))
	b = append(b, req.URL.Scheme...)
	b = append(b, "://"...)
	b = append(b, host[0]...)
	path := wirePath(req.URL)
	if path == "" {
		path = "/"
	}
	b = append(b, path...)
	b = append(b, '?')
	start := len(b)
	b = append(b, req.URL.RawQuery...)
	if len(b) > start {
		b = append(b, '&')
	}
	b = append(b, "X-Amz-Algorithm="+algorithm+"&X-Amz-Credential="...)
	b = appendQueryEscaped(b, creds.AccessKeyID)
	b = append(b, "%2F"...)
	b = append(b, date[:dateLen]...)
	b = append(b, "%2F"...)
	b = appendQueryEscaped(b, region)
	b = append(b, "%2F"...)
	b = appendQueryEscaped(b, service)
	b = append(b, "%2F"+terminator+"&X-Amz-Date="...)
	b = append(b, date...)
	b = append(b, "&X-Amz-Expires="...)
	b = strconv.AppendInt(b, int64(expires/time.Second), 10)
	b = append(b, "&X-Amz-SignedHeaders="...)
	b = c.appendNames(b, true)
	if creds.SessionToken != "" {
		b = append(b, "&X-Amz-Security-Token="...)
		b = appendQueryEscaped(b, creds.SessionToken)
	}

	c.request(req.Method, path, string(b[start:]), "", payloadHash)
	key := s.keys.get(creds.SecretAccessKey, date[:dateLen], region, service)
	signature := c.sign(key, date)
	b = append(b, "&X-Amz-Signature="...)
	b = append(b, c.buf[signature[0]:signature[1]]...)
	return string(b), nil
}

// PresignURL is PresignHTTP for a GET request without headers.
func (s *Signer) PresignURL(
	creds nereid.Credentials, rawURL, service, region string, expires time.Duration, t time.Time,
) (string, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return "", fmt.Errorf("sigv4: URL to presign: %w", err)
	}
	return s.PresignHTTP(creds, &http.Request{Method: http.MethodGet, URL: u}, EmptyPayloadHash, service, region, expires, t)
}

// check returns an error for arguments that cannot result in a valid request.
// Its errors never contain a secret.
func check(creds nereid.Credentials, service, region string, t time.Time) error {
	switch {
	case creds.AccessKeyID == "" || creds.SecretAccessKey == "":
		return errors.New("sigv4: the access key id or the secret access key is empty")
	case strings.ContainsFunc(creds.AccessKeyID, notInKeyID):
		return errors.New("sigv4: the access key id is not valid: it has a space, a line break or another character that key ids cannot have")
	case strings.TrimSpace(creds.SecretAccessKey) != creds.SecretAccessKey || strings.ContainsAny(creds.SecretAccessKey, "\r\n"):
		return errors.New("sigv4: the secret access key has a line break, or a space at an end: was it read from a file with its line end?")
	case strings.ContainsFunc(creds.SessionToken, notGraphic):
		return errors.New("sigv4: the session token is not valid: it has a space, a line break or another character that tokens cannot have")
	case region == "":
		return errors.New("sigv4: no region to sign for")
	case strings.ContainsFunc(region, notInKeyID):
		return fmt.Errorf("sigv4: the region %q has a character that credential scopes cannot have", region)
	case service == "" || strings.ContainsFunc(service, notInKeyID):
		return fmt.Errorf("sigv4: the service name %q has a character that credential scopes cannot have", service)
	}
	if y := t.UTC().Year(); y < 0 || y > 9999 {
		return fmt.Errorf("sigv4: the year %d cannot be signed", y)
	}
	return nil
}

func notGraphic(r rune) bool { return r <= ' ' || r > '~' }

func notInKeyID(r rune) bool { return notGraphic(r) || r == '/' || r == ',' }

// hostOf returns the host that is sent with req.
func hostOf(req *http.Request) string {
	if req.Host != "" {
		return req.Host
	}
	if req.URL.Host == "" {
		if rest, ok := strings.CutPrefix(req.URL.Opaque, "//"); ok {
			host, _, _ := strings.Cut(rest, "/")
			return host
		}
	}
	return req.URL.Host
}

// checkHost rejects a host that net/http would change before it sends the
// request.
func checkHost(host string) error {
	for i := range len(host) {
		if host[i] >= utf8.RuneSelf {
			return fmt.Errorf("sigv4: the host %q is not ASCII, write it in punycode", host)
		}
	}
	return nil
}

// withoutZone removes the zone from an IPv6 address, as net/http does when it
// sends the host. A zone is meaningful only on the local machine.
func withoutZone(host string) string {
	if strings.HasPrefix(host, "[") {
		if end := strings.LastIndexByte(host, ']'); end > 0 {
			if i := strings.IndexByte(host[:end], '%'); i > 0 {
				return host[:i] + host[end:]
			}
		}
	}
	return host
}

func withoutDefaultPort(host, scheme string) string {
	port := ""
	switch {
	case strings.EqualFold(scheme, "https"):
		port = ":443"
	case strings.EqualFold(scheme, "http"):
		port = ":80"
	}
	if port != "" {
		host = strings.TrimSuffix(host, port)
	}
	return host
}

// isPresigned reports whether a query has signature parameters.
func isPresigned(query string) bool {
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		switch name {
		case "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires",
			"X-Amz-Security-Token", "X-Amz-SignedHeaders", "X-Amz-Signature":
			return true
		}
	}
	return false
}
