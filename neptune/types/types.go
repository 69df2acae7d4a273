// Package types holds the shapes that requests and answers of package neptune are made of, the
// enums, and the typed faults.
//
// Members are pointers: nil is "not sent". In an answer, nil says that the service left the member
// out. All times are UTC. Neptune shares its shapes with Amazon RDS: members that only other
// engines use are here too, and say so.
package types

// Filter narrows down what an operation lists: a resource passes when it has one of the Values, and
// with several filters it has to pass each of them. The names that an operation knows stand in its
// documentation.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Filter.html
type Filter struct {
	// Required. One of the names that the operation documents, such as engine. Letter case matters.
	Name *string `query:",required"`
	// Required, at least one. Letter case matters.
	Values []string `query:",required,item=Value"`
}

// Tag is a key with an optional value that is kept with a resource. A resource has at most 50 of
// them.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Tag.html
type Tag struct {
	// 1 to 128 characters: letters, digits, white space and _ . : / = + - @, not beginning with
	// aws: or rds:.
	Key *string
	// 0 to 256 characters of the same kind, not beginning with aws: or rds:.
	Value *string
}

// VpcSecurityGroupMembership is a VPC security group that guards a cluster or an instance.
type VpcSecurityGroupMembership struct {
	// active once the group applies; adding or removing while a change is on its way.
	Status             *string
	VpcSecurityGroupId *string
}

// PendingCloudwatchLogsExports lists the logs of which the export to CloudWatch Logs is being
// switched on or off.
type PendingCloudwatchLogsExports struct {
	LogTypesToDisable []string
	LogTypesToEnable  []string
}

// CloudwatchLogsExportConfiguration changes which logs are exported to CloudWatch Logs. Logs that
// neither list names stay as they are. A cluster parameter has to switch the log itself on, too
// (neptune_enable_audit_log, neptune_enable_slow_query_log).
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_CloudwatchLogsExportConfiguration.html
type CloudwatchLogsExportConfiguration struct {
	// audit, slowquery or both.
	DisableLogTypes []string
	// audit, slowquery or both.
	EnableLogTypes []string
}

// DBSubnetGroup is a named set of subnets of one VPC, in at least two Availability Zones.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBSubnetGroup.html
type DBSubnetGroup struct {
	DBSubnetGroupArn         *string
	DBSubnetGroupDescription *string
	// The name, in lower case; default is the one of the default VPC.
	DBSubnetGroupName *string
	// Complete when the group can be used.
	SubnetGroupStatus *string
	Subnets           []Subnet `query:",item=Subnet"`
	// What clusters in the group can have as NetworkType: IPV4, DUAL or both.
	SupportedNetworkTypes []string
	VpcId                 *string
}

// Subnet is a subnet of a subnet group.
type Subnet struct {
	SubnetAvailabilityZone *AvailabilityZone
	SubnetIdentifier       *string
	// For example Active.
	SubnetStatus *string
}

// AvailabilityZone is a zone of a region.
type AvailabilityZone struct {
	// For example eu-west-1a.
	Name *string
}

// Endpoint is where an instance listens.
type Endpoint struct {
	// Host name of this one instance. Applications rather use the endpoints of the cluster, which
	// follow a failover.
	Address *string
	// Route 53 hosted zone of the address, for alias records.
	HostedZoneId *string
	Port         *int32
}
