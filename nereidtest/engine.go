package nereidtest

import (
	"encoding/base32"
	"strings"
)

func isEngine(s string) bool {
	return oneOf(s, "neptune", "docdb", "aurora", "aurora-mysql", "aurora-postgresql", "mysql", "postgres")
}

// isInstanceEngine reports whether an engine has DB instances, in clusters or
// standalone.
func isInstanceEngine(s string) bool {
	return isEngine(s) || s == "mariadb" || hasAnyPrefix(s, "oracle-", "sqlserver-", "db2-")
}

func defaultVersion(engine string) string {
	switch engine {
	case "neptune":
		return "1.4.5.1"
	case "docdb":
		return "5.0.0"
	case "aurora", "aurora-mysql":
		return "8.0.mysql_aurora.3.08.2"
	case "mysql":
		return "8.0.42"
	case "mariadb":
		return "11.4.7"
	}
	switch {
	case strings.HasPrefix(engine, "oracle-"):
		return "19.0.0.0.ru-2025-07.rur-2025-07.r1"
	case strings.HasPrefix(engine, "sqlserver-"):
		return "16.00.4205.1.v1"
	case strings.HasPrefix(engine, "db2-"):
		return "11.5.9.0.sb00063198.r1"
	}
	return "16.8"
}

func defaultPort(engine string) int32 {
	switch engine {
	case "neptune":
		return 8182
	case "docdb":
		return 27017
	case "aurora-postgresql", "postgres":
		return 5432
	}
	switch {
	case strings.HasPrefix(engine, "oracle-"):
		return 1521
	case strings.HasPrefix(engine, "sqlserver-"):
		return 1433
	case strings.HasPrefix(engine, "db2-"):
		return 50000
	}
	return 3306
}

// familyOf returns the parameter group family of an engine version.
func familyOf(engine, version string) string {
	parts := strings.Split(version, ".")
	two := strings.Join(parts[:min(2, len(parts))], ".")
	switch engine {
	case "neptune":
		if isOlder(two, "1.2") {
			return "neptune1"
		}
		return engine + two
	case "aurora-postgresql", "postgres", "db2-se", "db2-ae":
		return engine + parts[0]
	case "sqlserver-ee", "sqlserver-se", "sqlserver-ex", "sqlserver-web", "sqlserver-dev-ee":
		return engine + "-" + strings.TrimSuffix(two, "0")
	}
	if strings.HasPrefix(engine, "oracle-") {
		return engine + "-" + parts[0]
	}
	return engine + two
}

func licenseOf(engine string) string {
	switch engine {
	case "neptune":
		return "amazon-license"
	case "aurora-postgresql", "postgres":
		return "postgresql-license"
	}
	if hasAnyPrefix(engine, "oracle-ee", "db2-") {
		return "bring-your-own-license"
	}
	if hasAnyPrefix(engine, "oracle-", "sqlserver-") {
		return "license-included"
	}
	return "general-public-license"
}

// snapshotLicenseOf returns the LicenseModel of a cluster snapshot. It is the
// engine's name for some engines, and the result of licenseOf for all others.
func snapshotLicenseOf(engine string) string {
	if oneOf(engine, "docdb", "aurora", "aurora-mysql") {
		return engine
	}
	return licenseOf(engine)
}

// hostedZone returns the ID of the Route 53 zone that contains an engine's
// endpoints. AWS has separate zones for Neptune, DocumentDB and RDS in each
// region. If AWS's ID is not known, the fake makes one up.
func (r *region) hostedZone(engine string) string {
	if !oneOf(engine, "neptune", "docdb") {
		engine = "rds"
	}
	switch engine + " " + r.name {
	case "neptune us-east-1":
		return "ZUFXD4SLT2LS7"
	case "docdb us-west-2":
		return "ZNKXH85TT8WVW"
	case "rds us-east-1":
		return "Z2R2ITUGPM61AM"
	case "rds us-east-2":
		return "Z2XHWR1WZ565X2"
	case "rds us-west-2":
		return "Z1PVIF0B656C1W"
	}
	return "Z" + base32.StdEncoding.EncodeToString(digest("zone", engine, r.name))[:13]
}
