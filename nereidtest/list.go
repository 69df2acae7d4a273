package nereidtest

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// query is what describe operations have in common.
type query struct {
	region     *region
	filters    []rdstypes.Filter
	marker     *string
	maxRecords *int32
}

// A property tells the values that an item has under the name of a filter; one
// of them must be asked for. It is nil if there is no such filter.
type property[T any] func(item T) []string

// list picks the items, which are in the order of their keys, that pass all
// filters, and of them the page that the marker begins.
//
// A marker carries the key of the last item seen. So nothing is listed twice or
// left out because something else came or went between two pages. It is good for
// further pages of the same list only.
func list[T any](q query, items []T, key func(T) string, filter func(name string) property[T]) (page []T, marker *string, err error) {
	size := deref(q.maxRecords, 100)
	if size < 20 || size > 100 {
		return nil, nil, invalidValue("Invalid value %d for MaxRecords. Must be between 20 and 100", size)
	}
	for _, f := range q.filters {
		name := deref(f.Name, "")
		value := filter(name)
		if value == nil {
			return nil, nil, invalidValue("Unrecognized filter name: %s", name)
		}
		if len(f.Values) == 0 {
			return nil, nil, invalidValue("The filter %s has no values.", name)
		}
		wanted := make(map[string]bool, len(f.Values))
		for _, v := range f.Values {
			wanted[v] = true
		}
		items = slices.DeleteFunc(slices.Clone(items), func(item T) bool {
			return !slices.ContainsFunc(value(item), func(have string) bool { return wanted[have] })
		})
	}
	if q.marker != nil && *q.marker != "" {
		last, err := q.region.parseMarker(*q.marker)
		if err != nil {
			return nil, nil, err
		}
		n, found := slices.BinarySearchFunc(items, last, func(item T, k string) int { return strings.Compare(key(item), k) })
		if found {
			n++
		}
		items = items[n:]
	}
	if len(items) > int(size) {
		items = items[:size]
		m := q.region.makeMarker(key(items[size-1]))
		marker = &m
	}
	return items, marker, nil
}

const markerMagic = "nereidtest\x00"

func (r *region) makeMarker(key string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(markerMagic + r.listed() + key))
}

func (r *region) parseMarker(marker string) (key string, err error) {
	b, err := base64.RawURLEncoding.DecodeString(marker)
	rest, ok := strings.CutPrefix(string(b), markerMagic)
	if err != nil || !ok {
		return "", invalidValue("Invalid value for Marker: %s", shorten(marker))
	}
	if key, ok = strings.CutPrefix(rest, r.listed()); !ok {
		return "", invalidValue("Invalid value for Marker: it belongs to another operation, region or selection.")
	}
	return key, nil
}

// listed tells the list that the request under way asks for, by the region and all
// parameters but those that differ from page to page.
func (r *region) listed() string {
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%q", r.name)
	for _, name := range slices.Sorted(maps.Keys(r.call.form)) {
		if !oneOf(name, "Marker", "MaxRecords") && !strings.HasPrefix(name, "X-Amz-") {
			_, _ = fmt.Fprintf(h, "%q=%q", name, r.call.form[name])
		}
	}
	return string(h.Sum(nil)[:8])
}

// noFilters is for operations that have the parameter but take no filter.
func noFilters[T any](string) property[T] { return nil }

// checkFilterValues refuses values of a filter that can match nothing.
func checkFilterValues(filters []rdstypes.Filter, name string, valid func(string) bool) error {
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

// lowered returns the filters with the values of those that select by name in
// lower case, as names are kept. ARNs, which hold names, likewise.
func lowered(filters []rdstypes.Filter) []rdstypes.Filter {
	list := slices.Clone(filters)
	for i, f := range list {
		if !strings.HasSuffix(deref(f.Name, ""), "-id") {
			continue
		}
		list[i].Values = make([]string, len(f.Values))
		for j, v := range f.Values {
			list[i].Values[j] = strings.ToLower(v)
		}
	}
	return list
}

// shorten keeps messages readable.
func shorten(s string) string {
	if len(s) > 80 {
		return s[:77] + "..."
	}
	return s
}
