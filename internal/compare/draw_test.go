package compare_test

import (
	"math"
	"reflect"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// fails is the part of testing.T and rapid.T that is needed here.
type fails interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// A drawing controls which values are drawn for the members of a shape.
type drawing struct {
	t *rapid.T

	// absent allows members to be nil.
	absent bool

	// text draws strings.
	text *rapid.Generator[string]

	// number draws floats.
	number *rapid.Generator[float64]

	// skip leaves out members.
	skip func(reflect.StructField) bool
}

const maxDepth = 12 // of shapes in shapes; none is recursive

// draw fills a shape with what rapid draws.
func (d drawing) draw(v reflect.Value, name string, depth int) {
	if depth > maxDepth {
		panic("shapes nest too deep: " + name)
	}
	switch t := v.Type(); t.Kind() {
	case reflect.Pointer:
		if d.absent && rapid.IntRange(0, 2).Draw(d.t, name+" is nil") == 0 {
			return
		}
		v.Set(reflect.New(t.Elem()))
		d.draw(v.Elem(), name, depth+1)
	case reflect.Slice:
		n := rapid.IntRange(-1, 3).Draw(d.t, name+" has")
		if n < 0 && d.absent {
			return
		}
		v.Set(reflect.MakeSlice(t, max(n, 0), max(n, 0)))
		for i := range v.Len() {
			d.draw(v.Index(i), name, depth+1)
		}
	case reflect.Struct:
		if t == timeType {
			v.Set(reflect.ValueOf(instant().Draw(d.t, name)))
			return
		}
		for _, f := range members(t) {
			if d.skip == nil || !d.skip(f) {
				d.draw(v.FieldByIndex(f.Index), f.Name, depth+1)
			}
		}
	case reflect.String:
		v.SetString(d.string(t, name))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(d.t, name))
	case reflect.Int32:
		v.SetInt(int64(rapid.Int32().Draw(d.t, name)))
	case reflect.Int64:
		v.SetInt(rapid.Int64().Draw(d.t, name))
	case reflect.Float64:
		v.SetFloat(d.number.Draw(d.t, name))
	default:
		panic("cannot draw a " + t.String() + " for " + name)
	}
}

// string draws a value of an enum, or any text.
func (d drawing) string(t reflect.Type, name string) string {
	if values, ok := reflect.New(t).Elem().Type().MethodByName("Values"); ok {
		known := values.Func.Call([]reflect.Value{reflect.Zero(t)})[0]
		if i := rapid.IntRange(-1, known.Len()-1).Draw(d.t, name); i >= 0 {
			return known.Index(i).String()
		}
	}
	return d.text.Draw(d.t, name)
}

// instant draws times between the years 1 and 9999, with the full precision of
// time.Time, in various zones.
func instant() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		sec := rapid.Int64Range(-62135596800, 253402300799).Draw(t, "seconds")
		nsec := rapid.SampledFrom([]int64{0, 1, 999, 120_000_000, 123_000_000, 123_456_789, 999_999_999}).Draw(t, "nanoseconds")
		zone := rapid.IntRange(-12, 14).Draw(t, "zone")
		at := time.Unix(sec, nsec).In(time.FixedZone("", zone*3600))
		if y := at.Year(); y < 1 || y > 9999 {
			return at.UTC()
		}
		return at
	})
}

// anyNumber draws every number, including the extreme values of the formats.
func anyNumber() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64(), plainNumber(),
		rapid.SampledFrom([]float64{1e21, 1e-7, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1), math.NaN()}),
	)
}

// plainNumber draws numbers that both write without an exponent. With an
// exponent, ours writes the same number in a shorter form.
func plainNumber() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64Range(0.000001, 1e20), rapid.Float64Range(-1e20, -0.000001),
		rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 0.5, 1, 2.5, 128, 1e20}),
	)
}

// anyText draws every string, including invalid UTF-8.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.StringMatching(`[a-z0-9-]{1,20}`),
		rapid.SampledFrom([]string{"", " ", "a b", "+", "%20", "&=;", "~*'()!", "\x00", "\xff\xfe", "ü€😀", "\r\n\t", "arn:aws:rds:us-east-1:123456789012:cluster:x"}),
	)
}

// xmlText draws strings of characters that XML has.
func xmlText() *rapid.Generator[string] {
	return rapid.Map(anyText(), func(s string) string {
		return strings.Map(func(r rune) rune {
			switch {
			case r == '\t', r == '\n', r == '\r', ' ' <= r && r < 0xfffe, r > 0xffff:
				return r
			}
			return -1
		}, strings.ToValidUTF8(s, ""))
	})
}
