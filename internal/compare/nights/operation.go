package main

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// An effect is the kind of an operation's effect.
type effect string

const (
	state    effect = "state"    // reaching the end state is a success, whichever caller caused it
	identity effect = "identity" // the call creates a resource, which belongs to this call alone
	settings effect = "settings" // the last writer wins
	once     effect = "once"     // a repetition has the effect a second time
)

// A recipe says how the simulation calls an operation, and how other callers
// interfere with the call. In its strings, % stands for the name of the step's
// resource.
type recipe struct {
	op       string
	service  string // "neptune", "rds" or "" for both
	effect   effect
	resource string   // the kind of resource: "cluster", "instance", "snapshot" …
	key      []string // parameters in which two requests for the same effect agree; the first one names the resource
	again    bool     // carrying it out twice is like carrying it out once
	atOnce   bool     // the effect is complete with the response, so the rejection of a repetition decides
	variants []variant
}

// looks reports whether the client may send a describe request after a call's
// response was lost.
func (r *recipe) looks() bool { return r.effect != once && !r.again && !r.atOnce }

// A variant is one way to call the operation, with certain input members.
type variant struct {
	name    string
	service string // the recipe's if ""
	members members
	prepare string            // the resources that exist before the call
	other   map[string]string // parameters that differ in the request of another caller; "-" omits the parameter
	effect  effect            // the recipe's if ""
	doubt   string            // why the outcome may be unknown after one lost response; "" if it may not
	undated bool              // descriptions of the resource have no time while AWS creates it
}

// These are the reasons why docs/reliability.md permits an unknown outcome
// after one lost response.
const (
	noBirth  = "its description does not show when it was created"
	slow     = "it takes longer than RecoveryTime"
	asBefore = "the cluster shows as before while AWS takes the snapshot"
)

// members are the members of an input.
type members map[string]any

// A tagList holds the key and the value of each tag. A nil value means a tag
// without a value.
type tagList [][2]*string

func text(s string) *string { return &s }

const (
	keyOne = "11111111-1111-1111-1111-111111111111"
	keyTwo = "22222222-2222-2222-2222-222222222222"
	role   = "arn:aws:iam::" + account + ":role/export"
)

func arn(at, kind, id string) string {
	return "arn:aws:rds:" + at + ":" + account + ":" + kind + ":" + id
}

// recipes returns a recipe for every operation that changes something.
func recipes() []recipe {
	return slices.Concat(
		backupRecipes(),
		clusterRecipes(),
		endpointRecipes(),
		globalRecipes(),
		instanceRecipes(),
		maintenanceRecipes(),
		parameterGroupRecipes("", "parameter group"),
		parameterGroupRecipes("Cluster", "cluster parameter group"),
		sharingRecipes(),
		snapshotRecipes(),
		subscriptionRecipes(),
		tagRecipes(),
	)
}

