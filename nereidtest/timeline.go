package nereidtest

import (
	"container/heap"
	"time"
)

// A timeline contains future events, sorted by their time on the state clock.
// Events with the same time run in the order in which they were added. There is
// no background activity. The server runs due events before each request, so
// the result of a request does not depend on goroutine scheduling.
type timeline struct {
	items []transition
	seq   uint64
}

type transition struct {
	at  time.Time
	seq uint64
	run func()
}

func (t *timeline) add(at time.Time, run func()) {
	t.seq++
	heap.Push(t, transition{at, t.seq, run})
}

// next removes and returns the first event, if it is due.
func (t *timeline) next(now time.Time) (transition, bool) {
	if len(t.items) == 0 || t.items[0].at.After(now) {
		return transition{}, false
	}
	return heap.Pop(t).(transition), true
}

// The following methods implement heap.Interface.

func (t *timeline) Len() int { return len(t.items) }

func (t *timeline) Less(i, j int) bool {
	x, y := t.items[i], t.items[j]
	if !x.at.Equal(y.at) {
		return x.at.Before(y.at)
	}
	return x.seq < y.seq
}

func (t *timeline) Swap(i, j int) { t.items[i], t.items[j] = t.items[j], t.items[i] }
func (t *timeline) Push(x any)    { t.items = append(t.items, x.(transition)) }

func (t *timeline) Pop() any {
	last := t.items[len(t.items)-1]
	t.items[len(t.items)-1] = transition{}
	t.items = t.items[:len(t.items)-1]
	return last
}
