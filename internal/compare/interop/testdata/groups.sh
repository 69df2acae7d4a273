#!/usr/bin/env bash
# Goes through the lifecycle of each further kind of resource of Neptune with the AWS
# CLI, and checks its output:
#
#	groups.sh parameters|clusters|snapshots|upkeep FAST SLOW
#
# Both are endpoints of fakes with the demo estate. In FAST every change is over at
# once. SLOW has the pace of AWS.
set -euo pipefail
part=$1 fast=$2 slow=$3
. "${BASH_SOURCE%/*}/flow.sh"

# graph COMMAND... calls Neptune in the fast fake.
graph() { on $east neptune "$@"; }

parameters() {
	local tuned=(--db-cluster-parameter-group-name tuned)
	is "$(arn $east cluster-pg tuned)" graph create-db-cluster-parameter-group "${tuned[@]}" \
		--db-parameter-group-family neptune1.4 --description "a test" --query DBClusterParameterGroup.DBClusterParameterGroupArn
	fails InvalidParameterCombination graph modify-db-cluster-parameter-group "${tuned[@]}" \
		--parameters ParameterName=neptune_enable_audit_log,ParameterValue=1,ApplyMethod=immediate
	graph modify-db-cluster-parameter-group "${tuned[@]}" --parameters \
		ParameterName=neptune_enable_audit_log,ParameterValue=1,ApplyMethod=pending-reboot \
		ParameterName=neptune_slow_query_log_threshold,ParameterValue=100,ApplyMethod=immediate >/dev/null
	is "neptune_enable_audit_log=1;neptune_slow_query_log_threshold=100" graph describe-db-cluster-parameters "${tuned[@]}" --source user \
		--query 'join(`;`, Parameters[].join(`=`, [ParameterName, ParameterValue]))'
	ok "change parameters of a cluster, static and dynamic ones"

	graph modify-db-cluster --db-cluster-identifier fraud-graph "${tuned[@]}" --apply-immediately >/dev/null
	fails InvalidDBParameterGroupState graph delete-db-cluster-parameter-group "${tuned[@]}"
	is "twin" graph copy-db-cluster-parameter-group --source-db-cluster-parameter-group-identifier tuned \
		--target-db-cluster-parameter-group-identifier twin --target-db-cluster-parameter-group-description "a copy" \
		--query DBClusterParameterGroup.DBClusterParameterGroupName
	graph reset-db-cluster-parameter-group --db-cluster-parameter-group-name twin --reset-all-parameters >/dev/null
	is "0" graph describe-db-cluster-parameters --db-cluster-parameter-group-name twin --source user --query 'length(Parameters)'
	graph delete-db-cluster-parameter-group --db-cluster-parameter-group-name twin
	ok "use, copy, reset and delete cluster parameter groups"

	is "neptune1.4" graph create-db-parameter-group --db-parameter-group-name patient --db-parameter-group-family neptune1.4 \
		--description "a test" --query DBParameterGroup.DBParameterGroupFamily
	graph modify-db-parameter-group --db-parameter-group-name patient \
		--parameters ParameterName=neptune_query_timeout,ParameterValue=240000,ApplyMethod=pending-reboot >/dev/null
	graph modify-db-instance --db-instance-identifier fraud-graph-2 --db-parameter-group-name patient --apply-immediately >/dev/null
	is "patient pending-reboot" graph describe-db-instances --db-instance-identifier fraud-graph-2 \
		--query 'DBInstances[0].DBParameterGroups[0].[DBParameterGroupName, ParameterApplyStatus]'
	ok "use a parameter group of instances"
}

