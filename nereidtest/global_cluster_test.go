package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

const (
	homeARN = "arn:aws:rds:us-east-1:123456789012:cluster:home"
	awayARN = "arn:aws:rds:eu-west-1:123456789012:cluster:away"
)

func (e estate) global(t testing.TB, id string) types.GlobalCluster {
	t.Helper()
	out := must(e.away.DescribeGlobalClusters(ctx, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: &id}))(t)
	if len(out.GlobalClusters) != 1 {
		t.Fatalf("%d global clusters with the id %s, want 1", len(out.GlobalClusters), id)
	}
	return out.GlobalClusters[0]
}

// members returns the members as ARN:w or ARN:r, without the part that all ARNs
// share.
func members(g types.GlobalCluster) string {
	var list []string
	for _, m := range g.GlobalClusterMembers {
		role := ":r"
		if *m.IsWriter {
			role = fmt.Sprintf(":w%d", len(m.Readers))
		}
		list = append(list, strings.TrimPrefix(*m.DBClusterArn, "arn:aws:rds:")+role)
	}
	return strings.ReplaceAll(strings.Join(list, " "), ":123456789012:cluster", "")
}

func TestGlobalClusterLife(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "home", Instances: 1})
	out := must(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
		GlobalClusterIdentifier: str("World"), SourceDBClusterIdentifier: str(homeARN), DeletionProtection: yes(),
		Tags: []types.Tag{{Key: str("env"), Value: str("prod")}},
	}))(t)
	g := *out.GlobalCluster
	if *g.GlobalClusterIdentifier != "world" || *g.Status != "available" || *g.GlobalClusterArn != "arn:aws:rds::123456789012:global-cluster:world" ||
		*g.Engine != "neptune" || members(g) != "us-east-1:home:w0" || len(g.TagList) != 1 {
		t.Errorf("created %+v with %s", g, members(g))
	}
	if g := e.global(t, "WORLD"); *g.Status != "creating" {
		t.Errorf("%s, want creating", *g.Status)
	}
	e.Advance(15 * time.Second)
	if g := e.global(t, "WORLD"); *g.Status != "available" {
		t.Errorf("%s, want available", *g.Status)
	}

	// A secondary in another region.
	c := must(e.away.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: str("away"), Engine: str("neptune"), GlobalClusterIdentifier: str("world"),
	}))(t).DBCluster
	if *c.GlobalClusterIdentifier != "world" {
		t.Errorf("the secondary is in %q", *c.GlobalClusterIdentifier)
	}
	e.Advance(2 * time.Minute)
	if got := members(e.global(t, "world")); got != "us-east-1:home:w1 eu-west-1:away:r" {
		t.Error(got)
	}

	// Remove the members: the secondary first, then the primary.
	remove := func(member string) error {
		return fail(e.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
			GlobalClusterIdentifier: str("world"), DbClusterIdentifier: &member,
		}))
	}
	if code, _ := codeOf(remove(homeARN)); code != "InvalidGlobalClusterStateFault" {
		t.Errorf("removing the primary first: %q", code)
	}
	if err := remove(awayARN); err != nil {
		t.Fatal(err)
	}
	if c := describeCluster(t, e.away, "away"); *c.Status != "promoting" || len(e.global(t, "world").GlobalClusterMembers) != 2 {
		t.Errorf("%s, members %s", *c.Status, members(e.global(t, "world")))
	}
	e.Advance(2 * time.Minute)
	if c := describeCluster(t, e.away, "away"); *c.Status != "available" || c.GlobalClusterIdentifier != nil {
		t.Errorf("afterwards %s in %v", *c.Status, c.GlobalClusterIdentifier)
	}
	if err := remove(homeARN); err != nil {
		t.Fatal(err)
	}
	e.Advance(2 * time.Minute)
	if got := members(e.global(t, "world")); got != "" {
		t.Errorf("left: %s", got)
	}

	must(e.neptune.ModifyGlobalCluster(ctx, &neptune.ModifyGlobalClusterInput{GlobalClusterIdentifier: str("world"), DeletionProtection: no()}))(t)
	deleted := must(e.away.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: str("world")}))(t)
	if got := *e.global(t, "world").Status; *deleted.GlobalCluster.Status != "available" || got != "deleting" {
		t.Errorf("DeleteGlobalCluster returned %s, and it is %s", *deleted.GlobalCluster.Status, got)
	}
	e.Advance(15 * time.Second)
	err := fail(e.neptune.DescribeGlobalClusters(ctx, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: str("world")}))
	if code, status := codeOf(err); code != "GlobalClusterNotFoundFault" || status != 404 {
		t.Errorf("deleted: %v", err)
	}
}

