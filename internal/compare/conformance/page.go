package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// peers are the modules that the tests compare with this module, or use to make
// the comparison.
var peers = []string{
	"github.com/aws/aws-sdk-go-v2",
	"github.com/aws/aws-sdk-go-v2/service/rds",
	"github.com/aws/aws-sdk-go-v2/service/neptune",
	"github.com/aws/aws-sdk-go",
	"github.com/aws/smithy-go",
	"github.com/aws/smithy-go/aws-http-auth",
	"pgregory.net/rapid",
}

const (
	comparePackage = "internal/compare"
	interopPackage = "internal/compare/interop"
)

// A page is the page to write and the data for it.
type page struct {
	bytes.Buffer

	goVersion string
	modules   []string // with their versions
	vectors   bool     // whether the vectors ran
	tests     tests
}

func (p *page) linef(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// table writes a table.
func (p *page) table(head []string, rows [][]string) {
	p.linef("| %s |", strings.Join(head, " | "))
	p.linef("|%s", strings.Repeat("---|", len(head)))
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = strings.ReplaceAll(cell, "|", `\|`)
		}
		p.linef("| %s |", strings.Join(cells, " | "))
	}
	p.linef("")
}

func (p *page) write() ([]byte, error) {
	p.linef("# Comparison with the SDK and others")
	p.linef("")
	p.linef("Written by `make conformance`; do not edit. The command runs all tests on this page, and fails if it finds a difference")
	p.linef("that is not listed. The consequences for programs that move from the SDK are in [migration.md](migration.md).")
	p.linef("")
	p.with()
	if err := p.compared(); err != nil {
		return nil, err
	}
	p.interop()
	if err := p.differ(); err != nil {
		return nil, err
	}
	p.generations()
	p.surface()
	p.vectorFamilies()
	return append(bytes.TrimSpace(p.Bytes()), '\n'), nil
}

func (p *page) with() {
	p.linef("## Compared versions")
	p.linef("")
	var rows [][]string
	for _, module := range p.modules {
		name, version, _ := strings.Cut(module, " ")
		rows = append(rows, []string{"`" + name + "`", version})
	}
	for _, line := range p.tests.lines(interopPackage, "TestBoto3") {
		if v := boto3Version(line); v != "" {
			rows = append(rows, []string{"boto3", v})
		}
	}
	for _, line := range p.tests.lines(interopPackage, "TestAWSCLI") {
		if v, ok := strings.CutPrefix(line, "aws-cli/"); ok {
			rows = append(rows, []string{"AWS CLI", strings.Fields(v)[0]})
		}
	}
	for _, line := range p.tests.lines(interopPackage, "TestJavaScript") {
		if v, ok := strings.CutPrefix(line, "SDK for JavaScript, node: "); ok {
			rows = append(rows, []string{"SDK for JavaScript, `@aws-sdk/client-rds`", strings.Fields(v)[0]})
		}
	}
	p.table([]string{"", "version"}, append(rows, []string{"Go", strings.TrimPrefix(p.goVersion, "go")}))
}

// generations writes the section on what the SDK's newer clients do differently
// from both the SDK's older clients and Nereid's clients.
func (p *page) generations() {
	p.linef("## Differences of the newer generation of the SDK")
	p.linef("")
	p.linef("There are two generations of the SDK's clients. `neptune` belongs to the older generation, which has functions for each shape. `rds`")
	p.linef("belongs to the newer generation since v1.133.0, which has schemas. Nereid is compared with both. The table lists where the newer")
	p.linef("generation differs. Its source does not list the faults of each operation; the tests read them from the source of `rds` v1.132.0.")
	p.linef("")
	var rows [][]string
	for _, name := range p.tests.names(comparePackage) {
		for _, d := range differences(p.tests.lines(comparePackage, name), "newer generation") {
			what := strings.SplitN(d.reason, ": ", 2) // the text after the service's name
			row := []string{what[0], what[1], "`" + name + "`"}
			if !slices.ContainsFunc(rows, func(have []string) bool { return have[0] == row[0] }) {
				rows = append(rows, row)
			}
		}
	}
	p.table([]string{"difference", "why", "test"}, rows)
}

// compared writes the counts of all tests that compare this module with the
// SDK. If a test has no description, its first table cell is empty.
func (p *page) compared() error {
	p.linef("## Compared with the SDK for Go")
	p.linef("")
	p.linef("For every operation that Nereid has, both clients get the same input, in one process. The first column says what is compared.")
	p.linef("")
	var rows [][]string
	for _, c := range comparisons {
		if err := p.passed(comparePackage, c.test); err != nil {
			return err
		}
		rows = append(rows, []string{c.what, p.tests.cases(comparePackage, c.test), "`" + c.test + "`"})
	}
	for _, name := range p.tests.names(comparePackage) {
		if !slices.ContainsFunc(comparisons, func(c comparison) bool { return c.test == name }) {
			rows = append(rows, []string{"", p.tests.cases(comparePackage, name), "`" + name + "`"})
		}
	}
	p.table([]string{"what", "cases", "test in internal/compare"}, rows)
	return nil
}

