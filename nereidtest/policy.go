package nereidtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// WithPolicy restricts the account of [Server.Config] to the actions that an
// IAM policy allows. The policy document is JSON. The server rejects all other
// actions with AccessDenied, as AWS does. By default, everything is allowed.
//
// The server evaluates the document as an identity-based policy with Effect,
// Action, NotAction, Resource and NotResource, and the wildcards * and ?. Deny
// takes precedence over Allow. Conditions and policy variables are not
// supported, and the server does not start if the document contains them.
// [Request.Permissions] returns the permissions that a request requires.
func WithPolicy(document string) Option {
	return func(o *options) {
		p, err := parsePolicy(document)
		if err != nil {
			o.err = fmt.Errorf("the policy is not valid: %w", err)
		}
		o.policy = p
	}
}

// A Permission is an action on a resource that an IAM policy must allow.
// Resource is an ARN. The last part of the ARN is * if the action lists all
// resources of a type. Resource is * if the action does not concern a
// particular resource.
type Permission struct{ Action, Resource string }

// Permissions returns the permissions that IAM checks for the request, as AWS's
// service authorization reference lists them for Amazon RDS:
//   - the action itself, on each resource that a parameter names
//   - the action itself, on the default group for each parameter group, option
//     group or subnet group that the request does not name (only for actions
//     that create or restore a cluster, or restore an instance)
//   - rds:AddTagsToResource, on a new resource with tags
//   - iam:PassRole, on each role in the request
//
// The result does not include the further permissions that IAM requires for
// final snapshots, KMS and Secrets Manager, or the permissions that S3 checks.
func (r *Request) Permissions() []Permission {
	action := "rds:" + r.Action
	var all []Permission
	add := func(kind, value string) {
		if kind += ":"; strings.HasPrefix(value, "arn:") {
			all = append(all, Permission{action, value})
			return
		}
		region := r.Region
		if kind == "global-cluster:" {
			region = ""
		}
		all = append(all, Permission{action, "arn:aws:rds:" + region + ":" + r.account + ":" + kind + value})
	}
	for name, values := range r.Form {
		if kind := kindOfParameter(r.Action, name); kind != "" {
			add(kind, values[0])
		}
	}
	for _, name := range [...]string{"ResourceName", "ResourceIdentifier", "SourceArn"} {
		if arn := r.Form.Get(name); arn != "" {
			add("", arn)
		}
	}
	for _, kind := range requiredGroups(r.Action) {
		if !slices.ContainsFunc(all, func(p Permission) bool { return strings.Contains(p.Resource, ":"+kind+":") }) {
			add(kind, "default")
		}
	}
	if kind := kindOfList(r.Action); kind != "" && !slices.ContainsFunc(all, func(p Permission) bool { return strings.Contains(p.Resource, ":"+kind+":") }) {
		add(kind, "*")
	}
	if len(all) == 0 {
		all = append(all, Permission{action, "*"})
	}
	slices.SortFunc(all, func(a, b Permission) int { return strings.Compare(a.Resource, b.Resource) })
	if _, tagged := tagParameter(r.Form); tagged && strings.TrimSuffix(r.Action, "TagsToResource") == r.Action {
		for _, p := range all {
			if r.creates(p.Resource) {
				all = append(all, Permission{"rds:AddTagsToResource", p.Resource})
			}
		}
	}
	return append(all, r.passed()...)
}

// requiredGroups returns the types of groups for which IAM always checks a
// permission. The result is empty unless the action creates or restores a
// cluster, or restores an instance. If the request does not name a group of one
// of these types, IAM checks the permission for the default group. The types
// are written as in ARNs, for example pg for a DB parameter group.
func requiredGroups(action string) []string {
	switch {
	case action == "CreateDBCluster", strings.HasPrefix(action, "RestoreDBCluster"):
		return []string{"cluster-pg", "og", "subgrp"}
	case strings.HasPrefix(action, "RestoreDBInstance"):
		return []string{"og", "pg", "subgrp"}
	}
	return nil
}

