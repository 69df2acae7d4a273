package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/sdk"
)

// clientSection returns the code that op adds to the file of its resource: the
// two structs, the descriptor, the method, the paginator and the waiters.
func (s *scaffold) clientSection(op *sdk.Operation) section {
	var b strings.Builder
	name, pkg := op.Name, s.sdk.Name
	in, out := s.sdk.Structs[name+"Input"], s.sdk.Structs[name+"Output"]

	fmt.Fprintf(&b, "// %sInput is the input of [Client.%s].\ntype %sInput struct {\n%s}\n\n", name, name, name, s.fields(in, "types."))
	fmt.Fprintf(&b, "// %sOutput is the output of [Client.%s].\ntype %sOutput struct {\n%sResultMetadata middleware.Metadata `query:\"-\"`\n}\n\n",
		name, name, name, s.fields(out, "types."))

	fmt.Fprintf(&b, "var %sOp = operation.Op{\nName: %q,\n%s", lower(name), name, s.faultList(op))
	b.WriteString(effect(name, in))
	if field(in, "SourceRegion") { // the member that names the copy's source is tagged source
		b.WriteString("Presign: &operation.CrossRegion,\n")
	}
	b.WriteString("}\n\n")

	b.WriteString(wrap(name + " …"))
	if documented := s.documented(op); documented != "" {
		b.WriteString("//\n" + wrap("It can fail with "+documented+"."))
	}
	b.WriteString("//\n" + wrap("AWS page: "+s.page(name)))
	fmt.Fprintf(&b, `func (c *Client) %[1]s(ctx context.Context, in *%[1]sInput, optFns ...func(*Options)) (*%[1]sOutput, error) {
	return typed[%[1]sOutput](c.invoke(ctx, &%[2]sOp, in, new(%[1]sOutput), optFns))
}
`, name, lower(name))

	if op.Pages != "" || len(op.Waiters) > 0 {
		fmt.Fprintf(&b, `
// %[1]sAPIClient is the client interface that the paginator and the waiters use.
type %[1]sAPIClient interface {
	%[1]s(context.Context, *%[1]sInput, ...func(*Options)) (*%[1]sOutput, error)
}
`, name)
	}
	item := s.item(out, op.Pages)
	if op.Pages != "" {
		fmt.Fprintf(&b, `
// %[1]sPaginatorOptions are the options of a [%[1]sPaginator].
type %[1]sPaginatorOptions = PaginatorOptions

// A %[1]sPaginator walks the pages of [Client.%[1]s].
type %[1]sPaginator = Paginator[%[1]sInput, %[1]sOutput, %[2]s]

// New%[1]sPaginator returns a paginator that starts at params.Marker, or at the first page if params.Marker is nil.
func New%[1]sPaginator(client %[1]sAPIClient, params *%[1]sInput, optFns ...func(*%[1]sPaginatorOptions)) *%[1]sPaginator {
	return describe.NewPaginator[%[2]s](client.%[1]s, %[3]q, params, optFns)
}
`, name, item, op.Pages)
	}
	for _, waiter := range op.Waiters {
		shape := strings.TrimPrefix(item, "types.")
		kind := lower(strings.TrimPrefix(shape, "DB")) + "s"
		if !s.client[kind] && !s.seen[kind] {
			s.seen[kind] = true
			fmt.Fprintf(&b, "\n// Take the members that identify an item, and the filter for several items, from the facts.\n"+
				"var %s = wait.Resource{\nNoun: %q,\nItems: %q,\nID: \"%sIdentifier\",\nNames: []string{\"%sIdentifier\"},\nStatus: \"Status\",\n}\n",
				kind, strings.ToLower(strings.ReplaceAll(snake(shape), "_", " ")), op.Pages, shape, shape)
		}
		goal := `Wanted: "available", Success: []string{"available"},`
		if strings.HasSuffix(waiter, "Deleted") {
			goal = `Wanted: "deleted", Gone: true, Success: []string{"deleted"},`
		}
		fmt.Fprintf(&b, `
// %[1]sWaiterOptions are the options of a [%[1]sWaiter].
type %[1]sWaiterOptions = WaiterOptions[%[2]sInput, %[2]sOutput, %[3]s]

// A %[1]sWaiter waits until …
type %[1]sWaiter = Waiter[%[2]sInput, %[2]sOutput, %[3]s]

// New%[1]sWaiter returns a waiter for …
func New%[1]sWaiter(client %[2]sAPIClient, optFns ...func(*%[1]sWaiterOptions)) *%[1]sWaiter {
	return describe.NewWaiter(client.%[2]s, core, &%[4]s, &wait.Condition{
		%[5]s
	}, optFns)
}
`, waiter, name, item, kind, goal)
	}
	return section{pkg + "/" + snake(resource(name)) + ".go (or the file of its resource)", b.String()}
}