func (p *page) passed(pkg, test string) error {
	if p.tests.ended(pkg, test) != "pass" {
		return fmt.Errorf("%s of %s, which the page lists, did not pass", test, pkg)
	}
	return nil
}

// interop writes the results of other programs that use the fake.
func (p *page) interop() {
	names := p.tests.names(interopPackage)
	if len(names) == 0 {
		return
	}
	p.linef("## The fake, used by other programs")
	p.linef("")
	p.linef("Other clients and programs create, change and delete clusters, snapshots, global databases, exports and the other resources of")
	p.linef("Neptune on the server of `nereidtest`. They use pages, waiters, filters, faults and signatures.")
	p.linef("")
	var rows [][]string
	for _, name := range names {
		who, cases := "SDK for Go", p.tests.cases(interopPackage, name)
		switch {
		case strings.HasPrefix(name, "TestBoto3"):
			who, cases = "boto3", p.boto3(name)
		case strings.HasPrefix(name, "TestAWSCLI"):
			who = "AWS CLI"
		case strings.HasPrefix(name, "TestJavaScript"):
			who = "SDK for JavaScript"
		case strings.HasPrefix(name, "TestSDKv1"):
			who = "SDK for Go, version 1"
		case strings.Contains(name, "Moto"):
			who = "Nereid, with moto instead of the fake"
		}
		if p.tests.ended(interopPackage, name) == "skip" {
			cases = "skipped: " + strings.Join(p.tests.lines(interopPackage, name), " ")
		}
		rows = append(rows, []string{who, cases, "`" + name + "`"})
	}
	slices.SortFunc(rows, slices.Compare)
	p.table([]string{"who", "cases", "test in internal/compare/interop"}, rows)
}

// boto3Version returns the version in a log line of the boto3 tests, or "".
func boto3Version(line string) string {
	v, ok := strings.CutPrefix(line, "boto3, botocore, python: ")
	if f := strings.Fields(v); ok && len(f) > 0 {
		return f[0]
	}
	return ""
}

// boto3 returns the number of steps that each version of boto3 completed in a test.
func (p *page) boto3(test string) string {
	var all []string
	for _, name := range p.tests.within(interopPackage, test) {
		version, steps := "", ""
		for _, line := range p.tests[interopPackage][name].lines {
			if v := boto3Version(line); v != "" {
				version = v
			} else if counted.MatchString(line) {
				steps = line
			}
		}
		if version != "" {
			all = append(all, version+": "+steps)
		}
	}
	return strings.Join(all, "; ")
}

// differ writes the differences in requests and responses.
func (p *page) differ() error {
	p.linef("## Differences in requests and responses, with reasons")
	p.linef("")
	var rows [][]string
	for _, b := range behaviours {
		pkg := comparePackage
		if b.pkg != "" {
			pkg = b.pkg
		}
		if pkg != comparePackage && !p.vectors {
			continue
		}
		if err := p.passed(pkg, b.test); err != nil {
			return err
		}
		rows = append(rows, []string{b.what, b.sdk, b.ours, b.why, strings.TrimSpace(b.pkg + " `" + b.test + "`")})
	}
	p.table([]string{"difference", "SDK", "Nereid", "why", "test"}, rows)
	return nil
}

// surface writes the differences in declarations.
func (p *page) surface() {
	all := differences(p.tests.lines(comparePackage, "TestSurface"), "differs")
	p.linef("## Differences in declarations, with reasons")
	p.linef("")
	p.linef("%d declarations, members and methods. Names that several clients or waiters share are listed once.", len(all))
	p.linef("")
	for i := range all {
		all[i].name = surfaceName(all[i].name)
	}
	p.table([]string{"why", "which"}, group(all))
}

var waiterOptions = regexp.MustCompile(`^\w+WaiterOptions\.`)

// surfaceName returns a name without the prefixes that many names share.
func surfaceName(name string) string {
	for _, pkg := range []string{"rds", "neptune"} {
		if rest, ok := strings.CutPrefix(name, pkg+"/"); ok {
			name = rest
		} else if rest, ok := strings.CutPrefix(name, pkg+"."); ok {
			name = rest
		}
	}
	return "`" + waiterOptions.ReplaceAllString(name, "…WaiterOptions.") + "`"
}

// group returns a row for each reason, with the names that it applies to.
func group(all []difference) [][]string {
	var rows [][]string
	names := make(map[string][]string)
	for _, d := range all {
		if names[d.reason] == nil {
			rows = append(rows, []string{d.reason})
		}
		names[d.reason] = append(names[d.reason], d.name)
	}
	for i, row := range rows {
		of := names[row[0]]
		slices.Sort(of)
		rows[i] = append(row, strings.Join(slices.Compact(of), ", "))
	}
	return rows
}
