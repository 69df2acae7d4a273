package main

import (
	"net/url"
	"sync"
	"time"
)

// An Entry of the journal is a request that reached the service or a proxy in
// front of it.
type Entry struct {
	At         time.Duration // since the night began
	Client     int           // -1 for another caller
	Step       int
	Invocation string // invocation ID of the client's call
	Attempt    int    // number of the attempt within the call, from 1
	Action     string
	Region     string
	Form       url.Values

	ActedAt time.Duration // when the service acted
	Acted   bool          // the service carried out the request
	Status  int           // of the service's response; 0 if the service did not receive the request
	Code    string        // the code of the service's error
	Fault   string        // the event that affected the request or its response; "" if none did
	Late    bool          // the service received the request after the client received a response
}

// doubtful reports whether the client cannot know if the service carried out the
// request.
func (e *Entry) doubtful() bool {
	switch e.Fault {
	case "", "throttle", "maintenance", "refuse", "date", "markers", "absent", "slow":
		return false
	}
	return true
}

// A journal lists every request, with its sender and its result.
type journal struct {
	mu      sync.Mutex
	start   time.Time
	entries []*Entry
}

func (j *journal) add(e *Entry) *Entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	e.At = time.Since(j.start)
	j.entries = append(j.entries, e)
	return e
}

func (j *journal) change(change func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	change()
}

// list returns copies of the entries for which keep returns true.
func (j *journal) list(keep func(*Entry) bool) []Entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	var kept []Entry
	for _, e := range j.entries {
		if keep(e) {
			kept = append(kept, *e)
		}
	}
	return kept
}
