package nereidtest

import (
	"slices"
	"strings"
	"time"

	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An instance is a DB instance: a member of a cluster or, for RDS engines such
// as MySQL, a standalone instance.
type instance struct {
	resource
	cluster   *cluster            // nil for a standalone instance
	db        rdstypes.DBInstance // the description, except for what is computed from the rest
	port      int32               // port of a standalone instance
	sizeGB    int32               // size of a standalone instance's data
	restartAt time.Time           // when AWS starts it again; only for a stopped standalone instance

	storageSince  time.Time          // when the storage was last changed
	backups       *instanceBackups   // automated backups; nil if there are none
	replicas      []*instanceBackups // backups replicated to other regions
	retainBackups bool               // whether to retain backups when the instance is deleted

	ownGroup, clusterGroup applied // for the instance's own and its cluster's parameter group
}

// instanceOutput is the output of the operations that return one instance.
type instanceOutput struct {
	DBInstance *rdstypes.DBInstance
}

var instanceKind = kind{
	arn:      "db",
	filter:   "db-instance-id",
	source:   rdstypes.SourceTypeDbInstance,
	notFound: refusal{"DBInstanceNotFound", "DBInstance %s not found."},
	exists:   refusal{"DBInstanceAlreadyExists", "DB instance already exists"},
	quota:    refusal{"InstanceQuotaExceeded", "A DB cluster cannot have more than %d instances."},
}

func (r *region) instances() *collection[*instance] { return collectionOf[*instance](r, &instanceKind) }

func (i *instance) shape() any { return i.region.describeInstance(i) }

func (r *region) describeInstance(i *instance) *rdstypes.DBInstance {
	d, port := i.db, i.port
	d.DBInstanceIdentifier = str(i.name)
	d.DBInstanceArn = str(i.arn())
	d.DBInstanceStatus = str(i.shown())
	d.DBParameterGroups = []rdstypes.DBParameterGroupStatus{
		{DBParameterGroupName: i.db.DBParameterGroups[0].DBParameterGroupName, ParameterApplyStatus: i.ownGroup.status()},
	}
	if i.cluster != nil {
		c := &i.cluster.db
		d.DBClusterIdentifier = str(i.cluster.name)
		d.DBName, d.MasterUsername = c.DatabaseName, c.MasterUsername
		d.EngineVersion = c.EngineVersion
		d.BackupRetentionPeriod = c.BackupRetentionPeriod
		d.PreferredBackupWindow = c.PreferredBackupWindow
		d.StorageEncrypted = c.StorageEncrypted
		d.KmsKeyId = c.KmsKeyId
		d.IAMDatabaseAuthenticationEnabled = c.IAMDatabaseAuthenticationEnabled
		d.DeletionProtection = c.DeletionProtection
		d.VpcSecurityGroups = c.VpcSecurityGroups
		port = *c.Port
	} else {
		latest, v := r.restorable(&i.resource), i.volume()
		d.LatestRestorableTime = &latest
		d.Iops, d.StorageThroughput = v.performance()
	}
	d.DBSubnetGroup = r.subnetGroupNamed(*d.DBSubnetGroup.DBSubnetGroupName)
	if i.status == "creating" {
		d.InstanceCreateTime, d.AvailabilityZone, d.LatestRestorableTime = nil, nil, nil
	} else {
		d.Endpoint = &rdstypes.Endpoint{
			Address:      str(r.instanceHost(i)),
			HostedZoneId: str(r.hostedZone(*d.Engine)),
			Port:         &port,
		}
	}
	restartAt := i.restartAt
	if i.cluster != nil {
		restartAt = i.cluster.restartAt
	}
	if !restartAt.IsZero() {
		d.AutomaticRestartTime = &restartAt
	}
	d.DBInstanceAutomatedBackupsReplications = i.replications()
	d.TagList = listed(i.tags)
	d.DBSecurityGroups, d.DomainMemberships = []rdstypes.DBSecurityGroupMembership{}, []rdstypes.DomainMembership{}
	d.AssociatedRoles, d.ReadReplicaDBInstanceIdentifiers = listed(d.AssociatedRoles), []string{}
	d.DbInstancePort = new(int32)
	if d.PendingModifiedValues == nil {
		d.PendingModifiedValues = &rdstypes.PendingModifiedValues{}
	}
	return &d
}

func (r *region) instanceHost(i *instance) string {
	return strings.Replace(r.host(i.name, "", *i.db.Engine), ".-", ".", 1)
}

// A createDBInstanceInput is the input of [region.CreateDBInstance].
type createDBInstanceInput struct {
	DBInstanceClass                                                                                                  *string                     `query:",required"`
	DBInstanceIdentifier                                                                                             *string                     `query:",required"`
	Engine                                                                                                           *string                     `query:",required"`
	DBSecurityGroups                                                                                                 []string                    `query:",item=DBSecurityGroupName"`
	ProcessorFeatures                                                                                                []rdstypes.ProcessorFeature `query:",item=ProcessorFeature"`
	TagSpecifications                                                                                                []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                                             []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                                                              []string                    `query:",item=VpcSecurityGroupId"`
	AdditionalStorageVolumes                                                                                         []rdstypes.AdditionalStorageVolume
	AllocatedStorage, BackupRetentionPeriod, Iops, MaxAllocatedStorage, MonitoringInterval                           *int32
	PerformanceInsightsRetentionPeriod, Port, PromotionTier, StorageThroughput                                       *int32
	AutoMinorVersionUpgrade, CopyTagsToSnapshot, DedicatedLogVolume, DeletionProtection, EnableCustomerOwnedIp       *bool
	EnableIAMDatabaseAuthentication, EnablePerformanceInsights, ManageMasterUserPassword, MultiAZ, MultiTenant       *bool
	PubliclyAccessible, StorageEncrypted                                                                             *bool
	AvailabilityZone, BackupTarget, CACertificateIdentifier, CharacterSetName, CustomIamInstanceProfile              *string
	DBCapacityReservationIdentifier, DBClusterIdentifier, DBName, DBParameterGroupName, DBSubnetGroupName            *string
	DBSystemId, DatabaseInsightsMode, Domain, DomainAuthSecretArn, DomainFqdn, DomainIAMRoleName, DomainOu           *string
	EngineLifecycleSupport, EngineVersion, KmsKeyId, LicenseModel, MasterUserAuthenticationType, MasterUserPassword  *string
	MasterUserSecretKmsKeyId, MasterUsername, MonitoringRoleArn, NcharCharacterSetName, NetworkType, OptionGroupName *string
	PerformanceInsightsKMSKeyId, PreferredBackupWindow, PreferredMaintenanceWindow, StorageType, TdeCredentialArn    *string
	TdeCredentialPassword, Timezone                                                                                  *string
	DomainDnsIps, EnableCloudwatchLogsExports                                                                        []string
}

// CreateDBInstance adds an instance to a cluster, or creates a standalone
// instance.
//
// Behavior:
//   - DBClusterIdentifier adds the instance to a cluster, which must be
//     available or creating.
//   - Engine must be the cluster's engine.
//   - The cluster's first instance becomes the writer.
//   - While the instance has the status creating, it has no InstanceCreateTime,
//     Endpoint or AvailabilityZone. InstanceCreateTime is the time when the
//     instance became available.
//
// Instances cannot be added to a Multi-AZ DB cluster. Such a cluster's three
// instances are created and deleted together with the cluster.
//
// Without DBClusterIdentifier, the engine must be PostgreSQL, MySQL, MariaDB,
// Oracle, SQL Server or Db2:
//   - AllocatedStorage and MasterUsername are required. MasterUserPassword is
//     required unless ManageMasterUserPassword is true.
//   - Describe responses never show a password. If ManageMasterUserPassword is
//     true, they show a MasterUserSecret, which has the status creating at
//     first, then active.
func (r *region) CreateDBInstance(in *createDBInstanceInput) (*instanceOutput, error) {
	if in.DBClusterIdentifier == nil {
		engine := strings.ToLower(*in.Engine)
		if !isInstanceEngine(engine) {
			return nil, invalidValue("Value %[1]s for parameter Engine is invalid. Reason: engine %[1]s not supported", shorten(*in.Engine))
		}
		if isInstanceEngine(engine) && !hasAnyPrefix(engine, "neptune", "docdb", "aurora") {
			return r.createStandalone(engine, in)
		}
		return nil, missing("DBClusterIdentifier")
	}
	name, taken, err := r.instances().claim("DBInstanceIdentifier", *in.DBInstanceIdentifier, 63)
	if err != nil {
		return nil, err
	}
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, noSourceCluster(*in.DBClusterIdentifier)
	}
	if err := checkClass(*in.DBInstanceClass); err != nil {
		return nil, err
	}
	tier := deref(in.PromotionTier, 1)
	zone := deref(in.AvailabilityZone, "")
	switch {
	case c.db.DBClusterInstanceClass != nil:
		return nil, invalidValue("CreateDBInstance can't be used to create a DB instance in a Multi-AZ DB cluster. Use CreateDBCluster instead.")
	case !isEngine(strings.ToLower(*in.Engine)):
		return nil, invalidValue("Invalid DB engine: %s", shorten(*in.Engine))
	case !strings.EqualFold(*in.Engine, c.engine()):
		return nil, invalidCombination("The engine name requested for your DB instance (%s) doesn't match the engine name of your DB cluster (%s).",
			*in.Engine, c.engine())
	case tier < 0 || tier > 15:
		return nil, invalidValue("Invalid promotion tier: %d. Must be between 0 and 15.", tier)
	case zone != "" && !slices.Contains(c.db.AvailabilityZones, zone):
		return nil, invalidValue("Invalid availability zone: %s", shorten(zone))
	case deref(in.DeletionProtection, false):
		return nil, invalidCombination("Deletion protection is set on the DB cluster, not on its instances.")
	case c.engine() == "neptune" && in.MasterUserPassword != nil:
		return nil, invalidValue("Invalid master password")
	}
	if err := checkMaintenance(in.PreferredMaintenanceWindow); err != nil {
		return nil, err
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	group, err := r.groupFor(r.parameterGroups(), in.DBParameterGroupName, c.engine(), *c.db.EngineVersion)
	if err != nil {
		return nil, err
	}
	members := r.members(c)
	if err := r.instances().roomBeside(len(members), r.limits.InstancesPerCluster); err != nil {
		return nil, err
	}
	switch {
	case !oneOf(c.status, "available", "creating"):
		return nil, c.notAvailable()
	case c.final != nil:
		return nil, c.leaving()
	case taken != nil:
		return nil, taken
	}
	if zone == "" {
		zone = c.db.AvailabilityZones[len(members)%len(c.db.AvailabilityZones)]
	}

	i := r.newMember(name, c, *in.DBInstanceClass, zone)
	r.instances().add(i)
	i.tags = tags
	d := &i.db
	d.PromotionTier = &tier
	d.AutoMinorVersionUpgrade = setting(in.AutoMinorVersionUpgrade, true)
	d.CopyTagsToSnapshot = setting(in.CopyTagsToSnapshot, false)
	d.PreferredMaintenanceWindow = setting(lowerPtr(in.PreferredMaintenanceWindow), *c.db.PreferredMaintenanceWindow)
	d.MonitoringInterval, d.MonitoringRoleArn = in.MonitoringInterval, in.MonitoringRoleArn
	assign(&d.CACertificateIdentifier, in.CACertificateIdentifier)
	d.DBParameterGroups[0].DBParameterGroupName = group
	i.enterFor("creating", r.timings.InstanceCreate, func() {
		created := r.now
		i.db.InstanceCreateTime = &created
		i.enter("available")
		i.notef(creation, "DB instance created")
	})
	return &instanceOutput{r.describeInstance(i)}, nil
}

// checkClass checks the format of an instance class.
func checkClass(class string) error {
	if !strings.HasPrefix(class, "db.") || strings.Count(class, ".") > 2 {
		return invalidValue("Invalid DB Instance class: %s", shorten(class))
	}
	return nil
}

// newInstance makes an instance with default settings and without a status. It
// does not add the instance to a collection.
func (r *region) newInstance(name, engine, version, class, zone string) *instance {
	created, yes, no := r.now, true, false
	return &instance{
		resource: resource{region: r, kind: &instanceKind, name: name},
		db: rdstypes.DBInstance{
			AutoMinorVersionUpgrade: &yes,
			AvailabilityZone:        &zone,
			CACertificateIdentifier: str("rds-ca-rsa2048-g1"),
			CopyTagsToSnapshot:      &no,
			DBInstanceClass:         &class,
			DBParameterGroups: []rdstypes.DBParameterGroupStatus{
				{DBParameterGroupName: r.defaultOf(r.parameterGroups(), familyOf(engine, version))},
			},
			DBSubnetGroup:              &rdstypes.DBSubnetGroup{DBSubnetGroupName: str("default")},
			DbiResourceId:              str(r.resourceID("db")),
			Engine:                     &engine,
			InstanceCreateTime:         &created,
			LicenseModel:               str(licenseOf(engine)),
			MultiAZ:                    &no,
			PreferredMaintenanceWindow: str(defaultMaintenance),
			PubliclyAccessible:         &no,
		},
	}
}

// newMember is like newInstance, but for an instance in a cluster.
func (r *region) newMember(name string, c *cluster, class, zone string) *instance {
	one, tier := int32(1), int32(1)
	i := r.newInstance(name, c.engine(), *c.db.EngineVersion, class, zone)
	i.cluster = c
	i.db.AllocatedStorage, i.db.PromotionTier, i.db.StorageType = &one, &tier, str("aurora")
	i.db.PreferredMaintenanceWindow = c.db.PreferredMaintenanceWindow
	i.db.DBSubnetGroup.DBSubnetGroupName = c.db.DBSubnetGroup
	if c.writer == "" {
		c.writer = name
	}
	return i
}

// newStandalone is like newInstance, but for an instance that does not belong
// to a cluster.
func (r *region) newStandalone(name, engine, version, class string) *instance {
	const gb = 24
	one, storage, no := int32(1), int32(100), false
	i := r.newInstance(name, engine, version, class, r.zones()[0])
	i.port, i.sizeGB = defaultPort(engine), gb
	d := &i.db
	d.AllocatedStorage, d.StorageType = &storage, str("gp3")
	d.BackupRetentionPeriod, d.PreferredBackupWindow = &one, str(defaultBackups)
	d.DeletionProtection, d.StorageEncrypted, d.IAMDatabaseAuthenticationEnabled = &no, &no, &no
	d.EngineVersion = &version
	d.MasterUsername = str("admin")
	d.OptionGroupMemberships = r.defaultOptionGroup(engine, version)
	d.VpcSecurityGroups = securityGroups([]string{"sg-" + r.account})
	return i
}

// A deleteDBInstanceInput is the input of [region.DeleteDBInstance].
type deleteDBInstanceInput struct {
	DBInstanceIdentifier                      *string `query:",required"`
	DeleteAutomatedBackups, SkipFinalSnapshot *bool
	FinalDBSnapshotIdentifier                 *string
}

// DeleteDBInstance deletes an instance.
//
// Behavior:
//   - For an instance in a cluster, no final snapshot is taken. If the writer
//     is deleted, another instance is promoted.
//   - An instance in a stopped cluster cannot be deleted. The last instance in
//     the primary cluster of a global cluster cannot be deleted if the global
//     cluster has secondary clusters.
//   - For a standalone instance, the request must contain either
//     FinalDBSnapshotIdentifier or SkipFinalSnapshot. A stopped instance can be
//     deleted (but see [WithStoppedInstancesStaying]).
//   - The reply shows the status deleting. In contrast, the reply to
//     DeleteDBCluster shows the previous status.
func (r *region) DeleteDBInstance(in *deleteDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instances().named("DBInstanceIdentifier", *in.DBInstanceIdentifier, 63)
	if err != nil {
		return nil, err
	}
	if i.cluster == nil {
		return r.deleteStandalone(i, in)
	}
	switch {
	case i.ofMultiAZ():
		return nil, notOfMember("DeleteDBInstance")
	case in.FinalDBSnapshotIdentifier != nil:
		return nil, invalidCombination("FinalDBSnapshotIdentifier cannot be specified when deleting an instance of a cluster.")
	case i.status == "deleting":
		return nil, instanceState("Instance %s is already being deleted.", i.name)
	case oneOf(i.cluster.status, "stopped", "stopping", "starting"):
		return nil, clusterState("Db cluster %s is in %s state", i.cluster.name, i.cluster.status)
	case oneOf(i.status, "stopped", "stopping", "starting"):
		return nil, instanceState("Instance %s cannot be deleted in the %s state.", i.name, i.status)
	case i.holdsReplication():
		return nil, clusterState("Cannot delete the last instance of the master cluster. " +
			"Delete the replica cluster before deleting the last master cluster instance.")
	}
	i.enterFor("deleting", r.timings.InstanceDelete, func() { r.dropInstance(i) })
	r.promote(i.cluster)
	return &instanceOutput{r.describeInstance(i)}, nil
}

// holdsReplication reports whether the instance is the last instance in the
// primary cluster of a global cluster that also has secondary clusters.
func (i *instance) holdsReplication() bool {
	g := i.cluster.global
	if g == nil || g.writer != i.cluster || len(g.members) < 2 {
		return false
	}
	return !slices.ContainsFunc(i.region.members(i.cluster), func(other *instance) bool {
		return other != i && other.status != "deleting"
	})
}

// deleteStandalone deletes an instance that does not belong to a cluster. The
// request must specify whether to take a final snapshot.
func (r *region) deleteStandalone(i *instance, in *deleteDBInstanceInput) (*instanceOutput, error) {
	final, skip := in.FinalDBSnapshotIdentifier, deref(in.SkipFinalSnapshot, false)
	switch {
	case skip && final != nil:
		return nil, skipAndTake()
	case !skip && final == nil:
		return nil, invalidCombination("FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.")
	case deref(i.db.DeletionProtection, false):
		return nil, invalidCombination("Cannot delete protected DB Instance, please disable deletion protection and try again.")
	case i.status == "deleting":
		return nil, instanceState("Instance %s is already being deleted.", i.name)
	case oneOf(i.status, "stopping", "starting", "rebooting"), i.status == "stopped" && r.quirks.stoppedStays:
		return nil, instanceState("Instance %s cannot be deleted in the %s state.", i.name, i.status)
	case final != nil && oneOf(i.status, "modifying", "backing-up", "upgrading", "renaming"):
		return nil, instanceState("Cannot create a snapshot because the database instance %s is not currently in the available state.", i.name)
	}
	retain := i.backups != nil && !deref(in.DeleteAutomatedBackups, true)
	if retain {
		if err := r.roomForInstanceBackups(); err != nil {
			return nil, err
		}
	}
	ends := r.now.Add(r.timings.InstanceDelete)
	if final != nil {
		s, err := r.lastDBSnapshot("FinalDBSnapshotIdentifier", *final, i)
		if err != nil {
			return nil, err
		}
		ends = later(ends, s.until)
	}
	i.restartAt, i.retainBackups = time.Time{}, retain
	i.enterFor("deleting", ends.Sub(r.now), func() { r.dropInstance(i) })
	return &instanceOutput{r.describeInstance(i)}, nil
}

func (r *region) dropInstance(i *instance) {
	i.endBackups(i.retainBackups)
	r.instances().remove(i)
	i.notef(deletion, "DB instance deleted")
}

// A rebootDBInstanceInput is the input of [region.RebootDBInstance].
type rebootDBInstanceInput struct {
	DBInstanceIdentifier *string `query:",required"`
	ForceFailover        *bool
}

// RebootDBInstance restarts an available instance.
//
// Behavior:
//   - The reply shows the status rebooting.
//   - After the reboot, the instance uses the current values of its parameter
//     groups.
//   - ForceFailover is valid only for Multi-AZ instances. Instances in clusters
//     are not Multi-AZ.
func (r *region) RebootDBInstance(in *rebootDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instances().find(*in.DBInstanceIdentifier)
	switch {
	case err != nil:
		return nil, err
	case i.status != "available":
		return nil, instanceState("Instance cannot currently reboot due to an in-progress management operation.")
	case deref(in.ForceFailover, false) && !*i.db.MultiAZ:
		return nil, invalidCombination("Cannot force failover since the instance is not configured for Multi-AZ.")
	}
	i.reboot()
	return &instanceOutput{r.describeInstance(i)}, nil
}

// A startDBInstanceInput is the input of [region.StartDBInstance].
type startDBInstanceInput struct {
	DBInstanceIdentifier            *string `query:",required"`
	DBCapacityReservationIdentifier *string
}

// StartDBInstance starts a stopped instance that does not belong to a cluster.
//
// Behavior:
//   - Instances in clusters are rejected, because they start with their
//     cluster.
//   - The reply shows the status starting.
//
// The fake has no capacity reservations, so a request with
// DBCapacityReservationIdentifier is rejected.
func (r *region) StartDBInstance(in *startDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instances().named("DBInstanceIdentifier", *in.DBInstanceIdentifier, 63)
	switch {
	case err != nil:
		return nil, err
	case i.cluster != nil:
		return nil, i.notEligible()
	case !startable(i.status):
		return nil, instanceState("Instance %s is in %s state but expected it to be one of %s.", i.name, i.status, startableStates)
	case in.DBCapacityReservationIdentifier != nil:
		return nil, apiError("DBCapacityReservationNotFound", "DB capacity reservation %s not found.", shorten(*in.DBCapacityReservationIdentifier))
	}
	r.startInstance(i)
	return &instanceOutput{r.describeInstance(i)}, nil
}

// notEligible returns the error for starting or stopping an instance in a
// cluster. The message is AWS's, as reported by users.
func (i *instance) notEligible() error {
	return invalidCombination("%s DB instances are not eligible for stopping and starting.", *i.db.Engine)
}

func (r *region) startInstance(i *instance) {
	i.restartAt = time.Time{}
	i.enterFor("starting", r.timings.InstanceStart, func() { r.started(i) })
}

func (r *region) started(i *instance) {
	i.sync()
	i.enter("available")
	i.notef(notification, "DB instance started")
}

// A stopDBInstanceInput is the input of [region.StopDBInstance].
type stopDBInstanceInput struct {
	DBInstanceIdentifier            *string `query:",required"`
	DBSnapshotIdentifier            *string
	DetachFromDBCapacityReservation *bool
}

// StopDBInstance stops an available instance that does not belong to a cluster.
//
// Behavior:
//   - Instances in clusters are rejected, because they stop with their cluster.
//     Multi-AZ instances of SQL Server are rejected as well.
//   - If DBSnapshotIdentifier is given, a snapshot is taken first.
//   - The reply shows the status stopping.
//   - The instance is started again after Timings.InstanceRestart. The default
//     is seven days, as in AWS.
func (r *region) StopDBInstance(in *stopDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instances().named("DBInstanceIdentifier", *in.DBInstanceIdentifier, 63)
	switch {
	case err != nil:
		return nil, err
	case i.cluster != nil:
		return nil, i.notEligible()
	case *i.db.MultiAZ && strings.HasPrefix(*i.db.Engine, "sqlserver-"):
		return nil, invalidCombination("SQL Server DB instances with Multi-AZ are not eligible for stopping and starting.")
	case i.status != "available":
		return nil, i.notAvailable()
	}
	ends := r.now.Add(r.timings.InstanceStop)
	if id := in.DBSnapshotIdentifier; id != nil {
		s, err := r.lastDBSnapshot("DBSnapshotIdentifier", *id, i)
		if err != nil {
			return nil, err
		}
		ends = later(ends, s.until)
	}
	i.enterFor("stopping", ends.Sub(r.now), func() {
		r.stoppedInstance(i)
		i.notef(notification, "DB instance stopped")
	})
	return &instanceOutput{r.describeInstance(i)}, nil
}

// stoppedInstance sets an instance's status to stopped and plans its automatic
// restart.
func (r *region) stoppedInstance(i *instance) {
	i.enter("stopped")
	i.restartAt = r.now.Add(r.timings.InstanceRestart)
	i.plan(i.restartAt, func() {
		i.notef(notification, "DB instance is being started due to it exceeding the maximum allowed time being stopped")
		r.startInstance(i)
	})
}

func (i *instance) notAvailable() error {
	return instanceState("Instance %s is not in available state.", i.name)
}

func instanceState(format string, args ...any) error {
	return apiError("InvalidDBInstanceState", format, args...)
}

type describeDBInstancesOutput struct {
	Marker      *string
	DBInstances []rdstypes.DBInstance `query:",item=DBInstance"`
}

// A describeDBInstancesInput is the input of [region.DescribeDBInstances].
type describeDBInstancesInput struct {
	Filters                      []filter `query:",item=Filter"`
	DBInstanceIdentifier, Marker *string
	MaxRecords                   *int32
}

// DescribeDBInstances lists instances of every engine.
//
// Behavior:
//   - A request with an identifier but without a db-instance-id filter is
//     rejected if the instance does not exist or does not match the request's
//     filters.
//   - If a request has both an identifier and a db-instance-id filter, the
//     identifier is added to the filter's values. The list contains every
//     instance that matches the filters, so an unknown identifier is not an
//     error if another instance matches.
//   - The values of the engine filter must be known engines. They are
//     case-insensitive.
func (r *region) DescribeDBInstances(in *describeDBInstancesInput) (*describeDBInstancesOutput, error) {
	if err := checkFilterValues(in.Filters, "engine", isEngineFilter); err != nil {
		return nil, err
	}
	page, marker, err := r.instances().page(query{in.Filters, in.Marker, in.MaxRecords}, in.DBInstanceIdentifier, nil, filters[*instance]{
		"db-cluster-id": func(i *instance) []string {
			if i.cluster == nil {
				return nil
			}
			return []string{i.cluster.name, i.cluster.arn()}
		},
		"db-instance-id":  func(i *instance) []string { return []string{i.name, i.arn()} },
		"dbi-resource-id": func(i *instance) []string { return []string{strings.ToLower(*i.db.DbiResourceId)} },
		"engine":          func(i *instance) []string { return []string{*i.db.Engine} },
		"domain":          func(*instance) []string { return nil },
	})
	if err != nil {
		return nil, err
	}
	return &describeDBInstancesOutput{marker, each(page, r.describeInstance)}, nil
}

type describeValidDBInstanceModificationsOutput struct {
	ValidDBInstanceModificationsMessage *neptunetypes.ValidDBInstanceModificationsMessage
}

// A describeValidDBInstanceModificationsInput is the input of
// [region.DescribeValidDBInstanceModifications].
type describeValidDBInstanceModificationsInput struct {
	DBInstanceIdentifier *string `query:",required"`
}

// DescribeValidDBInstanceModifications returns an empty list of valid storage
// settings.
//
// Behavior:
//   - Instances in a cluster have no storage settings, because the storage
//     belongs to the cluster.
//   - The fake does not know the valid settings for standalone instances.
func (r *region) DescribeValidDBInstanceModifications(in *describeValidDBInstanceModificationsInput) (*describeValidDBInstanceModificationsOutput, error) {
	i, err := r.instances().find(*in.DBInstanceIdentifier)
	if err != nil {
		return nil, err
	}
	if i.status == "deleting" {
		return nil, instanceState("Instance %s is being deleted.", i.name)
	}
	return &describeValidDBInstanceModificationsOutput{&neptunetypes.ValidDBInstanceModificationsMessage{
		Storage: []neptunetypes.ValidStorageOptions{},
	}}, nil
}
