package interop_test

import (
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	neptunetypes "github.com/aws/aws-sdk-go-v2/service/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// serveGraph is serveTwo with the encrypted cluster graph and its instances
// graph-1 and graph-2. It returns clients of both accounts too.
func serveGraph(t *testing.T) (s *nereidtest.Server, own, guest clients) {
	t.Helper()
	s = serveTwo(t)
	s.AddCluster(nereidtest.Cluster{ID: "graph", Region: east, Instances: 2, EngineVersion: "1.4.5.0", KmsKeyID: "alias/graph"})
	return s, connect(s.URL(), east, secret), connectAs(s.URL(), east, otherKeyID, otherSecret)
}

// outlast repeats a call while it fails with the fault F.
func outlast[F error](t *testing.T, call func() error) {
	t.Helper()
	become(t, true, func() bool {
		err := call()
		if err != nil && !isFault[F](err) {
			t.Fatal(err)
		}
		return err == nil
	})
}

func parameter(name, value string, method neptunetypes.ApplyMethod) neptunetypes.Parameter {
	return neptunetypes.Parameter{ParameterName: &name, ParameterValue: &value, ApplyMethod: method}
}

// values are the parameters by name.
func values(list []neptunetypes.Parameter) map[string]string {
	m := make(map[string]string)
	for _, p := range list {
		m[*p.ParameterName] = aws.ToString(p.ParameterValue)
	}
	return m
}

// TestSDKClusterParameterGroup creates a group, changes parameters, and uses,
// copies, resets and deletes the group.
func TestSDKClusterParameterGroup(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	const static, dynamic = "neptune_enable_audit_log", "neptune_slow_query_log_threshold"
	name := aws.String("tuned")
	create := &neptune.CreateDBClusterParameterGroupInput{
		DBClusterParameterGroupName: name, DBParameterGroupFamily: aws.String("neptune1.4"), Description: aws.String("a test"),
	}
	do(t, c.neptune.CreateDBClusterParameterGroup, create)
	refused[*neptunetypes.DBParameterGroupAlreadyExistsFault](t, c.neptune.CreateDBClusterParameterGroup, create)
	read := func(group, source string) map[string]string {
		in := &neptune.DescribeDBClusterParametersInput{DBClusterParameterGroupName: &group}
		if source != "" {
			in.Source = &source
		}
		return values(do(t, c.neptune.DescribeDBClusterParameters, in).Parameters)
	}
	before := read("tuned", "")
	defaults := do(t, c.neptune.DescribeEngineDefaultClusterParameters, &neptune.DescribeEngineDefaultClusterParametersInput{
		DBParameterGroupFamily: create.DBParameterGroupFamily,
	}).EngineDefaults
	equal(t, "new values", before, values(defaults.Parameters))
	modify := &neptune.ModifyDBClusterParameterGroupInput{
		DBClusterParameterGroupName: name, Parameters: []neptunetypes.Parameter{parameter(static, "1", "immediate")},
	}
	refusedAs(t, "InvalidParameterCombination", c.neptune.ModifyDBClusterParameterGroup, modify)
	modify.Parameters = []neptunetypes.Parameter{parameter(static, "1", "pending-reboot"), parameter(dynamic, "100", "immediate")}
	do(t, c.neptune.ModifyDBClusterParameterGroup, modify)
	equal(t, "own values", read("tuned", "user"), map[string]string{static: "1", dynamic: "100"})

	use := &neptune.ModifyDBClusterInput{
		DBClusterIdentifier: aws.String("graph"), DBClusterParameterGroupName: name, ApplyImmediately: aws.Bool(true),
	}
	do(t, c.neptune.ModifyDBCluster, use)
	become(t, "tuned", func() string { return *c.cluster(t, "graph").DBClusterParameterGroup })
	deletion := &neptune.DeleteDBClusterParameterGroupInput{DBClusterParameterGroupName: name}
	refused[*neptunetypes.InvalidDBParameterGroupStateFault](t, c.neptune.DeleteDBClusterParameterGroup, deletion)

	do(t, c.neptune.CopyDBClusterParameterGroup, &neptune.CopyDBClusterParameterGroupInput{
		SourceDBClusterParameterGroupIdentifier: name, TargetDBClusterParameterGroupIdentifier: aws.String("twin"),
		TargetDBClusterParameterGroupDescription: aws.String("a copy"),
	})
	equal(t, "values of the copy", read("twin", "user"), map[string]string{static: "1", dynamic: "100"})
	outlast[*neptunetypes.InvalidDBParameterGroupStateFault](t, func() error {
		_, err := c.neptune.ResetDBClusterParameterGroup(t.Context(), &neptune.ResetDBClusterParameterGroupInput{
			DBClusterParameterGroupName: aws.String("twin"), ResetAllParameters: aws.Bool(true),
		})
		return err
	})
	equal(t, "values after the reset", read("twin", ""), before)

	use.DBClusterParameterGroupName = aws.String("default.neptune1.4")
	do(t, c.neptune.ModifyDBCluster, use)
	outlast[*neptunetypes.InvalidDBParameterGroupStateFault](t, func() error {
		_, err := c.neptune.DeleteDBClusterParameterGroup(t.Context(), deletion)
		return err
	})
	refused[*neptunetypes.DBParameterGroupNotFoundFault](t, c.neptune.DescribeDBClusterParameterGroups, &neptune.DescribeDBClusterParameterGroupsInput{
		DBClusterParameterGroupName: name,
	})
}

// TestSDKParameterGroup gives an instance a group, which takes effect after a
// reboot.
func TestSDKParameterGroup(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	name, id := aws.String("patient"), aws.String("graph-1")
	do(t, c.neptune.CreateDBParameterGroup, &neptune.CreateDBParameterGroupInput{
		DBParameterGroupName: name, DBParameterGroupFamily: aws.String("neptune1.4"), Description: aws.String("a test"),
	})
	modify := &neptune.ModifyDBParameterGroupInput{
		DBParameterGroupName: name, Parameters: []neptunetypes.Parameter{parameter("neptune_query_timeout", "9", "pending-reboot")},
	}
	refusedAs(t, "InvalidParameterValue", c.neptune.ModifyDBParameterGroup, modify)
	modify.Parameters[0].ParameterValue = aws.String("240000")
	do(t, c.neptune.ModifyDBParameterGroup, modify)

	status := func() string {
		i := do(t, c.neptune.DescribeDBInstances, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: id}).DBInstances[0]
		return *i.DBInstanceStatus + " " + *i.DBParameterGroups[0].DBParameterGroupName + " " + *i.DBParameterGroups[0].ParameterApplyStatus
	}
	do(t, c.neptune.ModifyDBInstance, &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: id, DBParameterGroupName: name, ApplyImmediately: aws.Bool(true)})
	become(t, "available patient pending-reboot", status)
	do(t, c.neptune.RebootDBInstance, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: id})
	become(t, "available patient in-sync", status)
	deletion := &neptune.DeleteDBParameterGroupInput{DBParameterGroupName: name}
	refused[*neptunetypes.InvalidDBParameterGroupStateFault](t, c.neptune.DeleteDBParameterGroup, deletion)

	twin := aws.String("patient-2")
	do(t, c.neptune.CopyDBParameterGroup, &neptune.CopyDBParameterGroupInput{
		SourceDBParameterGroupIdentifier: name, TargetDBParameterGroupIdentifier: twin, TargetDBParameterGroupDescription: aws.String("a copy"),
	})
	own := func() map[string]string {
		return values(do(t, c.neptune.DescribeDBParameters, &neptune.DescribeDBParametersInput{DBParameterGroupName: twin, Source: aws.String("user")}).Parameters)
	}
	equal(t, "values of the copy", own(), map[string]string{"neptune_query_timeout": "240000"})
	outlast[*neptunetypes.InvalidDBParameterGroupStateFault](t, func() error {
		_, err := c.neptune.ResetDBParameterGroup(t.Context(), &neptune.ResetDBParameterGroupInput{DBParameterGroupName: twin, ResetAllParameters: aws.Bool(true)})
		return err
	})
	equal(t, "values after the reset", own(), map[string]string{})
	found := do(t, c.neptune.DescribeDBParameterGroups, &neptune.DescribeDBParameterGroupsInput{DBParameterGroupName: twin}).DBParameterGroups[0]
	equal(t, "family", *found.DBParameterGroupFamily, "neptune1.4")
	defaults := do(t, c.neptune.DescribeEngineDefaultParameters, &neptune.DescribeEngineDefaultParametersInput{DBParameterGroupFamily: found.DBParameterGroupFamily}).EngineDefaults
	equal(t, "default", values(defaults.Parameters)["neptune_query_timeout"], "120000")
}

