"""Goes through the lifecycle of each further kind of resource of Neptune with boto3:
parameter groups, subnet groups, custom endpoints, roles, changed instances, shared
snapshots, restores, event subscriptions, maintenance and orderable options.

    groups.py URL

The cluster upkept exists from the start, with a maintenance action. The
credentials of the account OTHER are valid as well.
"""

import datetime

from flow import ACCOUNT, EAST, arn, client, fails, poll, same, step, wait

OTHER = "210987654321"
neptune, rds = client("neptune", EAST), client("rds", EAST)
guest = client("neptune", EAST, aws_access_key_id="AKIDOTHER", aws_secret_access_key="SECRETOTHER")


def cluster(name="graph", api=neptune):
    return api.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]


def instance(name="graph-1"):
    return neptune.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]


def parameter(name, value, method):
    return {"ParameterName": name, "ParameterValue": value, "ApplyMethod": method}


def accepted(code, call, **params):
    """Repeats a call while it fails with the code."""
    def attempt():
        try:
            return call(**params) is not None
        except neptune.exceptions.ClientError as e:
            same(e.response["Error"]["Code"], code)
            return False
    poll(code, attempt, True)


def read(paginator, key, **params):
    """Returns the parameters of all pages, by name."""
    pages = neptune.get_paginator(paginator).paginate(PaginationConfig={"PageSize": 20}, **params)
    return {p["ParameterName"]: p for page in pages for p in page.get("EngineDefaults", page)[key]}


def clusters():
    neptune.create_db_cluster(DBClusterIdentifier="graph", Engine="neptune", EngineVersion="1.4.5.0", StorageEncrypted=True, KmsKeyId="alias/graph")
    wait(rds, "db_cluster_available", DBClusterIdentifier="graph")
    for name in ("graph-1", "graph-2"):
        neptune.create_db_instance(DBInstanceIdentifier=name, DBClusterIdentifier="graph", DBInstanceClass="db.r6g.large", Engine="neptune")
        wait(neptune, "db_instance_available", DBInstanceIdentifier=name)
    step("create a cluster with two instances")


