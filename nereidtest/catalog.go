package nereidtest

import (
	"slices"
	"strings"
)

// The engine versions and instance classes in this file are those of November
// 2026. For Neptune, the lists are complete. They are taken from the engine
// release page and from AWS's price list for us-east-1. For other engines, they
// are only a selection.

// engines returns the engines that have versions in this file, sorted by name.
func engines() []string {
	return []string{
		"aurora-mysql", "aurora-postgresql", "db2-ae", "db2-se", "docdb", "mariadb", "mysql", "neptune",
		"oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb", "postgres",
		"sqlserver-ee", "sqlserver-ex", "sqlserver-se", "sqlserver-web",
	}
}

// engineTitle returns the name that AWS shows for an engine.
func engineTitle(engine string) string {
	switch engine {
	case "aurora-mysql":
		return "Aurora MySQL"
	case "aurora-postgresql":
		return "Aurora (PostgreSQL)"
	case "docdb":
		return "Amazon DocumentDB (with MongoDB compatibility)"
	case "mariadb":
		return "MariaDb Community Edition"
	case "mysql":
		return "MySQL Community Edition"
	case "neptune":
		return "Neptune"
	case "postgres":
		return "PostgreSQL"
	}
	name, _, _ := strings.Cut(engine, "-")
	switch name {
	case "oracle":
		return "Oracle Database"
	case "sqlserver":
		return "Microsoft SQL Server"
	case "db2":
		return "IBM Db2"
	}
	return engine
}

// versionsOf returns the versions of an engine, the oldest first.
func versionsOf(engine string) []string {
	switch engine {
	case "neptune":
		return []string{
			// AWS has retired all versions before 1.3, most recently on
			// 2026-03-06.
			"1.0.1.0", "1.0.2.1", "1.0.2.2", "1.0.3.0", "1.0.4.0", "1.0.4.1", "1.0.4.2", "1.0.5.0", "1.0.5.1",
			"1.1.0.0", "1.1.1.0",
			"1.2.0.0", "1.2.0.1", "1.2.0.2", "1.2.1.0", "1.2.1.1", "1.2.1.2",
			// AWS retires the versions up to 1.4.6.1 on 2027-03-06, and the
			// later versions on 2027-06-03.
			"1.3.0.0", "1.3.1.0", "1.3.2.0", "1.3.2.1", "1.3.3.0", "1.3.4.0",
			"1.4.0.0", "1.4.1.0", "1.4.2.0", "1.4.3.0", "1.4.4.0", "1.4.5.0", "1.4.5.1",
			"1.4.6.0", "1.4.6.1", "1.4.6.2", "1.4.6.3", "1.4.7.0", "1.4.7.1",
		}
	case "docdb":
		return []string{"3.6.0", "4.0.0", "5.0.0"}
	case "aurora-mysql":
		return []string{
			"8.0.mysql_aurora.3.04.0", "8.0.mysql_aurora.3.04.1", "8.0.mysql_aurora.3.04.2", "8.0.mysql_aurora.3.04.3",
			"8.0.mysql_aurora.3.04.4", "8.0.mysql_aurora.3.08.0", "8.0.mysql_aurora.3.08.1", "8.0.mysql_aurora.3.08.2",
			"8.0.mysql_aurora.3.09.0", "8.0.mysql_aurora.3.10.0", "8.0.mysql_aurora.3.10.1",
		}
	case "aurora-postgresql":
		return []string{
			"13.18", "13.20", "13.21", "14.15", "14.17", "14.18", "15.10", "15.12", "15.13",
			"16.4", "16.6", "16.8", "16.9", "17.4", "17.5",
		}
	case "postgres":
		return []string{
			"13.20", "13.21", "13.22", "14.17", "14.18", "14.19", "15.12", "15.13", "15.14",
			"16.6", "16.8", "16.9", "16.10", "17.4", "17.5", "17.6",
		}
	case "mysql":
		return []string{"8.0.37", "8.0.39", "8.0.40", "8.0.41", "8.0.42", "8.0.43", "8.4.3", "8.4.4", "8.4.5", "8.4.6"}
	case "mariadb":
		return []string{"10.6.19", "10.11.8", "10.11.9", "11.4.7"}
	case "sqlserver-ee", "sqlserver-ex", "sqlserver-se", "sqlserver-web":
		return []string{"15.00.4385.2.v1", "15.00.4390.2.v1", "16.00.4135.4.v1", "16.00.4140.3.v1", defaultVersion(engine)}
	}
	return []string{defaultVersion(engine)}
}

// isRetired reports whether AWS has retired a version.
func isRetired(engine, version string) bool { return engine == "neptune" && isOlder(version, "1.3") }

// upgrades reports whether a version can be upgraded to a later version in one
// step. Neptune upgrades version 1.2 and later to any later version, but older
// versions only to versions up to 1.2.
func upgrades(engine, from, to string) bool {
	return isOlder(from, to) && (engine != "neptune" || !isOlder(from, "1.2.0.0") || isOlder(to, "1.3"))
}

