package nereidtest

import (
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// createStandalone creates an instance that does not belong to a cluster.
func (r *region) createStandalone(engine string, in *createDBInstanceInput) (*instanceOutput, error) {
	if err := r.checkStandalone(engine, in); err != nil {
		return nil, err
	}
	if err := checkMaster(engine, in.MasterUsername, in.MasterUserPassword, in.ManageMasterUserPassword); err != nil {
		return nil, err
	}
	i, err := r.addStandalone(engine, in, func(i *instance) { i.notef(creation, "DB instance created") })
	if err != nil {
		return nil, err
	}
	return &instanceOutput{r.describeInstance(i)}, nil
}

// addStandalone adds an instance that does not belong to a cluster, and calls
// the function done when the instance is available. The settings must have been
// checked by checkStandalone.
func (r *region) addStandalone(engine string, in *createDBInstanceInput, done func(*instance)) (*instance, error) {
	name, taken, err := r.instances().claim("DBInstanceIdentifier", *in.DBInstanceIdentifier, 63)
	if err != nil {
		return nil, err
	}
	version := deref(in.EngineVersion, defaultVersion(engine))
	if err := checkVersion(engine, version); err != nil {
		return nil, err
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	group, err := r.groupFor(r.parameterGroups(), in.DBParameterGroupName, engine, version)
	if err != nil {
		return nil, err
	}
	key, encrypted, err := r.storageKey(in.KmsKeyId, in.StorageEncrypted)
	if err != nil {
		return nil, err
	}
	own := r.instances().count(func(i *instance) bool { return i.cluster == nil })
	if reached(own, r.limits.Instances) {
		return nil, apiError("InstanceQuotaExceeded", "DB Instance quota exceeded")
	}
	if taken != nil {
		return nil, taken
	}

	backups, maintenance := windowsOf(in.PreferredBackupWindow, in.PreferredMaintenanceWindow)
	i := r.newStandalone(name, engine, version, *in.DBInstanceClass)
	r.instances().add(i)
	i.tags, i.port = tags, deref(in.Port, i.port)
	d := &i.db
	d.AllocatedStorage, d.Iops, d.MaxAllocatedStorage, d.StorageThroughput = in.AllocatedStorage, in.Iops, in.MaxAllocatedStorage, in.StorageThroughput
	d.AutoMinorVersionUpgrade = setting(in.AutoMinorVersionUpgrade, true)
	d.BackupRetentionPeriod = setting(in.BackupRetentionPeriod, 1)
	d.CharacterSetName, d.DBName, d.MasterUsername, d.Timezone = in.CharacterSetName, in.DBName, in.MasterUsername, in.Timezone
	d.CopyTagsToSnapshot = setting(in.CopyTagsToSnapshot, false)
	d.DBParameterGroups[0].DBParameterGroupName = group
	d.DeletionProtection = setting(in.DeletionProtection, false)
	d.EnabledCloudwatchLogsExports = in.EnableCloudwatchLogsExports
	d.IAMDatabaseAuthenticationEnabled = setting(in.EnableIAMDatabaseAuthentication, false)
	d.KmsKeyId, d.StorageEncrypted = key, &encrypted
	d.LicenseModel = setting(in.LicenseModel, *d.LicenseModel)
	d.MonitoringInterval, d.MonitoringRoleArn = in.MonitoringInterval, in.MonitoringRoleArn
	d.MultiAZ = setting(in.MultiAZ, false)
	d.NetworkType = setting(in.NetworkType, "IPV4")
	d.PreferredBackupWindow, d.PreferredMaintenanceWindow = &backups, &maintenance
	d.PubliclyAccessible = setting(in.PubliclyAccessible, false)
	assign(&d.AvailabilityZone, in.AvailabilityZone)
	d.StorageType = str(volumeOf(engine, in).kind)
	assign(&d.CACertificateIdentifier, in.CACertificateIdentifier)
	if in.DBSubnetGroupName != nil {
		d.DBSubnetGroup = &rdstypes.DBSubnetGroup{DBSubnetGroupName: in.DBSubnetGroupName}
	}
	if in.VpcSecurityGroupIds != nil {
		d.VpcSecurityGroups = securityGroups(in.VpcSecurityGroupIds)
	}
	if deref(in.ManageMasterUserPassword, false) {
		d.MasterUserSecret = r.newSecret("db", in.MasterUserSecretKmsKeyId)
	}
	i.beginBackups(r.now)
	i.enterFor("creating", r.timings.InstanceCreate, func() {
		created := r.now
		i.db.InstanceCreateTime = &created
		i.db.MasterUserSecret = readySecret(i.db.MasterUserSecret)
		if i.backups != nil {
			i.backups.began = created
		}
		i.enter("available")
		done(i)
		if i.backups != nil && r.quirks.firstBackup {
			i.takeAutomated()
		}
	})
	return i, nil
}

// checkStandalone checks the settings of a new instance that does not belong to
// a cluster.
func (r *region) checkStandalone(engine string, in *createDBInstanceInput) error {
	if err := checkClass(*in.DBInstanceClass); err != nil {
		return err
	}
	zone := deref(in.AvailabilityZone, "")
	switch {
	case in.AllocatedStorage == nil:
		return invalidValue("The parameter AllocatedStorage must be provided and must not be null.")
	case zone != "" && deref(in.MultiAZ, false):
		return invalidCombination("Requesting a specific availability zone is not valid for Multi-AZ instances.")
	case zone != "" && (!strings.HasPrefix(zone, r.name) || zone == r.name):
		return invalidValue("Invalid availability zone: %s", shorten(zone))
	case strings.HasPrefix(engine, "sqlserver-") && in.DBName != nil:
		return invalidValue("DBName must be null for engine: %s", engine)
	case in.DBName != nil && !isDatabaseName(engine, *in.DBName):
		return invalidValue("DBName must begin with a letter and contain only alphanumeric characters.")
	case in.OptionGroupName != nil && !strings.EqualFold(*in.OptionGroupName, defaultOptionGroupName(engine, deref(in.EngineVersion, defaultVersion(engine)))):
		return optionGroupKind.notFound.of(shorten(*in.OptionGroupName))
	}
	if err := volumeOf(engine, in).check(); err != nil {
		return err
	}
	if err := checkLicense(engine, in.LicenseModel); err != nil {
		return err
	}
	if n := deref(in.BackupRetentionPeriod, 1); n < 0 || n > 35 {
		return invalidValue("Invalid backup retention period: %d. Must be between 0 and 35.", n)
	}
	if err := checkClusterSettings(nil, in.Port, in.PreferredBackupWindow, in.PreferredMaintenanceWindow, nil, in.NetworkType); err != nil {
		return err
	}
	if err := checkWindows(windowsOf(in.PreferredBackupWindow, in.PreferredMaintenanceWindow)); err != nil {
		return err
	}
	if in.MonitoringInterval != nil || in.MonitoringRoleArn != nil {
		if err := checkMonitoring(deref(in.MonitoringInterval, 0), deref(in.MonitoringRoleArn, "")); err != nil {
			return err
		}
	}
	return nil
}

// isDatabaseName reports whether an engine accepts s as the name of the first
// database. A name consists of letters and digits and begins with a letter.
// PostgreSQL also accepts underscores.
func isDatabaseName(engine, s string) bool {
	if s == "" || !isLetter(s[0]) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && (c != '_' || !isPostgres(engine)) {
			return false
		}
	}
	return true
}

// storageKey returns the ARN of the KMS key for new storage and reports whether
// the storage is encrypted. If it is not, the ARN is nil.
func (r *region) storageKey(key *string, encrypt *bool) (*string, bool, error) {
	encrypted := deref(encrypt, false)
	switch {
	case key != nil && !encrypted:
		return nil, false, invalidCombination("You must enable StorageEncrypted when you specify KmsKeyId")
	case !encrypted:
		return nil, false, nil
	}
	arn, err := r.checkKey(deref(key, "alias/aws/rds"))
	return &arn, true, err
}

// newSecret returns a Secrets Manager secret for the master user of a cluster
// or an instance. The first argument is "cluster" or "db". The fake never
// generates or stores a password.
func (r *region) newSecret(of string, key *string) *rdstypes.MasterUserSecret {
	id := strings.ToLower(r.resourceID("rds!" + of))
	arn := strings.Replace(r.arnOf("secret", id), ":rds:", ":secretsmanager:", 1) + "-AbCdEf"
	kms, err := r.checkKey(deref(key, "alias/aws/secretsmanager"))
	if err != nil {
		kms = deref(key, "")
	}
	return &rdstypes.MasterUserSecret{KmsKeyId: &kms, SecretArn: &arn, SecretStatus: str("creating")}
}

// readySecret returns a copy of s whose status is active, or nil if s is nil.
func readySecret(s *rdstypes.MasterUserSecret) *rdstypes.MasterUserSecret {
	if s == nil {
		return nil
	}
	return &rdstypes.MasterUserSecret{KmsKeyId: s.KmsKeyId, SecretArn: s.SecretArn, SecretStatus: str("active")}
}

// An addRoleToDBInstanceInput is the input of [region.AddRoleToDBInstance].
type addRoleToDBInstanceInput struct {
	DBInstanceIdentifier *string `query:",required"`
	FeatureName          *string `query:",required"`
	RoleArn              *string `query:",required"`
}

// AddRoleToDBInstance gives an available standalone instance an IAM role for
// the feature FeatureName.
//
// Behavior:
//   - The role has the status PENDING at first, then ACTIVE.
//   - An instance can have one role per feature, and at most
//     Limits.ClusterRoles roles.
func (r *region) AddRoleToDBInstance(in *addRoleToDBInstanceInput) (*noOutput, error) {
	i, err := r.instances().find(*in.DBInstanceIdentifier)
	switch {
	case err != nil:
		return nil, err
	case i.cluster != nil:
		return nil, invalidCombination("The specified DB Instance is a member of a cluster. Use AddRoleToDBCluster instead.")
	case i.status != "available":
		return nil, i.notAvailable()
	case !isRole(*in.RoleArn):
		return nil, invalidValue("IAM role ARN value is invalid or does not include the required permissions")
	case i.roleFor(*in.FeatureName) >= 0:
		return nil, apiError("DBInstanceRoleAlreadyExists", "Feature %s of DB Instance %s already has the role %s.",
			shorten(*in.FeatureName), i.name, *i.db.AssociatedRoles[i.roleFor(*in.FeatureName)].RoleArn)
	case reached(len(i.db.AssociatedRoles), r.limits.InstanceRoles):
		return nil, apiError("DBInstanceRoleQuotaExceeded", "A DB instance cannot have more than %d IAM roles.", r.limits.InstanceRoles)
	}
	i.setRole(rdstypes.DBInstanceRole{FeatureName: in.FeatureName, RoleArn: in.RoleArn, Status: str(rolePending)})
	i.record(modified)
	i.later(r.timings.ClusterRole, func() {
		if at := i.roleFor(*in.FeatureName); at >= 0 && *i.db.AssociatedRoles[at].RoleArn == *in.RoleArn {
			i.setRole(rdstypes.DBInstanceRole{FeatureName: in.FeatureName, RoleArn: in.RoleArn, Status: str(roleActive)})
		}
	})
	return &noOutput{}, nil
}

// A removeRoleFromDBInstanceInput is the input of
// [region.RemoveRoleFromDBInstance].
type removeRoleFromDBInstanceInput struct {
	DBInstanceIdentifier *string `query:",required"`
	FeatureName          *string `query:",required"`
	RoleArn              *string `query:",required"`
}

// RemoveRoleFromDBInstance removes the IAM role for the feature FeatureName
// from an available instance.
//
// Behavior:
//   - The role is removed immediately.
func (r *region) RemoveRoleFromDBInstance(in *removeRoleFromDBInstanceInput) (*noOutput, error) {
	i, err := r.instances().find(*in.DBInstanceIdentifier)
	switch {
	case err != nil:
		return nil, err
	case i.status != "available":
		return nil, i.notAvailable()
	}
	at := i.roleFor(*in.FeatureName)
	if at < 0 || *i.db.AssociatedRoles[at].RoleArn != *in.RoleArn {
		return nil, apiError("DBInstanceRoleNotFound", "Role ARN %s cannot be found for the feature %s of DB Instance: %s.",
			shorten(*in.RoleArn), shorten(*in.FeatureName), i.name)
	}
	i.db.AssociatedRoles = slices.Delete(slices.Clone(i.db.AssociatedRoles), at, at+1)
	i.record(modified)
	return &noOutput{}, nil
}

// roleFor returns the index of a feature's role, or -1.
func (i *instance) roleFor(feature string) int {
	return slices.IndexFunc(i.db.AssociatedRoles, func(r rdstypes.DBInstanceRole) bool { return strings.EqualFold(*r.FeatureName, feature) })
}

// setRole adds a role, or changes the status of a role.
func (i *instance) setRole(role rdstypes.DBInstanceRole) {
	roles := slices.Clone(i.db.AssociatedRoles)
	if at := i.roleFor(*role.FeatureName); at >= 0 {
		roles[at] = role
	} else {
		roles = append(roles, role)
	}
	i.db.AssociatedRoles = roles
}
