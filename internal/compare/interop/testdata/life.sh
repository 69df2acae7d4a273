#!/usr/bin/env bash
# Goes through the lifecycles of clusters, a global database, exports and instances with
# the AWS CLI, and checks its output:
#
#	life.sh cluster|global|exports|instances FAST SLOW
#
# FAST is the endpoint of a fake in which every change is over at once. SLOW is that
# of a fake with the demo estate, at the pace of AWS.
set -euo pipefail
part=$1 fast=$2 slow=$3
. "${BASH_SOURCE%/*}/flow.sh"

cluster() {
	local id=life snapshot
	snapshot=$(arn $east cluster-snapshot life-now)
	is "life creating" on $east neptune create-db-cluster --db-cluster-identifier Life --engine neptune \
		--storage-encrypted --kms-key-id alias/life --copy-tags-to-snapshot --tags "Key=env,Value=a + b" \
		--query 'DBCluster.[DBClusterIdentifier,Status]'
	on $east rds wait db-cluster-available --db-cluster-identifier $id
	is "creating" on $east neptune create-db-instance --db-instance-identifier life-1 --db-instance-class db.r6g.large \
		--engine neptune --db-cluster-identifier $id --query DBInstance.DBInstanceStatus
	on $east neptune wait db-instance-available --db-instance-identifier life-1
	ok "create a cluster with an instance"

	is "available" on $east neptune stop-db-cluster --db-cluster-identifier $id --query DBCluster.Status
	becomes "stopped True" on $east neptune describe-db-clusters --db-cluster-identifier $id \
		--query 'DBClusters[].[Status, AutomaticRestartTime != null]'
	is "stopped" on $east neptune start-db-cluster --db-cluster-identifier $id --query DBCluster.Status
	on $east rds wait db-cluster-available --db-cluster-identifier $id
	ok "stop and start it"

	is "creating" on $east neptune create-db-cluster-snapshot --db-cluster-identifier $id \
		--db-cluster-snapshot-identifier life-now --query DBClusterSnapshot.Status
	on $east rds wait db-cluster-snapshot-available --db-cluster-snapshot-identifier life-now
	is "$snapshot" on $west neptune copy-db-cluster-snapshot --source-region $east \
		--source-db-cluster-snapshot-identifier "$snapshot" --target-db-cluster-snapshot-identifier life-west \
		--kms-key-id alias/west --copy-tags --query DBClusterSnapshot.SourceDBClusterSnapshotArn
	on $west rds wait db-cluster-snapshot-available --db-cluster-snapshot-identifier life-west
	is "env a + b" on $west neptune list-tags-for-resource --resource-name "$(arn $west cluster-snapshot life-west)" \
		--query 'TagList[].[Key,Value]'
	fails InvalidParameterValue on $west rds copy-db-cluster-snapshot --kms-key-id alias/west \
		--source-db-cluster-snapshot-identifier "$snapshot" --target-db-cluster-snapshot-identifier unsigned
	ok "take a snapshot, copy it to another region"

	on $east neptune delete-db-instance --db-instance-identifier life-1 >/dev/null
	on $east neptune wait db-instance-deleted --db-instance-identifier life-1
	is "available" on $east neptune delete-db-cluster --db-cluster-identifier $id \
		--final-db-snapshot-identifier life-final --query DBCluster.Status
	on $east rds wait db-cluster-deleted --db-cluster-identifier $id
	fails DBClusterNotFoundFault on $east neptune describe-db-clusters --db-cluster-identifier $id
	is "life-final life-now" on $east neptune describe-db-cluster-snapshots --db-cluster-identifier $id \
		--query 'sort(DBClusterSnapshots[].DBClusterSnapshotIdentifier)'
	ok "delete it with a final snapshot"
}

global() {
	local first second
	first=$(arn $east cluster first)
	second=$(arn $west cluster second)
	members() {
		on $east neptune describe-global-clusters --global-cluster-identifier world \
			--query 'GlobalClusters[0].[Status, length(GlobalClusterMembers), GlobalClusterMembers[?IsWriter].DBClusterArn | [0]]'
	}
	on $east neptune create-db-cluster --db-cluster-identifier first --engine neptune >/dev/null
	on $east neptune create-db-instance --db-instance-identifier first-1 --db-instance-class db.r6g.large \
		--engine neptune --db-cluster-identifier first >/dev/null
	on $east neptune wait db-instance-available --db-instance-identifier first-1
	is "available" on $east neptune create-global-cluster --global-cluster-identifier world \
		--source-db-cluster-identifier "$first" --query GlobalCluster.Status
	becomes "available 1 $first" members
	on $west neptune create-db-cluster --db-cluster-identifier second --engine neptune \
		--global-cluster-identifier world >/dev/null
	on $west rds wait db-cluster-available --db-cluster-identifier second
	is "available 2 $first" members
	ok "make a global database of two regions"

	on $east neptune failover-global-cluster --global-cluster-identifier world \
		--target-db-cluster-identifier "$second" >/dev/null
	becomes "available 2 $second" members
	ok "fail over"

	fails InvalidGlobalClusterStateFault on $east neptune delete-global-cluster --global-cluster-identifier world
	on $east neptune remove-from-global-cluster --global-cluster-identifier world --db-cluster-identifier "$first" >/dev/null
	becomes "available 1 $second" members
	on $east neptune remove-from-global-cluster --global-cluster-identifier world --db-cluster-identifier "$second" >/dev/null
	becomes "available 0 None" members
	is "available" on $east neptune delete-global-cluster --global-cluster-identifier world --query GlobalCluster.Status
	becomes "0" on $east neptune describe-global-clusters --query 'length(GlobalClusters)'
	ok "take it apart"
}

