package awsquery

import (
	"reflect"
	"strings"
)

// The first block of a slab is small, but large enough for a reply with one
// resource. The size of blocks doubles up to lastBlock. With these sizes, a
// page of a hundred resources needs only a few allocations.
const (
	firstBlock = 8
	lastBlock  = 512
)

// A slab allocates values of one type from blocks. It counts the used values of
// a block instead of reslicing the block, because changing a pointer costs time
// during garbage collection.
type slab[T any] struct {
	block []T
	used  int
	size  int // size of the last block
}

// take returns a pointer to a zero value.
func (s *slab[T]) take() *T {
	if s.used == len(s.block) {
		s.grow(1)
	}
	p := &s.block[s.used]
	s.used++
	return p
}

// A list in a slab starts in the free part of a block. When the list is
// complete, cut fixes its length. Until then, callers must not take other
// values from the slab.
//
//	list := s.begin()
//	list = s.extend(list, v) …
//	list = s.cut(list)

func (s *slab[T]) begin() []T { return s.block[s.used:s.used] }

func (s *slab[T]) extend(list []T, v T) []T {
	if n := len(list); n == cap(list) {
		s.grow(2*n + 1)
		list = append(s.begin(), list...)
	}
	return append(list, v)
}

// cut returns the list without spare capacity. The result is never nil.
func (s *slab[T]) cut(list []T) []T {
	n := len(list)
	if n == 0 {
		return []T{}
	}
	s.used += n
	return list[:n:n]
}

// grow makes a block for at least n values.
func (s *slab[T]) grow(n int) {
	s.size = min(max(2*s.size, firstBlock), lastBlock)
	s.block, s.used = make([]T, max(s.size, n)), 0
}

// A structSlab is a slab for a struct type that is only known at run time.
type structSlab struct {
	typ   reflect.Type
	block reflect.Value
	used  int
}

// structs has the slabs of one reply, which are few.
type structs []structSlab

// take returns a pointer to a zero struct.
func (s *structs) take(t reflect.Type) reflect.Value {
	for i := range *s {
		if slab := &(*s)[i]; slab.typ == t {
			return slab.take()
		}
	}
	// Most outputs have only one value of a struct type.
	*s = append(*s, structSlab{typ: t})
	return reflect.New(t)
}

func (s *structSlab) take() reflect.Value {
	n := 0
	if s.block.IsValid() {
		n = s.block.Len()
	}
	if s.used == n {
		n = min(max(2*n, 4), 64)
		s.block, s.used = reflect.MakeSlice(reflect.SliceOf(s.typ), n, n), 0
	}
	s.used++
	return s.block.Index(s.used - 1).Addr()
}

// texts copies strings from a reply into shared blocks, because the reply's
// buffer is reused. A block is a strings.Builder that never grows beyond its
// capacity, so that the strings in it stay valid.
type texts struct {
	block strings.Builder
	size  int // size of the next block
}

// The size of blocks doubles up to lastText. Go allocates blocks of up to this
// size cheaply. The blocks are not larger, because a single string that is in
// use keeps its whole block in memory.
const (
	firstText = 64
	lastText  = 16 << 10
)

func (t *texts) add(b []byte) string {
	switch {
	case len(b) == 0:
		return ""
	case len(b) > lastText/4:
		return string(b)
	case t.block.Cap()-t.block.Len() < len(b):
		t.size = min(max(t.size, firstText), lastText)
		t.block.Reset()
		t.block.Grow(max(t.size, len(b)))
		t.size *= 2
	}
	start := t.block.Len()
	t.block.Write(b)
	return t.block.String()[start:]
}
