package nereidtest

import (
	"net"
	"net/url"
	"strings"
)

// checkPresigned verifies a presigned URL, which authorizes this region to act
// in the source region on the caller's behalf. The URL must be signed for the
// source region, must not be expired, and must contain the same action, with
// this region as the destination. Each other parameter in the URL must have the
// same value as in the request. Parameters of the request may be missing from
// the URL, except those that the argument listed names. If the argument source
// is empty, the URL may be signed for any region.
//
// The URL's host must be an AWS host of the source region, a loopback address
// or, if the request was sent to a custom endpoint, the custom endpoint's host.
// botocore makes the URL's host by replacing the region name in the endpoint's
// host. A custom endpoint does not contain a region name, so botocore uses the
// custom endpoint's host unchanged. The SDK for JavaScript adds a custom
// endpoint's port to the source region's host, but signs the host without the
// port.
func (r *region) checkPresigned(action, rawURL, source string, listed ...string) error {
	refused := invalidValue("PreSignedUrl could not be authenticated.")
	u, err := url.Parse(rawURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return refused
	}
	at, ofAWS := regionOfHost(u.Host)
	if !ofAWS && !strings.EqualFold(u.Host, r.call.host) && !isLoopback(u.Hostname()) {
		return refused
	}
	params, err := url.ParseQuery(u.RawQuery)
	if err != nil || repeated(params) != "" || params.Get("Action") != action || params.Get("Version") != apiVersion ||
		params.Get("DestinationRegion") != r.name || !params.Has("X-Amz-Signature") {
		return refused
	}
	signer, err := r.call.verify(rawURL)
	if err != nil && ofAWS && u.Port() != "" {
		bare := *u
		bare.Host = u.Hostname()
		signer, err = r.call.verify(bare.String())
	}
	if err != nil || source != "" && signer.Region != source || ofAWS && signer.Region != at {
		return refused
	}
	for name, values := range params {
		if strings.HasPrefix(name, "X-Amz-") || oneOf(name, "DestinationRegion", "SourceRegion") {
			continue
		}
		if sent := r.call.form[name]; len(sent) != 1 || len(values) != 1 || sent[0] != values[0] {
			return refused
		}
	}
	for _, name := range listed {
		if r.call.form.Has(name) && !params.Has(name) {
			return refused
		}
	}
	return nil
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