func clusterRecipes() []recipe {
	id := "DBClusterIdentifier"
	return []recipe{
		{op: "CreateDBCluster", effect: identity, resource: "cluster", key: []string{id}, variants: []variant{
			{members: members{id: "%", "Engine": "neptune", "Port": 8183}, other: map[string]string{"Port": "8184"}},
			{name: "secret", members: members{id: "%", "Engine": "neptune", "BackupRetentionPeriod": 3}, other: map[string]string{"BackupRetentionPeriod": "5"}},
			{name: "tagged", members: members{id: "%", "Engine": "neptune", "Tags": tagList{{text("team"), nil}}}, other: map[string]string{"Port": "8184"}},
		}},
		{op: "DeleteDBCluster", effect: state, resource: "cluster", key: []string{id, "FinalDBSnapshotIdentifier"}, variants: []variant{
			{members: members{id: "%", "SkipFinalSnapshot": true}, prepare: "cluster", other: map[string]string{"SkipFinalSnapshot": "false", "FinalDBSnapshotIdentifier": "%-other"}},
			{name: "final", members: members{id: "%", "SkipFinalSnapshot": false, "FinalDBSnapshotIdentifier": "%-last"}, prepare: "cluster", other: map[string]string{"SkipFinalSnapshot": "true", "FinalDBSnapshotIdentifier": "-"}, doubt: asBefore},
			{name: "missing", members: members{id: "%", "SkipFinalSnapshot": true}},
		}},
		{op: "StartDBCluster", effect: state, resource: "cluster", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "stopped"},
			{name: "missing", members: members{id: "%"}},
		}},
		{op: "StopDBCluster", effect: state, resource: "cluster", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "cluster"},
			{name: "missing", members: members{id: "%"}},
		}},
		{op: "FailoverDBCluster", effect: once, resource: "cluster", key: []string{id, "TargetDBInstanceIdentifier"}, variants: []variant{
			{members: members{id: "%"}, prepare: "pair"},
			{name: "target", members: members{id: "%", "TargetDBInstanceIdentifier": "%-2"}, prepare: "pair", other: map[string]string{"TargetDBInstanceIdentifier": "%-1"}, effect: state, doubt: slow},
		}},
		{op: "ModifyDBCluster", effect: settings, resource: "cluster", key: []string{id, "NewDBClusterIdentifier", "BackupRetentionPeriod", "Port"}, again: true, variants: []variant{
			{members: members{id: "%", "BackupRetentionPeriod": 9}, prepare: "cluster", other: map[string]string{"BackupRetentionPeriod": "4"}},
			{name: "port", members: members{id: "%", "Port": 8183}, prepare: "cluster", other: map[string]string{"Port": "8184"}},
			{name: "rename", members: members{id: "%", "NewDBClusterIdentifier": "new-%", "ApplyImmediately": true}, prepare: "cluster", other: map[string]string{"NewDBClusterIdentifier": "else-%"}},
			{name: "rename taken", members: members{id: "%", "NewDBClusterIdentifier": "new-%", "ApplyImmediately": true}, prepare: "both", other: map[string]string{"NewDBClusterIdentifier": "else-%"}},
			{name: "rename missing", members: members{id: "%", "NewDBClusterIdentifier": "new-%", "ApplyImmediately": true}, prepare: "old new", other: map[string]string{"NewDBClusterIdentifier": "else-%"}},
		}},
		{op: "RestoreDBClusterFromSnapshot", effect: identity, resource: "cluster", key: []string{id}, variants: []variant{
			{members: members{id: "%", "Engine": "neptune", "SnapshotIdentifier": "bystander", "Port": 8183}, other: map[string]string{"Port": "8184"}},
		}},
		{op: "RestoreDBClusterToPointInTime", effect: identity, resource: "cluster", key: []string{id}, variants: []variant{
			{members: members{id: "%", "SourceDBClusterIdentifier": "bystander", "UseLatestRestorableTime": true, "Port": 8183}, other: map[string]string{"Port": "8184"}},
		}},
		{op: "RestoreDBClusterFromS3", service: "rds", effect: identity, resource: "cluster", key: []string{id}, variants: []variant{
			{members: backup(members{id: "%", "Engine": "aurora-mysql", "Port": 3307}), other: map[string]string{"Port": "3308"}},
		}},
		{op: "AddRoleToDBCluster", effect: state, resource: "cluster", key: []string{id, "RoleArn"}, variants: []variant{
			{members: members{id: "%", "RoleArn": role}, prepare: "cluster"},
		}},
		{op: "RemoveRoleFromDBCluster", effect: state, resource: "cluster", key: []string{id, "RoleArn"}, again: true, variants: []variant{
			{members: members{id: "%", "RoleArn": role}, prepare: "role"},
		}},
		{op: "PromoteReadReplicaDBCluster", effect: state, resource: "cluster", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "replica"},
		}},
	}
}

// backup adds the members that describe a MySQL backup in S3.
func backup(m members) members {
	maps.Copy(m, members{
		"MasterUsername": "boss", "ManageMasterUserPassword": true, "S3BucketName": "backups", "S3IngestionRoleArn": role,
		"SourceEngine": "mysql", "SourceEngineVersion": "8.0.32",
	})
	return m
}

