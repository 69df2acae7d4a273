package main

import (
	"regexp"
	"slices"
	"strings"
)

// vectorPackages are the packages whose tests read the vectors.
var vectorPackages = []string{
	"rds", "neptune", "rds/types", "neptune/types", "internal/awsquery", "internal/xmlscan",
	"internal/sigv4", "internal/endpoint", "internal/retry", "nereidtest",
}

// families contains the names of the vector files that a test reads, by package and
// test. It lists only tests whose logs do not contain these names.
var families = map[string]string{
	"rds/types TestFaultVectors":             "service-errors",
	"neptune/types TestFaultVectors":         "service-errors",
	"nereidtest TestErrorVectors":            "service-errors",
	"internal/awsquery TestRequestVectors":   "awsquery-requests",
	"internal/awsquery TestResponseVectors":  "awsquery-responses",
	"internal/awsquery TestErrorVectors":     "service-errors, golden-responses",
	"internal/awsquery TestNastyVectors":     "xml-nasty",
	"internal/xmlscan TestWellFormedVectors": "xml-wellformed",
	"internal/xmlscan TestNastyVectors":      "xml-nasty",
	"internal/sigv4 TestVectors":             "sigv4",
	"internal/sigv4 TestVerifyVectors":       "sigv4, by the verifier",
	"internal/sigv4 TestPresignVectors":      "presign-crossregion",
	"internal/endpoint TestVectors":          "endpoints",
	"internal/retry TestVectors":             "retry",
}

func (p *page) vectorFamilies() {
	p.linef("## Test vectors")
	p.linef("")
	if !p.vectors {
		p.linef("The vectors did not run: `NEREID_VECTORS` was not set.")
		p.linef("")
		return
	}
	p.linef("Requests, responses, signatures, endpoints and retries that others published or recorded. The service packages test them with a")
	p.linef("complete client, and each other package with its own part of the client. Vectors of operations that Nereid lacks are only counted.")
	p.linef("")
	var rows [][]string
	var missed []difference
	for _, pkg := range vectorPackages {
		for _, name := range p.tests.names(pkg) {
			lines := p.tests.lines(pkg, name)
			family := families[pkg+" "+name]
			var counts []string
			for _, line := range lines {
				if f, ok := strings.CutPrefix(line, "vectors "); ok {
					family, _, _ = strings.Cut(f, ":")
				}
				if s := short(line); s != "" {
					counts = append(counts, strings.TrimPrefix(s, family+": "))
				}
			}
			if family == "" {
				family = name
			}
			rows = append(rows, []string{family, "`" + pkg + "`", strings.Join(counts, "; ")})
			of, _, _ := strings.Cut(family, " ")
			missed = append(missed, unmet(of, lines)...)
		}
	}
	slices.SortFunc(rows, slices.Compare)
	p.table([]string{"vectors", "package", "result"}, rows)
	p.linef("Not met:")
	p.linef("")
	p.table([]string{"why", "which"}, group(longest(missed)))
}

// unmet returns the vectors of a family that a test's log reports as failed.
func unmet(family string, lines []string) []difference {
	var all []difference
	for _, line := range lines {
		name, found := strings.CutPrefix(line, "unmet: ")
		if !found {
			if name, found = strings.CutPrefix(line, "not met: "); !found {
				continue
			}
		}
		name, reason, _ := strings.Cut(name, ": ")
		if id, rest, ok := strings.Cut(name, " ("); ok { // the subject of the case
			name = id
			if !strings.HasSuffix(rest, ")") {
				_, reason, _ = strings.Cut(line, "): ")
			}
		}
		all = append(all, difference{family + " `" + name + "`", reason})
	}
	return all
}

// longest makes all packages that fail a vector give the same reason: the
// longest of their reasons.
func longest(all []difference) []difference {
	best := make(map[string]string)
	for _, d := range all {
		if len(d.reason) > len(best[d.name]) {
			best[d.name] = d.reason
		}
	}
	for i, d := range all {
		all[i].reason = best[d.name]
	}
	return all
}

var (
	counters = regexp.MustCompile(`map\[(.*)\]$`)
	counter  = regexp.MustCompile(`(.+?):(\d+)(?: |$)`)
)

// short shortens a line of a log for the page. If the line does not contain a
// count, short returns "".
func short(line string) string {
	line = strings.TrimPrefix(line, "vectors ")
	if _, rest, ok := strings.Cut(line, ": "); ok && strings.Contains(rest, " not met, ") { // the family has its own column
		line, _, _ = strings.Cut(rest, ", 0 of ")
	}
	if !regexp.MustCompile(`^([\w.-]+: )?\d+ `).MatchString(line) {
		return ""
	}
	m := counters.FindStringSubmatchIndex(line)
	if m == nil {
		return line
	}
	var counts []string
	for _, c := range counter.FindAllStringSubmatch(line[m[2]:m[3]], -1) {
		if !strings.HasPrefix(c[1], "of these") { // already counted
			counts = append(counts, c[2]+" "+c[1])
		}
	}
	return line[:m[0]] + strings.Join(counts, ", ")
}
