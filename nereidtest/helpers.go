package nereidtest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// str returns a pointer to s, or nil if s is empty, because Describe responses
// omit empty strings.
func str(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// deref returns *p, or the value otherwise if p is nil.
func deref[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// setting returns the value that a request gives to a setting or, if that value
// is nil, a pointer to the default value.
func setting[T any](given *T, otherwise T) *T {
	if given == nil {
		return &otherwise
	}
	return given
}

// assign stores given in *to, unless given is nil.
func assign[T any](to **T, given *T) {
	if given != nil {
		*to = given
	}
}

// orElse returns s, or otherwise if s is empty.
func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// lowerPtr returns a pointer to the string in lower case, or nil if s is nil.
func lowerPtr(s *string) *string {
	if s == nil {
		return nil
	}
	return str(strings.ToLower(*s))
}

// shorten truncates long values in error messages.
func shorten(s string) string {
	if len(s) > 80 {
		return s[:77] + "..."
	}
	return s
}

// later returns the later of two times.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }

func hasAnyPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// firstOf returns the first list that is not empty, or nil.
func firstOf(lists ...[]string) []string {
	for _, l := range lists {
		if len(l) > 0 {
			return l
		}
	}
	return nil
}

// listed copies a list for a reply. The result is never nil, so that the reply
// has an XML element even for an empty list.
func listed[T any](list []T) []T { return append([]T{}, list...) }

// each converts resources to the shapes that Describe responses show. With
// [Lags], a shape may describe an older state of its resource.
func each[T, Shape any](items []T, describe func(T) *Shape) []Shape {
	list := make([]Shape, len(items))
	for i, x := range items {
		if x, ok := any(x).(interface{ base() *resource }); ok {
			if v, live := x.base().seen(); !live {
				list[i] = *v.shape.(*Shape)
				continue
			}
		}
		list[i] = *describe(x)
	}
	return list
}

// digest returns a hash of its parts. The fake uses hashes instead of random
// values, so that results are reproducible.
func digest(parts ...string) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", parts))
	return sum[:]
}

// mixed shuffles a list that AWS returns in no particular order. owner is the
// resource that has the list. The result depends only on the owner, the items
// and the seed.
func mixed[T any](s *state, owner string, list []T, name func(T) string) []T {
	key := func(x T) []byte { return digest(strconv.FormatUint(s.seed, 10), owner, name(x)) }
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b T) int { return bytes.Compare(key(a), key(b)) })
	return list
}
