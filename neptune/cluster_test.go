package neptune_test

import (
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func TestClusterOperations(t *testing.T) {
	for _, c := range clusterOperations() {
		t.Run(c.name(), c.run)
	}
}

func clusterOperations() []operation {
	return []operation{
		{
			in: &neptune.CreateDBClusterInput{
				DBClusterIdentifier:             ptr("graph"),
				Engine:                          ptr("neptune"),
				AvailabilityZones:               []string{"eu-west-1a", "eu-west-1b"},
				BackupRetentionPeriod:           ptr(int32(7)),
				CharacterSetName:                ptr("utf8"),
				CopyTagsToSnapshot:              ptr(true),
				DBClusterParameterGroupName:     ptr("params"),
				DBSubnetGroupName:               ptr("subnets"),
				DatabaseName:                    ptr("main"),
				DeletionProtection:              ptr(true),
				EnableCloudwatchLogsExports:     []string{"audit", "slowquery"},
				EnableIAMDatabaseAuthentication: ptr(true),
				EngineVersion:                   ptr("1.4.5.1"),
				GlobalClusterIdentifier:         ptr("world"),
				KmsKeyId:                        ptr("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
				MasterUserPassword:              ptr("hunter2&co"),
				MasterUsername:                  ptr("admin"),
				NetworkType:                     ptr("DUAL"),
				OptionGroupName:                 ptr("options"),
				Port:                            ptr(int32(8182)),
				PreSignedUrl:                    ptr("https://rds.us-east-1.amazonaws.com/?Action=x&X-Amz-Signature=0"),
				PreferredBackupWindow:           ptr("03:00-03:30"),
				PreferredMaintenanceWindow:      ptr("sun:05:00-sun:05:30"),
				ReplicationSourceIdentifier:     ptr("arn:aws:rds:us-east-1:123456789012:cluster:graph-far"),
				ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfiguration{
					MaxCapacity: ptr(128.0),
					MinCapacity: ptr(2.5),
				},
				SourceRegion:        ptr("us-east-1"),
				StorageEncrypted:    ptr(true),
				StorageType:         ptr("iopt1"),
				Tags:                []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
				VpcSecurityGroupIds: []string{"sg-1", "sg-2"},
			},
			form: `Action=CreateDBCluster
AvailabilityZones.AvailabilityZone.1=eu-west-1a
AvailabilityZones.AvailabilityZone.2=eu-west-1b
BackupRetentionPeriod=7
CharacterSetName=utf8
CopyTagsToSnapshot=true
DBClusterIdentifier=graph
DBClusterParameterGroupName=params
DBSubnetGroupName=subnets
DatabaseName=main
DeletionProtection=true
EnableCloudwatchLogsExports.member.1=audit
EnableCloudwatchLogsExports.member.2=slowquery
EnableIAMDatabaseAuthentication=true
Engine=neptune
EngineVersion=1.4.5.1
GlobalClusterIdentifier=world
KmsKeyId=arn:aws:kms:eu-west-1:123456789012:key/0a1b
MasterUserPassword=hunter2&co
MasterUsername=admin
NetworkType=DUAL
OptionGroupName=options
Port=8182
PreSignedUrl=https://rds.us-east-1.amazonaws.com/?Action=x&X-Amz-Signature=0
PreferredBackupWindow=03:00-03:30
PreferredMaintenanceWindow=sun:05:00-sun:05:30
ReplicationSourceIdentifier=arn:aws:rds:us-east-1:123456789012:cluster:graph-far
ServerlessV2ScalingConfiguration.MaxCapacity=128
ServerlessV2ScalingConfiguration.MinCapacity=2.5
StorageEncrypted=true
StorageType=iopt1
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b
Version=2014-10-31
VpcSecurityGroupIds.VpcSecurityGroupId.1=sg-1
VpcSecurityGroupIds.VpcSecurityGroupId.2=sg-2`,
			result: "<DBCluster>" + clusterXML + "</DBCluster>",
			want: &neptune.CreateDBClusterOutput{
				DBCluster: ptr(clusterWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterAlreadyExistsFault),
				new(types.DBClusterNotFoundFault),
				new(types.DBClusterParameterGroupNotFoundFault),
				new(types.DBClusterQuotaExceededFault),
				new(types.DBInstanceNotFoundFault),
				new(types.DBSubnetGroupDoesNotCoverEnoughAZs),
				new(types.DBSubnetGroupNotFoundFault),
				new(types.GlobalClusterNotFoundFault),
				new(types.InsufficientStorageClusterCapacityFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
				new(types.InvalidDBSubnetGroupStateFault),
				new(types.InvalidGlobalClusterStateFault),
				new(types.InvalidSubnet),
				new(types.InvalidVPCNetworkStateFault),
				new(types.KMSKeyNotAccessibleFault),
				new(types.NetworkTypeNotSupportedFault),
				new(types.StorageQuotaExceededFault),
			},
		},
		{
			in: &neptune.DeleteDBClusterInput{
				DBClusterIdentifier:       ptr("graph"),
				FinalDBSnapshotIdentifier: ptr("graph-last"),
				SkipFinalSnapshot:         ptr(false),
			},
			form: `Action=DeleteDBCluster
DBClusterIdentifier=graph
FinalDBSnapshotIdentifier=graph-last
SkipFinalSnapshot=false
Version=2014-10-31`,
			result: "<DBCluster>" + clusterXML + "</DBCluster>",
			want: &neptune.DeleteDBClusterOutput{
				DBCluster: ptr(clusterWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.DBClusterSnapshotAlreadyExistsFault),
				new(types.InvalidDBClusterSnapshotStateFault),
				new(types.InvalidDBClusterStateFault),
				new(types.SnapshotQuotaExceededFault),
			},
		},
		{
			in: &neptune.DescribeDBClustersInput{
				DBClusterIdentifier: ptr("graph"),
				Filters: []types.Filter{
					{Name: ptr("engine"), Values: []string{"neptune"}},
					{Name: ptr("db-cluster-id"), Values: []string{"graph", "graph-2"}},
				},
				Marker:     ptr("bmV4dA=="),
				MaxRecords: ptr(int32(50)),
			},
			form: `Action=DescribeDBClusters
DBClusterIdentifier=graph
Filters.Filter.1.Name=engine
Filters.Filter.1.Values.Value.1=neptune
Filters.Filter.2.Name=db-cluster-id
Filters.Filter.2.Values.Value.1=graph
Filters.Filter.2.Values.Value.2=graph-2
Marker=bmV4dA==
MaxRecords=50
Version=2014-10-31`,
			result: "<DBClusters><DBCluster>" + clusterXML + "</DBCluster></DBClusters>" + "<Marker>bmV4dC1wYWdl</Marker>",
			want: &neptune.DescribeDBClustersOutput{
				DBClusters: []types.DBCluster{clusterWant()},
				Marker:     ptr("bmV4dC1wYWdl"),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
			},
		},
		{
			in: &neptune.ModifyDBClusterInput{
				DBClusterIdentifier:      ptr("graph"),
				AllowMajorVersionUpgrade: ptr(true),
				ApplyImmediately:         ptr(true),
				BackupRetentionPeriod:    ptr(int32(7)),
				CloudwatchLogsExportConfiguration: &types.CloudwatchLogsExportConfiguration{
					DisableLogTypes: []string{"slowquery"},
					EnableLogTypes:  []string{"audit"},
				},
				CopyTagsToSnapshot:              ptr(true),
				DBClusterParameterGroupName:     ptr("params"),
				DBInstanceParameterGroupName:    ptr("params-1"),
				DeletionProtection:              ptr(true),
				EnableIAMDatabaseAuthentication: ptr(true),
				EngineVersion:                   ptr("1.4.5.1"),
				MasterUserPassword:              ptr("hunter2&co"),
				NetworkType:                     ptr("DUAL"),
				NewDBClusterIdentifier:          ptr("graph-2"),
				OptionGroupName:                 ptr("options"),
				Port:                            ptr(int32(8182)),
				PreferredBackupWindow:           ptr("03:00-03:30"),
				PreferredMaintenanceWindow:      ptr("sun:05:00-sun:05:30"),
				ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfiguration{
					MaxCapacity: ptr(128.0),
					MinCapacity: ptr(2.5),
				},
				StorageType:         ptr("iopt1"),
				VpcSecurityGroupIds: []string{"sg-1", "sg-2"},
			},
			form: `Action=ModifyDBCluster
AllowMajorVersionUpgrade=true
ApplyImmediately=true
BackupRetentionPeriod=7
CloudwatchLogsExportConfiguration.DisableLogTypes.member.1=slowquery
CloudwatchLogsExportConfiguration.EnableLogTypes.member.1=audit
CopyTagsToSnapshot=true
DBClusterIdentifier=graph
DBClusterParameterGroupName=params
DBInstanceParameterGroupName=params-1
DeletionProtection=true
EnableIAMDatabaseAuthentication=true
EngineVersion=1.4.5.1
MasterUserPassword=hunter2&co
NetworkType=DUAL
NewDBClusterIdentifier=graph-2
OptionGroupName=options
Port=8182
PreferredBackupWindow=03:00-03:30
PreferredMaintenanceWindow=sun:05:00-sun:05:30
ServerlessV2ScalingConfiguration.MaxCapacity=128
ServerlessV2ScalingConfiguration.MinCapacity=2.5
StorageType=iopt1
Version=2014-10-31
VpcSecurityGroupIds.VpcSecurityGroupId.1=sg-1
VpcSecurityGroupIds.VpcSecurityGroupId.2=sg-2`,
			result: "<DBCluster>" + clusterXML + "</DBCluster>",
			want: &neptune.ModifyDBClusterOutput{
				DBCluster: ptr(clusterWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterAlreadyExistsFault),
				new(types.DBClusterNotFoundFault),
				new(types.DBClusterParameterGroupNotFoundFault),
				new(types.DBSubnetGroupNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
				new(types.InvalidDBSecurityGroupStateFault),
				new(types.InvalidDBSubnetGroupStateFault),
				new(types.InvalidSubnet),
				new(types.InvalidVPCNetworkStateFault),
				new(types.NetworkTypeNotSupportedFault),
				new(types.StorageQuotaExceededFault),
				new(types.StorageTypeNotSupportedFault),
			},
		},
		{
			in: &neptune.StartDBClusterInput{
				DBClusterIdentifier: ptr("graph"),
			},
			form: `Action=StartDBCluster
DBClusterIdentifier=graph
Version=2014-10-31`,
			result: "<DBCluster>" + clusterXML + "</DBCluster>",
			want: &neptune.StartDBClusterOutput{
				DBCluster: ptr(clusterWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
			},
		},
		{
			in: &neptune.FailoverDBClusterInput{DBClusterIdentifier: ptr("graph"), TargetDBInstanceIdentifier: ptr("graph-2")},
			form: `Action=FailoverDBCluster
DBClusterIdentifier=graph
TargetDBInstanceIdentifier=graph-2
Version=2014-10-31`,
			result: "<DBCluster>" + clusterXML + "</DBCluster>",
			want:   &neptune.FailoverDBClusterOutput{DBCluster: ptr(clusterWant())},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
			},
		},
		{
			in: &neptune.StopDBClusterInput{
				DBClusterIdentifier: ptr("graph"),
			},
			form: `Action=StopDBCluster
DBClusterIdentifier=graph
Version=2014-10-31`,
			result: "<DBCluster>" + clusterXML + "</DBCluster>",
			want: &neptune.StopDBClusterOutput{
				DBCluster: ptr(clusterWant()),
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.InvalidDBClusterStateFault),
				new(types.InvalidDBInstanceStateFault),
			},
		},
	}
}

// clusterXML has all members of a DBCluster, and clusterWant is what it means.
const clusterXML = `<AllocatedStorage>1</AllocatedStorage>
<AssociatedRoles>
	<DBClusterRole>
		<FeatureName>s3Import</FeatureName>
		<RoleArn>arn:aws:iam::123456789012:role/loader</RoleArn>
		<Status>ACTIVE</Status>
	</DBClusterRole>
</AssociatedRoles>
<AutomaticRestartTime>2026-05-01T12:00:00Z</AutomaticRestartTime>
<AvailabilityZones>
	<AvailabilityZone>eu-west-1a</AvailabilityZone>
	<AvailabilityZone>eu-west-1b</AvailabilityZone>
</AvailabilityZones>
<BackupRetentionPeriod>7</BackupRetentionPeriod>
<CharacterSetName>utf8</CharacterSetName>
<CloneGroupId>clone-1</CloneGroupId>
<ClusterCreateTime>2026-05-02T12:00:00Z</ClusterCreateTime>
<CopyTagsToSnapshot>true</CopyTagsToSnapshot>
<CrossAccountClone>false</CrossAccountClone>
<DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:graph</DBClusterArn>
<DBClusterIdentifier>graph</DBClusterIdentifier>
<DBClusterMembers>
	<DBClusterMember>
		<DBClusterParameterGroupStatus>in-sync</DBClusterParameterGroupStatus>
		<DBInstanceIdentifier>graph-1</DBInstanceIdentifier>
		<IsClusterWriter>true</IsClusterWriter>
		<PromotionTier>2</PromotionTier>
	</DBClusterMember>
</DBClusterMembers>
<DBClusterOptionGroupMemberships>
	<DBClusterOptionGroup>
		<DBClusterOptionGroupName>options</DBClusterOptionGroupName>
		<Status>in-sync</Status>
	</DBClusterOptionGroup>
</DBClusterOptionGroupMemberships>
<DBClusterParameterGroup>params</DBClusterParameterGroup>
<DBSubnetGroup>subnets</DBSubnetGroup>
<DatabaseName>main</DatabaseName>
<DbClusterResourceId>cluster-ABC</DbClusterResourceId>
<DeletionProtection>true</DeletionProtection>
<EarliestRestorableTime>2026-05-03T12:00:00Z</EarliestRestorableTime>
<EnabledCloudwatchLogsExports>
	<member>audit</member>
	<member>slowquery</member>
</EnabledCloudwatchLogsExports>
<Endpoint>graph.cluster-c1.eu-west-1.neptune.amazonaws.com</Endpoint>
<Engine>neptune</Engine>
<EngineVersion>1.4.5.1</EngineVersion>
<GlobalClusterIdentifier>world</GlobalClusterIdentifier>
<HostedZoneId>Z2R2ITUGPM61AM</HostedZoneId>
<IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled>
<IOOptimizedNextAllowedModificationTime>2026-05-04T12:00:00Z</IOOptimizedNextAllowedModificationTime>
<KmsKeyId>arn:aws:kms:eu-west-1:123456789012:key/0a1b</KmsKeyId>
<LatestRestorableTime>2026-05-05T12:00:00Z</LatestRestorableTime>
<MasterUsername>admin</MasterUsername>
<MultiAZ>true</MultiAZ>
<NetworkType>DUAL</NetworkType>
<PendingModifiedValues>
	<AllocatedStorage>1</AllocatedStorage>
	<BackupRetentionPeriod>7</BackupRetentionPeriod>
	<DBClusterIdentifier>graph-new</DBClusterIdentifier>
	<EngineVersion>1.4.5.1</EngineVersion>
	<IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled>
	<Iops>1000</Iops>
	<NetworkType>DUAL</NetworkType>
	<PendingCloudwatchLogsExports>
		<LogTypesToDisable>
			<member>slowquery</member>
		</LogTypesToDisable>
		<LogTypesToEnable>
			<member>audit</member>
		</LogTypesToEnable>
	</PendingCloudwatchLogsExports>
	<StorageType>iopt1</StorageType>
</PendingModifiedValues>
<PercentProgress>42</PercentProgress>
<Port>8182</Port>
<PreferredBackupWindow>03:00-03:30</PreferredBackupWindow>
<PreferredMaintenanceWindow>sun:05:00-sun:05:30</PreferredMaintenanceWindow>
<ReadReplicaIdentifiers>
	<ReadReplicaIdentifier>arn:aws:rds:us-east-1:123456789012:cluster:graph-far</ReadReplicaIdentifier>
</ReadReplicaIdentifiers>
<ReaderEndpoint>graph.cluster-ro-c1.eu-west-1.neptune.amazonaws.com</ReaderEndpoint>
<ReplicationSourceIdentifier>arn:aws:rds:us-east-1:123456789012:cluster:graph-far</ReplicationSourceIdentifier>
<ServerlessV2ScalingConfiguration>
	<MaxCapacity>128.0</MaxCapacity>
	<MinCapacity>2.5</MinCapacity>
</ServerlessV2ScalingConfiguration>
<Status>available</Status>
<StorageEncrypted>true</StorageEncrypted>
<StorageType>iopt1</StorageType>
<VpcSecurityGroups>
	<VpcSecurityGroupMembership>
		<Status>active</Status>
		<VpcSecurityGroupId>sg-1</VpcSecurityGroupId>
	</VpcSecurityGroupMembership>
</VpcSecurityGroups>`

func clusterWant() types.DBCluster {
	return types.DBCluster{
		AllocatedStorage: ptr(int32(1)),
		AssociatedRoles: []types.DBClusterRole{{
			FeatureName: ptr("s3Import"),
			RoleArn:     ptr("arn:aws:iam::123456789012:role/loader"),
			Status:      ptr("ACTIVE"),
		}},
		AutomaticRestartTime:  at(1),
		AvailabilityZones:     []string{"eu-west-1a", "eu-west-1b"},
		BackupRetentionPeriod: ptr(int32(7)),
		CharacterSetName:      ptr("utf8"),
		CloneGroupId:          ptr("clone-1"),
		ClusterCreateTime:     at(2),
		CopyTagsToSnapshot:    ptr(true),
		CrossAccountClone:     ptr(false),
		DBClusterArn:          ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
		DBClusterIdentifier:   ptr("graph"),
		DBClusterMembers: []types.DBClusterMember{{
			DBClusterParameterGroupStatus: ptr("in-sync"),
			DBInstanceIdentifier:          ptr("graph-1"),
			IsClusterWriter:               ptr(true),
			PromotionTier:                 ptr(int32(2)),
		}},
		DBClusterOptionGroupMemberships: []types.DBClusterOptionGroupStatus{{
			DBClusterOptionGroupName: ptr("options"),
			Status:                   ptr("in-sync"),
		}},
		DBClusterParameterGroup:                ptr("params"),
		DBSubnetGroup:                          ptr("subnets"),
		DatabaseName:                           ptr("main"),
		DbClusterResourceId:                    ptr("cluster-ABC"),
		DeletionProtection:                     ptr(true),
		EarliestRestorableTime:                 at(3),
		EnabledCloudwatchLogsExports:           []string{"audit", "slowquery"},
		Endpoint:                               ptr("graph.cluster-c1.eu-west-1.neptune.amazonaws.com"),
		Engine:                                 ptr("neptune"),
		EngineVersion:                          ptr("1.4.5.1"),
		GlobalClusterIdentifier:                ptr("world"),
		HostedZoneId:                           ptr("Z2R2ITUGPM61AM"),
		IAMDatabaseAuthenticationEnabled:       ptr(true),
		IOOptimizedNextAllowedModificationTime: at(4),
		KmsKeyId:                               ptr("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
		LatestRestorableTime:                   at(5),
		MasterUsername:                         ptr("admin"),
		MultiAZ:                                ptr(true),
		NetworkType:                            ptr("DUAL"),
		PendingModifiedValues: &types.ClusterPendingModifiedValues{
			AllocatedStorage:                 ptr(int32(1)),
			BackupRetentionPeriod:            ptr(int32(7)),
			DBClusterIdentifier:              ptr("graph-new"),
			EngineVersion:                    ptr("1.4.5.1"),
			IAMDatabaseAuthenticationEnabled: ptr(true),
			Iops:                             ptr(int32(1000)),
			NetworkType:                      ptr("DUAL"),
			PendingCloudwatchLogsExports: &types.PendingCloudwatchLogsExports{
				LogTypesToDisable: []string{"slowquery"},
				LogTypesToEnable:  []string{"audit"},
			},
			StorageType: ptr("iopt1"),
		},
		PercentProgress:             ptr("42"),
		Port:                        ptr(int32(8182)),
		PreferredBackupWindow:       ptr("03:00-03:30"),
		PreferredMaintenanceWindow:  ptr("sun:05:00-sun:05:30"),
		ReadReplicaIdentifiers:      []string{"arn:aws:rds:us-east-1:123456789012:cluster:graph-far"},
		ReaderEndpoint:              ptr("graph.cluster-ro-c1.eu-west-1.neptune.amazonaws.com"),
		ReplicationSourceIdentifier: ptr("arn:aws:rds:us-east-1:123456789012:cluster:graph-far"),
		ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfigurationInfo{
			MaxCapacity: ptr(128.0),
			MinCapacity: ptr(2.5),
		},
		Status:           ptr("available"),
		StorageEncrypted: ptr(true),
		StorageType:      ptr("iopt1"),
		VpcSecurityGroups: []types.VpcSecurityGroupMembership{{
			Status:             ptr("active"),
			VpcSecurityGroupId: ptr("sg-1"),
		}},
	}
}
