"""Goes through the lifecycle of automated backups of instances and clusters with boto3:
retained backups, restores of them, replications to another region, backtracks and
restores from S3.

    backups.py URL
"""

import datetime

from flow import ACCOUNT, EAST, WEST, arn, client, fails, poll, same, step, wait

rds, rds_west = client("rds", EAST), client("rds", WEST)
MASTER = {"MasterUsername": "clerk", "MasterUserPassword": "not-shown-again"}
INGESTION = f"arn:aws:iam::{ACCOUNT}:role/ingestion"


def instance_backup(api=rds, **params):
    found, = api.describe_db_instance_automated_backups(**params)["DBInstanceAutomatedBackups"]
    return found


def cluster_backup(**params):
    found, = rds.describe_db_cluster_automated_backups(**params)["DBClusterAutomatedBackups"]
    return found


def create_instance(name):
    made = rds.create_db_instance(
        DBInstanceIdentifier=name, DBInstanceClass="db.m6i.large", Engine="postgres", AllocatedStorage=20, BackupRetentionPeriod=3, **MASTER)
    wait(rds, "db_instance_available", DBInstanceIdentifier=name)
    return made["DBInstance"]


def delete_instance(name, **params):
    rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True, **params)
    wait(rds, "db_instance_deleted", DBInstanceIdentifier=name)


def retained_instance():
    """The backups of an instance outlive it, and are restored."""
    resource = create_instance("ledger")["DbiResourceId"]
    poll("backups", lambda: instance_backup(DBInstanceIdentifier="ledger")["Status"], "active")
    backup = instance_backup(DbiResourceId=resource)
    assert backup["RestoreWindow"]["EarliestTime"] <= backup["RestoreWindow"]["LatestTime"], backup
    same((backup["DBInstanceArn"], backup["BackupRetentionPeriod"], backup["Region"]), (arn(EAST, "db", "ledger"), 3, EAST))
    fails("InvalidDBInstanceAutomatedBackupState", 400, rds.delete_db_instance_automated_backup, DbiResourceId=resource)
    step("list the backups of an instance")

    delete_instance("ledger", DeleteAutomatedBackups=False)
    name = backup["DBInstanceAutomatedBackupsArn"]
    retained = instance_backup(DBInstanceAutomatedBackupsArn=name)
    same((retained["Status"], retained["DbiResourceId"], retained["DBInstanceIdentifier"]), ("retained", resource, "ledger"))
    same(instance_backup(Filters=[{"Name": "status", "Values": ["retained"]}])["DBInstanceAutomatedBackupsArn"], name)
    same(rds.describe_db_instance_automated_backups(Filters=[{"Name": "status", "Values": ["active"]}])["DBInstanceAutomatedBackups"], [])
    step("retain the backups of a deleted instance")

    fails("DBInstanceNotFound", 404, rds.restore_db_instance_to_point_in_time,
          SourceDBInstanceIdentifier="ledger", TargetDBInstanceIdentifier="by-name", UseLatestRestorableTime=True)
    for target, source in (
        ("by-resource", {"SourceDbiResourceId": resource, "RestoreTime": retained["RestoreWindow"]["LatestTime"]}),
        ("by-arn", {"SourceDBInstanceAutomatedBackupsArn": name, "UseLatestRestorableTime": True}),
    ):
        made = rds.restore_db_instance_to_point_in_time(TargetDBInstanceIdentifier=target, **source)["DBInstance"]
        same((made["DBInstanceStatus"], made["Engine"], made["MasterUsername"]), ("creating", "postgres", "clerk"))
        wait(rds, "db_instance_available", DBInstanceIdentifier=target)
    step("restore retained backups by resource id and by ARN")

    fails("InvalidParameterCombination", 400, rds.delete_db_instance_automated_backup)
    same(rds.delete_db_instance_automated_backup(DBInstanceAutomatedBackupsArn=name)["DBInstanceAutomatedBackup"]["Status"], "deleting")
    poll("deletion", lambda: [b["DBInstanceIdentifier"] for b in rds.describe_db_instance_automated_backups(
        Filters=[{"Name": "dbi-resource-id", "Values": [resource]}])["DBInstanceAutomatedBackups"]], [])
    fails("DBInstanceAutomatedBackupNotFound", 404, rds.describe_db_instance_automated_backups, DbiResourceId=resource)
    fails("DBInstanceAutomatedBackupNotFound", 404, rds.delete_db_instance_automated_backup, DbiResourceId=resource)
    for target in ("by-resource", "by-arn"):
        delete_instance(target)
    same(rds.describe_db_instance_automated_backups()["DBInstanceAutomatedBackups"], [])
    step("delete the retained backups")