func instanceRecipes() []recipe {
	id := "DBInstanceIdentifier"
	return []recipe{
		{op: "CreateDBInstance", effect: identity, resource: "member", key: []string{id}, variants: []variant{
			{members: members{id: "%-1", "DBClusterIdentifier": "%", "DBInstanceClass": "db.r6g.large", "Engine": "neptune"}, prepare: "cluster", other: map[string]string{"DBInstanceClass": "db.r6g.xlarge"}, doubt: noBirth},
		}},
		{op: "DeleteDBInstance", effect: state, resource: "member", key: []string{id, "FinalDBSnapshotIdentifier"}, variants: []variant{
			{members: members{id: "%-2", "SkipFinalSnapshot": true}, prepare: "pair"},
			{name: "final", service: "rds", members: members{id: "%", "SkipFinalSnapshot": false, "FinalDBSnapshotIdentifier": "%-last"}, prepare: "instance", other: map[string]string{"SkipFinalSnapshot": "true", "FinalDBSnapshotIdentifier": "-"}},
			{name: "missing", members: members{id: "%", "SkipFinalSnapshot": true}},
		}},
		{op: "ModifyDBInstance", effect: settings, resource: "member", key: []string{id, "NewDBInstanceIdentifier", "PromotionTier"}, again: true, variants: []variant{
			{members: members{id: "%-1", "PromotionTier": 3}, prepare: "pair", other: map[string]string{"PromotionTier": "4"}},
			{name: "class", members: members{id: "%-1", "DBInstanceClass": "db.r6g.xlarge", "ApplyImmediately": true}, prepare: "pair", other: map[string]string{"DBInstanceClass": "db.r6g.2xlarge"}},
			{name: "rename", members: members{id: "%-1", "NewDBInstanceIdentifier": "new-%", "ApplyImmediately": true}, prepare: "pair", other: map[string]string{"NewDBInstanceIdentifier": "else-%"}},
		}},
		{op: "RebootDBInstance", effect: once, resource: "member", key: []string{id}, variants: []variant{
			{members: members{id: "%-1"}, prepare: "pair"},
		}},
		{op: "RestoreDBInstanceFromDBSnapshot", service: "rds", effect: identity, resource: "instance", key: []string{id}, variants: []variant{
			{members: members{id: "%", "DBSnapshotIdentifier": "bystander", "DBInstanceClass": "db.r6g.large"}, other: map[string]string{"DBInstanceClass": "db.r6g.xlarge"}, doubt: noBirth},
		}},
		{op: "RestoreDBInstanceToPointInTime", service: "rds", effect: identity, resource: "instance", key: []string{"TargetDBInstanceIdentifier"}, variants: []variant{
			{members: members{"TargetDBInstanceIdentifier": "%", "SourceDBInstanceIdentifier": "bystander", "UseLatestRestorableTime": true, "DBInstanceClass": "db.r6g.large"}, other: map[string]string{"DBInstanceClass": "db.r6g.xlarge"}, doubt: noBirth},
		}},
		{op: "RestoreDBInstanceFromS3", service: "rds", effect: identity, resource: "instance", key: []string{id}, variants: []variant{
			{members: backup(members{id: "%", "Engine": "mysql", "DBInstanceClass": "db.r6g.large", "AllocatedStorage": 20}), other: map[string]string{"DBInstanceClass": "db.r6g.xlarge"}, doubt: noBirth},
		}},
		{op: "AddRoleToDBInstance", service: "rds", effect: state, resource: "instance", key: []string{id, "FeatureName"}, variants: []variant{
			{members: members{id: "%", "FeatureName": "s3Import", "RoleArn": role}, prepare: "instance"},
		}},
		{op: "RemoveRoleFromDBInstance", service: "rds", effect: state, resource: "instance", key: []string{id, "FeatureName"}, again: true, variants: []variant{
			{members: members{id: "%", "FeatureName": "s3Import", "RoleArn": role}, prepare: "role of an instance"},
		}},
		{op: "StartDBInstance", service: "rds", effect: state, resource: "instance", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "stopped instance"},
		}},
		{op: "StopDBInstance", service: "rds", effect: state, resource: "instance", key: []string{id, "DBSnapshotIdentifier"}, variants: []variant{
			{members: members{id: "%"}, prepare: "instance"},
			{name: "snapshot", members: members{id: "%", "DBSnapshotIdentifier": "%-last"}, prepare: "instance", other: map[string]string{"DBSnapshotIdentifier": "-"}},
		}},
	}
}

