package nereidtest

import (
	"slices"
	"time"
)

// A making is a snapshot, of a cluster or an instance, that is taken or copied.
type making struct {
	resource
	began, ends time.Time
	sizeGB      int32    // of the data
	remote      bool     // a copy from another region
	restorers   []string // accounts, or all, that may restore and copy it
}

// made is how much of a snapshot is there, 0 to 100.
func (m *making) made() *int32 {
	percent, now := int32(100), m.region.now
	if total := m.ends.Sub(m.began); total > 0 && now.Before(m.ends) {
		percent = int32(100 * now.Sub(m.began) / total)
	}
	return &percent
}

// take puts a new snapshot on its way to available, when done is called.
func (m *making) take(done func()) {
	r := m.region
	m.began, m.ends = r.now, r.now.Add(r.timings.SnapshotCreate)
	m.enterFor("creating", r.timings.SnapshotCreate, func() {
		m.enter("available")
		done()
	})
}

// backUp shows that a snapshot is taken of the resource, with WithNamesCheckedLast.
func (x *resource) backUp() {
	if r := x.region; r.quirks.namesLast {
		x.enterFor("backing-up", r.timings.SnapshotCreate, func() { x.enter("available") })
	}
}

// deletable reports whether a snapshot can be deleted now. A copy in progress can,
// which ends it.
func (m *making) deletable() bool {
	return oneOf(m.status, "available", "failed", "pending", "copying")
}

// sharedTo reports whether another account may restore and copy the snapshot.
func (m *making) sharedTo(account string) bool {
	return slices.Contains(m.restorers, "all") || slices.Contains(m.restorers, account)
}

func isSnapshotType(s string) bool {
	return oneOf(s, "automated", "manual", "shared", "public", "awsbackup")
}
