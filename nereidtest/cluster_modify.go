package nereidtest

import (
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A modifyDBClusterInput is the input of [region.ModifyDBCluster].
type modifyDBClusterInput struct {
	DBClusterIdentifier                                                                                            *string  `query:",required"`
	VpcSecurityGroupIds                                                                                            []string `query:",item=VpcSecurityGroupId"`
	AllocatedStorage, BackupRetentionPeriod, Iops, MonitoringInterval, PerformanceInsightsRetentionPeriod, Port    *int32
	AllowEngineModeChange, AllowMajorVersionUpgrade, ApplyImmediately, AutoMinorVersionUpgrade, CopyTagsToSnapshot *bool
	DeletionProtection, EnableGlobalWriteForwarding, EnableHttpEndpoint, EnableIAMDatabaseAuthentication           *bool
	EnableLimitlessDatabase, EnableLocalWriteForwarding, EnablePerformanceInsights, ManageMasterUserPassword       *bool
	RotateMasterUserPassword                                                                                       *bool
	AwsBackupRecoveryPointArn, CACertificateIdentifier, DBClusterInstanceClass, DBClusterParameterGroupName        *string
	DBInstanceParameterGroupName, DatabaseInsightsMode, Domain, DomainIAMRoleName, EngineLifecycleSupport          *string
	EngineMode, EngineVersion, MasterUserAuthenticationType, MasterUserPassword, MasterUserSecretKmsKeyId          *string
	MonitoringRoleArn, NetworkType, NewDBClusterIdentifier, OptionGroupName, PerformanceInsightsKMSKeyId           *string
	PreferredBackupWindow, PreferredMaintenanceWindow, StorageType                                                 *string
	BacktrackWindow                                                                                                *int64
	CloudwatchLogsExportConfiguration                                                                              *cloudwatchLogsExportConfiguration
	ScalingConfiguration                                                                                           *scalingConfiguration
	ServerlessV2ScalingConfiguration                                                                               *serverlessV2ScalingConfiguration
}

type cloudwatchLogsExportConfiguration struct {
	DisableLogTypes, EnableLogTypes []string
}

// ModifyDBCluster changes the settings of an available cluster.
//
// Behavior:
//   - Settings that concern only the control plane take effect immediately.
//   - Changes to the name, the engine version, and a Multi-AZ DB cluster's class and storage are
//     pending. With ApplyImmediately, they are pending while the cluster has the status
//     renaming, upgrading or modifying. Otherwise, they are pending until the maintenance window
//     begins.
//   - Other settings take effect immediately too, but the cluster has the status modifying for a
//     while. Meanwhile, new security groups have the status adding, and old security groups have
//     the status removing.
//   - The reply shows the new settings and the previous status.
//   - If the cluster uses a default parameter group, the group changes with the engine version.
//   - If ManageMasterUserPassword is true, a secret is created in Secrets Manager. Its status is
//     creating at first, then active. If ManageMasterUserPassword is false, a new password is
//     required. With RotateMasterUserPassword, the secret has the status rotating for a while.
func (r *region) ModifyDBCluster(in *modifyDBClusterInput) (*clusterOutput, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	storage := in.StorageType
	if isMultiAZ(c.engine()) {
		storage = nil // it is the instances' storage type, whose change is pending
	}
	if err := checkClusterSettings(in.BackupRetentionPeriod, in.Port, in.PreferredBackupWindow, in.PreferredMaintenanceWindow,
		storage, in.NetworkType); err != nil {
		return nil, err
	}
	if in.PreferredBackupWindow != nil || in.PreferredMaintenanceWindow != nil {
		if err := checkWindows(deref(in.PreferredBackupWindow, *c.db.PreferredBackupWindow),
			deref(in.PreferredMaintenanceWindow, *c.db.PreferredMaintenanceWindow)); err != nil {
			return nil, err
		}
	}
	master := masterChange{in.MasterUserPassword, in.MasterUserSecretKmsKeyId, in.ManageMasterUserPassword, in.RotateMasterUserPassword, in.ApplyImmediately}
	if err := checkMasterChange(c.engine(), c.db.MasterUserSecret, &master); err != nil {
		return nil, err
	}
	if err := checkBacktrackWindow(c.engine(), in.BacktrackWindow, &c.db); err != nil {
		return nil, err
	}
	scaling, err := scalingOf(c.engine(), in.ServerlessV2ScalingConfiguration)
	if err != nil {
		return nil, err
	}
	if in.DBClusterParameterGroupName != nil {
		group, err := r.groupFor(r.clusterParameterGroups(), in.DBClusterParameterGroupName, c.engine(), deref(in.EngineVersion, *c.db.EngineVersion))
		if err != nil {
			return nil, err
		}
		in.DBClusterParameterGroupName = group
	}
	pending, err := r.pendingOf(c, in)
	if err != nil {
		return nil, err
	}
	switch {
	case c.status != "available":
		return nil, clusterState("Db cluster %s cannot be in the %s state.", c.name, c.status)
	case c.final != nil:
		return nil, c.leaving()
	case pending != nil && pending.EngineVersion != nil && !c.healthy():
		return nil, clusterState("Cannot modify engine version without a healthy primary instance in DB cluster: %s", c.name)
	}

	before := c.shown()
	d := &c.db
	secret, secretly := r.changedSecret(c.engine(), "cluster", d.MasterUserSecret, &master)
	d.MasterUserSecret = secret
	busy := secretly || in.Port != nil || in.DBClusterParameterGroupName != nil || storage != nil || scaling != nil ||
		in.NetworkType != nil || in.MasterUserPassword != nil || in.VpcSecurityGroupIds != nil ||
		in.CloudwatchLogsExportConfiguration != nil ||
		deref(in.EnableIAMDatabaseAuthentication, *d.IAMDatabaseAuthenticationEnabled) != *d.IAMDatabaseAuthenticationEnabled
	c.record(modified)
	assign(&d.IAMDatabaseAuthenticationEnabled, in.EnableIAMDatabaseAuthentication)
	assign(&d.BackupRetentionPeriod, in.BackupRetentionPeriod)
	assign(&d.BacktrackWindow, in.BacktrackWindow)
	assign(&d.CopyTagsToSnapshot, in.CopyTagsToSnapshot)
	assign(&d.DeletionProtection, in.DeletionProtection)
	assign(&d.PreferredBackupWindow, in.PreferredBackupWindow)
	assign(&d.PreferredMaintenanceWindow, lowerPtr(in.PreferredMaintenanceWindow))
	assign(&d.Port, in.Port)
	if in.PreferredBackupWindow != nil && c.backups != nil {
		c.backups.planSnapshot()
	}
	r.regroup(c, in, pending)
	assign(&d.NetworkType, in.NetworkType)
	assign(&d.ServerlessV2ScalingConfiguration, scaling)
	if storage != nil {
		d.StorageType = storageType(storage)
	}
	if in.VpcSecurityGroupIds != nil {
		d.VpcSecurityGroups = changedGroups(d.VpcSecurityGroups, in.VpcSecurityGroupIds)
		r.timeline.add(r.now.Add(r.timings.ClusterModify), func() {
			c.touch()
			c.db.VpcSecurityGroups = settledGroups(c.db.VpcSecurityGroups)
		})
	}
	d.EnabledCloudwatchLogsExports = changedLogs(d.EnabledCloudwatchLogsExports, in.CloudwatchLogsExportConfiguration)
	if pending != nil {
		c.addPending(pending)
		assign(&c.pendingClass, in.DBClusterInstanceClass)
		if deref(in.ApplyImmediately, false) {
			r.applyPending(c)
		} else {
			r.awaitWindow(c)
		}
	}
	if busy && c.status == "available" {
		c.enterFor("modifying", r.timings.ClusterModify, func() { c.enter("available") })
	}
	if secretly {
		c.later(r.timings.ClusterModify, func() { c.db.MasterUserSecret = readySecret(c.db.MasterUserSecret) })
	}
	d = r.describeCluster(c)
	d.Status = &before
	return &clusterOutput{d}, nil
}

// changedGroups returns the security groups that Describe responses show while a cluster changes
// from the old groups (have) to the new groups (ids). A group that is only in ids has the status
// adding, and a group that is only in have has the status removing.
func changedGroups(have []rdstypes.VpcSecurityGroupMembership, ids []string) []rdstypes.VpcSecurityGroupMembership {
	list := securityGroups(ids)
	for i, g := range list {
		if !hasGroup(have, *g.VpcSecurityGroupId) {
			list[i].Status = str("adding")
		}
	}
	for _, g := range have {
		if !hasGroup(list, *g.VpcSecurityGroupId) {
			g.Status = str("removing")
			list = append(list, g)
		}
	}
	return list
}

// settledGroups returns the security groups that a cluster has after a change of its security
// groups. The argument list is the result of changedGroups for that change.
func settledGroups(list []rdstypes.VpcSecurityGroupMembership) []rdstypes.VpcSecurityGroupMembership {
	var ids []string
	for _, g := range list {
		if *g.Status != "removing" {
			ids = append(ids, *g.VpcSecurityGroupId)
		}
	}
	return securityGroups(ids)
}

func hasGroup(list []rdstypes.VpcSecurityGroupMembership, id string) bool {
	return slices.ContainsFunc(list, func(g rdstypes.VpcSecurityGroupMembership) bool { return *g.VpcSecurityGroupId == id })
}

// healthy reports whether the writer of the cluster is available.
func (c *cluster) healthy() bool {
	writer := c.region.instances().get(c.writer)
	return writer != nil && writer.status == "available"
}

// pendingOf checks and collects the requested changes that do not take effect immediately. It
// returns nil if there are none.
func (r *region) pendingOf(c *cluster, in *modifyDBClusterInput) (*rdstypes.ClusterPendingModifiedValues, error) {
	var p rdstypes.ClusterPendingModifiedValues
	some := false
	if in.NewDBClusterIdentifier != nil {
		name, err := newName("NewDBClusterIdentifier", *in.NewDBClusterIdentifier, 63)
		if err != nil {
			return nil, err
		}
		if name != c.name {
			if err := r.clusters().taken(name); err != nil {
				return nil, err
			}
			p.DBClusterIdentifier, some = &name, true
		}
	}
	if v := in.EngineVersion; v != nil && *v != *c.db.EngineVersion {
		if err := checkUpgrade(c.engine(), *c.db.EngineVersion, *v, in.AllowMajorVersionUpgrade); err != nil {
			return nil, err
		}
		if c.global != nil {
			return nil, clusterState("The engine version of DbCluster %s is changed by its global cluster %s.", c.name, c.global.name)
		}
		if err := r.checkRegrouping(c, in); err != nil {
			return nil, err
		}
		p.EngineVersion, some = v, true
	}
	stored, err := c.pendMultiAZ(&p, in)
	if err != nil {
		return nil, err
	}
	if !some && !stored {
		return nil, nil //nolint:nilnil // nothing is pending
	}
	return &p, nil
}

func (c *cluster) addPending(p *rdstypes.ClusterPendingModifiedValues) {
	have := rdstypes.ClusterPendingModifiedValues{}
	if c.db.PendingModifiedValues != nil {
		have = *c.db.PendingModifiedValues
	}
	assign(&have.AllocatedStorage, p.AllocatedStorage)
	assign(&have.DBClusterIdentifier, p.DBClusterIdentifier)
	assign(&have.EngineVersion, p.EngineVersion)
	assign(&have.Iops, p.Iops)
	assign(&have.StorageType, p.StorageType)
	c.db.PendingModifiedValues = &have
}

// awaitWindow plans the pending changes for the next maintenance window. If the cluster is not
// available at that time, the changes wait for the following window.
func (r *region) awaitWindow(c *cluster) {
	at := nextWindow(r.now, *c.db.PreferredMaintenanceWindow)
	r.timeline.add(at, func() {
		switch {
		case !r.clusters().has(c), c.db.PendingModifiedValues == nil:
		case c.status == "available":
			r.applyPending(c)
		default:
			r.awaitWindow(c)
		}
	})
}

// applyPending starts to apply the pending changes.
func (r *region) applyPending(c *cluster) {
	p := c.db.PendingModifiedValues
	status, d := "modifying", r.timings.ClusterModify
	switch {
	case p.EngineVersion != nil:
		status, d = "upgrading", r.timings.ClusterUpgrade
	case p.DBClusterIdentifier != nil:
		status = "renaming"
	}
	c.changeMembers(d)
	c.enterFor(status, d, func() {
		if p.EngineVersion != nil {
			c.notef(maintenance, "Database cluster engine version has been upgraded")
		}
		if v := p.EngineVersion; v != nil {
			c.upgrade(*v)
		}
		c.takeMultiAZ(p)
		c.db.PendingModifiedValues = nil
		old := c.name
		if name := p.DBClusterIdentifier; name != nil && r.clusters().rename(c, *name) {
			c.record(renamed)
			c.renameMembers(old)
			c.notef(notification, "Renamed cluster from %s to %s", old, *name)
		}
		c.enter("available")
	})
}

// regroup assigns another parameter group to the cluster. Its instances use the new values after a
// reboot. If the request also changes the engine version, both changes happen at the same time.
func (r *region) regroup(c *cluster, in *modifyDBClusterInput, pending *rdstypes.ClusterPendingModifiedValues) {
	if pending != nil && pending.EngineVersion != nil {
		c.upgradeGroup, c.upgradeInstanceGroup = in.DBClusterParameterGroupName, in.DBInstanceParameterGroupName
		return
	}
	name := in.DBClusterParameterGroupName
	if name == nil || *name == deref(c.db.DBClusterParameterGroup, "") {
		return
	}
	r.release(r.clusterParameterGroups(), c.db.DBClusterParameterGroup)
	c.db.DBClusterParameterGroup = name
	for _, i := range r.members(c) {
		i.bring(&i.clusterGroup, true)
	}
}

// checkRegrouping checks the parameter groups for an upgrade. If the family changes, the request
// must replace custom parameter groups with groups of the new family.
func (r *region) checkRegrouping(c *cluster, in *modifyDBClusterInput) error {
	version, groups := *in.EngineVersion, r.parameterGroups()
	if in.DBInstanceParameterGroupName != nil {
		g, err := groups.find(*in.DBInstanceParameterGroupName)
		if err != nil {
			return err
		}
		in.DBInstanceParameterGroupName = &g.name
	}
	if familyOf(c.engine(), version) == familyOf(c.engine(), *c.db.EngineVersion) {
		return nil
	}
	if group := c.db.DBClusterParameterGroup; in.DBClusterParameterGroupName == nil && !strings.HasPrefix(deref(group, ""), "default.") {
		if _, err := r.groupFor(r.clusterParameterGroups(), group, c.engine(), version); err != nil {
			return err
		}
	}
	if given := in.DBInstanceParameterGroupName; given != nil {
		_, err := r.groupFor(groups, given, c.engine(), version)
		return err
	}
	for _, i := range r.members(c) {
		if err := i.customGroup(); err != nil {
			return err
		}
	}
	return nil
}

// upgrade sets the engine version of the cluster and its instances, and restarts the instances.
// Default parameter groups change with the version.
func (c *cluster) upgrade(version string) {
	c.db.EngineVersion = &version
	r, engine := c.region, c.engine()
	c.db.DBClusterParameterGroup = r.regrouped(r.clusterParameterGroups(), c.db.DBClusterParameterGroup, c.upgradeGroup, engine, version)
	for _, i := range r.members(c) {
		i.groupIs(r.regrouped(r.parameterGroups(), i.db.DBParameterGroups[0].DBParameterGroupName, c.upgradeInstanceGroup, engine, version))
		i.sync()
	}
	c.upgradeGroup, c.upgradeInstanceGroup = nil, nil
}
