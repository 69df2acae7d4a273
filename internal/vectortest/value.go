package vectortest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"
)

// Set sets the members of the struct behind ptr to the values in a JSON object.
func Set(ptr any, members map[string]any) error { return set(reflect.ValueOf(ptr).Elem(), members) }

// set sets v to a decoded JSON value. The keys of its objects are the wire
// names of members. set returns an error if a struct does not have a member
// with exactly such a name.
func set(v reflect.Value, from any) error {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		return set(v.Elem(), from)
	}
	switch from := from.(type) {
	case map[string]any:
		if v.Kind() != reflect.Struct {
			break
		}
		for name, value := range from {
			member, ok := member(v, name)
			if !ok {
				return fmt.Errorf("%s has no member %s", v.Type(), name)
			}
			if err := set(member, value); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		return nil
	case []any:
		if v.Kind() != reflect.Slice {
			break
		}
		v.Set(reflect.MakeSlice(v.Type(), len(from), len(from)))
		for i, elem := range from {
			if err := set(v.Index(i), elem); err != nil {
				return fmt.Errorf("%d: %w", i, err)
			}
		}
		return nil
	case string:
		return setText(v, from)
	case json.Number:
		if n, err := from.Int64(); err == nil && v.CanInt() && !v.OverflowInt(n) {
			v.SetInt(n)
			return nil
		}
		if n, err := from.Float64(); err == nil && v.CanFloat() {
			v.SetFloat(n)
			return nil
		}
	case bool:
		if v.Kind() == reflect.Bool {
			v.SetBool(from)
			return nil
		}
	}
	return fmt.Errorf("a %s cannot be %v", v.Type(), from)
}

func setText(v reflect.Value, text string) error {
	switch p := v.Addr().Interface().(type) {
	case *time.Time:
		at, err := time.Parse(time.RFC3339Nano, text)
		*p = at.UTC()
		return err
	case *[]byte:
		blob, err := base64.StdEncoding.DecodeString(text)
		*p = blob
		return err
	}
	if v.Kind() != reflect.String {
		return fmt.Errorf("a %s cannot be %q", v.Type(), text)
	}
	v.SetString(text)
	return nil
}

// member returns the field that has the wire name.
func member(v reflect.Value, name string) (reflect.Value, bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		wire, _, _ := strings.Cut(f.Tag.Get("query"), ",")
		if wire == "" || wire == "-" {
			wire = f.Name
		}
		if wire == name && f.IsExported() {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

// fill sets v and everything below it to the values that the request snapshots
// use. name is the name of v's member; string values contain it.
func fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), "Member")
		fill(v.Index(1), "Member")
	case reflect.Struct:
		if at, ok := reflect.TypeAssert[*time.Time](v.Addr()); ok {
			*at = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.String:
		v.SetString("__" + name + "__")
		if values := v.MethodByName("Values"); values.IsValid() { // of an enum
			v.Set(values.Call(nil)[0].Index(0))
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1)
	default:
		panic("vectortest: no rule to fill a " + v.Type().String())
	}
}

// filled returns a pointer to an input of the operation with every member set.
func (s *Service) filled(op string) reflect.Value {
	in := s.input(op)
	fill(in.Elem(), "")
	return in
}
