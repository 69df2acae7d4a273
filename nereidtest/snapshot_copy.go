package nereidtest

import "strings"

// sourceRegion is the region that a snapshot is copied from: that of its ARN, which may be
// of another account, or this one if it is called by its name.
func (r *region) sourceRegion(param, source, kind string) (*region, error) {
	if !isARN(source) {
		return r, nil
	}
	a, ok := parseARN(source)
	if !ok || !strings.EqualFold(a.kind, kind) {
		return nil, invalidValue("Invalid value for %s: %s", param, shorten(source))
	}
	return r.regionOf(a.account, a.region), nil
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

// runCopy takes a copy to available, at once or after some time. A copy in the region
// of its source has the status near meanwhile. One from another region is pending at
// first, then copying. An event tells that the copy of a snapshot of an instance is
// finished.
func (m *making) runCopy(from *region, atOnce bool, near string) {
	r := m.region
	m.remote = from.name != r.name
	note := func(how string) {
		m.notef(notification, "%s copy of snapshot %s from region %s", how, m.name, from.name)
	}
	note("Started")
	available := func() {
		m.enter("available")
		if m.kind == &dbSnapshotKind {
			note("Finished")
		}
	}
	m.began, m.ends = r.now, r.now
	switch {
	case atOnce:
		available()
	case !m.remote:
		m.ends = r.now.Add(r.timings.SnapshotCopy)
		m.enterFor(near, r.timings.SnapshotCopy, available)
	default:
		d := r.timings.SnapshotCopyRegion
		m.ends = r.now.Add(d)
		m.enterFor("pending", d/10, func() { m.enterFor("copying", d-d/10, available) })
	}
}

// copying reports whether the snapshot is a copy from another region in progress.
func (m *making) copying() bool { return m.remote && oneOf(m.status, "pending", "copying") }
