package nereidtest

import (
	"encoding/base64"
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A filter picks the items of a list.
type filter = rdstypes.Filter

// query is what describe operations have in common.
type query struct {
	filters    []filter
	marker     *string
	maxRecords *int32
}

// merge adds an identifier to the values of the filter by identifier, as AWS
// does when a request has both. The list then contains everything that matches
// the filter. If the request does not have the filter, merge returns false.
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

// filters are the filters of an operation, by name. Each filter returns the
// values of an item, and the item matches if the request asks for one of them.
// Values of filters by an identifier are compared in lower case.
type filters[T any] map[string]func(item T) []string

// list returns the items that match all filters, one page at a time. The items
// are in the order of their keys, and the page begins at the marker.
//
// A marker has the key of the last item of a page, as AWS's markers do. Items
// that appear or disappear between two pages therefore cause no duplicates and
// no gaps.
func list[T any](q query, items []T, key func(T) string, filters filters[T]) (page []T, marker *string, err error) {
	return listUpTo(100, q, items, key, filters)
}

// listUpTo is list with pages of at most so many items.
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

// isEngineFilter reports whether a value of the filter engine is valid. Every
// engine of RDS is valid, case-insensitive, even if the list cannot contain it.
func isEngineFilter(v string) bool { return isInstanceEngine(strings.ToLower(v)) }

// checkFilterValues rejects filter values that can match nothing.
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

// lowered returns the filters with the values of name, engine and ARN filters
// in lower case, because names are kept in lower case.
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
