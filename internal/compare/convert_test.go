package compare_test

import (
	"reflect"
	"time"

	"github.com/aws/smithy-go/middleware"
)

var (
	timeType     = reflect.TypeFor[time.Time]()
	metadataType = reflect.TypeFor[middleware.Metadata]()
)

// convert copies a shape of one library to the same shape of the other, by the
// names of its members. Members that only one of them has are not copied.
func convert(dst, src reflect.Value) {
	switch {
	case src.Type() == metadataType:
	case src.Type() == timeType:
		dst.Set(src)
	case src.Kind() == reflect.Pointer:
		if !src.IsNil() {
			dst.Set(reflect.New(dst.Type().Elem()))
			convert(dst.Elem(), src.Elem())
		}
	case src.Kind() == reflect.Slice:
		if !src.IsNil() {
			dst.Set(reflect.MakeSlice(dst.Type(), src.Len(), src.Len()))
			for i := range src.Len() {
				convert(dst.Index(i), src.Index(i))
			}
		}
	case src.Kind() == reflect.Struct:
		for _, f := range members(dst.Type()) {
			if from := src.FieldByName(f.Name); from.IsValid() {
				convert(dst.FieldByIndex(f.Index), from)
			}
		}
	default:
		dst.Set(src.Convert(dst.Type()))
	}
}

// members returns the fields of a struct that are members of its shape.
func members(t reflect.Type) []reflect.StructField {
	var fields []reflect.StructField
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous && f.Type != metadataType {
			fields = append(fields, f)
		}
	}
	return fields
}