// TestSDKSubnetGroup creates a group, changes it and creates a cluster in it.
func TestSDKSubnetGroup(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	name := aws.String("far")
	create := &neptune.CreateDBSubnetGroupInput{DBSubnetGroupName: name, DBSubnetGroupDescription: aws.String("a test"), SubnetIds: []string{"subnet-1"}}
	refused[*neptunetypes.DBSubnetGroupDoesNotCoverEnoughAZs](t, c.neptune.CreateDBSubnetGroup, create)
	create.SubnetIds = append(create.SubnetIds, "subnet-2")
	do(t, c.neptune.CreateDBSubnetGroup, create)
	do(t, c.neptune.ModifyDBSubnetGroup, &neptune.ModifyDBSubnetGroupInput{DBSubnetGroupName: name, SubnetIds: append(create.SubnetIds, "subnet-3")})
	found := do(t, c.neptune.DescribeDBSubnetGroups, &neptune.DescribeDBSubnetGroupsInput{DBSubnetGroupName: name}).DBSubnetGroups[0]
	equal(t, "subnets", len(found.Subnets), 3)
	do(t, c.neptune.CreateDBCluster, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: aws.String("placed"), Engine: aws.String("neptune"), DBSubnetGroupName: name,
	})
	equal(t, "group of the cluster", *c.cluster(t, "placed").DBSubnetGroup, "far")
	deletion := &neptune.DeleteDBSubnetGroupInput{DBSubnetGroupName: name}
	refused[*neptunetypes.InvalidDBSubnetGroupStateFault](t, c.neptune.DeleteDBSubnetGroup, deletion)
	c.clusterAvailable(t, "placed")
	do(t, c.neptune.DeleteDBCluster, &neptune.DeleteDBClusterInput{DBClusterIdentifier: aws.String("placed"), SkipFinalSnapshot: aws.Bool(true)})
	c.clusterDeleted(t, "placed")
	do(t, c.neptune.DeleteDBSubnetGroup, deletion)
	refused[*neptunetypes.DBSubnetGroupNotFoundFault](t, c.neptune.DeleteDBSubnetGroup, deletion)
}

