package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// parameter returns a parameter for a modify request.
func parameter(name, value string, method types.ApplyMethod) types.Parameter {
	return types.Parameter{ParameterName: &name, ParameterValue: &value, ApplyMethod: method}
}

// refusal returns CODE: TEXT of a rejection, or "" for a success.
func refusal(err error) string {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return fmt.Sprint(err)
	}
	return api.ErrorCode() + ": " + api.ErrorMessage()
}

func groupName(g types.DBParameterGroup) *string { return g.DBParameterGroupName }

// wantRefusal checks a rejection.
func wantRefusal(t *testing.T, err error, want string) {
	t.Helper()
	if got := refusal(err); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// valueOf returns VALUE SOURCE METHOD of a parameter of a group.
func valueOf(t *testing.T, parameters []types.Parameter, name string) string {
	t.Helper()
	for _, p := range parameters {
		if *p.ParameterName == name {
			return strings.TrimSpace(nereid.ToString(p.ParameterValue) + " " + *p.Source + " " + string(p.ApplyMethod))
		}
	}
	t.Errorf("there is no %s", name)
	return ""
}

// all lists the items of a paginator.
func all[Item any](t *testing.T, items iter.Seq2[Item, error]) (list []Item) {
	t.Helper()
	for item, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, item)
	}
	return list
}

func parametersOf(t *testing.T, client *neptune.Client, group string) []types.Parameter {
	t.Helper()
	return all(t, neptune.NewDescribeDBParametersPaginator(client, &neptune.DescribeDBParametersInput{DBParameterGroupName: &group}).All(t.Context()))
}

