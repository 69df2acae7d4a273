package nereidtest

import (
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A restoreDBClusterFromSnapshotInput is the input of
// [region.RestoreDBClusterFromSnapshot].
type restoreDBClusterFromSnapshotInput struct {
	DBClusterIdentifier                                                                                             *string                     `query:",required"`
	Engine                                                                                                          *string                     `query:",required"`
	SnapshotIdentifier                                                                                              *string                     `query:",required"`
	AssociatedRoles                                                                                                 []dbClusterAssociatedRole   `query:",item=DBClusterAssociatedRole"`
	AvailabilityZones                                                                                               []string                    `query:",item=AvailabilityZone"`
	TagSpecifications                                                                                               []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                                            []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                                                             []string                    `query:",item=VpcSecurityGroupId"`
	BacktrackWindow                                                                                                 *int64
	BackupRetentionPeriod, Iops, MonitoringInterval, PerformanceInsightsRetentionPeriod, Port                       *int32
	CopyTagsToSnapshot, DeletionProtection, EnableIAMDatabaseAuthentication, EnableInternetAccessGateway            *bool
	EnablePerformanceInsights, EnableVPCNetworking, PubliclyAccessible                                              *bool
	DBClusterInstanceClass, DBClusterParameterGroupName, DBSubnetGroupName, DatabaseName, Domain, DomainIAMRoleName *string
	EngineLifecycleSupport, EngineMode, EngineVersion, KmsKeyId, MonitoringRoleArn, NetworkType, OptionGroupName    *string
	PerformanceInsightsKMSKeyId, PreferredBackupWindow, StorageType                                                 *string
	EnableCloudwatchLogsExports                                                                                     []string
	RdsCustomClusterConfiguration                                                                                   *rdstypes.RdsCustomClusterConfiguration
	ScalingConfiguration                                                                                            *scalingConfiguration
	ServerlessV2ScalingConfiguration                                                                                *serverlessV2ScalingConfiguration
}

// A restoreDBClusterToPointInTimeInput is the input of
// [region.RestoreDBClusterToPointInTime].
type restoreDBClusterToPointInTimeInput struct {
	DBClusterIdentifier                                                                                  *string                     `query:",required"`
	AssociatedRoles                                                                                      []dbClusterAssociatedRole   `query:",item=DBClusterAssociatedRole"`
	TagSpecifications                                                                                    []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                                 []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                                                  []string                    `query:",item=VpcSecurityGroupId"`
	BacktrackWindow                                                                                      *int64
	BackupRetentionPeriod, Iops, MonitoringInterval, PerformanceInsightsRetentionPeriod, Port            *int32
	CopyTagsToSnapshot, DeletionProtection, EnableIAMDatabaseAuthentication, EnableInternetAccessGateway *bool
	EnablePerformanceInsights, EnableVPCNetworking, PubliclyAccessible, UseLatestRestorableTime          *bool
	DBClusterInstanceClass, DBClusterParameterGroupName, DBSubnetGroupName, Domain, DomainIAMRoleName    *string
	EngineLifecycleSupport, EngineMode, KmsKeyId, MonitoringRoleArn, NetworkType, OptionGroupName        *string
	PerformanceInsightsKMSKeyId, PreferredBackupWindow, RestoreType, SourceDBClusterIdentifier           *string
	SourceDbClusterResourceId, StorageType                                                               *string
	EnableCloudwatchLogsExports                                                                          []string
	RdsCustomClusterConfiguration                                                                        *rdstypes.RdsCustomClusterConfiguration
	RestoreToTime                                                                                        *time.Time
	ScalingConfiguration                                                                                 *scalingConfiguration
	ServerlessV2ScalingConfiguration                                                                     *serverlessV2ScalingConfiguration
}

// RestoreDBClusterFromSnapshot creates a cluster from a cluster snapshot, or from a DB snapshot of
// a MySQL or PostgreSQL instance.
//
// Behavior:
//   - The snapshot must be available, and its KMS key must be accessible. A DB snapshot must be
//     given by its ARN.
//   - The engine must be the snapshot's engine. For a DB snapshot, it can also be the corresponding
//     Aurora engine.
//   - By default, the new cluster has the port, the windows, the retention period and the capacity
//     of the cluster whose snapshot is restored, and the default parameter group, subnet group and
//     security groups. It has only the roles and tags in the request.
//   - With KmsKeyId, the cluster is encrypted even if the snapshot is not encrypted.
//   - The cluster has the status creating at first, then available. It has no instances, unless it
//     is a Multi-AZ DB cluster.
//   - A Multi-AZ DB cluster has its instances from the start and, by default, the source's class
//     and storage. For such a cluster, the request must contain Iops if it contains StorageType,
//     and DBClusterInstanceClass if the snapshot is a DB snapshot.
func (r *region) RestoreDBClusterFromSnapshot(in *restoreDBClusterFromSnapshotInput) (*clusterOutput, error) {
	from, err := r.restorePoint(*in.SnapshotIdentifier, *in.Engine)
	if err != nil {
		return nil, err
	}
	from.takes = r.timings.ClusterRestore
	c, err := r.restoreCluster(in, from)
	if err != nil {
		return nil, err
	}
	return &clusterOutput{r.describeCluster(c)}, nil
}

// A restorePoint describes the source from which a new cluster is restored: a
// snapshot, a cluster or retained backups.
type restorePoint struct {
	of        rdstypes.DBCluster
	sizeGB    int32
	encrypted bool
	key       *string
	takes     time.Duration
	bare      bool // the source is an instance, so the cluster has default settings
}

// restorePoint finds a cluster snapshot by its name or ARN, or a DB snapshot by its ARN. engine is
// the new cluster's engine.
func (r *region) restorePoint(id, engine string) (*restorePoint, error) {
	if a, ok := parseARN(id); ok && a.kind == dbSnapshotKind.arn {
		s, err := findShared(r, (*region).dbSnapshots, id)
		switch {
		case err != nil:
			return nil, err
		case s.status != "available":
			return nil, apiError("InvalidDBSnapshotState", "Invalid state of the snapshot %s: it is in the state %s.", s.name, s.status)
		}
		related := auroraOf(*s.db.Engine)
		if related == "" {
			return nil, apiError("InvalidRestoreFault", "A cluster cannot be restored from a snapshot of the engine %s.", *s.db.Engine)
		}
		of := rdstypes.DBCluster{Engine: &related, EngineVersion: str(defaultVersion(related)), MasterUsername: s.db.MasterUsername}
		if strings.EqualFold(engine, *s.db.Engine) {
			of.Engine, of.EngineVersion = s.db.Engine, s.db.EngineVersion
			of.AllocatedStorage, of.Iops, of.StorageType = s.db.AllocatedStorage, s.db.Iops, s.db.StorageType
		}
		return &restorePoint{
			of:     of,
			sizeGB: s.sizeGB, encrypted: deref(s.db.Encrypted, false), key: s.db.KmsKeyId, bare: true,
		}, s.region.checkSourceKey(s.db.KmsKeyId, r.account)
	}
	s, err := findShared(r, (*region).clusterSnapshots, id)
	switch {
	case err != nil:
		return nil, err
	case s.status != "available":
		return nil, s.stateError("it is in the state " + s.status)
	}
	of := s.of
	of.Engine, of.EngineVersion, of.MasterUsername = s.db.Engine, s.db.EngineVersion, s.db.MasterUsername
	return &restorePoint{of: of, sizeGB: s.sizeGB, encrypted: deref(s.db.StorageEncrypted, false), key: s.db.KmsKeyId}, s.region.checkSourceKey(s.db.KmsKeyId, r.account)
}

// auroraOf returns the Aurora engine that accepts an engine's snapshots, or "" if there is none.
func auroraOf(engine string) string {
	switch engine {
	case "mysql":
		return "aurora-mysql"
	case "postgres":
		return "aurora-postgresql"
	}
	return ""
}

// restoreCluster creates a cluster.
func (r *region) restoreCluster(in *restoreDBClusterFromSnapshotInput, from *restorePoint) (*cluster, error) {
	name, taken, err := r.clusters().claim("DBClusterIdentifier", *in.DBClusterIdentifier, 63)
	if err != nil {
		return nil, err
	}
	engine, version := *from.of.Engine, deref(in.EngineVersion, *from.of.EngineVersion)
	if !strings.EqualFold(*in.Engine, engine) {
		return nil, invalidCombination("The engine name requested for your DB cluster (%s) doesn't match the engine of the source (%s).",
			shorten(*in.Engine), engine)
	}
	if version != *from.of.EngineVersion {
		if err := checkUpgrade(engine, *from.of.EngineVersion, version, allowed()); err != nil {
			return nil, err
		}
	}
	if err := r.clusters().room(r.limits.Clusters); err != nil {
		return nil, err
	}
	storage, multi := in.StorageType, &multiAZ{class: in.DBClusterInstanceClass}
	if isMultiAZ(engine) {
		storage = nil // it is the instances' storage type
		if multi, err = restoredMultiAZ(in, &from.of); err != nil {
			return nil, err
		}
		err = multi.check(engine)
	} else {
		err = checkNoMultiAZ(engine, multi)
	}
	if err != nil {
		return nil, err
	}
	if err := checkClusterSettings(in.BackupRetentionPeriod, in.Port, in.PreferredBackupWindow, nil, storage, in.NetworkType); err != nil {
		return nil, err
	}
	scaling, err := scalingOf(engine, in.ServerlessV2ScalingConfiguration)
	if err != nil {
		return nil, err
	}
	if err := checkBacktrackWindow(engine, in.BacktrackWindow, nil); err != nil {
		return nil, err
	}
	key, encrypted := from.key, from.encrypted
	if in.KmsKeyId != nil {
		arn, err := r.checkKey(*in.KmsKeyId)
		if err != nil {
			return nil, err
		}
		key, encrypted = &arn, true
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	group, err := r.groupFor(r.clusterParameterGroups(), in.DBClusterParameterGroupName, engine, version)
	if err != nil {
		return nil, err
	}
	if reached(len(in.AssociatedRoles)-1, r.limits.ClusterRoles) {
		return nil, apiError("DBClusterRoleQuotaExceeded", "A DB cluster cannot have more than %d IAM roles.", r.limits.ClusterRoles)
	}
	if taken != nil {
		return nil, taken
	}
	c := r.newCluster(name, engine, version)
	r.clusters().add(c)
	c.tags, c.sizeGB = tags, from.sizeGB
	c.restored(&from.of, from.bare)
	d := &c.db
	d.KmsKeyId, d.StorageEncrypted = key, &encrypted
	d.CopyTagsToSnapshot = setting(in.CopyTagsToSnapshot, false)
	d.DeletionProtection = setting(in.DeletionProtection, false)
	d.IAMDatabaseAuthenticationEnabled = setting(in.EnableIAMDatabaseAuthentication, false)
	assign(&d.BackupRetentionPeriod, in.BackupRetentionPeriod)
	d.BacktrackWindow = in.BacktrackWindow
	d.DBClusterParameterGroup = group
	assign(&d.DBSubnetGroup, in.DBSubnetGroupName)
	assign(&d.DatabaseName, in.DatabaseName)
	assign(&d.NetworkType, in.NetworkType)
	assign(&d.Port, in.Port)
	assign(&d.PreferredBackupWindow, in.PreferredBackupWindow)
	assign(&d.ServerlessV2ScalingConfiguration, scaling)
	d.AvailabilityZones = firstOf(in.AvailabilityZones, d.AvailabilityZones)
	d.EnabledCloudwatchLogsExports = in.EnableCloudwatchLogsExports
	d.StorageType = storageType(storage)
	if in.VpcSecurityGroupIds != nil {
		d.VpcSecurityGroups = securityGroups(in.VpcSecurityGroupIds)
	}
	for _, role := range in.AssociatedRoles {
		c.setRole(rdstypes.DBClusterRole{FeatureName: role.FeatureName, RoleArn: role.RoleArn, Status: str(roleActive)})
	}
	c.beginBackups()
	c.enterFor("creating", from.takes, func() {
		c.enter("available")
		c.notef(creation, "DB cluster created")
		if r.quirks.firstBackup {
			c.takeAutomated()
		}
	})
	if isMultiAZ(engine) {
		c.makeMultiAZ(multi)
	}
	return c, nil
}

// restored copies some of the source's settings, such as the port and the windows, to a new
// cluster. If bare is true, it copies only the master user's name.
func (c *cluster) restored(of *rdstypes.DBCluster, bare bool) {
	d := &c.db
	d.MasterUsername = of.MasterUsername
	if bare {
		return
	}
	d.CharacterSetName, d.DatabaseName, d.ServerlessV2ScalingConfiguration = of.CharacterSetName, of.DatabaseName, of.ServerlessV2ScalingConfiguration
	assign(&d.BackupRetentionPeriod, of.BackupRetentionPeriod)
	assign(&d.NetworkType, of.NetworkType)
	assign(&d.Port, of.Port)
	assign(&d.PreferredBackupWindow, of.PreferredBackupWindow)
	assign(&d.PreferredMaintenanceWindow, of.PreferredMaintenanceWindow)
}

// RestoreDBClusterToPointInTime creates a cluster with the state that another cluster had at a
// point in time, or a clone of another cluster.
//
// Behavior:
//   - The request must contain either RestoreToTime or UseLatestRestorableTime. RestoreToTime must
//     be within the restorable period.
//   - With RestoreType copy-on-write, the new cluster is a clone of the source's current state. A
//     clone is available sooner than a full copy, and has the same CloneGroupId as its source.
//   - SourceDbClusterResourceId can also identify retained backups of a deleted cluster. Such
//     backups cannot be cloned.
//   - KmsKeyId is rejected if the source is not encrypted.
//   - MonitoringInterval, MonitoringRoleArn and EnablePerformanceInsights are
//     rejected for Aurora PostgreSQL.
//   - The settings have the same defaults as in RestoreDBClusterFromSnapshot.
func (r *region) RestoreDBClusterToPointInTime(in *restoreDBClusterToPointInTimeInput) (*clusterOutput, error) {
	source, backups, err := r.restoreSource(in.SourceDBClusterIdentifier, in.SourceDbClusterResourceId)
	if err != nil {
		return nil, err
	}
	clone := false
	switch deref(in.RestoreType, "full-copy") {
	case "full-copy":
	case "copy-on-write":
		clone = true
	default:
		return nil, invalidValue("Invalid restore type: %s. It must be full-copy or copy-on-write.", shorten(*in.RestoreType))
	}
	var from *clusterPoint
	switch {
	case source != nil:
		from = source.pointInTime()
	case clone:
		return nil, invalidCombination("RestoreType copy-on-write cannot be specified because DbCluster %s does not exist.", backups.clusterName)
	default:
		from = backups.pointInTime()
	}
	switch latest := deref(in.UseLatestRestorableTime, false); {
	case clone && in.RestoreToTime != nil:
		return nil, invalidCombination("RestoreToTime cannot be specified if RestoreType is copy-on-write.")
	case latest && in.RestoreToTime != nil:
		return nil, invalidCombination("RestoreToTime and UseLatestRestorableTime cannot both be specified.")
	case !latest && in.RestoreToTime == nil:
		return nil, invalidCombination("Either RestoreToTime or UseLatestRestorableTime has to be specified.")
	case *from.of.Engine == "aurora-postgresql" && (in.MonitoringInterval != nil || in.MonitoringRoleArn != nil || in.EnablePerformanceInsights != nil):
		return nil, invalidCombination("MonitoringInterval, MonitoringRoleArn and EnablePerformanceInsights cannot be specified for a cluster of %s.", *from.of.Engine)
	case source != nil && !oneOf(source.status, "available", "backing-up", "modifying", "stopped"):
		return nil, source.notAvailable()
	}
	if err := from.times.check(in.RestoreToTime); err != nil {
		return nil, err
	}
	encrypted := deref(from.of.StorageEncrypted, false)
	if in.KmsKeyId != nil && !encrypted {
		return nil, invalidCombination("KmsKeyId cannot be specified because DbCluster %s is not encrypted.", from.name)
	}
	if err := r.checkSourceKey(from.of.KmsKeyId, r.account); err != nil {
		return nil, err
	}
	point := &restorePoint{of: from.of, sizeGB: from.sizeGB, encrypted: encrypted, key: from.of.KmsKeyId, takes: r.timings.ClusterRestore}
	if clone {
		point.takes = r.timings.ClusterClone
	}
	c, err := r.restoreCluster(&restoreDBClusterFromSnapshotInput{
		DBClusterIdentifier: in.DBClusterIdentifier, Engine: from.of.Engine, AssociatedRoles: in.AssociatedRoles, Tags: in.Tags,
		VpcSecurityGroupIds: in.VpcSecurityGroupIds, BackupRetentionPeriod: in.BackupRetentionPeriod, Port: in.Port,
		BacktrackWindow:    in.BacktrackWindow,
		CopyTagsToSnapshot: in.CopyTagsToSnapshot, DeletionProtection: in.DeletionProtection,
		EnableIAMDatabaseAuthentication: in.EnableIAMDatabaseAuthentication, DBClusterParameterGroupName: in.DBClusterParameterGroupName,
		DBSubnetGroupName: in.DBSubnetGroupName, KmsKeyId: in.KmsKeyId, NetworkType: in.NetworkType,
		PreferredBackupWindow: in.PreferredBackupWindow, StorageType: in.StorageType, DBClusterInstanceClass: in.DBClusterInstanceClass, Iops: in.Iops,
		PubliclyAccessible:          in.PubliclyAccessible,
		EnableCloudwatchLogsExports: in.EnableCloudwatchLogsExports, ServerlessV2ScalingConfiguration: in.ServerlessV2ScalingConfiguration,
	}, point)
	if err != nil {
		return nil, err
	}
	if clone {
		if source.db.CloneGroupId == nil {
			source.db.CloneGroupId = str(strings.ToLower(r.resourceID("clone-group")))
			source.record(modified)
		}
		c.db.CloneGroupId = source.db.CloneGroupId
	}
	return &clusterOutput{r.describeCluster(c)}, nil
}

// A clusterPoint is the source of a restore to a point in time: an existing cluster or retained
// backups.
type clusterPoint struct {
	name   string
	of     rdstypes.DBCluster
	sizeGB int32
	times  restoreTimes
}

func (c *cluster) pointInTime() *clusterPoint {
	d := c.region.describeCluster(c)
	earliest := deref(d.EarliestRestorableTime, c.region.now)
	return &clusterPoint{c.name, c.db, c.sizeGB, restoreTimes{earliest, c.region.restorable(&c.resource)}}
}

func (b *clusterBackups) pointInTime() *clusterPoint {
	window := b.restoreWindow(b.ended, b.days)
	return &clusterPoint{b.clusterName, b.of, b.sizeGB, restoreTimes{*window.EarliestTime, *window.LatestTime}}
}

// restoreSource finds the cluster to restore by its name or ARN, or by its resource ID. A resource
// ID can also belong to a deleted cluster. In that case, c is nil and b is the deleted cluster's
// retained backups.
func (r *region) restoreSource(id, resourceID *string) (c *cluster, b *clusterBackups, err error) {
	switch {
	case id != nil && resourceID != nil:
		return nil, nil, invalidCombination("SourceDBClusterIdentifier and SourceDbClusterResourceId cannot both be specified.")
	case id != nil:
		c, err = r.clusters().find(*id)
		return c, nil, err
	case resourceID == nil:
		return nil, nil, missing("SourceDBClusterIdentifier")
	}
	all := r.clusters().all()
	if at := slices.IndexFunc(all, func(c *cluster) bool { return strings.EqualFold(*c.db.DbClusterResourceId, *resourceID) }); at >= 0 {
		return all[at], nil, nil
	}
	b, err = r.findClusterBackups(*resourceID)
	return nil, b, err
}

// allowed returns a pointer to true. Operations that have no parameter AllowMajorVersionUpgrade,
// but allow an upgrade to a new major version, use the pointer in place of that parameter.
func allowed() *bool {
	yes := true
	return &yes
}