// item returns the type of the items of a page.
func (s *scaffold) item(out *sdk.Struct, path string) string {
	first, rest, nested := strings.Cut(path, ".")
	for _, f := range out.Fields {
		switch {
		case f.Name != first:
		case nested:
			return s.item(s.sdk.Structs[f.Elem()], rest)
		default:
			return "types." + strings.TrimPrefix(strings.TrimPrefix(f.Type, "[]"), "types.")
		}
	}
	return "types.X"
}

// effect returns the code for a descriptor's Effect field, depending on the
// operation's verb. That code can refer to a resource and to functions that the
// author may still have to write.
func effect(op string, in *sdk.Struct) string {
	verb := op[:len(op)-len(strings.TrimLeft(op[1:], "abcdefghijklmnopqrstuvwxyz"))]
	var kind, members string
	of := lower(strings.TrimPrefix(resource(op), "DB")) + "Resource"
	item := "item.(*types." + resource(op) + ")"
	switch verb {
	case "Describe", "List", "Get", "Download":
		return ""
	case "Create", "Copy", "Restore":
		kind = "Create"
		members = "Made: func(item any) *time.Time { return " + item + ".CreateTime },\n"
	case "Start", "Stop", "Promote":
		kind, members = "Change", "To: []string{\"available\"},\nFrom: []string{\"available\"},\n"
	case "Delete":
		kind = "Delete"
	case "Add", "Remove":
		kind, members = verb, "Has: func(in, item any) bool { return "+item+".Status != nil },\n"
	case "Modify":
		kind, members = "Modify", "During: []string{\"modifying\"},\n"
		for _, f := range in.Fields {
			if strings.HasPrefix(f.Name, "New") && f.Type == "*string" {
				members = "NewID: " + accessor(in, f.Name) + ",\n" + members
			}
		}
	case "Failover":
		kind, members = "Failover", "Writer: isWriter,\n"
	case "Reboot", "Switchover":
		kind = "Once"
	default:
		kind = "LastWriter"
	}
	named := "Resource: &" + of + ",\n"
	if kind == "Once" || kind == "LastWriter" {
		named = fmt.Sprintf("Noun: %q,\n", strings.ReplaceAll(snake(resource(op)), "_", " "))
	}
	return "Effect: &recovery." + kind + "{\n" + named + "ID: " + accessor(in, identifier(op, in)) + ",\n" + members + "},\n"
}

func accessor(in *sdk.Struct, member string) string {
	return "func(in any) *string { return in.(*" + in.Name + ")." + member + " }"
}

// identifier guesses the member that identifies the resource. It is the member
// named after the resource or, if there is none, the first required member.
func identifier(op string, in *sdk.Struct) string {
	var required []string
	for _, f := range in.Fields {
		if f.Required && f.Type == "*string" {
			required = append(required, f.Name)
		}
	}
	for _, suffix := range []string{"Identifier", "Name", "Id"} {
		for _, name := range required {
			if strings.HasSuffix(name, resource(op)+suffix) && !strings.HasPrefix(name, "Source") {
				return name
			}
		}
	}
	if len(required) == 0 {
		return in.Fields[0].Name
	}
	return required[0]
}