// passed returns the iam:PassRole permissions for the roles that the request
// passes to the service.
func (r *Request) passed() (all []Permission) {
	for _, name := range slices.Sorted(maps.Keys(r.Form)) {
		switch role := r.Form.Get(name); name[strings.LastIndexByte(name, '.')+1:] {
		case "IamRoleArn", "MonitoringRoleArn", "RoleArn", "S3IngestionRoleArn":
			all = append(all, Permission{"iam:PassRole", role})
		}
	}
	return all
}

// tagParameter returns the first parameter with a tag.
func tagParameter(form url.Values) (string, bool) {
	for name := range form {
		if strings.HasPrefix(name, "Tags.") {
			return name, true
		}
	}
	return "", false
}

// creates reports whether the request creates the resource with this ARN. The
// new resource's name is in a parameter whose name begins with Target, or in
// the parameter for the new resource's type, such as DBClusterIdentifier for a
// cluster.
func (r *Request) creates(arn string) bool {
	what := strings.TrimPrefix(r.Action, "Create")
	if restored, ok := strings.CutPrefix(r.Action, "Restore"); ok {
		what, _, _ = strings.Cut(strings.Replace(restored, "To", "From", 1), "From")
	}
	for _, name := range [...]string{"TargetDBClusterSnapshotIdentifier", "TargetDBSnapshotIdentifier", "TargetDBInstanceIdentifier",
		"TargetDBClusterParameterGroupIdentifier", "TargetDBParameterGroupIdentifier", "SubscriptionName", what + "Identifier", what + "Name"} {
		if id := r.Form.Get(name); id != "" {
			return strings.HasSuffix(arn, ":"+id)
		}
	}
	return arn != "*"
}

// kindOfParameter returns the type of the resource that a parameter names, or
// "" if the parameter does not name a resource. The type is written as in ARNs,
// for example db for an instance.
func kindOfParameter(action, name string) string {
	switch name {
	case "DBClusterIdentifier", "DbClusterIdentifier", "TargetDbClusterIdentifier", "SourceDBClusterIdentifier":
		return "cluster"
	case "DBInstanceIdentifier", "SourceDBInstanceArn", "SourceDBInstanceIdentifier", "TargetDBInstanceIdentifier":
		return "db"
	case "DBInstanceAutomatedBackupsArn", "SourceDBInstanceAutomatedBackupsArn":
		return "auto-backup"
	case "DBClusterSnapshotIdentifier", "SourceDBClusterSnapshotIdentifier", "TargetDBClusterSnapshotIdentifier", "SnapshotIdentifier":
		return "cluster-snapshot"
	case "DBSnapshotIdentifier", "SourceDBSnapshotIdentifier", "TargetDBSnapshotIdentifier":
		return "snapshot"
	case "FinalDBSnapshotIdentifier":
		if action == "DeleteDBCluster" {
			return "cluster-snapshot"
		}
		return "snapshot"
	case "GlobalClusterIdentifier":
		return "global-cluster"
	case "DBClusterEndpointIdentifier":
		return "cluster-endpoint"
	case "DBClusterParameterGroupName", "SourceDBClusterParameterGroupIdentifier", "TargetDBClusterParameterGroupIdentifier":
		return "cluster-pg"
	case "DBParameterGroupName", "SourceDBParameterGroupIdentifier", "TargetDBParameterGroupIdentifier":
		return "pg"
	case "DBSubnetGroupName":
		return "subgrp"
	case "OptionGroupName":
		return "og"
	case "SubscriptionName":
		return "es"
	}
	return ""
}

// kindOfList returns the type of the resources that an operation lists, or ""
// if the operation does not list resources. The type is written as in ARNs, for
// example db for instances.
func kindOfList(action string) string {
	switch action {
	case "DescribeDBClusters":
		return "cluster"
	case "DescribeDBInstances":
		return "db"
	case "DescribeDBClusterSnapshots":
		return "cluster-snapshot"
	case "DescribeDBSnapshots":
		return "snapshot"
	case "DescribeGlobalClusters":
		return "global-cluster"
	case "DescribeDBClusterEndpoints":
		return "cluster-endpoint"
	case "DescribeDBClusterParameterGroups":
		return "cluster-pg"
	case "DescribeDBParameterGroups":
		return "pg"
	case "DescribeDBSubnetGroups":
		return "subgrp"
	case "DescribeOptionGroups":
		return "og"
	case "DescribeEventSubscriptions":
		return "es"
	case "DescribeDBSnapshotTenantDatabases":
		return "snapshot-tenant-database"
	}
	return ""
}

