package nereidtest

// A promoteReadReplicaDBClusterInput is the input of
// [region.PromoteReadReplicaDBCluster].
type promoteReadReplicaDBClusterInput struct {
	DBClusterIdentifier *string `query:",required"`
}

// PromoteReadReplicaDBCluster turns a replica of another cluster into an
// independent cluster.
//
// Behavior:
//   - The cluster must be available and must be a replica of another cluster. A
//     secondary of a global cluster is rejected.
//   - The reply shows the cluster as promoting, which is a guess. Then the
//     cluster is available, without a ReplicationSourceIdentifier.
func (r *region) PromoteReadReplicaDBCluster(in *promoteReadReplicaDBClusterInput) (*clusterOutput, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	switch {
	case err != nil:
		return nil, err
	case c.global != nil:
		return nil, clusterState("DbCluster %s is a member of the global cluster %s and cannot be promoted.", c.name, c.global.name)
	case c.db.ReplicationSourceIdentifier == nil:
		return nil, clusterState("DbCluster %s is not a read replica.", c.name)
	}
	if err := c.ready(); err != nil {
		return nil, err
	}
	c.enterFor("promoting", r.timings.GlobalRemove, func() {
		c.db.ReplicationSourceIdentifier = nil
		c.enter("available")
		c.notef(notification, "Promoted read replica cluster to a stand-alone database cluster")
	})
	return &clusterOutput{r.describeCluster(c)}, nil
}
