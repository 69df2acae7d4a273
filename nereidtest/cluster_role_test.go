package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

const (
	loadRole  = "arn:aws:iam::123456789012:role/load"
	otherRole = "arn:aws:iam::123456789012:role/service/export"
)

func (e estate) addRole(id, role string) error {
	return fail(e.neptune.AddRoleToDBCluster(ctx, &neptune.AddRoleToDBClusterInput{DBClusterIdentifier: &id, RoleArn: &role}))
}

func (e estate) removeRole(id, role string) error {
	return fail(e.neptune.RemoveRoleFromDBCluster(ctx, &neptune.RemoveRoleFromDBClusterInput{DBClusterIdentifier: &id, RoleArn: &role}))
}

// A role is PENDING before it is ACTIVE, and again before it is removed.
func TestClusterRole(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	roles := func() (s string) {
		for _, r := range e.cluster(t, "graph").AssociatedRoles {
			s += *r.RoleArn + " " + *r.Status + ";"
		}
		return s
	}
	for _, step := range []struct {
		do   func() error
		want string
	}{
		{func() error { return e.addRole("Graph", loadRole) }, loadRole + " PENDING;"},
		{nil, loadRole + " ACTIVE;"},
		{func() error { return e.addRole("graph", otherRole) }, loadRole + " ACTIVE;" + otherRole + " PENDING;"},
		{nil, loadRole + " ACTIVE;" + otherRole + " ACTIVE;"},
		{func() error { return e.removeRole("graph", loadRole) }, loadRole + " PENDING;" + otherRole + " ACTIVE;"},
		{nil, otherRole + " ACTIVE;"},
	} {
		if step.do == nil {
			e.Advance(time.Minute)
		} else if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got := roles(); got != step.want {
			t.Errorf("roles %s, want %s", got, step.want)
		}
	}
}

func TestClusterRoleRefusals(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.ClusterRoles = 1 }))
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Status: "stopped"})
	if err := e.addRole("graph", loadRole); err != nil {
		t.Fatal(err)
	}
	testRefusals(t, []refusal{
		{name: "unknown cluster", call: func() error { return e.addRole("x", loadRole) }, code: "DBClusterNotFoundFault", status: 404},
		{name: "stopped cluster", call: func() error { return e.addRole("stopped", loadRole) }, code: "InvalidDBClusterStateFault"},
		{name: "not a role", call: func() error { return e.addRole("graph", "load") }, code: "InvalidParameterValue"},
		{name: "the same role", call: func() error { return e.addRole("graph", loadRole) }, code: "DBClusterRoleAlreadyExists"},
		{name: "beyond the quota", call: func() error { return e.addRole("graph", otherRole) }, code: "DBClusterRoleQuotaExceeded"},
		{name: "remove another", call: func() error { return e.removeRole("graph", otherRole) }, code: "DBClusterRoleNotFound", status: 404},
		{name: "remove from a stopped cluster", call: func() error { return e.removeRole("stopped", loadRole) }, code: "InvalidDBClusterStateFault"},
		{name: "remove for another feature", call: func() error {
			return fail(e.neptune.RemoveRoleFromDBCluster(ctx, &neptune.RemoveRoleFromDBClusterInput{
				DBClusterIdentifier: str("graph"), RoleArn: str(loadRole), FeatureName: str("s3Import"),
			}))
		}, code: "DBClusterRoleNotFound", status: 404},
	})
}

// A replica is promoted to an independent cluster. A second promotion is
// rejected.
func TestPromoteReplica(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "home"})
	must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: str("replica"), Engine: str("neptune"), ReplicationSourceIdentifier: str(homeARN),
	}))(t)
	promote := func(id string) error {
		return fail(e.neptune.PromoteReadReplicaDBCluster(ctx, &neptune.PromoteReadReplicaDBClusterInput{DBClusterIdentifier: &id}))
	}
	testRefusals(t, []refusal{
		{name: "while it is created", call: func() error { return promote("replica") }, code: "InvalidDBClusterStateFault"},
		{name: "no replica", call: func() error { return promote("home") }, code: "InvalidDBClusterStateFault"},
		{name: "unknown", call: func() error { return promote("x") }, code: "DBClusterNotFoundFault", status: 404},
	})
	e.Advance(time.Hour)
	if err := promote("replica"); err != nil {
		t.Fatal(err)
	}
	if got := e.cluster(t, "replica"); *got.Status != "promoting" || got.ReplicationSourceIdentifier == nil {
		t.Errorf("%s, of %v", *got.Status, got.ReplicationSourceIdentifier)
	}
	e.Advance(time.Hour)
	if got := e.cluster(t, "replica"); *got.Status != "available" || got.ReplicationSourceIdentifier != nil {
		t.Errorf("%s, of %v", *got.Status, got.ReplicationSourceIdentifier)
	}
	testRefusals(t, []refusal{{name: "again", call: func() error { return promote("replica") }, code: "InvalidDBClusterStateFault"}})
}