def cluster_parameter_groups():
    static, dynamic = "neptune_enable_audit_log", "neptune_slow_query_log_threshold"
    group = {"DBClusterParameterGroupName": "tuned"}
    made = neptune.create_db_cluster_parameter_group(
        DBParameterGroupFamily="neptune1.4", Description="a test", Tags=[{"Key": "env", "Value": "dev"}], **group)["DBClusterParameterGroup"]
    same((made["DBClusterParameterGroupName"], made["DBClusterParameterGroupArn"]), ("tuned", arn(EAST, "cluster-pg", "tuned")))
    same(neptune.list_tags_for_resource(ResourceName=made["DBClusterParameterGroupArn"])["TagList"], [{"Key": "env", "Value": "dev"}])
    fails("DBParameterGroupAlreadyExists", 400, neptune.create_db_cluster_parameter_group, DBParameterGroupFamily="neptune1.4", Description="x", **group)
    before = read("describe_db_cluster_parameters", "Parameters", **group)
    same((before[static]["ApplyType"], before[dynamic]["ApplyType"]), ("static", "dynamic"))
    defaults = neptune.describe_engine_default_cluster_parameters(DBParameterGroupFamily="neptune1.4")["EngineDefaults"]["Parameters"]
    same({p["ParameterName"]: p.get("ParameterValue") for p in defaults}, {name: p.get("ParameterValue") for name, p in before.items()})

    fails("InvalidParameterCombination", 400, neptune.modify_db_cluster_parameter_group, Parameters=[parameter(static, "1", "immediate")], **group)
    fails("InvalidParameterValue", 400, neptune.modify_db_cluster_parameter_group, Parameters=[parameter("no_such", "1", "immediate")], **group)
    neptune.modify_db_cluster_parameter_group(Parameters=[parameter(static, "1", "pending-reboot"), parameter(dynamic, "100", "immediate")], **group)
    own = neptune.describe_db_cluster_parameters(Source="user", **group)["Parameters"]
    same({p["ParameterName"]: p["ParameterValue"] for p in own}, {static: "1", dynamic: "100"})
    step("change parameters of a cluster, static and dynamic ones")

    neptune.modify_db_cluster(DBClusterIdentifier="graph", DBClusterParameterGroupName="tuned", ApplyImmediately=True)
    poll("group of the cluster", lambda: cluster()["DBClusterParameterGroup"], "tuned")
    fails("InvalidDBParameterGroupState", 400, neptune.delete_db_cluster_parameter_group, **group)

    def member():
        return [m["DBClusterParameterGroupStatus"] for m in cluster()["DBClusterMembers"] if m["DBInstanceIdentifier"] == "graph-1"][0]

    poll("parameters wait", member, "pending-reboot")
    neptune.reboot_db_instance(DBInstanceIdentifier="graph-1")
    poll("parameters are in use", member, "in-sync")
    step("use a cluster parameter group")

    accepted("InvalidDBParameterGroupState", neptune.copy_db_cluster_parameter_group, SourceDBClusterParameterGroupIdentifier="tuned",
             TargetDBClusterParameterGroupIdentifier="twin", TargetDBClusterParameterGroupDescription="a copy")
    same(read("describe_db_cluster_parameters", "Parameters", DBClusterParameterGroupName="twin")[dynamic]["ParameterValue"], "100")
    accepted("InvalidDBParameterGroupState", neptune.reset_db_cluster_parameter_group,
             Parameters=[{"ParameterName": dynamic, "ApplyMethod": "immediate"}], DBClusterParameterGroupName="twin")
    same([p["ParameterName"] for p in neptune.describe_db_cluster_parameters(Source="user", DBClusterParameterGroupName="twin")["Parameters"]], [static])
    accepted("InvalidDBParameterGroupState", neptune.reset_db_cluster_parameter_group, ResetAllParameters=True, DBClusterParameterGroupName="twin")
    same(read("describe_db_cluster_parameters", "Parameters", DBClusterParameterGroupName="twin"), before)
    step("copy a cluster parameter group and reset it")

    neptune.modify_db_cluster(DBClusterIdentifier="graph", DBClusterParameterGroupName="default.neptune1.4", ApplyImmediately=True)
    for name in ("tuned", "twin"):
        accepted("InvalidDBParameterGroupState", neptune.delete_db_cluster_parameter_group, DBClusterParameterGroupName=name)
    fails("DBParameterGroupNotFound", 404, neptune.describe_db_cluster_parameter_groups, **group)
    fails("InvalidDBParameterGroupState", 400, neptune.delete_db_cluster_parameter_group, DBClusterParameterGroupName="default.neptune1.4")
    step("delete cluster parameter groups")


def instance_parameter_groups():
    name = "neptune_query_timeout"
    group = {"DBParameterGroupName": "patient"}
    made = neptune.create_db_parameter_group(DBParameterGroupFamily="neptune1.4", Description="a test", **group)["DBParameterGroup"]
    same((made["DBParameterGroupFamily"], made["DBParameterGroupArn"]), ("neptune1.4", arn(EAST, "pg", "patient")))
    before = read("describe_db_parameters", "Parameters", **group)
    same(read("describe_engine_default_parameters", "Parameters", DBParameterGroupFamily="neptune1.4").keys(), before.keys())
    fails("InvalidParameterValue", 400, neptune.modify_db_parameter_group, Parameters=[parameter(name, "9", "pending-reboot")], **group)
    neptune.modify_db_parameter_group(Parameters=[parameter(name, "240000", "pending-reboot")], **group)
    same(neptune.describe_db_parameters(Source="user", **group)["Parameters"][0]["ParameterValue"], "240000")

    def used():
        i = instance()
        return i["DBInstanceStatus"], *i["DBParameterGroups"][0].values()

    neptune.modify_db_instance(DBInstanceIdentifier="graph-1", ApplyImmediately=True, **group)
    poll("group waits", used, ("available", "patient", "pending-reboot"))
    neptune.reboot_db_instance(DBInstanceIdentifier="graph-1")
    poll("group in use", used, ("available", "patient", "in-sync"))
    fails("InvalidDBParameterGroupState", 400, neptune.delete_db_parameter_group, **group)

    accepted("InvalidDBParameterGroupState", neptune.copy_db_parameter_group, SourceDBParameterGroupIdentifier="patient",
             TargetDBParameterGroupIdentifier="patient-2", TargetDBParameterGroupDescription="a copy")
    accepted("InvalidDBParameterGroupState", neptune.reset_db_parameter_group, ResetAllParameters=True, DBParameterGroupName="patient-2")
    same(read("describe_db_parameters", "Parameters", DBParameterGroupName="patient-2"), before)
    neptune.modify_db_instance(DBInstanceIdentifier="graph-1", DBParameterGroupName="default.neptune1.4", ApplyImmediately=True)
    for each in ("patient", "patient-2"):
        accepted("InvalidDBParameterGroupState", neptune.delete_db_parameter_group, DBParameterGroupName=each)
    fails("DBParameterGroupNotFound", 404, neptune.describe_db_parameter_groups, **group)
    step("use, copy, reset and delete parameter groups of instances")


