package nereidtest_test

import (
	"strings"
	"testing"

	"github.com/nereid-go/nereid/neptune"
)

// TestMasterUser creates clusters with master users and passwords that AWS
// rejects, and with some that AWS accepts.
func TestMasterUser(t *testing.T) {
	e := newEstate(t)
	type in = neptune.CreateDBClusterInput
	const ascii = "The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides '/', '@', '\"', ' ' may be used."
	create := func(engine, user, password string) error {
		return fail(e.neptune.CreateDBCluster(ctx, &in{
			DBClusterIdentifier: str("c"), Engine: &engine, MasterUsername: orNil(user), MasterUserPassword: orNil(password),
		}))
	}
	for _, tt := range []struct{ engine, user, password, text string }{
		{"aurora-mysql", "", "long-enough", "The parameter MasterUsername must be provided and must not be blank."},
		{"aurora-mysql", "graph", "", "The parameter MasterUserPassword must be provided and must not be blank."},
		{"aurora-mysql", "1graph", "long-enough", "Invalid master user name"},
		{"mysql", strings.Repeat("a", 17), "long-enough", "Invalid master user name"},
		{"aurora-mysql", "a_b", "long-enough", "Invalid master user name"},
		{"postgres", strings.Repeat("a", 64), "long-enough", "Invalid master user name"},
		{"aurora-postgresql", "admin", "long-enough", "MasterUsername admin cannot be used as it is a reserved word used by the engine"},
		{"mysql", "rdsadmin", "long-enough", "MasterUsername rdsadmin cannot be used as it is a reserved word used by the engine"},
		{"mysql", "graph", "short", "The parameter MasterUserPassword is not a valid password because it is shorter than 8 characters."},
		{"mysql", "graph", strings.Repeat("a", 42), "The parameter MasterUserPassword is not a valid password because it is longer than 41 characters."},
		{"postgres", "graph", strings.Repeat("a", 129), "The parameter MasterUserPassword is not a valid password because it is longer than 128 characters."},
		{"postgres", "graph", "p@ssw0rd", ascii},
		{"postgres", "graph", "pass word", ascii},
		{"postgres", "graph", "passwörter", ascii},
	} {
		says(t, create(tt.engine, tt.user, tt.password), 400, badValue, tt.text)
	}
	for n, tt := range [][3]string{
		{"aurora-postgresql", "complete_postgresql", strings.Repeat("a", 128)}, {"aurora-mysql", "admin", strings.Repeat("a", 41)}, {"neptune", "", ""},
	} {
		if err := create(tt[0], tt[1], tt[2]); err != nil {
			t.Errorf("%d: %v", n, err)
		}
		e.Remove("arn:aws:rds:us-east-1:123456789012:cluster:c")
	}
}

// TestWindowsDoNotOverlap sets the backup window, the maintenance window, and
// both.
func TestWindowsDoNotOverlap(t *testing.T) {
	e := newEstate(t)
	const text = "The backup window and maintenance window must not overlap."
	create := func(backups, maintenance string) error {
		return fail(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
			DBClusterIdentifier: str("c"), Engine: str("neptune"),
			PreferredBackupWindow: orNil(backups), PreferredMaintenanceWindow: orNil(maintenance),
		}))
	}
	for _, tt := range []struct {
		backups, maintenance string
		refused              bool
	}{
		{"10:00-10:30", "mon:10:15-mon:10:45", true},
		{"10:00-10:30", "mon:10:30-mon:11:00", false},
		{"10:00-10:30", "mon:09:30-mon:10:00", false},
		{"23:45-00:15", "Sat:23:30-Sun:00:00", true},
		{"23:45-00:15", "sun:00:00-sun:00:30", true},
		{"00:00-00:30", "sat:23:45-sun:00:15", true},
		{"12:00-12:30", "sun:20:00-mon:13:00", true},
		{"04:00-04:30", "", false},
		{"", "sun:03:00-sun:03:30", false},
		{"", "sun:02:00-sun:10:00", false},
	} {
		err := create(tt.backups, tt.maintenance)
		if tt.refused {
			says(t, err, 400, badValue, text)
			continue
		}
		if err != nil {
			t.Errorf("%s and %s: %v", tt.backups, tt.maintenance, err)
			continue
		}
		c := e.cluster(t, "c")
		says(t, fail(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
			DBClusterIdentifier: str("c"), PreferredMaintenanceWindow: str("mon:" + (*c.PreferredBackupWindow)[:5] + "-mon:23:59"),
		})), 400, badValue, "")
		e.Remove("arn:aws:rds:us-east-1:123456789012:cluster:c")
	}
}
