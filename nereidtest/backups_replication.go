package nereidtest

import (
	"slices"
	"time"

	"github.com/nereid-go/nereid/internal/endpoint"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A startDBInstanceAutomatedBackupsReplicationInput is the input of
// [region.StartDBInstanceAutomatedBackupsReplication].
type startDBInstanceAutomatedBackupsReplicationInput struct {
	SourceDBInstanceArn    *string `query:",required"`
	Tags                   []tag   `query:",item=Tag"`
	BackupRetentionPeriod  *int32
	KmsKeyId, PreSignedUrl *string
}

// StartDBInstanceAutomatedBackupsReplication replicates the automated backups
// of an instance in another region to this region.
//
// Behavior:
//   - The instance must be available, have automated backups, and not belong to
//     a cluster. An instance in this region is rejected.
//   - An encrypted instance requires KmsKeyId (a key in this region).
//   - In GovCloud regions PreSignedUrl is required and checked. Elsewhere it is
//     ignored.
//   - The reply shows the status pending and an empty restore window. Later,
//     the status is replicating.
//   - DescribeDBInstances shows the replication immediately. Some time later,
//     the instance briefly has the status modifying.
//   - If backups from an earlier replication are still retained, the new
//     replication continues them, and their status is pending again, then
//     replicating.
//
// The durations, most error codes, and the default BackupRetentionPeriod of
// seven days are guesses.
// The fake counts replicated and retained backups towards the same quota, which
// is also a guess.
func (r *region) StartDBInstanceAutomatedBackupsReplication(in *startDBInstanceAutomatedBackupsReplicationInput) (*instanceBackupsOutput, error) {
	i, err := r.replicationSource(*in.SourceDBInstanceArn)
	if err != nil {
		return nil, err
	}
	if endpoint.PartitionFor(r.name).Name == "aws-us-gov" {
		if in.PreSignedUrl == nil {
			return nil, invalidValue("PreSignedUrl must be specified to replicate automated backups from another region.")
		}
		if err := r.checkPresigned("StartDBInstanceAutomatedBackupsReplication", *in.PreSignedUrl, i.region.name, "SourceDBInstanceArn", "KmsKeyId"); err != nil {
			return nil, err
		}
	}
	days := deref(in.BackupRetentionPeriod, 7)
	encrypted := deref(i.db.StorageEncrypted, false)
	switch {
	case days < 1 || days > 35:
		return nil, invalidValue("Invalid backup retention period: %d. Must be between 1 and 35.", days)
	case encrypted && in.KmsKeyId == nil:
		return nil, invalidValue("KmsKeyId must be specified to replicate the automated backups of an encrypted DB instance.")
	case !encrypted && in.KmsKeyId != nil:
		return nil, invalidCombination("KmsKeyId cannot be specified because the DB instance %s is not encrypted.", i.name)
	}
	var key *string
	if in.KmsKeyId != nil {
		arn, err := r.checkKey(*in.KmsKeyId)
		if err != nil {
			return nil, err
		}
		key = &arn
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	name := r.backupsName("ab", *i.db.DbiResourceId)
	b := r.instanceBackups().get(name)
	switch {
	case b != nil && b.source != nil:
		return nil, backupsState("The automated backups of the DB instance %s are replicated to this region already.", i.name)
	case b != nil && b.status != "retained":
		return nil, backupsState("The automated backup %s is in the state %s.", b.name, b.status)
	case deref(i.db.BackupRetentionPeriod, 0) == 0:
		return nil, instanceState("Automated backups are not enabled for the DB instance %s.", i.name)
	case i.status != "available":
		return nil, i.notAvailable()
	}
	if b == nil {
		if err := r.roomForInstanceBackups(); err != nil {
			return nil, err
		}
		b = &instanceBackups{remote: true, home: i.region, backups: backups[*dbSnapshot]{
			resource: resource{region: r, kind: &instanceBackupsKind, name: name},
			sourceID: *i.db.DbiResourceId, window: func() string { return *i.db.PreferredBackupWindow },
		}}
		r.instanceBackups().add(b)
	}
	b.source, b.key, b.keep, b.tags = i, key, days, tags
	b.began, b.ended = r.now.Add(r.timings.BackupReplicate), time.Time{}
	b.enterFor("pending", r.timings.BackupReplicate, func() { b.enter("replicating") })
	i.replicas = append(i.replicas, b)
	i.record(modified)
	i.disturb()
	out := r.describeInstanceBackups(b)
	out.Status = str("pending")
	return &instanceBackupsOutput{out}, nil
}

// replicationSource finds the instance in another region whose backups are to
// be replicated.
func (r *region) replicationSource(id string) (*instance, error) {
	a, ok := parseARN(id)
	switch {
	case !ok || a.kind != instanceKind.arn || a.partition != endpoint.PartitionFor(r.name).Name:
		return nil, invalidValue("Invalid value for SourceDBInstanceArn: %s", shorten(id))
	case a.region == r.name:
		return nil, invalidValue("Feature is not available in region %s.", r.name)
	case a.account != r.account:
		return nil, instanceKind.notFound.of(shorten(id))
	}
	i, err := r.region(a.region).instances().find(id)
	switch {
	case err != nil:
		return nil, err
	case i.cluster != nil:
		return nil, invalidCombination("The specified DB Instance is a member of a cluster.")
	}
	return i, nil
}

// disturb plans a short change of an instance's status to modifying, some time
// after the replication of its backups starts or ends.
func (i *instance) disturb() {
	r := i.region
	i.later(r.timings.BackupSourceDelay, func() {
		if r.instances().has(i) && i.status == "available" {
			i.enterFor("modifying", r.timings.InstanceModify, func() { i.enter("available") })
		}
	})
}

// stopReplication ends the replication and retains the backups.
func (b *instanceBackups) stopReplication() {
	r, i := b.region, b.source
	i.replicas = slices.DeleteFunc(i.replicas, func(other *instanceBackups) bool { return other == b })
	b.end(r.now, b.keep)
	b.retain(r.dbSnapshots(), b.drop)
}

// A stopDBInstanceAutomatedBackupsReplicationInput is the input of
// [region.StopDBInstanceAutomatedBackupsReplication].
type stopDBInstanceAutomatedBackupsReplicationInput struct {
	SourceDBInstanceArn *string `query:",required"`
}

// StopDBInstanceAutomatedBackupsReplication ends the replication of the
// automated backups of an instance to this region.
//
// Behavior:
//   - The reply shows the previous status, replicating or pending. The backups
//     then have the status retained until the last of them is older than the
//     retention period.
//   - DescribeDBInstances no longer shows the replication. Some time later, the
//     instance briefly has the status modifying.
//   - An instance whose backups are not replicated to this region is rejected.
//     The error code is a guess.
func (r *region) StopDBInstanceAutomatedBackupsReplication(in *stopDBInstanceAutomatedBackupsReplicationInput) (*instanceBackupsOutput, error) {
	i, err := r.replicationSource(*in.SourceDBInstanceArn)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(i.replicas, func(b *instanceBackups) bool { return b.region == r })
	if at < 0 {
		return nil, instanceState("The automated backups of the DB instance %s are not replicated to the region %s.", i.name, r.name)
	}
	b := i.replicas[at]
	before := r.describeInstanceBackups(b)
	b.stopReplication()
	i.record(modified)
	i.disturb()
	return &instanceBackupsOutput{before}, nil
}

// replications returns the replications of an instance's backups, as
// DescribeDBInstances shows them.
func (i *instance) replications() (list []rdstypes.DBInstanceAutomatedBackupsReplication) {
	for _, b := range i.replicas {
		list = append(list, rdstypes.DBInstanceAutomatedBackupsReplication{DBInstanceAutomatedBackupsArn: str(b.arn())})
	}
	return list
}