// faultList returns the field Faults of a descriptor.
func (s *scaffold) faultList(op *sdk.Operation) string {
	faults := s.faultsOf(op)
	if len(faults) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("Faults: operation.Faults{\n")
	beyond := false
	line := ""
	flush := func() {
		if line != "" {
			b.WriteString(line + "\n")
		}
		line = ""
	}
	for _, f := range faults {
		if f.sister && !beyond {
			beyond = true
			flush()
			name := map[string]string{"rds": "RDS", "neptune": "Neptune"}[s.sister.Name]
			b.WriteString("// Beyond the documentation of this operation, from that of " + name + ":\n")
		}
		entry := "(*types." + f.name + ")(nil),"
		if line != "" && len(line)+len(entry) > 90 {
			flush()
		}
		line = strings.TrimSpace(line + " " + entry)
	}
	flush()
	b.WriteString("},\n")
	return b.String()
}

// documented lists the faults for a comment.
func (s *scaffold) documented(op *sdk.Operation) string {
	var links []string
	for _, name := range op.Faults {
		links = append(links, "[types."+name+"]")
	}
	return enumerate(links)
}

// fields prints a struct's members. Only required and deprecated members have a
// comment. The author writes all others.
func (s *scaffold) fields(shape *sdk.Struct, qualifier string) string {
	var b strings.Builder
	for _, f := range shape.Fields {
		if f.Required {
			b.WriteString("// Required.\n")
		}
		if f.Deprecated {
			b.WriteString("//\n// Deprecated: AWS no longer uses it.\n")
		}
		fmt.Fprintf(&b, "%s %s%s\n", f.Name, s.goType(f.Type, qualifier), s.tag(shape, f))
	}
	return b.String()
}

// goType returns a member's type as written in the service package.
func (s *scaffold) goType(t, qualifier string) string {
	elem := strings.TrimLeft(t, "[]*")
	prefix := t[:len(t)-len(elem)]
	name := strings.TrimPrefix(elem, "types.")
	if s.sdk.Structs[name] != nil || s.sdk.Enums[name] != nil {
		return prefix + qualifier + name
	}
	return prefix + elem
}

// typesSection returns the new shapes.
func (s *scaffold) typesSection() section {
	var b strings.Builder
	for _, shape := range s.structs {
		fmt.Fprintf(&b, "// %s …\n//\n%stype %s struct {\n%s}\n\n", shape.Name, wrap("AWS page: "+s.page(shape.Name)), shape.Name, s.fields(shape, ""))
	}
	return section{s.sdk.Name + "/types/ (the file of the resource)", b.String()}
}

// enumsSection returns the new enums.
func (s *scaffold) enumsSection() section {
	var b strings.Builder
	for _, e := range s.enums {
		fmt.Fprintf(&b, "// %s …\ntype %s string\n\n", e.Name, e.Name)
		fmt.Fprintf(&b, "// The values of [%s] that are known to this version; the service may send others.\nconst (\n", e.Name)
		var names []string
		for _, v := range e.Values {
			fmt.Fprintf(&b, "%s %s = %q\n", v.Name, e.Name, v.Value)
			names = append(names, v.Name)
		}
		fmt.Fprintf(&b, ")\n\n// Values lists the known values of %[1]s.\nfunc (%[1]s) Values() []%[1]s {\n\treturn []%[1]s{%[2]s}\n}\n\n", e.Name, strings.Join(names, ", "))
	}
	return section{s.sdk.Name + "/types/enums.go", b.String()}
}

// faultsSection returns the new faults.
func (s *scaffold) faultsSection() section {
	var types, methods strings.Builder
	for _, f := range s.faults {
		fmt.Fprintf(&types, "// %[1]s means that … Wire code %[2]s.\ntype %[1]s struct{ Message, ErrorCodeOverride *string }\n\n", f.Name, f.Code)
		fmt.Fprintf(&methods, `func (e *%[1]s) Error() string { return fault.Text(e) }
func (e *%[1]s) ErrorCode() string {
	return (*fault.Members)(e).Code(%[2]q)
}
func (e *%[1]s) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *%[1]s) ErrorFault() smithy.ErrorFault { return smithy.Fault%[3]s }
func (e *%[1]s) Is(target error) bool {
	return fault.Is((*%[1]s)(nil), target)
}

`, f.Name, f.Code, strings.ToUpper(f.Side[:1])+f.Side[1:])
	}
	if types.Len() == 0 {
		return section{}
	}
	return section{s.sdk.Name + "/types/errors.go, and the methods in errors_methods.go", types.String() + methods.String()}
}

