package nereidtest

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid/internal/endpoint"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A cluster is a DB cluster of Neptune or of another engine that shares its
// control plane.
type cluster struct {
	resource
	db        rdstypes.DBCluster // the description, except for what is computed from the rest
	sizeGB    int32
	writer    string           // name of the writer instance
	restartAt time.Time        // when AWS starts it again; only for a stopped cluster
	global    *globalCluster   // the global cluster that the cluster belongs to; nil if there is none
	final     *clusterSnapshot // the final snapshot in progress

	backtracks []*backtrack // the oldest first

	backups       *clusterBackups // automated backups; nil if there are none
	retainBackups bool            // whether to retain backups when the cluster is deleted

	upgradeGroup, upgradeInstanceGroup *string // parameter groups for the pending version
	pendingClass                       *string // of a Multi-AZ DB cluster; not shown in Describe responses
}

// clusterOutput is the output of the operations on one cluster.
type clusterOutput struct {
	DBCluster *rdstypes.DBCluster
}

var clusterKind = kind{
	arn:      "cluster",
	filter:   "db-cluster-id",
	source:   rdstypes.SourceTypeDbCluster,
	notFound: refusal{"DBClusterNotFoundFault", "DBCluster %s not found."},
	exists:   refusal{"DBClusterAlreadyExistsFault", "DB Cluster already exists: %s"},
	quota:    refusal{"DBClusterQuotaExceededFault", "You cannot have more than %d clusters."},
}

func (r *region) clusters() *collection[*cluster] { return collectionOf[*cluster](r, &clusterKind) }

func (c *cluster) engine() string { return *c.db.Engine }

// notAvailable returns the error for a cluster that is not available.
func (c *cluster) notAvailable() error { return c.expected("available") }

// expected returns the error for a cluster in the wrong state. The argument
// states lists the states that the operation accepts, separated by commas.
func (c *cluster) expected(states string) error {
	return clusterState("DbCluster %s is in %s state but expected it to be one of %s.", c.name, c.status, states)
}

// ready returns an error unless the cluster accepts changes. While its final
// snapshot is being taken, a cluster is shown as available but accepts no
// changes.
func (c *cluster) ready() error {
	switch {
	case c.status != "available":
		return c.notAvailable()
	case c.final != nil:
		return c.leaving()
	}
	return nil
}

// leaving returns the error for a cluster whose final snapshot is being taken.
func (c *cluster) leaving() error { return clusterState("DbCluster %s is being deleted.", c.name) }

func clusterState(format string, args ...any) error {
	return apiError("InvalidDBClusterStateFault", format, args...)
}

// members returns the instances of a cluster, sorted by name.
func (r *region) members(c *cluster) []*instance {
	var list []*instance
	for _, i := range r.instances().all() {
		if i.cluster == c {
			list = append(list, i)
		}
	}
	return list
}

func (c *cluster) shape() any { return c.region.describeCluster(c) }

