package nereidtest

import (
	"math"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A createDBClusterInput is the input of [region.CreateDBCluster].
type createDBClusterInput struct {
	DBClusterIdentifier                                                                                              *string                     `query:",required"`
	Engine                                                                                                           *string                     `query:",required"`
	AssociatedRoles                                                                                                  []dbClusterAssociatedRole   `query:",item=DBClusterAssociatedRole"`
	AvailabilityZones                                                                                                []string                    `query:",item=AvailabilityZone"`
	TagSpecifications                                                                                                []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                                             []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                                                              []string                    `query:",item=VpcSecurityGroupId"`
	AllocatedStorage, BackupRetentionPeriod, Iops, MonitoringInterval, PerformanceInsightsRetentionPeriod, Port      *int32
	AutoMinorVersionUpgrade, CopyTagsToSnapshot, DeletionProtection, EnableGlobalWriteForwarding, EnableHttpEndpoint *bool
	EnableIAMDatabaseAuthentication, EnableLimitlessDatabase, EnableLocalWriteForwarding, EnablePerformanceInsights  *bool
	ManageMasterUserPassword, PubliclyAccessible, StorageEncrypted, WithExpressConfiguration                         *bool
	BacktrackWindow                                                                                                  *int64
	CACertificateIdentifier, CharacterSetName, ClusterScalabilityType, DBClusterInstanceClass                        *string
	DBClusterParameterGroupName, DBSubnetGroupName, DBSystemId, DatabaseInsightsMode, DatabaseName                   *string
	DestinationRegion, Domain, DomainIAMRoleName, EngineLifecycleSupport, EngineMode, EngineVersion                  *string
	GlobalClusterIdentifier, KmsKeyId, MasterUserAuthenticationType, MasterUserPassword, MasterUserSecretKmsKeyId    *string
	MasterUsername, MonitoringRoleArn, NetworkType, OptionGroupName, PerformanceInsightsKMSKeyId, PreSignedUrl       *string
	PreferredBackupWindow, PreferredMaintenanceWindow, ReplicationSourceIdentifier, SourceRegion, StorageType        *string
	EnableCloudwatchLogsExports                                                                                      []string
	RdsCustomClusterConfiguration                                                                                    *rdstypes.RdsCustomClusterConfiguration
	ScalingConfiguration                                                                                             *scalingConfiguration
	ServerlessV2ScalingConfiguration                                                                                 *serverlessV2ScalingConfiguration
}

type dbClusterAssociatedRole struct {
	RoleArn     *string `query:",required"`
	FeatureName *string
}

type scalingConfiguration struct {
	AutoPause                                                             *bool
	MaxCapacity, MinCapacity, SecondsBeforeTimeout, SecondsUntilAutoPause *int32
	TimeoutAction                                                         *string
}

type serverlessV2ScalingConfiguration struct {
	MaxCapacity, MinCapacity *float64
	SecondsUntilAutoPause    *int32
}

// CreateDBCluster creates a cluster without instances.
//
// Behavior:
//   - The name must be new, and the version must be one of the engine's versions.
//   - The default parameter group is the one for the version's family. A parameter group in the
//     request must exist and belong to that family.
//   - KmsKeyId may be a key ID, an alias or an ARN. Describe responses show the key's ARN.
//   - With GlobalClusterIdentifier, the cluster becomes the primary if the global cluster has no
//     members, and a secondary otherwise. A secondary requires an available primary with an
//     available instance.
//   - The cluster's status is creating at first, then available. While it is creating, the cluster
//     has no EarliestRestorableTime and no LatestRestorableTime.
//   - A cluster of MySQL or PostgreSQL is a Multi-AZ DB cluster: DBClusterInstanceClass,
//     AllocatedStorage, StorageType and Iops are required, the name may have at most 52 characters,
//     and AWS also creates three instances. Other engines reject DBClusterInstanceClass,
//     AllocatedStorage and Iops.
//   - The only engine mode is provisioned. AWS has discontinued the others.
//
// The fake assumes that security groups exist.
func (r *region) CreateDBCluster(in *createDBClusterInput) (*clusterOutput, error) {
	return r.createCluster(in, r.timings.ClusterCreate)
}

// createCluster creates a cluster. The cluster's status is creating for the
// given duration, then available.
func (r *region) createCluster(in *createDBClusterInput, takes time.Duration) (*clusterOutput, error) {
	engine, longest := strings.ToLower(*in.Engine), 63
	if isMultiAZ(engine) {
		longest = 52
	}
	name, taken, err := r.clusters().claim("DBClusterIdentifier", *in.DBClusterIdentifier, longest)
	if err != nil {
		return nil, err
	}
	if !isEngine(engine) {
		return nil, invalidValue("Invalid DB engine: %s", shorten(*in.Engine))
	}
	if mode := deref(in.EngineMode, "provisioned"); mode != "provisioned" {
		return nil, invalidValue("The engine mode %s you requested is currently unavailable.", shorten(mode))
	}
	if err := checkBacktrackWindow(engine, in.BacktrackWindow, nil); err != nil {
		return nil, err
	}
	if err := r.clusters().room(r.limits.Clusters); err != nil {
		return nil, err
	}
	multi, storage := multiAZ{in.DBClusterInstanceClass, in.StorageType, in.AllocatedStorage, in.Iops, in.PubliclyAccessible}, in.StorageType
	if isMultiAZ(engine) {
		storage = nil // it is the instances' storage type
	}
	if err := checkClusterSettings(in.BackupRetentionPeriod, in.Port, in.PreferredBackupWindow, in.PreferredMaintenanceWindow,
		storage, in.NetworkType); err != nil {
		return nil, err
	}
	backups, maintenance := windowsOf(in.PreferredBackupWindow, in.PreferredMaintenanceWindow)
	if err := checkWindows(backups, maintenance); err != nil {
		return nil, err
	}
	version := deref(in.EngineVersion, defaultVersion(engine))
	if err := checkVersion(engine, version); err != nil {
		return nil, err
	}
	group, err := r.groupFor(r.clusterParameterGroups(), in.DBClusterParameterGroupName, engine, version)
	if err != nil {
		return nil, err
	}
	if in.ReplicationSourceIdentifier != nil || in.GlobalClusterIdentifier != nil {
		err = checkMasterPassword(engine, in.MasterUserPassword)
	} else {
		err = checkMaster(engine, in.MasterUsername, in.MasterUserPassword, in.ManageMasterUserPassword)
	}
	if err != nil {
		return nil, err
	}
	if isMultiAZ(engine) {
		err = multi.check(engine)
	} else {
		err = checkNoMultiAZ(engine, &multi)
	}
	if err != nil {
		return nil, err
	}
	for _, zone := range in.AvailabilityZones {
		if letter, ok := strings.CutPrefix(zone, r.name); !ok || letter == "" {
			return nil, invalidValue("Invalid availability zone: %s", shorten(zone))
		}
	}
	scaling, err := scalingOf(engine, in.ServerlessV2ScalingConfiguration)
	if err != nil {
		return nil, err
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	if err := r.checkReplicaSource(in); err != nil {
		return nil, err
	}
	key, encrypted, err := r.storageKey(in.KmsKeyId, in.StorageEncrypted)
	if err != nil {
		return nil, err
	}
	var global *globalCluster
	if in.GlobalClusterIdentifier != nil {
		if global, err = r.joinable(*in.GlobalClusterIdentifier, engine, encrypted); err != nil {
			return nil, err
		}
	}

	var subnets *subnetGroup
	if in.DBSubnetGroupName != nil {
		if subnets, err = r.subnetGroups().find(*in.DBSubnetGroupName); err != nil {
			return nil, err
		}
	}
	if taken != nil {
		return nil, taken
	}
	c := r.newCluster(name, engine, version)
	r.clusters().add(c)
	c.tags, c.global = tags, global
	d := &c.db
	d.KmsKeyId, d.StorageEncrypted = key, &encrypted
	d.CopyTagsToSnapshot = setting(in.CopyTagsToSnapshot, false)
	d.DeletionProtection = setting(in.DeletionProtection, false)
	d.IAMDatabaseAuthenticationEnabled = setting(in.EnableIAMDatabaseAuthentication, false)
	d.BackupRetentionPeriod = setting(in.BackupRetentionPeriod, 1)
	d.BacktrackWindow = in.BacktrackWindow
	d.Port = setting(in.Port, *d.Port)
	d.PreferredBackupWindow, d.PreferredMaintenanceWindow = &backups, &maintenance
	if subnets != nil {
		d.DBSubnetGroup = &subnets.name
	}
	d.DBClusterParameterGroup = group
	d.AvailabilityZones = firstOf(in.AvailabilityZones, d.AvailabilityZones)
	d.EnabledCloudwatchLogsExports = in.EnableCloudwatchLogsExports
	d.ServerlessV2ScalingConfiguration = scaling
	d.CharacterSetName, d.DatabaseName = in.CharacterSetName, in.DatabaseName
	assign(&d.MasterUsername, in.MasterUsername)
	d.ReplicationSourceIdentifier = in.ReplicationSourceIdentifier
	d.NetworkType = setting(in.NetworkType, "IPV4")
	d.StorageType = storageType(storage)
	if in.VpcSecurityGroupIds != nil {
		d.VpcSecurityGroups = securityGroups(in.VpcSecurityGroupIds)
	}
	if global != nil {
		global.add(c)
	}
	if hasMaster(engine) && deref(in.ManageMasterUserPassword, false) {
		d.MasterUserSecret = r.newSecret("cluster", in.MasterUserSecretKmsKeyId)
	}
	for _, role := range in.AssociatedRoles {
		c.setRole(rdstypes.DBClusterRole{FeatureName: role.FeatureName, RoleArn: role.RoleArn, Status: str(roleActive)})
	}
	c.beginBackups()
	c.enterFor("creating", takes, func() {
		c.db.MasterUserSecret = readySecret(c.db.MasterUserSecret)
		c.enter("available")
		c.notef(creation, "DB cluster created")
		if r.quirks.firstBackup {
			c.takeAutomated()
		}
	})
	if isMultiAZ(engine) {
		c.makeMultiAZ(&multi)
	}
	return &clusterOutput{r.describeCluster(c)}, nil
}

// Defaults of clusters and instances.
const (
	defaultBackups     = "03:00-03:30"
	defaultMaintenance = "sun:04:00-sun:04:30"
)

// newCluster makes a cluster with default settings and without a status. It
// does not add the cluster to a collection.
func (r *region) newCluster(name, engine, version string) *cluster {
	created, one, yes, no := r.now, int32(1), true, false
	port := defaultPort(engine)
	mode := "provisioned"
	var master *string
	var httpEndpoint *bool
	if engine != "neptune" {
		master = str("admin")
	}
	if strings.HasPrefix(engine, "aurora") {
		httpEndpoint = &no
	}
	return &cluster{
		resource: resource{region: r, kind: &clusterKind, name: name},
		sizeGB:   24,
		db: rdstypes.DBCluster{
			AllocatedStorage:                 &one,
			AutoMinorVersionUpgrade:          &yes,
			AvailabilityZones:                r.zones(),
			BackupRetentionPeriod:            &one,
			ClusterCreateTime:                &created,
			CopyTagsToSnapshot:               &no,
			CrossAccountClone:                &no,
			DBClusterParameterGroup:          r.defaultOf(r.clusterParameterGroups(), familyOf(engine, version)),
			DBSubnetGroup:                    str("default"),
			DbClusterResourceId:              str(r.resourceID("cluster")),
			DeletionProtection:               &no,
			EarliestRestorableTime:           &created,
			Engine:                           &engine,
			EngineMode:                       &mode,
			EngineVersion:                    &version,
			HostedZoneId:                     str(r.hostedZone(engine)),
			HttpEndpointEnabled:              httpEndpoint,
			IAMDatabaseAuthenticationEnabled: &no,
			MasterUsername:                   master,
			Port:                             &port,
			PreferredBackupWindow:            str(defaultBackups),
			PreferredMaintenanceWindow:       str(defaultMaintenance),
			StorageEncrypted:                 &no,
			VpcSecurityGroups:                securityGroups([]string{"sg-" + r.account}),
		},
	}
}

// checkReplicaSource checks a new replica's source cluster and the presigned URL, which must be for
// the source's region.
func (r *region) checkReplicaSource(in *createDBClusterInput) error {
	from := r
	if source := in.ReplicationSourceIdentifier; source != nil {
		if a, ok := parseARN(*source); ok {
			from = r.region(a.region)
		}
		if _, err := from.clusters().find(*source); err != nil {
			return err
		}
	}
	if in.PreSignedUrl == nil {
		return nil
	}
	region := from.name
	if in.ReplicationSourceIdentifier == nil {
		region = "" // the request does not contain the source's region
	}
	return r.checkPresigned("CreateDBCluster", *in.PreSignedUrl, region, "ReplicationSourceIdentifier", "KmsKeyId")
}

// checkClusterSettings checks settings that CreateDBCluster and ModifyDBCluster have in common. It
// ignores nil settings.
func checkClusterSettings(retention, port *int32, backups, maintenance, storage, network *string) error {
	if n := deref(retention, 1); n < 1 || n > 35 {
		return invalidValue("Invalid backup retention period: %d. Must be between 1 and 35.", n)
	}
	if n := deref(port, 8182); n < 1150 || n > 65535 {
		return invalidValue("Invalid port: %d. Must be between 1150 and 65535.", n)
	}
	if backups != nil && !isBackupWindow(*backups) {
		return invalidValue("Invalid backup window: %s. It must be hh24:mi-hh24:mi, at least 30 minutes.", shorten(*backups))
	}
	if err := checkMaintenance(maintenance); err != nil {
		return err
	}
	if storage != nil && !oneOf(*storage, "standard", "iopt1", "aurora", "aurora-iopt1") {
		return apiError("StorageTypeNotSupported", "Invalid storage type: %s", shorten(*storage))
	}
	if network != nil && !oneOf(*network, "IPV4", "DUAL") {
		return apiError("NetworkTypeNotSupported", "Invalid network type: %s", shorten(*network))
	}
	return nil
}

// scalingOf checks the capacity range of a serverless cluster. For Neptune, the range is within 1
// to 128 capacity units (NCUs), in steps of 0.5.
func scalingOf(engine string, in *serverlessV2ScalingConfiguration) (*rdstypes.ServerlessV2ScalingConfigurationInfo, error) {
	if in == nil {
		return nil, nil //nolint:nilnil // no range is given
	}
	least, most := 0.0, 256.0
	if engine == "neptune" {
		least, most = 1, 128
	}
	for _, v := range []*float64{in.MinCapacity, in.MaxCapacity} {
		if v == nil {
			return nil, invalidCombination("MinCapacity and MaxCapacity must both be specified.")
		}
		if !(*v >= least && *v <= most) || *v*2 != math.Trunc(*v*2) {
			return nil, invalidValue("Invalid capacity: %v. Must be between %v and %v, in steps of 0.5.", *v, least, most)
		}
	}
	if *in.MinCapacity > *in.MaxCapacity {
		return nil, invalidCombination("MinCapacity must not be greater than MaxCapacity.")
	}
	return &rdstypes.ServerlessV2ScalingConfigurationInfo{MinCapacity: in.MinCapacity, MaxCapacity: in.MaxCapacity}, nil
}

// storageType returns the storage type that Describe responses show, which is nil for the default
// type.
func storageType(given *string) *string {
	if t := deref(given, ""); t != "standard" && t != "aurora" {
		return str(t)
	}
	return nil
}

func securityGroups(ids []string) []rdstypes.VpcSecurityGroupMembership {
	list := make([]rdstypes.VpcSecurityGroupMembership, len(ids))
	for i, id := range ids {
		active := "active"
		list[i] = rdstypes.VpcSecurityGroupMembership{VpcSecurityGroupId: &id, Status: &active}
	}
	return list
}
