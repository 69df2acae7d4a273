package compare_test

import (
	"flag"
	"go/types"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// imports maps the imports of a program written for the SDK to their
// replacements.
var imports = map[string]string{
	sdkRoot + "/aws":                   ownRoot,
	sdkRoot + "/config":                ownRoot + "/awsconfig",
	sdkRoot + "/credentials":           ownRoot + "/awsconfig",
	sdkRoot + "/service/neptune":       ownRoot + "/neptune",
	sdkRoot + "/service/neptune/types": ownRoot + "/neptune/types",
	sdkRoot + "/service/rds":           ownRoot + "/rds",
	sdkRoot + "/service/rds/types":     ownRoot + "/rds/types",
}

// TestAbsent compares the page with the names that the packages of the SDK have
// and ours lack. TestSurface covers the names that belong to the clients of
// these services.
func TestAbsent(t *testing.T) {
	page, err := os.ReadFile(migrationPage)
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "\n## What the packages")
	section, _, _ = strings.Cut(section, "\n## ")
	var paths []string
	for theirs, ours := range imports {
		paths = append(paths, theirs, ours)
	}
	packages := declarations(t, paths...)
	missing, lines := 0, "\n"
	for _, name := range []string{"/aws", "/config", "/credentials"} {
		_, text, _ := strings.Cut(section, "\n### `"+strings.TrimPrefix(name, "/")+"`")
		text, _, _ = strings.Cut(text, "\n### ")
		listed := expect(make(map[string]string))
		for row := range strings.Lines(text) {
			if cells := strings.Split(row, "|"); len(cells) == 4 {
				for i, pattern := range strings.Split(cells[1], "`") {
					if i%2 == 1 {
						listed.reasons[pattern] = strings.TrimSpace(cells[2])
					}
				}
			}
		}
		for _, base := range absent(packages[sdkRoot+name].Scope(), packages[imports[sdkRoot+name]].Scope()) {
			listed.add(base, "is not here, and the page does not say so")
			missing++
			lines += strings.TrimPrefix(name, "/") + " " + base + "\n"
		}
		t.Run(strings.TrimPrefix(name, "/"), listed.check)
	}
	for _, name := range []string{"/service/neptune", "/service/neptune/types", "/service/rds", "/service/rds/types"} {
		for _, base := range absent(packages[sdkRoot+name].Scope(), packages[imports[sdkRoot+name]].Scope()) {
			if !foundOtherwise.MatchString(base) {
				lines += strings.TrimPrefix(name, "/") + " " + base + "\n"
			}
		}
	}
	t.Logf("%d names", missing)
	const names = "../../cmd/nereidmigrate/absent.txt"
	if *update {
		if err := os.WriteFile(names, []byte(lines), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(names); err != nil || string(text) != lines {
		t.Errorf("%s is not what the packages lack: go test -run TestAbsent . -update writes it (%v)", names, err)
	}
}

// foundOtherwise matches names that nereidmigrate looks up among the methods of
// the clients, and names that belong to the SDK's serialization.
var foundOtherwise = regexp.MustCompile(`(Input|Output|APIClient|Paginator|PaginatorOptions)$|^Client\.|\.(Serialize|SerializeMembers|Deserialize)$`)

var update = flag.Bool("update", false, "write the files that tests compare")

// absent returns the exported names that theirs has and ours lacks, and the
// members and methods missing in names that both have.
func absent(theirs, ours *types.Scope) (names []string) {
	for _, name := range theirs.Names() {
		their, our := theirs.Lookup(name), ours.Lookup(name)
		if !their.Exported() {
			continue
		}
		if our == nil {
			names = append(names, name)
			continue
		}
		if _, ok := their.(*types.TypeName); !ok {
			continue
		}
		have := membersOf(our.Type())
		for member := range membersOf(their.Type()) {
			if !have[member] {
				names = append(names, name+"."+member)
			}
		}
	}
	slices.Sort(names)
	return names
}

func membersOf(of types.Type) map[string]bool {
	names := make(map[string]bool)
	if s, ok := of.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			names[f.Name()] = f.Exported()
		}
	}
	if !types.IsInterface(of) {
		of = types.NewPointer(types.Unalias(of))
	}
	for m := range types.NewMethodSet(of).Methods() {
		names[m.Obj().Name()] = m.Obj().Exported()
	}
	maps.DeleteFunc(names, func(_ string, exported bool) bool { return !exported })
	return names
}
