// Package types defines the shapes in the inputs and outputs of package rds, the enumerations, and the
// faults.
//
// Members are pointers. The client does not send nil members of an input. A nil member of an output
// means that the service omitted it. All times are in UTC.
package types

import (
	"time"
)

// Filter limits the resources that an operation lists: a resource matches if it has one of the Values.
// With several filters, a resource must match all of them. The documentation of each operation lists
// the filters that it accepts. Names and values are case-sensitive.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Filter.html
type Filter struct {
	// Required. One of the names that the operation documents, for example
	// engine.
	Name *string `query:",required"`
	// Required: at least one value.
	Values []string `query:",required,item=Value"`
}

// Tag is a key with an optional value, attached to a resource. A resource has at most 50 tags.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html
type Tag struct {
	// 1 to 128 characters: letters, digits, white space and _ . : / = + - @, not beginning with
	// aws: or rds:.
	Key *string
	// 0 to 256 characters of the same kind, not beginning with aws: or rds:.
	Value *string
}

// VpcSecurityGroupMembership is a VPC security group of a cluster or an
// instance.
type VpcSecurityGroupMembership struct {
	// active once the group applies; adding or removing during a change.
	Status *string

	// ID of the security group, for example sg-0123456789abcdef0.
	VpcSecurityGroupId *string
}

// DomainMembership is an Active Directory domain that a cluster or an instance has joined.
type DomainMembership struct {
	// Secrets Manager secret with the credentials of the user that joins the domain.
	AuthSecretArn *string
	// Addresses of the primary and the secondary DNS server of a self-managed directory.
	DnsIps []string
	// Identifier of the directory.
	Domain *string
	// Fully qualified name of the domain.
	FQDN *string
	// Role with which RDS calls the Directory Service.
	IAMRoleName *string
	// Distinguished name of the organizational unit that contains the computer object.
	OU *string
	// State of the membership, for example joined, pending-join or failed.
	Status *string
}

// CertificateDetails names the certificate authority that signed the server certificate, and its
// expiry.
type CertificateDetails struct {
	// Identifier of the certificate authority, for example rds-ca-rsa2048-g1.
	CAIdentifier *string
	// When the server certificate expires.
	ValidTill *time.Time
}

// MasterUserSecret is the Secrets Manager secret in which RDS keeps and rotates the password of the
// master user.
type MasterUserSecret struct {
	// Key that encrypts the secret.
	KmsKeyId *string

	// ARN of the secret in Secrets Manager.
	SecretArn *string

	// creating, active, rotating or impaired. An impaired secret cannot be used to sign in, and
	// cannot be rotated.
	SecretStatus *string
}

// PendingCloudwatchLogsExports lists the log types whose export to CloudWatch Logs is being
// enabled or disabled.
type PendingCloudwatchLogsExports struct {
	// Log types whose export is being disabled.
	LogTypesToDisable []string

	// Log types whose export is being enabled.
	LogTypesToEnable []string
}

// TagSpecification gives tags to one kind of resource that an operation creates.
type TagSpecification struct {
	// Kind of resource, for example db-snapshot.
	ResourceType *string

	// Tags for the new resources of this kind.
	Tags []Tag `query:",item=Tag"`
}

// ProcessorFeature is a setting of the processor of an instance class.
type ProcessorFeature struct {
	// coreCount or threadsPerCore.
	Name *string

	// Number of cores, or of threads for each core.
	Value *string
}

// OptionGroupMembership is an option group of an instance.
type OptionGroupMembership struct {
	// Name of the option group, in lower case.
	OptionGroupName *string

	// State of the option group, for example in-sync, pending-apply, applying or failed.
	Status *string
}

// DBParameterGroupStatus is the parameter group of an instance.
type DBParameterGroupStatus struct {
	// Name of the parameter group, in lower case.
	DBParameterGroupName *string

	// in-sync, applying, or pending-reboot if changes do not apply before a reboot of the instance.
	ParameterApplyStatus *string
}

// DBSecurityGroupMembership is a DB security group of an instance. Such groups are from before VPCs
// existed.
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
	// ARN of the group, arn:aws:rds:region:account:subgrp:name.
	DBSubnetGroupArn *string

	// Description that the creator of the group gave.
	DBSubnetGroupDescription *string

	// Name of the group, in lower case.
	DBSubnetGroupName *string

	// Complete if the group can be used.
	SubnetGroupStatus *string

	// Subnets of the group, in at least two Availability Zones.
	Subnets []Subnet `query:",item=Subnet"`

	// NetworkType values that instances and clusters in the group can have:
	// IPV4, DUAL or both.
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

	// The AWS Outpost of the subnet, or nil if it is not on an Outpost.
	SubnetOutpost *Outpost
	// Status of the subnet, for example Active.
	SubnetStatus *string
}

// AvailabilityZone is an Availability Zone of a region.
type AvailabilityZone struct {
	// Name of the Availability Zone, for example eu-west-1a.
	Name *string
}

// Outpost is an AWS Outpost that has a subnet.
type Outpost struct {
	// ARN of the Outpost, arn:aws:outposts:region:account:outpost/op-id.
	Arn *string
}

// Endpoint is the address and port on which an instance listens.
type Endpoint struct {
	// Host name of the instance.
	Address *string
	// Route 53 hosted zone of the address, for alias records.
	HostedZoneId *string

	// TCP port.
	Port *int32
}

// AccountQuota is a limit of the account in a region.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html
type AccountQuota struct {
	// The limited resource, for example DBClusters or ManualClusterSnapshots.
	AccountQuotaName *string
	// Maximum for the account; for storage, in GiB.
	Max *int64
	// Amount that the account uses; for storage, in GiB.
	Used *int64
}

// SourceRegion is a region from which the region of the client can copy and replicate.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_SourceRegion.html
type SourceRegion struct {
	// URL of RDS in the region.
	Endpoint *string
	// Name of the region, for example us-east-1.
	RegionName *string
	// available if the region can be used.
	Status *string
	// Whether automated backups of instances in the region can be replicated.
	SupportsDBInstanceAutomatedBackupsReplication *bool
}

// CloudwatchLogsExportConfiguration changes which log types are exported to CloudWatch Logs. Log types
// in neither list do not change.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CloudwatchLogsExportConfiguration.html
type CloudwatchLogsExportConfiguration struct {
	// Log types whose export to switch off.
	DisableLogTypes []string
	// Log types whose export to switch on.
	EnableLogTypes []string
}
