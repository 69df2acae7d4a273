package nereidtest

import (
	"fmt"
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A release is a version of an engine.
type release struct{ engine, version string }

// describeRelease converts a release to the shape that replies contain.
func describeRelease(v release) *rdstypes.DBEngineVersion {
	yes, no, global := true, false, hasGlobal(v.engine, v.version)
	status := "available"
	if isRetired(v.engine, v.version) {
		status = "deprecated"
	}
	return &rdstypes.DBEngineVersion{
		DBEngineDescription:               str(engineTitle(v.engine)),
		DBEngineVersionDescription:        str(engineTitle(v.engine) + " " + v.version),
		DBParameterGroupFamily:            str(familyOf(v.engine, v.version)),
		Engine:                            &v.engine,
		EngineVersion:                     &v.version,
		ExportableLogTypes:                logsOf(v.engine),
		MajorEngineVersion:                str(majorVersion(v.engine, v.version)),
		Status:                            &status,
		SupportedCACertificateIdentifiers: []string{"rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"},
		SupportedEngineModes:              v.modes(),
		SupportsBabelfish:                 &no,
		SupportsCertificateRotationWithoutRestart: &yes,
		SupportsGlobalDatabases:                   &global,
		SupportsIntegrations:                      &no,
		SupportsLimitlessDatabase:                 &no,
		SupportsLocalWriteForwarding:              &no,
		SupportsLogExportsToCloudwatchLogs:        &yes,
		SupportsParallelQuery:                     &no,
		SupportsReadReplica:                       &yes,
		ValidUpgradeTarget:                        v.targets(),
	}
}

func (v release) modes() []string {
	if strings.HasPrefix(v.engine, "aurora-") {
		return []string{"provisioned"}
	}
	return []string{}
}

// targets returns the versions to which a release can be upgraded.
func (v release) targets() []rdstypes.UpgradeTarget {
	list := []rdstypes.UpgradeTarget{}
	first := true
	for _, to := range versionsOf(v.engine) {
		if isRetired(v.engine, to) || !upgrades(v.engine, v.version, to) {
			continue
		}
		global, isMajor := hasGlobal(v.engine, to), majorVersion(v.engine, to) != majorVersion(v.engine, v.version)
		automatic := first && !isMajor
		first = false
		list = append(list, rdstypes.UpgradeTarget{
			AutoUpgrade:             &automatic,
			Description:             str(engineTitle(v.engine) + " " + to),
			Engine:                  str(v.engine),
			EngineVersion:           str(to),
			IsMajorVersionUpgrade:   &isMajor,
			SupportedEngineModes:    v.modes(),
			SupportsGlobalDatabases: &global,
		})
	}
	return list
}

type describeDBEngineVersionsOutput struct {
	DBEngineVersions []rdstypes.DBEngineVersion `query:",item=DBEngineVersion"`
	Marker           *string
}

// A describeDBEngineVersionsInput is the input of
// [region.DescribeDBEngineVersions].
type describeDBEngineVersionsInput struct {
	Filters                                                                     []filter `query:",item=Filter"`
	DBParameterGroupFamily, Engine, EngineVersion, Marker                       *string
	DefaultOnly, IncludeAll, ListSupportedCharacterSets, ListSupportedTimezones *bool
	MaxRecords                                                                  *int32
}

// DescribeDBEngineVersions lists engine versions, sorted by engine, with the
// oldest version first.
//
// Behavior:
//   - Retired versions are listed only with IncludeAll. Their status is
//     deprecated, but CreateDBCluster still accepts them.
//   - EngineVersion can be a major version, such as 16 or 1.4.
//   - DefaultOnly lists only the default version of each engine. If a major
//     version is given, the default is the engine's default version if it
//     belongs to that major version, and otherwise the latest version of that
//     major version.
//   - For an unknown engine, version or family, the list is empty, without an
//     error.
//   - AutoUpgrade is true only for the earliest upgrade target of a version,
//     and only if both have the same major version.
//   - The filters are db-parameter-group-family, engine, engine-mode,
//     engine-version and status. An engine filter with an unknown engine is
//     rejected.
//
// The list contains all Neptune versions, but only some versions of other
// engines. There are no character sets or time zones. It is not known how AWS
// responds to an unknown engine, or which AutoUpgrade values it returns for
// Neptune.
func (r *region) DescribeDBEngineVersions(in *describeDBEngineVersionsInput) (*describeDBEngineVersionsOutput, error) {
	if err := checkFilterValues(in.Filters, "engine", isEngineFilter); err != nil {
		return nil, err
	}
	byDefault := deref(in.DefaultOnly, false)
	found := releases(deref(in.Engine, ""), func(v release) bool {
		switch {
		case in.EngineVersion != nil && !isVersion(v.engine, v.version, *in.EngineVersion),
			in.DBParameterGroupFamily != nil && *in.DBParameterGroupFamily != familyOf(v.engine, v.version):
			return false
		case isRetired(v.engine, v.version):
			return deref(in.IncludeAll, false) && !byDefault
		}
		return true
	})
	if byDefault {
		found = defaults(found)
	}
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, found, release.key, filters[release]{
		"db-parameter-group-family": func(v release) []string { return []string{familyOf(v.engine, v.version)} },
		"engine":                    func(v release) []string { return []string{v.engine} },
		"engine-mode":               release.modes,
		"engine-version":            func(v release) []string { return []string{v.version, majorVersion(v.engine, v.version)} },
		"status": func(v release) []string {
			if isRetired(v.engine, v.version) {
				return []string{"deprecated"}
			}
			return []string{"available"}
		},
	})
	if err != nil {
		return nil, err
	}
	return &describeDBEngineVersionsOutput{each(page, describeRelease), marker}, nil
}

// key returns a key by which lists of releases are sorted.
func (v release) key() string {
	return fmt.Sprintf("%s %03d", v.engine, slices.Index(versionsOf(v.engine), v.version))
}

// releases returns the releases of an engine, or of all engines if engine is
// empty. It omits releases for which keep returns false.
func releases(engine string, keep func(release) bool) (list []release) {
	for _, e := range engines() {
		if engine != "" && !strings.EqualFold(engine, e) {
			continue
		}
		for _, v := range versionsOf(e) {
			if v := (release{e, v}); keep(v) {
				list = append(list, v)
			}
		}
	}
	return list
}

// defaults chooses one release per engine from a sorted list: the engine's
// default version if the list contains it, and otherwise the engine's latest
// version in the list.
func defaults(list []release) (chosen []release) {
	for _, v := range list {
		last := len(chosen) - 1
		switch {
		case last < 0 || chosen[last].engine != v.engine:
			chosen = append(chosen, v)
		case chosen[last].version != defaultVersion(v.engine):
			chosen[last] = v
		}
	}
	return chosen
}
