package nereidtest

import (
	"slices"
	"time"
)

// An Entry is a journal entry. It describes one effect on one resource, caused
// by a request, by the passage of time, or by a method of the server.
type Entry struct {
	Time     time.Time // time of the state clock
	Region   string    // the resource's region; "" for a global cluster
	Resource string    // the ARN, or the name of an export task; empty if the effect is not on a single resource

	// Effect is the resource's new status or one of these words: created (if
	// the type of resource has no statuses), modified, tagged, untagged,
	// renamed, ending (a cluster's final snapshot has begun, after which the
	// cluster will be deleted), removed, or done (for a request with any other
	// effect). A request can have several effects, on several resources.
	Effect string

	// The request that caused the effect. These fields are empty if the effect
	// was not caused by a request.
	Operation   string
	RequestID   string // as in [Request.ID]
	AccessKeyID string // the caller's access key ID
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

// entriesKept is the maximum number of entries in the journal.
const entriesKept = 200000

// A journal is the record of effects.
type journal struct{ kept []Entry }

// add records an entry. If c is not nil, it is the request that caused the
// effect, and the entry includes it.
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

// record adds an effect on the resource to the journal.
func (x *resource) record(effect string) {
	s := x.region.state
	x.touch()
	s.journal.add(Entry{Time: s.now, Region: x.region.name, Resource: x.arn(), Effect: effect}, s.call)
}

// Journal returns what happened to the resources, with the oldest entry first.
// Tests can compare it with what a client reported. The journal contains the
// effects of every request, whether or not the client received the response. It
// does not contain rejected requests. It keeps at most the newest 200,000
// entries.
func (s *Server) Journal() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settle()
	return slices.Clone(s.state.journal.kept)
}
