package sigv4

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
)

// DefaultSkew is the largest difference that is tolerated between the clocks of
// the client and the service. AWS's guide to signatures says that in most cases
// a request must arrive within five minutes. RDS's page Common Errors says 15
// minutes. DefaultSkew is the smaller value, so that tests do not accept a
// request that AWS may reject.
const DefaultSkew = 5 * time.Minute

// VerifyError is an error with AWS's code and message.
type VerifyError struct {
	Code    string
	Message string
	Status  int // of the HTTP response
}

func (e *VerifyError) Error() string { return e.Code + ": " + e.Message }

// ErrorCode returns the code.
func (e *VerifyError) ErrorCode() string { return e.Code }

// VerifyResult describes who signed a request, and for which region and service.
type VerifyResult struct {
	AccessKeyID string
	Region      string
	Service     string
	Time        time.Time
	Presigned   bool // the signature is in the query of the URL
}

// A Verifier verifies the signatures of requests. It is safe for concurrent use
// if its fields do not change.
type Verifier struct {
	// Lookup finds the credentials of an access key id.
	Lookup func(accessKeyID string) (nereid.Credentials, bool)

	Service string        // the service that requests must be signed for; empty: any
	Region  string        // the region that requests must be signed for; empty: any
	Skew    time.Duration // the tolerated difference of the clocks; 0: DefaultSkew

	keys keyCache
}

// Verify checks the signature in the headers or in the query of req. body is
// the request's body, which has been read already. The error is a *VerifyError.
func Verify(
	req *http.Request, body []byte, lookup func(accessKeyID string) (nereid.Credentials, bool),
	service string, now time.Time, skew time.Duration,
) (VerifyResult, error) {
	v := Verifier{Lookup: lookup, Service: service, Skew: skew}
	return v.Verify(req, body, now)
}

// VerifyPresigned checks a presigned URL for a GET request without a body, such
// as the URL for the source region of a copy. The error is a *VerifyError.
func VerifyPresigned(
	rawURL string, lookup func(accessKeyID string) (nereid.Credentials, bool), service string, now time.Time,
) (VerifyResult, error) {
	v := Verifier{Lookup: lookup, Service: service}
	return v.VerifyPresigned(rawURL, now)
}

// VerifyPresigned checks a presigned URL for a GET request without a body.
func (v *Verifier) VerifyPresigned(rawURL string, now time.Time) (VerifyResult, error) {
	u, err := url.Parse(rawURL)
	if err != nil || u.Host == "" {
		return VerifyResult{}, incomplete("The presigned URL is not an absolute URL.")
	}
	return v.Verify(&http.Request{Method: http.MethodGet, URL: u}, nil, now)
}

// Verify checks the signature in the headers or in the query of req. body is
// the request's body, which has been read already. The error is a *VerifyError.
//
// The request may come from a server or directly from a client in the same
// process.
func (v *Verifier) Verify(req *http.Request, body []byte, now time.Time) (VerifyResult, error) {
	claim, err := claimOf(req)
	if err != nil {
		return VerifyResult{}, err
	}
	creds, err := v.credentials(claim, now)
	if err != nil {
		return VerifyResult{}, err
	}
	if err := v.checkTime(claim, now); err != nil {
		return VerifyResult{}, err
	}
	if err := v.checkScope(claim); err != nil {
		return VerifyResult{}, err
	}
	if !v.signed(claim, creds, req, body) {
		return VerifyResult{}, mismatch("The request signature we calculated does not match the signature you provided. " +
			"Check your AWS Secret Access Key and signing method. Consult the service documentation for details.")
	}
	return VerifyResult{
		AccessKeyID: claim.accessKeyID,
		Region:      claim.region,
		Service:     claim.service,
		Time:        claim.time,
		Presigned:   claim.presigned,
	}, nil
}

// claim is the part of a request that describes its signature.
type claim struct {
	accessKeyID           string
	day, region, service  string // of the scope
	date                  string
	time                  time.Time // that is date
	token                 string
	names                 []string // of the signed headers
	signature             []byte
	presigned             bool
	expires               time.Duration // after time; 0: not stated
	algorithm, credential string        // raw
	signedHeaders, hexSum string        // raw
}

func claimOf(req *http.Request) (*claim, error) {
	if req.URL == nil {
		return nil, incomplete("The request has no URL.")
	}
	if auth := req.Header.Get("Authorization"); auth != "" {
		return claimOfHeader(req, auth)
	}
	if isPresigned(req.URL.RawQuery) {
		return claimOfQuery(req.URL.Query())
	}
	return nil, &VerifyError{"MissingAuthenticationToken", "Request is missing Authentication Token", http.StatusForbidden}
}

