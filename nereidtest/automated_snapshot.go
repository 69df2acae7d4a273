package nereidtest

import (
	"encoding/hex"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// backups describes the automated backups of one cluster or instance, which is
// called the source. Retained backups outlive their source. The type parameter
// S is the type of the source's snapshots.
type backups[S automatedSnapshot] struct {
	resource
	sourceID string // the source's resource ID
	sizeGB   int32
	began    time.Time // when the first backup began
	ended    time.Time // when the source was last backed up; zero if it still is
	days     int32     // retention period in days, after the backups have ended
	taken    []S       // the existing automated snapshots, the oldest first

	// window returns the source's daily backup window, and snapshot takes the
	// daily snapshot. The two functions are nil if the source is not in this
	// region.
	window   func() string
	snapshot func()
	planned  int // number of plans so far; only the last plan is valid
}

// An automatedSnapshot is one of the daily snapshots that AWS takes of a
// cluster or an instance.
type automatedSnapshot interface {
	item
	takenAt() time.Time
}

func (m *making) takenAt() time.Time { return m.began }

// backupsName returns the name of the backups of a cluster or an instance in
// this region. Replicated backups have a different name in each region.
func (r *region) backupsName(prefix, sourceID string) string {
	_, id, _ := strings.Cut(strings.ToLower(sourceID), "-")
	return prefix + "-" + id + hex.EncodeToString(digest("backups", r.name, sourceID))[:6]
}

// planSnapshot schedules the next automated snapshot for the start of the next
// backup window. No snapshot is taken if the backups have ended by then.
func (b *backups[S]) planSnapshot() {
	r := b.region
	b.planned++
	n := b.planned
	r.timeline.add(nextDaily(r.now, b.window()), func() {
		if n == b.planned && b.ended.IsZero() {
			b.snapshot()
			b.planSnapshot()
		}
	})
}

// nextDaily returns when a daily window next begins.
func nextDaily(after time.Time, window string) time.Time {
	from, _, _ := strings.Cut(window, "-")
	begin, _ := clockTime(from)
	at := after.UTC().Truncate(day).Add(begin)
	if !at.After(after) {
		at = at.Add(day)
	}
	return at
}

// automatedName returns the name of an automated snapshot of the given cluster
// or instance.
func automatedName(source string, at time.Time) string {
	return "rds:" + source + at.UTC().Format("-2006-01-02-15-04")
}

// expire removes the automated snapshots that are older than the retention period.
func (b *backups[S]) expire(from *collection[S], days int32) {
	for len(b.taken) > 0 && !b.taken[0].takenAt().Add(time.Duration(days)*day).After(b.region.now) {
		from.discard(b.taken[0])
		b.taken = b.taken[1:]
	}
}

// discard removes a resource if it is still in the collection.
func (c *collection[T]) discard(x T) {
	if c.has(x) {
		c.remove(x)
	}
}

// finish ends the backups of a source that was deleted or is no longer backed
// up. The existing backups are kept for the given number of days.
func (b *backups[S]) finish(at time.Time, days int32) { b.ended, b.days = at, days }

// retain keeps the existing snapshots until each one expires. When the last
// snapshot expires, retain calls the function gone, which must remove the
// backups.
func (b *backups[S]) retain(from *collection[S], gone func()) {
	r := b.region
	keep := time.Duration(b.days) * day
	last := b.began
	if daily := nextDaily(b.ended, b.window()).Add(-day); daily.After(last) {
		last = daily // the source may have been backed up before a test added it
	}
	if n := len(b.taken); n > 0 {
		last = b.taken[n-1].takenAt()
	}
	for _, s := range b.taken {
		r.timeline.add(s.takenAt().Add(keep), func() { from.discard(s) })
	}
	b.enter("retained")
	b.plan(later(last.Add(keep), r.now), gone)
}

// restoreWindow returns the range of times to which the source can be restored.
// latest is the time up to which the source was backed up, and days is the
// retention period; both are ignored after the backups have ended. Before the
// first backup, the window is empty.
func (b *backups[S]) restoreWindow(latest time.Time, days int32) *rdstypes.RestoreWindow {
	if !b.ended.IsZero() {
		latest, days = b.ended, b.days
	}
	if b.status == "deleting" || latest.Before(b.began) {
		return &rdstypes.RestoreWindow{}
	}
	// After backups have ended, no snapshots are added, but the existing ones
	// still expire.
	earliest := later(b.began, b.region.now.Add(-time.Duration(days)*day))
	if earliest.After(latest) {
		earliest = latest
	}
	return &rdstypes.RestoreWindow{EarliestTime: &earliest, LatestTime: &latest}
}

// encryptionType returns the StorageEncryptionType of storage that is encrypted
// with the given key. A nil key means that the storage is not encrypted.
func (r *region) encryptionType(key *string) rdstypes.StorageEncryptionType {
	if key == nil {
		return rdstypes.StorageEncryptionTypeUnencrypted
	}
	return rdstypes.StorageEncryptionTypeCmk
}
