package endpoint

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Options select an endpoint of a region.
type Options struct {
	FIPS         bool // FIPS 140 validated cryptography
	DualStack    bool // IPv4 and IPv6
	DisableHTTPS bool // plain http; a custom endpoint has its own scheme
}

// Endpoint is the address to which requests for a region are sent, and the
// region for which they are signed.
type Endpoint struct {
	URL           string // Scheme://Host + Path; a custom endpoint unchanged
	Scheme        string
	Host          string // with the port, if one was given
	Path          string // escaped; empty unless a custom endpoint has a path
	SigningRegion string // empty only with a custom endpoint and no region
}

// Errors for options that contradict a custom endpoint. The texts come from
// AWS's endpoint rules.
var (
	ErrCustomFIPS      error = configError("FIPS and custom endpoint are not supported")
	ErrCustomDualStack error = configError("Dualstack and custom endpoint are not supported")
)

type configError string

func (e configError) Error() string { return "Invalid Configuration: " + string(e) }

// Resolve returns the endpoint for region, or the custom endpoint base if base
// is not nil. If the region is invalid, the error is a *RegionError. With a
// custom endpoint the region may be empty or any DNS label.
func Resolve(region string, opts Options, base *string) (Endpoint, error) {
	name, fips := fromPseudo(region)
	opts.FIPS = opts.FIPS || fips
	if base != nil {
		return custom(name, opts, *base)
	}
	if err := CheckRegion(name); err != nil {
		return Endpoint{}, err
	}

	p := PartitionFor(name)
	service, suffix := "rds", p.DNSSuffix
	if opts.DualStack {
		suffix = p.DualStackDNSSuffix
	}
	// In GovCloud, the ordinary endpoints are already FIPS endpoints, so the
	// FIPS option changes only the dual-stack endpoints.
	if opts.FIPS && (opts.DualStack || p.Name != "aws-us-gov") {
		service = "rds-fips"
	}
	scheme := "https"
	if opts.DisableHTTPS {
		scheme = "http"
	}
	u := scheme + "://" + service + "." + name + "." + suffix
	return Endpoint{URL: u, Scheme: scheme, Host: u[len(scheme)+3:], SigningRegion: name}, nil
}

func custom(region string, opts Options, base string) (Endpoint, error) {
	switch {
	case opts.FIPS:
		return Endpoint{}, ErrCustomFIPS
	case opts.DualStack:
		return Endpoint{}, ErrCustomDualStack
	}
	if region != "" {
		if err := checkLabel(region); err != nil {
			return Endpoint{}, err
		}
	}
	u, err := parse(base)
	if err != nil {
		return Endpoint{}, err
	}
	return Endpoint{
		URL:           base,
		Scheme:        u.Scheme,
		Host:          u.Host,
		Path:          u.EscapedPath(),
		SigningRegion: region,
	}, nil
}

// parse parses and checks a custom endpoint. Its errors do not include the URL,
// because the URL may contain a password.
func parse(base string) (*url.URL, error) {
	u, err := url.Parse(base)
	if err != nil {
		var parseErr *url.Error
		if errors.As(err, &parseErr) {
			err = parseErr.Err
		}
		return nil, customError("it does not parse as a URL: " + err.Error())
	}
	switch {
	case base == "":
		return nil, customError("it is empty")
	case u.Scheme == "" || u.Opaque != "":
		return nil, customError("it is not an absolute URL such as https://localhost:8182")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, customError("its scheme is " + strconv.Quote(u.Scheme) + ", not http or https")
	case u.User != nil:
		return nil, customError("it holds user information, which requests do not carry")
	case u.Hostname() == "":
		return nil, customError("it has no host")
	case strings.ContainsFunc(u.Host, func(r rune) bool { return r >= utf8.RuneSelf }):
		return nil, customError("its host is not ASCII, write it in punycode (xn--…)")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.HasSuffix(base, "#"):
		return nil, customError("it has a query or a fragment")
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return nil, customError("its port is not a number from 1 to 65535")
		}
	}
	return u, nil
}

func customError(reason string) error {
	return errors.New("custom endpoint cannot be used: " + reason)
}