func (r *region) describeCluster(c *cluster) *rdstypes.DBCluster {
	d := c.db
	d.DBClusterIdentifier = str(c.name)
	d.DBClusterArn = str(c.arn())
	d.Status = str(c.shown())
	d.Endpoint = str(r.host(c.name, "cluster", c.engine()))
	d.ReaderEndpoint = str(r.host(c.name, "cluster-ro", c.engine()))
	d.TagList = listed(c.tags)
	r.subnetGroups().get("default").use(deref(d.DBSubnetGroup, ""))
	latest := r.restorable(&c.resource)
	d.LatestRestorableTime = &latest
	earliest := later(*d.EarliestRestorableTime, r.now.Add(-time.Duration(*d.BackupRetentionPeriod)*day))
	d.EarliestRestorableTime = &earliest
	if c.status == "creating" {
		d.EarliestRestorableTime, d.LatestRestorableTime = nil, nil
	}
	d.AssociatedRoles, d.ReadReplicaIdentifiers = c.shownRoles(), []string{}
	d.DomainMemberships = []rdstypes.DomainMembership{}
	d.AvailabilityZones = mixed(r.state, c.arn(), d.AvailabilityZones, func(zone string) string { return zone })
	d.VpcSecurityGroups = mixed(r.state, c.arn(), d.VpcSecurityGroups, func(g rdstypes.VpcSecurityGroupMembership) string { return *g.VpcSecurityGroupId })
	if !c.restartAt.IsZero() {
		at := c.restartAt
		d.AutomaticRestartTime = &at
	}
	d.EarliestBacktrackTime = c.earliestBacktrack()
	if c.global != nil {
		d.GlobalClusterIdentifier = str(c.global.name)
		if c.global.writer != c && c.global.writer != nil {
			d.ReplicationSourceIdentifier = str(c.global.writer.arn())
		}
		for _, other := range c.global.members {
			if c.global.writer == c && other != c {
				d.ReadReplicaIdentifiers = append(d.ReadReplicaIdentifiers, other.arn())
			}
		}
	}
	zones := make(map[string]bool)
	d.DBClusterMembers = []rdstypes.DBClusterMember{}
	for _, i := range mixed(r.state, c.arn(), r.members(c), func(i *instance) string { return i.name }) {
		writer := i.name == c.writer && (c.global == nil || c.global.writer == c)
		d.DBClusterMembers = append(d.DBClusterMembers, rdstypes.DBClusterMember{
			DBInstanceIdentifier:          str(i.name),
			IsClusterWriter:               &writer,
			PromotionTier:                 i.db.PromotionTier,
			DBClusterParameterGroupStatus: i.clusterGroup.status(),
		})
		zones[*i.db.AvailabilityZone] = true
	}
	multi := len(zones) > 1
	d.MultiAZ = &multi
	return &d
}

// restorable returns the latest time to which a cluster or an instance can be
// restored. While the resource is stopped, that is the time when it stopped.
func (r *region) restorable(x *resource) time.Time {
	if oneOf(x.status, "stopped", "starting") {
		return x.stopped
	}
	return r.now
}

// host returns the host name of an endpoint.
func (r *region) host(name, kind, engine string) string {
	domain := "rds"
	if oneOf(engine, "neptune", "docdb") {
		domain = engine
	}
	return name + "." + kind + "-c" + r.account + "." + r.name + "." + domain + "." + endpoint.PartitionFor(r.name).DNSSuffix
}

// vpc returns the ID of the VPC that contains all of the region's resources.
func (r *region) vpc() string { return "vpc-" + r.account }

type describeDBClustersOutput struct {
	Marker     *string
	DBClusters []rdstypes.DBCluster `query:",item=DBCluster"`
}

// A describeDBClustersInput is the input of [region.DescribeDBClusters].
type describeDBClustersInput struct {
	Filters                     []filter `query:",item=Filter"`
	DBClusterIdentifier, Marker *string
	IncludeShared               *bool
	MaxRecords                  *int32
}

// DescribeDBClusters lists clusters of every engine.
//
// Behavior:
//   - A request with an identifier but without a db-cluster-id filter is
//     rejected if the cluster does not exist or does not match the request's
//     filters.
//   - If a request has both an identifier and a db-cluster-id filter, the
//     identifier is added to the filter's values. The list contains every
//     cluster that matches the filters, so an unknown identifier is not an
//     error if another cluster matches.
//   - The values of the engine filter must be known engines (case-insensitive).
func (r *region) DescribeDBClusters(in *describeDBClustersInput) (*describeDBClustersOutput, error) {
	if err := checkFilterValues(in.Filters, "engine", isEngineFilter); err != nil {
		return nil, err
	}
	page, marker, err := r.clusters().page(query{in.Filters, in.Marker, in.MaxRecords}, in.DBClusterIdentifier, nil, filters[*cluster]{
		"db-cluster-id":          func(c *cluster) []string { return []string{c.name, c.arn()} },
		"db-cluster-resource-id": func(c *cluster) []string { return []string{strings.ToLower(deref(c.db.DbClusterResourceId, ""))} },
		"engine":                 func(c *cluster) []string { return []string{c.engine()} },
		"clone-group-id":         func(c *cluster) []string { return []string{deref(c.db.CloneGroupId, "")} },
		"domain":                 func(*cluster) []string { return nil },
	})
	if err != nil {
		return nil, err
	}
	return &describeDBClustersOutput{marker, each(page, r.describeCluster)}, nil
}