// TestSDKClusterEndpoint creates, changes and deletes a custom endpoint.
func TestSDKClusterEndpoint(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	id := aws.String("reports")
	create := &neptune.CreateDBClusterEndpointInput{
		DBClusterIdentifier: aws.String("graph"), DBClusterEndpointIdentifier: id, EndpointType: aws.String("WRITER"), StaticMembers: []string{"graph-2"},
	}
	refusedAs(t, "InvalidParameterValue", c.neptune.CreateDBClusterEndpoint, create)
	create.EndpointType = aws.String("READER")
	equal(t, "new endpoint", *do(t, c.neptune.CreateDBClusterEndpoint, create).Status, "creating")
	shape := func() string {
		list := do(t, c.neptune.DescribeDBClusterEndpoints, &neptune.DescribeDBClusterEndpointsInput{
			DBClusterIdentifier: aws.String("graph"),
			Filters:             []neptunetypes.Filter{{Name: aws.String("db-cluster-endpoint-type"), Values: []string{"custom"}}},
		}).DBClusterEndpoints
		if len(list) == 0 {
			return "none"
		}
		return *list[0].Status + " " + *list[0].CustomEndpointType
	}
	become(t, "available READER", shape)
	do(t, c.neptune.ModifyDBClusterEndpoint, &neptune.ModifyDBClusterEndpointInput{
		DBClusterEndpointIdentifier: id, EndpointType: aws.String("ANY"), ExcludedMembers: []string{"graph-2"},
	})
	become(t, "available ANY", shape)
	deletion := &neptune.DeleteDBClusterEndpointInput{DBClusterEndpointIdentifier: id}
	equal(t, "deletion", *do(t, c.neptune.DeleteDBClusterEndpoint, deletion).Status, "deleting")
	become(t, "none", shape)
	refused[*neptunetypes.DBClusterEndpointNotFoundFault](t, c.neptune.DeleteDBClusterEndpoint, deletion)
}

