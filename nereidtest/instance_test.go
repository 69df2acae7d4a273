package nereidtest_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// instances returns NAME:STATUS of a cluster's instances.
func (e estate) instances(t testing.TB, cluster string) string {
	t.Helper()
	out := must(e.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{
		Filters: []types.Filter{{Name: str("db-cluster-id"), Values: []string{cluster}}},
	}))(t)
	var list []string
	for _, i := range out.DBInstances {
		list = append(list, *i.DBInstanceIdentifier+":"+*i.DBInstanceStatus)
	}
	return strings.Join(list, " ")
}

// roles returns NAME:w or NAME:r of a cluster's members.
func (e estate) roles(t testing.TB, cluster string) string {
	t.Helper()
	var list []string
	for _, m := range e.cluster(t, cluster).DBClusterMembers {
		role := ":r"
		if *m.IsClusterWriter {
			role = ":w"
		}
		list = append(list, *m.DBInstanceIdentifier+role)
	}
	slices.Sort(list) // the service has no order
	return strings.Join(list, " ")
}

func TestInstanceLife(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	create := func(id string, tier int32) types.DBInstance {
		return *must(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
			DBInstanceIdentifier: &id, DBClusterIdentifier: str("Graph"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"),
			PromotionTier: &tier,
		}))(t).DBInstance
	}
	b := create("B", 3)
	if *b.DBInstanceIdentifier != "b" || *b.DBInstanceStatus != "creating" || *b.DBClusterIdentifier != "graph" || b.Endpoint != nil ||
		b.InstanceCreateTime != nil || b.AvailabilityZone != nil ||
		*b.DBInstanceArn != "arn:aws:rds:us-east-1:123456789012:db:b" {
		t.Errorf("created %+v", b)
	}
	create("a", 2)
	create("c", 1)
	e.Advance(6 * time.Minute)
	if got := e.instances(t, "graph"); got != "a:available b:available c:available" {
		t.Error(got)
	}
	if got := e.roles(t, "graph"); got != "a:r b:w c:r" {
		t.Errorf("the first instance should be the writer: %s", got)
	}
	out := must(e.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: str("b")}))(t)
	if i := out.DBInstances[0]; !i.InstanceCreateTime.Equal(epoch.Add(6*time.Minute)) || i.AvailabilityZone == nil {
		t.Errorf("created at %v, want the time at which creating ended", i.InstanceCreateTime)
	}
	if got := out.DBInstances[0].Endpoint; got == nil || *got.Port != 8182 || !strings.HasPrefix(*got.Address, "b.c") {
		t.Errorf("endpoint %+v", got)
	}

	remove := func(id string) error {
		return fail(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id}))
	}
	if err := remove("b"); err != nil {
		t.Fatal(err)
	}
	if got := e.roles(t, "graph"); got != "a:r b:r c:w" {
		t.Errorf("the instance of the lowest tier should follow: %s", got)
	}
	for _, id := range []string{"a", "c"} {
		if err := remove(id); err != nil {
			t.Fatal(err)
		}
	}
	// A cluster may be deleted together with its last instances, but not before
	// them.
	must(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes()}))(t)
	e.Advance(4*time.Minute - time.Second)
	e.wantStatus(t, "graph", "deleting")
	e.Advance(time.Second)
	e.gone(t, "graph")
	if got := e.instances(t, "graph"); got != "" {
		t.Errorf("left: %s", got)
	}
}

// A cluster with instances always has a writer, even if the current writer is
// deleted.
func TestWriterIsReplaced(t *testing.T) {
	remove := func(t *testing.T, e estate, id string) {
		must(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id}))(t)
	}
	failover := func(t *testing.T, e estate) {
		must(e.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{
			DBClusterIdentifier: str("g"), TargetDBInstanceIdentifier: str("g-2"),
		}))(t)
	}
	for _, test := range []struct {
		name  string
		lose  func(*testing.T, estate)
		roles string
	}{
		{"removed", func(_ *testing.T, e estate) {
			e.Remove("arn:aws:rds:us-east-1:123456789012:db:g-1")
		}, "g-2:w g-3:r"},
		{"reader removed", func(_ *testing.T, e estate) {
			e.Remove("arn:aws:rds:us-east-1:123456789012:db:g-2")
		}, "g-1:w g-3:r"},
		{"target deleted while failing over", func(t *testing.T, e estate) {
			failover(t, e)
			remove(t, e, "g-2")
		}, "g-1:w g-3:r"},
		{"target and writer deleted while failing over", func(t *testing.T, e estate) {
			failover(t, e)
			remove(t, e, "g-2")
			remove(t, e, "g-1")
			e.Advance(30 * time.Second)
			want := []string{
				"0s cluster:g (failover): Started cross AZ failover to DB instance: g-2",
				"30s cluster:g (failover): Cluster failover failed, check the health of your cluster instances and try again",
			}
			if diff := cmp.Diff(want, e.events(t, nil)); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
		}, "g-3:w"},
		{"writer deleted while failing over", func(t *testing.T, e estate) {
			failover(t, e)
			remove(t, e, "g-1")
		}, "g-2:w g-3:r"},
		{"target removed while failing over", func(t *testing.T, e estate) {
			failover(t, e)
			e.Remove("arn:aws:rds:us-east-1:123456789012:db:g-2")
		}, "g-1:w g-3:r"},
		{"last instance deleted, and another created", func(t *testing.T, e estate) {
			for n := range 3 {
				e.Remove(fmt.Sprintf("arn:aws:rds:us-east-1:123456789012:db:g-%d", n+1))
			}
			must(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
				DBInstanceIdentifier: str("new"), DBClusterIdentifier: str("g"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"),
			}))(t)
		}, "new:w"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := newEstate(t)
			e.AddCluster(nereidtest.Cluster{ID: "g", Instances: 3})
			test.lose(t, e)
			e.Advance(10 * time.Minute)
			if got := e.roles(t, "g"); got != test.roles {
				t.Errorf("the members are %s, want %s", got, test.roles)
			}
			e.wantStatus(t, "g", "available")
		})
	}
}

