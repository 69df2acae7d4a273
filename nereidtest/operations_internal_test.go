package nereidtest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// TestOperationSignatures looks at each exported method of region, which the
// server calls as an operation.
func TestOperationSignatures(t *testing.T) {
	typ := reflect.TypeFor[*region]()
	for i := range typ.NumMethod() {
		m := typ.Method(i)
		f := m.Type
		if f.NumIn() != 2 || f.In(1).Kind() != reflect.Pointer || f.NumOut() != 2 || f.Out(0).Kind() != reflect.Pointer ||
			f.Out(1) != reflect.TypeFor[error]() {
			t.Errorf("%s is not a func(*input) (*output, error)", m.Name)
			continue
		}
		if want := strings.ToLower(m.Name[:1]) + m.Name[1:] + "Input"; f.In(1).Elem().Name() != want {
			t.Errorf("%s takes a %s, want a %s", m.Name, f.In(1).Elem().Name(), want)
		}
	}
}

// TestInputsAreUnions compares the requests of the clients with those that the
// server reads: an operation of either client is known, and each member that a
// client sends has a place.
func TestInputsAreUnions(t *testing.T) {
	for _, client := range []reflect.Type{reflect.TypeFor[*neptune.Client](), reflect.TypeFor[*rds.Client]()} {
		for i := range client.NumMethod() {
			m := client.Method(i)
			if m.Type.NumIn() != 4 || m.Type.In(2).Kind() != reflect.Pointer || m.Type.In(2).Elem().Name() != m.Name+"Input" {
				continue
			}
			op, ok := operationOf(m.Name)
			if !ok {
				t.Errorf("region has no method %s", m.Name)
				continue
			}
			compareMembers(t, client.String()+"."+m.Name, m.Type.In(2), op.method.Type.In(1))
		}
	}
}

// TestOutputsAreRead compares the outputs of the server with those that the clients
// read: each member is one of either client, and has the same name there.
func TestOutputsAreRead(t *testing.T) {
	neptuneClient, rdsClient := reflect.TypeFor[*neptune.Client](), reflect.TypeFor[*rds.Client]()
	typ := reflect.TypeFor[*region]()
	for i := range typ.NumMethod() {
		op := typ.Method(i)
		var read []reflect.Type
		for _, client := range []reflect.Type{neptuneClient, rdsClient} {
			if m, ok := client.MethodByName(op.Name); ok {
				read = append(read, m.Type.Out(0).Elem())
			}
		}
		for f := range fields(op.Type.Out(0).Elem()) {
			found := false
			for _, out := range read {
				if theirs, ok := out.FieldByName(f.Name); ok {
					found = true
					if got, want := f.Tag.Get("query"), theirs.Tag.Get("query"); got != want {
						t.Errorf("%s: the server's %s has the tag %q, that of %s %q", op.Name, f.Name, got, out, want)
					}
				}
			}
			if !found && f.Name != "ResultMetadata" {
				t.Errorf("%s: no client reads %s", op.Name, f.Name)
			}
		}
	}
}

func compareMembers(t *testing.T, path string, sent, read reflect.Type) {
	for _, typ := range []*reflect.Type{&sent, &read} {
		for (*typ).Kind() == reflect.Pointer || (*typ).Kind() == reflect.Slice {
			*typ = (*typ).Elem()
		}
	}
	if sent.Kind() != read.Kind() || sent.String() == "time.Time" {
		if sent != read {
			t.Errorf("%s is a %s, and the server reads a %s", path, sent, read)
		}
		return
	}
	if sent.Kind() != reflect.Struct {
		return
	}
	for f := range fields(sent) {
		name, tag, _ := strings.Cut(f.Tag.Get("query"), ",")
		if name == "-" {
			continue
		}
		mine, ok := read.FieldByName(f.Name)
		if !ok {
			t.Errorf("the server does not read %s.%s", path, f.Name)
			continue
		}
		myName, myTag, _ := strings.Cut(mine.Tag.Get("query"), ",")
		if itemOption(tag) != itemOption(myTag) || name != myName {
			t.Errorf("%s.%s has the tag %q, and the server's %q", path, f.Name, f.Tag, mine.Tag)
		}
		compareMembers(t, path+"."+f.Name, f.Type, mine.Type)
	}
}

func fields(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// itemOption is the option of a query tag that names the elements of a list.
func itemOption(options string) string {
	for option := range strings.SplitSeq(options, ",") {
		if name, ok := strings.CutPrefix(option, "item="); ok {
			return name
		}
	}
	return ""
}