func snapshotRecipes() []recipe {
	id, target, source := "DBClusterSnapshotIdentifier", "TargetDBClusterSnapshotIdentifier", "SourceDBClusterSnapshotIdentifier"
	task := "ExportTaskIdentifier"
	export := func(key string) members {
		return members{task: "%", "SourceArn": arn(region, "cluster-snapshot", "bystander"), "S3BucketName": "exports", "IamRoleArn": role, "KmsKeyId": key}
	}
	return []recipe{
		{op: "CreateDBClusterSnapshot", effect: identity, resource: "snapshot", key: []string{id}, variants: []variant{
			{members: members{id: "%", "DBClusterIdentifier": "bystander"}, other: map[string]string{"DBClusterIdentifier": "second"}},
			{name: "yesterday", members: members{id: "%", "DBClusterIdentifier": "bystander"}, prepare: "snapshot", other: map[string]string{"DBClusterIdentifier": "second"}},
			{name: "tag", service: "rds", members: members{id: "%", "DBClusterIdentifier": "bystander", "Tags": tagList{{text("team"), nil}}}, other: map[string]string{"DBClusterIdentifier": "second"}},
			{name: "tags", members: members{id: "%", "DBClusterIdentifier": "bystander", "Tags": tagList{{text("team"), text("graph")}}}, other: map[string]string{"DBClusterIdentifier": "second"}},
		}},
		{op: "CopyDBClusterSnapshot", effect: identity, resource: "snapshot", key: []string{target}, variants: []variant{
			{members: members{target: "%", source: "bystander"}, other: map[string]string{source: "second"}, doubt: noBirth},
			{name: "tag", service: "rds", members: members{target: "%", source: "bystander", "Tags": tagList{{text("team"), nil}}}, other: map[string]string{source: "second"}, doubt: noBirth},
			{name: "automated", members: members{target: "%", source: "rds:auto-%-2026-11-27-06-10"}, prepare: "automated", other: map[string]string{source: "second"}, doubt: noBirth},
			{name: "abroad", members: members{target: "%", source: arn(abroad, "cluster-snapshot", "bystander")}, other: map[string]string{source: "second"}, doubt: noBirth},
		}},
		{op: "DeleteDBClusterSnapshot", effect: state, resource: "snapshot", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "snapshot"},
			{name: "missing", members: members{id: "%"}},
		}},
		{op: "CreateDBSnapshot", service: "rds", effect: identity, resource: "db snapshot", key: []string{"DBSnapshotIdentifier"}, variants: []variant{
			{members: members{"DBSnapshotIdentifier": "%", "DBInstanceIdentifier": "bystander"}, other: map[string]string{"DBInstanceIdentifier": "second"}, undated: true},
			{name: "tag", members: members{"DBSnapshotIdentifier": "%", "DBInstanceIdentifier": "bystander", "Tags": tagList{{text("team"), nil}}}, other: map[string]string{"DBInstanceIdentifier": "second"}, undated: true},
		}},
		{op: "CopyDBSnapshot", service: "rds", effect: identity, resource: "db snapshot", key: []string{"TargetDBSnapshotIdentifier"}, variants: []variant{
			{members: members{"TargetDBSnapshotIdentifier": "%", "SourceDBSnapshotIdentifier": "bystander"}, other: map[string]string{"SourceDBSnapshotIdentifier": "second"}, doubt: noBirth},
			{name: "tag", members: members{"TargetDBSnapshotIdentifier": "%", "SourceDBSnapshotIdentifier": "bystander", "Tags": tagList{{text("team"), nil}}}, other: map[string]string{"SourceDBSnapshotIdentifier": "second"}, doubt: noBirth},
		}},
		{op: "DeleteDBSnapshot", service: "rds", effect: state, resource: "db snapshot", key: []string{"DBSnapshotIdentifier"}, variants: []variant{
			{members: members{"DBSnapshotIdentifier": "%"}, prepare: "db snapshot"},
		}},
		{op: "StartExportTask", service: "rds", effect: identity, resource: "export", key: []string{task}, variants: []variant{
			{members: export("alias/exports"), other: map[string]string{"S3BucketName": "others"}, undated: true},
			{name: "key id", members: export(keyOne), other: map[string]string{"KmsKeyId": keyTwo}, undated: true},
			{name: "key ARN", members: export("arn:aws:kms:" + region + ":" + account + ":key/" + keyOne), other: map[string]string{"KmsKeyId": keyTwo}, undated: true},
		}},
		{op: "CancelExportTask", service: "rds", effect: state, resource: "export", key: []string{task}, variants: []variant{
			{members: members{task: "%"}, prepare: "export"},
		}},
	}
}

func globalRecipes() []recipe {
	id, member := "GlobalClusterIdentifier", "DbClusterIdentifier"
	away := arn(abroad, "cluster", "%")
	return []recipe{
		{op: "CreateGlobalCluster", service: "neptune", effect: identity, resource: "global", key: []string{id}, variants: []variant{
			{members: members{id: "%", "Engine": "neptune"}, other: map[string]string{"DeletionProtection": "true"}, doubt: noBirth},
			{name: "tag", members: members{id: "%", "Engine": "neptune", "Tags": tagList{{text("team"), nil}}}, other: map[string]string{"DeletionProtection": "true"}, doubt: noBirth},
		}},
		{op: "DeleteGlobalCluster", service: "neptune", effect: state, resource: "global", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "global"},
			{name: "missing", members: members{id: "%"}},
		}},
		{op: "ModifyGlobalCluster", service: "neptune", effect: settings, resource: "global", key: []string{id, "NewGlobalClusterIdentifier", "DeletionProtection"}, again: true, variants: []variant{
			{members: members{id: "%", "DeletionProtection": true}, prepare: "global", other: map[string]string{"DeletionProtection": "false"}},
			{name: "rename", members: members{id: "%", "NewGlobalClusterIdentifier": "new-%"}, prepare: "global", other: map[string]string{"NewGlobalClusterIdentifier": "else-%"}, doubt: slow},
		}},
		{op: "RemoveFromGlobalCluster", service: "neptune", effect: state, resource: "global", key: []string{id, member}, variants: []variant{
			{members: members{id: "%", member: away}, prepare: "world", doubt: slow},
			{name: "mistyped", members: members{id: "%", member: arn(abroad, "cluster", "%-mistyped")}, prepare: "world"},
		}},
		{op: "FailoverGlobalCluster", service: "neptune", effect: state, resource: "global", key: []string{id, "TargetDbClusterIdentifier"}, variants: []variant{
			{members: members{id: "%", "TargetDbClusterIdentifier": away, "AllowDataLoss": true}, prepare: "world", doubt: slow},
		}},
		{op: "SwitchoverGlobalCluster", service: "neptune", effect: state, resource: "global", key: []string{id, "TargetDbClusterIdentifier"}, variants: []variant{
			{members: members{id: "%", "TargetDbClusterIdentifier": away}, prepare: "world", doubt: slow},
		}},
	}
}

