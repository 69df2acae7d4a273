package nereidtest

import "strings"

// sourceRegion returns the region that a snapshot is copied from. An ARN, which
// may belong to another account, contains its region. A name stands for a
// snapshot in this region.
func (r *region) sourceRegion(param, source, kind string) (*region, error) {
	if !isARN(source) {
		return r, nil
	}
	a, ok := parseARN(source)
	if !ok || !strings.EqualFold(a.kind, kind) {
		return nil, invalidIdentifier(param)
	}
	return r.regionOf(a.account, a.region), nil
}

// checkRemoteKey checks the parameters that a copy of an encrypted snapshot
// from another region needs.
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

// runCopy moves a copy to available, at once or after some time. Meanwhile a
// copy within a region has the status near. A copy from another region is
// pending at first, then copying. An event reports the end of a copy of an
// instance snapshot.
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
