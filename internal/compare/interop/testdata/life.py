"""Goes through the lifecycles of clusters, snapshots, global databases and exports
with boto3, and checks each answer.

    life.py URL LATE_URL

At URL each request takes half a minute of the time by which states move, so that
no waiter has to pause. The clock of LATE_URL is an hour ahead.
"""

import sys

from flow import ACCOUNT, EAST, EU, WEST, arn, client, fails, poll, same, step, wait

LATE_URL = sys.argv[2]
neptune, rds = client("neptune", EAST), client("rds", EAST)
neptune_west, rds_west = client("neptune", WEST), client("rds", WEST)


def cluster(api, name):
    return api.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]


def snapshot(api, name):
    return api.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier=name)["DBClusterSnapshots"][0]


def tags(api, resource):
    return {t["Key"]: t["Value"] for t in api.list_tags_for_resource(ResourceName=resource)["TagList"]}


def cluster_life():
    made = neptune.create_db_cluster(
        DBClusterIdentifier="Graph", Engine="neptune", StorageEncrypted=True, KmsKeyId="alias/graph",
        CopyTagsToSnapshot=True, Tags=[{"Key": "env", "Value": "dev + test @ home"}])["DBCluster"]
    same((made["DBClusterIdentifier"], made["Status"], made["DBClusterMembers"]), ("graph", "creating", []))
    fails("DBClusterAlreadyExistsFault", 400, neptune.create_db_cluster, DBClusterIdentifier="graph", Engine="neptune")
    fails("InvalidDBClusterStateFault", 400, neptune.stop_db_cluster, DBClusterIdentifier="graph")
    wait(rds, "db_cluster_available", DBClusterIdentifier="graph")
    step("create a cluster")

    neptune.create_db_instance(DBInstanceIdentifier="graph-1", DBInstanceClass="db.r6g.large", Engine="neptune", DBClusterIdentifier="graph")
    wait(neptune, "db_instance_available", DBInstanceIdentifier="graph-1")
    member, = cluster(neptune, "graph")["DBClusterMembers"]
    same((member["DBInstanceIdentifier"], member["IsClusterWriter"]), ("graph-1", True))
    step("create an instance")

    same(tags(neptune, made["DBClusterArn"]), {"env": "dev + test @ home"})
    neptune.add_tags_to_resource(ResourceName=made["DBClusterArn"], Tags=[{"Key": "team", "Value": "søk"}])
    neptune.remove_tags_from_resource(ResourceName=made["DBClusterArn"], TagKeys=["env"])
    same(tags(neptune, made["DBClusterArn"]), {"team": "søk"})
    step("tag")

    same(neptune.stop_db_cluster(DBClusterIdentifier="graph")["DBCluster"]["Status"], "available")  # from before
    same(poll("stop", lambda: cluster(neptune, "graph")["Status"], "stopped"), ["stopping", "stopped"])
    assert cluster(neptune, "graph")["AutomaticRestartTime"].tzinfo, "no time zone"
    fails("InvalidDBClusterStateFault", 400, neptune.create_db_cluster_snapshot,
          DBClusterIdentifier="graph", DBClusterSnapshotIdentifier="too-late")
    same(neptune.start_db_cluster(DBClusterIdentifier="graph")["DBCluster"]["Status"], "stopped")
    wait(rds, "db_cluster_available", DBClusterIdentifier="graph")
    step("stop and start")

    taken = neptune.create_db_cluster_snapshot(DBClusterIdentifier="graph", DBClusterSnapshotIdentifier="graph-now")["DBClusterSnapshot"]
    same((taken["Status"], taken["PercentProgress"]), ("creating", 0))
    wait(rds, "db_cluster_snapshot_available", DBClusterSnapshotIdentifier="graph-now")
    same(snapshot(neptune, "graph-now")["PercentProgress"], 100)
    same(tags(neptune, taken["DBClusterSnapshotArn"]), {"team": "søk"})
    step("take a snapshot")