// world is an estate with a global cluster in two regions.
func world(t testing.TB) estate {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "home", Instances: 1})
	e.AddCluster(nereidtest.Cluster{ID: "away", Region: "eu-west-1", Instances: 1})
	e.AddGlobalCluster("world", homeARN, awayARN)
	return e
}

func TestFailover(t *testing.T) {
	switchover := func(e estate) (*types.GlobalCluster, error) {
		out, err := e.neptune.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
			GlobalClusterIdentifier: str("world"), TargetDbClusterIdentifier: str(awayARN),
		})
		if err != nil {
			return nil, err
		}
		return out.GlobalCluster, nil
	}
	failover := func(loss *bool) func(estate) (*types.GlobalCluster, error) {
		return func(e estate) (*types.GlobalCluster, error) {
			out, err := e.away.FailoverGlobalCluster(ctx, &neptune.FailoverGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), TargetDbClusterIdentifier: str(awayARN), AllowDataLoss: loss,
			})
			if err != nil {
				return nil, err
			}
			return out.GlobalCluster, nil
		}
	}
	for _, test := range []struct {
		name   string
		call   func(estate) (*types.GlobalCluster, error)
		status types.FailoverStatus
		loss   bool
	}{
		{"switchover", switchover, "switching-over", false},
		{"failover without loss", failover(nil), "switching-over", false},
		{"failover", failover(yes()), "failing-over", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := world(t)
			g := must(test.call(e))(t)
			want := &types.FailoverState{
				Status: "pending", FromDbClusterArn: str(homeARN), ToDbClusterArn: str(awayARN), IsDataLossAllowed: &test.loss,
			}
			if diff := cmp.Diff(want, g.FailoverState); diff != "" {
				t.Errorf("at first (-want +got):\n%s", diff)
			}
			if code, _ := codeOf(fail(test.call(e))); code != "InvalidGlobalClusterStateFault" {
				t.Errorf("once more: %q, want InvalidGlobalClusterStateFault", code)
			}
			e.Advance(time.Minute)
			got := e.global(t, "world")
			if got.FailoverState == nil || got.FailoverState.Status != test.status || members(got) != "us-east-1:home:w1 eu-west-1:away:r" {
				t.Errorf("after a minute %+v, %s", got.FailoverState, members(got))
			}
			e.Advance(2 * time.Minute)
			got = e.global(t, "world")
			if got.FailoverState != nil || *got.Status != "available" || members(got) != "us-east-1:home:r eu-west-1:away:w1" {
				t.Errorf("in the end %s, %+v, %s", *got.Status, got.FailoverState, members(got))
			}
			if got := e.roles(t, "home"); got != "home-1:r" {
				t.Errorf("the former primary still has a writer: %s", got)
			}
			e.wantStatus(t, "home", "available")
		})
	}
}

