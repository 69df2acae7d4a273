package flow

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark returns a tag value that names the source of a restore. If AWS does not
// allow the source's name in a tag value, Mark uses the name's SHA-256 digest
// instead. For example, a prefix of files in S3 may contain characters that AWS
// rejects in tags, and a snapshot's ARN may be too long.
func Mark(kind, name string) string {
	mark := kind + " " + name
	if utf8.RuneCountInString(mark) <= 256 && strings.IndexFunc(mark, notInTags) < 0 {
		return mark
	}
	digest := sha256.Sum256([]byte(name))
	return kind + " sha256:" + hex.EncodeToString(digest[:])
}

// notInTags reports whether AWS rejects a character in tag values.
func notInTags(c rune) bool {
	return !unicode.In(c, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("_.:/=+-@", c)
}