def subnet_groups():
    group = {"DBSubnetGroupName": "far"}
    fails("DBSubnetGroupDoesNotCoverEnoughAZs", 400, neptune.create_db_subnet_group, DBSubnetGroupDescription="x", SubnetIds=["subnet-1"], **group)
    made = neptune.create_db_subnet_group(DBSubnetGroupDescription="a test", SubnetIds=["subnet-1", "subnet-2"], **group)["DBSubnetGroup"]
    same((made["SubnetGroupStatus"], made["DBSubnetGroupArn"]), ("Complete", arn(EAST, "subgrp", "far")))
    fails("DBSubnetGroupAlreadyExists", 400, neptune.create_db_subnet_group, DBSubnetGroupDescription="x", SubnetIds=["subnet-1", "subnet-2"], **group)
    neptune.modify_db_subnet_group(SubnetIds=["subnet-1", "subnet-2", "subnet-3"], **group)
    found, = neptune.describe_db_subnet_groups(**group)["DBSubnetGroups"]
    same(sorted(s["SubnetIdentifier"] for s in found["Subnets"]), ["subnet-1", "subnet-2", "subnet-3"])
    neptune.create_db_cluster(DBClusterIdentifier="placed", Engine="neptune", **group)
    same(cluster("placed")["DBSubnetGroup"], "far")
    fails("InvalidDBSubnetGroupStateFault", 400, neptune.delete_db_subnet_group, **group)
    wait(rds, "db_cluster_available", DBClusterIdentifier="placed")
    neptune.delete_db_cluster(DBClusterIdentifier="placed", SkipFinalSnapshot=True)
    wait(rds, "db_cluster_deleted", DBClusterIdentifier="placed")
    neptune.delete_db_subnet_group(**group)
    fails("DBSubnetGroupNotFoundFault", 404, neptune.describe_db_subnet_groups, **group)
    step("create, change, use and delete a subnet group")


def endpoints():
    def look():
        found, = neptune.describe_db_cluster_endpoints(DBClusterEndpointIdentifier="reports")["DBClusterEndpoints"]
        return found

    endpoint = {"DBClusterEndpointIdentifier": "reports"}
    same(sorted(e["EndpointType"] for e in neptune.describe_db_cluster_endpoints(DBClusterIdentifier="graph")["DBClusterEndpoints"]), ["READER", "WRITER"])
    fails("InvalidParameterValue", 400, neptune.create_db_cluster_endpoint, DBClusterIdentifier="graph", EndpointType="WRITER", **endpoint)
    made = neptune.create_db_cluster_endpoint(DBClusterIdentifier="graph", EndpointType="READER", StaticMembers=["graph-2"], **endpoint)
    same((made["Status"], made["EndpointType"], made["CustomEndpointType"]), ("creating", "CUSTOM", "READER"))
    poll("endpoint", lambda: look()["Status"], "available")
    neptune.modify_db_cluster_endpoint(EndpointType="ANY", ExcludedMembers=["graph-2"], **endpoint)
    poll("change", lambda: (look()["Status"], look()["CustomEndpointType"], look()["ExcludedMembers"]), ("available", "ANY", ["graph-2"]))
    same(neptune.delete_db_cluster_endpoint(**endpoint)["Status"], "deleting")
    poll("endpoints", lambda: len(neptune.describe_db_cluster_endpoints(DBClusterIdentifier="graph")["DBClusterEndpoints"]), 2)
    fails("DBClusterEndpointNotFoundFault", 400, neptune.delete_db_cluster_endpoint, **endpoint)
    step("create, change and delete a custom endpoint")


