package nereidtest

import (
	"net"
	"net/url"
	"strings"
)

// checkPresigned verifies the presigned URL with which the caller lets the
// source region act. The URL has to be signed for the source region, not
// expired, and for the same action with this region as the destination. Its
// parameters have to match those of the request. The listed parameters have to
// be in the URL if they are in the request. An empty source stands for any
// region.
//
// The host has to belong to the source region. If the request itself came to a
// host that is not AWS's, the URL may have that host too: botocore replaces the
// name of the region in the endpoint, and a custom endpoint has none. The SDK
// for JavaScript adds the port of a custom endpoint to the host of the source
// region, but signs the host without the port.
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