def copies():
    source = arn(EAST, "cluster-snapshot", "graph-now")
    for api, name in ((neptune_west, "from-neptune"), (rds_west, "from-rds")):
        made = api.copy_db_cluster_snapshot(
            SourceDBClusterSnapshotIdentifier=source, TargetDBClusterSnapshotIdentifier=name,
            KmsKeyId="alias/west", SourceRegion=EAST, CopyTags=True)["DBClusterSnapshot"]
        same((made["Status"], made["SourceDBClusterSnapshotArn"]), ("pending", source))
        assert made["KmsKeyId"].startswith(f"arn:aws:kms:{WEST}:{ACCOUNT}:key/"), made["KmsKeyId"]
    for name in ("from-neptune", "from-rds"):
        wait(rds_west, "db_cluster_snapshot_available", DBClusterSnapshotIdentifier=name)
        same(tags(neptune_west, arn(WEST, "cluster-snapshot", name)), {"team": "søk"})
    step("copy to another region")

    wanted = dict(SourceDBClusterSnapshotIdentifier=source, TargetDBClusterSnapshotIdentifier="never", KmsKeyId="alias/west")
    fails("InvalidParameterValue", 400, neptune_west.copy_db_cluster_snapshot, SourceRegion=EU, **wanted)  # signed for the wrong one
    fails("InvalidParameterValue", 400, neptune_west.copy_db_cluster_snapshot, **wanted)  # not signed
    fails("KMSKeyNotAccessibleFault", 400, rds_west.copy_db_cluster_snapshot, SourceRegion=EAST, **{**wanted, "KmsKeyId": f"arn:aws:kms:{EAST}:{ACCOUNT}:key/1"})
    neptune.copy_db_cluster_snapshot(SourceDBClusterSnapshotIdentifier="graph-now", TargetDBClusterSnapshotIdentifier="graph-twin")
    wait(rds, "db_cluster_snapshot_available", DBClusterSnapshotIdentifier="graph-twin")
    step("refuse bad copies, copy within the region")


def global_database():
    def look():
        g, = neptune.describe_global_clusters(GlobalClusterIdentifier="world")["GlobalClusters"]
        return g

    def writer():
        return [m["DBClusterArn"] for m in look()["GlobalClusterMembers"] if m["IsWriter"]]

    first, second = arn(EAST, "cluster", "graph"), arn(WEST, "cluster", "graph-west")
    made = neptune.create_global_cluster(GlobalClusterIdentifier="world", SourceDBClusterIdentifier=first)["GlobalCluster"]
    same((made["Status"], made["Engine"], made["StorageEncrypted"]), ("available", "neptune", True))
    poll("create", lambda: look()["Status"], "available")
    neptune_west.create_db_cluster(
        DBClusterIdentifier="graph-west", Engine="neptune", GlobalClusterIdentifier="world",
        StorageEncrypted=True, KmsKeyId="alias/west")
    wait(rds_west, "db_cluster_available", DBClusterIdentifier="graph-west")
    members = {m["DBClusterArn"]: m for m in look()["GlobalClusterMembers"]}
    same({a: m["IsWriter"] for a, m in members.items()}, {first: True, second: False})
    same(members[first]["Readers"], [second])
    step("make a global database of two regions")

    # Only a newer boto3 knows Switchover and AllowDataLoss.
    newer = hasattr(neptune, "switchover_global_cluster")
    lossy = {"AllowDataLoss": True} if newer else {}
    g = neptune.failover_global_cluster(GlobalClusterIdentifier="world", TargetDbClusterIdentifier=second, **lossy)["GlobalCluster"]
    same(g["Status"], "switching-over")
    if "FailoverState" in neptune.meta.service_model.shape_for("GlobalCluster").members:
        same((g["FailoverState"]["FromDbClusterArn"], g["FailoverState"]["ToDbClusterArn"]), (first, second))
    poll("failover", lambda: (look()["Status"], writer()), ("available", [second]))
    step("fail over")
    if newer:
        neptune.switchover_global_cluster(GlobalClusterIdentifier="world", TargetDbClusterIdentifier=first)
        poll("switchover", lambda: (look()["Status"], writer()), ("available", [first]))
        step("switch over")
        leaves, stays = second, first
    else:
        leaves, stays = first, second

    fails("InvalidGlobalClusterStateFault", 400, neptune.delete_global_cluster, GlobalClusterIdentifier="world")
    fails("InvalidGlobalClusterStateFault", 400, neptune.remove_from_global_cluster, GlobalClusterIdentifier="world", DbClusterIdentifier=stays)
    for member in (leaves, stays):
        neptune.remove_from_global_cluster(GlobalClusterIdentifier="world", DbClusterIdentifier=member)
        poll("remove", lambda: member in [m["DBClusterArn"] for m in look()["GlobalClusterMembers"]], False)
    neptune.delete_global_cluster(GlobalClusterIdentifier="world")
    poll("delete", lambda: [g["GlobalClusterIdentifier"] for g in neptune.describe_global_clusters()["GlobalClusters"]], [])
    fails("GlobalClusterNotFoundFault", 404, neptune.describe_global_clusters, GlobalClusterIdentifier="world")
    step("take it apart")


