package recovery

import (
	"reflect"
	"strings"
	"time"
)

// Differs compares what a creation asked for with a description. It returns the
// name of a member of the input that the description contradicts, and of one that
// it could show but does not; "" if there is none. What the description says is
// pending counts as done. Both are pointers to structs.
func Differs(in, item any) (differs, hidden string) { return compare(in, item, false) }

// Shows compares a modification in the same way with the description of what it
// was to modify. What no description of the kind can show is hidden here, and
// false is as much to ask for as true.
func Shows(in, item any) (differs, hidden string) { return compare(in, item, true) }

func compare(in, item any, modified bool) (differs, hidden string) {
	iv, dv := reflect.ValueOf(in).Elem(), reflect.ValueOf(item).Elem()
	pending := reflect.Indirect(dv.FieldByName("PendingModifiedValues"))
	for i := range iv.NumField() {
		f, asked := iv.Type().Field(i), iv.Field(i)
		if nothing(asked) || unset(asked) && !modified || !asks(f) {
			continue
		}
		name, late, ok := Shown(f, dv.Type())
		if !ok {
			if modified {
				hidden = f.Name
			}
			continue
		}
		if pending.IsValid() {
			if p := pending.FieldByName(name); p.IsValid() && !p.IsZero() && agree(f.Name, asked, p) {
				continue
			}
		}
		switch d := dv.FieldByName(name); {
		case nothing(d) && (unset(asked) || !modified && (late || zero(asked))):
		case nothing(d):
			hidden = f.Name
		case !agree(f.Name, asked, d):
			return f.Name, hidden
		}
	}
	return "", hidden
}

// zero reports whether a member asks for a number that is none.
func zero(v reflect.Value) bool {
	return v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().IsZero()
}

// asks reports whether a member of an input asks for anything of the
// resource.
func asks(f reflect.StructField) bool {
	return f.IsExported() && f.Tag.Get("query") != "-" && !Aside(f)
}

// nothing reports whether a member is missing, rather than false.
func nothing(v reflect.Value) bool {
	if v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().Kind() == reflect.Bool {
		return false
	}
	return unset(v)
}

// Aside reports whether a member of an input asks for nothing that a description
// could show: it says which resource is meant, or how to go about it.
func Aside(f reflect.StructField) bool {
	_, option, _ := strings.Cut(f.Tag.Get("recover"), ",")
	return option == "aside"
}

// Shown returns the name of the member of a description that shows what a
// member of an input asked for, and whether it may show only later.
func Shown(f reflect.StructField, item reflect.Type) (name string, late, ok bool) {
	if !asks(f) {
		return "", false, false
	}
	name, option, _ := strings.Cut(f.Tag.Get("recover"), ",")
	switch name {
	case "-":
		return "", false, false
	case "":
		name = f.Name
	}
	_, ok = item.FieldByName(name)
	return name, option == "late", ok
}

// unset reports whether an input member asks for nothing.
func unset(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() == 0
	case reflect.Pointer:
		return v.IsNil() || unsetTarget(v.Elem())
	}
	return v.IsZero()
}

// unsetTarget reports whether a value is what a missing one means: nothing,
// none, no.
func unsetTarget(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Bool:
		return v.IsZero()
	}
	return false
}

// agree compares a member of an input that is set with what is described.
func agree(name string, in, item reflect.Value) bool {
	if in.Kind() == reflect.Slice {
		return agreeList(in, item)
	}
	in, item = reflect.Indirect(in), reflect.Indirect(item)
	if !item.IsValid() {
		return false
	}
	if in.Kind() != item.Kind() {
		return true // shown in another form, which proves nothing
	}
	switch in.Kind() {
	case reflect.String:
		return agreeString(name, in.String(), item.String())
	case reflect.Struct:
		if t, ok := reflect.TypeAssert[time.Time](in); ok {
			shown, ok := reflect.TypeAssert[time.Time](item)
			return ok && t.Equal(shown)
		}
		differs, hidden := Differs(in.Addr().Interface(), item.Addr().Interface())
		return differs == "" && hidden == ""
	}
	return in.Equal(item)
}

func agreeString(name, in, item string) bool {
	inARN, itemARN := strings.HasPrefix(in, "arn:"), strings.HasPrefix(item, "arn:")
	switch {
	case in == item:
		return true
	case strings.HasPrefix(name, "KmsKey"):
		// An alias or a key id proves nothing against an ARN.
		return !inARN || strings.Contains(in, ":alias/") || !itemARN
	case strings.Contains(name, "Version"):
		return strings.HasPrefix(item, in+".") // 1.3 is shown as 1.3.0.0
	case inARN && !itemARN:
		return strings.EqualFold(lastPart(in), item) // asked for by ARN, shown by name
	case itemARN && !inARN:
		return strings.EqualFold(in, lastPart(item))
	case strings.HasSuffix(name, "Window"), strings.HasSuffix(name, "Identifier"), strings.HasSuffix(name, "Id"),
		name == "SourceArn", strings.HasSuffix(name, "GroupName"), name == "Engine":
		return strings.EqualFold(in, item)
	}
	return false
}

// lastPart returns the name at the end of an ARN.
func lastPart(arn string) string { return arn[strings.LastIndexByte(arn, ':')+1:] }

// agreeList reports whether the lists have the same elements in any order, or,
// of tags, whether those of the input are all there: copied ones come on top.
func agreeList(in, item reflect.Value) bool {
	if item.Kind() != reflect.Slice || in.Type() != item.Type() {
		return true // shown in another form
	}
	if in.Type().Elem().Kind() == reflect.String && in.Len() != item.Len() {
		return false
	}
	for i := range in.Len() {
		if !contains(item, in.Index(i)) {
			return false
		}
	}
	return true
}

func contains(list, wanted reflect.Value) bool {
	for i := range list.Len() {
		if reflect.DeepEqual(list.Index(i).Interface(), wanted.Interface()) {
			return true
		}
	}
	return false
}
