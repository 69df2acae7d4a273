package recovery

import (
	"reflect"
	"strings"
	"time"
)

// Differs compares the input of a creation with a description of the resource.
// It returns the name of a member of the input that the description
// contradicts, and the name of a member that the description could show but
// does not. A name is "" if there is no such member. Pending values in the
// description count as done. Both arguments are pointers to structs.
func Differs(in, item any) (differs, hidden string) { return compare(in, item, false) }

// Shows compares the input of a modification with a description of the resource
// in the same way. Here, members that no description of the kind can show are
// hidden, and false is a request like true.
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

// zero reports whether a member asks for the number zero.
func zero(v reflect.Value) bool {
	return v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().IsZero()
}

// asks reports whether a member of an input asks for a property of the
// resource.
func asks(f reflect.StructField) bool {
	return f.IsExported() && f.Tag.Get("query") != "-" && !Aside(f)
}

// nothing reports whether a member is missing. An explicit false is not
// missing.
func nothing(v reflect.Value) bool {
	if v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().Kind() == reflect.Bool {
		return false
	}
	return unset(v)
}

// Aside reports whether a member of an input asks for nothing that a
// description could show: the member names the resource, or says how to
// proceed.
func Aside(f reflect.StructField) bool {
	_, option, _ := strings.Cut(f.Tag.Get("recover"), ",")
	return option == "aside"
}

// Shown returns the name of the member of a description that shows the value of
// a member of an input. late says that the description may show the value with
// a delay.
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

// unsetTarget reports whether a value means the same as a missing one: an empty
// string or false.
func unsetTarget(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Bool:
		return v.IsZero()
	}
	return false
}

// agree compares a set member of an input with the description.
func agree(name string, in, item reflect.Value) bool {
	if in.Kind() == reflect.Slice {
		return agreeList(name, in, item)
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
	switch {
	case in == item:
		return true
	case strings.Contains(strings.ToLower(name), "kmskey"):
		return agreeKey(in, item)
	case strings.Contains(name, "Version"):
		return strings.HasPrefix(item, in+".") // 1.3 is shown as 1.3.0.0
	case isARN(in) != isARN(item):
		return SameName(in, item) // requested by ARN and shown by name, or the other way round
	case strings.HasSuffix(name, "Window"), strings.HasSuffix(name, "Identifier"), strings.HasSuffix(name, "Id"),
		name == "SourceArn", strings.HasSuffix(name, "GroupName"), name == "Engine", name == "EndpointType", strings.HasSuffix(name, "Members"):
		return strings.EqualFold(in, item)
	}
	return false
}

// agreeKey compares KMS keys. A description shows the ARN of a key, whatever
// form the input had. An alias can stand for any key.
func agreeKey(in, item string) bool {
	if isAlias(in) || isAlias(item) || in == "" || item == "" {
		return true
	}
	if isARN(in) && isARN(item) {
		return strings.EqualFold(in, item)
	}
	return strings.EqualFold(keyID(in), keyID(item))
}

func isAlias(key string) bool {
	return strings.HasPrefix(key, "alias/") || isARN(key) && strings.Contains(key, ":alias/")
}

// keyID returns the id in the ARN of a key.
func keyID(key string) string { return strings.TrimPrefix(nameIn(key), "key/") }

func isARN(s string) bool { return strings.HasPrefix(s, "arn:") }

// SameName reports whether two names, each an identifier or an ARN, may be
// names of the same resource. Two ARNs have to be equal.
func SameName(a, b string) bool {
	if isARN(a) && isARN(b) {
		return strings.EqualFold(a, b)
	}
	return a != "" && strings.EqualFold(nameIn(a), nameIn(b))
}

// nameIn returns the name in an ARN of the form
// arn:partition:service:region:account:type:name, or s itself if it is not an
// ARN. The names of automated snapshots contain a colon. ARNs of KMS have no
// type.
func nameIn(s string) string {
	if !isARN(s) {
		return s
	}
	parts := strings.SplitN(s, ":", 7)
	return parts[len(parts)-1]
}

// RegionOf returns the region in an ARN, or "" if s is not an ARN or names no region.
func RegionOf(s string) string {
	if parts := strings.SplitN(s, ":", 6); isARN(s) && len(parts) == 6 {
		return parts[3]
	}
	return ""
}

// agreeList reports whether the lists have the same elements in any order. A
// list of structs, such as tags, may have more elements in the description: AWS
// adds its own or copies some.
func agreeList(name string, in, item reflect.Value) bool {
	if item.Kind() != reflect.Slice || in.Type() != item.Type() {
		return true // shown in another form
	}
	if in.Type().Elem().Kind() == reflect.String && in.Len() != item.Len() {
		return false
	}
	taken := make([]bool, item.Len())
	for i := range in.Len() {
		found := false
		for j := range item.Len() {
			if !taken[j] && agreeElement(name, in.Index(i), item.Index(j)) {
				taken[j], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// agreeElement compares elements of lists. An absent member equals an empty
// one, because descriptions show a tag without a value with an empty value.
func agreeElement(name string, in, item reflect.Value) bool {
	switch in.Kind() {
	case reflect.String:
		return agreeString(name, in.String(), item.String())
	case reflect.Struct:
		for i := range in.NumField() {
			a, b := in.Field(i), item.Field(i)
			if a.Kind() == reflect.Pointer && a.Type().Elem().Kind() == reflect.String {
				if text(a) != text(b) {
					return false
				}
			} else if !reflect.DeepEqual(a.Interface(), b.Interface()) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(in.Interface(), item.Interface())
}

// text returns the string that a pointer points to, or "" if the pointer is
// nil.
func text(v reflect.Value) string {
	if v.IsNil() {
		return ""
	}
	return v.Elem().String()
}
