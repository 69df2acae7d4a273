package neptune_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// A ward is a cluster with pending maintenance, on a Friday at noon.
type ward struct {
	*nereidtest.Server
	client *neptune.Client
	arn    string
}

var friday = time.Date(2026, time.May, 1, 12, 0, 0, 0, time.UTC)

func newWard(t *testing.T, todo nereidtest.PendingMaintenance) ward {
	t.Helper()
	server := nereidtest.NewServer(t, nereidtest.WithClock(friday))
	w := ward{server, neptune.NewFromConfig(server.Config()), server.AddCluster(nereidtest.Cluster{ID: "graph", EngineVersion: "1.4.6.2", Instances: 1})}
	_, err := w.client.ModifyDBCluster(t.Context(), &neptune.ModifyDBClusterInput{
		DBClusterIdentifier: ptr("graph"), PreferredMaintenanceWindow: ptr("sun:09:00-sun:10:00"),
	})
	if err != nil {
		t.Fatal(err)
	}
	todo.Resource = w.arn
	server.AddPendingMaintenance(todo)
	return w
}

func (w ward) apply(t *testing.T, action, when string) error {
	t.Helper()
	_, err := w.client.ApplyPendingMaintenanceAction(t.Context(), &neptune.ApplyPendingMaintenanceActionInput{
		ResourceIdentifier: &w.arn, ApplyAction: &action, OptInType: &when,
	})
	return err
}

// listed returns ACTION OPT-IN DATE for each pending action, and the status and version of the
// cluster.
func (w ward) listed(t *testing.T) (list []string) {
	t.Helper()
	for of, err := range neptune.NewDescribePendingMaintenanceActionsPaginator(w.client, &neptune.DescribePendingMaintenanceActionsInput{
		Filters: []types.Filter{{Name: ptr("db-cluster-id"), Values: []string{"graph"}}},
	}).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range of.PendingMaintenanceActionDetails {
			date := "never"
			if a.CurrentApplyDate != nil {
				date = a.CurrentApplyDate.Format("Mon 15:04")
			}
			list = append(list, *a.Action+" "+nereid.ToString(a.OptInStatus)+" "+date)
		}
	}
	out, err := w.client.DescribeDBClusters(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")})
	if err != nil {
		t.Fatal(err)
	}
	return append(list, *out.DBClusters[0].Status+" "+*out.DBClusters[0].EngineVersion)
}

// TestMaintenance requests maintenance immediately, in the window and not at all, and lists the
// pending actions before and after.
func TestMaintenance(t *testing.T) {
	type step struct {
		do   func(t *testing.T, w ward)
		want []string
	}
	opt := func(action, when string) func(*testing.T, ward) {
		return func(t *testing.T, w ward) {
			t.Helper()
			if err := w.apply(t, action, when); err != nil {
				t.Error(err)
			}
		}
	}
	pass := func(d time.Duration) func(*testing.T, ward) { return func(_ *testing.T, w ward) { w.Advance(d) } }
	for name, test := range map[string]struct {
		todo  nereidtest.PendingMaintenance
		steps []step
	}{
		"an upgrade at once": {nereidtest.PendingMaintenance{Action: "db-upgrade"}, []step{
			{pass(0), []string{"db-upgrade  never", "available 1.4.6.2"}},
			{opt("db-upgrade", "immediate"), []string{"db-upgrade immediate Fri 12:00", "upgrading 1.4.6.2"}},
			{opt("db-upgrade", "immediate"), []string{"db-upgrade immediate Fri 12:00", "upgrading 1.4.6.2"}},
			{pass(time.Hour), []string{"available 1.4.6.3"}},
		}},
		"patches in the window": {nereidtest.PendingMaintenance{}, []step{
			{opt("system-update", "next-maintenance"), []string{"system-update next-maintenance Sun 09:00", "available 1.4.6.2"}},
			{opt("system-update", "undo-opt-in"), []string{"system-update  never", "available 1.4.6.2"}},
			{pass(72 * time.Hour), []string{"system-update  never", "available 1.4.6.2"}},
			{opt("system-update", "next-maintenance"), []string{"system-update next-maintenance Sun 09:00", "available 1.4.6.2"}},
			{pass(5*24*time.Hour + 21*time.Hour), []string{"system-update next-maintenance Sun 09:00", "maintenance 1.4.6.2"}},
			{pass(time.Hour), []string{"available 1.4.6.2"}},
		}},
		"a date of AWS goes before next-maintenance": {nereidtest.PendingMaintenance{AutoAppliedAfter: friday.AddDate(0, 0, 7)}, []step{
			{opt("system-update", "next-maintenance"), []string{"system-update next-maintenance Sun 09:00", "available 1.4.6.2"}},
			{pass(3 * 24 * time.Hour), []string{"system-update next-maintenance Sun 09:00", "available 1.4.6.2"}},
			{pass(7 * 24 * time.Hour), []string{"available 1.4.6.2"}},
		}},
		"a forced date goes before immediate": {nereidtest.PendingMaintenance{Forced: friday.Add(24 * time.Hour)}, []step{
			{opt("system-update", "immediate"), []string{"system-update immediate Sat 12:00", "available 1.4.6.2"}},
			{pass(24 * time.Hour), []string{"system-update immediate Sat 12:00", "maintenance 1.4.6.2"}},
			{pass(time.Hour), []string{"available 1.4.6.2"}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWard(t, test.todo)
			for n, step := range test.steps {
				step.do(t, w)
				if diff := cmp.Diff(step.want, w.listed(t)); diff != "" {
					t.Errorf("after step %d (-want +got):\n%s", n, diff)
				}
			}
		})
	}
}

func TestMaintenanceThatIsRefused(t *testing.T) {
	w := newWard(t, nereidtest.PendingMaintenance{})
	var missing *types.ResourceNotFoundFault
	if err := w.apply(t, "db-upgrade", "immediate"); !errors.As(err, &missing) {
		t.Errorf("an action that is not pending: %v", err)
	}
	if err := w.apply(t, "system-update", "now"); !errors.Is(err, nereid.ErrInvalidParameter) {
		t.Errorf("an opt-in that does not exist: %v", err)
	}
	w.SetClusterStatus("graph", "modifying")
	var state *types.InvalidDBClusterStateFault
	if err := w.apply(t, "system-update", "immediate"); !errors.As(err, &state) {
		t.Errorf("a busy cluster: %v", err)
	}
	w.SetClusterStatus("graph", "available")
	if err := w.apply(t, "system-update", "immediate"); err != nil {
		t.Error(err)
	}
	if err := w.apply(t, "system-update", "undo-opt-in"); !errors.Is(err, nereid.ErrInvalidParameter) {
		t.Errorf("what is being done cannot be undone: %v", err)
	}
	w.arn += "-not"
	if err := w.apply(t, "system-update", "immediate"); !errors.As(err, &missing) {
		t.Errorf("a resource that does not exist: %v", err)
	}
}
