// Package types defines the data types in the inputs and outputs of package neptune, including
// enumerations and faults.
//
// The fields of a struct are also called members. Most members are pointers. The client does not
// send nil members of an input. A nil member of an output means that the service did not return it.
// All times are in UTC. Neptune shares these types with Amazon RDS. Some members are therefore used
// only by other engines; the comments of these members say so.
//
// # Faults
//
// A fault is an error type for one documented error code of the service. The comment of each fault
// type gives this documented code, called the wire code, and the HTTP status of the response if it
// is known. Every fault implements [smithy.APIError]; its ErrorFault method returns
// smithy.FaultClient. errors.Is(fault, category) is true if category is the fault's
// nereid.ErrorCategory.
//
// Message is the service's message, or nil if the service did not send a message. If the code in
// the response differs from the fault's wire code, for example by the suffix "Fault",
// ErrorCodeOverride is the code in the response. Otherwise, ErrorCodeOverride is nil.
package types

// Filter selects the resources that an operation lists. A resource matches a filter if the resource
// has one of the filter's Values. If a request has several filters, the operation lists only
// resources that match all filters. Each operation's documentation lists the filters that the
// operation accepts.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Filter.html
type Filter struct {
	// Required. Name of the filter, for example engine. Case-sensitive.
	Name *string `query:",required"`
	// Required: at least one value. Case-sensitive.
	Values []string `query:",required,item=Value"`
}

// Tag is a key with an optional value, attached to a resource. A resource can have at most 50 tags.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Tag.html
type Tag struct {
	// 1 to 128 characters: letters, digits, white space and _ . : / = + - @. The key must not
	// begin with aws: or rds:.
	Key *string
	// 0 to 256 characters. The allowed characters are the same as for Key. The value must not begin
	// with aws: or rds:.
	Value *string
}

// VpcSecurityGroupMembership describes a VPC security group of a cluster or an instance.
type VpcSecurityGroupMembership struct {
	// Status of the membership: adding, active or removing.
	Status *string

	// ID of the security group, for example sg-0123456789abcdef0.
	VpcSecurityGroupId *string
}

// PendingCloudwatchLogsExports lists the types of logs whose export to CloudWatch Logs is being
// enabled or disabled.
type PendingCloudwatchLogsExports struct {
	// Types of logs whose export is being disabled.
	LogTypesToDisable []string

	// Types of logs whose export is being enabled.
	LogTypesToEnable []string
}

// CloudwatchLogsExportConfiguration changes which types of logs are exported to CloudWatch Logs. If
// a type of log is in neither list, its export does not change. A cluster parameter must also
// enable the log: neptune_enable_audit_log for the audit log, neptune_enable_slow_query_log for the
// slow-query log.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_CloudwatchLogsExportConfiguration.html
type CloudwatchLogsExportConfiguration struct {
	// Types of logs: audit, slowquery or both.
	DisableLogTypes []string
	// Types of logs: audit, slowquery or both.
	EnableLogTypes []string
}

// DBSubnetGroup describes a named set of subnets in a VPC, in at least two Availability Zones.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBSubnetGroup.html
type DBSubnetGroup struct {
	// ARN of the group, in the form arn:aws:rds:region:account:subgrp:name.
	DBSubnetGroupArn *string

	// Description of the group, set when the group was created.
	DBSubnetGroupDescription *string

	// Name of the subnet group, in lower case. The subnet group of the default VPC is named
	// default.
	DBSubnetGroupName *string
	// Status of the group: Complete if the group is ready for use.
	SubnetGroupStatus *string

	// Subnets of the group, in at least two Availability Zones.
	Subnets []Subnet `query:",item=Subnet"`

	// Network types that clusters with this subnet group can use: IPV4, DUAL or both.
	SupportedNetworkTypes []string

	// VPC of the subnets.
	VpcId *string
}

// Subnet is a subnet of a subnet group.
type Subnet struct {
	// Availability Zone that contains the subnet.
	SubnetAvailabilityZone *AvailabilityZone

	// ID of the subnet, for example subnet-0123456789abcdef0.
	SubnetIdentifier *string

	// Status of the subnet, for example Active.
	SubnetStatus *string
}

// AvailabilityZone is an Availability Zone of a region.
type AvailabilityZone struct {
	// Name of the Availability Zone, for example eu-west-1a.
	Name *string
}

// Endpoint is the address and port of an instance.
type Endpoint struct {
	// Host name of this instance. Applications should use the cluster's endpoints instead, which
	// always resolve to the current writer and readers, even after a failover.
	Address *string
	// ID of the Route 53 hosted zone that contains Address, for use in alias records.
	HostedZoneId *string

	// TCP port.
	Port *int32
}