def cluster_death():
    neptune.modify_db_cluster(DBClusterIdentifier="graph", DeletionProtection=True)
    fails("InvalidParameterCombination", 400, neptune.delete_db_cluster, DBClusterIdentifier="graph", SkipFinalSnapshot=True)
    neptune.modify_db_cluster(DBClusterIdentifier="graph", DeletionProtection=False)
    fails("InvalidDBClusterStateFault", 400, neptune.delete_db_cluster, DBClusterIdentifier="graph", SkipFinalSnapshot=True)
    neptune.delete_db_instance(DBInstanceIdentifier="graph-1")
    wait(neptune, "db_instance_deleted", DBInstanceIdentifier="graph-1")
    same(neptune.delete_db_cluster(DBClusterIdentifier="graph", FinalDBSnapshotIdentifier="graph-final")["DBCluster"]["Status"], "available")
    wait(rds, "db_cluster_deleted", DBClusterIdentifier="graph")
    neptune_west.delete_db_cluster(DBClusterIdentifier="graph-west", SkipFinalSnapshot=True)
    wait(rds_west, "db_cluster_deleted", DBClusterIdentifier="graph-west")
    fails("DBClusterNotFoundFault", 404, neptune.describe_db_clusters, DBClusterIdentifier="graph")
    same(snapshot(neptune, "graph-final")["Status"], "available")
    neptune.delete_db_cluster_snapshot(DBClusterSnapshotIdentifier="graph-twin")
    wait(rds, "db_cluster_snapshot_deleted", DBClusterSnapshotIdentifier="graph-twin")
    fails("DBClusterSnapshotNotFoundFault", 404, neptune.delete_db_cluster_snapshot, DBClusterSnapshotIdentifier="graph-twin")
    step("delete, with a final snapshot")


def exports():
    source = arn(EAST, "cluster-snapshot", "graph-final")
    common = dict(SourceArn=source, S3BucketName="exports", IamRoleArn=f"arn:aws:iam::{ACCOUNT}:role/export", KmsKeyId="alias/exports")

    def look(name):
        task, = rds.describe_export_tasks(ExportTaskIdentifier=name)["ExportTasks"]
        return task

    made = rds.start_export_task(ExportTaskIdentifier="Tonight", ExportOnly=["graph.public.a", "graph.public.b"], S3Prefix="a/b c", **common)
    same((made["Status"], made["PercentProgress"], made["S3Prefix"]), ("STARTING", 0, "a/b c"))
    same(made["ExportOnly"], ["graph.public.a", "graph.public.b"])
    fails("ExportTaskAlreadyExists", 400, rds.start_export_task, ExportTaskIdentifier="Tonight", **common)
    seen = poll("export", lambda: look("Tonight")["Status"], "COMPLETE")
    same(seen, ["STARTING", "IN_PROGRESS", "COMPLETE"])
    task = look("Tonight")
    same((task["PercentProgress"], task["SourceType"]), (100, "SNAPSHOT"))
    assert task["TotalExtractedDataInGB"] > 0 and task["TaskStartTime"] < task["TaskEndTime"], task
    step("export a snapshot")

    rds.start_export_task(ExportTaskIdentifier="cancelled", **common)
    same(rds.cancel_export_task(ExportTaskIdentifier="cancelled")["Status"], "CANCELING")
    poll("cancel", lambda: look("cancelled")["Status"], "CANCELED")
    fails("InvalidExportTaskStateFault", 400, rds.cancel_export_task, ExportTaskIdentifier="cancelled")
    fails("ExportTaskNotFound", 404, rds.cancel_export_task, ExportTaskIdentifier="unknown")
    fails("DBClusterSnapshotNotFoundFault", 404, rds.start_export_task, ExportTaskIdentifier="x", **{**common, "SourceArn": source + "-not"})
    rds.start_export_task(ExportTaskIdentifier="slash", S3Prefix="a/", **common)
    poll("failure", lambda: look("slash")["Status"], "FAILED")
    assert "slash" in look("slash")["FailureCause"]
    step("cancel an export, fail with one")

    def names(**params):
        return sorted(t["ExportTaskIdentifier"] for t in rds.describe_export_tasks(**params)["ExportTasks"])

    same(names(Filters=[{"Name": "status", "Values": ["canceled", "failed"]}]), ["cancelled", "slash"])
    same(names(SourceArn=source, Filters=[{"Name": "export-task-identifier", "Values": ["Tonight"]}]), ["Tonight"])
    same(names(SourceType="CLUSTER"), [])
    fails("InvalidParameterValue", 400, rds.describe_export_tasks, Filters=[{"Name": "colour", "Values": ["red"]}])
    step("filter exports")