// TestSDKRole adds a role to a cluster and removes it.
func TestSDKRole(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	id, role := aws.String("graph"), aws.String("arn:aws:iam::123456789012:role/load")
	status := func() string {
		if roles := c.cluster(t, *id).AssociatedRoles; len(roles) > 0 {
			return *roles[0].Status
		}
		return "none"
	}
	add := &neptune.AddRoleToDBClusterInput{DBClusterIdentifier: id, RoleArn: role}
	do(t, c.neptune.AddRoleToDBCluster, add)
	become(t, "ACTIVE", status)
	refused[*neptunetypes.DBClusterRoleAlreadyExistsFault](t, c.neptune.AddRoleToDBCluster, add)
	remove := &neptune.RemoveRoleFromDBClusterInput{DBClusterIdentifier: id, RoleArn: role}
	do(t, c.neptune.RemoveRoleFromDBCluster, remove)
	become(t, "none", status)
	refused[*neptunetypes.DBClusterRoleNotFoundFault](t, c.neptune.RemoveRoleFromDBCluster, remove)
}

// TestSDKModifyInstance leaves a class pending, and applies it together with a
// new name.
func TestSDKModifyInstance(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	valid := do(t, c.neptune.DescribeValidDBInstanceModifications, &neptune.DescribeValidDBInstanceModificationsInput{
		DBInstanceIdentifier: aws.String("graph-2"),
	}).ValidDBInstanceModificationsMessage
	if valid == nil {
		t.Error("no valid modifications")
	}
	made := do(t, c.neptune.ModifyDBInstance, &neptune.ModifyDBInstanceInput{
		DBInstanceIdentifier: aws.String("graph-2"), DBInstanceClass: aws.String("db.r6g.4xlarge"),
	}).DBInstance
	equal(t, "class that waits", *made.PendingModifiedValues.DBInstanceClass, "db.r6g.4xlarge")
	do(t, c.neptune.ModifyDBInstance, &neptune.ModifyDBInstanceInput{
		DBInstanceIdentifier: aws.String("graph-2"), NewDBInstanceIdentifier: aws.String("graph-b"), ApplyImmediately: aws.Bool(true),
	})
	become(t, "graph-b db.r6g.4xlarge available", func() string {
		list := do(t, c.neptune.DescribeDBInstances, &neptune.DescribeDBInstancesInput{}).DBInstances
		at := slices.IndexFunc(list, func(i neptunetypes.DBInstance) bool { return *i.DbiResourceId == *made.DbiResourceId })
		return *list[at].DBInstanceIdentifier + " " + *list[at].DBInstanceClass + " " + *list[at].DBInstanceStatus
	})
}

