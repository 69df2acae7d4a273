package nereidtest

import (
	"net"
	"net/url"
	"strings"
)

// checkPresigned verifies the URL with which the caller allows the source region
// to act: signed for that region, not expired, for the same action with this
// region as the destination. What it says of the parameters must be what the
// request says, and those listed have to be in it if they are in the request. An
// empty source is any region.
//
// The host has to be one of the source region. Where the request itself did not
// come to a host of AWS, the URL may be for the same host: botocore makes it by
// replacing the name of the region in the endpoint, and a custom endpoint has
// none. The SDK for JavaScript adds the port of a custom endpoint to the host of the
// source region, and signs the host without the port.
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