// A startDBClusterInput is the input of [region.StartDBCluster].
type startDBClusterInput struct {
	DBClusterIdentifier *string `query:",required"`
}

// StartDBCluster starts a stopped cluster and its instances.
//
// Behavior:
//   - The cluster must have the status stopped or, if its KMS key became
//     inaccessible, inaccessible-encryption-credentials-recoverable.
//   - The reply shows the cluster as stopped. Describe responses show it as
//     starting, then as available.
//   - The instances start with the cluster.
func (r *region) StartDBCluster(in *startDBClusterInput) (*clusterOutput, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if !startable(c.status) {
		return nil, c.expected(startableStates)
	}
	before := r.describeCluster(c)
	r.start(c)
	return &clusterOutput{before}, nil
}

// startableStates are the states from which clusters and instances can be
// started, as AWS lists them. AWS stops a resource if its KMS key becomes
// inaccessible. The resource can be started after the key is enabled again, but
// the fake does not check whether the key is enabled.
const startableStates = "stopped,inaccessible-encryption-credentials-recoverable"

func startable(status string) bool { return oneOf(status, strings.Split(startableStates, ",")...) }

// start starts a stopped cluster and its instances, which become available
// later.
func (r *region) start(c *cluster) {
	d := r.timings.ClusterStart
	c.restartAt = time.Time{}
	for _, i := range r.members(c) {
		i.enterFor("starting", d, func() { r.started(i) })
	}
	c.enterFor("starting", d, func() {
		c.enter("available")
		c.notef(notification, "DB cluster started")
	})
}

// A stopDBClusterInput is the input of [region.StopDBCluster].
type stopDBClusterInput struct {
	DBClusterIdentifier *string `query:",required"`
}

// StopDBCluster stops a cluster and its instances.
//
// Behavior:
//   - The cluster and its instances must be available.
//   - A member of a global cluster can be stopped only if the global cluster
//     has no other members.
//   - The reply shows the cluster as available. Describe responses show it as
//     stopping, then as stopped.
//   - AWS restarts the cluster and its instances after seven days. Their
//     AutomaticRestartTime is the time of the restart.
func (r *region) StopDBCluster(in *stopDBClusterInput) (*clusterOutput, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if err := c.ready(); err != nil {
		return nil, err
	}
	if c.global != nil && (len(c.global.members) > 1 || r.quirks.loneMembersRun) {
		return nil, clusterState("DbCluster %s is a member of the global cluster %s and cannot be stopped.", c.name, c.global.name)
	}
	members := r.members(c)
	for _, i := range members {
		if i.status != "available" {
			return nil, i.notAvailable()
		}
	}
	before, d := r.describeCluster(c), r.timings.ClusterStop
	for _, i := range members {
		i.enterFor("stopping", d, func() {
			i.enter("stopped")
			i.notef(notification, "DB instance stopped")
		})
	}
	c.enterFor("stopping", d, func() {
		r.stopped(c)
		c.notef(notification, "DB cluster stopped")
	})
	return &clusterOutput{before}, nil
}

// stopped sets a cluster's status to stopped and plans its automatic restart.
func (r *region) stopped(c *cluster) {
	c.enter("stopped")
	c.restartAt = r.now.Add(r.timings.ClusterRestart)
	c.plan(c.restartAt, func() {
		c.notef(notification, "DB cluster is being started due to it exceeding the maximum allowed time being stopped")
		r.start(c)
	})
}

// A failoverDBClusterInput is the input of [region.FailoverDBCluster].
type failoverDBClusterInput struct {
	DBClusterIdentifier, TargetDBInstanceIdentifier *string
}

