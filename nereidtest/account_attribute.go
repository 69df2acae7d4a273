package nereidtest

import (
	"math"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

type describeAccountAttributesOutput struct {
	AccountQuotas []rdstypes.AccountQuota `query:",item=AccountQuota"`
}

// A describeAccountAttributesInput is the input of
// [region.DescribeAccountAttributes].
type describeAccountAttributesInput struct{}

// DescribeAccountAttributes lists the quotas of the account in the region.
//
// Behavior:
//   - Quotas that the fake enforces have the values in [Limits]. A negative
//     limit is shown as the largest 32-bit integer. The other quotas have AWS's
//     default values.
//   - Some quotas apply to each resource separately, for example the number of
//     roles per cluster. For these, Used is the highest number that any single
//     resource has.
func (r *region) DescribeAccountAttributes(*describeAccountAttributesInput) (*describeAccountAttributesOutput, error) {
	own := func(g *parameterGroup) bool { return !g.isDefault() }
	storage, instanceRoles, clusterRoles, endpoints, subnets := 0, 0, 0, 0, 0
	for _, i := range r.instances().all() {
		if i.cluster == nil {
			storage += int(*i.db.AllocatedStorage)
		}
		instanceRoles = max(instanceRoles, len(i.db.AssociatedRoles))
	}
	for _, c := range r.clusters().all() {
		clusterRoles = max(clusterRoles, len(c.db.AssociatedRoles))
		endpoints = max(endpoints, len(c.endpoints()))
	}
	for _, g := range r.subnetGroups().all() {
		subnets = max(subnets, len(g.subnets))
	}
	out := new(describeAccountAttributesOutput)
	for _, q := range []struct {
		name      string
		used, max int
	}{
		{"DBInstances", len(r.instances().items), r.limits.Instances},
		{"ReservedDBInstances", 0, 40},
		{"AllocatedStorage", storage, 100000},
		{"DBSecurityGroups", 0, 25},
		{"AuthorizationsPerDBSecurityGroup", 0, 20},
		{"DBParameterGroups", r.parameterGroups().count(own), r.limits.ParameterGroups},
		{"ManualSnapshots", r.dbSnapshots().count(func(s *dbSnapshot) bool { return *s.db.SnapshotType == "manual" }), r.limits.ManualDBSnapshots},
		{"EventSubscriptions", len(r.subscriptions().items), r.limits.EventSubscriptions},
		{"DBSubnetGroups", len(r.subnetGroups().items), r.limits.SubnetGroups},
		{"OptionGroups", r.optionGroups().count(func(g *optionGroup) bool { return !g.isDefault() }), 20},
		{"SubnetsPerDBSubnetGroup", subnets, r.limits.SubnetsPerGroup},
		{"ReadReplicasPerMaster", 0, 5},
		{"DBClusters", len(r.clusters().items), r.limits.Clusters},
		{"DBClusterParameterGroups", r.clusterParameterGroups().count(own), r.limits.ParameterGroups},
		{"DBClusterRoles", clusterRoles, r.limits.ClusterRoles},
		{"DBInstanceRoles", instanceRoles, r.limits.InstanceRoles},
		{"ManualClusterSnapshots", r.clusterSnapshots().count(func(s *clusterSnapshot) bool { return *s.db.SnapshotType == "manual" }), r.limits.ManualSnapshots},
		{"CustomEndpointsPerDBCluster", endpoints, r.limits.CustomEndpoints},
	} {
		used, most := int64(q.used), int64(q.max)
		if most < 0 {
			most = math.MaxInt32
		}
		out.AccountQuotas = append(out.AccountQuotas, rdstypes.AccountQuota{AccountQuotaName: str(q.name), Used: &used, Max: &most})
	}
	return out, nil
}
