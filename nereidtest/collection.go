package nereidtest

import (
	"maps"
	"slices"
)

// A collection holds the resources of one kind in one region, by name. It has
// the behavior that all kinds share: names, quotas, lookups by name or ARN,
// lists, tags.
type collection[T item] struct {
	region *region
	kind   *kind
	items  map[string]T
	gone   []T // which descriptions still have
}

// An item is a resource of a certain kind: a pointer to a struct that embeds
// [resource].
type item interface {
	comparable
	based
}

// based is a resource of any kind.
type based interface {
	base() *resource
}

// collectionOf returns the resources of a kind in a region. Each kind has a
// method of region that calls collectionOf. A kind needs no other registration.
func collectionOf[T item](r *region, k *kind) *collection[T] {
	if c, ok := r.collections[k]; ok {
		return c.(*collection[T])
	}
	c := &collection[T]{region: r, kind: k, items: make(map[string]T)}
	r.collections[k] = c
	return c
}

// get returns the resource with a name in lower case, or nil.
func (c *collection[T]) get(name string) T { return c.items[name] }

// find finds a resource by its name, case-insensitive, or by its ARN.
func (c *collection[T]) find(id string) (T, error) {
	if name, ok := c.region.nameOf(c.kind.arn, id); ok {
		if x, ok := c.items[name]; ok {
			return x, nil
		}
	}
	var none T
	return none, c.kind.notFound.of(shorten(id))
}

// named is find for a parameter that accepts names of resources only: an ARN is
// not a valid name.
func (c *collection[T]) named(param, name string, longest int) (T, error) {
	if !isName(name, longest) {
		var none T
		return none, invalidIdentifier(param)
	}
	return c.find(name)
}

// lookup finds a resource by its ARN, or returns nil if there is none.
func (c *collection[T]) lookup(arn string) based {
	x, err := c.find(arn)
	if err != nil {
		return nil
	}
	return x
}

// drop is remove for callers that do not know the type of the resource.
func (c *collection[T]) drop(x based) { c.remove(x.(T)) }

// claim checks the name of a new resource in a request parameter, and returns
// its stored form. If the name is taken but names are checked last, claim
// returns the name together with the error for it.
func (c *collection[T]) claim(param, id string, longest int) (name string, taken, err error) {
	if name, err = newName(param, id, longest); err != nil {
		return "", nil, err
	}
	taken = c.taken(name)
	return name, taken, c.region.early(taken)
}

// taken returns an error if another resource has the name, or nil.
func (c *collection[T]) taken(name string) error {
	if _, ok := c.items[name]; ok {
		return c.kind.exists.of(name)
	}
	return nil
}

// room checks that one more resource does not exceed the limit.
func (c *collection[T]) room(limit int) error {
	return c.roomBeside(len(c.items), limit)
}

// roomBeside is room if only so many resources count.
func (c *collection[T]) roomBeside(have, limit int) error {
	if reached(have, limit) {
		return c.kind.quota.of(limit)
	}
	return nil
}

// count returns how many resources pass a test.
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

// has reports whether this very resource is in the collection.
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

// rename gives a resource another name, unless the name was taken in the
// meantime.
func (c *collection[T]) rename(x T, name string) (ok bool) {
	if _, taken := c.items[name]; taken {
		return false
	}
	delete(c.items, x.base().name)
	x.base().name = name
	c.items[name] = x
	return true
}

// all returns the resources in the order of their names.
func (c *collection[T]) all() []T {
	list := make([]T, 0, len(c.items))
	for _, name := range slices.Sorted(maps.Keys(c.items)) {
		list = append(list, c.items[name])
	}
	return list
}

// page lists the resources that keep accepts and that match the filters of the
// query, or only the resource with the given identifier (see [query.merge]).
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

// noMatch rejects an identifier if the filters exclude everything that was
// found.
func (k *kind) noMatch(q query, id *string, found, page int, err error) error {
	if err == nil && id != nil && found > 0 && page == 0 && q.marker == nil {
		return k.notFound.of(shorten(*id))
	}
	return err
}
