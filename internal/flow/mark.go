package flow

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark returns the value of a tag that names the source of a restore. AWS does not accept every name as
// the value of a tag: the prefix of files in S3 can have other characters, and the ARN of a snapshot
// can be too long. Mark replaces such a name by its digest.
func Mark(kind, name string) string {
	mark := kind + " " + name
	if utf8.RuneCountInString(mark) <= 256 && strings.IndexFunc(mark, notInTags) < 0 {
		return mark
	}
	digest := sha256.Sum256([]byte(name))
	return kind + " sha256:" + hex.EncodeToString(digest[:])
}

// notInTags reports whether AWS rejects a character in the values of tags.
func notInTags(c rune) bool {
	return !unicode.In(c, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("_.:/=+-@", c)
}