// majorVersion returns the major part of a version. The parameter EngineVersion
// of a request may contain this part instead of a full version.
func majorVersion(engine, version string) string {
	if hasAnyPrefix(engine, "aurora-postgresql", "postgres", "oracle-") {
		name, _, _ := strings.Cut(version, ".")
		return name
	}
	return major(version)
}

// isVersion reports whether a version of an engine matches the requested
// version or major version.
func isVersion(engine, version, asked string) bool {
	return version == asked || majorVersion(engine, version) == asked
}

// hasGlobal reports whether a version of an engine supports global databases.
func hasGlobal(engine, version string) bool {
	switch engine {
	case "neptune":
		return !isOlder(version, "1.2")
	case "docdb":
		return !isOlder(version, "4.0")
	}
	return strings.HasPrefix(engine, "aurora-")
}

// logsOf returns the log types that can be exported to CloudWatch Logs.
func logsOf(engine string) []string {
	switch engine {
	case "neptune":
		return []string{"audit", "slowquery"}
	case "docdb":
		return []string{"audit", "profiler"}
	case "aurora-mysql":
		return []string{"audit", "error", "general", "instance", "slowquery"}
	case "mariadb", "mysql":
		return []string{"audit", "error", "general", "slowquery"}
	case "aurora-postgresql":
		return []string{"instance", "postgresql"}
	case "postgres":
		return []string{"postgresql", "upgrade"}
	}
	name, _, _ := strings.Cut(engine, "-")
	switch name {
	case "oracle":
		return []string{"alert", "audit", "listener", "oemagent", "trace"}
	case "sqlserver":
		return []string{"agent", "error"}
	}
	return []string{"diag.log", "notify.log"}
}

// A family is a family of instance classes.
type family struct {
	name  string
	sizes []string
}

// familiesOf returns the families of an engine's instance classes.
func familiesOf(engine string) []family {
	to16 := []string{"large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"}
	to24 := append(slices.Clip(to16), "24xlarge")
	to48 := append(slices.Clip(to24), "48xlarge")
	families := []family{{"r5", to24}, {"r6g", to16}, {"r6i", append(slices.Clip(to24), "32xlarge")}, {"r7g", to16}, {"r8g", to48}}
	switch engine {
	case "neptune":
		return append(families,
			family{"r4", []string{"large", "xlarge", "2xlarge", "4xlarge", "8xlarge"}},
			family{"r5d", to24},
			family{"r6gd", to16}, family{"r7i", to48},
			family{"x2g", to16}, family{"x2gd", to16},
			family{"x2iedn", []string{"xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge", "24xlarge", "32xlarge"}},
			family{"t3", []string{"medium"}}, family{"t4g", []string{"medium"}}, family{"serverless", []string{""}})
	case "docdb":
		return append(families, family{"t3", []string{"medium"}}, family{"t4g", []string{"medium"}})
	case "aurora-mysql", "aurora-postgresql":
		return append(families, family{"t3", []string{"medium", "large"}}, family{"t4g", []string{"medium", "large"}},
			family{"serverless", []string{""}})
	}
	families = append(families, family{"m5", to24}, family{"m6i", append(slices.Clip(to24), "32xlarge")},
		family{"t3", []string{"micro", "small", "medium", "large", "xlarge", "2xlarge"}})
	if hasAnyPrefix(engine, "oracle-", "sqlserver-", "db2-") { // these engines do not run on Graviton
		return slices.DeleteFunc(families, func(f family) bool { return f.isGraviton() })
	}
	return append(families, family{"m6g", to16}, family{"m7g", to16},
		family{"t4g", []string{"micro", "small", "medium", "large", "xlarge", "2xlarge"}})
}

func (f family) isGraviton() bool {
	return oneOf(f.name, "r6g", "r6gd", "r7g", "r8g", "m6g", "m7g", "x2g", "x2gd", "t4g")
}

// class returns the name of the class with the given size.
func (f family) class(size string) string {
	return strings.TrimSuffix("db."+f.name+"."+size, ".")
}

// runs reports whether instances of the family support a version.
func (f family) runs(engine, version string) bool {
	if engine != "neptune" {
		return true
	}
	switch f.name {
	case "r4":
		return !isOlder("1.0.5.1", version)
	case "serverless":
		return !isOlder(version, "1.2.0.1")
	}
	return true
}

// inGlobal reports whether instances of the family can be in a global database.
func (f family) inGlobal() bool { return !hasAnyPrefix(f.name, "t", "x2", "r4") }

// storageOf returns the storage types of an engine version.
func storageOf(engine, version string) []string {
	switch {
	case engine == "docdb":
		return []string{"standard", "iopt1"}
	case engine == "neptune" && isOlder(version, "1.3"):
		return []string{"aurora"}
	case engine == "neptune", strings.HasPrefix(engine, "aurora-"):
		return []string{"aurora", "aurora-iopt1"}
	}
	return []string{"gp2", "gp3", "io1"}
}
