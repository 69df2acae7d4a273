package operation_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds"
)

// If a rejection says that the resource is being deleted, this decides the
// outcome: a deletion has succeeded, and a change has failed because the
// resource disappears. A state that only another caller can have caused decides
// the outcome too.
func TestAnotherCallerDeletes(t *testing.T) {
	const role = "arn:aws:iam::123456789012:role/load"
	shown := func(status, inside string) func(*http.Request) (*http.Response, error) {
		return clusterShown("<DbClusterResourceId>cluster-1</DbClusterResourceId><Status>" + status + "</Status>" + inside)
	}
	const roles = "<AssociatedRoles><DBClusterRole><RoleArn>" + role + "</RoleArn></DBClusterRole></AssociatedRoles>"
	leaving := fault(400, "InvalidDBClusterStateFault", "DbCluster prod is in deleting state but expected it to be one of available.")
	unavailable := fault(400, "InvalidDBClusterStateFault", "DB Cluster prod is not available for IAM role association, disassociation, or updates. Current DB cluster status: deleting")
	elsewhere := fault(400, "InvalidDBClusterStateFault", "DbCluster prod-global is in deleting state but expected it to be one of available.")
	mute := fault(400, "InvalidDBClusterStateFault", "It cannot be done now.")
	for name, c := range map[string]struct {
		call     func(context.Context, *neptune.Client) (middleware.Metadata, error)
		refusal  func(*http.Request) (*http.Response, error)
		clusters answers
		want     verdict
	}{
		"delete, which shows as before":            {deleteProd, leaving, answers{shown("available", "")}, recovered},
		"delete, another cluster is being deleted": {deleteProd, elsewhere, answers{shown("available", "")}, unknown},
		"start":                              {startProd, leaving, nil, stands},
		"modify":                             {keepFor(7), leaving, nil, stands},
		"add a role":                         {addRole(role), unavailable, nil, stands},
		"add a role, by the status":          {addRole(role), mute, answers{shown("stopping", "")}, stands},
		"add a role, which was added before": {addRole(role), mute, answers{shown("stopping", roles)}, recovered},
		"add a role, as before":              {addRole(role), mute, answers{shown("available", "")}, unknown},
		"remove a role":                      {removeRole(role), unavailable, nil, stands},
		"remove a role, by the status":       {removeRole(role), mute, answers{shown("deleting", roles)}, unknown},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				attempts := answers{reset, c.refusal}
				client, s := graphs(t, scripts{
					"StartDBCluster": attempts, "DeleteDBCluster": attempts, "ModifyDBCluster": attempts, "AddRoleToDBCluster": attempts,
					"RemoveRoleFromDBCluster": attempts, "DescribeDBClusters": c.clusters,
				})
				md, err := c.call(t.Context(), client)
				if got := verdictOf(err == nil && nereid.Recovered(md), err); got != c.want {
					t.Errorf("%s, want %s after %v: %v", got, c.want, s.actions, err)
				}
			})
		})
	}
}

// A rejection because of the cluster's state is not due to an earlier attempt
// to delete or modify a cluster endpoint. It is final unless a description
// shows the effect.
func TestRefusedForTheCluster(t *testing.T) {
	shown := func(status, kind string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBClusterEndpoints", "<DBClusterEndpoints><DBClusterEndpointList><DBClusterEndpointIdentifier>e1</DBClusterEndpointIdentifier>"+
			"<Status>"+status+"</Status><EndpointType>CUSTOM</EndpointType><CustomEndpointType>"+kind+"</CustomEndpointType></DBClusterEndpointList></DBClusterEndpoints>")
	}
	stopping := fault(400, "InvalidDBClusterStateFault", "DbCluster prod is in stopping state but expected it to be one of available.")
	busy := fault(400, "InvalidDBClusterEndpointStateFault", "DB cluster endpoint e1 is in modifying state but expected it to be one of available.")
	id := nereid.String("e1")
	deletion := func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
		out, err := c.DeleteDBClusterEndpoint(ctx, &neptune.DeleteDBClusterEndpointInput{DBClusterEndpointIdentifier: id})
		if err == nil {
			md = out.ResultMetadata
		}
		return md, err
	}
	modification := func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
		out, err := c.ModifyDBClusterEndpoint(ctx, &neptune.ModifyDBClusterEndpointInput{DBClusterEndpointIdentifier: id, EndpointType: nereid.String("ANY")})
		if err == nil {
			md = out.ResultMetadata
		}
		return md, err
	}
	for name, c := range map[string]struct {
		call      func(context.Context, *neptune.Client) (middleware.Metadata, error)
		refusal   func(*http.Request) (*http.Response, error)
		endpoints answers
		want      verdict
	}{
		"delete, as before":              {deletion, stopping, answers{shown("available", "READER")}, stands},
		"delete, and it shows late":      {deletion, stopping, answers{shown("available", "READER"), shown("deleting", "READER")}, recovered},
		"delete, for the endpoint's own": {deletion, busy, answers{shown("available", "READER")}, unknown},
		"modify, as before":              {modification, stopping, answers{shown("available", "READER")}, stands},
		"modify, and it shows late":      {modification, stopping, answers{shown("available", "READER"), shown("modifying", "ANY")}, recovered},
		"modify, for the endpoint's own": {modification, busy, answers{shown("modifying", "READER")}, unknown},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, s := graphs(t, scripts{
					"DeleteDBClusterEndpoint": {reset, c.refusal}, "ModifyDBClusterEndpoint": {reset, c.refusal}, "DescribeDBClusterEndpoints": c.endpoints,
				})
				md, err := c.call(t.Context(), client)
				if got := verdictOf(err == nil && nereid.Recovered(md), err); got != c.want {
					t.Errorf("%s, want %s after %v: %v", got, c.want, s.actions, err)
				}
			})
		})
	}
}

