package types

import "time"

// OptionGroup is a set of options that instances can use, for example engine
// plug-ins.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OptionGroup.html
type OptionGroup struct {
	// Whether instances inside and instances outside a VPC can both use the
	// group.
	AllowsVpcAndNonVpcInstanceMemberships *bool
	// For a copy, the time when the group was copied.
	CopyTimestamp *time.Time
	// Engine of the group, for example mysql or oracle-ee.
	EngineName *string
	// Major engine version of the group, for example 8.0.
	MajorEngineVersion *string
	// ARN of the group, in the form arn:aws:rds:region:account:og:name.
	OptionGroupArn *string
	// Description of the group, set when the group was created.
	OptionGroupDescription *string
	// Name of the group. AWS owns the groups whose names begin with "default:".
	OptionGroupName *string
	// The options, with their settings.
	Options []Option `query:",item=Option"`
	// For a copy, the account of the original group.
	SourceAccountId *string
	// For a copy, the name of the original group.
	SourceOptionGroup *string
	// For a copy, the region of the original group.
	SourceRegion *string
	// VPC whose instances can use the group, or nil if all instances can use
	// the group.
	VpcId *string
}

// Option is an option of an option group.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Option.html
type Option struct {
	// DB security groups that allow access to the option's port.
	DBSecurityGroupMemberships []DBSecurityGroupMembership `query:",item=DBSecurityGroup"`
	// Purpose of the option, in English.
	OptionDescription *string
	// Name of the option, for example MARIADB_AUDIT_PLUGIN.
	OptionName *string
	// Settings of the option, with their current values.
	OptionSettings []OptionSetting `query:",item=OptionSetting"`
	// Version of the option, if the option has versions.
	OptionVersion *string
	// Whether the option can never be removed from the group.
	Permanent *bool
	// Whether the option must stay in the group while an instance uses the
	// group.
	Persistent *bool
	// The port of the option, if it has one.
	Port *int32
	// VPC security groups that allow access to the option's port.
	VpcSecurityGroupMemberships []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// OptionSetting is a setting of an option.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OptionSetting.html
type OptionSetting struct {
	// Allowed values: a numeric range or a list.
	AllowedValues *string
	// Type of the setting: static if a change takes effect only when an
	// instance reboots, or dynamic if a change can take effect immediately.
	ApplyType *string
	// Type of the value, for example string, integer or boolean.
	DataType *string
	// Value that applies if none is set.
	DefaultValue *string
	// Meaning of the setting, in English.
	Description *string
	// Whether the value is a list.
	IsCollection *bool
	// Whether the value can be changed.
	IsModifiable *bool
	// Name of the setting, for example SERVER_AUDIT_EVENTS.
	Name *string
	// Current value, as text.
	Value *string
}
