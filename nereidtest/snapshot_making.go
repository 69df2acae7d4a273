package nereidtest

import (
	"slices"
	"time"
)

// A making is the part that cluster snapshots and instance snapshots share: how
// they are taken and copied.
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

// take moves a new snapshot to available after its time, and then calls done.
func (m *making) take(done func()) {
	r := m.region
	m.began, m.ends = r.now, r.now.Add(r.timings.SnapshotCreate)
	m.enterFor("creating", r.timings.SnapshotCreate, func() {
		m.enter("available")
		done()
	})
}

// backUp shows the resource as backing-up during a snapshot, if
// WithNamesCheckedLast is set.
func (x *resource) backUp() {
	if r := x.region; r.quirks.namesLast {
		x.enterFor("backing-up", r.timings.SnapshotCreate, func() { x.enter("available") })
	}
}

// deletable reports whether a snapshot can be deleted now. A copy in progress
// can be deleted, which ends the copy.
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
