package ui

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	// Why mpb and not schollz/progressbar, which is equally well maintained: mpb can draw several
	// bars at a time, one for each cluster or copy that the program waits for. It also has fewer
	// dependencies, and they do not require a newer Go version than this module.
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// A State is the state of a task to show.
type State struct {
	// Status is the status that the service reports.
	Status string

	// Percent is from 0 to 100. Rows do not show it.
	Percent int32

	// Gigabytes is the amount of data so far. 0 is not shown.
	Gigabytes int32

	// Last reports whether the task has ended.
	Last bool
}

// Progress shows the progress of tasks. If the output is a terminal, it draws bars; otherwise, it
// writes a line for each change. It is safe for concurrent use.
type Progress struct {
	bars *mpb.Progress // nil if lines are written

	mu    sync.Mutex
	out   io.Writer
	tasks []*Task // tasks with bars
}

// NewProgress returns a Progress without tasks. The caller must call Close.
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

// Close stops updating the tasks, and waits until everything is drawn.
func (p *Progress) Close() {
	if p.bars == nil {
		return
	}
	p.mu.Lock()
	tasks := p.tasks
	p.mu.Unlock()
	for _, t := range tasks {
		t.bar.Abort(false) // keeps the bar as it is
	}
	p.bars.Wait()
}

// Print writes a line above the tasks.
func (p *Progress) Print(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bars != nil {
		// mpb redraws bars from the cursor position. The cursor moves if the terminal shows Ctrl-C
		// as ^C, so move it back.
		_, _ = io.WriteString(p.out, "\r")
		_, _ = io.WriteString(p.bars, text+"\n")
		return
	}
	_, _ = io.WriteString(p.out, text+"\n")
}

// full is the value of a full bar.
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
	took  time.Duration // set when the task has ended
}

// Task adds a task with a percentage.
func (p *Progress) Task(name string) *Task {
	return p.add(&Task{progress: p, name: name}, mpb.BarStyle().Tip("=").Build())
}

// Row adds a task that has a status, but no percentage. Several rows form a table.
func (p *Progress) Row(name string) *Task {
	return p.add(&Task{progress: p, name: name, row: true}, mpb.NopStyle().Build())
}

func (p *Progress) add(t *Task, filler mpb.BarFiller) *Task {
	t.start = time.Now()
	if p.bars == nil {
		return t
	}
	// Minimum widths keep the bars from moving when a text gets longer.
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
		// Never fill a bar: mpb would mark it as complete, and would no longer align its columns
		// with those of the other bars.
		t.bar.SetCurrent(min(int64(s.Percent)*10, full-1))
	case !same:
		_, d := t.now()
		t.progress.Print(strings.TrimRight(t.name+t.numbers(s)+"  "+seconds(d)+"  "+s.Status, " "))
	}
}

// now returns the task's state and its duration so far.
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
