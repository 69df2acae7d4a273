package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// changed returns NAME=VALUE METHOD for each change.
func changed(changes *neptune.ParameterChanges) []string {
	var list []string
	for _, p := range changes.Changed {
		value := ""
		if p.ParameterValue != nil {
			value = *p.ParameterValue
		}
		list = append(list, *p.ParameterName+"="+value+" "+string(p.ApplyMethod))
	}
	return list
}

// TestModifyParametersChoosesTheMethod changes static and dynamic parameters in one call.
func TestModifyParametersChoosesTheMethod(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned", OfClusters: true, Parameters: map[string]string{"neptune_streams": "1"}})
	client := neptune.NewFromConfig(server.Config())
	values := map[string]string{
		"neptune_query_timeout": "9999", "neptune_enable_slow_query_log": "info", "neptune_streams": "1",
	}
	changes, err := neptune.ModifyClusterParameters(t.Context(), client, "tuned", values)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"neptune_enable_slow_query_log=info immediate", "neptune_query_timeout=9999 pending-reboot"}
	if diff := cmp.Diff(want, changed(changes)); diff != "" || !changes.PendingReboot() {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	server.ResetRequests()
	changes, err = neptune.ModifyClusterParameters(t.Context(), client, "tuned", values)
	if err != nil || len(changes.Changed) != 0 || changes.PendingReboot() || server.CountSucceeded("ModifyDBClusterParameterGroup") != 0 {
		t.Errorf("a second time: %q, %v", changed(changes), err)
	}
	changes, err = neptune.ModifyClusterParameters(t.Context(), client, "tuned", map[string]string{"neptune_enable_slow_query_log": "debug"},
		func(o *neptune.ParameterOptions) { o.PendingReboot = true })
	if err != nil || changed(changes)[0] != "neptune_enable_slow_query_log=debug pending-reboot" {
		t.Errorf("at the reboot: %q, %v", changed(changes), err)
	}
}

// TestModifyParametersTellsWhich changes parameters that AWS rejects for different reasons.
func TestModifyParametersTellsWhich(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned"})
	client := neptune.NewFromConfig(server.Config())
	var wrong *neptune.ParameterError

	changes, err := neptune.ModifyParameters(t.Context(), client, "tuned", map[string]string{"neptune_result_cache": "1", "neptune_lab_mode": "x"})
	if !errors.As(err, &wrong) || wrong.Name != "neptune_lab_mode" || !errors.Is(err, neptune.ErrNoParameter) || len(changes.Changed) != 0 {
		t.Errorf("an unknown name: %v", err)
	}
	if n := server.CountSucceeded("ModifyDBParameterGroup"); n != 0 {
		t.Errorf("%d calls for an unknown name", n)
	}
	changes, err = neptune.ModifyParameters(t.Context(), client, "tuned", map[string]string{
		"neptune_result_cache": "1", "neptune_query_timeout": "never", "neptune_dfe_query_engine": "enabled", "UndoLogPurgeConfig": "no",
	})
	var api smithy.APIError
	if !errors.As(err, &wrong) || !errors.As(wrong, &api) || api.ErrorCode() != "InvalidParameterValue" {
		t.Errorf("wrong values: %v", err)
	}
	if text := err.Error(); !strings.Contains(text, "parameter UndoLogPurgeConfig: ") || !strings.Contains(text, "parameter neptune_query_timeout: ") {
		t.Errorf("wrong values: %v", err)
	}
	if diff := cmp.Diff([]string{"neptune_dfe_query_engine=enabled pending-reboot", "neptune_result_cache=1 pending-reboot"}, changed(changes)); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if got := valueOf(t, parametersOf(t, client, "tuned"), "neptune_dfe_query_engine"); got != "enabled user pending-reboot" {
		t.Errorf("a right value beside wrong ones is %s", got)
	}
	_, err = neptune.ModifyParameters(t.Context(), client, "none", map[string]string{"neptune_result_cache": "1"})
	wantRefusal(t, err, "DBParameterGroupNotFound: DBParameterGroup not found: none")
}

// many is a client for a group with 45 parameters. It rejects every tenth parameter without naming
// it.
type many struct{ calls []int }

func (*many) DescribeDBParameters(context.Context, *neptune.DescribeDBParametersInput, ...func(*neptune.Options)) (*neptune.DescribeDBParametersOutput, error) {
	out := new(neptune.DescribeDBParametersOutput)
	for n := range 45 {
		out.Parameters = append(out.Parameters, types.Parameter{ParameterName: ptr(fmt.Sprintf("p%02d", n)), ApplyType: ptr("dynamic"), Source: ptr("user"), IsModifiable: ptr(true)})
	}
	return out, nil
}

