package nereidtest

import "strings"

// checkMaster checks the master user and password of a new cluster or instance.
// All engines except Neptune and DocumentDB require both. For Neptune and
// DocumentDB, checkMaster checks nothing, because AWS's rules for them are not
// known well enough.
func checkMaster(engine string, name, password *string, managed *bool) error {
	if !hasMaster(engine) {
		return nil
	}
	switch {
	case deref(name, "") == "":
		return blank("MasterUsername")
	case !isMasterName(engine, *name):
		return invalidValue("Invalid master user name")
	case isReservedName(engine, *name):
		return invalidValue("MasterUsername %s cannot be used as it is a reserved word used by the engine", *name)
	case deref(managed, false):
		if password != nil {
			return invalidCombination("You cannot specify both MasterUserPassword and ManageMasterUserPassword")
		}
		return nil
	case password == nil:
		return blank("MasterUserPassword")
	}
	return checkMasterPassword(engine, password)
}

func hasMaster(engine string) bool {
	return !oneOf(engine, "neptune", "docdb")
}

func isPostgres(engine string) bool {
	return strings.HasSuffix(engine, "postgresql") || engine == "postgres"
}

// checkMasterPassword checks a password, unless it is nil. Errors do not
// contain the password.
func checkMasterPassword(engine string, password *string) error {
	if password == nil || !hasMaster(engine) {
		return nil
	}
	longest := 128
	switch {
	case oneOf(engine, "mysql", "mariadb", "aurora", "aurora-mysql"):
		longest = 41
	case strings.HasPrefix(engine, "oracle-"):
		longest = 30
	}
	const refused = "The parameter MasterUserPassword is not a valid password"
	switch n := len(*password); {
	case n < 8:
		return invalidValue(refused + " because it is shorter than 8 characters.")
	case n > longest:
		return invalidValue(refused+" because it is longer than %d characters.", longest)
	}
	for _, c := range *password {
		if c <= ' ' || c > '~' || strings.ContainsRune(`/@"`, c) {
			return invalidValue(refused + `. Only printable ASCII characters besides '/', '@', '"', ' ' may be used.`)
		}
	}
	return nil
}

// isMasterName reports whether a name is a valid master user name for an
// engine. A name consists of letters and digits and begins with a letter.
// PostgreSQL also accepts underscores. The maximum length is 63 characters for
// PostgreSQL, 16 for MySQL, MariaDB and Aurora MySQL, and 30 for other engines.
func isMasterName(engine, s string) bool {
	longest := 30
	switch {
	case isPostgres(engine):
		longest = 63
	case oneOf(engine, "mysql", "mariadb", "aurora", "aurora-mysql"):
		longest = 16
	}
	if len(s) > longest || !isLetter(s[0]) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && (c != '_' || !isPostgres(engine)) {
			return false
		}
	}
	return true
}

// isReservedName reports whether an engine reserves the name s, so that it
// cannot be a master user name. The reserved names were reported by users of
// AWS.
func isReservedName(engine, s string) bool {
	s = strings.ToLower(s)
	return s == "rdsadmin" || isPostgres(engine) && oneOf(s, "admin", "user", "rds_superuser", "rds_replication")
}
