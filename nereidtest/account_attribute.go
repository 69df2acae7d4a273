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
//   - Quotas that the fake enforces have the values from Limits. A negative
//     limit is shown as the largest 32-bit integer. The other quotas have AWS's
//     default values.
func (r *region) DescribeAccountAttributes(*describeAccountAttributesInput) (*describeAccountAttributesOutput, error) {
	own := func(g *parameterGroup) bool { return !g.isDefault() }
	storage, clusterRoles := 0, 0
	for _, i := range r.instances().all() {
		if i.cluster == nil {
			storage += int(*i.db.AllocatedStorage)
		}
	}
	for _, c := range r.clusters().all() {
		clusterRoles = max(clusterRoles, len(c.db.AssociatedRoles))
	}
	out := new(describeAccountAttributesOutput)
	for _, q := range []struct {
		name      string
		used, max int
	}{
		{"DBInstances", len(r.instances().items), 40},
		{"ReservedDBInstances", 0, 40},
		{"AllocatedStorage", storage, 100000},
		{"DBSecurityGroups", 0, 25},
		{"AuthorizationsPerDBSecurityGroup", 0, 20},
		{"DBParameterGroups", r.parameterGroups().count(own), r.limits.ParameterGroups},
		{"ManualSnapshots", r.dbSnapshots().count(func(s *dbSnapshot) bool { return *s.db.SnapshotType == "manual" }), r.limits.ManualDBSnapshots},
		{"EventSubscriptions", len(r.subscriptions().items), r.limits.EventSubscriptions},
		{"DBSubnetGroups", 1, 50},
		{"OptionGroups", r.optionGroups().count(func(g *optionGroup) bool { return !g.isDefault() }), 20},
		{"SubnetsPerDBSubnetGroup", len(r.zones()), 20},
		{"ReadReplicasPerMaster", 0, 5},
		{"DBClusters", len(r.clusters().items), r.limits.Clusters},
		{"DBClusterParameterGroups", r.clusterParameterGroups().count(own), r.limits.ParameterGroups},
		{"DBClusterRoles", clusterRoles, 5},
		{"DBInstanceRoles", 0, 5},
		{"ManualClusterSnapshots", r.clusterSnapshots().count(func(s *clusterSnapshot) bool { return *s.db.SnapshotType == "manual" }), r.limits.ManualSnapshots},
		{"CustomEndpointsPerDBCluster", 0, 5},
	} {
		used, most := int64(q.used), int64(q.max)
		if most < 0 {
			most = math.MaxInt32
		}
		out.AccountQuotas = append(out.AccountQuotas, rdstypes.AccountQuota{AccountQuotaName: str(q.name), Used: &used, Max: &most})
	}
	return out, nil
}