func (m *many) take(parameters []types.Parameter) error {
	m.calls = append(m.calls, len(parameters))
	if slices.ContainsFunc(parameters, func(p types.Parameter) bool { return strings.HasSuffix(*p.ParameterName, "0") }) {
		return &smithy.GenericAPIError{Code: "InvalidParameterCombination", Message: "cannot use immediate apply method for static parameter"}
	}
	return nil
}

func (m *many) ModifyDBParameterGroup(_ context.Context, in *neptune.ModifyDBParameterGroupInput, _ ...func(*neptune.Options)) (*neptune.ModifyDBParameterGroupOutput, error) {
	return new(neptune.ModifyDBParameterGroupOutput), m.take(in.Parameters)
}

func (m *many) ResetDBParameterGroup(_ context.Context, in *neptune.ResetDBParameterGroupInput, _ ...func(*neptune.Options)) (*neptune.ResetDBParameterGroupOutput, error) {
	return new(neptune.ResetDBParameterGroupOutput), m.take(in.Parameters)
}

func (*many) DeleteDBParameterGroup(context.Context, *neptune.DeleteDBParameterGroupInput, ...func(*neptune.Options)) (*neptune.DeleteDBParameterGroupOutput, error) {
	return nil, errors.New("not here")
}

// TestManyParameters changes and resets more parameters than AWS accepts in a call.
func TestManyParameters(t *testing.T) {
	values := make(map[string]string)
	for n := range 45 {
		values[fmt.Sprintf("p%02d", n)] = "x"
	}
	for name, change := range map[string]func(*many) (*neptune.ParameterChanges, error){
		"modify": func(m *many) (*neptune.ParameterChanges, error) {
			return neptune.ModifyParameters(t.Context(), m, "g", values)
		},
		"reset": func(m *many) (*neptune.ParameterChanges, error) {
			return neptune.ResetParameters(t.Context(), m, "g", nil)
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := new(many)
			changes, err := change(m)
			if len(changes.Changed) != 40 || slices.Max(m.calls) > 20 {
				t.Errorf("%d changes, calls of %d", len(changes.Changed), m.calls)
			}
			for _, name := range []string{"p00", "p10", "p20", "p30", "p40"} {
				if err == nil || !strings.Contains(err.Error(), "parameter "+name+": ") {
					t.Errorf("%s is not among the refused: %v", name, err)
				}
			}
			if n := strings.Count(fmt.Sprint(err), "parameter p"); n != 5 {
				t.Errorf("%d refused", n)
			}
		})
	}
}

// TestResetParametersOutlastsPendingChanges resets parameters immediately after a change.
func TestResetParametersOutlastsPendingChanges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned"})
		client := neptune.NewFromConfig(server.Config())
		values := map[string]string{"neptune_result_cache": "1", "neptune_query_timeout": "9999"}
		if _, err := neptune.ModifyParameters(t.Context(), client, "tuned", values); err != nil {
			t.Fatal(err)
		}
		_, err := neptune.ResetParameters(t.Context(), client, "tuned", nil, func(o *neptune.ParameterOptions) { o.Patience = -1 })
		if !errors.As(err, new(*types.InvalidDBParameterGroupStateFault)) {
			t.Errorf("without patience: %v", err)
		}
		changes, err := neptune.ResetParameters(t.Context(), client, "tuned", []string{"neptune_result_cache", "neptune_dfe_query_engine"})
		if err != nil || len(changes.Changed) != 1 {
			t.Errorf("%q, %v", changed(changes), err)
		}
		changes, err = neptune.ResetParameters(t.Context(), client, "tuned", nil)
		if err != nil || len(changes.Changed) != 1 || *changes.Changed[0].ParameterName != "neptune_query_timeout" {
			t.Errorf("the rest: %q, %v", changed(changes), err)
		}
	})
}

// TestDeleteParameterGroupOutlastsTheLastUser deletes a group immediately after the only cluster
// that used it switched to a different group.
func TestDeleteParameterGroupOutlastsTheLastUser(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned", OfClusters: true})
		server.AddCluster(nereidtest.Cluster{ID: "graph"})
		client := neptune.NewFromConfig(server.Config())
		for _, group := range []string{"tuned", "default.neptune1.4"} {
			if _, err := client.ModifyDBCluster(t.Context(), &neptune.ModifyDBClusterInput{DBClusterIdentifier: ptr("graph"), DBClusterParameterGroupName: &group}); err != nil {
				t.Fatal(err)
			}
			server.SetClusterStatus("graph", "available")
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		err := neptune.DeleteClusterParameterGroup(ctx, client, "tuned")
		if !errors.Is(err, context.DeadlineExceeded) || !errors.As(err, new(*types.InvalidDBParameterGroupStateFault)) {
			t.Errorf("within a minute: %v", err)
		}
		for range 2 { // the group does not exist the second time
			if err := neptune.DeleteClusterParameterGroup(t.Context(), client, "tuned"); err != nil {
				t.Error(err)
			}
		}
		server.ResetRequests()
		if err := neptune.DeleteClusterParameterGroup(t.Context(), client, "default.neptune1.4"); err == nil || len(server.Requests()) != 1 {
			t.Errorf("a default group: %v after %d requests", err, len(server.Requests()))
		}
	})
}

