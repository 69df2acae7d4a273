package nereidtest

import "strings"

// sourceRegion returns the region and account from which a snapshot is copied. If source is an ARN,
// they are in the ARN. If source is a name, they are this region and account.
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

// A copyRequest contains the parameters that CopyDBClusterSnapshot and CopyDBSnapshot have in
// common.
type copyRequest struct {
	operation, param, kind string // the operation, the parameter that contains the source, and the type in ARNs
	source                 string
	key, url               *string // KmsKeyId and PreSignedUrl
	tags                   []tag
	copyTags               *bool
	limit                  int // of copies in progress from other regions
}

// A copyable is a cluster snapshot or a DB snapshot.
type copyable interface {
	item
	origin() *making
	encryption() (key *string, encrypted bool)
}

func (m *making) origin() *making { return m }

// copySource finds the snapshot to copy, in that snapshot's region. It checks that this account may
// copy the source, and that the request has the parameters that an encrypted source requires.
func copySource[T copyable](r *region, of func(*region) *collection[T], q *copyRequest) (from *region, s T, err error) {
	if from, err = r.sourceRegion(q.param, q.source, q.kind); err != nil {
		return from, s, err
	}
	if q.url != nil {
		if err = r.checkPresigned(q.operation, *q.url, from.name, q.param, "KmsKeyId"); err != nil {
			return from, s, err
		}
	}
	foreign := from.account != r.account
	s, err = of(from).find(q.source)
	if err == nil && foreign && !s.origin().sharedTo(r.account) {
		err = s.origin().kind.notFound.of(shorten(q.source))
	}
	if err != nil {
		return from, s, err
	}
	if _, encrypted := s.encryption(); encrypted {
		if from.name != r.name {
			err = checkRemoteKey(q.key, q.url)
		}
		if err == nil && foreign && q.key == nil {
			err = invalidValue("KmsKeyId must be specified to copy an encrypted snapshot of another account.")
		}
	}
	return from, s, err
}

// checkCopy checks the source's status, the source's KMS key, and the number of copies in progress.
// It returns the tags of the new copy.
func checkCopy[T copyable](r *region, of func(*region) *collection[T], from *region, source T, q *copyRequest) ([]tag, error) {
	s := source.origin()
	if s.status != "available" {
		return nil, s.stateError("it is in the state " + s.status)
	}
	key, _ := source.encryption()
	if err := from.checkSourceKey(key, r.account); err != nil {
		return nil, err
	}
	if from.name != r.name {
		if err := checkCopies(of(r).count(func(c T) bool { return c.origin().copying() }), q.limit); err != nil {
			return nil, err
		}
	}
	return r.newTags(q.tags, s.tags, deref(q.copyTags, false) && from.account == r.account)
}

// checkRemoteKey checks the parameters that are required to copy an encrypted snapshot from another
// region.
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

// runCopy sets a copy's status to available: immediately if atOnce is set, and otherwise when the
// copy is complete. Until then, the status is near for a copy within the region. For a copy from
// another region, it is pending at first, then copying. The end of the copy is recorded as an event
// only for a DB snapshot.
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

// copying reports whether the snapshot is being copied from another region.
func (m *making) copying() bool { return m.remote && oneOf(m.status, "pending", "copying") }