// FailoverDBCluster makes a reader the writer.
//
// Behavior:
//   - The target must exist and be available. AWS checks the target before the
//     cluster.
//   - The cluster must be available.
//   - The new writer is the target or, without a target, the available reader
//     with the lowest promotion tier.
//   - The reply shows the cluster as available, with the old roles. Describe
//     responses show it as failing-over.
//   - The roles change at the end of the failover. If the target no longer
//     exists by then, another reader is promoted.
func (r *region) FailoverDBCluster(in *failoverDBClusterInput) (*clusterOutput, error) {
	if in.DBClusterIdentifier == nil {
		return nil, missing("DBClusterIdentifier")
	}
	if id := in.TargetDBInstanceIdentifier; id != nil {
		switch target, err := r.instances().find(*id); {
		case err != nil:
			return nil, invalidValue("Cannot find target instance: %s", shorten(*id))
		case target.status != "available":
			return nil, target.notAvailable()
		}
	}
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, noSourceCluster(*in.DBClusterIdentifier)
	}
	if err := c.ready(); err != nil {
		return nil, err
	}
	if c.global != nil && c.global.writer != c {
		return nil, clusterState("DbCluster %s is a secondary cluster of the global cluster %s and has no writer.", c.name, c.global.name)
	}
	to, err := r.failoverTarget(c, in.TargetDBInstanceIdentifier)
	if err != nil {
		return nil, err
	}
	distance := "same"
	if from := r.instances().get(c.writer); from != nil && *from.db.AvailabilityZone != *to.db.AvailabilityZone {
		distance = "cross"
	}
	before := r.describeCluster(c)
	c.notef(failover, "Started %s AZ failover to DB instance: %s", distance, to.name)
	c.enterFor("failing-over", r.timings.ClusterFailover, func() {
		c.enter("available")
		if !r.stays(to) {
			r.promote(c)
			c.notef(failover, "Cluster failover failed, check the health of your cluster instances and try again")
			return
		}
		c.writer = to.name
		c.notef(failover, "Completed failover to DB instance: %s", to.name)
	})
	return &clusterOutput{before}, nil
}

// noSourceCluster returns the error for a cluster that does not exist.
// Operations that add something to a cluster or change its writer return this
// error.
func noSourceCluster(id string) error {
	return apiError(clusterKind.notFound.code, "The source cluster could not be found or cannot be accessed: %s", shorten(id))
}

// stays reports whether an instance exists and is not being deleted.
func (r *region) stays(i *instance) bool { return r.instances().has(i) && i.status != "deleting" }

// promote makes the reader with the lowest promotion tier the writer, if the
// cluster has lost its writer. If there are no readers, the next instance added
// becomes the writer.
func (r *region) promote(c *cluster) {
	if r.stays(r.instances().get(c.writer)) {
		return
	}
	c.writer = ""
	tier := int32(math.MaxInt32)
	for _, i := range r.members(c) {
		if r.stays(i) && *i.db.PromotionTier < tier {
			c.writer, tier = i.name, *i.db.PromotionTier
		}
	}
}

// failoverTarget chooses the instance that becomes the writer. id is the
// requested instance, or nil if the request does not name one.
func (r *region) failoverTarget(c *cluster, id *string) (*instance, error) {
	readers := slices.DeleteFunc(r.members(c), func(i *instance) bool { return i.name == c.writer })
	if id != nil {
		name, ok := r.nameOf("db", *id)
		at := slices.IndexFunc(readers, func(i *instance) bool { return ok && i.name == name })
		if at < 0 {
			return nil, instanceState("Instance %s is not a reader of DbCluster %s.", shorten(*id), c.name)
		}
		readers = readers[at : at+1]
	}
	var to *instance
	for _, i := range readers {
		if i.status == "available" && (to == nil || *i.db.PromotionTier < *to.db.PromotionTier) {
			to = i
		}
	}
	switch {
	case to != nil:
		return to, nil
	case id != nil:
		return nil, readers[0].notAvailable()
	}
	return nil, clusterState("DbCluster %s has no reader that is available to fail over to.", c.name)
}

// skipAndTake returns the error for a deletion request that contains
// FinalDBSnapshotIdentifier although SkipFinalSnapshot is true.
func skipAndTake() error {
	return invalidCombination("You cannot specify both FinalDBSnapshotIdentifier and SkipFinalSnapshot")
}

