package nereidtest

import (
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// Statuses of an IAM role of a cluster or an instance.
const (
	rolePending = "PENDING"
	roleActive  = "ACTIVE"
)

// An addRoleToDBClusterInput is the input of [region.AddRoleToDBCluster].
type addRoleToDBClusterInput struct {
	DBClusterIdentifier *string `query:",required"`
	RoleArn             *string `query:",required"`
	FeatureName         *string
}

// AddRoleToDBCluster adds an IAM role to an available cluster.
//
// Behavior:
//   - The role's status is PENDING at first, then ACTIVE.
//   - A role that the cluster already has is rejected, even if the request
//     names another feature.
//   - A cluster has at most Limits.ClusterRoles roles.
//
// The fake assumes that every role exists. [Server.SetClusterRoleStatus] can
// set a role's status to INVALID.
func (r *region) AddRoleToDBCluster(in *addRoleToDBClusterInput) (*noOutput, error) {
	c, err := r.roleOwner(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	roles := c.db.AssociatedRoles
	switch {
	case !isRole(*in.RoleArn):
		return nil, invalidValue("IAM role ARN value is invalid or does not include the required permissions")
	case c.roleAt(*in.RoleArn, nil) >= 0:
		return nil, apiError("DBClusterRoleAlreadyExists",
			"Role ARN %s is already associated with DB Cluster: %s. Verify your role ARN and try again.", shorten(*in.RoleArn), c.name)
	case reached(len(roles), r.limits.ClusterRoles):
		return nil, apiError("DBClusterRoleQuotaExceeded", "A DB cluster cannot have more than %d IAM roles.", r.limits.ClusterRoles)
	}
	c.setRole(rdstypes.DBClusterRole{FeatureName: str(deref(in.FeatureName, "")), RoleArn: in.RoleArn, Status: str(rolePending)})
	c.record(modified)
	c.later(r.timings.ClusterRole, func() {
		if at := c.roleAt(*in.RoleArn, nil); at >= 0 && *c.db.AssociatedRoles[at].Status == rolePending {
			role := c.db.AssociatedRoles[at]
			role.Status = str(roleActive)
			c.setRole(role)
		}
	})
	return &noOutput{}, nil
}

// A removeRoleFromDBClusterInput is the input of
// [region.RemoveRoleFromDBCluster].
type removeRoleFromDBClusterInput struct {
	DBClusterIdentifier *string `query:",required"`
	RoleArn             *string `query:",required"`
	FeatureName         *string
}

// RemoveRoleFromDBCluster removes an IAM role from an available cluster.
//
// Behavior:
//   - The role's status is PENDING until the role is removed.
//   - If FeatureName is given, the cluster must have the role for that feature.
func (r *region) RemoveRoleFromDBCluster(in *removeRoleFromDBClusterInput) (*noOutput, error) {
	c, err := r.roleOwner(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	at := c.roleAt(*in.RoleArn, in.FeatureName)
	if at < 0 {
		return nil, apiError("DBClusterRoleNotFound",
			"Role ARN %s cannot be found for DB Cluster: %s. Verify your role ARN and try again.", shorten(*in.RoleArn), c.name)
	}
	role := c.db.AssociatedRoles[at]
	role.Status = str("REMOVING")
	c.setRole(role)
	c.record(modified)
	c.later(r.timings.ClusterRole, func() {
		c.db.AssociatedRoles = slices.DeleteFunc(slices.Clone(c.db.AssociatedRoles), func(other rdstypes.DBClusterRole) bool {
			return *other.RoleArn == *in.RoleArn && *other.Status == "REMOVING"
		})
	})
	return &noOutput{}, nil
}

// roleOwner finds a cluster to add a role to or remove it from.
func (r *region) roleOwner(id string) (*cluster, error) {
	c, err := r.clusters().find(id)
	switch {
	case err != nil:
		return nil, err
	case c.status != "available":
		return nil, clusterState("DB Cluster %s is not available for IAM role association, disassociation, or updates. "+
			"Current DB cluster status: %s", c.name, c.status)
	case c.final != nil:
		return nil, c.leaving()
	}
	return c, nil
}

// roleAt returns the index of a role, or -1 if the cluster does not have the
// role. If a feature is given, the cluster must have the role for that feature.
func (c *cluster) roleAt(arn string, feature *string) int {
	return slices.IndexFunc(c.db.AssociatedRoles, func(r rdstypes.DBClusterRole) bool {
		return *r.RoleArn == arn && (deref(feature, "") == "" || deref(r.FeatureName, "") == *feature)
	})
}

// setRole adds a role, or changes the status of a role.
func (c *cluster) setRole(role rdstypes.DBClusterRole) {
	roles := slices.Clone(c.db.AssociatedRoles)
	if at := c.roleAt(*role.RoleArn, nil); at >= 0 {
		roles[at] = role
	} else {
		roles = append(roles, role)
	}
	c.db.AssociatedRoles = roles
}

// shownRoles returns the roles that Describe responses show.
func (c *cluster) shownRoles() []rdstypes.DBClusterRole {
	roles := listed(c.db.AssociatedRoles)
	for i := range roles {
		if *roles[i].Status == "REMOVING" {
			roles[i].Status = str(rolePending)
		}
	}
	return roles
}

// isRole reports whether an ARN belongs to an IAM role.
func isRole(arn string) bool {
	p := strings.SplitN(arn, ":", 6)
	return len(p) == 6 && p[0] == "arn" && p[2] == "iam" && strings.HasPrefix(p[5], "role/")
}

// SetClusterRoleStatus sets the status of a cluster's role, for example INVALID
// if the service cannot assume the role. It cancels the role's planned status
// changes. The cluster is given by its ARN, or by its name in the region of
// [Server.Config].
func (s *Server) SetClusterRoleStatus(cluster, roleARN, status string) {
	r, unlock := s.editOf(cluster)
	defer unlock()
	c, err := r.clusters().find(cluster)
	if err != nil || c.roleAt(roleARN, nil) < 0 {
		s.misusef("SetClusterRoleStatus: the cluster %s does not have the role %s", cluster, roleARN)
		return
	}
	role := c.db.AssociatedRoles[c.roleAt(roleARN, nil)]
	role.Status = &status
	c.setRole(role)
	c.record(modified)
}