def replication():
    """The backups of an instance are replicated to another region."""
    source = create_instance("mirror")["DBInstanceArn"]
    poll("backups", lambda: instance_backup(DBInstanceIdentifier="mirror")["Status"], "active")
    fails("DBInstanceNotFound", 404, rds_west.start_db_instance_automated_backups_replication,
          SourceDBInstanceArn=arn(EAST, "db", "unknown"), SourceRegion=EAST)
    made = rds_west.start_db_instance_automated_backups_replication(
        SourceDBInstanceArn=source, BackupRetentionPeriod=5, SourceRegion=EAST)["DBInstanceAutomatedBackup"]
    same((made["Status"], made["Region"], made["BackupRetentionPeriod"]), ("pending", EAST, 5))
    name = made["DBInstanceAutomatedBackupsArn"]
    same(rds.describe_db_instances(DBInstanceIdentifier="mirror")["DBInstances"][0]["DBInstanceAutomatedBackupsReplications"],
         [{"DBInstanceAutomatedBackupsArn": name}])
    poll("replication", lambda: instance_backup(rds_west, DBInstanceAutomatedBackupsArn=name)["Status"], "replicating")
    fails("InvalidDBInstanceAutomatedBackupState", 400, rds_west.delete_db_instance_automated_backup, DBInstanceAutomatedBackupsArn=name)
    step("replicate backups to another region")

    wait(rds, "db_instance_available", DBInstanceIdentifier="mirror")
    rds_west.stop_db_instance_automated_backups_replication(SourceDBInstanceArn=source)
    poll("end", lambda: instance_backup(rds_west, DBInstanceAutomatedBackupsArn=name)["Status"], "retained")
    rds_west.delete_db_instance_automated_backup(DBInstanceAutomatedBackupsArn=name)
    poll("deletion", lambda: rds_west.describe_db_instance_automated_backups()["DBInstanceAutomatedBackups"], [])
    wait(rds, "db_instance_available", DBInstanceIdentifier="mirror")
    delete_instance("mirror")
    step("end the replication")