// TestBusyIsNotAboutTheParameters modifies the storage of an instance. The response to the first
// attempt is lost, and AWS rejects the second because of the change, with a code of invalid parameters.
func TestBusyIsNotAboutTheParameters(t *testing.T) {
	shown := func(status, gigabytes string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceIdentifier>orders</DBInstanceIdentifier>"+
			"<DBInstanceStatus>"+status+"</DBInstanceStatus><AllocatedStorage>"+gigabytes+"</AllocatedStorage></DBInstance></DBInstances>")
	}
	busy := fault(400, "InvalidParameterCombination", "You can't currently modify the storage of this DB instance because the previous storage change is being optimized.")
	wrong := fault(400, "InvalidParameterCombination", "The maximum allocated storage must be increased by at least 10 percent.")
	for name, c := range map[string]struct {
		refusal   func(*http.Request) (*http.Response, error)
		instances answers
		want      verdict
	}{
		"it shows late":             {busy, answers{shown("available", "100"), shown("storage-optimization", "200")}, recovered},
		"it does not show":          {busy, answers{shown("available", "100")}, unknown},
		"the parameter is at fault": {wrong, answers{shown("available", "100")}, stands},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, script: scripts{"ModifyDBInstance": {reset, c.refusal}, "DescribeDBInstances": c.instances}}
				client := rds.New(rds.Options{Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), HTTPClient: s})
				out, err := client.ModifyDBInstance(t.Context(), &rds.ModifyDBInstanceInput{
					DBInstanceIdentifier: nereid.String("orders"), AllocatedStorage: nereid.Int32(200), ApplyImmediately: nereid.Bool(true),
				})
				if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
					t.Errorf("%s, want %s after %v: %v", got, c.want, s.actions, err)
				}
			})
		})
	}
}

