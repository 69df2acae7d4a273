package nereidtest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A restoreDBInstanceFromDBSnapshotInput is the input of
// [region.RestoreDBInstanceFromDBSnapshot].
type restoreDBInstanceFromDBSnapshotInput struct {
	DBInstanceIdentifier                              *string `query:",required"`
	DBClusterSnapshotIdentifier, DBSnapshotIdentifier *string
	restoredInstance
}

// A restoreDBInstanceToPointInTimeInput is the input of
// [region.RestoreDBInstanceToPointInTime].
type restoreDBInstanceToPointInTimeInput struct {
	TargetDBInstanceIdentifier                                                           *string `query:",required"`
	SourceDBInstanceAutomatedBackupsArn, SourceDBInstanceIdentifier, SourceDbiResourceId *string
	MaxAllocatedStorage                                                                  *int32
	RestoreTime                                                                          *time.Time
	UseLatestRestorableTime                                                              *bool
	restoredInstance
}

// A restoredInstance contains the settings that both restore operations accept
// for the new instance.
type restoredInstance struct {
	ProcessorFeatures                                                                                          []rdstypes.ProcessorFeature `query:",item=ProcessorFeature"`
	TagSpecifications                                                                                          []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                                       []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                                                        []string                    `query:",item=VpcSecurityGroupId"`
	AdditionalStorageVolumes                                                                                   []rdstypes.AdditionalStorageVolume
	AllocatedStorage, BackupRetentionPeriod, Iops, Port, StorageThroughput                                     *int32
	AutoMinorVersionUpgrade, CopyTagsToSnapshot, DedicatedLogVolume, DeletionProtection, EnableCustomerOwnedIp *bool
	EnableIAMDatabaseAuthentication, ManageMasterUserPassword, MultiAZ, PubliclyAccessible                     *bool
	UseDefaultProcessorFeatures                                                                                *bool
	AvailabilityZone, BackupTarget, CACertificateIdentifier, CustomIamInstanceProfile                          *string
	DBCapacityReservationIdentifier, DBInstanceClass, DBName, DBParameterGroupName, DBSubnetGroupName          *string
	Domain, DomainAuthSecretArn, DomainFqdn, DomainIAMRoleName, DomainOu, Engine, EngineLifecycleSupport       *string
	LicenseModel, MasterUserSecretKmsKeyId, NetworkType, OptionGroupName, PreferredBackupWindow                *string
	StorageType, TdeCredentialArn, TdeCredentialPassword                                                       *string
	DomainDnsIps, EnableCloudwatchLogsExports                                                                  []string
}

// RestoreDBInstanceFromDBSnapshot creates a standalone instance from a DB
// snapshot, or from a snapshot of a Multi-AZ DB cluster.
//
// Behavior:
//   - The snapshot must be available, and its KMS key must be accessible.
//   - By default, the new instance has the source's class, storage, port,
//     windows and retention period, and the default parameter group, subnet
//     group and security groups. It always has the snapshot's KMS key.
//   - If the request has no tags, the new instance gets the tags that the
//     source instance had. It gets no tags if the snapshot is a copy, belongs
//     to another account, or is a cluster snapshot.
//   - The instance has the status creating at first, then available.
//
// Snapshots of clusters that are not Multi-AZ DB clusters are rejected.
func (r *region) RestoreDBInstanceFromDBSnapshot(in *restoreDBInstanceFromDBSnapshotInput) (*instanceOutput, error) {
	switch {
	case (in.DBSnapshotIdentifier == nil) == (in.DBClusterSnapshotIdentifier == nil):
		return nil, invalidCombination("Either DBSnapshotIdentifier or DBClusterSnapshotIdentifier has to be specified.")
	case in.DBClusterSnapshotIdentifier != nil:
		s, err := findShared(r, (*region).clusterSnapshots, *in.DBClusterSnapshotIdentifier)
		if err != nil {
			return nil, err
		}
		of, port, err := r.instanceOfCluster(s)
		if err != nil {
			return nil, err
		}
		return r.restoreInstance(in.DBInstanceIdentifier, &in.restoredInstance, &of, port, s.sizeGB, "Restored from snapshot "+s.name)
	}
	s, err := findShared(r, (*region).dbSnapshots, *in.DBSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case s.status != "available":
		return nil, s.stateError("it is in the state " + s.status)
	}
	if err := s.region.checkSourceKey(s.db.KmsKeyId, r.account); err != nil {
		return nil, err
	}
	if len(in.Tags) == 0 && s.region.account == r.account {
		in.Tags = s.ofTags
	}
	of := s.of
	of.EngineVersion, of.StorageEncrypted, of.KmsKeyId = s.db.EngineVersion, s.db.Encrypted, s.db.KmsKeyId
	if deref(in.AllocatedStorage, *of.AllocatedStorage) < *of.AllocatedStorage {
		return nil, invalidValue("The allocated storage size can't be less than the source snapshot or backup size.")
	}
	return r.restoreInstance(in.DBInstanceIdentifier, &in.restoredInstance, &of, *s.db.Port, s.sizeGB, "Restored from snapshot "+s.name)
}