func TestModifyGlobalCluster(t *testing.T) {
	e := world(t)
	g := must(e.neptune.ModifyGlobalCluster(ctx, &neptune.ModifyGlobalClusterInput{
		GlobalClusterIdentifier: str("world"), NewGlobalClusterIdentifier: str("Globe"),
	}))(t).GlobalCluster
	if got := *e.global(t, "world").Status; got != "modifying" {
		t.Errorf("it is %s", got)
	}
	if *g.Status != "available" || *g.GlobalClusterIdentifier != "world" {
		t.Errorf("%s %s", *g.GlobalClusterIdentifier, *g.Status)
	}
	e.Advance(20 * time.Second)
	if c := e.cluster(t, "home"); *c.GlobalClusterIdentifier != "globe" {
		t.Errorf("the member is in %s", *c.GlobalClusterIdentifier)
	}
	g = must(e.neptune.ModifyGlobalCluster(ctx, &neptune.ModifyGlobalClusterInput{
		GlobalClusterIdentifier: str("globe"), EngineVersion: str("1.4.6.0"),
	}))(t).GlobalCluster
	if got := *e.global(t, "globe").Status; *g.Status != "available" || got != "upgrading" {
		t.Errorf("ModifyGlobalCluster returned %s, and it is %s", *g.Status, got)
	}
	e.wantStatus(t, "home", "upgrading")
	e.Advance(15 * time.Minute)
	if c := describeCluster(t, e.away, "away"); *c.Status != "available" || *c.EngineVersion != "1.4.6.0" || *e.global(t, "globe").EngineVersion != "1.4.6.0" {
		t.Errorf("the secondary is %s at %s", *c.Status, *c.EngineVersion)
	}
}

// The removal of a member does not cancel the member's planned events.
func TestRemoveBusyMember(t *testing.T) {
	e := newEstate(t)
	e.AddGlobalCluster("other", e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2}))
	remove := func() error {
		return fail(e.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
			GlobalClusterIdentifier: str("other"), DbClusterIdentifier: str("graph"),
		}))
	}
	refused := func(when string) {
		t.Helper()
		if code, _ := codeOf(remove()); code != "InvalidGlobalClusterStateFault" {
			t.Errorf("%s: %q, want InvalidGlobalClusterStateFault", when, code)
		}
	}
	must(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
		DBClusterIdentifier: str("graph"), NewDBClusterIdentifier: str("chart"), ApplyImmediately: yes(),
	}))(t)
	refused("renaming")
	e.Advance(time.Minute)
	if c := e.cluster(t, "chart"); c.PendingModifiedValues != nil {
		t.Errorf("still pending: %+v", c.PendingModifiedValues)
	}
	must(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
		DBClusterIdentifier: str("chart"), NewDBClusterIdentifier: str("graph"), ApplyImmediately: yes(),
	}))(t)
	e.Advance(time.Minute)
	must(e.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
	refused("failing over")
	e.Advance(time.Minute)
	if got := e.roles(t, "graph"); got != "graph-1:r graph-2:w" {
		t.Errorf("the failover ended with %s", got)
	}
	for _, status := range []string{"upgrading", "backing-up", "creating"} {
		e.SetClusterStatus("graph", status)
		refused(status)
	}
	e.SetClusterStatus("graph", "inaccessible-encryption-credentials")
	if err := remove(); err != nil {
		t.Errorf("without its key: %v", err)
	}
}

// While the last member is being removed, no other cluster can join, because it
// would be left without a primary.
func TestJoinWhileLastMemberLeaves(t *testing.T) {
	e := newEstate(t)
	e.AddGlobalCluster("world", e.AddCluster(nereidtest.Cluster{ID: "home", Instances: 1}))
	must(e.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
		GlobalClusterIdentifier: str("world"), DbClusterIdentifier: str("home"),
	}))(t)
	e.SetClusterStatus("home", "available")
	join := func() error {
		return fail(e.away.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
			DBClusterIdentifier: str("away"), Engine: str("neptune"), GlobalClusterIdentifier: str("world"),
		}))
	}
	if code, _ := codeOf(join()); code != "InvalidGlobalClusterStateFault" {
		t.Errorf("joining meanwhile: %q, want InvalidGlobalClusterStateFault", code)
	}
	e.Advance(2 * time.Minute)
	if err := join(); err != nil {
		t.Errorf("joining afterwards: %v", err)
	}
	if got := members(e.global(t, "world")); got != "eu-west-1:away:w0" {
		t.Errorf("the members are %s", got)
	}
}

