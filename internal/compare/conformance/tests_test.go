package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const stream = `{"Action":"start","Package":"github.com/nereid-go/nereid/rds"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA","Output":"=== RUN   TestA\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA/rds/X","Output":"    a_test.go:23: [rapid] OK, passed 100 tests (22ms)\n"}
{"Action":"pass","Package":"github.com/nereid-go/nereid/rds","Test":"TestA/rds/X"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA/rds/Y","Output":"    a_test.go:23: [rapid] OK, passed 100 tests (22ms)\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA/rds","Output":"    s_test.go:83: 21 operations\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA","Output":"    s_test.go:9: unmet: v1-042 (For: a region): later rules: others\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA","Output":"    s_test.go:9: differs: rds.Options.X: added here\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestA","Output":"        s_test.go has more to say\n"}
{"Action":"pass","Package":"github.com/nereid-go/nereid/rds","Test":"TestA"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestB/one","Output":"ok\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestB/two","Output":"ok\n"}
{"Action":"output","Package":"github.com/nereid-go/nereid/rds","Test":"TestC","Output":"    c_test.go:1: it broke\n"}
{"Action":"fail","Package":"github.com/nereid-go/nereid/rds","Test":"TestC"}
{"Action":"skip","Package":"github.com/nereid-go/nereid/rds","Test":"TestD"}
`

func parsed(t *testing.T) tests {
	t.Helper()
	ts := make(tests)
	failed, err := ts.read(strings.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	if want := "    c_test.go:1: it broke\n"; failed != want {
		t.Errorf("failed: %q, want %q", failed, want)
	}
	return ts
}

func TestRead(t *testing.T) {
	ts := parsed(t)
	ended := make(map[string]string)
	for _, name := range []string{"TestA", "TestC", "TestD", "TestE"} {
		ended[name] = ts.ended("rds", name)
	}
	if diff := cmp.Diff(map[string]string{"TestA": "pass", "TestC": "fail", "TestD": "skip", "TestE": ""}, ended); diff != "" {
		t.Error(diff)
	}
	if _, err := ts.read(strings.NewReader("no JSON")); err == nil {
		t.Error("reads what is no JSON")
	}
}

func TestCases(t *testing.T) {
	ts := parsed(t)
	for test, want := range map[string]string{"TestA": "rds: 21 operations; 200 generated", "TestB": "2 cases", "TestC": "passed"} {
		if got := ts.cases("rds", test); got != want {
			t.Errorf("%s: %q, want %q", test, got, want)
		}
	}
}

func TestDifferences(t *testing.T) {
	lines := parsed(t).lines("rds", "TestA")
	if diff := cmp.Diff([]difference{{"rds.Options.X", "added here"}}, differences(lines, "differs"), cmp.AllowUnexported(difference{})); diff != "" {
		t.Error(diff)
	}
	got := unmet("endpoints", []string{"unmet: v1-042 (For a region): later rules: others", "not met: a/b: too old"})
	want := []difference{{"endpoints `v1-042`", "later rules: others"}, {"endpoints `a/b`", "too old"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(difference{})); diff != "" {
		t.Error(diff)
	}
}

func TestGroup(t *testing.T) {
	got := group([]difference{
		{"`rds.Options.A`", "one"}, {"`neptune.Options.A`", "one"}, {"`rds.Options.B`", "two"}, {"`rds.Options.A`", "one"},
	})
	want := [][]string{{"one", "`neptune.Options.A`, `rds.Options.A`"}, {"two", "`rds.Options.B`"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestShort(t *testing.T) {
	for line, want := range map[string]string{
		"48 documents: map[ok-or-error: accepted:4 ok: accepted:16 refused as UTF-16 (so):1]": "48 documents: 4 ok-or-error: accepted, 16 ok: accepted, 1 refused as UTF-16 (so)",
		"143 documents: map[of these, readable:9 refused:87]":                                 "143 documents: 87 refused",
		"vectors retry: 15 met, 0 not met, 5 of operations that Nereid lacks":                 "15 met, 0 not met, 5 of operations that Nereid lacks",
		"vectors xml: 15 met, 1 not met, 0 of operations that Nereid lacks":                   "15 met, 1 not met",
		"not in this package: 3 operations: A B C":                                            "",
		"not met: x: y": "",
		"3 URLs":        "3 URLs",
	} {
		if got := short(line); got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
		}
	}
}

func TestSurfaceName(t *testing.T) {
	for name, want := range map[string]string{
		"rds.DBClusterAvailableWaiterOptions.OnPoll": "`…WaiterOptions.OnPoll`",
		"neptune.Options.Interceptors":               "`Options.Interceptors`",
		"aws.Config.EndpointOptions":                 "`aws.Config.EndpointOptions`",
		"neptune/types.DBCluster.NetworkType":        "`types.DBCluster.NetworkType`",
	} {
		if got := surfaceName(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