// restoreInstance creates an instance.
func (r *region) restoreInstance(name *string, in *restoredInstance, of *rdstypes.DBInstance, port, sizeGB int32, note string) (*instanceOutput, error) {
	engine := strings.ToLower(deref(in.Engine, *of.Engine))
	family, _, _ := strings.Cut(*of.Engine, "-")
	if other, _, _ := strings.Cut(engine, "-"); other != family || !isInstanceEngine(engine) {
		return nil, invalidCombination("The engine %s cannot take the data of the engine %s.", shorten(engine), *of.Engine)
	}
	create := &createDBInstanceInput{
		AllocatedStorage:                cmp.Or(in.AllocatedStorage, of.AllocatedStorage),
		AutoMinorVersionUpgrade:         cmp.Or(in.AutoMinorVersionUpgrade, of.AutoMinorVersionUpgrade),
		AvailabilityZone:                in.AvailabilityZone,
		BackupRetentionPeriod:           cmp.Or(in.BackupRetentionPeriod, of.BackupRetentionPeriod),
		CharacterSetName:                of.CharacterSetName,
		CopyTagsToSnapshot:              in.CopyTagsToSnapshot,
		DBInstanceClass:                 cmp.Or(in.DBInstanceClass, of.DBInstanceClass),
		DBInstanceIdentifier:            name,
		DBName:                          cmp.Or(in.DBName, of.DBName),
		DBParameterGroupName:            in.DBParameterGroupName,
		DBSubnetGroupName:               in.DBSubnetGroupName,
		DeletionProtection:              in.DeletionProtection,
		EnableCloudwatchLogsExports:     in.EnableCloudwatchLogsExports,
		EnableIAMDatabaseAuthentication: in.EnableIAMDatabaseAuthentication,
		EngineVersion:                   of.EngineVersion,
		Iops:                            cmp.Or(in.Iops, of.Iops),
		LicenseModel:                    cmp.Or(in.LicenseModel, of.LicenseModel),
		ManageMasterUserPassword:        in.ManageMasterUserPassword,
		MasterUserSecretKmsKeyId:        in.MasterUserSecretKmsKeyId,
		MasterUsername:                  of.MasterUsername,
		MaxAllocatedStorage:             of.MaxAllocatedStorage,
		MultiAZ:                         in.MultiAZ,
		NetworkType:                     cmp.Or(in.NetworkType, of.NetworkType),
		Port:                            cmp.Or(in.Port, &port),
		PreferredBackupWindow:           cmp.Or(in.PreferredBackupWindow, of.PreferredBackupWindow),
		PreferredMaintenanceWindow:      of.PreferredMaintenanceWindow,
		PubliclyAccessible:              in.PubliclyAccessible,
		StorageThroughput:               cmp.Or(in.StorageThroughput, of.StorageThroughput),
		StorageType:                     cmp.Or(in.StorageType, of.StorageType),
		Tags:                            in.Tags,
		Timezone:                        of.Timezone,
		VpcSecurityGroupIds:             in.VpcSecurityGroupIds,
	}
	if v := volumeOf(engine, create); v.fixed() && in.Iops == nil {
		create.Iops = nil // the new storage has fixed IOPS
	}
	if v := volumeOf(engine, create); v.fixed() && in.StorageThroughput == nil {
		create.StorageThroughput = nil
	}
	if err := r.checkStandalone(engine, create); err != nil {
		return nil, err
	}
	i, err := r.addStandalone(engine, create, func(i *instance) { i.notef(restoration, "%s", note) })
	if err != nil {
		return nil, err
	}
	i.sizeGB = sizeGB
	i.db.StorageEncrypted, i.db.KmsKeyId = of.StorageEncrypted, of.KmsKeyId
	return &instanceOutput{r.describeInstance(i)}, nil
}

// RestoreDBInstanceToPointInTime creates an instance with the state that
// another standalone instance had at a point in time.
//
// Behavior:
//   - The request must contain exactly one of the source's name, its resource
//     ID and the ARN of its automated backups. The resource ID and the ARN can
//     also identify retained backups of a deleted instance, or backups
//     replicated from another region.
//   - The request must contain either RestoreTime or UseLatestRestorableTime.
//     RestoreTime must be within the restorable period.
//   - A source without automated backups is rejected.
//   - The settings have the same defaults as in
//     RestoreDBInstanceFromDBSnapshot. The new instance has only the tags in
//     the request.
func (r *region) RestoreDBInstanceToPointInTime(in *restoreDBInstanceToPointInTimeInput) (*instanceOutput, error) {
	source, backups, err := r.instanceToRestore(in)
	if err != nil {
		return nil, err
	}
	switch latest := deref(in.UseLatestRestorableTime, false); {
	case latest && in.RestoreTime != nil:
		return nil, invalidCombination("RestoreTime and UseLatestRestorableTime cannot both be specified.")
	case !latest && in.RestoreTime == nil:
		return nil, invalidCombination("Either RestoreTime or UseLatestRestorableTime has to be specified.")
	}
	var from *instancePoint
	if source != nil {
		from, err = source.pointInTime()
	} else {
		from, err = backups.pointInTime()
	}
	if err != nil {
		return nil, err
	}
	if err := from.times.check(in.RestoreTime); err != nil {
		return nil, err
	}
	if err := r.checkSourceKey(from.of.KmsKeyId, r.account); err != nil {
		return nil, err
	}
	if deref(in.AllocatedStorage, *from.of.AllocatedStorage) < *from.of.AllocatedStorage {
		return nil, invalidValue("Allocated storage size can't be less than the source instance size.")
	}
	from.of.MaxAllocatedStorage = cmp.Or(in.MaxAllocatedStorage, from.of.MaxAllocatedStorage)
	return r.restoreInstance(in.TargetDBInstanceIdentifier, &in.restoredInstance, &from.of, from.port, from.sizeGB,
		"Restored from DB instance "+from.name)
}

