package nereidtest

import (
	"maps"
	"slices"
)

// A collection contains a region's resources of one type, by name. It
// implements what all types share: names, quotas, lookups by name or ARN, lists
// and tags.
type collection[T item] struct {
	region *region
	kind   *kind
	items  map[string]T
	gone   []T // removed, but still in lagging Describe responses
}

// An item is an element of a [collection]: a pointer to a struct that embeds
// [resource].
type item interface {
	comparable
	based
}

// based is a resource of any type.
type based interface {
	base() *resource
}

// collectionOf returns a region's resources of the type that k describes. For
// each type, a method of region calls collectionOf. A type does not have to be
// registered in any other way.
func collectionOf[T item](r *region, k *kind) *collection[T] {
	if c, ok := r.collections[k]; ok {
		return c.(*collection[T])
	}
	c := &collection[T]{region: r, kind: k, items: make(map[string]T)}
	r.collections[k] = c
	return c
}

// get returns the resource with the given name, or nil if there is none. The
// name must be in lower case.
func (c *collection[T]) get(name string) T { return c.items[name] }

// find finds a resource by its name (case-insensitive) or by its ARN.
func (c *collection[T]) find(id string) (T, error) {
	if name, ok := c.region.nameOf(c.kind.arn, id); ok {
		if x, ok := c.items[name]; ok {
			return x, nil
		}
	}
	var none T
	return none, c.kind.notFound.of(shorten(id))
}

// named is like find, but rejects ARNs and long names. The argument longest is
// the maximum number of characters. param is the name of the request parameter.
func (c *collection[T]) named(param, name string, longest int) (T, error) {
	if !isName(name, longest) {
		var none T
		return none, invalidIdentifier(param)
	}
	return c.find(name)
}

// lookup returns the resource with the given ARN, or nil if there is none.
func (c *collection[T]) lookup(arn string) based {
	x, err := c.find(arn)
	if err != nil {
		return nil
	}
	return x
}

// drop is like remove, but for callers that do not know the resource's type.
func (c *collection[T]) drop(x based) { c.remove(x.(T)) }

// claim checks the name of a new resource, which a request gives in the
// parameter param. It returns the name in lower case. If the name is in use and
// the option [WithNamesCheckedLast] is set, taken is the error that the caller
// has to return after its other checks.
func (c *collection[T]) claim(param, id string, longest int) (name string, taken, err error) {
	if name, err = newName(param, id, longest); err != nil {
		return "", nil, err
	}
	taken = c.taken(name)
	return name, taken, c.region.early(taken)
}

// taken returns an error if a resource already has the name.
func (c *collection[T]) taken(name string) error {
	if _, ok := c.items[name]; ok {
		return c.kind.exists.of(name)
	}
	return nil
}

// room returns an error if one more resource would exceed the limit.
func (c *collection[T]) room(limit int) error {
	return c.roomBeside(len(c.items), limit)
}

// roomBeside is like room, but the argument have is the number of resources
// that count towards the limit.
func (c *collection[T]) roomBeside(have, limit int) error {
	if reached(have, limit) {
		return c.kind.quota.of(limit)
	}
	return nil
}

// count returns the number of resources for which the function counts returns
// true.
func (c *collection[T]) count(counts func(T) bool) (n int) {
	for _, x := range c.items {
		if counts(x) {
			n++
		}
	}
	return n
}

// add puts a resource into the collection.
func (c *collection[T]) add(x T) { c.items[x.base().name] = x }

// has reports whether the collection contains this resource, not just a
// resource with the same name.
func (c *collection[T]) has(x T) bool {
	var none T
	return x != none && c.items[x.base().name] == x
}

// remove removes a resource from the collection and cancels its planned events.
func (c *collection[T]) remove(x T) {
	delete(c.items, x.base().name)
	x.base().enter(removed)
	if c.region.lagging() {
		c.gone = append(c.gone, x)
	}
}

// rename changes a resource's name, unless another resource already has the new
// name.
func (c *collection[T]) rename(x T, name string) (ok bool) {
	if _, taken := c.items[name]; taken {
		return false
	}
	delete(c.items, x.base().name)
	x.base().name = name
	c.items[name] = x
	return true
}

// all returns the resources sorted by name.
func (c *collection[T]) all() []T {
	list := make([]T, 0, len(c.items))
	for _, name := range slices.Sorted(maps.Keys(c.items)) {
		list = append(list, c.items[name])
	}
	return list
}

// page lists the resources that match the query's filters and for which keep
// returns true. If id is not nil, only the resource with that identifier is
// considered, unless the query also has an identifier filter (see
// [query.merge]).
func (c *collection[T]) page(q query, id *string, keep func(T) bool, filters filters[T]) (page []T, marker *string, err error) {
	found := c.seen()
	if id != nil && !q.merge(c.kind.filter, *id) {
		x, err := c.findSeen(*id)
		if err != nil {
			return nil, nil, err
		}
		found = []T{x}
	}
	if keep != nil {
		found = slices.DeleteFunc(found, func(x T) bool { return !keep(x) })
	}
	page, marker, err = list(q, found, func(x T) string { return x.base().seenName() }, filters)
	return page, marker, c.kind.noMatch(q, id, len(found), len(page), err)
}

// noMatch returns the error of a request that lists resources. If the resource
// with the requested identifier exists but does not match the filters, this is
// the error for an unknown identifier. Otherwise, it is err, which is the error
// of [list]. found and page are the numbers of resources before and after the
// filters are applied.
func (k *kind) noMatch(q query, id *string, found, page int, err error) error {
	if err == nil && id != nil && found > 0 && page == 0 && q.marker == nil {
		return k.notFound.of(shorten(*id))
	}
	return err
}