// A test that sets statuses can make two failovers overlap, so that one of them
// promotes a cluster that is being removed.
func TestSwitchoverWithoutPrimary(t *testing.T) {
	e := newEstate(t)
	one := e.AddCluster(nereidtest.Cluster{ID: "one"})
	two := e.AddCluster(nereidtest.Cluster{ID: "two", Region: "eu-west-1"})
	three := e.AddCluster(nereidtest.Cluster{ID: "three", Region: "eu-west-2"})
	e.AddGlobalCluster("globe", one, two, three)
	switchover := func(to string) error {
		return fail(e.neptune.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
			GlobalClusterIdentifier: str("globe"), TargetDbClusterIdentifier: &to,
		}))
	}
	settle := func() {
		e.SetGlobalClusterStatus("globe", "available")
		for _, c := range []string{one, two, three} {
			e.SetClusterStatus(c, "available")
		}
	}
	for _, to := range []string{two, three} {
		if err := switchover(to); err != nil {
			t.Fatal(err)
		}
		e.Advance(time.Minute)
		settle()
	}
	e.Advance(time.Minute)
	must(e.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
		GlobalClusterIdentifier: str("globe"), DbClusterIdentifier: &three,
	}))(t)
	e.Advance(2 * time.Minute)
	if code, _ := codeOf(switchover(one)); code != "InvalidGlobalClusterStateFault" {
		t.Errorf("%q, want InvalidGlobalClusterStateFault", code)
	}
}