// After a rejection because of a resource's state, the outcome is unknown if
// the description has not changed, whatever the status is.
func TestShowsAsBefore(t *testing.T) {
	subscription := func(status string) func(*http.Request) (*http.Response, error) {
		return result("DescribeEventSubscriptions", "<EventSubscriptionsList><EventSubscription><CustSubscriptionId>s1</CustSubscriptionId>"+
			"<Status>"+status+"</Status><Enabled>true</Enabled></EventSubscription></EventSubscriptionsList>")
	}
	endpoint := func(status string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBClusterEndpoints", "<DBClusterEndpoints><DBClusterEndpointList><DBClusterEndpointIdentifier>e1</DBClusterEndpointIdentifier>"+
			"<Status>"+status+"</Status><EndpointType>CUSTOM</EndpointType><CustomEndpointType>READER</CustomEndpointType></DBClusterEndpointList></DBClusterEndpoints>")
	}
	id := nereid.String("e1")
	calls := map[string]func(context.Context, *neptune.Client) error{
		"ModifyEventSubscription": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.ModifyEventSubscription(ctx, &neptune.ModifyEventSubscriptionInput{SubscriptionName: nereid.String("s1"), Enabled: nereid.Bool(false)})
			return err
		},
		"ModifyDBClusterEndpoint": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.ModifyDBClusterEndpoint(ctx, &neptune.ModifyDBClusterEndpointInput{DBClusterEndpointIdentifier: id, EndpointType: nereid.String("ANY")})
			return err
		},
		"DeleteDBClusterEndpoint": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.DeleteDBClusterEndpoint(ctx, &neptune.DeleteDBClusterEndpointInput{DBClusterEndpointIdentifier: id})
			return err
		},
	}
	for _, c := range []struct {
		op, code string
		shown    func(*http.Request) (*http.Response, error)
		want     verdict
	}{
		{"ModifyEventSubscription", "InvalidEventSubscriptionState", subscription("active"), unknown},
		{"ModifyEventSubscription", "InvalidEventSubscriptionState", subscription("no-permission"), unknown},
		{"ModifyEventSubscription", "InvalidEventSubscriptionState", subscription("all-sources-deleted"), unknown},
		{"ModifyEventSubscription", "InvalidEventSubscriptionState", subscription("creating"), stands},
		{"ModifyDBClusterEndpoint", "InvalidDBClusterEndpointStateFault", endpoint("inactive"), unknown},
		{"ModifyDBClusterEndpoint", "InvalidDBClusterEndpointStateFault", endpoint("creating"), stands},
		{"DeleteDBClusterEndpoint", "InvalidDBClusterEndpointStateFault", endpoint("inactive"), unknown},
		{"DeleteDBClusterEndpoint", "InvalidDBClusterEndpointStateFault", endpoint("creating"), stands},
	} {
		synctest.Test(t, func(t *testing.T) {
			client, s := graphs(t, scripts{
				c.op:                         {reset, fault(400, c.code, "It cannot be done now.")},
				"DescribeEventSubscriptions": {c.shown}, "DescribeDBClusterEndpoints": {c.shown},
			})
			if err := calls[c.op](t.Context(), client); verdictOf(false, err) != c.want {
				t.Errorf("%s: %s, want %s after %v: %v", c.op, verdictOf(false, err), c.want, s.actions, err)
			}
		})
	}
}

func deleteProd(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
	out, err := c.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: nereid.String("prod"), SkipFinalSnapshot: nereid.Bool(true)})
	if err == nil {
		md = out.ResultMetadata
	}
	return md, err
}

// A setting that Describe responses do not show disappears with its resource,
// so the not-found fault is final. After another not-found code, for example
// from a gateway, the outcome is unknown.
func TestSettingOfWhatIsGone(t *testing.T) {
	id := nereid.String("prod")
	for code, calls := range map[string]map[string]func(context.Context, *neptune.Client) error{
		"DBParameterGroupNotFound": {
			"ModifyDBParameterGroup": func(ctx context.Context, c *neptune.Client) error {
				_, err := c.ModifyDBParameterGroup(ctx, &neptune.ModifyDBParameterGroupInput{DBParameterGroupName: id, Parameters: []types.Parameter{{}}})
				return err
			},
			"ResetDBParameterGroup": func(ctx context.Context, c *neptune.Client) error {
				_, err := c.ResetDBParameterGroup(ctx, &neptune.ResetDBParameterGroupInput{DBParameterGroupName: id})
				return err
			},
			"ModifyDBClusterParameterGroup": func(ctx context.Context, c *neptune.Client) error {
				_, err := c.ModifyDBClusterParameterGroup(ctx, &neptune.ModifyDBClusterParameterGroupInput{DBClusterParameterGroupName: id, Parameters: []types.Parameter{{}}})
				return err
			},
			"ResetDBClusterParameterGroup": func(ctx context.Context, c *neptune.Client) error {
				_, err := c.ResetDBClusterParameterGroup(ctx, &neptune.ResetDBClusterParameterGroupInput{DBClusterParameterGroupName: id})
				return err
			},
		},
		"DBClusterSnapshotNotFoundFault": {"ModifyDBClusterSnapshotAttribute": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.ModifyDBClusterSnapshotAttribute(ctx, &neptune.ModifyDBClusterSnapshotAttributeInput{DBClusterSnapshotIdentifier: id, AttributeName: nereid.String("restore")})
			return err
		}},
		"ResourceNotFoundFault": {"ApplyPendingMaintenanceAction": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.ApplyPendingMaintenanceAction(ctx, &neptune.ApplyPendingMaintenanceActionInput{ResourceIdentifier: id, ApplyAction: id, OptInType: id})
			return err
		}},
	} {
		for op, call := range calls {
			for answered, want := range map[string]bool{code: true, "RouteNotFound": false} {
				synctest.Test(t, func(t *testing.T) {
					client, _ := graphs(t, scripts{op: {reset, fault(404, answered, "there is none")}})
					err := call(t.Context(), client)
					var unknown *nereid.OutcomeUnknownError
					if err == nil || errors.As(err, &unknown) == want {
						t.Errorf("%s, %s: %v", op, answered, err)
					}
				})
			}
		}
	}
}