func TestInstanceRefusals(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	e.AddCluster(nereidtest.Cluster{ID: "going", Instances: 1})
	e.SetInstanceStatus("going-1", "deleting")
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Instances: 1, Status: "stopped"})
	e.AddCluster(nereidtest.Cluster{ID: "full", Instances: 16})

	type input = neptune.CreateDBInstanceInput
	create := func(change func(*input)) func() error {
		return func() error {
			in := &input{
				DBInstanceIdentifier: str("new"), DBClusterIdentifier: str("graph"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"),
			}
			change(in)
			return fail(e.neptune.CreateDBInstance(ctx, in))
		}
	}
	remove := func(id string, final *string) func() error {
		return func() error {
			return fail(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id, FinalDBSnapshotIdentifier: final}))
		}
	}
	testRefusals(t, []refusal{
		{name: "bad name", call: create(func(in *input) { in.DBInstanceIdentifier = str("1") }), code: "InvalidParameterValue"},
		{name: "taken", call: create(func(in *input) { in.DBInstanceIdentifier = str("GRAPH-1") }), code: "DBInstanceAlreadyExists"},
		{name: "no such cluster", call: create(func(in *input) { in.DBClusterIdentifier = str("x") }), code: "DBClusterNotFoundFault", status: 404},
		{name: "stopped cluster", call: create(func(in *input) { in.DBClusterIdentifier = str("stopped") }), code: "InvalidDBClusterStateFault"},
		{name: "other engine", call: create(func(in *input) { in.Engine = str("docdb") }), code: "InvalidParameterCombination"},
		{name: "bad class", call: create(func(in *input) { in.DBInstanceClass = str("r6g.large") }), code: "InvalidParameterValue"},
		{name: "bad tier", call: create(func(in *input) { in.PromotionTier = i32(16) }), code: "InvalidParameterValue"},
		{name: "zone elsewhere", call: create(func(in *input) { in.AvailabilityZone = str("eu-west-1a") }), code: "InvalidParameterValue"},
		{name: "bad window", call: create(func(in *input) { in.PreferredMaintenanceWindow = str("sun:04:00-sun:04:29") }), code: "InvalidParameterValue"},
		{name: "too many", call: create(func(in *input) { in.DBClusterIdentifier = str("full") }), code: "InstanceQuotaExceeded"},

		{name: "delete unknown", call: remove("x", nil), code: "DBInstanceNotFound", status: 404},
		{name: "delete twice", call: remove("going-1", nil), code: "InvalidDBInstanceState"},
		{name: "delete stopped", call: remove("stopped-1", nil), code: "InvalidDBClusterStateFault"},
		{name: "delete with snapshot", call: remove("graph-1", str("last")), code: "InvalidParameterCombination"},
		{name: "describe unknown", call: func() error {
			return fail(e.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: str("x")}))
		}, code: "DBInstanceNotFound", status: 404},
	})
}

func TestDescribeInstancesPages(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 30})
	e.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-mysql", Instances: 30})
	in := &neptune.DescribeDBInstancesInput{MaxRecords: i32(20), Filters: []types.Filter{{Name: str("engine"), Values: []string{"neptune"}}}}
	var sizes []int
	seen := make(map[string]bool)
	for {
		out := must(e.neptune.DescribeDBInstances(ctx, in))(t)
		sizes = append(sizes, len(out.DBInstances))
		for _, i := range out.DBInstances {
			seen[*i.DBInstanceIdentifier] = true
		}
		if in.Marker = out.Marker; in.Marker == nil {
			break
		}
	}
	if diff := cmp.Diff([]int{20, 10}, sizes); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	for n := range 30 {
		if id := fmt.Sprintf("graph-%d", n+1); !seen[id] {
			t.Errorf("%s is on no page", id)
		}
	}
}

func TestDescribeValidDBInstanceModifications(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	in := &neptune.DescribeValidDBInstanceModificationsInput{DBInstanceIdentifier: str("GRAPH-2")}
	out := must(e.neptune.DescribeValidDBInstanceModifications(ctx, in))(t)
	if m := out.ValidDBInstanceModificationsMessage; m == nil || m.Storage == nil || len(m.Storage) > 0 {
		t.Errorf("got %+v", m)
	}
	must(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: in.DBInstanceIdentifier}))(t)
	_, err := e.neptune.DescribeValidDBInstanceModifications(ctx, in)
	var state *types.InvalidDBInstanceStateFault
	if !errors.As(err, &state) {
		t.Errorf("while it is being deleted: %v", err)
	}
}