def backtracks():
    """A cluster of Aurora MySQL returns to an earlier time, and its backups outlive it."""
    made = rds.create_db_cluster(
        DBClusterIdentifier="shop", Engine="aurora-mysql", BacktrackWindow=3600, **MASTER)["DBCluster"]
    wait(rds, "db_cluster_available", DBClusterIdentifier="shop")

    def cluster():
        return rds.describe_db_clusters(DBClusterIdentifier="shop")["DBClusters"][0]

    same(cluster()["BacktrackWindow"], 3600)
    early = cluster()["EarliestBacktrackTime"]
    fails("InvalidParameterValue", 400, rds.backtrack_db_cluster, DBClusterIdentifier="shop", BacktrackTo=early - datetime.timedelta(days=1))
    begun = rds.backtrack_db_cluster(DBClusterIdentifier="shop", BacktrackTo=early)
    same((begun["Status"], begun["BacktrackTo"], "BacktrackedFrom" in begun), ("PENDING", early, False))
    which = {"DBClusterIdentifier": "shop", "BacktrackIdentifier": begun["BacktrackIdentifier"]}
    same(cluster()["Status"], "backtracking")
    fails("InvalidDBClusterStateFault", 400, rds.backtrack_db_cluster, DBClusterIdentifier="shop", BacktrackTo=early)

    def status():
        found, = rds.describe_db_cluster_backtracks(**which)["DBClusterBacktracks"]
        return found["Status"]

    poll("backtrack", status, "COMPLETED")
    assert rds.describe_db_cluster_backtracks(**which)["DBClusterBacktracks"][0]["BacktrackedFrom"] > early
    same(cluster()["Status"], "available")
    fails("DBClusterBacktrackNotFoundFault", 404, rds.describe_db_cluster_backtracks, DBClusterIdentifier="shop", BacktrackIdentifier="unknown")
    step("backtrack a cluster")

    if not hasattr(rds, "describe_db_cluster_automated_backups"):
        return  # older boto3 lacks the automated backups of clusters
    resource = made["DbClusterResourceId"]
    same(cluster_backup(DbClusterResourceId=resource)["DBClusterIdentifier"], "shop")
    fails("InvalidDBClusterAutomatedBackupStateFault", 400, rds.delete_db_cluster_automated_backup, DbClusterResourceId=resource)
    rds.delete_db_cluster(DBClusterIdentifier="shop", SkipFinalSnapshot=True, DeleteAutomatedBackups=False)
    wait(rds, "db_cluster_deleted", DBClusterIdentifier="shop")
    same(cluster_backup(DBClusterIdentifier="shop")["Status"], "retained")
    rds.restore_db_cluster_to_point_in_time(DBClusterIdentifier="shop-again", SourceDbClusterResourceId=resource, UseLatestRestorableTime=True)
    wait(rds, "db_cluster_available", DBClusterIdentifier="shop-again")
    same(rds.delete_db_cluster_automated_backup(DbClusterResourceId=resource)["DBClusterAutomatedBackup"]["Status"], "deleted")
    poll("deletion", lambda: [b["DBClusterIdentifier"] for b in rds.describe_db_cluster_automated_backups()["DBClusterAutomatedBackups"]], ["shop-again"])
    fails("DBClusterAutomatedBackupNotFoundFault", 404, rds.delete_db_cluster_automated_backup, DbClusterResourceId=resource)
    step("restore and delete the retained backups of a cluster")


def from_s3():
    """Backups of MySQL in S3 become a cluster and an instance."""
    files = {"S3BucketName": "backups", "S3IngestionRoleArn": INGESTION, "SourceEngine": "mysql"}
    cluster = {"DBClusterIdentifier": "imported", "Engine": "aurora-mysql", "SourceEngineVersion": "8.0.28", **files, **MASTER}
    fails("InvalidS3BucketFault", 400, rds.restore_db_cluster_from_s3, **{**cluster, "S3BucketName": "No_Bucket"})
    made = rds.restore_db_cluster_from_s3(**cluster, S3Prefix="shop/")
    same((made["DBCluster"]["Status"], made["DBCluster"]["Engine"]), ("creating", "aurora-mysql"))
    assert "not-shown-again" not in str(made), made
    wait(rds, "db_cluster_available", DBClusterIdentifier="imported")
    fails("DBClusterAlreadyExistsFault", 400, rds.restore_db_cluster_from_s3, **cluster)

    instance = {"DBInstanceIdentifier": "imported", "DBInstanceClass": "db.r6g.large", "Engine": "mysql", "AllocatedStorage": 100,
                "SourceEngineVersion": "8.0.32", **files, **MASTER}
    fails("InvalidParameterValue", 400, rds.restore_db_instance_from_s3, **{**instance, "Engine": "mariadb"})
    made = rds.restore_db_instance_from_s3(**instance)["DBInstance"]
    same((made["DBInstanceStatus"], made["Engine"], made["AllocatedStorage"]), ("creating", "mysql", 100))
    wait(rds, "db_instance_available", DBInstanceIdentifier="imported")
    fails("DBInstanceAlreadyExists", 400, rds.restore_db_instance_from_s3, **instance)
    step("restore a cluster and an instance from S3")


retained_instance()
replication()
backtracks()
from_s3()
print("done")
