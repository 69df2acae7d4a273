package neptune_test

import (
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func TestInstanceOperations(t *testing.T) {
	for _, c := range instanceOperations() {
		t.Run(c.name(), c.run)
	}
}

func instanceOperations() []operation {
	return []operation{
		{
			in: &neptune.CreateDBInstanceInput{
				DBClusterIdentifier:             ptr("graph"),
				DBInstanceClass:                 ptr("db.r6g.large"),
				DBInstanceIdentifier:            ptr("graph-1"),
				Engine:                          ptr("neptune"),
				AllocatedStorage:                ptr(int32(1)),
				AutoMinorVersionUpgrade:         ptr(true),
				AvailabilityZone:                ptr("eu-west-1a"),
				BackupRetentionPeriod:           ptr(int32(7)),
				CharacterSetName:                ptr("utf8"),
				CopyTagsToSnapshot:              ptr(true),
				DBName:                          ptr("main"),
				DBParameterGroupName:            ptr("params-1"),
				DBSecurityGroups:                []string{"default"},
				DBSubnetGroupName:               ptr("subnets"),
				DeletionProtection:              ptr(true),
				Domain:                          ptr("d-1"),
				DomainIAMRoleName:               ptr("domain-role"),
				EnableCloudwatchLogsExports:     []string{"audit", "slowquery"},
				EnableIAMDatabaseAuthentication: ptr(true),
				EnablePerformanceInsights:       ptr(true),
				EngineVersion:                   ptr("1.4.5.1"),
				Iops:                            ptr(int32(1000)),
				KmsKeyId:                        ptr("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
				LicenseModel:                    ptr("amazon-license"),
				MasterUserPassword:              ptr("hunter2&co"),
				MasterUsername:                  ptr("admin"),
				MonitoringInterval:              ptr(int32(60)),
				MonitoringRoleArn:               ptr("arn:aws:iam::123456789012:role/monitoring"),
				MultiAZ:                         ptr(true),
				OptionGroupName:                 ptr("options"),
				PerformanceInsightsKMSKeyId:     ptr("alias/insights"),
				Port:                            ptr(int32(8182)),
				PreferredBackupWindow:           ptr("03:00-03:30"),
				PreferredMaintenanceWindow:      ptr("sun:05:00-sun:05:30"),
				PromotionTier:                   ptr(int32(2)),
				PubliclyAccessible:              ptr(true),
				StorageEncrypted:                ptr(true),
				StorageType:                     ptr("iopt1"),
				Tags:                            []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
				TdeCredentialArn:                ptr("arn:aws:secretsmanager:eu-west-1:123456789012:secret:tde"),
				TdeCredentialPassword:           ptr("open sesame"),
				Timezone:                        ptr("UTC"),
				VpcSecurityGroupIds:             []string{"sg-1", "sg-2"},
			},
			form: `Action=CreateDBInstance
AllocatedStorage=1
AutoMinorVersionUpgrade=true
AvailabilityZone=eu-west-1a
BackupRetentionPeriod=7
CharacterSetName=utf8
CopyTagsToSnapshot=true
DBClusterIdentifier=graph
DBInstanceClass=db.r6g.large
DBInstanceIdentifier=graph-1
DBName=main
DBParameterGroupName=params-1
DBSecurityGroups.DBSecurityGroupName.1=default
DBSubnetGroupName=subnets
DeletionProtection=true
Domain=d-1
DomainIAMRoleName=domain-role
EnableCloudwatchLogsExports.member.1=audit
EnableCloudwatchLogsExports.member.2=slowquery
EnableIAMDatabaseAuthentication=true
EnablePerformanceInsights=true
Engine=neptune
EngineVersion=1.4.5.1
Iops=1000
KmsKeyId=arn:aws:kms:eu-west-1:123456789012:key/0a1b
LicenseModel=amazon-license
MasterUserPassword=hunter2&co
MasterUsername=admin
MonitoringInterval=60
MonitoringRoleArn=arn:aws:iam::123456789012:role/monitoring
MultiAZ=true
OptionGroupName=options
PerformanceInsightsKMSKeyId=alias/insights
Port=8182
PreferredBackupWindow=03:00-03:30
PreferredMaintenanceWindow=sun:05:00-sun:05:30
PromotionTier=2
PubliclyAccessible=true
StorageEncrypted=true
StorageType=iopt1
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b
TdeCredentialArn=arn:aws:secretsmanager:eu-west-1:123456789012:secret:tde
TdeCredentialPassword=open sesame
Timezone=UTC
Version=2014-10-31
VpcSecurityGroupIds.VpcSecurityGroupId.1=sg-1
VpcSecurityGroupIds.VpcSecurityGroupId.2=sg-2`,
			result: "<DBInstance>" + instanceXML + "</DBInstance>",
			want: &neptune.CreateDBInstanceOutput{
				DBInstance: ptr(instanceWant()),
			},
			faults: []smithy.APIError{
				new(types.AuthorizationNotFoundFault),
				new(types.DBClusterNotFoundFault),
				new(types.DBInstanceAlreadyExistsFault),
				new(types.DBParameterGroupNotFoundFault),
				new(types.DBSecurityGroupNotFoundFault),
				new(types.DBSubnetGroupDoesNotCoverEnoughAZs),
				new(types.DBSubnetGroupNotFoundFault),
				new(types.DomainNotFoundFault),
				new(types.InstanceQuotaExceededFault),
				new(types.InsufficientDBInstanceCapacityFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidSubnet),
				new(types.InvalidVPCNetworkStateFault),
				new(types.KMSKeyNotAccessibleFault),
				new(types.OptionGroupNotFoundFault),
				new(types.ProvisionedIopsNotAvailableInAZFault),
				new(types.StorageQuotaExceededFault),
				new(types.StorageTypeNotSupportedFault),
			},
		},
		{
			in: &neptune.DeleteDBInstanceInput{
				DBInstanceIdentifier:      ptr("graph-1"),
				FinalDBSnapshotIdentifier: ptr("graph-last"),
				SkipFinalSnapshot:         ptr(false),
			},
			form: `Action=DeleteDBInstance
DBInstanceIdentifier=graph-1
FinalDBSnapshotIdentifier=graph-last
SkipFinalSnapshot=false
Version=2014-10-31`,
			result: "<DBInstance>" + instanceXML + "</DBInstance>",
			want: &neptune.DeleteDBInstanceOutput{
				DBInstance: ptr(instanceWant()),
			},
			faults: []smithy.APIError{
				new(types.DBInstanceNotFoundFault),
				new(types.DBSnapshotAlreadyExistsFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
				new(types.SnapshotQuotaExceededFault),
			},
		},
		{
			in: &neptune.RebootDBInstanceInput{DBInstanceIdentifier: ptr("graph-1"), ForceFailover: ptr(true)},
			form: `Action=RebootDBInstance
DBInstanceIdentifier=graph-1
ForceFailover=true
Version=2014-10-31`,
			result: "<DBInstance>" + instanceXML + "</DBInstance>",
			want:   &neptune.RebootDBInstanceOutput{DBInstance: ptr(instanceWant())},
			faults: []smithy.APIError{
				new(types.DBInstanceNotFoundFault),
				new(types.InvalidDBInstanceStateFault),
			},
		},
		{
			in: &neptune.DescribeDBInstancesInput{
				DBInstanceIdentifier: ptr("graph-1"),
				Filters: []types.Filter{
					{Name: ptr("engine"), Values: []string{"neptune"}},
				},
				Marker:     ptr("bmV4dA=="),
				MaxRecords: ptr(int32(50)),
			},
			form: `Action=DescribeDBInstances
DBInstanceIdentifier=graph-1
Filters.Filter.1.Name=engine
Filters.Filter.1.Values.Value.1=neptune
Marker=bmV4dA==
MaxRecords=50
Version=2014-10-31`,
			result: "<DBInstances><DBInstance>" + instanceXML + "</DBInstance></DBInstances>" + "<Marker>bmV4dC1wYWdl</Marker>",
			want: &neptune.DescribeDBInstancesOutput{
				DBInstances: []types.DBInstance{instanceWant()},
				Marker:      ptr("bmV4dC1wYWdl"),
			},
			faults: []smithy.APIError{
				new(types.DBInstanceNotFoundFault),
			},
		},
	}
}

// instanceXML has all members of a DBInstance, and instanceWant is what it means.
const instanceXML = `<AllocatedStorage>1</AllocatedStorage>
<AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade>
<AvailabilityZone>eu-west-1a</AvailabilityZone>
<BackupRetentionPeriod>7</BackupRetentionPeriod>
<CACertificateIdentifier>rds-ca-rsa2048-g1</CACertificateIdentifier>
<CharacterSetName>utf8</CharacterSetName>
<CopyTagsToSnapshot>true</CopyTagsToSnapshot>
<DBClusterIdentifier>graph</DBClusterIdentifier>
<DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:graph-1</DBInstanceArn>
<DBInstanceClass>db.r6g.large</DBInstanceClass>
<DBInstanceIdentifier>graph-1</DBInstanceIdentifier>
<DBInstanceStatus>available</DBInstanceStatus>
<DBName>main</DBName>
<DBParameterGroups>
	<DBParameterGroup>
		<DBParameterGroupName>params-1</DBParameterGroupName>
		<ParameterApplyStatus>in-sync</ParameterApplyStatus>
	</DBParameterGroup>
</DBParameterGroups>
<DBSecurityGroups>
	<DBSecurityGroup>
		<DBSecurityGroupName>default</DBSecurityGroupName>
		<Status>active</Status>
	</DBSecurityGroup>
</DBSecurityGroups>
<DBSubnetGroup>
	<DBSubnetGroupArn>arn:aws:rds:eu-west-1:123456789012:subgrp:subnets</DBSubnetGroupArn>
	<DBSubnetGroupDescription>private subnets</DBSubnetGroupDescription>
	<DBSubnetGroupName>subnets</DBSubnetGroupName>
	<SubnetGroupStatus>Complete</SubnetGroupStatus>
	<Subnets>
		<Subnet>
			<SubnetAvailabilityZone>
				<Name>eu-west-1a</Name>
			</SubnetAvailabilityZone>
			<SubnetIdentifier>subnet-1</SubnetIdentifier>
			<SubnetStatus>Active</SubnetStatus>
		</Subnet>
	</Subnets>
	<SupportedNetworkTypes>
		<member>IPV4</member>
		<member>DUAL</member>
	</SupportedNetworkTypes>
	<VpcId>vpc-1</VpcId>
</DBSubnetGroup>
<DbInstancePort>8182</DbInstancePort>
<DbiResourceId>db-ABC</DbiResourceId>
<DeletionProtection>true</DeletionProtection>
<DomainMemberships>
	<DomainMembership>
		<Domain>d-1</Domain>
		<FQDN>corp.example.com</FQDN>
		<IAMRoleName>domain-role</IAMRoleName>
		<Status>joined</Status>
	</DomainMembership>
</DomainMemberships>
<EnabledCloudwatchLogsExports>
	<member>audit</member>
	<member>slowquery</member>
</EnabledCloudwatchLogsExports>
<Endpoint>
	<Address>graph-1.c1.eu-west-1.neptune.amazonaws.com</Address>
	<HostedZoneId>Z2R2ITUGPM61AM</HostedZoneId>
	<Port>8182</Port>
</Endpoint>
<Engine>neptune</Engine>
<EngineVersion>1.4.5.1</EngineVersion>
<EnhancedMonitoringResourceArn>arn:aws:logs:eu-west-1:123456789012:log-group:RDSOSMetrics</EnhancedMonitoringResourceArn>
<IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled>
<InstanceCreateTime>2026-05-01T12:00:00Z</InstanceCreateTime>
<Iops>1000</Iops>
<KmsKeyId>arn:aws:kms:eu-west-1:123456789012:key/0a1b</KmsKeyId>
<LatestRestorableTime>2026-05-02T12:00:00Z</LatestRestorableTime>
<LicenseModel>amazon-license</LicenseModel>
<MasterUsername>admin</MasterUsername>
<MonitoringInterval>60</MonitoringInterval>
<MonitoringRoleArn>arn:aws:iam::123456789012:role/monitoring</MonitoringRoleArn>
<MultiAZ>true</MultiAZ>
<NetworkType>DUAL</NetworkType>
<OptionGroupMemberships>
	<OptionGroupMembership>
		<OptionGroupName>options</OptionGroupName>
		<Status>in-sync</Status>
	</OptionGroupMembership>
</OptionGroupMemberships>
<PendingModifiedValues>
	<AllocatedStorage>1</AllocatedStorage>
	<BackupRetentionPeriod>7</BackupRetentionPeriod>
	<CACertificateIdentifier>rds-ca-rsa2048-g1</CACertificateIdentifier>
	<DBInstanceClass>db.r6g.large</DBInstanceClass>
	<DBInstanceIdentifier>graph-new</DBInstanceIdentifier>
	<DBSubnetGroupName>subnets</DBSubnetGroupName>
	<EngineVersion>1.4.5.1</EngineVersion>
	<Iops>1000</Iops>
	<LicenseModel>amazon-license</LicenseModel>
	<MasterUserPassword>hunter2&amp;co</MasterUserPassword>
	<MultiAZ>true</MultiAZ>
	<PendingCloudwatchLogsExports>
		<LogTypesToDisable>
			<member>slowquery</member>
		</LogTypesToDisable>
		<LogTypesToEnable>
			<member>audit</member>
		</LogTypesToEnable>
	</PendingCloudwatchLogsExports>
	<Port>8182</Port>
	<StorageType>iopt1</StorageType>
</PendingModifiedValues>
<PerformanceInsightsEnabled>true</PerformanceInsightsEnabled>
<PerformanceInsightsKMSKeyId>alias/insights</PerformanceInsightsKMSKeyId>
<PreferredBackupWindow>03:00-03:30</PreferredBackupWindow>
<PreferredMaintenanceWindow>sun:05:00-sun:05:30</PreferredMaintenanceWindow>
<PromotionTier>2</PromotionTier>
<PubliclyAccessible>false</PubliclyAccessible>
<ReadReplicaDBClusterIdentifiers>
	<ReadReplicaDBClusterIdentifier>graph-far</ReadReplicaDBClusterIdentifier>
</ReadReplicaDBClusterIdentifiers>
<ReadReplicaDBInstanceIdentifiers>
	<ReadReplicaDBInstanceIdentifier>graph-2</ReadReplicaDBInstanceIdentifier>
</ReadReplicaDBInstanceIdentifiers>
<ReadReplicaSourceDBInstanceIdentifier>graph-0</ReadReplicaSourceDBInstanceIdentifier>
<SecondaryAvailabilityZone>eu-west-1b</SecondaryAvailabilityZone>
<StatusInfos>
	<DBInstanceStatusInfo>
		<Message>all is well</Message>
		<Normal>true</Normal>
		<Status>replicating</Status>
		<StatusType>read replication</StatusType>
	</DBInstanceStatusInfo>
</StatusInfos>
<StorageEncrypted>true</StorageEncrypted>
<StorageType>iopt1</StorageType>
<TdeCredentialArn>arn:aws:secretsmanager:eu-west-1:123456789012:secret:tde</TdeCredentialArn>
<Timezone>UTC</Timezone>
<VpcSecurityGroups>
	<VpcSecurityGroupMembership>
		<Status>active</Status>
		<VpcSecurityGroupId>sg-1</VpcSecurityGroupId>
	</VpcSecurityGroupMembership>
</VpcSecurityGroups>`

func instanceWant() types.DBInstance {
	return types.DBInstance{
		AllocatedStorage:        ptr(int32(1)),
		AutoMinorVersionUpgrade: ptr(true),
		AvailabilityZone:        ptr("eu-west-1a"),
		BackupRetentionPeriod:   ptr(int32(7)),
		CACertificateIdentifier: ptr("rds-ca-rsa2048-g1"),
		CharacterSetName:        ptr("utf8"),
		CopyTagsToSnapshot:      ptr(true),
		DBClusterIdentifier:     ptr("graph"),
		DBInstanceArn:           ptr("arn:aws:rds:eu-west-1:123456789012:db:graph-1"),
		DBInstanceClass:         ptr("db.r6g.large"),
		DBInstanceIdentifier:    ptr("graph-1"),
		DBInstanceStatus:        ptr("available"),
		DBName:                  ptr("main"),
		DBParameterGroups: []types.DBParameterGroupStatus{{
			DBParameterGroupName: ptr("params-1"),
			ParameterApplyStatus: ptr("in-sync"),
		}},
		DBSecurityGroups: []types.DBSecurityGroupMembership{{
			DBSecurityGroupName: ptr("default"),
			Status:              ptr("active"),
		}},
		DBSubnetGroup: &types.DBSubnetGroup{
			DBSubnetGroupArn:         ptr("arn:aws:rds:eu-west-1:123456789012:subgrp:subnets"),
			DBSubnetGroupDescription: ptr("private subnets"),
			DBSubnetGroupName:        ptr("subnets"),
			SubnetGroupStatus:        ptr("Complete"),
			Subnets: []types.Subnet{{
				SubnetAvailabilityZone: &types.AvailabilityZone{
					Name: ptr("eu-west-1a"),
				},
				SubnetIdentifier: ptr("subnet-1"),
				SubnetStatus:     ptr("Active"),
			}},
			SupportedNetworkTypes: []string{"IPV4", "DUAL"},
			VpcId:                 ptr("vpc-1"),
		},
		DbInstancePort:     ptr(int32(8182)),
		DbiResourceId:      ptr("db-ABC"),
		DeletionProtection: ptr(true),
		DomainMemberships: []types.DomainMembership{{
			Domain:      ptr("d-1"),
			FQDN:        ptr("corp.example.com"),
			IAMRoleName: ptr("domain-role"),
			Status:      ptr("joined"),
		}},
		EnabledCloudwatchLogsExports: []string{"audit", "slowquery"},
		Endpoint: &types.Endpoint{
			Address:      ptr("graph-1.c1.eu-west-1.neptune.amazonaws.com"),
			HostedZoneId: ptr("Z2R2ITUGPM61AM"),
			Port:         ptr(int32(8182)),
		},
		Engine:                           ptr("neptune"),
		EngineVersion:                    ptr("1.4.5.1"),
		EnhancedMonitoringResourceArn:    ptr("arn:aws:logs:eu-west-1:123456789012:log-group:RDSOSMetrics"),
		IAMDatabaseAuthenticationEnabled: ptr(true),
		InstanceCreateTime:               at(1),
		Iops:                             ptr(int32(1000)),
		KmsKeyId:                         ptr("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
		LatestRestorableTime:             at(2),
		LicenseModel:                     ptr("amazon-license"),
		MasterUsername:                   ptr("admin"),
		MonitoringInterval:               ptr(int32(60)),
		MonitoringRoleArn:                ptr("arn:aws:iam::123456789012:role/monitoring"),
		MultiAZ:                          ptr(true),
		NetworkType:                      ptr("DUAL"),
		OptionGroupMemberships: []types.OptionGroupMembership{{
			OptionGroupName: ptr("options"),
			Status:          ptr("in-sync"),
		}},
		PendingModifiedValues: &types.PendingModifiedValues{
			AllocatedStorage:        ptr(int32(1)),
			BackupRetentionPeriod:   ptr(int32(7)),
			CACertificateIdentifier: ptr("rds-ca-rsa2048-g1"),
			DBInstanceClass:         ptr("db.r6g.large"),
			DBInstanceIdentifier:    ptr("graph-new"),
			DBSubnetGroupName:       ptr("subnets"),
			EngineVersion:           ptr("1.4.5.1"),
			Iops:                    ptr(int32(1000)),
			LicenseModel:            ptr("amazon-license"),
			MasterUserPassword:      ptr("hunter2&co"),
			MultiAZ:                 ptr(true),
			PendingCloudwatchLogsExports: &types.PendingCloudwatchLogsExports{
				LogTypesToDisable: []string{"slowquery"},
				LogTypesToEnable:  []string{"audit"},
			},
			Port:        ptr(int32(8182)),
			StorageType: ptr("iopt1"),
		},
		PerformanceInsightsEnabled:            ptr(true),
		PerformanceInsightsKMSKeyId:           ptr("alias/insights"),
		PreferredBackupWindow:                 ptr("03:00-03:30"),
		PreferredMaintenanceWindow:            ptr("sun:05:00-sun:05:30"),
		PromotionTier:                         ptr(int32(2)),
		PubliclyAccessible:                    ptr(false), //nolint:staticcheck // members that are not used any more travel too
		ReadReplicaDBClusterIdentifiers:       []string{"graph-far"},
		ReadReplicaDBInstanceIdentifiers:      []string{"graph-2"},
		ReadReplicaSourceDBInstanceIdentifier: ptr("graph-0"),
		SecondaryAvailabilityZone:             ptr("eu-west-1b"),
		StatusInfos: []types.DBInstanceStatusInfo{{
			Message:    ptr("all is well"),
			Normal:     ptr(true),
			Status:     ptr("replicating"),
			StatusType: ptr("read replication"),
		}},
		StorageEncrypted: ptr(true),
		StorageType:      ptr("iopt1"),
		TdeCredentialArn: ptr("arn:aws:secretsmanager:eu-west-1:123456789012:secret:tde"),
		Timezone:         ptr("UTC"),
		VpcSecurityGroups: []types.VpcSecurityGroupMembership{{
			Status:             ptr("active"),
			VpcSecurityGroupId: ptr("sg-1"),
		}},
	}
}
