// Package types holds the shapes that requests and answers of package rds are made of, the enums,
// and the typed faults.
//
// Members are pointers: nil is "not sent". In an answer, nil says that the service left the member
// out. All times are UTC.
package types

import (
	"time"
)

// Filter narrows down what an operation lists: a resource passes when it has one of the Values, and
// with several filters it has to pass each of them. The names that an operation knows stand in its
// documentation; both names and values are matched with their letter case.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Filter.html
type Filter struct {
	// Required. One of the names that the operation documents, such as engine.
	Name *string `query:",required"`
	// Required, at least one.
	Values []string `query:",required,item=Value"`
}

// Tag is a key with an optional value that is kept with a resource. A resource has at most 50 of
// them.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html
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
	// Distinguished name of the organizational unit that the computer object is in.
	OU *string
	// For example joined, pending-join or failed.
	Status *string
}

// CertificateDetails tells which certificate authority signed the server certificate, and how long
// it lasts.
type CertificateDetails struct {
	// For example rds-ca-rsa2048-g1.
	CAIdentifier *string
	// The moment at which the server certificate expires.
	ValidTill *time.Time
}

// MasterUserSecret is the Secrets Manager secret in which RDS keeps and rotates the password of the
// master user.
type MasterUserSecret struct {
	// The key that the secret is encrypted with.
	KmsKeyId  *string
	SecretArn *string
	// creating, active, rotating or impaired. An impaired secret neither opens the database nor can
	// it be rotated.
	SecretStatus *string
}

// PendingCloudwatchLogsExports lists the logs of which the export to CloudWatch Logs is being
// switched on or off.
type PendingCloudwatchLogsExports struct {
	LogTypesToDisable []string
	LogTypesToEnable  []string
}

// TagSpecification gives tags to one kind of resource that an operation creates.
type TagSpecification struct {
	// The kind, such as db-snapshot.
	ResourceType *string
	Tags         []Tag `query:",item=Tag"`
}

// ProcessorFeature is a setting of the processor of an instance class.
type ProcessorFeature struct {
	// coreCount or threadsPerCore.
	Name  *string
	Value *string
}

// OptionGroupMembership is an option group of an instance.
type OptionGroupMembership struct {
	OptionGroupName *string
	// For example in-sync, pending-apply, applying or failed.
	Status *string
}

// DBParameterGroupStatus is the parameter group of an instance.
type DBParameterGroupStatus struct {
	DBParameterGroupName *string
	// in-sync, applying, or pending-reboot when changes wait for a restart of the instance.
	ParameterApplyStatus *string
}

// DBSecurityGroupMembership is a DB security group, as they were in use before VPCs.
type DBSecurityGroupMembership struct {
	DBSecurityGroupName *string
	Status              *string
}

// DBSubnetGroup is a named set of subnets of one VPC, in at least two Availability Zones.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html
type DBSubnetGroup struct {
	DBSubnetGroupArn         *string
	DBSubnetGroupDescription *string
	DBSubnetGroupName        *string
	// Complete when the group can be used.
	SubnetGroupStatus *string
	Subnets           []Subnet `query:",item=Subnet"`
	// What instances and clusters in the group can have as NetworkType: IPV4, DUAL or both.
	SupportedNetworkTypes []string
	VpcId                 *string
}

// Subnet is a subnet of a subnet group.
type Subnet struct {
	SubnetAvailabilityZone *AvailabilityZone
	SubnetIdentifier       *string
	// Set for a subnet on an AWS Outpost.
	SubnetOutpost *Outpost
	// For example Active.
	SubnetStatus *string
}

// AvailabilityZone is a zone of a region.
type AvailabilityZone struct {
	// For example eu-west-1a.
	Name *string
}

// Outpost is an AWS Outpost.
type Outpost struct {
	Arn *string
}

// Endpoint is where an instance listens.
type Endpoint struct {
	// Host name.
	Address *string
	// Route 53 hosted zone of the address, for alias records.
	HostedZoneId *string
	Port         *int32
}
