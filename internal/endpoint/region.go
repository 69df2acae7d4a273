package endpoint

import (
	"strconv"
	"strings"
)

// RegionError explains why a name is not a valid region.
type RegionError struct {
	Region string // as it was given; empty if none was given
	Reason string
}

// Error describes the problem and, if known, suggests another name.
func (e *RegionError) Error() string {
	if e.Region == "" {
		return "Invalid Configuration: Missing Region: " + e.Reason
	}
	return "invalid region " + strconv.Quote(e.Region) + ": " + e.Reason
}

// CheckRegion returns a *RegionError if region cannot be the name of a region,
// and nil otherwise. It also accepts names of regions in partitions that it
// does not know. Names must be in lower case.
func CheckRegion(region string) error {
	if err := checkLabel(region); err != nil {
		return err
	}
	lower := strings.ToLower(region)
	if reason := zoneReason(lower); reason != "" {
		return &RegionError{region, reason}
	}
	if lower != region {
		// For a name with capital letters, DNS would find the endpoint's host,
		// because DNS is case-insensitive. But the signature would be invalid.
		return &RegionError{region, "regions are written in lower case, use " + lower}
	}
	return nil
}

// checkLabel checks that region is a DNS label. This check also applies with a
// custom endpoint, because every signature contains the name between slashes,
// in its credential scope.
func checkLabel(region string) error {
	switch {
	case region == "":
		return &RegionError{"", "set Region in the configuration or AWS_REGION in the environment"}
	case len(region) > 63:
		// The name may be some other text, even a secret, that was pasted by
		// mistake. The error therefore shows only the start of the name.
		return &RegionError{region[:16] + "…", "not a DNS label: it has more than 63 characters"}
	case region[0] == '-' || region[len(region)-1] == '-':
		return &RegionError{region, "not a DNS label: it starts or ends with a hyphen"}
	}
	for i := range len(region) {
		if c := region[i]; !isAlnum(c) && c != '-' {
			return &RegionError{region, "not a DNS label: only letters, digits and hyphens are allowed"}
		}
	}
	return nil
}

// zoneReason returns an error text if the name looks like a zone's name, or ""
// if it does not. Except for zone IDs, the text includes the zone's region.
// Zones look like us-east-1a, us-west-2-lax-1a (Local Zones),
// us-east-1-wl1-bos-wlz-1 (Wavelength Zones) or use1-az1 (zone IDs).
func zoneReason(region string) string {
	_, last, _ := cutLast(region)
	if id, ok := strings.CutPrefix(last, "az"); ok && isDigits(id) {
		return "this is the ID of an Availability Zone, not a region"
	}
	var number, end int // where the number of the region starts and ends
	for i := 0; ; {
		next := strings.IndexByte(region[i:], '-')
		if next < 0 {
			next = len(region) - i
		}
		element := region[i : i+next]
		if i > 0 && isDigit(element[0]) {
			number, end = i, i+len(element)-len(strings.TrimLeft(element, "0123456789"))
			break
		}
		if i += next + 1; i >= len(region) || region[i] == '-' {
			return ""
		}
	}
	// A zone's name has at least two elements, such as us-east, before the
	// region's number. A name with only one element before the number is not a
	// zone's name.
	if strings.IndexByte(region[:number-1], '-') < 0 {
		return ""
	}
	base, rest := region[:end], region[end:]
	switch {
	case len(rest) == 1 && isLower(rest[0]):
		return "this is an Availability Zone, use " + base
	case rest == "" || rest[0] != '-':
		return ""
	case strings.Contains(rest, "-wlz-"):
		return "this is a Wavelength Zone, use " + base
	case len(last) > 1 && isDigits(last[:len(last)-1]) && isLower(last[len(last)-1]):
		return "this is a Local Zone, use " + base
	}
	return ""
}

// fromPseudo removes "fips" from the name of a pseudo region, such as
// fips-us-east-1, and reports whether the name contained it.
func fromPseudo(region string) (name string, fips bool) {
	if name, ok := strings.CutPrefix(region, "fips-"); ok {
		return name, true
	}
	if name, ok := strings.CutSuffix(region, "-fips"); ok {
		return name, true
	}
	if before, after, ok := strings.Cut(region, "-fips-"); ok {
		return before + "-" + after, true
	}
	return region, false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isAlnum(c byte) bool { return isDigit(c) || isLower(c|0x20) }

func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func isWord(s string) bool {
	for i := range len(s) {
		if !isAlnum(s[i]) && s[i] != '_' {
			return false
		}
	}
	return s != ""
}
