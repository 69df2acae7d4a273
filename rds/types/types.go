// Package types defines the data types in the inputs and outputs of package rds, including
// enumerations and faults.
//
// The fields of a struct are also called members. Most members are pointers. The client does not
// send nil members of an input. A nil member of an output means that the service did not return it.
// All times are in UTC.
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

import (
	"time"
)

// Filter selects the resources that an operation lists. A resource matches a filter if the resource
// has one of the filter's Values. If a request has several filters, the operation lists only
// resources that match all filters. The documentation of each operation lists the accepted filters.
// Names and values are case-sensitive.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Filter.html
type Filter struct {
	// Required. Name of the filter, for example engine. The documentation of each operation lists
	// the names.
	Name *string `query:",required"`
	// Required: at least one value.
	Values []string `query:",required,item=Value"`
}

// Tag is a key with an optional value, attached to a resource. A resource has at most 50 tags.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html
type Tag struct {
	// 1 to 128 characters: letters, digits, white space and _ . : / = + - @. The key must not
	// begin with aws: or rds:.
	Key *string
	// 0 to 256 characters. The allowed characters are the same as for Key. The value must not begin
	// with aws: or rds:.
	Value *string
}

// VpcSecurityGroupMembership is a VPC security group of a cluster or an
// instance.
type VpcSecurityGroupMembership struct {
	// Status of the membership: adding, active or removing.
	Status *string

	// ID of the security group, for example sg-0123456789abcdef0.
	VpcSecurityGroupId *string
}

// DomainMembership is an Active Directory domain that a cluster or an instance has joined.
type DomainMembership struct {
	// ARN of the Secrets Manager secret with the credentials of the user that joins the domain.
	AuthSecretArn *string
	// Addresses of the primary and the secondary DNS server of a self-managed directory.
	DnsIps []string
	// Identifier of the Active Directory domain.
	Domain *string
	// Fully qualified name of the domain.
	FQDN *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	IAMRoleName *string
	// Distinguished name of the Active Directory organizational unit that the cluster or the
	// instance belongs to.
	OU *string
	// State of the membership, for example joined, pending-join or failed.
	Status *string
}

// CertificateDetails describes a server certificate: the certificate authority that signed the
// certificate, and the time at which the certificate expires.
type CertificateDetails struct {
	// Identifier of the certificate authority, for example rds-ca-rsa2048-g1.
	CAIdentifier *string
	// When the server certificate expires.
	ValidTill *time.Time
}

// MasterUserSecret is the Secrets Manager secret that holds the master user's password. RDS rotates
// the password.
type MasterUserSecret struct {
	// KMS key that encrypts the secret.
	KmsKeyId *string

	// ARN of the secret in Secrets Manager.
	SecretArn *string

	// Status of the secret: creating, active, rotating or impaired. An impaired secret cannot be
	// used to sign in, and cannot be rotated.
	SecretStatus *string
}

// PendingCloudwatchLogsExports lists the types of logs whose export to CloudWatch Logs is being
// enabled or disabled.
type PendingCloudwatchLogsExports struct {
	// Types of logs whose export is being disabled.
	LogTypesToDisable []string

	// Types of logs whose export is being enabled.
	LogTypesToEnable []string
}

// TagSpecification holds the tags for resources that AWS creates in addition to the requested
// resource. The tags are for resources of one type, for example automated backups.
type TagSpecification struct {
	// Type of the resources to tag: auto-backup (automated backups of an instance),
	// cluster-auto-backup (automated backups of a cluster), or og (option groups that
	// CopyDBSnapshot copies).
	ResourceType *string

	// Tags for the new resources of this type.
	Tags []Tag `query:",item=Tag"`
}

// ProcessorFeature is a processor setting of an instance.
type ProcessorFeature struct {
	// Name of the setting: coreCount or threadsPerCore.
	Name *string

	// Number of cores, or number of threads per core.
	Value *string
}

// OptionGroupMembership is an option group of an instance.
type OptionGroupMembership struct {
	// Name of the option group, in lower case.
	OptionGroupName *string

	// State of the option group, for example in-sync, pending-apply, applying or failed.
	Status *string
}

// DBParameterGroupStatus describes the parameter group of an instance.
type DBParameterGroupStatus struct {
	// Name of the parameter group, in lower case.
	DBParameterGroupName *string

	// State of the parameter group: in-sync, applying, or pending-reboot if a parameter change will
	// not take effect until the instance reboots.
	ParameterApplyStatus *string
}

// DBSecurityGroupMembership is a DB security group of an instance. DB security groups are a legacy
// alternative to VPC security groups.
type DBSecurityGroupMembership struct {
	// Name of the DB security group, for example default.
	DBSecurityGroupName *string

	// State of the DB security group in the instance.
	Status *string
}

// DBSubnetGroup is a named set of subnets of one VPC, in at least two Availability Zones.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html
type DBSubnetGroup struct {
	// ARN of the group, in the form arn:aws:rds:region:account:subgrp:name.
	DBSubnetGroupArn *string

	// Description of the group, set when the group was created.
	DBSubnetGroupDescription *string

	// Name of the group, in lower case.
	DBSubnetGroupName *string

	// Status of the group: Complete if the group is ready for use.
	SubnetGroupStatus *string

	// Subnets of the group, in at least two Availability Zones.
	Subnets []Subnet `query:",item=Subnet"`

	// Network types that instances and clusters with this subnet group can use: IPV4, DUAL or both.
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

	// AWS Outpost that contains the subnet, if any.
	SubnetOutpost *Outpost
	// Status of the subnet, for example Active.
	SubnetStatus *string
}

// AvailabilityZone is an Availability Zone of a region.
type AvailabilityZone struct {
	// Name of the Availability Zone, for example eu-west-1a.
	Name *string
}

// Outpost is an AWS Outpost that contains a subnet.
type Outpost struct {
	// ARN of the Outpost, in the form arn:aws:outposts:region:account:outpost/op-id.
	Arn *string
}

// Endpoint is the address and port of an instance.
type Endpoint struct {
	// Host name of the instance.
	Address *string
	// ID of the Route 53 hosted zone that contains Address, for use in alias records.
	HostedZoneId *string

	// TCP port.
	Port *int32
}

// AccountQuota describes one of the account's quotas in a region: the maximum, and the amount in
// use.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html
type AccountQuota struct {
	// Name of the quota, for example DBClusters or ManualClusterSnapshots.
	AccountQuotaName *string
	// Maximum that the quota allows, in GiB if the quota limits storage.
	Max *int64
	// Amount in use, in GiB if the quota limits storage.
	Used *int64
}

// SourceRegion is a region from which the client's region can copy snapshots and replicate
// automated backups.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_SourceRegion.html
type SourceRegion struct {
	// URL of the RDS endpoint in the region.
	Endpoint *string
	// Name of the region, for example us-east-1.
	RegionName *string
	// Status of the region: available if the region can be used.
	Status *string
	// Whether automated backups of instances in the region can be replicated to the client's
	// region.
	SupportsDBInstanceAutomatedBackupsReplication *bool
}

// CloudwatchLogsExportConfiguration changes which types of logs are exported to CloudWatch Logs.
// Types that are in neither list do not change.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CloudwatchLogsExportConfiguration.html
type CloudwatchLogsExportConfiguration struct {
	// Types of logs to stop exporting.
	DisableLogTypes []string
	// Types of logs to start exporting.
	EnableLogTypes []string
}
