package soak

import "unicode"

const (
	maxSize  = 8 << 10 // of a string
	maxWords = 2000
)

// learn collects the words and separators in the seeds.
func (s *soak) learn() {
	seen := make(map[string]bool)
	add := func(word string) {
		if word != "" && len(word) < 64 && !seen[word] && len(s.words) < maxWords {
			seen[word] = true
			s.words = append(s.words, word)
		}
	}
	for _, seed := range s.seeds {
		for _, v := range seed {
			text, _ := v.(string)
			start, inWord := 0, false
			for i, r := range text {
				if letter := unicode.IsLetter(r) || unicode.IsDigit(r); letter != inWord {
					add(text[start:i])
					start, inWord = i, letter
				}
			}
			add(text[start:])
		}
	}
	if len(s.words) == 0 {
		s.words = []string{" "}
	}
}

// change returns a changed copy of an input.
func (s *soak) change(input []any) []any {
	out := append(make([]any, 0, len(input)), input...)
	for range 1 + s.rand.IntN(5) {
		i := s.rand.IntN(len(out))
		switch v := out[i].(type) {
		case string:
			if text := s.text(v, i); len(text) <= maxSize {
				out[i] = text
			}
		case bool:
			out[i] = !v
		case int64:
			out[i] = s.integer(v)
		}
	}
	return out
}

func (s *soak) integer(v int64) int64 {
	switch s.rand.IntN(4) {
	case 0:
		return v + int64(s.rand.IntN(17)) - 8
	case 1:
		return -v
	case 2:
		return v ^ 1<<s.rand.IntN(64)
	}
	return int64(s.rand.Uint64() >> s.rand.IntN(64))
}

// text returns v with one random change. v is argument i of an input.
func (s *soak) text(v string, i int) string {
	a, b := s.span(len(v))
	switch s.rand.IntN(9) {
	case 0: // a bit
		if len(v) == 0 {
			return s.char()
		}
		at := s.rand.IntN(len(v))
		return v[:at] + string([]byte{v[at] ^ 1<<s.rand.IntN(8)}) + v[at+1:]
	case 1: // a byte more
		return v[:a] + s.char() + v[a:]
	case 2: // less
		return v[:a] + v[b:]
	case 3: // twice
		return v[:b] + v[a:]
	case 4: // elsewhere
		cut := v[:a] + v[b:]
		at := s.rand.IntN(len(cut) + 1)
		return cut[:at] + v[a:b] + cut[at:]
	case 5: // a word more
		return v[:a] + s.word() + v[a:]
	case 6: // another word
		return v[:a] + s.word() + v[b:]
	case 7: // a part of another input
		other, _ := s.seeds[s.rand.IntN(len(s.seeds))][i].(string)
		c, d := s.span(len(other))
		return v[:a] + other[c:d] + v[b:]
	}
	// the start of this and the end of another
	other, _ := s.seeds[s.rand.IntN(len(s.seeds))][i].(string)
	c, _ := s.span(len(other))
	return v[:a] + other[c:]
}

func (s *soak) word() string { return s.words[s.rand.IntN(len(s.words))] }

func (s *soak) char() string { return string([]byte{byte(s.rand.Uint32())}) }

// span chooses a part of n bytes, more often a short one.
func (s *soak) span(n int) (from, to int) {
	from = s.rand.IntN(n + 1)
	length := n - from
	if s.rand.IntN(4) > 0 {
		length = min(length, 16)
	}
	return from, from + s.rand.IntN(length+1)
}