clusters() {
	local group=(--db-subnet-group-name far) role=(--role-arn "arn:aws:iam::$account:role/load")
	graph create-db-subnet-group "${group[@]}" --db-subnet-group-description "a test" --subnet-ids subnet-1 subnet-2 >/dev/null
	is "3" graph modify-db-subnet-group "${group[@]}" --subnet-ids subnet-1 subnet-2 subnet-3 --query 'length(DBSubnetGroup.Subnets)'
	graph delete-db-subnet-group "${group[@]}"
	ok "create, change and delete a subnet group"

	is "creating READER" graph create-db-cluster-endpoint --db-cluster-identifier recommend-dev --db-cluster-endpoint-identifier reports \
		--endpoint-type READER --static-members recommend-dev-2 --query '[Status, CustomEndpointType]'
	is "available recommend-dev-2" graph describe-db-cluster-endpoints --db-cluster-endpoint-identifier reports \
		--query 'DBClusterEndpoints[0].[Status, StaticMembers[0]]'
	is "deleting" graph delete-db-cluster-endpoint --db-cluster-endpoint-identifier reports --query Status
	ok "create and delete a custom endpoint"

	graph add-role-to-db-cluster --db-cluster-identifier recommend-dev "${role[@]}"
	becomes "ACTIVE" graph describe-db-clusters --db-cluster-identifier recommend-dev --query 'DBClusters[0].AssociatedRoles[].Status'
	graph remove-role-from-db-cluster --db-cluster-identifier recommend-dev "${role[@]}"
	ok "add a role to a cluster and remove it"

	is "db.r6g.large" graph modify-db-instance --db-instance-identifier recommend-dev-2 --db-instance-class db.r6g.large \
		--apply-immediately --query DBInstance.PendingModifiedValues.DBInstanceClass
	becomes "available db.r6g.large" graph describe-db-instances --db-instance-identifier recommend-dev-2 \
		--query 'DBInstances[0].[DBInstanceStatus, DBInstanceClass]'
	ok "change the class of an instance"
}

snapshots() {
	local shared=(--db-cluster-snapshot-identifier fraud-graph-weekly-1) other=210987654321
	is "$other" graph modify-db-cluster-snapshot-attribute "${shared[@]}" --attribute-name restore --values-to-add $other \
		--query 'DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes[0].AttributeValues'
	graph modify-db-cluster-snapshot-attribute "${shared[@]}" --attribute-name restore --values-to-remove $other >/dev/null
	is "0" graph describe-db-cluster-snapshot-attributes "${shared[@]}" \
		--query 'length(DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes[0].AttributeValues)'
	ok "share a snapshot and end that"

	is "creating" graph restore-db-cluster-from-snapshot --db-cluster-identifier again --engine neptune \
		--snapshot-identifier fraud-graph-weekly-1 --query DBCluster.Status
	is "creating" graph restore-db-cluster-to-point-in-time --db-cluster-identifier clone --restore-type copy-on-write \
		--source-db-cluster-identifier fraud-graph-dev --use-latest-restorable-time --query DBCluster.Status
	becomes "again available clone available" graph describe-db-clusters --query \
		'sort_by(DBClusters[?DBClusterIdentifier==`again` || DBClusterIdentifier==`clone`], &DBClusterIdentifier)[].[DBClusterIdentifier, Status][]'
	ok "restore from a snapshot, clone"
}

upkeep() {
	local dev alarms=(--subscription-name alarms)
	dev=$(arn $east cluster fraud-graph-dev)
	is "neptune1.4" graph describe-db-engine-versions --engine neptune --engine-version 1.4.5.0 \
		--query 'DBEngineVersions[].DBParameterGroupFamily'
	is "db.r6g.large" graph describe-orderable-db-instance-options --engine neptune --engine-version 1.4.5.0 \
		--db-instance-class db.r6g.large --query 'OrderableDBInstanceOptions[0].DBInstanceClass'
	is "next-maintenance" demo neptune apply-pending-maintenance-action --resource-identifier "$dev" --apply-action system-update \
		--opt-in-type next-maintenance --query 'ResourcePendingMaintenanceActions.PendingMaintenanceActionDetails[0].OptInStatus'
	is "system-update next-maintenance" demo neptune describe-pending-maintenance-actions --resource-identifier "$dev" \
		--query 'PendingMaintenanceActions[0].PendingMaintenanceActionDetails[0].[Action, OptInStatus]'
	ok "versions, classes and maintenance"

	is "creating" graph create-event-subscription "${alarms[@]}" --sns-topic-arn "arn:aws:sns:$east:$account:alarms" \
		--source-type db-cluster --source-ids fraud-graph --query EventSubscription.Status
	is "active fraud-graph" graph describe-event-subscriptions "${alarms[@]}" \
		--query 'EventSubscriptionsList[0].[Status, SourceIdsList[0]]'
	is "deleting" graph delete-event-subscription "${alarms[@]}" --query EventSubscription.Status
	fails SubscriptionNotFound graph describe-event-subscriptions "${alarms[@]}"
	ok "subscribe to events and end that"
}

case $part in
parameters | clusters | snapshots | upkeep) "$part" ;;
*)
	echo "no part $part" >&2
	exit 2
	;;
esac
echo "done"
