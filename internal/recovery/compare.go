package recovery

import (
	"reflect"
	"strings"
	"time"
)

// Differs compares the input of a creation with a description of the resource.
// differs is the name of an input member that the description contradicts.
// hidden is the name of an input member that the description could show but
// does not. differs or hidden is "" if there is no such member. A pending value
// in the description counts as if it were already applied. Both arguments are
// pointers to structs.
func Differs(in, item any) (differs, hidden string) { return compare(in, item, false) }

// Shows compares the input of a modification with a description of the
// resource. It returns the same results as Differs, with two differences: a
// member that Describe responses never show counts as hidden, and a member that
// is explicitly false is compared, too.
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

// asks reports whether an input member requests a property of the resource.
func asks(f reflect.StructField) bool {
	return f.IsExported() && f.Tag.Get("query") != "-" && !Aside(f)
}

// The function nothing reports whether v, the value of a struct member, counts
// as missing. A pointer to false does not count as missing.
func nothing(v reflect.Value) bool {
	if v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().Kind() == reflect.Bool {
		return false
	}
	return unset(v)
}

// Aside reports whether an input member is not a property of the resource, but
// names the resource or controls how AWS carries out the operation.
func Aside(f reflect.StructField) bool {
	_, option, _ := strings.Cut(f.Tag.Get("recover"), ",")
	return option == "aside"
}

// Shown returns the name of the description member that shows the value of the
// input member f. late reports whether Describe responses may show the value
// with a delay. ok is false if Describe responses do not show the value.
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

// unsetTarget reports whether a value means the same as a missing value: an
// empty string or false.
func unsetTarget(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Bool:
		return v.IsZero()
	}
	return false
}

// agree reports whether the description's value matches the value of an input
// member that is set.
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
		return SameName(in, item) // requested by ARN and shown by name, or vice versa
	case strings.HasSuffix(name, "Window"), strings.HasSuffix(name, "Identifier"), strings.HasSuffix(name, "Id"),
		name == "SourceArn", strings.HasSuffix(name, "GroupName"), name == "Engine", name == "EndpointType", strings.HasSuffix(name, "Members"):
		return strings.EqualFold(in, item)
	}
	return false
}

// agreeKey compares KMS keys. A description shows the key's ARN, whatever form
// the input had. An input with an alias matches any key.
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

// SameName reports whether a and b may name the same resource. Each of them is
// an identifier or an ARN. Two ARNs must be equal.
func SameName(a, b string) bool {
	if isARN(a) && isARN(b) {
		return strings.EqualFold(a, b)
	}
	return a != "" && strings.EqualFold(nameIn(a), nameIn(b))
}

// nameIn returns the name in an ARN of the form
// arn:partition:service:region:account:type:name, or s itself if s is not an
// ARN. The name can contain a colon, as the names of automated snapshots do. A
// KMS ARN has no type; nameIn returns its last part, such as key/1234.
func nameIn(s string) string {
	if !isARN(s) {
		return s
	}
	parts := strings.SplitN(s, ":", 7)
	return parts[len(parts)-1]
}

// RegionOf returns the region in an ARN, or "" if s is not an ARN or has no
// region.
func RegionOf(s string) string {
	if parts := strings.SplitN(s, ":", 6); isARN(s) && len(parts) == 6 {
		return parts[3]
	}
	return ""
}

// agreeList reports whether the lists have the same elements in any order. A
// description's list of structs, such as tags, may have additional elements,
// because AWS adds or copies some.
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

// agreeElement reports whether two list elements are equal. In a struct, a
// missing string equals an empty one: if a tag was requested without a value,
// its description shows an empty value.
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

// text returns the string that v points to, or "" if v is nil.
func text(v reflect.Value) string {
	if v.IsNil() {
		return ""
	}
	return v.Elem().String()
}
