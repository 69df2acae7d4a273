package nereidtest

import (
	"slices"
	"time"
)

// An Entry of the journal is one effect on one resource. Its cause is a
// request, the passage of time, or a method of the server.
type Entry struct {
	Time     time.Time // by the state clock
	Region   string    // of the resource; "" for a global cluster
	Resource string    // the ARN, or the name of an export task; empty if the effect is not on a single resource

	// Effect is the new status of the resource, or one of created (for a kind
	// without statuses), modified, tagged, untagged, renamed, ending (a cluster
	// is to be deleted after its final snapshot) and removed. It is done for a
	// request with any other effect. One request may have several effects, on
	// several resources.
	Effect string

	// The request that caused the effect. These fields are empty if time or a
	// method of the server caused it.
	Operation   string
	RequestID   string // as in [Request.ID]
	AccessKeyID string // of the caller
}

// Effects that are not a status.
const (
	created  = "created"
	modified = "modified"
	tagged   = "tagged"
	untagged = "untagged"
	renamed  = "renamed"
	ending   = "ending"
	removed  = "removed"
)

// entriesKept is the number of entries that the journal keeps.
const entriesKept = 200000

// A journal is the record of effects.
type journal struct{ kept []Entry }

// add records an entry, with the current request if there is one.
func (j *journal) add(e Entry, c *call) {
	if c != nil {
		e.Operation, e.RequestID, e.AccessKeyID = c.operation, c.requestID, c.accessKeyID
		c.entries++
	}
	if len(j.kept) == entriesKept {
		j.kept = slices.Delete(j.kept, 0, entriesKept/10)
	}
	j.kept = append(j.kept, e)
}

// record notes an effect on the resource.
func (x *resource) record(effect string) {
	s := x.region.state
	x.touch()
	s.journal.add(Entry{Time: s.now, Region: x.region.name, Resource: x.arn(), Effect: effect}, s.call)
}

// Journal returns what happened to the resources, the oldest entry first. Tests
// compare the claims of clients with these facts. Rejected requests are not in
// it. Requests that took effect are, whether or not the client received the
// answer. The journal keeps at most the newest 200,000 entries.
func (s *Server) Journal() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settle()
	return slices.Clone(s.state.journal.kept)
}