func TestParameterGroupFamily(t *testing.T) {
	for version, want := range map[string]string{
		"1.4.7.1": "neptune1.4", "1.3.2.1": "neptune1.3", "1.2.0.0.R4": "neptune1.2", "1.1.1.0": "neptune1", "1.0.1.0.200684.0": "neptune1",
		"1.4": "neptune1.4", "2.0.0.0": "neptune2.0",
	} {
		if got, err := neptune.ParameterGroupFamily(version); got != want || err != nil {
			t.Errorf("%s: %s, %v; want %s", version, got, err, want)
		}
	}
	for _, version := range []string{"", "1", "neptune1.4", "1.x", "1.-4", "1."} {
		if got, err := neptune.ParameterGroupFamily(version); err == nil {
			t.Errorf("%q: %s", version, got)
		}
	}
}

// TestParameterGroups lists groups in the presence of default groups and groups of other engines.
func TestParameterGroups(t *testing.T) {
	server := nereidtest.NewServer(t)
	for _, ofClusters := range []bool{false, true} {
		server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned", OfClusters: ofClusters})
		server.AddParameterGroup(nereidtest.ParameterGroup{ID: "shop", Family: "aurora-postgresql16", OfClusters: ofClusters})
	}
	client := neptune.NewFromConfig(server.Config())
	if got := collect(t, neptune.ParameterGroups(t.Context(), client, nil), groupName); !slices.Equal(got, []string{"tuned"}) {
		t.Errorf("of instances: %q", got)
	}
	clusterGroupName := func(g types.DBClusterParameterGroup) *string { return g.DBClusterParameterGroupName }
	if got := collect(t, neptune.ClusterParameterGroups(t.Context(), client, nil), clusterGroupName); !slices.Equal(got, []string{"tuned"}) {
		t.Errorf("of clusters: %q", got)
	}
	more := func(o *neptune.ListOptions) { o.AnyEngine, o.DefaultGroups = true, true }
	if got := collect(t, neptune.ClusterParameterGroups(t.Context(), client, nil, more), clusterGroupName); len(got) != 6 {
		t.Errorf("all of clusters: %q", got)
	}
}

// A cluster parameter group for the family of the cluster, with a few changed parameters.
func ExampleModifyClusterParameters() {
	server, err := nereidtest.Start()
	if err != nil {
		panic(err)
	}
	defer server.Close()
	ctx := context.Background()
	client := neptune.NewFromConfig(server.Config())
	family, err := neptune.ParameterGroupFamily("1.4.6.3")
	if err != nil {
		panic(err)
	}
	if _, err := client.CreateDBClusterParameterGroup(ctx, &neptune.CreateDBClusterParameterGroupInput{
		DBClusterParameterGroupName: ptr("tuned"), DBParameterGroupFamily: &family, Description: ptr("streams and slow queries"),
	}); err != nil {
		panic(err)
	}
	changes, err := neptune.ModifyClusterParameters(ctx, client, "tuned", map[string]string{
		"neptune_streams": "1", "neptune_streams_expiry_days": "1000", "neptune_enable_slow_query_log": "info",
	})
	for _, p := range changes.Changed {
		fmt.Println(*p.ParameterName, *p.ParameterValue, p.ApplyMethod)
	}
	var wrong *neptune.ParameterError
	if errors.As(err, &wrong) {
		fmt.Println("refused:", wrong.Name)
	}
	// Output:
	// neptune_enable_slow_query_log info immediate
	// neptune_streams 1 pending-reboot
	// refused: neptune_streams_expiry_days
}

// An instance parameter group is copied from the default group, changed and deleted.
func ExampleModifyParameters() {
	server, err := nereidtest.Start()
	if err != nil {
		panic(err)
	}
	defer server.Close()
	ctx := context.Background()
	client := neptune.NewFromConfig(server.Config())
	if _, err := client.CopyDBParameterGroup(ctx, &neptune.CopyDBParameterGroupInput{
		SourceDBParameterGroupIdentifier: ptr("default.neptune1.4"), TargetDBParameterGroupIdentifier: ptr("cached"),
		TargetDBParameterGroupDescription: ptr("with a cache of results"),
	}); err != nil {
		panic(err)
	}
	changes, err := neptune.ModifyParameters(ctx, client, "cached", map[string]string{"neptune_result_cache": "1"})
	if err != nil {
		panic(err)
	}
	fmt.Println("reboot the instances:", changes.PendingReboot())
	if err := neptune.DeleteParameterGroup(ctx, client, "cached"); err != nil {
		panic(err)
	}
	// Output: reboot the instances: true
}
