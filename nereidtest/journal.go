package nereidtest

import (
	"slices"
	"time"
)

// An Entry of the journal is one effect on one resource. A request had it, or it came
// about by itself as time passed, or the test had it by hand.
type Entry struct {
	Time     time.Time // by the state clock
	Region   string    // of the resource; "" for a global cluster
	Resource string    // the ARN, or the name of an export task; "" if no single resource is meant

	// Effect is the status that the resource took, or one of created (of a kind
	// without statuses), modified, tagged, untagged, renamed, ending (a cluster is to
	// be deleted, and its final snapshot is taken first) and removed. It is done if a
	// request had an effect of another kind. One request may have several effects, on
	// several resources.
	Effect string

	// These are of the request. They are empty if the effect came about by
	// itself or by hand.
	Operation   string
	RequestID   string // as in [Request.ID]
	AccessKeyID string
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

// entriesKept is how many entries the journal keeps.
const entriesKept = 200000

// A journal is the record of effects.
type journal struct{ kept []Entry }

// add records an entry, of the request under way if there is one.
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

// Journal returns what happened to the resources, the oldest entry first: the
// facts to which a test compares what clients claim. Requests that were refused
// are not in it, and those that had an effect are, whether or not the client
// learned of it. Of a great many entries it keeps the newest hundred thousands.
func (s *Server) Journal() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settle()
	return slices.Clone(s.state.journal.kept)
}
