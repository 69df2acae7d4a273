package awsquery_test

import (
	"time"

	"github.com/aws/smithy-go/middleware"
)

// The shapes in the tests are parts of the services' shapes, with a member of
// every type.

type enum string

type describeClustersInput struct {
	DBClusterIdentifier *string
	Filters             []filter `query:",item=Filter"`
	IncludeShared       *bool
	Marker              *string
	MaxRecords          *int32
}

type filter struct {
	Name   *string  `query:",required"`
	Values []string `query:",required,item=Value"`
}

type startExportInput struct {
	ExportTaskIdentifier *string `query:",required"`
	IamRoleArn           *string `query:",required"`
	KmsKeyId             *string `query:",required"`
	S3BucketName         *string `query:",required"`
	SourceArn            *string `query:",required"`
	ExportOnly           []string
	S3Prefix             *string
}

type copySnapshotInput struct {
	SourceDBClusterSnapshotIdentifier *string `query:",required"`
	TargetDBClusterSnapshotIdentifier *string `query:",required"`
	KmsKeyId                          *string
	PreSignedUrl                      *string `query:",nopresign"`
	DestinationRegion                 *string `query:",presigned"`
	SourceRegion                      *string `query:"-"`
	Tags                              []tag   `query:",item=Tag"`
}

type tag struct{ Key, Value *string }

type describeClustersOutput struct {
	DBClusters     []cluster `query:",item=DBCluster"`
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

type startClusterOutput struct {
	DBCluster      *cluster
	ResultMetadata middleware.Metadata `query:"-"`
}

type emptyOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

type cluster struct {
	AllocatedStorage                 *int32
	AssociatedRoles                  []role `query:",item=DBClusterRole"`
	AutomaticRestartTime             *time.Time
	AvailabilityZones                []string `query:",item=AvailabilityZone"`
	BackupRetentionPeriod            *int32
	CharacterSetName                 *string
	CloneGroupId                     *string
	ClusterCreateTime                *time.Time
	CopyTagsToSnapshot               *bool
	CrossAccountClone                *bool
	DBClusterArn                     *string
	DBClusterIdentifier              *string
	DBClusterMembers                 []member `query:",item=DBClusterMember"`
	DBClusterParameterGroup          *string
	DBSubnetGroup                    *string
	DatabaseName                     *string
	DbClusterResourceId              *string
	DeletionProtection               *bool
	EarliestRestorableTime           *time.Time
	EnabledCloudwatchLogsExports     []string
	Endpoint                         *string
	Engine                           *string
	EngineVersion                    *string
	HostedZoneId                     *string
	IAMDatabaseAuthenticationEnabled *bool
	KmsKeyId                         *string
	LatestRestorableTime             *time.Time
	MasterUsername                   *string
	MultiAZ                          *bool
	PendingModifiedValues            *pending
	PercentProgress                  *string
	Port                             *int32
	PreferredBackupWindow            *string
	PreferredMaintenanceWindow       *string
	ReadReplicaIdentifiers           []string `query:",item=ReadReplicaIdentifier"`
	ReaderEndpoint                   *string
	ServerlessV2ScalingConfiguration *scaling
	Status                           *string
	StorageEncrypted                 *bool
	StorageType                      *string
	VpcSecurityGroups                []group `query:",item=VpcSecurityGroupMembership"`
}

type role struct{ FeatureName, RoleArn, Status *string }

type member struct {
	DBClusterParameterGroupStatus *string
	DBInstanceIdentifier          *string
	IsClusterWriter               *bool
	PromotionTier                 *int32
}

type pending struct {
	BackupRetentionPeriod        *int32
	EngineVersion                *string
	PendingCloudwatchLogsExports *logExports
}

type logExports struct{ LogTypesToDisable, LogTypesToEnable []string }

type scaling struct{ MaxCapacity, MinCapacity *float64 }

type group struct{ Status, VpcSecurityGroupId *string }

type describeExportsOutput struct {
	ExportTasks    []exportTask `query:",item=ExportTask"`
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

type exportTask struct {
	ExportOnly             []string
	ExportTaskIdentifier   *string
	FailureCause           *string
	IamRoleArn             *string
	KmsKeyId               *string
	PercentProgress        *int32
	S3Bucket               *string
	S3Prefix               *string
	SnapshotTime           *time.Time
	SourceArn              *string
	SourceType             enum
	Status                 *string
	TaskEndTime            *time.Time
	TaskStartTime          *time.Time
	TotalExtractedDataInGB *int32
	WarningMessage         *string
}

// everything has a member of each type that can be sent.
type everything struct {
	embedded
	Str       *string
	Enum      enum
	EnumPtr   *enum
	Bool      *bool
	BoolVal   bool
	Int32     *int32
	Int32Val  int32
	Int64     *int64
	Int64Val  int64
	Float32   *float32
	Float64   *float64
	FloatVal  float64
	Time      *time.Time
	TimeVal   time.Time
	Epoch     *time.Time  `query:",time=epoch"`
	HTTP      *time.Time  `query:",time=http"`
	Epochs    []time.Time `query:",time=epoch"`
	Blob      []byte
	Renamed   *string `query:"OtherName"`
	Strings   []string
	Flat      []string `query:",flat"`
	Enums     []enum   `query:",item=Enum"`
	Ints      []int32
	Bools     []bool `query:",flat"`
	Blobs     [][]byte
	Lists     [][]string
	StrPtrs   []*string
	Struct    leaf
	StructPtr *leaf
	Structs   []leaf `query:",item=Leaf"`
	FlatStr   []leaf `query:",flat"`
	Ptrs      []*leaf
	Map       map[string]string
	FlatMap   map[string]string `query:",flat,key=K,value=V"`
	EnumMap   map[enum]enum     `query:",item=pair"`
	StructMap map[string]leaf
	ListMap   map[string][]string
	Self      *everything
	Selves    []everything
	skipped   *string
	Never     *string `query:"-"`
}

type embedded struct {
	Inner *string
	Count *int32
}

type leaf struct {
	A *string
	B *int64
}