// An instancePoint is the source of a restore to a point in time: an existing
// instance or automated backups.
type instancePoint struct {
	name         string
	of           rdstypes.DBInstance
	port, sizeGB int32
	times        restoreTimes
}

// restoreTimes is the range of times to which a source can be restored.
type restoreTimes struct{ earliest, latest time.Time }

// check returns an error if the requested time is outside the range. A nil
// argument requests the latest time, which is always accepted.
func (t restoreTimes) check(at *time.Time) error {
	if at == nil || !at.Before(t.earliest) && !at.After(t.latest) {
		return nil
	}
	return invalidValue("The specified time %s is not between the earliest restorable time %s and the latest one %s.",
		at.UTC().Format(time.RFC3339), t.earliest.UTC().Format(time.RFC3339), t.latest.UTC().Format(time.RFC3339))
}

// pointInTime prepares a restore of the instance to a point in time. It returns
// an error if the instance cannot be restored.
func (i *instance) pointInTime() (*instancePoint, error) {
	r := i.region
	switch {
	case i.cluster != nil:
		return nil, invalidCombination("The specified DB Instance is a member of a cluster. Use RestoreDBClusterToPointInTime instead.")
	case *i.db.BackupRetentionPeriod == 0:
		return nil, apiError("PointInTimeRestoreNotEnabled", "Point In Time Restore is not enabled for the instance %s.", i.name)
	case !oneOf(i.status, "available", "backing-up", "modifying", "storage-optimization", "stopped"):
		return nil, i.notAvailable()
	}
	earliest := later(deref(i.db.InstanceCreateTime, r.now), r.now.Add(-time.Duration(*i.db.BackupRetentionPeriod)*day))
	return &instancePoint{i.name, i.db, i.port, i.sizeGB, restoreTimes{earliest, r.restorable(&i.resource)}}, nil
}

// pointInTime prepares a restore from the backups. It returns an error if the
// backups cannot be restored yet.
func (b *instanceBackups) pointInTime() (*instancePoint, error) {
	if b.source != nil && !b.remote {
		return b.source.pointInTime()
	}
	d := b.region.describeInstanceBackups(b)
	if d.RestoreWindow.LatestTime == nil {
		return nil, instanceState("The automated backup %s is in %s state and cannot be restored.", b.name, b.status)
	}
	of, port, sizeGB := b.of, b.port, b.sizeGB
	if b.source != nil {
		of, port, sizeGB = b.source.db, b.source.port, b.source.sizeGB
	}
	of.KmsKeyId, of.BackupRetentionPeriod = d.KmsKeyId, d.BackupRetentionPeriod
	return &instancePoint{b.sourceName(), of, port, sizeGB, restoreTimes{*d.RestoreWindow.EarliestTime, *d.RestoreWindow.LatestTime}}, nil
}

// instanceToRestore finds the source of a restore. If the source is an existing
// instance, b is nil. If the source is automated backups, i is nil.
func (r *region) instanceToRestore(in *restoreDBInstanceToPointInTimeInput) (i *instance, b *instanceBackups, err error) {
	given := 0
	for _, id := range []*string{in.SourceDBInstanceIdentifier, in.SourceDbiResourceId, in.SourceDBInstanceAutomatedBackupsArn} {
		if id != nil {
			given++
		}
	}
	switch {
	case given == 0:
		return nil, nil, missing("SourceDBInstanceIdentifier")
	case given > 1:
		return nil, nil, invalidCombination("Only one of SourceDBInstanceIdentifier, SourceDbiResourceId and SourceDBInstanceAutomatedBackupsArn can be specified.")
	case in.SourceDBInstanceIdentifier != nil:
		i, err = r.instances().find(*in.SourceDBInstanceIdentifier)
		return i, nil, err
	case in.SourceDBInstanceAutomatedBackupsArn != nil:
		b, err = r.instanceBackups().find(*in.SourceDBInstanceAutomatedBackupsArn)
		return nil, b, err
	}
	all := r.instances().all()
	if at := slices.IndexFunc(all, func(i *instance) bool { return strings.EqualFold(*i.db.DbiResourceId, *in.SourceDbiResourceId) }); at >= 0 {
		return all[at], nil, nil
	}
	b, err = r.findInstanceBackups(*in.SourceDbiResourceId)
	return nil, b, err
}