// TestSDKWriters fails over a cluster, and promotes a replica of another
// cluster.
func TestSDKWriters(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	id, target := aws.String("graph"), aws.String("graph-2")
	do(t, c.neptune.FailoverDBCluster, &neptune.FailoverDBClusterInput{DBClusterIdentifier: id, TargetDBInstanceIdentifier: target})
	become(t, *target, func() string {
		members := c.cluster(t, *id).DBClusterMembers
		return *members[slices.IndexFunc(members, func(m neptunetypes.DBClusterMember) bool { return *m.IsClusterWriter })].DBInstanceIdentifier
	})

	replica := aws.String("replica")
	do(t, c.neptune.CreateDBCluster, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: replica, Engine: aws.String("neptune"), ReplicationSourceIdentifier: c.cluster(t, *id).DBClusterArn,
		StorageEncrypted: aws.Bool(true), KmsKeyId: aws.String("alias/graph"),
	})
	c.clusterAvailable(t, *replica)
	promote := &neptune.PromoteReadReplicaDBClusterInput{DBClusterIdentifier: replica}
	do(t, c.neptune.PromoteReadReplicaDBCluster, promote)
	become(t, "available ", func() string {
		d := c.cluster(t, *replica)
		return *d.Status + " " + aws.ToString(d.ReplicationSourceIdentifier)
	})
	refused[*neptunetypes.InvalidDBClusterStateFault](t, c.neptune.PromoteReadReplicaDBCluster, promote)
}

// TestSDKGlobalProtection checks that a protected global database cannot be
// deleted.
func TestSDKGlobalProtection(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	id := aws.String("world")
	do(t, c.neptune.CreateGlobalCluster, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: id, Engine: aws.String("neptune")})
	protect := func(on bool) {
		t.Helper()
		do(t, c.neptune.ModifyGlobalCluster, &neptune.ModifyGlobalClusterInput{GlobalClusterIdentifier: id, DeletionProtection: &on})
		become(t, on, func() bool {
			return *do(t, c.neptune.DescribeGlobalClusters, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: id}).GlobalClusters[0].DeletionProtection
		})
	}
	deletion := &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: id}
	protect(true)
	refusedAs(t, "InvalidParameterCombination", c.neptune.DeleteGlobalCluster, deletion)
	protect(false)
	do(t, c.neptune.DeleteGlobalCluster, deletion)
}

// TestSDKSharing shares a snapshot with another account, which copies and restores it.
func TestSDKSharing(t *testing.T) {
	t.Parallel()
	_, c, guest := serveGraph(t)
	id := aws.String("shared")
	source := do(t, c.neptune.CreateDBClusterSnapshot, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: aws.String("graph"), DBClusterSnapshotIdentifier: id,
	}).DBClusterSnapshot.DBClusterSnapshotArn
	c.snapshotAvailable(t, *id)
	copyIt := &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: aws.String("mine"), KmsKeyId: aws.String("alias/mine"),
	}
	refused[*neptunetypes.DBClusterSnapshotNotFoundFault](t, guest.neptune.CopyDBClusterSnapshot, copyIt)
	share := &neptune.ModifyDBClusterSnapshotAttributeInput{
		DBClusterSnapshotIdentifier: id, AttributeName: aws.String("restore"), ValuesToAdd: []string{"all"},
	}
	refusedAs(t, "InvalidParameterValue", c.neptune.ModifyDBClusterSnapshotAttribute, share) // is encrypted
	share.ValuesToAdd = []string{other}
	do(t, c.neptune.ModifyDBClusterSnapshotAttribute, share)
	result := do(t, c.neptune.DescribeDBClusterSnapshotAttributes, &neptune.DescribeDBClusterSnapshotAttributesInput{
		DBClusterSnapshotIdentifier: id,
	}).DBClusterSnapshotAttributesResult
	equal(t, "accounts", result.DBClusterSnapshotAttributes[0].AttributeValues, []string{other})
	offered := do(t, guest.neptune.DescribeDBClusterSnapshots, &neptune.DescribeDBClusterSnapshotsInput{IncludeShared: aws.Bool(true)}).DBClusterSnapshots
	equal(t, "offered", []string{*offered[0].DBClusterSnapshotIdentifier, *offered[0].SnapshotType}, []string{*source, "shared"})

	do(t, guest.neptune.CopyDBClusterSnapshot, copyIt)
	guest.snapshotAvailable(t, "mine")
	do(t, guest.neptune.RestoreDBClusterFromSnapshot, &neptune.RestoreDBClusterFromSnapshotInput{
		DBClusterIdentifier: aws.String("given"), SnapshotIdentifier: aws.String("mine"), Engine: aws.String("neptune"),
	})
	guest.clusterAvailable(t, "given")
	refused[*neptunetypes.DBClusterNotFoundFault](t, c.neptune.DescribeDBClusters, &neptune.DescribeDBClustersInput{DBClusterIdentifier: aws.String("given")})
}