def roles():
    role = f"arn:aws:iam::{ACCOUNT}:role/load"
    neptune.add_role_to_db_cluster(DBClusterIdentifier="graph", RoleArn=role)
    same(poll("role", lambda: cluster()["AssociatedRoles"][0]["Status"], "ACTIVE")[-1], "ACTIVE")
    fails("DBClusterRoleAlreadyExists", 400, neptune.add_role_to_db_cluster, DBClusterIdentifier="graph", RoleArn=role)
    neptune.remove_role_from_db_cluster(DBClusterIdentifier="graph", RoleArn=role)
    poll("roles", lambda: len(cluster()["AssociatedRoles"]), 0)
    fails("DBClusterRoleNotFound", 404, neptune.remove_role_from_db_cluster, DBClusterIdentifier="graph", RoleArn=role)
    step("add a role to a cluster and remove it")


def changed_instance():
    neptune.describe_valid_db_instance_modifications(DBInstanceIdentifier="graph-2")
    resource = instance("graph-2")["DbiResourceId"]
    pending = neptune.modify_db_instance(DBInstanceIdentifier="graph-2", DBInstanceClass="db.r6g.xlarge")["DBInstance"]
    same((pending["DBInstanceClass"], pending["PendingModifiedValues"]["DBInstanceClass"]), ("db.r6g.large", "db.r6g.xlarge"))
    neptune.modify_db_instance(DBInstanceIdentifier="graph-2", NewDBInstanceIdentifier="graph-b", ApplyImmediately=True)

    def look():
        found = [i for i in neptune.describe_db_instances()["DBInstances"] if i["DbiResourceId"] == resource]
        return [(i["DBInstanceIdentifier"], i["DBInstanceClass"], i["DBInstanceStatus"]) for i in found]

    poll("change", look, [("graph-b", "db.r6g.xlarge", "available")])
    fails("DBInstanceNotFound", 404, neptune.describe_db_instances, DBInstanceIdentifier="graph-2")
    step("change the class and the name of an instance")


def writers():
    def writer():
        return [m["DBInstanceIdentifier"] for m in cluster()["DBClusterMembers"] if m["IsClusterWriter"]]

    fails("InvalidParameterValue", 400, neptune.failover_db_cluster, DBClusterIdentifier="graph", TargetDBInstanceIdentifier="no-such")
    neptune.failover_db_cluster(DBClusterIdentifier="graph", TargetDBInstanceIdentifier="graph-b")
    poll("failover", lambda: (cluster()["Status"], writer()), ("available", ["graph-b"]))

    source = cluster()["DBClusterArn"]
    neptune.create_db_cluster(DBClusterIdentifier="replica", Engine="neptune", ReplicationSourceIdentifier=source, StorageEncrypted=True, KmsKeyId="alias/graph")
    wait(rds, "db_cluster_available", DBClusterIdentifier="replica")
    same(cluster("replica")["ReplicationSourceIdentifier"], source)
    neptune.promote_read_replica_db_cluster(DBClusterIdentifier="replica")
    poll("promotion", lambda: (cluster("replica")["Status"], cluster("replica").get("ReplicationSourceIdentifier")), ("available", None))
    fails("InvalidDBClusterStateFault", 400, neptune.promote_read_replica_db_cluster, DBClusterIdentifier="replica")

    def protected():
        return neptune.describe_global_clusters(GlobalClusterIdentifier="world")["GlobalClusters"][0]["DeletionProtection"]

    neptune.create_global_cluster(GlobalClusterIdentifier="world", Engine="neptune")
    neptune.modify_global_cluster(GlobalClusterIdentifier="world", DeletionProtection=True)
    poll("protection", protected, True)
    fails("InvalidParameterCombination", 400, neptune.delete_global_cluster, GlobalClusterIdentifier="world")
    neptune.modify_global_cluster(GlobalClusterIdentifier="world", DeletionProtection=False)
    poll("protection", protected, False)
    neptune.delete_global_cluster(GlobalClusterIdentifier="world")
    step("fail over, promote a replica, protect a global database")


