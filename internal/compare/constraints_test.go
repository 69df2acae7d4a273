package compare_test

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestConstraints finds numbers and values that the SDK's comment of an input
// member documents as constraints or defaults, and that our comment does not have.
func TestConstraints(t *testing.T) {
	facts := 0
	for _, service := range []string{"neptune", "rds"} {
		theirs := memberComments(t, "github.com/aws/aws-sdk-go-v2/service/"+service)
		for name, ours := range memberComments(t, "github.com/nereid-go/nereid/"+service) {
			full := service + "." + name
			var missing []string
			for _, fact := range constraints(theirs[name]) {
				if facts++; !hasWord(ours, fact) {
					missing = append(missing, fact)
				}
			}
			_, excused := unconstrained[full]
			switch excused = excused || elsewhere.MatchString(ours); {
			case len(missing) > 0 && !excused:
				t.Errorf("%s: the comment does not have %q: %s", full, missing, strings.Join(strings.Fields(ours), " "))
			case len(missing) == 0 && unconstrained[full] != "":
				t.Errorf("%s has all facts: remove it from the exceptions", full)
			}
		}
	}
	if facts < 300 {
		t.Errorf("only %d facts were found in the SDK", facts)
	}
	t.Logf("%d facts", facts)
}

// elsewhere matches comments of members that do not apply, that refer to the rules
// of another member, or that name an existing resource, whose name AWS has checked.
var elsewhere = regexp.MustCompile(`Not (supported|applicable|used)|other engines only|Leave it nil|Deprecated:|same rules as in|(An|Required\. An|Name of an) (existing|available) `)

// unconstrained are the members whose comments leave facts out, with the reasons.
var unconstrained = map[string]string{
	"rds.CreateDBInstanceInput.AllocatedStorage":                   "the ranges of each engine and storage type are on the AWS page",
	"rds.CreateDBInstanceInput.DBName":                             "the rules of each engine are on the AWS page",
	"rds.RestoreDBInstanceFromS3Input.MasterUserPassword":          "AWS lists the maximum of other engines, too",
	"rds.RestoreDBInstanceFromDBSnapshotInput.DomainAuthSecretArn": "64 characters cannot be the maximum of an ARN",
	"rds.RestoreDBInstanceToPointInTimeInput.DomainAuthSecretArn":  "64 characters cannot be the maximum of an ARN",
}

// memberComments returns the comments of the members of inputs, by INPUT.MEMBER.
func memberComments(t *testing.T, path string) map[string]string {
	t.Helper()
	comments := make(map[string]string)
	for _, decl := range source(t, path, "*.go") {
		d, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range d.Specs {
			typ, ok := spec.(*ast.TypeSpec)
			if !ok || !strings.HasSuffix(typ.Name.Name, "Input") {
				continue
			}
			if s, ok := typ.Type.(*ast.StructType); ok {
				for _, f := range s.Fields.List {
					for _, n := range f.Names {
						comments[typ.Name.Name+"."+n.Name] = f.Doc.Text()
					}
				}
			}
		}
	}
	return comments
}

var (
	ranges = regexp.MustCompile(`(?:^|[^-\w.])(\d+)(?: to | - |-| and | through )(\d+)(?:[^-\w]|$)`)
	limits = regexp.MustCompile(`(?i)(?:up to|minimum|maximum|at least|at most|can't be longer than|cannot exceed|default:?)(?: of)? (\d+)\b`)
	values = regexp.MustCompile(`(?i)(?:valid )?values?: ((?:\S+ \| )+\S+)`)
)

// constraints returns the ranges, limits and enumerated values in a comment.
func constraints(comment string) (facts []string) {
	text := strings.ReplaceAll(strings.Join(strings.Fields(comment), " "), ",", "")
	for _, m := range ranges.FindAllStringSubmatch(text, -1) {
		facts = append(facts, m[1:]...)
	}
	for _, m := range limits.FindAllStringSubmatch(text, -1) {
		facts = append(facts, m[1])
	}
	for _, m := range values.FindAllStringSubmatch(text, -1) {
		for v := range strings.SplitSeq(m[1], " | ") {
			facts = append(facts, strings.Trim(v, ".`"))
		}
	}
	slices.Sort(facts)
	return slices.Compact(facts)
}

// hasWord reports whether a text has a word or number, case-insensitively.
func hasWord(text, word string) bool {
	return regexp.MustCompile(`(?i)(^|[^\w])` + regexp.QuoteMeta(word) + `($|[^\w])`).MatchString(strings.ReplaceAll(text, ",", ""))
}