exports() {
	local task=(--s3-bucket-name exports --iam-role-arn "arn:aws:iam::$account:role/export" --kms-key-id alias/exports)
	local snapshot
	snapshot=$(arn $east cluster-snapshot fraud-graph-weekly-2)
	is "STARTING 0" demo rds start-export-task --export-task-identifier tonight --source-arn "$snapshot" "${task[@]}" \
		--query '[Status,PercentProgress]'
	fails ExportTaskAlreadyExists demo rds start-export-task --export-task-identifier tonight --source-arn "$snapshot" "${task[@]}"
	is "CANCELING" demo rds cancel-export-task --export-task-identifier tonight --query Status
	fails InvalidExportTaskStateFault demo rds cancel-export-task --export-task-identifier tonight
	fails ExportTaskNotFound demo rds cancel-export-task --export-task-identifier unknown
	is "fraud-graph-last-week The S3 prefix must not end with a slash (/)." demo rds describe-export-tasks \
		--filters Name=status,Values=failed --query 'ExportTasks[].[ExportTaskIdentifier,FailureCause]'
	is "2" demo rds describe-export-tasks --page-size 20 --max-items 2 --output json --query 'length(ExportTasks)'
	ok "start, cancel and filter exports"

	is "2" demo rds describe-db-instances --filters Name=engine,Values=postgres --query 'length(DBInstances)'
	is "billing-monthly available" demo rds describe-db-snapshots --db-instance-identifier billing --snapshot-type manual \
		--query 'DBSnapshots[].[DBSnapshotIdentifier,Status]'
	is "STARTING" demo rds start-export-task --export-task-identifier bills \
		--source-arn "$(arn $east snapshot billing-monthly)" "${task[@]}" --query Status
	ok "export a snapshot of an instance"

	on $west neptune create-db-cluster --db-cluster-identifier exported --engine neptune >/dev/null
	on $west rds wait db-cluster-available --db-cluster-identifier exported
	is "CLUSTER" on $west rds start-export-task --export-task-identifier whole \
		--source-arn "$(arn $west cluster exported)" "${task[@]}" --query SourceType
	becomes "COMPLETE 100" on $west rds describe-export-tasks --export-task-identifier whole \
		--query 'ExportTasks[0].[Status,PercentProgress]'
	ok "export a cluster"

	AWS_SECRET_ACCESS_KEY=wrong fails SignatureDoesNotMatch demo rds describe-export-tasks
	AWS_ACCESS_KEY_ID=AKIDOTHER fails InvalidClientTokenId demo neptune describe-db-clusters
	ok "refuse signatures"
}

instances() {
	local id=bills snapshot
	snapshot=$(arn $east snapshot bills-now)
	is "bills creating" on $east rds create-db-instance --db-instance-identifier $id --db-instance-class db.m6i.large \
		--engine postgres --allocated-storage 20 --master-username clerk --master-user-password not-shown-again \
		--query 'DBInstance.[DBInstanceIdentifier,DBInstanceStatus]'
	on $east rds wait db-instance-available --db-instance-identifier $id
	is "postgres clerk None" on $east rds describe-db-instances --db-instance-identifier $id \
		--query 'DBInstances[0].[Engine,MasterUsername,PendingModifiedValues.MasterUserPassword]'
	ok "create an instance"

	is "creating" on $east rds create-db-snapshot --db-instance-identifier $id --db-snapshot-identifier bills-now \
		--query DBSnapshot.Status
	on $east rds wait db-snapshot-available --db-snapshot-identifier bills-now
	is "$snapshot" on $west rds copy-db-snapshot --source-db-snapshot-identifier "$snapshot" \
		--target-db-snapshot-identifier bills-west --query DBSnapshot.SourceDBSnapshotIdentifier
	on $west rds wait db-snapshot-available --db-snapshot-identifier bills-west
	is "210987654321" on $east rds modify-db-snapshot-attribute --db-snapshot-identifier bills-now \
		--attribute-name restore --values-to-add 210987654321 \
		--query 'DBSnapshotAttributesResult.DBSnapshotAttributes[].AttributeValues[]'
	ok "take a snapshot, copy and share it"

	is "STARTING SNAPSHOT" on $east rds start-export-task --export-task-identifier bills-tonight --source-arn "$snapshot" \
		--s3-bucket-name exports --iam-role-arn "arn:aws:iam::$account:role/export" --kms-key-id alias/exports \
		--query '[Status,SourceType]'
	becomes "COMPLETE 100" on $east rds describe-export-tasks --export-task-identifier bills-tonight \
		--query 'ExportTasks[0].[Status,PercentProgress]'
	ok "export it"

	on $west rds delete-db-snapshot --db-snapshot-identifier bills-west >/dev/null
	is "deleted" on $east rds delete-db-snapshot --db-snapshot-identifier bills-now --query DBSnapshot.Status
	on $east rds wait db-snapshot-deleted --db-snapshot-identifier bills-now
	is "deleting" on $east rds delete-db-instance --db-instance-identifier $id --skip-final-snapshot \
		--query DBInstance.DBInstanceStatus
	on $east rds wait db-instance-deleted --db-instance-identifier $id
	fails DBInstanceNotFound on $east rds describe-db-instances --db-instance-identifier $id
	ok "delete the snapshots and the instance"
}

case $part in
cluster | global | exports | instances) "$part" ;;
*)
	echo "no part $part" >&2
	exit 2
	;;
esac
echo "done"
