package nereidtest

import (
	"slices"
	"time"
)

// A making contains what cluster snapshots and DB snapshots have in common: the snapshot's progress
// while it is created or copied, its size, and the accounts that may use it.
type making struct {
	resource
	began, ends time.Time
	sizeGB      int32    // size of the data
	remote      bool     // whether the snapshot is a copy from another region
	restorers   []string // accounts that may restore and copy the snapshot, or all
}

// made returns the percentage of the snapshot that has been created or copied.
func (m *making) made() *int32 {
	percent, now := int32(100), m.region.now
	if total := m.ends.Sub(m.began); total > 0 && now.Before(m.ends) {
		percent = int32(100 * now.Sub(m.began) / total)
	}
	return &percent
}

// take sets a new snapshot's status to creating. When the snapshot is complete, take sets the
// status to available and calls the function done.
func (m *making) take(done func()) {
	r := m.region
	m.began, m.ends = r.now, r.now.Add(r.timings.SnapshotCreate)
	m.enterFor("creating", r.timings.SnapshotCreate, func() {
		m.enter("available")
		done()
	})
}

// backUp sets the resource's status to backing-up while a snapshot is taken, but only with the
// option [WithNamesCheckedLast], which enables this status. By default, the status stays available.
func (x *resource) backUp() {
	if r := x.region; r.quirks.namesLast {
		x.enterFor("backing-up", r.timings.SnapshotCreate, func() { x.enter("available") })
	}
}

// deletable reports whether the snapshot's status allows a deletion. A copy can be deleted before
// it is complete if its status is pending or copying. This stops the copying.
func (m *making) deletable() bool {
	return oneOf(m.status, "available", "failed", "pending", "copying")
}

// stateError returns AWS's error for a snapshot whose status or type does not allow an operation.
func (m *making) stateError(why string) error {
	if m.kind == &dbSnapshotKind {
		return apiError("InvalidDBSnapshotState", "Invalid state of the snapshot %s: %s.", m.name, why)
	}
	return apiError("InvalidDBClusterSnapshotStateFault", "Invalid state of the cluster snapshot %s: %s.", m.name, why)
}

// checkDelete returns an error if the snapshot cannot be deleted.
func (m *making) checkDelete(snapshotType string) error {
	switch {
	case !m.deletable():
		return m.stateError("it is in the state " + m.status)
	case snapshotType != "manual":
		return m.stateError("only manual snapshots can be deleted")
	}
	return nil
}

// checkSnapshotFilters checks the type and the filters of a request that lists snapshots.
func checkSnapshotFilters(snapshotType string, filters []filter) error {
	if snapshotType != "" && !isSnapshotType(snapshotType) {
		return invalidValue("Invalid snapshot type: %s", shorten(snapshotType))
	}
	if err := checkFilterValues(filters, "snapshot-type", isSnapshotType); err != nil {
		return err
	}
	return checkFilterValues(filters, "engine", isEngineFilter)
}

// sharedTo reports whether the snapshot's owner allows the given account to
// restore and copy the snapshot.
func (m *making) sharedTo(account string) bool {
	return slices.Contains(m.restorers, "all") || slices.Contains(m.restorers, account)
}

func isSnapshotType(s string) bool {
	return oneOf(s, "automated", "manual", "shared", "public", "awsbackup")
}