def instances():
    """The instance shop exists from the start, and belongs to no cluster."""
    def look():
        return rds.describe_db_instances(DBInstanceIdentifier="shop")["DBInstances"][0]

    taken = rds.create_db_snapshot(DBInstanceIdentifier="shop", DBSnapshotIdentifier="shop-now", Tags=[{"Key": "env", "Value": "dev"}])["DBSnapshot"]
    same((taken["Status"], "SnapshotCreateTime" in taken), ("creating", False))
    wait(rds, "db_snapshot_available", DBSnapshotIdentifier="shop-now")
    found, = rds.describe_db_snapshots(DBInstanceIdentifier="shop", DBSnapshotIdentifier="shop-now")["DBSnapshots"]
    assert found["SnapshotCreateTime"], found
    made = rds_west.copy_db_snapshot(
        SourceDBSnapshotIdentifier=taken["DBSnapshotArn"], TargetDBSnapshotIdentifier="shop-west", KmsKeyId="alias/west", SourceRegion=EAST)["DBSnapshot"]
    same((made["SourceDBSnapshotIdentifier"], made["SourceRegion"]), (taken["DBSnapshotArn"], EAST))
    wait(rds_west, "db_snapshot_available", DBSnapshotIdentifier="shop-west")
    fails("DBSnapshotAlreadyExists", 400, rds.create_db_snapshot, DBInstanceIdentifier="shop", DBSnapshotIdentifier="shop-now")
    step("snapshot an instance, copy that to another region")

    rds.stop_db_instance(DBInstanceIdentifier="shop")
    poll("stop", lambda: look()["DBInstanceStatus"], "stopped")
    fails("InvalidDBInstanceState", 400, rds.stop_db_instance, DBInstanceIdentifier="shop")
    rds.start_db_instance(DBInstanceIdentifier="shop")
    wait(rds, "db_instance_available", DBInstanceIdentifier="shop")
    rds.delete_db_instance(DBInstanceIdentifier="shop", FinalDBSnapshotIdentifier="shop-final")
    wait(rds, "db_instance_deleted", DBInstanceIdentifier="shop")
    same(rds.describe_db_snapshots(DBSnapshotIdentifier="shop-final")["DBSnapshots"][0]["Status"], "available")
    same(rds.delete_db_snapshot(DBSnapshotIdentifier="shop-now")["DBSnapshot"]["Status"], "deleted")
    step("stop, start and delete an instance")