// fakeSection returns the fake's handler for an operation. Its input and output
// have the members of both services, because a request does not say which
// service it is for.
func (s *scaffold) fakeSection(op *sdk.Operation) section {
	name := op.Name
	file := "nereidtest/" + snake(resource(name)) + ".go (or the file of its resource)"
	if s.fake["region."+name] {
		return section{file, "// region." + name + " already exists.\n"}
	}
	var b strings.Builder
	out := "noOutput"
	if members := s.fakeMembers(name + "Output"); members != "" {
		out = lower(name) + "Output"
		fmt.Fprintf(&b, "// Operations that return one resource share an output type.\ntype %s struct {\n%s}\n\n", out, members)
	}
	fmt.Fprintf(&b, `// A %[2]sInput is the input of [region.%[1]s].
type %[2]sInput struct {
%[4]s}

// %[1]s …
//
// Behavior:
//   - …
func (r *region) %[1]s(in *%[2]sInput) (*%[3]s, error) {
	return nil, apiError("InternalFailure", "nereidtest does not implement %[1]s.")
}
`, name, lower(name), out, s.fakeMembers(name+"Input"))
	return section{file, b.String()}
}

// fakeMembers prints the members of an input or output of the fake.
func (s *scaffold) fakeMembers(shape string) string {
	var b strings.Builder
	for _, f := range s.union(shape) {
		if t := s.fakeType(f); t != "" {
			fmt.Fprintf(&b, "%s %s%s\n", f.Name, t, s.tag(nil, f))
		} else {
			fmt.Fprintf(&b, "// %s is left out: its type is not in %s/types yet.\n", f.Name, s.sister.Name)
		}
	}
	return b.String()
}

// union returns the members that a struct has in either service: the required
// members, then the others, both sorted by name. A member is required only if
// both services require it.
func (s *scaffold) union(name string) []sdk.Field {
	fields := slices.Clone(s.sdk.Structs[name].Fields)
	if other := s.sister.Structs[name]; other != nil {
		for i, f := range fields {
			j := slices.IndexFunc(other.Fields, func(o sdk.Field) bool { return o.Name == f.Name })
			fields[i].Required = f.Required && j >= 0 && other.Fields[j].Required
		}
		for _, f := range other.Fields {
			if !slices.ContainsFunc(fields, func(own sdk.Field) bool { return own.Name == f.Name }) {
				f.Required = false
				fields = append(fields, f)
			}
		}
	}
	fields = slices.DeleteFunc(fields, func(f sdk.Field) bool { return f.Name == "SourceRegion" })
	slices.SortStableFunc(fields, func(a, b sdk.Field) int {
		if a.Required != b.Required {
			if a.Required {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return fields
}

// fakeType returns the type of an input or output member in the fake, or "" if
// no package declares the type yet.
func (s *scaffold) fakeType(f sdk.Field) string {
	switch f.Type {
	case "[]types.Tag":
		return "[]tag"
	case "[]types.Filter":
		return "[]filter"
	}
	switch {
	case !strings.Contains(f.Type, "types."):
		return f.Type
	case s.sdk.Structs[f.Elem()] != nil || s.sdk.Enums[f.Elem()] != nil:
		return strings.Replace(f.Type, "types.", s.sdk.Name+"types.", 1)
	case s.sisterTypes[f.Elem()]:
		return strings.Replace(f.Type, "types.", s.sister.Name+"types.", 1)
	case s.sister.Enums[f.Elem()] != nil:
		return strings.Replace(f.Type, "types."+f.Elem(), "string", 1)
	}
	return ""
}

func field(shape *sdk.Struct, name string) bool {
	return slices.ContainsFunc(shape.Fields, func(f sdk.Field) bool { return f.Name == name })
}

// lower makes a name unexported.
func lower(name string) string {
	if strings.HasPrefix(name, "DB") {
		return "db" + name[2:]
	}
	return strings.ToLower(name[:1]) + name[1:]
}