// TestSDKRestore restores a cluster from a snapshot and to a point in time, and clones it.
func TestSDKRestore(t *testing.T) {
	t.Parallel()
	s, c, _ := serveGraph(t)
	s.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Region: east, Cluster: "graph", KmsKeyID: "alias/graph"})
	from := &neptune.RestoreDBClusterFromSnapshotInput{
		DBClusterIdentifier: aws.String("graph"), SnapshotIdentifier: aws.String("nightly"), Engine: aws.String("neptune"),
	}
	refused[*neptunetypes.DBClusterAlreadyExistsFault](t, c.neptune.RestoreDBClusterFromSnapshot, from)
	from.DBClusterIdentifier = aws.String("again")
	made := do(t, c.neptune.RestoreDBClusterFromSnapshot, from).DBCluster
	equal(t, "restored", *made.Status, "creating")
	c.clusterAvailable(t, "again")
	if n := len(c.cluster(t, "again").DBClusterMembers); n != 0 {
		t.Errorf("%d instances came along", n)
	}

	to := &neptune.RestoreDBClusterToPointInTimeInput{DBClusterIdentifier: aws.String("earlier"), SourceDBClusterIdentifier: aws.String("graph")}
	refusedAs(t, "InvalidParameterCombination", c.neptune.RestoreDBClusterToPointInTime, to)
	to.RestoreToTime = aws.Time(c.cluster(t, "graph").EarliestRestorableTime.Add(time.Minute))
	do(t, c.neptune.RestoreDBClusterToPointInTime, to)
	c.clusterAvailable(t, "earlier")
	do(t, c.neptune.RestoreDBClusterToPointInTime, &neptune.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: aws.String("clone"), SourceDBClusterIdentifier: aws.String("graph"),
		RestoreType: aws.String("copy-on-write"), UseLatestRestorableTime: aws.Bool(true),
	})
	c.clusterAvailable(t, "clone")
	equal(t, "clone group", c.cluster(t, "clone").CloneGroupId, c.cluster(t, "graph").CloneGroupId)
}

// TestSDKMaintenance reads versions and classes, and postpones and applies
// maintenance.
func TestSDKMaintenance(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	engine, number := aws.String("neptune"), aws.String("1.4.5.0")
	version := do(t, c.neptune.DescribeDBEngineVersions, &neptune.DescribeDBEngineVersionsInput{Engine: engine, EngineVersion: number}).DBEngineVersions[0]
	if *version.DBParameterGroupFamily != "neptune1.4" || len(version.ValidUpgradeTarget) == 0 {
		t.Errorf("version %+v", version)
	}
	var classes []string
	pages := neptune.NewDescribeOrderableDBInstanceOptionsPaginator(c.neptune, &neptune.DescribeOrderableDBInstanceOptionsInput{Engine: engine, EngineVersion: number})
	for pages.HasMorePages() {
		for _, o := range must[neptune.DescribeOrderableDBInstanceOptionsOutput](t)(pages.NextPage(t.Context())).OrderableDBInstanceOptions {
			classes = append(classes, *o.DBInstanceClass)
		}
	}
	if !slices.Contains(classes, "db.r6g.large") {
		t.Errorf("classes %v", classes)
	}

	resource := c.cluster(t, "upkept").DBClusterArn
	look := func() string {
		list := do(t, c.neptune.DescribePendingMaintenanceActions, &neptune.DescribePendingMaintenanceActionsInput{ResourceIdentifier: resource}).PendingMaintenanceActions
		if len(list) == 0 {
			return "none"
		}
		return aws.ToString(list[0].PendingMaintenanceActionDetails[0].OptInStatus)
	}
	opt := func(kind string) *neptune.ApplyPendingMaintenanceActionInput {
		return &neptune.ApplyPendingMaintenanceActionInput{ResourceIdentifier: resource, ApplyAction: aws.String("system-update"), OptInType: &kind}
	}
	for _, kind := range []string{"next-maintenance", "undo-opt-in"} {
		do(t, c.neptune.ApplyPendingMaintenanceAction, opt(kind))
		equal(t, kind, look(), map[string]string{"next-maintenance": "next-maintenance"}[kind])
	}
	do(t, c.neptune.ApplyPendingMaintenanceAction, opt("immediate"))
	become(t, "none", look)
	refused[*neptunetypes.ResourceNotFoundFault](t, c.neptune.ApplyPendingMaintenanceAction, opt("immediate"))
}

