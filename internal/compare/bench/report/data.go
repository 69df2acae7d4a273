package main

import (
	"bufio"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

// data holds the measurements.
type data struct {
	Calls *callData `json:"calls,omitempty"`
	Size  *sizeData `json:"size,omitempty"`

	// Profiles contains the profiles for missed goals, by the ID of the goal. Each
	// one lists the functions that use the most time, allocations or bytes.
	Profiles map[string]profile `json:"profiles,omitempty"`
}

// profile is the beginning of a profile.
type profile struct {
	Of    string   `json:"of"`
	Lines []string `json:"lines"`
}

// machine describes the machine that made the measurements, but does not name
// it.
type machine struct {
	CPU      string            `json:"cpu"`
	Cores    int               `json:"cores"`
	Platform string            `json:"platform"`
	Go       string            `json:"go"`
	Modules  map[string]string `json:"modules"`
}

func thisMachine() machine {
	m := machine{
		CPU: "unknown CPU", Cores: runtime.NumCPU(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Go: runtime.Version(), Modules: map[string]string{},
	}
	if f, err := os.Open("/proc/cpuinfo"); err == nil {
		defer f.Close() //nolint:errcheck // was read only
		for s := bufio.NewScanner(f); s.Scan(); {
			if name, value, ok := strings.Cut(s.Text(), ":"); ok && strings.TrimSpace(name) == "model name" {
				m.CPU = strings.TrimSpace(value)
				break
			}
		}
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			if strings.HasPrefix(dep.Path, "github.com/aws/") && !strings.Contains(dep.Path, "/internal/") {
				m.Modules[strings.TrimPrefix(dep.Path, "github.com/aws/")] = dep.Version
			}
		}
	}
	return m
}

// callData has the measurements of calls.
type callData struct {
	Machine  machine        `json:"machine"`
	Rounds   int            `json:"rounds"`
	Batch    string         `json:"batch"`
	Calls    []versus       `json:"calls"`
	Parallel []versus       `json:"parallel"`
	Loopback []versus       `json:"loopback"`
	Parts    []partResult   `json:"parts"`
	Growth   []seriesResult `json:"growth"`
}

// versus is the measurement of one case with both libraries.
type versus struct {
	Name       string       `json:"name"`
	Goroutines int          `json:"goroutines,omitempty"`
	Bytes      int          `json:"bytes"` // size of the reply
	Ours       bench.Sample `json:"ours"`  // medians
	Theirs     bench.Sample `json:"theirs"`
	Time       bench.Spread `json:"time"` // the SDK's cost divided by ours
	Allocs     bench.Spread `json:"allocs"`
}

// partResult is the measurement of a part of a call, for each implementation of
// the part, such as this module's and the SDK's.
type partResult struct {
	Name string      `json:"name"`
	Ways []wayResult `json:"ways"`
}

type wayResult struct {
	Name string       `json:"name"`
	Cost bench.Sample `json:"cost"` // median
	Time bench.Spread `json:"time"` // divided by the time of the first way
}

// seriesResult is the measurement of a case in several sizes.
type seriesResult struct {
	Name   string        `json:"name"`
	Points []pointResult `json:"points"`
}

type pointResult struct {
	Size   int          `json:"size"`
	Bytes  int          `json:"bytes"`
	Ours   bench.Sample `json:"ours"`
	Theirs bench.Sample `json:"theirs"`
}

// sizeData holds the costs that do not depend on the number of calls: the size
// of binaries, the time of builds, and the time of starts.
type sizeData struct {
	Machine machine                `json:"machine"`
	Smithy  string                 `json:"smithy"` // version of smithy-go in a program with only our library
	Binary  map[string]int64       `json:"binary"` // bytes, stripped, by program
	Build   buildData              `json:"build"`
	Init    map[string]initData    `json:"init"`   // by program
	Linked  map[string][]string    `json:"linked"` // operations in a program that calls one
	First   map[string]firstCall   `json:"first"`  // by library
	Kept    map[string][]component `json:"kept"`   // code in a program that bare does not contain
}

// buildData is the CPU time of builds in seconds.
type buildData struct {
	Bare   float64            `json:"bare"`   // time with an empty cache
	Over   map[string]float64 `json:"over"`   // the additional time of a program
	Slow   []component        `json:"slow"`   // our packages with the longest build times
	Rounds int                `json:"rounds"` // of the additional time
}

// initData is the cost of package initialization.
type initData struct {
	Microseconds float64 `json:"us"` // of packages outside of the standard library
	Bytes        int     `json:"bytes"`
	Allocs       int     `json:"allocs"`

	StdMicroseconds float64 `json:"std_us"` // of standard library packages that bare does not have
	StdBytes        int     `json:"std_bytes"`

	Packages []component `json:"packages"` // outside of the standard library, in microseconds
}

// firstCall is in microseconds.
type firstCall struct {
	First  float64 `json:"first"`
	Second float64 `json:"second"`
}

// component is a package and its share of a sum.
type component struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}