// TestParameterGroupLife creates, changes and deletes a parameter group.
func TestParameterGroupLife(t *testing.T) {
	server := nereidtest.NewServer(t)
	client := neptune.NewFromConfig(server.Config())
	ctx := t.Context()
	made, err := client.CreateDBParameterGroup(ctx, &neptune.CreateDBParameterGroupInput{
		DBParameterGroupName: ptr("Tuned"), DBParameterGroupFamily: ptr("neptune1.4"), Description: ptr("slow queries"),
		Tags: []types.Tag{{Key: ptr("team"), Value: ptr("graph")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := &types.DBParameterGroup{
		DBParameterGroupArn: ptr("arn:aws:rds:us-east-1:123456789012:pg:tuned"), DBParameterGroupFamily: ptr("neptune1.4"),
		DBParameterGroupName: ptr("tuned"), Description: ptr("slow queries"),
	}
	if diff := cmp.Diff(want, made.DBParameterGroup); diff != "" {
		t.Errorf("created (-want +got):\n%s", diff)
	}
	tags, err := client.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: want.DBParameterGroupArn})
	if err != nil || len(tags.TagList) != 1 {
		t.Errorf("tags %v, %v", tags, err)
	}
	modified, err := client.ModifyDBParameterGroup(ctx, &neptune.ModifyDBParameterGroupInput{
		DBParameterGroupName: ptr("TUNED"), Parameters: []types.Parameter{parameter("neptune_query_timeout", "9999", types.ApplyMethodPendingReboot)},
	})
	if err != nil || *modified.DBParameterGroupName != "tuned" {
		t.Fatal(modified, err)
	}
	copied, err := client.CopyDBParameterGroup(ctx, &neptune.CopyDBParameterGroupInput{
		SourceDBParameterGroupIdentifier: want.DBParameterGroupArn, TargetDBParameterGroupIdentifier: ptr("other"),
		TargetDBParameterGroupDescription: ptr("a copy"),
	})
	if err != nil || *copied.DBParameterGroup.DBParameterGroupFamily != "neptune1.4" || *copied.DBParameterGroup.Description != "a copy" {
		t.Fatal(copied, err)
	}
	if got := valueOf(t, parametersOf(t, client, "other"), "neptune_query_timeout"); got != "9999 user pending-reboot" {
		t.Errorf("the copy has %s", got)
	}
	changed, err := client.DescribeDBParameters(ctx, &neptune.DescribeDBParametersInput{DBParameterGroupName: ptr("tuned"), Source: ptr("user")})
	if err != nil || len(changed.Parameters) != 1 {
		t.Errorf("changed by a user: %+v, %v", changed, err)
	}
	reset := &neptune.ResetDBParameterGroupInput{DBParameterGroupName: ptr("tuned")}
	_, err = client.ResetDBParameterGroup(ctx, reset)
	var invalid *types.InvalidDBParameterGroupStateFault
	if !errors.As(err, &invalid) || !strings.Contains(*invalid.Message, "has pending changes") {
		t.Errorf("a reset right after a change: %v", err)
	}
	server.Advance(30 * time.Second)
	if _, err := client.ResetDBParameterGroup(ctx, reset); err != nil {
		t.Error(err)
	}
	if got := valueOf(t, parametersOf(t, client, "tuned"), "neptune_query_timeout"); got != "120000 system pending-reboot" {
		t.Errorf("after the reset: %s", got)
	}
	if got := valueOf(t, parametersOf(t, client, "other"), "neptune_query_timeout"); got != "9999 user pending-reboot" {
		t.Errorf("the reset changed the copy: %s", got)
	}
	if _, err := client.DeleteDBParameterGroup(ctx, &neptune.DeleteDBParameterGroupInput{DBParameterGroupName: ptr("tuned")}); err != nil {
		t.Error(err)
	}
	_, err = client.DescribeDBParameterGroups(ctx, &neptune.DescribeDBParameterGroupsInput{DBParameterGroupName: ptr("tuned")})
	wantRefusal(t, err, "DBParameterGroupNotFound: DBParameterGroup not found: tuned")
	names := collect(t, neptune.NewDescribeDBParameterGroupsPaginator(client, nil).All(ctx), groupName)
	if diff := cmp.Diff([]string{"default.neptune1", "default.neptune1.2", "default.neptune1.3", "default.neptune1.4", "other"}, names); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// TestParameterGroupRefusals checks the codes and texts on which programs depend.
func TestParameterGroupRefusals(t *testing.T) {
	server := nereidtest.NewServer(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.ParameterGroups = 2 }))
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned"})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "old", Family: "neptune1.2"})
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "cluster-tuned", OfClusters: true})
	server.AddCluster(nereidtest.Cluster{ID: "graph"})
	client := neptune.NewFromConfig(server.Config())
	ctx := t.Context()
	create := func(name, family, description string) error {
		_, err := client.CreateDBParameterGroup(ctx, &neptune.CreateDBParameterGroupInput{
			DBParameterGroupName: &name, DBParameterGroupFamily: &family, Description: &description,
		})
		return err
	}
	modify := func(group string, parameters ...types.Parameter) error {
		_, err := client.ModifyDBParameterGroup(ctx, &neptune.ModifyDBParameterGroupInput{DBParameterGroupName: &group, Parameters: parameters})
		return err
	}
	remove := func(group string) error {
		_, err := client.DeleteDBParameterGroup(ctx, &neptune.DeleteDBParameterGroupInput{DBParameterGroupName: &group})
		return err
	}
	instance := func(group string) error {
		_, err := client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
			DBInstanceIdentifier: ptr("i"), DBClusterIdentifier: ptr("graph"), DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("neptune"),
			DBParameterGroupName: &group,
		})
		return err
	}
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"name taken":       {create("TUNED", "neptune1.4", "x"), "DBParameterGroupAlreadyExists: Parameter group tuned already exists"},
		"too many":         {create("third", "neptune1.4", "x"), "DBParameterGroupQuotaExceeded: You cannot have more than 2 parameter groups."},
		"no family":        {create("third", "neptune2", "x"), "InvalidParameterValue: ParameterGroupFamily neptune2 is not a valid parameter group family"},
		"no description":   {create("third", "neptune1.4", " "), "InvalidParameterValue: The parameter Description must be provided and must not be blank."},
		"no name":          {create("", "neptune1.4", "x"), "InvalidParameterValue: The parameter DBParameterGroupName must be provided and must not be blank."},
		"modify default":   {modify("default.neptune1.4", parameter("neptune_result_cache", "1", "pending-reboot")), "InvalidParameterValue: Cannot modify a default parameter group."},
		"delete default":   {remove("default.neptune1.4"), "InvalidDBParameterGroupState: Default DBParameterGroup cannot be deleted: default.neptune1.4"},
		"static at once":   {modify("tuned", parameter("neptune_result_cache", "1", "immediate")), "InvalidParameterCombination: cannot use immediate apply method for static parameter"},
		"unknown name":     {modify("tuned", parameter("neptune_lab_mode", "", "pending-reboot")), "InvalidParameterValue: Could not find parameter with name: neptune_lab_mode"},
		"value":            {modify("tuned", parameter("neptune_query_timeout", "9", "pending-reboot")), "InvalidParameterValue: Invalid parameter value: 9 for: neptune_query_timeout allowed values are: 10-2147483647"},
		"too many changes": {modify("tuned", slices.Repeat([]types.Parameter{parameter("neptune_result_cache", "1", "pending-reboot")}, 21)...), "InvalidParameterValue: A maximum of 20 parameters can be modified in a single request."},
		"other kind":       {remove("cluster-tuned"), "DBParameterGroupNotFound: DBParameterGroup not found: cluster-tuned"},
		"instance, family": {instance("old"), "InvalidParameterCombination: The Parameter Group old with DBParameterGroupFamily neptune1.2 cannot be used for this instance. Please use a Parameter Group with DBParameterGroupFamily neptune1.4"},
		"instance, none":   {instance("none"), "DBParameterGroupNotFound: DBParameterGroup not found: none"},
	} {
		t.Run(name, func(t *testing.T) { wantRefusal(t, test.err, test.want) })
	}
	for _, p := range parametersOf(t, client, "tuned") {
		if *p.Source == "user" {
			t.Errorf("a refused call changed %s", *p.ParameterName)
		}
	}
}

