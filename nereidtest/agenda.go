package nereidtest

import (
	"container/heap"
	"time"
)

// An agenda holds what is to happen at a later time of the state clock, in the
// order of time and, at the same time, of entry. Nothing runs by itself: the
// server works it off before it looks at a request, so what a request finds
// depends on the clock alone.
type agenda struct {
	items []appointment
	seq   uint64
}

type appointment struct {
	at  time.Time
	seq uint64
	run func()
}

func (a *agenda) add(at time.Time, run func()) {
	a.seq++
	heap.Push(a, appointment{at, a.seq, run})
}

// next takes out the first item that is due by now.
func (a *agenda) next(now time.Time) (appointment, bool) {
	if len(a.items) == 0 || a.items[0].at.After(now) {
		return appointment{}, false
	}
	return heap.Pop(a).(appointment), true
}

// The methods of heap.Interface.

func (a *agenda) Len() int { return len(a.items) }

func (a *agenda) Less(i, j int) bool {
	x, y := a.items[i], a.items[j]
	if !x.at.Equal(y.at) {
		return x.at.Before(y.at)
	}
	return x.seq < y.seq
}

func (a *agenda) Swap(i, j int) { a.items[i], a.items[j] = a.items[j], a.items[i] }
func (a *agenda) Push(x any)    { a.items = append(a.items, x.(appointment)) }

func (a *agenda) Pop() any {
	last := a.items[len(a.items)-1]
	a.items[len(a.items)-1] = appointment{}
	a.items = a.items[:len(a.items)-1]
	return last
}
