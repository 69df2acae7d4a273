package ui

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	// mpb rather than schollz/progressbar, which is as well kept: it draws
	// several bars at a time, which waiting for several clusters or copies
	// needs, and it brings fewer dependencies, none of which asks for a newer
	// Go than this module.
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// A State is what is shown of a task.
type State struct {
	// Status is in the words of the service.
	Status string

	// Percent is from 0 to 100. Rows do not show it.
	Percent int32

	// Gigabytes is the data so far. 0 is not shown.
	Gigabytes int32

	// Last says that the task is over.
	Last bool
}

// Progress shows how tasks go on: as bars that are redrawn if the output is a
// terminal, else as a line for each change. It is safe for concurrent use.
type Progress struct {
	bars *mpb.Progress // nil if lines are written

	mu    sync.Mutex
	out   io.Writer
	tasks []*Task // that have bars
}

// NewProgress returns one that shows nothing yet. Close must be called.
func NewProgress(w io.Writer) *Progress {
	if IsTerminal(w) {
		return newBars(w)
	}
	return &Progress{out: w}
}

func newBars(w io.Writer) *Progress {
	bars := mpb.New(mpb.WithOutput(w), mpb.WithWidth(40), mpb.WithAutoRefresh())
	return &Progress{bars: bars, out: w}
}

// Close leaves the tasks as they are, and waits until all is drawn.
func (p *Progress) Close() {
	if p.bars == nil {
		return
	}
	p.mu.Lock()
	tasks := p.tasks
	p.mu.Unlock()
	for _, t := range tasks {
		t.bar.Abort(false) // leaves it as it is
	}
	p.bars.Wait()
}

// Print writes a line above the tasks.
func (p *Progress) Print(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bars != nil {
		// Bars are redrawn from where the cursor is, and a terminal that shows
		// a Ctrl-C as ^C has moved it.
		_, _ = io.WriteString(p.out, "\r")
		_, _ = io.WriteString(p.bars, text+"\n")
		return
	}
	_, _ = io.WriteString(p.out, text+"\n")
}

// full is how far a bar can come.
const full = 1000

// A Task is one line of a Progress.
type Task struct {
	progress *Progress
	name     string
	row      bool
	start    time.Time
	bar      *mpb.Bar // nil if lines are written

	mu    sync.Mutex
	state State
	took  time.Duration // once it is done
}

// Task starts to show a task that tells how far it is.
func (p *Progress) Task(name string) *Task {
	return p.add(&Task{progress: p, name: name}, mpb.BarStyle().Tip("=").Build())
}

// Row starts to show a task that has a status only. Several of them make a
// table.
func (p *Progress) Row(name string) *Task {
	return p.add(&Task{progress: p, name: name, row: true}, mpb.NopStyle().Build())
}

func (p *Progress) add(t *Task, filler mpb.BarFiller) *Task {
	t.start = time.Now()
	if p.bars == nil {
		return t
	}
	// Least widths keep a bar from jumping when a text gets longer.
	column := func(width, style int, text func(State, time.Duration) string) decor.Decorator {
		return decor.Any(func(decor.Statistics) string { return text(t.now()) }, decor.WC{W: width, C: decor.DSyncWidth | style})
	}
	numbersWidth := len("  100 %  100 GB")
	if t.row {
		numbersWidth = 0
	}
	t.bar = p.bars.MustAdd(full, filler, mpb.BarFillerTrim(),
		mpb.PrependDecorators(decor.Name(t.name+"  ", decor.WCSyncWidthR)),
		mpb.AppendDecorators(
			column(numbersWidth, decor.DindentRight, func(s State, _ time.Duration) string { return t.numbers(s) }),
			column(len("  1m23s"), 0, func(_ State, d time.Duration) string { return "  " + seconds(d) }),
			column(len("  IN_PROGRESS"), decor.DindentRight, func(s State, _ time.Duration) string { return "  " + s.Status }),
		),
	)
	p.mu.Lock()
	p.tasks = append(p.tasks, t)
	p.mu.Unlock()
	return t
}

// Show shows a new state of the task.
func (t *Task) Show(s State) {
	t.mu.Lock()
	same := t.state.Status == s.Status && t.state.Percent == s.Percent && t.state.Gigabytes == s.Gigabytes
	t.state = s
	if s.Last {
		t.took = time.Since(t.start)
	}
	t.mu.Unlock()
	switch {
	case t.bar != nil:
		// A bar that is full ends, and its columns are not aligned any more with
		// those of others.
		t.bar.SetCurrent(min(int64(s.Percent)*10, full-1))
	case !same:
		_, d := t.now()
		t.progress.Print(strings.TrimRight(t.name+t.numbers(s)+"  "+seconds(d)+"  "+s.Status, " "))
	}
}

// now returns the state, and how long the task has taken.
func (t *Task) now() (State, time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.took > 0 {
		return t.state, t.took
	}
	return t.state, time.Since(t.start)
}

func (t *Task) numbers(s State) string {
	text := ""
	if !t.row {
		text = fmt.Sprintf("  %3d %%", s.Percent)
	}
	if s.Gigabytes > 0 {
		text += fmt.Sprintf("  %d GB", s.Gigabytes)
	}
	return text
}

func seconds(d time.Duration) string { return d.Round(time.Second).String() }