def sharing():
    shared = {"DBClusterSnapshotIdentifier": "shared"}
    taken = neptune.create_db_cluster_snapshot(DBClusterIdentifier="graph", **shared)["DBClusterSnapshot"]["DBClusterSnapshotArn"]
    wait(rds, "db_cluster_snapshot_available", **shared)

    def attributes():
        result = neptune.describe_db_cluster_snapshot_attributes(**shared)["DBClusterSnapshotAttributesResult"]
        return {a["AttributeName"]: a["AttributeValues"] for a in result["DBClusterSnapshotAttributes"]}

    def offered():
        return [s["DBClusterSnapshotIdentifier"] for s in guest.describe_db_cluster_snapshots(SnapshotType="shared")["DBClusterSnapshots"]]

    same((attributes(), offered()), ({"restore": []}, []))
    fails("DBClusterSnapshotNotFoundFault", 404, guest.restore_db_cluster_from_snapshot, DBClusterIdentifier="given", SnapshotIdentifier=taken, Engine="neptune")
    fails("InvalidParameterValue", 400, neptune.modify_db_cluster_snapshot_attribute, AttributeName="restore", ValuesToAdd=["all"], **shared)
    neptune.modify_db_cluster_snapshot_attribute(AttributeName="restore", ValuesToAdd=[OTHER], **shared)
    same((attributes(), offered()), ({"restore": [OTHER]}, [taken]))
    copy = dict(SourceDBClusterSnapshotIdentifier=taken, TargetDBClusterSnapshotIdentifier="mine", KmsKeyId="alias/mine")
    made = guest.copy_db_cluster_snapshot(**copy)["DBClusterSnapshot"]
    same(made["DBClusterSnapshotArn"].split(":")[4], OTHER)
    poll("copy", lambda: guest.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier="mine")["DBClusterSnapshots"][0]["Status"], "available")
    guest.restore_db_cluster_from_snapshot(DBClusterIdentifier="given", SnapshotIdentifier="mine", Engine="neptune")
    poll("restored by the other account", lambda: cluster("given", guest)["Status"], "available")
    fails("DBClusterNotFoundFault", 404, neptune.describe_db_clusters, DBClusterIdentifier="given")
    neptune.modify_db_cluster_snapshot_attribute(AttributeName="restore", ValuesToRemove=[OTHER], **shared)
    same((attributes(), offered()), ({"restore": []}, []))
    fails("DBClusterSnapshotNotFoundFault", 404, guest.copy_db_cluster_snapshot, **{**copy, "TargetDBClusterSnapshotIdentifier": "late"})
    step("share a snapshot; the other account copies and restores it")


def restores():
    fails("DBClusterAlreadyExistsFault", 400, neptune.restore_db_cluster_from_snapshot,
          DBClusterIdentifier="graph", SnapshotIdentifier="shared", Engine="neptune")
    made = neptune.restore_db_cluster_from_snapshot(DBClusterIdentifier="again", SnapshotIdentifier="shared", Engine="neptune")["DBCluster"]
    same((made["Status"], made["DBClusterMembers"], made["KmsKeyId"]), ("creating", [], cluster()["KmsKeyId"]))
    wait(rds, "db_cluster_available", DBClusterIdentifier="again")
    now = cluster()
    fails("InvalidParameterCombination", 400, neptune.restore_db_cluster_to_point_in_time, DBClusterIdentifier="earlier", SourceDBClusterIdentifier="graph")
    neptune.restore_db_cluster_to_point_in_time(
        DBClusterIdentifier="earlier", SourceDBClusterIdentifier="graph", RestoreToTime=now["EarliestRestorableTime"] + datetime.timedelta(minutes=1))
    wait(rds, "db_cluster_available", DBClusterIdentifier="earlier")
    neptune.restore_db_cluster_to_point_in_time(
        DBClusterIdentifier="clone", SourceDBClusterIdentifier="graph", RestoreType="copy-on-write", UseLatestRestorableTime=True)
    wait(rds, "db_cluster_available", DBClusterIdentifier="clone")
    assert cluster("clone")["CloneGroupId"] == cluster()["CloneGroupId"] != cluster("earlier").get("CloneGroupId")
    step("restore from a snapshot and to a point in time, clone")


