// Package page fetches the pages of describe operations one after another. All
// paginators use it.
//
// If a service repeats a marker, following it would never end. The page with
// the repeated marker is still returned. If StopOnDuplicateToken is set, it is
// the last page. Otherwise, the next call returns an error.
//
// A [Walk] finds the members Marker and MaxRecords by name, through reflection,
// so that one type serves all operations. Package describe adds static types.
package page

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// Options are the options of describe.PaginatorOptions.
type Options struct {
	Limit                int32
	StopOnDuplicateToken bool
}

// Member returns a member of the struct that p points to. The name may be a
// path through pointers to structs, such as EngineDefaults.Parameters. If a
// pointer on the path is nil, Member returns the member's zero value.
func Member(p any, name string) reflect.Value {
	if outer, inner, ok := strings.Cut(name, "."); ok {
		within := Member(p, outer)
		if within.IsNil() {
			within = reflect.New(within.Type().Elem())
		}
		return Member(within.Interface(), inner)
	}
	v := reflect.ValueOf(p).Elem()
	i, ok := indexes(v.Type())[name]
	if !ok {
		panic(fmt.Sprintf("%T has no %s", p, name))
	}
	return v.Field(i)
}

var known sync.Map // of reflect.Type to map[string]int

// indexes maps the names of a struct's fields to their indexes. It caches the
// map, because reflect allocates for each lookup of a field.
func indexes(t reflect.Type) map[string]int {
	if m, ok := known.Load(t); ok {
		return m.(map[string]int)
	}
	m := make(map[string]int, t.NumField())
	for i := range t.NumField() {
		m[t.Field(i).Name] = i
	}
	known.Store(t, m)
	return m
}

// String returns a member that is a *string.
func String(p any, name string) *string {
	return *Member(p, name).Addr().Interface().(**string)
}

// MaxRecords returns the MaxRecords of params, or 0 if it is not set. params
// may be nil.
func MaxRecords(params any) int32 {
	if reflect.ValueOf(params).IsNil() {
		return 0
	}
	if limit := *Member(params, "MaxRecords").Addr().Interface().(**int32); limit != nil {
		return *limit
	}
	return 0
}

// A Walk fetches each page once, in order. It is not safe for concurrent use.
type Walk struct {
	options  Options
	params   reflect.Value       // a copy of the caller's
	marker   string              // the member of outputs with the marker of the next page
	next     *string             // the marker of the next page, nil or empty at the end
	seen     map[string]struct{} // the markers that were followed
	started  bool
	repeated string // the marker that came twice
}

// NewWalk returns a walk that starts at the Marker in params or, if it is not
// set, at the first page. The parameter items is the name of the output member
// that contains the list, in the form that [Member] accepts. The output's
// Marker must be in the same struct as the list. If params is a nil pointer,
// the parameters are empty.
func NewWalk(params any, items string, options Options) *Walk {
	v := reflect.ValueOf(params)
	w := &Walk{
		options: options,
		params:  reflect.New(v.Type().Elem()).Elem(),
		marker:  items[:strings.LastIndexByte(items, '.')+1] + "Marker",
	}
	if !v.IsNil() {
		w.params.Set(v.Elem())
	}
	if marker := String(w.params.Addr().Interface(), "Marker"); marker != nil && *marker != "" {
		w.next = marker
	}
	return w
}

// More reports whether Next may be called.
func (w *Walk) More() bool { return !w.started || w.next != nil && *w.next != "" }

// Next calls describe and returns the next page. describe receives a pointer to
// the parameters. It returns either an error or a pointer to an output. If
// describe fails, Next returns its error and can be called again for the same
// page.
func (w *Walk) Next(describe func(params any) (any, error)) (any, error) {
	if !w.More() {
		return nil, errors.New("no more pages available")
	}
	if w.repeated != "" {
		w.next = nil
		return nil, fmt.Errorf("the service sent the marker %q a second time: following it would never end", w.repeated)
	}
	v := reflect.New(w.params.Type())
	v.Elem().Set(w.params)
	params := v.Interface()
	Member(params, "Marker").Set(reflect.ValueOf(w.next))
	if w.options.Limit > 0 {
		limit := w.options.Limit
		Member(params, "MaxRecords").Set(reflect.ValueOf(&limit))
	}
	out, err := describe(params)
	if err != nil {
		return nil, err
	}
	if out == nil {
		return nil, errors.New("the client returned neither an output nor an error")
	}
	w.advance(String(out, w.marker))
	return out, nil
}

// advance takes the marker of the received page.
func (w *Walk) advance(marker *string) {
	if w.seen == nil {
		w.seen = make(map[string]struct{})
	}
	if w.next != nil {
		w.seen[*w.next] = struct{}{}
	}
	w.started = true
	w.next = marker
	if marker == nil || *marker == "" {
		return
	}
	if _, ok := w.seen[*marker]; ok {
		if w.options.StopOnDuplicateToken {
			w.next = nil
		} else {
			w.repeated = *marker
		}
	}
}