// A deleteDBClusterInput is the input of [region.DeleteDBCluster].
type deleteDBClusterInput struct {
	DBClusterIdentifier                       *string `query:",required"`
	DeleteAutomatedBackups, SkipFinalSnapshot *bool
	FinalDBSnapshotIdentifier                 *string
}

// DeleteDBCluster deletes a cluster without instances.
//
// Behavior:
//   - Every instance of the cluster must have been deleted or have the status
//     deleting.
//   - The request must contain either FinalDBSnapshotIdentifier or
//     SkipFinalSnapshot.
//   - A cluster with deletion protection is rejected, and so is a member of a
//     global cluster.
//   - The reply shows the previous status.
//   - Automated backups are removed with the cluster unless
//     DeleteAutomatedBackups is false. Retained backups count towards a quota.
//   - With a final snapshot, the cluster's status stays available until the
//     snapshot is complete, and only then becomes deleting.
func (r *region) DeleteDBCluster(in *deleteDBClusterInput) (*clusterOutput, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	final, skip := in.FinalDBSnapshotIdentifier, deref(in.SkipFinalSnapshot, false)
	switch {
	case skip && final != nil:
		return nil, skipAndTake()
	case !skip && final == nil:
		return nil, invalidCombination("FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.")
	case deref(c.db.DeletionProtection, false):
		return nil, invalidCombination("Cannot delete protected Cluster, please disable deletion protection and try again.")
	case !oneOf(c.status, "available", "failed", "inaccessible-encryption-credentials", "migration-failed", "cloning-failed") &&
		!strings.HasPrefix(c.status, "incompatible-"):
		return nil, c.notAvailable()
	case c.global != nil && c.global.writer == c && len(c.global.members) > 1:
		return nil, globalState("Unable to delete cluster that is a primary member of global cluster while there are other global cluster members")
	case c.global != nil:
		return nil, clusterState("This cluster is a part of a global cluster, please remove it from globalcluster first")
	}
	retain := !deref(in.DeleteAutomatedBackups, true)
	if retain {
		if err := r.roomForClusterBackups(); err != nil {
			return nil, err
		}
	}
	for _, i := range r.members(c) {
		if i.status != "deleting" && !i.ofMultiAZ() {
			return nil, clusterState("Cluster cannot be deleted, it still contains DB instances in non-deleting state.")
		}
	}
	before := r.describeCluster(c)
	if final == nil {
		if c.final != nil {
			return nil, c.ready()
		}
		c.retainBackups = retain
		r.beginDelete(c)
		return &clusterOutput{before}, nil
	}
	name, taken, err := r.roomForClusterSnapshot("FinalDBSnapshotIdentifier", *final, 255)
	switch {
	case err != nil:
		return nil, err
	case taken != nil:
		return nil, taken
	case c.final != nil:
		return nil, c.ready()
	}
	tags, err := r.newTags(nil, c.tags, *c.db.CopyTagsToSnapshot)
	if err != nil {
		return nil, err
	}
	last := r.newClusterSnapshot(name, "manual", c, tags)
	r.takeClusterSnapshot(last)
	c.final, c.retainBackups = last, retain
	c.record(ending)
	r.timeline.add(last.until, func() {
		if r.clusters().has(c) && c.final == last {
			r.beginDelete(c)
		}
	})
	return &clusterOutput{before}, nil
}

// beginDelete starts the deletion of a cluster. The deletion ends after the
// cluster's instances are deleted.
func (r *region) beginDelete(c *cluster) {
	ends := r.now.Add(r.timings.ClusterDelete)
	for _, i := range r.members(c) {
		if i.ofMultiAZ() {
			i.enterFor("deleting", r.timings.InstanceDelete, func() {})
		}
		ends = later(ends, i.until)
	}
	c.enterFor("deleting", ends.Sub(r.now), func() {
		for _, i := range r.members(c) {
			r.dropInstance(i)
		}
		c.deleteEndpoints()
		c.endBackups(c.retainBackups)
		r.clusters().remove(c)
		c.notef(deletion, "DB cluster deleted")
	})
}
