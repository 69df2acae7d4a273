#!/usr/bin/env bash
# Goes through the lifecycle of automated backups, a backtrack and restores from S3 with
# the AWS CLI, and checks its output:
#
#	backups.sh retained|replication|backtracks FAST SLOW
#
# FAST is the endpoint of a fake in which every change is over at once. A day there takes
# seconds, so backups are kept for 35 days. SLOW has the pace of AWS.
set -euo pipefail
part=$1 fast=$2 slow=$3
. "${BASH_SOURCE%/*}/flow.sh"

master=(--master-username clerk --master-user-password not-shown-again)

# create NAME creates an instance that keeps backups, and prints its resource id.
create() {
	on $east rds create-db-instance --db-instance-identifier "$1" --db-instance-class db.m6i.large --engine postgres \
		--allocated-storage 20 --backup-retention-period 35 "${master[@]}" --query DBInstance.DbiResourceId
	on $east rds wait db-instance-available --db-instance-identifier "$1"
}

# backups REGION OPTION... prints the names and the status of instances' backups.
backups() {
	on "$1" rds describe-db-instance-automated-backups "${@:2}" \
		--query 'DBInstanceAutomatedBackups[].[DBInstanceIdentifier,Status]'
}

retained() {
	local resource backup
	resource=$(create ledger)
	becomes "ledger active" backups $east --db-instance-identifier ledger
	fails InvalidDBInstanceAutomatedBackupState on $east rds delete-db-instance-automated-backup --dbi-resource-id "$resource"
	on $east rds delete-db-instance --db-instance-identifier ledger --skip-final-snapshot --no-delete-automated-backups >/dev/null
	on $east rds wait db-instance-deleted --db-instance-identifier ledger
	is "ledger retained" backups $east --dbi-resource-id "$resource"
	ok "retain the backups of a deleted instance"

	backup=$(on $east rds describe-db-instance-automated-backups --dbi-resource-id "$resource" \
		--query 'DBInstanceAutomatedBackups[0].DBInstanceAutomatedBackupsArn')
	is "creating" on $east rds restore-db-instance-to-point-in-time --target-db-instance-identifier by-resource \
		--source-dbi-resource-id "$resource" --use-latest-restorable-time --query DBInstance.DBInstanceStatus
	is "creating" on $east rds restore-db-instance-to-point-in-time --target-db-instance-identifier by-arn \
		--source-db-instance-automated-backups-arn "$backup" --use-latest-restorable-time --query DBInstance.DBInstanceStatus
	on $east rds wait db-instance-available --db-instance-identifier by-resource
	on $east rds wait db-instance-available --db-instance-identifier by-arn
	ok "restore them by resource id and by ARN"

	is "deleting" on $east rds delete-db-instance-automated-backup --db-instance-automated-backups-arn "$backup" \
		--query DBInstanceAutomatedBackup.Status
	becomes "" backups $east --filters "Name=dbi-resource-id,Values=$resource"
	fails DBInstanceAutomatedBackupNotFound backups $east --dbi-resource-id "$resource"
	ok "delete them"
}

replication() {
	local source backup
	source=$(arn $east db mirror)
	create mirror >/dev/null
	becomes "mirror active" backups $east --db-instance-identifier mirror
	backup=$(on $west rds start-db-instance-automated-backups-replication --source-db-instance-arn "$source" \
		--source-region $east --backup-retention-period 35 --query DBInstanceAutomatedBackup.DBInstanceAutomatedBackupsArn)
	becomes "mirror replicating" backups $west --db-instance-automated-backups-arn "$backup"
	is "$backup" on $east rds describe-db-instances --db-instance-identifier mirror \
		--query 'DBInstances[].DBInstanceAutomatedBackupsReplications[].DBInstanceAutomatedBackupsArn'
	ok "replicate backups to another region"

	on $east rds wait db-instance-available --db-instance-identifier mirror
	on $west rds stop-db-instance-automated-backups-replication --source-db-instance-arn "$source" >/dev/null
	becomes "mirror retained" backups $west --db-instance-automated-backups-arn "$backup"
	on $west rds delete-db-instance-automated-backup --db-instance-automated-backups-arn "$backup" >/dev/null
	becomes "" backups $west
	ok "end the replication"
}

backtracks() {
	local resource early files
	resource=$(on $east rds create-db-cluster --db-cluster-identifier shop --engine aurora-mysql --backtrack-window 259200 \
		--backup-retention-period 35 "${master[@]}" --query DBCluster.DbClusterResourceId)
	on $east rds wait db-cluster-available --db-cluster-identifier shop
	early=$(on $east rds describe-db-clusters --db-cluster-identifier shop --query 'DBClusters[0].EarliestBacktrackTime')
	is "shop PENDING" on $east rds backtrack-db-cluster --db-cluster-identifier shop --backtrack-to "$early" \
		--use-earliest-time-on-point-in-time-unavailable --query '[DBClusterIdentifier,Status]'
	becomes "COMPLETED" on $east rds describe-db-cluster-backtracks --db-cluster-identifier shop \
		--query 'DBClusterBacktracks[].Status'
	fails DBClusterBacktrackNotFoundFault on $east rds describe-db-cluster-backtracks --db-cluster-identifier shop \
		--backtrack-identifier unknown
	ok "backtrack a cluster"

	on $east rds delete-db-cluster --db-cluster-identifier shop --skip-final-snapshot --no-delete-automated-backups >/dev/null
	on $east rds wait db-cluster-deleted --db-cluster-identifier shop
	is "shop retained" on $east rds describe-db-cluster-automated-backups --db-cluster-resource-id "$resource" \
		--query 'DBClusterAutomatedBackups[].[DBClusterIdentifier,Status]'
	is "deleted" on $east rds delete-db-cluster-automated-backup --db-cluster-resource-id "$resource" \
		--query DBClusterAutomatedBackup.Status
	ok "delete the retained backups of a cluster"

	files=(--s3-bucket-name backups --s3-ingestion-role-arn "arn:aws:iam::$account:role/ingestion" --source-engine mysql)
	is "creating" on $east rds restore-db-cluster-from-s3 --db-cluster-identifier imported --engine aurora-mysql \
		--source-engine-version 8.0.28 "${files[@]}" "${master[@]}" --query DBCluster.Status
	is "creating" on $east rds restore-db-instance-from-s3 --db-instance-identifier imported --engine mysql \
		--db-instance-class db.r6g.large --allocated-storage 100 --source-engine-version 8.0.32 "${files[@]}" "${master[@]}" \
		--query DBInstance.DBInstanceStatus
	on $east rds wait db-cluster-available --db-cluster-identifier imported
	on $east rds wait db-instance-available --db-instance-identifier imported
	ok "restore a cluster and an instance from S3"
}

case $part in
retained | replication | backtracks) "$part" ;;
*)
	echo "no part $part" >&2
	exit 2
	;;
esac
echo "done"
