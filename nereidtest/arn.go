package nereidtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nereid-go/nereid/internal/endpoint"
)

// An arn has the parts of an ARN:
// arn:partition:service:region:account:kind:name.
type arn struct {
	partition, service, region, account, kind, name string
}

func (a arn) String() string {
	return strings.Join([]string{"arn", a.partition, a.service, a.region, a.account, a.kind, a.name}, ":")
}

// parseARN parses the ARN of an RDS or Neptune resource. The name may contain
// colons; automated snapshots have such names.
func parseARN(s string) (arn, bool) {
	p := strings.SplitN(s, ":", 7)
	if len(p) != 7 || p[0] != "arn" || !strings.HasPrefix(p[1], "aws") || p[2] != "rds" || p[5] == "" || p[6] == "" {
		return arn{}, false
	}
	return arn{p[1], p[2], p[3], p[4], p[5], strings.ToLower(p[6])}, true
}

func isARN(s string) bool { return strings.HasPrefix(s, "arn:") }

// arnOf returns the ARN of a resource in the region.
func (r *region) arnOf(kind, name string) string {
	return arn{endpoint.PartitionFor(r.name).Name, "rds", r.name, r.account, kind, name}.String()
}

// nameOf converts an identifier, which is a name (case-insensitive) or an ARN,
// to the stored name of a resource in this region. It returns false if the ARN
// belongs to another partition, region, account or resource type.
func (r *region) nameOf(kind, s string) (name string, ok bool) {
	if !isARN(s) {
		return strings.ToLower(s), true
	}
	a, ok := parseARN(s)
	return a.name, ok && a.kind == kind && a.region == r.name && a.account == r.account && a.partition == endpoint.PartitionFor(r.name).Name
}

// newName checks s, the name of a new resource from the request parameter
// param. The argument longest is the maximum number of characters. newName
// returns the name in lower case, as it is stored.
func newName(param, s string, longest int) (string, error) {
	switch {
	case s == "":
		return "", blank(param)
	case !isName(s, longest):
		return "", invalidIdentifier(param)
	}
	return strings.ToLower(s), nil
}

// newDBSnapshotName is newName for instance snapshots.
func newDBSnapshotName(param, s string) (string, error) {
	if s != "" && !isLetter(s[0]) {
		return "", invalidValue("Invalid snapshot identifier:  %s", shorten(s))
	}
	return newName(param, s, 255)
}

// blank returns the error for a parameter without a value.
func blank(param string) error {
	return invalidValue("The parameter %s must be provided and must not be blank.", param)
}

func invalidIdentifier(param string) error {
	return invalidValue("The parameter %s is not a valid identifier. Identifiers must begin with a letter; "+
		"must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two "+
		"consecutive hyphens.", param)
}

// early decides when an operation reports that a name is already in use. The
// argument taken is the error for such a name, or nil if the name is free. By
// default, early returns taken, and the caller reports it before its other
// checks. With [WithNamesCheckedLast], early returns nil, and the caller
// reports taken after its other checks.
func (s *state) early(taken error) error {
	if s.quirks.namesLast {
		return nil
	}
	return taken
}

func isName(s string, longest int) bool {
	if s == "" || len(s) > longest || !isLetter(s[0]) || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && c != '-' {
			return false
		}
	}
	return true
}

// isGlobalName reports whether s matches the pattern in the API model,
// [A-Za-z][0-9A-Za-z-:._]*, and has at most 255 characters.
func isGlobalName(s string) bool {
	if s == "" || len(s) > 255 || !isLetter(s[0]) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && strings.IndexByte("-:._", c) < 0 {
			return false
		}
	}
	return true
}

// isBucketName reports whether S3 allows s as a bucket name.
func isBucketName(s string) bool {
	if len(s) < 3 || len(s) > 63 || strings.Contains(s, "..") {
		return false
	}
	for i := range len(s) {
		c := s[i]
		inner := i > 0 && i < len(s)-1 && (c == '-' || c == '.')
		if !inner && !isDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// checkKey checks a KMS key, which is given as a key ID, an alias name, or the
// ARN of either in this region. It returns the key ARN that Describe responses
// show. The fake does not know which keys exist, and makes up a separate key
// for each alias.
func (r *region) checkKey(key string) (string, error) {
	arn, err := r.keyOf(key)
	if err == nil && r.disabledKeys[arn] {
		err = noKey(key)
	}
	return arn, err
}

// noKey returns the error for an inaccessible KMS key.
func noKey(key string) error {
	return apiError("KMSKeyNotAccessibleFault",
		"Specified KMS key [%s] does not exist, is not enabled or you do not have permissions to access it.", key)
}

// checkSourceKey checks that an account that copies a snapshot can use the
// snapshot's KMS key. A nil key means that the snapshot is not encrypted.
func (r *region) checkSourceKey(key *string, account string) error {
	if key == nil {
		return nil
	}
	if r.disabledKeys[*key] || account != r.account && !slices.Contains(r.sharedKeys[*key], account) {
		return apiError("KMSKeyNotAccessibleFault",
			"The source snapshot KMS key [%s] does not exist, is not enabled or you do not have permissions to access it.", *key)
	}
	return nil
}

// keyOf converts a key ID, an alias name, or the ARN of either to the key ARN
// that Describe responses show.
func (r *region) keyOf(key string) (string, error) {
	refused := noKey(key)
	id, account := key, r.account
	if isARN(key) {
		p := strings.SplitN(key, ":", 6)
		if len(p) != 6 || !strings.HasPrefix(p[1], "aws") || p[2] != "kms" || p[3] != r.name || p[4] == "" {
			return "", refused
		}
		account = p[4]
		if id, _ = strings.CutPrefix(p[5], "key/"); id == p[5] && !strings.HasPrefix(id, "alias/") {
			return "", refused
		}
	}
	name, isAlias := strings.CutPrefix(id, "alias/")
	if name == "" || strings.EqualFold(name, "none") {
		return "", refused
	}
	for i := range len(name) {
		if c := name[i]; !isLetter(c) && !isDigit(c) && strings.IndexByte("-_/", c) < 0 {
			return "", refused
		}
	}
	if isAlias {
		d := digest("key", account, r.name, name)
		name = fmt.Sprintf("%x-%x-%x-%x-%x", d[:4], d[4:6], d[6:8], d[8:10], d[10:16])
	}
	return strings.Join([]string{"arn", endpoint.PartitionFor(r.name).Name, "kms", r.name, account, "key/" + name}, ":"), nil
}

// checkRole checks the ARN of an IAM role, which must belong to this account.
func (r *region) checkRole(role string) error {
	p := strings.SplitN(role, ":", 6)
	name := ""
	if len(p) == 6 && p[0] == "arn" && strings.HasPrefix(p[1], "aws") && p[2] == "iam" && p[3] == "" {
		name, _ = strings.CutPrefix(p[5], "role/")
	}
	if name == "" || name == p[5] || strings.ContainsAny(name, " :") {
		return invalidValue("IAM role ARN value is invalid or does not include the required permissions for: EXPORT")
	}
	if p[4] != r.account {
		return apiError("IamRoleNotFound", "The IAM role %s is missing.", role)
	}
	return nil
}

// zones returns the region's Availability Zones.
func (r *region) zones() []string { return []string{r.name + "a", r.name + "b", r.name + "c"} }
