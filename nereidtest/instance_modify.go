package nereidtest

import (
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A modifyDBInstanceInput is the input of [region.ModifyDBInstance].
type modifyDBInstanceInput struct {
	DBInstanceIdentifier                                                                                        *string                     `query:",required"`
	DBSecurityGroups                                                                                            []string                    `query:",item=DBSecurityGroupName"`
	ProcessorFeatures                                                                                           []rdstypes.ProcessorFeature `query:",item=ProcessorFeature"`
	TagSpecifications                                                                                           []rdstypes.TagSpecification `query:",item=item"`
	VpcSecurityGroupIds                                                                                         []string                    `query:",item=VpcSecurityGroupId"`
	AdditionalStorageVolumes                                                                                    []modifyAdditionalStorageVolume
	AllocatedStorage, BackupRetentionPeriod, DBPortNumber, Iops, MaxAllocatedStorage, MonitoringInterval        *int32
	PerformanceInsightsRetentionPeriod, PromotionTier, ResumeFullAutomationModeMinutes, StorageThroughput       *int32
	AllowMajorVersionUpgrade, ApplyImmediately, AutoMinorVersionUpgrade, CertificateRotationRestart             *bool
	CopyTagsToSnapshot, DedicatedLogVolume, DeletionProtection, DisableDomain, EnableCustomerOwnedIp            *bool
	EnableIAMDatabaseAuthentication, EnablePerformanceInsights, ManageMasterUserPassword, MultiAZ, MultiTenant  *bool
	PubliclyAccessible, RotateMasterUserPassword, UseDefaultProcessorFeatures                                   *bool
	AutomationMode, AwsBackupRecoveryPointArn, CACertificateIdentifier, DBCapacityReservationIdentifier         *string
	DBInstanceClass, DBParameterGroupName, DBSubnetGroupName, DatabaseInsightsMode, Domain, DomainAuthSecretArn *string
	DomainFqdn, DomainIAMRoleName, DomainOu, Engine, EngineLifecycleSupport, EngineVersion, LicenseModel        *string
	MasterUserAuthenticationType, MasterUserPassword, MasterUserSecretKmsKeyId, MonitoringRoleArn, NetworkType  *string
	NewDBInstanceIdentifier, OptionGroupName, PerformanceInsightsKMSKeyId, PreferredBackupWindow                *string
	PreferredMaintenanceWindow, ReplicaMode, StorageType, TdeCredentialArn, TdeCredentialPassword               *string
	CloudwatchLogsExportConfiguration                                                                           *cloudwatchLogsExportConfiguration
	DomainDnsIps                                                                                                []string
}

type modifyAdditionalStorageVolume struct {
	VolumeName                                                     *string `query:",required"`
	AllocatedStorage, IOPS, MaxAllocatedStorage, StorageThroughput *int32
	SetForDelete                                                   *bool
	StorageType                                                    *string
}

// ModifyDBInstance changes the settings of an available instance.
//
// Behavior:
//   - A change of the class, the subnet group or the name is pending before it takes effect. For a
//     standalone instance, the same is true of a change of the storage or the version, and of a
//     retention period that turns automated backups on or off.
//   - The instance applies pending changes in its next maintenance window. With ApplyImmediately,
//     it applies all pending changes immediately, including changes from earlier requests. The
//     changes take effect when the status modifying, renaming or upgrading ends.
//   - Other settings take effect immediately.
//   - A new parameter group must exist and belong to the engine version's family. Its status is
//     applying at first, then pending-reboot until the instance reboots.
//   - A new name causes a reboot. The instance keeps its resource ID.
//   - A new port causes a reboot, even without ApplyImmediately.
//   - The storage settings are checked as in CreateDBInstance. Storage cannot shrink. An increase
//     by less than 10 percent is rounded up to 10 percent or, for SQL Server, rejected. Each change
//     of storage with Provisioned IOPS requires both AllocatedStorage and Iops.
//   - After the storage changes, the instance has the status storage-optimization. The storage
//     cannot be changed again for six hours.
//   - The reply shows the previous status. A pending password is shown as a mask.
//   - ManageMasterUserPassword and RotateMasterUserPassword work as in ModifyDBCluster.
//   - For an instance in a cluster, settings that belong to the cluster, such as backups and the
//     port, are rejected. Instances of a Multi-AZ DB cluster cannot be modified at all.
//     EngineVersion is ignored for a Neptune instance.
//
// The subnet group must exist. The fake assumes that security groups exist.
func (r *region) ModifyDBInstance(in *modifyDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instances().find(*in.DBInstanceIdentifier)
	if err != nil {
		return nil, err
	}
	if i.ofMultiAZ() {
		return nil, notOfMember("ModifyDBInstance")
	}
	if err := i.checkModify(in); err != nil {
		return nil, err
	}
	if err := i.checkRegroup(in); err != nil {
		return nil, err
	}
	p, err := i.pendingOf(in)
	if err != nil {
		return nil, err
	}
	if !oneOf(i.status, "available", optimizing) {
		return nil, i.notAvailable()
	}

	before := i.shown()
	d := &i.db
	secretly := false
	if i.cluster == nil {
		d.MasterUserSecret, secretly = r.changedSecret(*d.Engine, "db", d.MasterUserSecret, in.master())
	}
	i.record(modified)
	assign(&d.AutoMinorVersionUpgrade, in.AutoMinorVersionUpgrade)
	assign(&d.CACertificateIdentifier, in.CACertificateIdentifier)
	assign(&d.CopyTagsToSnapshot, in.CopyTagsToSnapshot)
	assign(&d.MonitoringInterval, in.MonitoringInterval)
	assign(&d.MonitoringRoleArn, in.MonitoringRoleArn)
	assign(&d.PreferredMaintenanceWindow, lowerPtr(in.PreferredMaintenanceWindow))
	assign(&d.PromotionTier, in.PromotionTier)
	assign(&d.PubliclyAccessible, in.PubliclyAccessible)
	if i.cluster == nil {
		i.assignStandalone(in)
	}
	if in.PreferredBackupWindow != nil {
		i.changeBackups()
	}
	d.EnabledCloudwatchLogsExports = changedLogs(d.EnabledCloudwatchLogsExports, in.CloudwatchLogsExportConfiguration)
	if in.DBParameterGroupName != nil && *in.DBParameterGroupName != *d.DBParameterGroups[0].DBParameterGroupName {
		i.regroup(*in.DBParameterGroupName)
	}
	if p != nil {
		i.addPending(p)
	}
	busy := secretly || in.DBParameterGroupName != nil || in.CloudwatchLogsExportConfiguration != nil || in.MonitoringInterval != nil ||
		in.VpcSecurityGroupIds != nil
	switch now := deref(in.ApplyImmediately, false); {
	case now && d.PendingModifiedValues != nil:
		r.applyToInstance(i)
	case in.DBPortNumber != nil && *in.DBPortNumber != i.port:
		i.port = *in.DBPortNumber
		i.enterFor("modifying", r.timings.InstanceModify, func() { i.reboot() })
	case busy:
		i.enterFor("modifying", r.timings.InstanceModify, func() { i.enter("available") })
	}
	if d.PendingModifiedValues != nil && oneOf(i.status, "available", optimizing) {
		r.awaitInstanceWindow(i)
	}
	if secretly {
		i.later(r.timings.InstanceModify, func() { i.db.MasterUserSecret = readySecret(i.db.MasterUserSecret) })
	}
	d = r.describeInstance(i)
	d.DBInstanceStatus = &before
	return &instanceOutput{d}, nil
}

// assignStandalone makes those changes that apply only to standalone instances and take effect
// immediately.
func (i *instance) assignStandalone(in *modifyDBInstanceInput) {
	d := &i.db
	if !i.turnsBackups(in.BackupRetentionPeriod) {
		assign(&d.BackupRetentionPeriod, in.BackupRetentionPeriod)
	}
	assign(&d.DeletionProtection, in.DeletionProtection)
	assign(&d.IAMDatabaseAuthenticationEnabled, in.EnableIAMDatabaseAuthentication)
	if most := in.MaxAllocatedStorage; most != nil && *most == deref(in.AllocatedStorage, *d.AllocatedStorage) {
		d.MaxAllocatedStorage = nil
	} else {
		assign(&d.MaxAllocatedStorage, most)
	}
	assign(&d.PreferredBackupWindow, in.PreferredBackupWindow)
	if in.VpcSecurityGroupIds != nil {
		d.VpcSecurityGroups = securityGroups(in.VpcSecurityGroupIds)
	}
}

// checkModify checks the parts of the request that do not depend on the
// instance's state.
func (i *instance) checkModify(in *modifyDBInstanceInput) error {
	if i.cluster != nil {
		if err := i.checkModifyMember(in); err != nil {
			return err
		}
	}
	if err := checkMaintenance(in.PreferredMaintenanceWindow); err != nil {
		return err
	}
	if tier := deref(in.PromotionTier, 0); tier < 0 || tier > 15 {
		return invalidValue("Invalid promotion tier: %d. Must be between 0 and 15.", tier)
	}
	if in.MonitoringInterval != nil || in.MonitoringRoleArn != nil {
		interval := deref(in.MonitoringInterval, deref(i.db.MonitoringInterval, 0))
		if err := checkMonitoring(interval, deref(in.MonitoringRoleArn, deref(i.db.MonitoringRoleArn, ""))); err != nil {
			return err
		}
	}
	if i.cluster != nil {
		return nil
	}
	if n := deref(in.BackupRetentionPeriod, 0); n < 0 || n > 35 {
		return invalidValue("Invalid backup retention period: %d. Must be between 0 and 35.", n)
	}
	if err := checkClusterSettings(nil, in.DBPortNumber, in.PreferredBackupWindow, nil, nil, in.NetworkType); err != nil {
		return err
	}
	if in.PreferredBackupWindow != nil || in.PreferredMaintenanceWindow != nil {
		if err := checkWindows(deref(in.PreferredBackupWindow, *i.db.PreferredBackupWindow),
			deref(in.PreferredMaintenanceWindow, *i.db.PreferredMaintenanceWindow)); err != nil {
			return err
		}
	}
	return checkMasterChange(*i.db.Engine, i.db.MasterUserSecret, in.master())
}

// master returns the request's changes to the master user's password.
func (in *modifyDBInstanceInput) master() *masterChange {
	return &masterChange{in.MasterUserPassword, in.MasterUserSecretKmsKeyId, in.ManageMasterUserPassword, in.RotateMasterUserPassword, in.ApplyImmediately}
}

// checkRegroup checks that the requested parameter group belongs to the family of the new engine
// version. If the request does not name a group, and the family changes, the current group must be
// a default group.
func (i *instance) checkRegroup(in *modifyDBInstanceInput) error {
	r, engine := i.region, *i.db.Engine
	have := deref(r.describeInstance(i).EngineVersion, "")
	version := have
	if i.cluster == nil {
		version = deref(in.EngineVersion, have)
	}
	if in.DBParameterGroupName == nil {
		if familyOf(engine, version) == familyOf(engine, have) {
			return nil
		}
		return i.customGroup()
	}
	group, err := r.groupFor(r.parameterGroups(), in.DBParameterGroupName, engine, version)
	in.DBParameterGroupName = group
	return err
}

// checkModifyMember rejects settings that belong to the instance's cluster.
func (i *instance) checkModifyMember(in *modifyDBInstanceInput) error {
	for _, of := range []struct {
		given bool
		what  string
	}{
		{in.AllocatedStorage != nil, "AllocatedStorage"},
		{in.BackupRetentionPeriod != nil, "BackupRetentionPeriod"},
		{in.DBPortNumber != nil, "DBPortNumber"},
		{deref(in.DeletionProtection, false), "DeletionProtection"},
		{in.EnableIAMDatabaseAuthentication != nil, "EnableIAMDatabaseAuthentication"},
		{in.master().given(), "MasterUserPassword"},
		{deref(in.MultiAZ, false), "MultiAZ"},
		{in.PreferredBackupWindow != nil, "PreferredBackupWindow"},
		{in.StorageType != nil, "StorageType"},
		{in.VpcSecurityGroupIds != nil, "VpcSecurityGroupIds"},
	} {
		if of.given {
			return invalidCombination("The specified DB Instance is a member of a cluster. Modify %s of the cluster with ModifyDBCluster instead.", of.what)
		}
	}
	return nil
}

// checkMonitoring checks the settings of Enhanced Monitoring. An interval other than 0 requires a
// role, and a role requires an interval other than 0.
func checkMonitoring(interval int32, role string) error {
	switch {
	case !slices.Contains([]int32{0, 1, 5, 10, 15, 30, 60}, interval):
		return invalidValue("Invalid monitoring interval: %d. Must be 0, 1, 5, 10, 15, 30 or 60.", interval)
	case interval != 0 && role == "":
		return invalidCombination("A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.")
	case interval == 0 && role != "":
		return invalidCombination("You must specify a MonitoringInterval value other than 0 when you specify a MonitoringRoleARN value.")
	}
	return nil
}

// pendingOf checks and collects the requested changes that do not take effect immediately. It
// returns nil if there are none.
func (i *instance) pendingOf(in *modifyDBInstanceInput) (*rdstypes.PendingModifiedValues, error) {
	var p rdstypes.PendingModifiedValues
	r, d, some := i.region, &i.db, false
	if id := in.NewDBInstanceIdentifier; id != nil {
		name, err := newName("NewDBInstanceIdentifier", *id, 63)
		if err != nil {
			return nil, err
		}
		if name != i.name {
			if err := r.instances().taken(name); err != nil {
				return nil, err
			}
			p.DBInstanceIdentifier, some = &name, true
		}
	}
	if class := in.DBInstanceClass; class != nil && *class != *d.DBInstanceClass {
		if err := checkClass(*class); err != nil {
			return nil, err
		}
		p.DBInstanceClass, some = class, true
	}
	if group := in.DBSubnetGroupName; group != nil && !strings.EqualFold(*group, *d.DBSubnetGroup.DBSubnetGroupName) {
		g, err := r.subnetGroups().find(*group)
		if err != nil {
			return nil, err
		}
		p.DBSubnetGroupName, some = &g.name, true
	}
	if i.cluster != nil {
		if !some {
			return nil, nil //nolint:nilnil // nothing is pending
		}
		return &p, nil
	}
	if err := i.pendStorage(&p, in); err != nil {
		return nil, err
	}
	some = some || stores(&p)
	if i.turnsBackups(in.BackupRetentionPeriod) {
		p.BackupRetentionPeriod, some = in.BackupRetentionPeriod, true
	}
	if v := in.EngineVersion; v != nil && *v != *d.EngineVersion {
		if err := checkUpgrade(*d.Engine, *d.EngineVersion, *v, in.AllowMajorVersionUpgrade); err != nil {
			return nil, err
		}
		p.EngineVersion, some = v, true
	}
	if multi := in.MultiAZ; multi != nil && *multi != *d.MultiAZ {
		p.MultiAZ, some = multi, true
	}
	if in.MasterUserPassword != nil {
		p.MasterUserPassword, some = str("****"), true
	}
	if !some {
		return nil, nil //nolint:nilnil // nothing is pending
	}
	return &p, nil
}

func (i *instance) addPending(p *rdstypes.PendingModifiedValues) {
	have := rdstypes.PendingModifiedValues{}
	if i.db.PendingModifiedValues != nil {
		have = *i.db.PendingModifiedValues
	}
	assign(&have.AllocatedStorage, p.AllocatedStorage)
	assign(&have.BackupRetentionPeriod, p.BackupRetentionPeriod)
	assign(&have.DBInstanceClass, p.DBInstanceClass)
	assign(&have.DBInstanceIdentifier, p.DBInstanceIdentifier)
	assign(&have.DBSubnetGroupName, p.DBSubnetGroupName)
	assign(&have.EngineVersion, p.EngineVersion)
	assign(&have.Iops, p.Iops)
	assign(&have.MasterUserPassword, p.MasterUserPassword)
	assign(&have.MultiAZ, p.MultiAZ)
	assign(&have.StorageThroughput, p.StorageThroughput)
	assign(&have.StorageType, p.StorageType)
	i.db.PendingModifiedValues = &have
}

// awaitInstanceWindow plans the pending changes for the next maintenance window. If the instance is
// not available at that time, the changes wait for the following window.
func (r *region) awaitInstanceWindow(i *instance) {
	at := nextWindow(r.now, *i.db.PreferredMaintenanceWindow)
	r.timeline.add(at, func() {
		switch {
		case !r.instances().has(i), i.db.PendingModifiedValues == nil:
		case oneOf(i.status, "available", optimizing):
			r.applyToInstance(i)
		default:
			r.awaitInstanceWindow(i)
		}
	})
}

// applyToInstance starts to apply the pending changes.
func (r *region) applyToInstance(i *instance) {
	p := i.db.PendingModifiedValues
	status, d := "modifying", r.timings.InstanceModify
	switch {
	case p.EngineVersion != nil:
		status, d = "upgrading", r.timings.ClusterUpgrade
	case p.DBInstanceIdentifier != nil:
		status = "renaming"
	}
	if stores(p) {
		i.storageSince = r.now
	}
	i.enterFor(status, d, func() {
		i.db.PendingModifiedValues = nil
		i.take(p)
		old := i.name
		if name := p.DBInstanceIdentifier; name != nil && r.instances().rename(i, *name) {
			if c := i.cluster; c != nil && c.writer == old {
				c.writer = *name
			}
			i.record(renamed)
			i.notef(notification, "Renamed instance from %s to %s", old, *name)
			i.reboot()
			return
		}
		i.notef(configured, "Finished applying modification to DB instance")
		if stores(p) {
			i.enterFor(optimizing, r.timings.InstanceOptimize, func() { i.enter("available") })
			return
		}
		i.enter("available")
	})
}

// take applies the pending changes except the name.
func (i *instance) take(p *rdstypes.PendingModifiedValues) {
	d := &i.db
	if stores(p) {
		i.takeStorage(p)
	}
	if p.BackupRetentionPeriod != nil {
		d.BackupRetentionPeriod = p.BackupRetentionPeriod
		i.changeBackups()
	}
	assign(&d.DBInstanceClass, p.DBInstanceClass)
	assign(&d.MultiAZ, p.MultiAZ)
	if p.DBSubnetGroupName != nil {
		group := *d.DBSubnetGroup
		group.DBSubnetGroupName = p.DBSubnetGroupName
		d.DBSubnetGroup = &group
	}
	if v := p.EngineVersion; v != nil {
		d.EngineVersion = v
		r := i.region
		i.groupIs(r.regrouped(r.parameterGroups(), d.DBParameterGroups[0].DBParameterGroupName, nil, *d.Engine, *v))
	}
}

// reboot restarts the instance, which then uses the current values of its parameter groups.
func (i *instance) reboot() {
	i.notef(availability, "DB instance shutdown")
	i.enterFor("rebooting", i.region.timings.InstanceReboot, func() {
		i.sync()
		i.enter("available")
		i.notef(availability, "DB instance restarted")
	})
}

// changedLogs returns the log types that are exported after the change. The argument have
// contains the types that were exported before it.
func changedLogs(have []string, change *cloudwatchLogsExportConfiguration) []string {
	if change == nil {
		return have
	}
	on := append(slices.Clone(have), change.EnableLogTypes...)
	slices.Sort(on)
	return slices.DeleteFunc(slices.Compact(on), func(t string) bool { return slices.Contains(change.DisableLogTypes, t) })
}
