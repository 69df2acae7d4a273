package nereidtest

import (
	"slices"
	"strconv"
	"strings"
)

// checkVersion rejects a version that the engine does not have. The fake knows
// all versions of Neptune. For other engines, it checks only the format:
// numbers separated by dots. In a version of Aurora or a commercial engine, the
// parts after the first dot can also contain letters.
func checkVersion(engine, version string) error {
	if engine == "neptune" && !slices.Contains(versionsOf(engine), version) {
		return invalidCombination("Cannot find version %s for %s", shorten(version), engine)
	}
	for i, part := range strings.Split(version, ".") {
		if i > 0 && hasAnyPrefix(engine, "aurora", "oracle-", "sqlserver-", "db2-") && part != "" {
			break
		}
		if _, err := strconv.ParseUint(part, 10, 32); err != nil {
			return invalidCombination("Cannot find version %s for %s", shorten(version), engine)
		}
	}
	return nil
}

// checkUpgrade checks a change of the engine version. It rejects a downgrade
// and, unless majorAllowed is true, a new major version.
func checkUpgrade(engine, from, to string, majorAllowed *bool) error {
	if err := checkVersion(engine, to); err != nil {
		return err
	}
	switch {
	case isOlder(to, from) || to != from && !upgrades(engine, from, to):
		return invalidCombination("Cannot upgrade %s from %s to %s", engine, from, shorten(to))
	case majorVersion(engine, to) != majorVersion(engine, from) && !deref(majorAllowed, false):
		return invalidCombination("The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.")
	}
	return nil
}

// major returns the part of a version before the second dot. For Neptune, for
// example, the major version of 1.4.5.1 is 1.4.
func major(version string) string {
	parts := strings.SplitN(version, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}

// isOlder reports whether version a is older than version b. It compares the
// parts between the dots as numbers, and ignores parts that are not numbers.
func isOlder(a, b string) bool {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		n, err := strconv.Atoi(x[i])
		m, err2 := strconv.Atoi(y[i])
		if err == nil && err2 == nil && n != m {
			return n < m
		}
	}
	return false
}