func claimOfHeader(req *http.Request, auth string) (*claim, error) {
	c := &claim{date: req.Header.Get("X-Amz-Date"), token: req.Header.Get("X-Amz-Security-Token")}
	var rest string
	c.algorithm, rest, _ = strings.Cut(auth, " ")
	if c.algorithm != algorithm {
		rest = "" // nothing of another scheme counts
	}
	for part := range strings.SplitSeq(rest, ",") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok && rest != "" {
			return nil, incomplete("'" + name + "' not a valid key=value pair (missing equal-sign) in Authorization header.")
		}
		switch name {
		case "Credential":
			c.credential = value
		case "SignedHeaders":
			c.signedHeaders = value
		case "Signature":
			c.hexSum = value
		}
	}
	var missing []string
	if c.credential == "" {
		missing = append(missing, "Authorization header requires 'Credential' parameter.")
	}
	if c.hexSum == "" {
		missing = append(missing, "Authorization header requires 'Signature' parameter.")
	}
	if c.signedHeaders == "" {
		missing = append(missing, "Authorization header requires 'SignedHeaders' parameter.")
	}
	if c.date == "" {
		missing = append(missing, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
	}
	if missing != nil {
		return nil, incomplete(strings.Join(missing, " "))
	}
	return c, c.parse()
}

func claimOfQuery(query url.Values) (*claim, error) {
	c := &claim{presigned: true, token: query.Get("X-Amz-Security-Token")}
	var missing []string
	for _, p := range [...]struct {
		name string
		to   *string
	}{
		{"X-Amz-Algorithm", &c.algorithm},
		{"X-Amz-Credential", &c.credential},
		{"X-Amz-Signature", &c.hexSum},
		{"X-Amz-SignedHeaders", &c.signedHeaders},
		{"X-Amz-Date", &c.date},
	} {
		if *p.to = query.Get(p.name); *p.to == "" {
			missing = append(missing, "AWS query-string parameters must include '"+p.name+"'.")
		}
	}
	if missing != nil {
		return nil, incomplete(strings.Join(missing, " "))
	}
	if c.algorithm != algorithm {
		return nil, incomplete("X-Amz-Algorithm only supports '" + algorithm + "'.")
	}
	if text := query.Get("X-Amz-Expires"); text != "" {
		seconds, err := strconv.ParseUint(text, 10, 32)
		if err != nil || seconds == 0 || seconds > 7*24*60*60 {
			return nil, incomplete("X-Amz-Expires must be a number of seconds from 1 to 604800.")
		}
		c.expires = time.Duration(seconds) * time.Second
	}
	return c, c.parse()
}

// parse parses the parts of the claim.
func (c *claim) parse() error {
	parts := strings.Split(c.credential, "/")
	if len(parts) != 5 {
		return incomplete("Credential must have exactly 5 slash-delimited elements, " +
			"e.g. keyid/date/region/service/term, got '" + c.credential + "'")
	}
	c.accessKeyID, c.day, c.region, c.service = parts[0], parts[1], parts[2], parts[3]
	var err error
	if c.time, err = time.Parse(timeFormat, c.date); err != nil || len(c.date) != len(timeFormat) {
		return incomplete("Date must be in ISO-8601 'basic format'. Got '" + c.date + "'.")
	}
	if parts[4] != terminator {
		return mismatch("Credential should be scoped with a valid terminator: '" + terminator + "', not '" + parts[4] + "'.")
	}
	if c.day != c.date[:dateLen] {
		return mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '" +
			c.day + "' != '" + c.date[:dateLen] + "', from '" + c.date + "'.")
	}
	c.names = strings.Split(c.signedHeaders, ";")
	if !slices.Contains(c.names, "host") {
		return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
	}
	if !c.presigned && !slices.Contains(c.names, "x-amz-date") {
		return mismatch("'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.")
	}
	// A signature of another form is a wrong signature.
	if c.signature, err = hex.DecodeString(c.hexSum); err != nil {
		c.signature = nil
	}
	return nil
}

func (v *Verifier) credentials(c *claim, now time.Time) (nereid.Credentials, error) {
	invalid := &VerifyError{"InvalidClientTokenId", "The security token included in the request is invalid.", http.StatusForbidden}
	if v.Lookup == nil {
		return nereid.Credentials{}, invalid
	}
	creds, ok := v.Lookup(c.accessKeyID)
	if !ok || !hmac.Equal([]byte(creds.SessionToken), []byte(c.token)) {
		return nereid.Credentials{}, invalid
	}
	if creds.CanExpire && !now.Before(creds.Expires) {
		return nereid.Credentials{}, &VerifyError{"ExpiredToken", "The security token included in the request is expired", http.StatusForbidden}
	}
	return creds, nil
}