// A policy is an IAM policy.
type policy struct{ Statement []statement }

type statement struct {
	Effect                                   string
	Action, NotAction, Resource, NotResource oneOrMany
	Condition                                json.RawMessage
}

// oneOrMany is a list of strings. In JSON, a list with one element may also be
// written as a string.
type oneOrMany []string

// UnmarshalJSON implements [json.Unmarshaler].
func (v *oneOrMany) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*v = oneOrMany{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(v))
}

func parsePolicy(document string) (*policy, error) {
	var raw struct{ Statement json.RawMessage }
	if err := json.Unmarshal([]byte(document), &raw); err != nil {
		return nil, err
	}
	p := new(policy)
	if json.Unmarshal(raw.Statement, &p.Statement) != nil {
		var one statement
		if err := json.Unmarshal(raw.Statement, &one); err != nil {
			return nil, errors.Join(errors.New("it has no valid Statement"), err)
		}
		p.Statement = []statement{one}
	}
	for i, s := range p.Statement {
		switch {
		case s.Effect != "Allow" && s.Effect != "Deny":
			return nil, fmt.Errorf("statement %d has the Effect %q, which is not Allow or Deny", i+1, s.Effect)
		case (len(s.Action) == 0) == (len(s.NotAction) == 0), (len(s.Resource) == 0) == (len(s.NotResource) == 0):
			return nil, fmt.Errorf("statement %d must have either Action or NotAction, and either Resource or NotResource", i+1)
		case len(s.Condition) > 0:
			return nil, fmt.Errorf("statement %d has a Condition, which is not supported", i+1)
		}
		for _, pattern := range slices.Concat(s.Resource, s.NotResource) {
			if strings.Contains(pattern, "${") {
				return nil, fmt.Errorf("statement %d has the variable %q, which is not supported", i+1, pattern)
			}
		}
	}
	return p, nil
}

// check returns an error if the policy does not grant all permissions that the
// request requires. The error names the first missing permission.
func (p *policy) check(r *Request) error {
	for _, needed := range r.Permissions() {
		allowed, why := false, "no identity-based policy allows the "+needed.Action+" action"
		for _, s := range p.Statement {
			if !s.matches(needed) {
				continue
			}
			if s.Effect == "Deny" {
				allowed, why = false, "an explicit deny in an identity-based policy"
				break
			}
			allowed = true
		}
		if !allowed {
			by := " because "
			if strings.HasPrefix(why, "an ") {
				by = " with "
			}
			return apiError("AccessDenied", "User: arn:aws:iam::%s:user/%s is not authorized to perform: %s on resource: %s%s%s",
				r.account, r.AccessKeyID, needed.Action, shorten(needed.Resource), by, why)
		}
	}
	return nil
}

func (s *statement) matches(needed Permission) bool {
	action := func(pattern string) bool { return like(strings.ToLower(needed.Action), strings.ToLower(pattern)) }
	resource := func(pattern string) bool { return like(needed.Resource, pattern) }
	return slices.ContainsFunc(s.Action, action) == (len(s.Action) > 0) && !slices.ContainsFunc(s.NotAction, action) &&
		slices.ContainsFunc(s.Resource, resource) == (len(s.Resource) > 0) && !slices.ContainsFunc(s.NotResource, resource)
}

// like reports whether text matches a pattern with the wildcards * and ?.
func like(text, pattern string) bool {
	star, back := -1, 0 // the last * in the pattern, and the position in the text to resume at
	i, j := 0, 0
	for i < len(text) {
		switch {
		case j < len(pattern) && pattern[j] == '*':
			star, back = j, i
			j++
		case j < len(pattern) && (pattern[j] == '?' || pattern[j] == text[i]):
			i++
			j++
		case star >= 0:
			back++
			i, j = back, star+1
		default:
			return false
		}
	}
	return strings.Trim(pattern[j:], "*") == ""
}