def offers():
    version, = neptune.describe_db_engine_versions(Engine="neptune", EngineVersion="1.4.5.0")["DBEngineVersions"]
    same((version["DBParameterGroupFamily"], version["EngineVersion"]), ("neptune1.4", "1.4.5.0"))
    newer = [t["EngineVersion"] for t in version["ValidUpgradeTarget"]]
    assert newer and all(v > "1.4.5.0" for v in newer), newer
    pages = neptune.get_paginator("describe_orderable_db_instance_options").paginate(Engine="neptune", EngineVersion="1.4.5.0")
    classes = {o["DBInstanceClass"] for p in pages for o in p["OrderableDBInstanceOptions"]}
    assert {"db.r6g.large", "db.serverless"} <= classes, classes
    step("versions and classes that can be had")


def maintenance():
    upkept = arn(EAST, "cluster", "upkept")

    def look():
        found = neptune.describe_pending_maintenance_actions(ResourceIdentifier=upkept)["PendingMaintenanceActions"]
        return [(d["Action"], d.get("OptInStatus")) for a in found for d in a["PendingMaintenanceActionDetails"]]

    def opt(kind, action="system-update"):
        return neptune.apply_pending_maintenance_action(ResourceIdentifier=upkept, ApplyAction=action, OptInType=kind)

    same(look(), [("system-update", None)])
    fails("ResourceNotFoundFault", 404, opt, kind="immediate", action="os-upgrade")
    opt("next-maintenance")
    same(look(), [("system-update", "next-maintenance")])
    opt("undo-opt-in")
    same(look(), [("system-update", None)])
    opt("immediate")
    poll("maintenance", look, [])
    step("put maintenance off and apply it")


def events():
    categories = {m["SourceType"]: m["EventCategories"] for m in neptune.describe_event_categories()["EventCategoriesMapList"]}
    assert "creation" in categories["db-cluster"], categories
    told = neptune.describe_events(SourceType="db-cluster", SourceIdentifier="graph", Duration=1440)["Events"]
    assert any("creation" in e["EventCategories"] for e in told), told

    topic = f"arn:aws:sns:{EAST}:{ACCOUNT}:alarms"
    named = {"SubscriptionName": "alarms"}

    def look():
        found, = neptune.describe_event_subscriptions(**named)["EventSubscriptionsList"]
        return found

    fails("SNSInvalidTopic", 400, neptune.create_event_subscription, SnsTopicArn="alarms", **named)
    made = neptune.create_event_subscription(
        SnsTopicArn=topic, SourceType="db-cluster", EventCategories=["failover"], SourceIds=["graph"], **named)["EventSubscription"]
    same((made["Status"], made["SourceIdsList"]), ("creating", ["graph"]))
    poll("subscription", lambda: look()["Status"], "active")
    fails("SubscriptionAlreadyExist", 400, neptune.create_event_subscription, SnsTopicArn=topic, **named)
    neptune.add_source_identifier_to_subscription(SourceIdentifier="again", **named)
    poll("sources", lambda: (look()["Status"], sorted(look()["SourceIdsList"])), ("active", ["again", "graph"]))
    neptune.remove_source_identifier_from_subscription(SourceIdentifier="graph", **named)
    poll("sources", lambda: (look()["Status"], look()["SourceIdsList"]), ("active", ["again"]))
    neptune.modify_event_subscription(Enabled=False, EventCategories=["deletion", "failover"], **named)
    poll("change", lambda: (look()["Status"], look()["Enabled"], sorted(look()["EventCategoriesList"])), ("active", False, ["deletion", "failover"]))
    neptune.delete_event_subscription(**named)
    poll("subscriptions", lambda: len(neptune.describe_event_subscriptions()["EventSubscriptionsList"]), 0)
    fails("SubscriptionNotFound", 404, neptune.delete_event_subscription, **named)
    step("subscribe to events, change that and end it")


clusters()
cluster_parameter_groups()
instance_parameter_groups()
subnet_groups()
endpoints()
roles()
changed_instance()
writers()
sharing()
restores()
offers()
maintenance()
events()
print("done")