func (v *Verifier) checkTime(c *claim, now time.Time) error {
	skew := v.Skew
	if skew == 0 {
		skew = DefaultSkew
	}
	now = now.UTC().Truncate(time.Second)
	if latest := now.Add(skew); c.time.After(latest) {
		return mismatch("Signature not yet current: " + c.date + " is still later than " + latest.Format(timeFormat) +
			" (" + now.Format(timeFormat) + " + " + spell(skew) + ")")
	}
	valid := skew
	if c.expires != 0 {
		valid = c.expires
	}
	if earliest := now.Add(-valid); c.time.Before(earliest) {
		return mismatch("Signature expired: " + c.date + " is now earlier than " + earliest.Format(timeFormat) +
			" (" + now.Format(timeFormat) + " - " + spell(valid) + ")")
	}
	return nil
}

// spell writes a duration as AWS's messages have it.
func spell(d time.Duration) string {
	if d%time.Minute == 0 {
		return strconv.FormatInt(int64(d/time.Minute), 10) + " min."
	}
	return strconv.FormatInt(int64(d/time.Second), 10) + " sec."
}

func (v *Verifier) checkScope(c *claim) error {
	var wrong []string
	if v.Region != "" && c.region != v.Region {
		wrong = append(wrong, "Credential should be scoped to a valid region, not '"+c.region+"'.")
	}
	if v.Service != "" && c.service != v.Service {
		wrong = append(wrong, "Credential should be scoped to correct service: '"+v.Service+"'.")
	}
	if wrong != nil {
		return mismatch(strings.Join(wrong, " "))
	}
	return nil
}

// signed recomputes the signature from the headers that the client signed, and
// reports whether it is the client's signature. It tries several variants,
// because SDKs differ: some resolve dot segments in the path, leave the default
// port in the host, or sign the host in lower case. It treats both 80 and 443
// as default ports, because the server does not know the URL's scheme.
func (v *Verifier) signed(claim *claim, creds nereid.Credentials, req *http.Request, body []byte) bool {
	if len(claim.signature) != sha256.Size || !slices.IsSortedFunc(claim.names, strings.Compare) {
		return false
	}
	host := hostOf(req)
	hosts := []string{host}
	if bare := withoutDefaultPort(withoutDefaultPort(host, "https"), "http"); bare != host {
		hosts = append(hosts, bare)
	}
	for _, host := range hosts {
		if lower := strings.ToLower(host); lower != host {
			hosts = append(hosts, lower)
		}
	}
	path := wirePath(req.URL)
	modes := []pathMode{{}}
	if strings.Contains(path, "//") || strings.Contains(path, "/.") {
		modes = append(modes, pathMode{keep: true})
	}
	skip := ""
	if claim.presigned {
		skip = "X-Amz-Signature"
	}
	payloadHash := PayloadHash(body)
	key := v.keys.get(creds.SecretAccessKey, claim.day, claim.region, claim.service)

	for _, host := range hosts {
		for _, mode := range modes {
			c := newCanonical(mode)
			c.addSigned(claim.names, req, host)
			c.request(req.Method, path, req.URL.RawQuery, skip, payloadHash)
			at := c.sign(key, claim.date)
			sum, err := hex.AppendDecode(nil, c.buf[at[0]:at[1]])
			equal := err == nil && hmac.Equal(sum, claim.signature)
			c.free()
			if equal {
				return true
			}
		}
	}
	return false
}

// addSigned adds the named headers of a request, including headers such as Host
// that net/http keeps in separate fields.
func (c *canonical) addSigned(names []string, req *http.Request, host string) {
	for _, name := range names {
		if name == "host" {
			c.fields = append(c.fields, field{name, []string{host}})
			continue
		}
		n := len(c.fields)
		for key, values := range req.Header {
			if compareFold(key, name) == 0 {
				c.fields = append(c.fields, field{key, values})
			}
		}
		if len(c.fields) > n {
			continue
		}
		var values []string // none: signed as absent
		switch {
		case name == "content-length" && req.ContentLength >= 0:
			values = []string{strconv.FormatInt(req.ContentLength, 10)}
		case name == "transfer-encoding":
			values = req.TransferEncoding
		}
		c.fields = append(c.fields, field{name, values})
	}
	c.sortFields()
}

// The functions incomplete and mismatch have the result type error instead of
// *VerifyError, so that their callers can return the result directly.

func incomplete(message string) error {
	return &VerifyError{"IncompleteSignature", message, http.StatusBadRequest}
}

func mismatch(message string) error {
	return &VerifyError{"SignatureDoesNotMatch", message, http.StatusForbidden}
}
