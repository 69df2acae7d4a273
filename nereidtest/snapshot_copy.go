package nereidtest

import (
	"net"
	"net/url"
	"strings"

	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// copyDBClusterSnapshot copies within a region and from another one:
//
//   - A source in another region is named by its ARN.
//   - An encrypted one needs KmsKeyId, a key of this region, and PreSignedUrl.
//   - Whenever PreSignedUrl is given it has to be right, also where none is
//     needed.
//   - Only so many copies to a region may be in progress, wherever from.
//   - What is not encrypted stays so: KmsKeyId is refused then.
func (r *region) copyDBClusterSnapshot(in *rds.CopyDBClusterSnapshotInput) (*snapshotOutput, error) {
	source := *in.SourceDBClusterSnapshotIdentifier
	from, err := r.sourceRegion("SourceDBClusterSnapshotIdentifier", source, "cluster-snapshot")
	if err != nil {
		return nil, err
	}
	remote := from != r
	if in.PreSignedUrl != nil {
		if err := r.checkPresigned("CopyDBClusterSnapshot", *in.PreSignedUrl, from.name,
			"SourceDBClusterSnapshotIdentifier", "KmsKeyId"); err != nil {
			return nil, err
		}
	}
	s, err := from.snapshot(source)
	if err != nil {
		return nil, err
	}
	encrypted := deref(s.db.StorageEncrypted, false)
	if remote && encrypted {
		if err := checkRemoteKey(in.KmsKeyId, in.PreSignedUrl); err != nil {
			return nil, err
		}
	}
	name, taken, err := r.roomForSnapshot("TargetDBClusterSnapshotIdentifier", *in.TargetDBClusterSnapshotIdentifier, 63)
	if err != nil {
		return nil, err
	}
	key := s.db.KmsKeyId
	if in.KmsKeyId != nil {
		if !encrypted {
			return nil, invalidValue("KmsKeyId cannot be specified for a copy of a snapshot that is not encrypted.")
		}
		arn, err := r.checkKey(*in.KmsKeyId)
		if err != nil {
			return nil, err
		}
		key = &arn
	}
	if s.status != "available" {
		return nil, snapshotState(s, "it is in the state "+s.status)
	}
	copies := 0
	for _, other := range r.snapshots {
		copies += other.copying()
	}
	if err := checkCopies(copies, r.limits.SnapshotCopies); err != nil {
		return nil, err
	}
	var tags []rdstypes.Tag
	if deref(in.CopyTags, false) {
		tags = s.tags
	}
	if tags, err = r.withTags(tags, in.Tags); err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}

	c := &snapshot{name: name, db: s.db, tags: tags, sizeGB: s.sizeGB}
	kind, began := "manual", r.now
	if r.quirks.copiesKeepTime {
		began = *s.db.SnapshotCreateTime
	}
	c.db.SnapshotType, c.db.SnapshotCreateTime, c.db.KmsKeyId = &kind, &began, key
	c.db.SourceDBClusterSnapshotArn = str(from.arnOf("cluster-snapshot", s.name))
	if remote {
		c.db.AvailabilityZones, c.db.VpcId = r.zones(), str(r.vpc())
	}
	r.snapshots[name] = c
	r.runCopy(&c.making, rdstypes.SourceTypeDbClusterSnapshot, name, from)
	return &snapshotOutput{r.describeSnapshot(c)}, nil
}

// checkRemoteKey checks that there is what a copy of an encrypted snapshot of
// another region needs.
func checkRemoteKey(key, presignedURL *string) error {
	switch {
	case key == nil:
		return invalidValue("Must specify new KMS key for cross region encrypted snapshot copy.")
	case presignedURL == nil:
		return invalidValue("PreSignedUrl must be specified to copy an encrypted snapshot from another region.")
	}
	return nil
}

// copying counts the snapshot if it is a copy in progress.
func (m *making) copying() int {
	if oneOf(m.status, "pending", "copying") {
		return 1
	}
	return 0
}

func checkCopies(have, limit int) error {
	if reached(have, limit) {
		return &rdstypes.SnapshotQuotaExceededFault{Message: message(
			"Cannot have more than %d snapshot copies across regions in progress per destination region.", limit)}
	}
	return nil
}

// runCopy takes a copy to available. One from another region is pending at
// first.
func (r *region) runCopy(c *making, kind rdstypes.SourceType, name string, from *region) {
	d := r.timings.SnapshotCopy
	c.began = r.now
	note := func(how string) {
		r.notef(kind, name, notification, "%s copy of snapshot %s from region %s.", how, name, from.name)
	}
	available := func() {
		r.enter(&c.lifecycle, "available")
		note("Finished")
	}
	note("Started")
	if from == r {
		c.ends = r.now.Add(d)
		r.enterFor(&c.lifecycle, "copying", d, available)
		return
	}
	d = r.timings.SnapshotCopyRegion
	c.ends = r.now.Add(d)
	wait := d / 10
	r.enterFor(&c.lifecycle, "pending", wait, func() { r.enterFor(&c.lifecycle, "copying", d-wait, available) })
}

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
