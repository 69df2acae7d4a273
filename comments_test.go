package nereid_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryExportedNameIsExplained finds exported names of the public packages
// without a comment, and comments that say no more than the name.
func TestEveryExportedNameIsExplained(t *testing.T) {
	for _, dir := range []string{".", "awsconfig", "describe", "neptune", "neptune/types", "nereidtest", "rds", "rds/types"} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			path := filepath.Join(dir, e.Name())
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			names := explained(func(pos token.Pos, name, comment string, covered bool) {
				switch {
				case covered && comment == "":
				case strings.TrimSpace(comment) == "":
					t.Errorf("%s: %s has no comment", fset.Position(pos), name)
				case len(news(name, comment)) == 0:
					t.Errorf("%s: the comment of %s says no more than the name: %s", fset.Position(pos), name, strings.TrimSpace(comment))
				}
			})
			for _, decl := range file.Decls {
				names.decl(decl)
			}
		}
	}
}

// TestNews checks that TestEveryExportedNameIsExplained can fail.
func TestNews(t *testing.T) {
	for _, c := range []struct {
		name, comment string
		want          bool
	}{
		{"T.DBClusterArn", "The ARN of the DB cluster.", false},
		{"T.StorageTypes", "StorageTypes are the types of storage.", false},
		{"T.StorageType", "gp3 or io2.", true},
		{"T.Port", "TCP port.", true},
		{"NewThing", "NewThing returns a new Thing.", false},
	} {
		if got := len(news(c.name, c.comment)) > 0; got != c.want {
			t.Errorf("news(%s, %q) = %t", c.name, c.comment, got)
		}
	}
}

// explained is called with each exported name and its comment. covered reports whether the previous
// comment in the struct mentions the name.
type explained func(pos token.Pos, name, comment string, covered bool)

func (x explained) decl(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			receiver := receiverName(d.Recv.List[0].Type)
			if !ast.IsExported(receiver) || ofInterface[name] {
				return
			}
			name = receiver + "." + name
		}
		if d.Name.IsExported() {
			x(d.Name.Pos(), name, d.Doc.Text(), false)
		}
	case *ast.GenDecl:
		single := ""
		if !d.Lparen.IsValid() {
			single = d.Doc.Text()
		}
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					x(s.Name.Pos(), s.Name.Name, single+s.Doc.Text(), false)
					x.fields(s.Name.Name, s.Type)
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if n.IsExported() {
						x(n.Pos(), n.Name, single+s.Doc.Text()+s.Comment.Text(), false)
					}
				}
			}
		}
	}
}

// fields calls the function for the members of a struct. Methods of interfaces
// have the comments of the types that implement them.
func (x explained) fields(of string, typ ast.Expr) {
	s, ok := typ.(*ast.StructType)
	if !ok {
		return
	}
	doc := ""
	for _, f := range s.Fields.List {
		if f.Doc != nil {
			doc = f.Doc.Text()
		}
		for _, n := range f.Names {
			if n.IsExported() && !explainedElsewhere[n.Name] && !explainedElsewhere[of+"."+n.Name] {
				x(n.Pos(), of+"."+n.Name, f.Doc.Text()+f.Comment.Text(), slices.Contains(strings.Fields(doc), n.Name))
			}
		}
	}
}

// explainedElsewhere are members that one comment explains for all structs, or
// the comment of their struct.
var explainedElsewhere = map[string]bool{
	"ResultMetadata":    true, // see nereid.CallInfo
	"Message":           true, // of faults, see types/errors.go
	"ErrorCodeOverride": true,
	"Permission.Action": true, "Permission.Resource": true,
}

// ofInterface are methods of errors and of fmt, which have a standard meaning.
var ofInterface = map[string]bool{
	"Error": true, "ErrorCode": true, "ErrorMessage": true, "ErrorFault": true, "ErrorCategory": true, "Is": true, "Unwrap": true, "String": true,
}

func receiverName(typ ast.Expr) string {
	switch e := typ.(type) {
	case *ast.StarExpr:
		return receiverName(e.X)
	case *ast.IndexExpr:
		return receiverName(e.X)
	case *ast.IndexListExpr:
		return receiverName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

var wordOf = regexp.MustCompile(`[A-Z]+(?:s\b|[a-z0-9]*)|[a-z0-9]+|\[`)

// fillers are words that say nothing about a name.
const fillers = " a an the of is are it its in for to and or this that with has have be can which new returns return "

// news returns the words of a comment that are not in the name.
func news(name, comment string) (more []string) {
	known := make(map[string]bool)
	for _, w := range wordOf.FindAllString(name, -1) {
		known[strings.TrimSuffix(strings.ToLower(w), "s")] = true
	}
	flat := strings.ToLower(name)
	for _, w := range wordOf.FindAllString(comment, -1) {
		w = strings.ToLower(w)
		if !strings.Contains(fillers, " "+w+" ") && !known[strings.TrimSuffix(w, "s")] && !strings.Contains(flat, w) {
			more = append(more, w)
		}
	}
	return more
}