// TestSDKEventSubscription creates, changes and deletes a subscription to
// events of a cluster.
func TestSDKEventSubscription(t *testing.T) {
	t.Parallel()
	_, c, _ := serveGraph(t)
	categories := do(t, c.neptune.DescribeEventCategories, &neptune.DescribeEventCategoriesInput{SourceType: aws.String("db-cluster")}).EventCategoriesMapList
	if len(categories) != 1 || !slices.Contains(categories[0].EventCategories, "failover") {
		t.Errorf("categories %v", categories)
	}
	do(t, c.neptune.FailoverDBCluster, &neptune.FailoverDBClusterInput{DBClusterIdentifier: aws.String("graph")})
	become(t, true, func() bool {
		events := do(t, c.neptune.DescribeEvents, &neptune.DescribeEventsInput{
			SourceType: neptunetypes.SourceTypeDbCluster, SourceIdentifier: aws.String("graph"), Duration: aws.Int32(60),
		}).Events
		return slices.ContainsFunc(events, func(e neptunetypes.Event) bool { return slices.Contains(e.EventCategories, "failover") })
	})
	name := aws.String("alarms")
	create := &neptune.CreateEventSubscriptionInput{
		SubscriptionName: name, SnsTopicArn: aws.String("alarms"), SourceType: aws.String("db-cluster"), SourceIds: []string{"graph"},
	}
	refused[*neptunetypes.SNSInvalidTopicFault](t, c.neptune.CreateEventSubscription, create)
	create.SnsTopicArn = aws.String("arn:aws:sns:us-east-1:123456789012:alarms")
	equal(t, "new subscription", *do(t, c.neptune.CreateEventSubscription, create).EventSubscription.Status, "creating")
	look := func() neptunetypes.EventSubscription {
		return do(t, c.neptune.DescribeEventSubscriptions, &neptune.DescribeEventSubscriptionsInput{SubscriptionName: name}).EventSubscriptionsList[0]
	}
	active := func() { t.Helper(); become(t, "active", func() string { return *look().Status }) }
	active()
	do(t, c.neptune.AddSourceIdentifierToSubscription, &neptune.AddSourceIdentifierToSubscriptionInput{SubscriptionName: name, SourceIdentifier: aws.String("upkept")})
	active()
	do(t, c.neptune.RemoveSourceIdentifierFromSubscription, &neptune.RemoveSourceIdentifierFromSubscriptionInput{SubscriptionName: name, SourceIdentifier: aws.String("graph")})
	active()
	equal(t, "sources", look().SourceIdsList, []string{"upkept"})
	do(t, c.neptune.ModifyEventSubscription, &neptune.ModifyEventSubscriptionInput{SubscriptionName: name, EventCategories: []string{"failover"}, Enabled: aws.Bool(false)})
	active()
	equal(t, "categories", look().EventCategoriesList, []string{"failover"})
	deletion := &neptune.DeleteEventSubscriptionInput{SubscriptionName: name}
	do(t, c.neptune.DeleteEventSubscription, deletion)
	become(t, 0, func() int {
		return len(do(t, c.neptune.DescribeEventSubscriptions, &neptune.DescribeEventSubscriptionsInput{}).EventSubscriptionsList)
	})
	refused[*neptunetypes.SubscriptionNotFoundFault](t, c.neptune.DeleteEventSubscription, deletion)
}
