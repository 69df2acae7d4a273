package operation

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	shortestSecret = 8  // AWS accepts no shorter passwords, and a shorter text could be an ordinary word
	shortestCut    = 16 // the shortest prefix of a secret that is hidden at the end of a truncated text
)

// hide replaces every occurrence of a secret in a text. It also finds an
// escaped secret. The escapes can be markup references, JSON escapes, or URL
// escapes with upper-case or lower-case hex digits. A URL escape can be escaped
// a second time. If a truncated text ends with a long prefix of the secret,
// hide replaces that prefix too.
func hide(text, secret string) string {
	if len(secret) < shortestSecret || len(text) < shortestSecret {
		return text
	}
	var b strings.Builder
	done := 0
	for i := 0; i < len(text); {
		if c := text[i]; c != secret[0] && c != '%' && c != '&' && c != '\\' && c != '+' {
			i++
			continue
		}
		n := prefixWritten(text[i:], secret)
		if n == 0 {
			i++
			continue
		}
		b.WriteString(text[done:i])
		b.WriteString(redacted)
		i += n
		done = i
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}

// prefixWritten returns the number of bytes that the secret takes up at the
// beginning of the text, or 0 if the text does not begin with the secret. The
// secret may be written with escapes. If the text is cut off within the secret,
// the part that is there counts if it has at least shortestCut bytes.
func prefixWritten(text, secret string) int {
	at := 0
	for i := 0; i < len(secret); {
		if at == len(text) {
			if i >= shortestCut {
				return at
			}
			return 0
		}
		if c, n := unescape(text[at:]); n > 0 && strings.HasPrefix(secret[i:], c) {
			at, i = at+n, i+len(c)
			continue
		}
		if text[at] != secret[i] && (text[at] != '+' || secret[i] != ' ') {
			return 0
		}
		at, i = at+1, i+1
	}
	return at
}

// unescape decodes the escape at the beginning of a text. It returns the
// character and the length of the escape, or 0 if the text does not begin with
// an escape.
func unescape(text string) (c string, n int) {
	switch text[0] {
	case '%':
		b, ok := hexByte(text[1:])
		if !ok {
			return "", 0
		}
		if b == '%' {
			if twice, ok := hexByte(text[3:]); ok {
				return string([]byte{twice}), 5
			}
		}
		return string([]byte{b}), 3
	case '&':
		return reference(text)
	case '\\':
		if len(text) < 2 {
			return "", 0
		}
		if text[1] == 'u' && len(text) >= 6 {
			if v, err := strconv.ParseUint(text[2:6], 16, 16); err == nil {
				return string(rune(v)), 6
			}
		}
		return text[1:2], 2
	}
	return "", 0
}

func hexByte(text string) (byte, bool) {
	if len(text) < 2 {
		return 0, false
	}
	v, err := strconv.ParseUint(text[:2], 16, 8)
	return byte(v), err == nil
}

// reference decodes the markup reference at the beginning of a text. It returns
// the character and the length of the reference.
func reference(text string) (c string, n int) {
	const longest = 10
	end := strings.IndexByte(text[:min(len(text), longest)], ';')
	if end < 0 {
		return "", 0
	}
	switch name := text[1:end]; {
	case name == "amp":
		c = "&"
	case name == "lt":
		c = "<"
	case name == "gt":
		c = ">"
	case name == "quot":
		c = `"`
	case name == "apos":
		c = "'"
	case strings.HasPrefix(name, "#"):
		digits, base := name[1:], 10
		if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
			digits, base = digits[1:], 16
		}
		v, err := strconv.ParseUint(digits, base, 21)
		if err != nil || !utf8.ValidRune(rune(v)) {
			return "", 0
		}
		c = string(rune(v))
	default:
		return "", 0
	}
	return c, end + 1
}
