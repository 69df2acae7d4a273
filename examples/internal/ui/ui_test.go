package ui_test

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/examples/internal/ui"
)

func TestIsTerminal(t *testing.T) {
	if ui.IsTerminal(new(bytes.Buffer)) {
		t.Error("a buffer is not a terminal")
	}
	f, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if ui.IsTerminal(f) {
		t.Error("a file is not a terminal")
	}
}

func TestTable(t *testing.T) {
	var out bytes.Buffer
	table := ui.NewTable(&out, "CLUSTER", "STATUS", "SIZE")
	table.Row("graph", "available", 12)
	table.Row("a-longer-name", "", "two\nlines")
	if err := table.Flush(); err != nil {
		t.Fatal(err)
	}
	want := "" +
		"CLUSTER        STATUS     SIZE\n" +
		"graph          available  12\n" +
		"a-longer-name  -          two lines\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestProgressLines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		p := ui.NewProgress(&out)
		task := p.Task("nightly-1")
		task.Show(ui.State{Status: "STARTING"})
		<-time.After(90 * time.Second)
		task.Show(ui.State{Status: "STARTING"}) // unchanged
		<-time.After(30 * time.Second)
		task.Show(ui.State{Status: "IN_PROGRESS", Percent: 45, Gigabytes: 3})
		<-time.After(time.Hour)
		task.Show(ui.State{Status: "COMPLETE", Percent: 100, Gigabytes: 7, Last: true})
		p.Print("that was it")
		row := p.Row("graph")
		row.Show(ui.State{Status: "stopping"})
		<-time.After(5 * time.Minute)
		row.Show(ui.State{Status: "stopped", Last: true})
		p.Close()
		want := "" +
			"nightly-1    0 %  0s  STARTING\n" +
			"nightly-1   45 %  3 GB  2m0s  IN_PROGRESS\n" +
			"nightly-1  100 %  7 GB  1h2m0s  COMPLETE\n" +
			"that was it\n" +
			"graph  0s  stopping\n" +
			"graph  5m0s  stopped\n"
		if diff := cmp.Diff(want, out.String()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestProgressBars(t *testing.T) {
	var out bytes.Buffer
	p := ui.NewBars(&out)
	var wg sync.WaitGroup
	for _, name := range []string{"one", "two"} {
		task := p.Task(name)
		wg.Go(func() {
			for i := range int32(101) {
				task.Show(ui.State{Status: "IN_PROGRESS", Percent: i})
			}
			task.Show(ui.State{Status: "COMPLETE", Percent: 100, Gigabytes: 7, Last: true})
		})
	}
	failed := p.Task("three")
	failed.Show(ui.State{Status: "FAILED", Percent: 30, Last: true})
	p.Task("four").Show(ui.State{Status: "STARTING"}) // unchanged at the end
	p.Row("row").Show(ui.State{Status: "available", Last: true})
	p.Print("printed above")
	wg.Wait()
	p.Close()

	last := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	last = last[len(last)-5:]
	for i, want := range [][]string{
		{"one", "100 %  7 GB ", "COMPLETE"}, {"two", "100 %  7 GB ", "COMPLETE"},
		{"three", "30 %", "FAILED"}, {"four", "0 %", "STARTING"}, {"row", "  0s  availab"},
	} {
		for _, text := range want {
			if !strings.Contains(last[i], text) {
				t.Errorf("line %d is %q, want %q in it", i, last[i], text)
			}
		}
	}
}