func tagRecipes() []recipe {
	name := arn(region, "cluster", "%")
	return []recipe{
		{op: "AddTagsToResource", effect: state, resource: "cluster", key: []string{"ResourceName"}, again: true, variants: []variant{
			{members: members{"ResourceName": name, "Tags": tagList{{text("team"), text("graph")}}}, prepare: "cluster", other: map[string]string{"Tags.Tag.1.Value": "other"}},
		}},
		{op: "RemoveTagsFromResource", effect: state, resource: "cluster", key: []string{"ResourceName"}, again: true, variants: []variant{
			{members: members{"ResourceName": name, "TagKeys": []string{"env"}}, prepare: "cluster"},
		}},
	}
}

func subscriptionRecipes() []recipe {
	const id, topic = "SubscriptionName", "arn:aws:sns:" + region + ":" + account + ":events"
	source := members{id: "%", "SourceIdentifier": "second"}
	return []recipe{
		{op: "CreateEventSubscription", effect: identity, resource: "subscription", key: []string{id}, variants: []variant{
			{members: members{id: "%", "SnsTopicArn": topic}, other: map[string]string{"SnsTopicArn": topic + "-theirs"}},
		}},
		{op: "ModifyEventSubscription", effect: settings, resource: "subscription", key: []string{id, "Enabled"}, again: true, variants: []variant{
			{members: members{id: "%", "Enabled": false}, prepare: "subscription", other: map[string]string{"Enabled": "true"}},
		}},
		{op: "DeleteEventSubscription", effect: state, resource: "subscription", key: []string{id}, variants: []variant{
			{members: members{id: "%"}, prepare: "subscription"},
			{name: "missing", members: members{id: "%"}},
		}},
		{op: "AddSourceIdentifierToSubscription", effect: state, resource: "subscription", key: []string{id, "SourceIdentifier"}, again: true, variants: []variant{
			{members: source, prepare: "subscription"},
		}},
		{op: "RemoveSourceIdentifierFromSubscription", effect: state, resource: "subscription", key: []string{id, "SourceIdentifier"}, variants: []variant{
			{members: source, prepare: "sourced subscription"},
		}},
	}
}

func maintenanceRecipes() []recipe {
	return []recipe{
		{op: "ApplyPendingMaintenanceAction", effect: settings, resource: "cluster", key: []string{"ResourceIdentifier", "OptInType"}, again: true, variants: []variant{
			{members: members{"ResourceIdentifier": arn(region, "cluster", "%"), "ApplyAction": "system-update", "OptInType": "next-maintenance"}, prepare: "maintenance", other: map[string]string{"OptInType": "undo-opt-in"}},
		}},
	}
}

// named replaces each % in s by the name of the resource.
func named(s, id string) string { return strings.ReplaceAll(s, "%", id) }

// otherForm returns the request of another caller. It is the step's request
// with the changes in v.other.
func (v *variant) otherForm(form url.Values, id string) url.Values {
	changed := maps.Clone(form)
	for k, value := range v.other {
		if value == "-" {
			changed.Del(k)
		} else {
			changed.Set(k, named(value, id))
		}
	}
	return changed
}

// find returns the recipe and the variant of a step, or nil if there are none.
func find(s *Step) (*recipe, *variant) {
	for _, r := range recipes() {
		if r.op == s.Op {
			for i := range r.variants {
				if r.variants[i].name == s.Variant {
					return &r, &r.variants[i]
				}
			}
		}
	}
	return nil, nil
}
