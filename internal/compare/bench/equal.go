package bench

import (
	"fmt"
	"reflect"
	"time"

	"github.com/aws/smithy-go/middleware"
)

// same compares a struct of this module with the SDK's struct, member by
// member, and returns the number of values that it has compared. It returns an
// error if a value is missing in one of the structs, or if the two values
// differ.
func same(ours, theirs any) (values int, err error) {
	return sameValue("", reflect.ValueOf(ours), reflect.ValueOf(theirs))
}

func sameValue(path string, a, b reflect.Value) (n int, err error) {
	switch kind := a.Kind(); {
	case kind != b.Kind():
		return 0, fmt.Errorf("%s is %s here and %s in the SDK", path, a.Type(), b.Type())
	case kind == reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			if a.IsNil() != b.IsNil() {
				return 0, fmt.Errorf("%s is nil only in one", path)
			}
			return 0, nil
		}
		return sameValue(path, a.Elem(), b.Elem())
	case kind == reflect.Slice:
		if a.Len() != b.Len() || a.IsNil() != b.IsNil() {
			return 0, fmt.Errorf("%s has %d elements here and %d in the SDK", path, a.Len(), b.Len())
		}
		for i := range a.Len() {
			values, err := sameValue(fmt.Sprintf("%s[%d]", path, i), a.Index(i), b.Index(i))
			if err != nil {
				return 0, err
			}
			n += values
		}
		return n, nil
	case a.Type() == reflect.TypeFor[time.Time]():
		if x, y := a.Interface().(time.Time), b.Interface().(time.Time); !x.Equal(y) {
			return 0, fmt.Errorf("%s is %s here and %s in the SDK", path, x, y)
		}
		return 1, nil
	case kind == reflect.Struct:
		return sameMembers(path, a, b)
	}
	if !a.Equal(b.Convert(a.Type())) {
		return 0, fmt.Errorf("%s is %v here and %v in the SDK", path, a, b)
	}
	return 1, nil
}

func sameMembers(path string, a, b reflect.Value) (n int, err error) {
	for i := range a.NumField() {
		f := a.Type().Field(i)
		if !f.IsExported() || f.Type == reflect.TypeFor[middleware.Metadata]() {
			continue
		}
		other := b.FieldByName(f.Name)
		if !other.IsValid() {
			if !a.Field(i).IsZero() {
				return 0, fmt.Errorf("%s.%s is not a member in the SDK", path, f.Name)
			}
			continue
		}
		values, err := sameValue(path+"."+f.Name, a.Field(i), other)
		if err != nil {
			return 0, err
		}
		n += values
	}
	for i := range b.NumField() { // members that only the SDK's shape has
		f := b.Type().Field(i)
		if f.IsExported() && !a.FieldByName(f.Name).IsValid() && !b.Field(i).IsZero() {
			return 0, fmt.Errorf("%s.%s is a member only in the SDK", path, f.Name)
		}
	}
	return n, nil
}