def db_snapshot_life():
    """An instance that belongs to no cluster is created, and its snapshot is exported."""
    made = rds.create_db_instance(
        DBInstanceIdentifier="bills", DBInstanceClass="db.m6i.large", Engine="postgres", AllocatedStorage=20,
        MasterUsername="clerk", MasterUserPassword="not-shown-again")
    same(made["DBInstance"]["DBInstanceStatus"], "creating")
    assert "not-shown-again" not in str(made), made
    wait(rds, "db_instance_available", DBInstanceIdentifier="bills")
    fails("DBInstanceAlreadyExists", 400, rds.create_db_instance, DBInstanceIdentifier="bills", DBInstanceClass="db.m6i.large",
          Engine="postgres", AllocatedStorage=20, MasterUsername="clerk", MasterUserPassword="not-shown-again")
    step("create an instance")

    taken = rds.create_db_snapshot(DBInstanceIdentifier="bills", DBSnapshotIdentifier="bills-now")["DBSnapshot"]
    wait(rds, "db_snapshot_available", DBSnapshotIdentifier="bills-now")
    rds.copy_db_snapshot(SourceDBSnapshotIdentifier="bills-now", TargetDBSnapshotIdentifier="bills-twin")
    wait(rds, "db_snapshot_available", DBSnapshotIdentifier="bills-twin")
    shared = rds.modify_db_snapshot_attribute(DBSnapshotIdentifier="bills-twin", AttributeName="restore", ValuesToAdd=["210987654321", "all"])
    same(shared["DBSnapshotAttributesResult"]["DBSnapshotAttributes"][0]["AttributeValues"], ["210987654321", "all"])
    rds.modify_db_snapshot_attribute(DBSnapshotIdentifier="bills-twin", AttributeName="restore", ValuesToRemove=["all"])
    found = rds.describe_db_snapshot_attributes(DBSnapshotIdentifier="bills-twin")["DBSnapshotAttributesResult"]
    same(found["DBSnapshotAttributes"], [{"AttributeName": "restore", "AttributeValues": ["210987654321"]}])
    step("take a snapshot, copy and share it")

    made = rds.start_export_task(
        ExportTaskIdentifier="bills-tonight", SourceArn=taken["DBSnapshotArn"], S3BucketName="exports",
        IamRoleArn=f"arn:aws:iam::{ACCOUNT}:role/export", KmsKeyId="alias/exports")
    same((made["Status"], made["SourceType"]), ("STARTING", "SNAPSHOT"))
    seen = poll("export", lambda: rds.describe_export_tasks(ExportTaskIdentifier="bills-tonight")["ExportTasks"][0]["Status"], "COMPLETE")
    same(seen, ["STARTING", "IN_PROGRESS", "COMPLETE"])
    step("export it")

    for name in ("bills-now", "bills-twin"):
        rds.delete_db_snapshot(DBSnapshotIdentifier=name)
        wait(rds, "db_snapshot_deleted", DBSnapshotIdentifier=name)
    rds.delete_db_instance(DBInstanceIdentifier="bills", SkipFinalSnapshot=True)
    wait(rds, "db_instance_deleted", DBInstanceIdentifier="bills")
    fails("DBInstanceNotFound", 404, rds.describe_db_instances, DBInstanceIdentifier="bills")
    step("delete the snapshots and the instance")


def pages():
    paginator = client("rds", EU).get_paginator("describe_db_cluster_snapshots")
    sizes, names = [], []
    for page in paginator.paginate(PaginationConfig={"PageSize": 50}):
        sizes.append(len(page["DBClusterSnapshots"]))
        names += [s["DBClusterSnapshotIdentifier"] for s in page["DBClusterSnapshots"]]
    same((sizes, names), ([50, 50, 30], [f"page-{i:03}" for i in range(130)]))
    same([len(p["DBClusterSnapshots"]) for p in client("neptune", EU).get_paginator("describe_db_cluster_snapshots").paginate()], [100, 30])
    part = paginator.paginate(PaginationConfig={"MaxItems": 7, "PageSize": 20}).build_full_result()
    rest = paginator.paginate(PaginationConfig={"StartingToken": part["NextToken"]}).build_full_result()
    same(len(part["DBClusterSnapshots"]) + len(rest["DBClusterSnapshots"]), 130)
    odd = paginator.paginate(Filters=[{"Name": "db-cluster-id", "Values": ["source-1"]}], PaginationConfig={"PageSize": 20}).build_full_result()
    same(len(odd["DBClusterSnapshots"]), 65)
    same(list(rds.get_paginator("describe_db_cluster_snapshots").paginate(SnapshotType="automated").search("DBClusterSnapshots")), [])
    fails("InvalidParameterValue", 400, rds.describe_db_clusters, MaxRecords=19)
    fails("InvalidParameterValue", 400, rds.describe_db_clusters, Marker="not one")
    step("page through 130 snapshots")


def signatures():
    e = fails("SignatureDoesNotMatch", 403, client("neptune", EAST, aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="wrong").describe_db_clusters)
    assert "does not match" in str(e)
    fails("InvalidClientTokenId", 403, client("rds", EAST, aws_access_key_id="AKIDOTHER", aws_secret_access_key="wrong").describe_db_clusters)
    e = fails("SignatureDoesNotMatch", 403, client("rds", EAST, LATE_URL).describe_db_clusters)
    assert "Signature expired" in str(e)
    step("refuse signatures")


cluster_life()
copies()
global_database()
cluster_death()
exports()
instances()
db_snapshot_life()
pages()
signatures()
print("done")