// TestParameterGroupInUse modifies a group that an instance uses. The instance shows when the
// values take effect, and the group cannot be deleted.
func TestParameterGroupInUse(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned"})
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	client := neptune.NewFromConfig(server.Config())
	ctx := t.Context()
	status := func(id, want string) {
		t.Helper()
		out, err := client.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
		if err != nil {
			t.Fatal(err)
		}
		g := out.DBInstances[0].DBParameterGroups[0]
		if got := *g.DBParameterGroupName + " " + *g.ParameterApplyStatus; got != want {
			t.Errorf("%s has the group %s, want %s", id, got, want)
		}
	}
	if _, err := client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
		DBInstanceIdentifier: ptr("graph-2"), DBClusterIdentifier: ptr("graph"), DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("neptune"),
		DBParameterGroupName: ptr("Tuned"),
	}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	status("graph-1", "default.neptune1.4 in-sync")
	status("graph-2", "tuned in-sync")
	if _, err := client.ModifyDBParameterGroup(ctx, &neptune.ModifyDBParameterGroupInput{
		DBParameterGroupName: ptr("tuned"), Parameters: []types.Parameter{parameter("neptune_result_cache", "1", types.ApplyMethodPendingReboot)},
	}); err != nil {
		t.Fatal(err)
	}
	status("graph-2", "tuned applying")
	server.Advance(time.Minute)
	status("graph-1", "default.neptune1.4 in-sync")
	status("graph-2", "tuned pending-reboot")
	if _, err := client.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: ptr("graph-2")}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	status("graph-2", "tuned in-sync")
	_, err := client.DeleteDBParameterGroup(ctx, &neptune.DeleteDBParameterGroupInput{DBParameterGroupName: ptr("tuned")})
	wantRefusal(t, err, "InvalidDBParameterGroupState: One or more database instances are still members of this parameter group tuned, so the group cannot be deleted")
	if !errors.Is(err, nereid.ErrInvalidState) {
		t.Error("the refusal is not one for the state")
	}
}

// TestEngineDefaultParameters lists the parameters of new groups.
func TestEngineDefaultParameters(t *testing.T) {
	client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
	list := func(family string) []types.Parameter {
		pages := neptune.NewDescribeEngineDefaultParametersPaginator(client, &neptune.DescribeEngineDefaultParametersInput{DBParameterGroupFamily: &family})
		return all(t, pages.All(t.Context()))
	}
	if got := valueOf(t, list("neptune1"), "neptune_dfe_query_engine"); got != "viaQueryHint system" {
		t.Errorf("neptune_dfe_query_engine is %s", got)
	}
	for _, p := range list("neptune1.4") {
		if p.MinimumEngineVersion == nil || p.ApplyMethod != "" || !*p.IsModifiable || !slices.Contains([]string{"static", "dynamic"}, *p.ApplyType) {
			t.Errorf("%+v", p)
		}
	}
	_, err := client.DescribeEngineDefaultParameters(t.Context(), &neptune.DescribeEngineDefaultParametersInput{DBParameterGroupFamily: ptr("neptune9")})
	wantRefusal(t, err, "InvalidParameterValue: ParameterGroupFamily neptune9 is not a valid parameter group family")
}

// TestEngineDefaultParametersPages walks pages whose Marker is in EngineDefaults, next to the list.
func TestEngineDefaultParametersPages(t *testing.T) {
	var asked []string
	client := pagesOfDefaults(func(in *neptune.DescribeEngineDefaultParametersInput) *types.EngineDefaults {
		asked = append(asked, nereid.ToString(in.Marker))
		switch nereid.ToString(in.Marker) {
		case "":
			return &types.EngineDefaults{Marker: ptr("a"), Parameters: []types.Parameter{{ParameterName: ptr("one")}}}
		case "a":
			return &types.EngineDefaults{Marker: ptr("b"), Parameters: []types.Parameter{{ParameterName: ptr("two")}}}
		}
		return nil
	})
	names := collect(t, neptune.NewDescribeEngineDefaultParametersPaginator(client, nil).All(t.Context()), func(p types.Parameter) *string { return p.ParameterName })
	if diff := cmp.Diff([]string{"one", "two"}, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"", "a", "b"}, asked); diff != "" {
		t.Errorf("markers (-want +got):\n%s", diff)
	}
}

type pagesOfDefaults func(*neptune.DescribeEngineDefaultParametersInput) *types.EngineDefaults

func (f pagesOfDefaults) DescribeEngineDefaultParameters(_ context.Context, in *neptune.DescribeEngineDefaultParametersInput, _ ...func(*neptune.Options)) (*neptune.DescribeEngineDefaultParametersOutput, error) {
	return &neptune.DescribeEngineDefaultParametersOutput{EngineDefaults: f(in)}, nil
}
