package nereidtest

import (
	"strings"
)

// sourceRegion is the region that a snapshot is copied from: that of its ARN, or
// this one if it is called by its name.
func (r *region) sourceRegion(param, source, kind string) (*region, error) {
	if !isARN(source) {
		return r, nil
	}
	a, ok := parseARN(source)
	if !ok || !strings.EqualFold(a.kind, kind) {
		return nil, invalidValue("Invalid value for %s: %s", param, shorten(source))
	}
	return r.region(a.region), nil
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

func checkCopies(have, limit int) error {
	if reached(have, limit) {
		return apiError("SnapshotQuotaExceeded", "Cannot copy more than %d snapshots across regions", limit)
	}
	return nil
}

// runCopy takes a copy to available. One from another region is pending at
// first.
func (c *making) runCopy(from *region) {
	r := c.region
	c.remote = from != r
	d := r.timings.SnapshotCopy
	c.began = r.now
	note := func(how string) {
		c.notef(notification, "%s copy of snapshot %s from region %s.", how, c.name, from.name)
	}
	available := func() {
		c.enter("available")
		note("Finished")
	}
	note("Started")
	if from == r {
		c.ends = r.now.Add(d)
		c.enterFor("copying", d, available)
		return
	}
	d = r.timings.SnapshotCopyRegion
	c.ends = r.now.Add(d)
	wait := d / 10
	c.enterFor("pending", wait, func() { c.enterFor("copying", d-wait, available) })
}

// copying reports whether the snapshot is a copy from another region in progress.
func (m *making) copying() bool { return m.remote && oneOf(m.status, "pending", "copying") }
