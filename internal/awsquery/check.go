package awsquery

import (
	"errors"
	"fmt"
	"reflect"
	"time"
)

// Check returns an error if ptr cannot be the input or output of an operation.
// ptr must be a pointer to a struct whose members have supported types.
// Recursive types are not supported, because their values can be nested to any
// depth.
func Check(ptr any) (err error) {
	v := reflect.ValueOf(ptr)
	switch {
	case !v.IsValid():
		return errors.New("nil is not a pointer to a struct")
	case v.Kind() != reflect.Pointer || v.Type().Elem().Kind() != reflect.Struct:
		return fmt.Errorf("%T is not a pointer to a struct", ptr)
	case v.IsNil():
		return fmt.Errorf("the %T is nil", ptr)
	}
	t := v.Type().Elem()
	if _, known := plans.Load(t); known {
		return nil
	}
	if r := recursion(t, map[reflect.Type]bool{}); r != nil {
		return fmt.Errorf("the type %s is recursive", r)
	}
	defer func() {
		if r := recover(); r != nil {
			refused, ok := r.(refusal)
			if !ok {
				panic(r)
			}
			err = refused
		}
	}()
	planOf(t)
	return nil
}

// CheckName returns an error if op is not a valid name of an operation.
func CheckName(op string) error {
	if !isIdentifier(op) {
		return fmt.Errorf("%q is not the name of an operation", op)
	}
	return nil
}

// A refusal is the value with which Compile panics.
type refusal string

func (r refusal) Error() string { return string(r) }

// recursion searches t for a type that contains itself, and returns that type,
// or nil if there is none. The map within has an entry for each type that the
// search has reached: true while the search is inside the type, and false after
// the whole type has been searched.
func recursion(t reflect.Type, within map[reflect.Type]bool) reflect.Type {
	if open, known := within[t]; open {
		return t
	} else if known || t == reflect.TypeFor[time.Time]() {
		return nil
	}
	within[t] = true
	defer func() { within[t] = false }()
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return recursion(t.Elem(), within)
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.Tag.Get("query") != "-" && (f.IsExported() || f.Anonymous) {
				if r := recursion(f.Type, within); r != nil {
					return r
				}
			}
		}
	}
	return nil
}
