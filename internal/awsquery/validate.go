package awsquery

import (
	"reflect"
	"strconv"

	"github.com/aws/smithy-go"
)

// Validate checks that all required members of an input are set, including
// members of nested structs. The argument in is a pointer to the input's
// struct. Validate returns nil or a smithy.InvalidParamsError that lists all
// missing members, worded as in the AWS SDK. A nil result costs no allocation.
//
// A member that points to an empty string counts as set. A member that is an
// empty string itself, for example an enumeration, counts as missing. A list
// counts as set if it is not nil.
func Validate(in any) error {
	p, v, ok := structOf(in)
	if !ok || !p.checks {
		return nil
	}
	if err := validate(p, v); err.Len() > 0 {
		return err
	}
	return nil
}

func validate(p *plan, v reflect.Value) smithy.InvalidParamsError {
	err := smithy.InvalidParamsError{Context: p.typ.Name()}
	for i := range p.fields {
		f := &p.fields[i]
		deep := f.nested()
		if !f.required && !deep {
			continue
		}
		member := f.of(v)
		if f.required && f.missing(member) {
			err.Add(smithy.NewErrParamRequired(f.goName))
		} else if deep {
			if nested := f.validate(member); nested.Len() > 0 {
				err.AddNested(f.goName, nested)
			}
		}
	}
	return err
}

// missing reports whether a required member is not set. A number that is not a
// pointer is always set.
func (n *node) missing(v reflect.Value) bool {
	switch {
	case n.ptr, n.kind == kindString, n.kind == kindBlob, n.kind == kindList, n.kind == kindMap:
		return n.absent(v)
	}
	return false
}

// validate finds the missing members inside a value.
func (n *node) validate(v reflect.Value) (err smithy.InvalidParamsError) {
	if n.ptr {
		if v.IsNil() {
			return err
		}
		v = v.Elem()
	}
	switch n.kind {
	case kindStruct:
		return validate(n.plan, v)
	case kindList:
		for i := range v.Len() {
			if nested := n.elem.validate(v.Index(i)); nested.Len() > 0 {
				err.AddNested("["+strconv.Itoa(i)+"]", nested)
			}
		}
	case kindMap:
		for _, key := range sortedKeys(v) {
			if nested := n.elem.validate(mapValue(v, key)); nested.Len() > 0 {
				err.AddNested("["+strconv.Quote(key.String())+"]", nested)
			}
		}
	}
	return err
}