func TestGlobalClusterRefusals(t *testing.T) {
	e := world(t)
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Status: "stopped"})
	e.AddCluster(nereidtest.Cluster{ID: "single"})
	e.AddGlobalCluster("empty")
	e.AddGlobalCluster("busy")
	e.SetGlobalClusterStatus("busy", "modifying")
	must(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
		GlobalClusterIdentifier: str("protected"), Engine: str("neptune"), DeletionProtection: yes(),
	}))(t)
	e.Advance(time.Minute)

	create := func(in neptune.CreateGlobalClusterInput) func() error {
		return func() error {
			if in.GlobalClusterIdentifier == nil {
				in.GlobalClusterIdentifier = str("new")
			}
			return fail(e.neptune.CreateGlobalCluster(ctx, &in))
		}
	}
	modify := func(id string, in neptune.ModifyGlobalClusterInput) func() error {
		return func() error {
			in.GlobalClusterIdentifier = &id
			return fail(e.neptune.ModifyGlobalCluster(ctx, &in))
		}
	}
	remove := func(id, member string) func() error {
		return func() error {
			return fail(e.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
				GlobalClusterIdentifier: &id, DbClusterIdentifier: &member,
			}))
		}
	}
	failover := func(id, target string, loss, switchover *bool) func() error {
		return func() error {
			return fail(e.neptune.FailoverGlobalCluster(ctx, &neptune.FailoverGlobalClusterInput{
				GlobalClusterIdentifier: &id, TargetDbClusterIdentifier: &target, AllowDataLoss: loss, Switchover: switchover,
			}))
		}
	}
	drop := func(id string) func() error {
		return func() error {
			return fail(e.neptune.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: &id}))
		}
	}
	testRefusals(t, []refusal{
		{name: "create taken", call: create(neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: str("WORLD"), Engine: str("neptune")}), code: "GlobalClusterAlreadyExistsFault"},
		{name: "create bad name", call: create(neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: str("a b"), Engine: str("neptune")}), code: "InvalidParameterValue"},
		{name: "create long name", call: create(neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: str(strings.Repeat("a", 256)), Engine: str("neptune")}), code: "InvalidParameterValue"},
		{name: "create without engine and source", call: create(neptune.CreateGlobalClusterInput{}), code: "InvalidParameterValue"},
		{name: "create from unknown cluster", call: create(neptune.CreateGlobalClusterInput{SourceDBClusterIdentifier: str(homeARN + "x")}), code: "DBClusterNotFoundFault", status: 404},
		{name: "create from a name", call: create(neptune.CreateGlobalClusterInput{SourceDBClusterIdentifier: str("home")}), code: "InvalidParameterValue"},
		{name: "create from a cluster of another region", call: create(neptune.CreateGlobalClusterInput{SourceDBClusterIdentifier: str(awayARN)}), code: "DBClusterNotFoundFault", status: 404},
		{name: "create from a member", call: create(neptune.CreateGlobalClusterInput{SourceDBClusterIdentifier: str(homeARN)}), code: "InvalidDBClusterStateFault"},
		{name: "create from stopped cluster", call: create(neptune.CreateGlobalClusterInput{SourceDBClusterIdentifier: str(strings.Replace(homeARN, "home", "stopped", 1))}), code: "InvalidDBClusterStateFault"},
		{name: "create with source and engine", call: create(neptune.CreateGlobalClusterInput{SourceDBClusterIdentifier: str("single"), Engine: str("neptune")}), code: "InvalidParameterCombination"},

		{name: "modify unknown", call: modify("x", neptune.ModifyGlobalClusterInput{}), code: "GlobalClusterNotFoundFault", status: 404},
		{name: "modify busy", call: modify("busy", neptune.ModifyGlobalClusterInput{}), code: "InvalidGlobalClusterStateFault"},
		{name: "rename to taken", call: modify("empty", neptune.ModifyGlobalClusterInput{NewGlobalClusterIdentifier: str("world")}), code: "GlobalClusterAlreadyExistsFault"},
		{name: "major upgrade", call: modify("world", neptune.ModifyGlobalClusterInput{EngineVersion: str("2.0.0.0")}), code: "InvalidParameterCombination"},

		{name: "older version", call: modify("world", neptune.ModifyGlobalClusterInput{EngineVersion: str("1.4.5.0")}), code: "InvalidParameterCombination"},
		{name: "create with unknown version", call: create(neptune.CreateGlobalClusterInput{Engine: str("neptune"), EngineVersion: str("new")}), code: "InvalidParameterCombination"},

		{name: "remove from unknown", call: remove("x", homeARN), code: "GlobalClusterNotFoundFault", status: 404},
		{name: "remove a cluster that is not a member", call: remove("empty", homeARN), code: "DBClusterNotFoundFault", status: 404},

		{name: "failover unknown", call: failover("x", awayARN, nil, nil), code: "GlobalClusterNotFoundFault", status: 404},
		{name: "failover to a cluster that is not a member", call: failover("empty", awayARN, nil, nil), code: "DBClusterNotFoundFault", status: 404},
		{name: "failover to primary", call: failover("world", homeARN, nil, nil), code: "InvalidParameterValue"},
		{name: "failover both ways", call: failover("world", awayARN, yes(), yes()), code: "InvalidParameterCombination"},
		{name: "failover busy", call: failover("busy", awayARN, nil, nil), code: "InvalidGlobalClusterStateFault"},

		{name: "delete unknown", call: drop("x"), code: "GlobalClusterNotFoundFault", status: 404},
		{name: "delete with members", call: drop("world"), code: "InvalidGlobalClusterStateFault"},
		{name: "delete protected", call: drop("protected"), code: "InvalidParameterCombination"},
		{name: "delete busy", call: drop("busy"), code: "InvalidGlobalClusterStateFault"},
	})

	e.SetClusterStatus("home", "maintenance")
	if code, _ := codeOf(failover("world", awayARN, nil, yes())()); code != "InvalidDBClusterStateFault" {
		t.Errorf("switchover with a busy primary: %q, want InvalidDBClusterStateFault", code)
	}
	if err := failover("world", awayARN, yes(), nil)(); err != nil {
		t.Errorf("failover with a busy primary: %v", err)
	}

	full := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.GlobalClusters = 0 }))
	err := fail(full.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: str("w"), Engine: str("neptune")}))
	if code, _ := codeOf(err); code != "GlobalClusterQuotaExceededFault" {
		t.Errorf("one too many: %v", err)
	}
}

func no() *bool { b := false; return &b }
