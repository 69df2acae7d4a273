package xmlscan

import (
	"bytes"
	"math/bits"
	"unicode/utf8"
)

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// checkChars returns the offset of the first byte of s that an XML document
// cannot contain, or -1 if there is none. Such a byte is invalid UTF-8, or
// belongs to a character that XML does not allow. Code that runs after
// checkChars can rely on valid UTF-8. It can also treat every byte up to 0x20,
// the space, as white space.
//
// checkChars also returns the offset of the first carriage return, or -1 if
// there is none. Finding the carriage return costs nothing extra.
func checkChars(s []byte) (bad, cr int) {
	cr = -1
	for i := 0; ; {
		if i += printable(s[i:]); i == len(s) {
			return -1, cr
		}
		if c := s[i]; c < utf8.RuneSelf {
			if !isSpace(c) {
				return i, cr
			}
			if c == '\r' && cr < 0 {
				cr = i
			}
			i++
			continue
		}
		for i < len(s) && s[i] >= utf8.RuneSelf { // text in one script stays in it for a while
			n := runeLen(s[i:])
			if n == 0 {
				return i, cr
			}
			i += n
		}
	}
}

// printable returns the number of bytes at the start of s that are printable
// ASCII or DEL. It checks several bytes at a time, because documents consist
// mainly of long runs of such bytes.
func printable(s []byte) int {
	i := 0
	for len(s)-i >= 32 {
		b := s[i : i+32]
		w, x, y, z := word(b[:8]), word(b[8:16]), word(b[16:24]), word(b[24:])
		if (w|(w-0x20*lowBits)|x|(x-0x20*lowBits)|y|(y-0x20*lowBits)|z|(z-0x20*lowBits))&highBits != 0 {
			break
		}
		i += 32
	}
	for len(s)-i >= 8 {
		w := word(s[i : i+8])
		if other := (w | (w - 0x20*lowBits)) & highBits; other != 0 {
			// In the variable other, only the lowest set bit is reliable. A
			// borrow in the subtraction may have set higher bits.
			return i + bits.TrailingZeros64(other)/8
		}
		i += 8
	}
	for i < len(s) && s[i] >= ' ' && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// word returns the first eight bytes of b as an integer. The compiler turns it
// into a single load.
func word(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// runeLen returns the length in bytes of the non-ASCII character at the start
// of s, or 0 if XML does not allow the character.
func runeLen(s []byte) int {
	r, n := utf8.DecodeRune(s)
	if r == utf8.RuneError && n < 2 || !isChar(r) {
		return 0
	}
	return n
}

// isChar reports whether XML's production Char has r.
func isChar(r rune) bool {
	return r >= ' ' && r <= 0xD7FF || r == '\n' || r == '\t' || r == '\r' ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// skipSpace returns the offset of the first byte at or after i that is not
// white space. checkChars must have accepted s.
func skipSpace(s []byte, i int) int {
	if i < len(s) && s[i] <= ' ' {
		return skipIndent(s, i+1)
	}
	return i
}

// skipIndent is like skipSpace, but is optimized for indentation: many spaces
// after a line end that has already been read.
func skipIndent(s []byte, i int) int {
	for len(s)-i >= 8 && word(s[i:i+8]) == ' '*lowBits {
		i += 8
	}
	for i < len(s) && s[i] <= ' ' {
		i++
	}
	return i
}

// ASCII classes of name characters.
const (
	nameStart = 1 << iota
	nameRest
)

var nameClass = [utf8.RuneSelf]uint8{
	'-': nameRest, '.': nameRest, '_': nameStart | nameRest, ':': nameStart | nameRest,
	'0': nameRest, '1': nameRest, '2': nameRest, '3': nameRest, '4': nameRest,
	'5': nameRest, '6': nameRest, '7': nameRest, '8': nameRest, '9': nameRest,
	'A': 3, 'B': 3, 'C': 3, 'D': 3, 'E': 3, 'F': 3, 'G': 3, 'H': 3, 'I': 3, 'J': 3, 'K': 3, 'L': 3, 'M': 3,
	'N': 3, 'O': 3, 'P': 3, 'Q': 3, 'R': 3, 'S': 3, 'T': 3, 'U': 3, 'V': 3, 'W': 3, 'X': 3, 'Y': 3, 'Z': 3,
	'a': 3, 'b': 3, 'c': 3, 'd': 3, 'e': 3, 'f': 3, 'g': 3, 'h': 3, 'i': 3, 'j': 3, 'k': 3, 'l': 3, 'm': 3,
	'n': 3, 'o': 3, 'p': 3, 'q': 3, 'r': 3, 's': 3, 't': 3, 'u': 3, 'v': 3, 'w': 3, 'x': 3, 'y': 3, 'z': 3,
}

// nameEnd returns the offset of the end of the XML name that starts at i, or i
// if no name starts there.
func nameEnd(s []byte, i int) int {
	first := uint8(nameStart)
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if nameClass[c]&first == 0 {
				return i
			}
			i++
		} else {
			r, n := utf8.DecodeRune(s[i:])
			if !isNameRune(r, first == nameStart) {
				return i
			}
			i += n
		}
		first = nameRest
	}
	return i
}

// isNameRune reports whether a non-ASCII character is a NameChar in the XML
// grammar. If first is true, the character must be a NameStartChar.
func isNameRune(r rune, first bool) bool {
	switch {
	case r >= 0xC0 && r <= 0x2FF:
		return r != 0xD7 && r != 0xF7
	case r >= 0x370 && r <= 0x1FFF:
		return r != 0x37E
	case r == 0x200C, r == 0x200D,
		r >= 0x2070 && r <= 0x218F,
		r >= 0x2C00 && r <= 0x2FEF,
		r >= 0x3001 && r <= 0xD7FF,
		r >= 0xF900 && r <= 0xFDCF,
		r >= 0xFDF0 && r <= 0xFFFD,
		r >= 0x10000 && r <= 0xEFFFF:
		return true
	case r == 0xB7, r >= 0x300 && r <= 0x36F, r == 0x203F, r == 0x2040:
		return !first
	}
	return false
}

// localName removes the prefix from a name. ok is false if the name has two
// colons. A colon at the start or end of a name does not separate a prefix.
func localName(name []byte) (local []byte, ok bool) {
	i := bytes.IndexByte(name, ':')
	if i < 0 {
		return name, true
	}
	rest := name[i+1:]
	if bytes.IndexByte(rest, ':') >= 0 {
		return nil, false
	}
	if i == 0 || len(rest) == 0 {
		return name, true
	}
	return rest, true
}
