package nereidtest

import (
	"encoding/base64"
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A filter picks the items of a list.
type filter = rdstypes.Filter

// query contains the parameters that describe operations have in common.
type query struct {
	filters    []filter
	marker     *string
	maxRecords *int32
}

// merge adds an identifier to the values of the filter with the given name, as
// AWS does if a request contains both an identifier and an identifier filter.
// The request then lists every resource that matches the filter. merge reports
// whether the request has such a filter. If it has none, merge changes nothing.
func (q *query) merge(name, id string) bool {
	for i, f := range q.filters {
		if name == "" || deref(f.Name, "") != name || len(f.Values) == 0 {
			continue
		}
		q.filters = slices.Clone(q.filters)
		q.filters[i].Values = append(slices.Clone(f.Values), id)
		return true
	}
	return false
}

// filters are the filters that an operation supports, by name. Each function
// returns the values of an item. The item matches if the request's filter
// contains at least one of them. Values of identifier filters are compared in
// lower case.
type filters[T any] map[string]func(item T) []string

// list returns one page of the items that match all filters, starting at the
// query's marker. The items must be sorted by key.
//
// A marker contains the key of a page's last item, as in AWS. Items that appear
// or disappear between two pages therefore cause neither duplicates nor gaps.
func list[T any](q query, items []T, key func(T) string, filters filters[T]) (page []T, marker *string, err error) {
	return listUpTo(100, q, items, key, filters)
}

// listUpTo is like list, but the argument most is the maximum page size.
func listUpTo[T any](most int32, q query, items []T, key func(T) string, filters filters[T]) (page []T, marker *string, err error) {
	size := deref(q.maxRecords, 100)
	if size < 20 || size > most {
		return nil, nil, invalidValue("Invalid value %d for MaxRecords. Must be between 20 and %d", size, most)
	}
	for _, f := range lowered(q.filters) {
		name := deref(f.Name, "")
		value := filters[name]
		if value == nil {
			return nil, nil, invalidValue("Unrecognized filter name: %s", name)
		}
		if len(f.Values) == 0 {
			return nil, nil, invalidCombination("The list of values for the filter %s must not be empty.", name)
		}
		wanted := make(map[string]bool, len(f.Values))
		for _, v := range f.Values {
			wanted[v] = true
		}
		items = slices.DeleteFunc(slices.Clone(items), func(item T) bool {
			return !slices.ContainsFunc(value(item), func(have string) bool { return wanted[have] })
		})
	}
	if m := deref(q.marker, ""); m != "" {
		last, err := base64.StdEncoding.DecodeString(m)
		if err != nil {
			return nil, nil, invalidValue("Invalid value for Marker: %s", shorten(m))
		}
		n, found := slices.BinarySearchFunc(items, string(last), func(item T, k string) int { return strings.Compare(key(item), k) })
		if found {
			n++
		}
		items = items[n:]
	}
	if len(items) > int(size) {
		items = items[:size]
		marker = str(base64.StdEncoding.EncodeToString([]byte(key(items[size-1]))))
	}
	return items, marker, nil
}

// isEngineFilter reports whether v is a valid value of the engine filter. The
// names of all RDS engines are valid and case-insensitive, even if the listed
// resources cannot have the engine.
func isEngineFilter(v string) bool { return isInstanceEngine(strings.ToLower(v)) }

// checkFilterValues returns an error if the named filter has an invalid value.
func checkFilterValues(filters []filter, name string, valid func(string) bool) error {
	for _, f := range filters {
		if deref(f.Name, "") != name {
			continue
		}
		for _, v := range f.Values {
			if !valid(v) {
				return invalidValue("Invalid value for filter %s: %s", name, shorten(v))
			}
		}
	}
	return nil
}

// lowered returns a copy of the filters. It converts the values of the engine
// filter and of identifier filters to lower case, because names are stored in
// lower case.
func lowered(filters []filter) []filter {
	list := slices.Clone(filters)
	for i, f := range list {
		if name := deref(f.Name, ""); name != "engine" && !strings.HasSuffix(name, "-id") {
			continue
		}
		list[i].Values = make([]string, len(f.Values))
		for j, v := range f.Values {
			list[i].Values[j] = strings.ToLower(v)
		}
	}
	return list
}
