package nereidtest

import (
	"slices"
	"strings"

	"github.com/nereid-go/nereid/internal/endpoint"
)

// An apiGlobalCluster is a global cluster as represented in replies.
type apiGlobalCluster struct {
	GlobalClusterMembers                                                                                            []apiGlobalClusterMember `query:",item=GlobalClusterMember"`
	TagList                                                                                                         []tag                    `query:",item=Tag"`
	DatabaseName, Engine, EngineVersion, GlobalClusterArn, GlobalClusterIdentifier, GlobalClusterResourceId, Status *string
	Endpoint, EngineLifecycleSupport                                                                                *string
	DeletionProtection, StorageEncrypted                                                                            *bool
	FailoverState                                                                                                   *apiFailoverState
}

type apiFailoverState struct {
	FromDbClusterArn, Status, ToDbClusterArn *string
	IsDataLossAllowed                        *bool
}

type apiGlobalClusterMember struct {
	DBClusterArn *string
	IsWriter     *bool
	Readers      []string

	GlobalWriteForwardingStatus, SynchronizationStatus *string
}

// A globalCluster is a global cluster, which spans regions and is visible in
// all of them.
type globalCluster struct {
	resource
	db       apiGlobalCluster // the description, except for what is computed from the rest
	members  []*cluster       // in the order in which they joined
	writer   *cluster
	leaving  *cluster // the member that is being removed; nil if there is none
	failover *apiFailoverState
}

func (g *globalCluster) add(c *cluster) {
	g.members = append(g.members, c)
	if g.writer == nil {
		g.writer = c
	}
}

// globalClusterOutput is the output of the operations on one global cluster.
type globalClusterOutput struct {
	GlobalCluster *apiGlobalCluster
}

var globalKind = kind{
	arn:      "global-cluster",
	notFound: refusal{"GlobalClusterNotFoundFault", "Global cluster %s not found."},
	exists:   refusal{"GlobalClusterAlreadyExistsFault", "Global cluster %s already exists"},
	quota:    refusal{"GlobalClusterQuotaExceededFault", "You cannot have more than %d global clusters."},
}

// globals returns the global clusters. They are stored in a region with an
// empty name, because their ARNs have no region.
func (r *region) globals() *collection[*globalCluster] {
	return collectionOf[*globalCluster](r.region(""), &globalKind)
}

func globalState(format string, args ...any) error {
	return apiError("InvalidGlobalClusterStateFault", format, args...)
}

// removing returns the error for a global cluster from which a member is being
// removed.
func (g *globalCluster) removing() error {
	return globalState("Global cluster %s: removing %s is in progress.", g.name, g.leaving.name)
}

// newGlobal makes a global cluster without a status. It does not add the
// cluster to a collection.
func newGlobal(r *region, name string, tags []tag) *globalCluster {
	return &globalCluster{resource: resource{region: r.region(""), kind: &globalKind, name: name, tags: tags}}
}

func (g *globalCluster) shape() any { return g.region.describeGlobal(g) }

func (r *region) describeGlobal(g *globalCluster) *apiGlobalCluster {
	d := g.db
	d.GlobalClusterIdentifier = str(g.name)
	a := arn{endpoint.PartitionFor(r.name).Name, "rds", "", r.account, "global-cluster", g.name}
	d.GlobalClusterArn = str(a.String())
	d.Status = str(g.shown())
	if g.failover != nil {
		state := *g.failover
		d.FailoverState = &state
	}
	d.TagList = listed(g.tags)
	d.GlobalClusterMembers = []apiGlobalClusterMember{}
	aurora := strings.HasPrefix(deref(d.Engine, ""), "aurora")
	if aurora {
		d.Endpoint = str(g.name + ".global-c" + r.account + ".global.rds." + endpoint.PartitionFor(r.name).DNSSuffix)
		d.EngineLifecycleSupport = str("open-source-rds-extended-support")
	}
	for _, c := range g.members {
		writer := c == g.writer
		m := apiGlobalClusterMember{DBClusterArn: str(c.arn()), IsWriter: &writer, Readers: []string{}}
		if aurora {
			m.SynchronizationStatus = str("connected")
			if !writer {
				m.GlobalWriteForwardingStatus = str("disabled")
			}
		}
		for _, other := range g.members {
			if writer && other != c {
				m.Readers = append(m.Readers, other.arn())
			}
		}
		d.GlobalClusterMembers = append(d.GlobalClusterMembers, m)
	}
	return &d
}

// A createGlobalClusterInput is the input of [region.CreateGlobalCluster].
type createGlobalClusterInput struct {
	GlobalClusterIdentifier                                        *string `query:",required"`
	Tags                                                           []tag   `query:",item=Tag"`
	DatabaseName, Engine, EngineVersion, SourceDBClusterIdentifier *string
	DeletionProtection, StorageEncrypted                           *bool
}

// globalReply returns a reply with the status that the global cluster had before
// the request.
func (r *region) globalReply(g *globalCluster, before string) *globalClusterOutput {
	d := r.describeGlobal(g)
	d.Status = str(before)
	return &globalClusterOutput{d}
}

// CreateGlobalCluster creates a global cluster.
//
// Behavior:
//   - If the request has the ARN of a cluster in this region, that cluster
//     becomes the primary. Otherwise, the global cluster has no members.
//   - With a primary, the engine, the version, the database name and the
//     encryption are those of the primary, and the request must not contain
//     them.
//   - The reply shows the global cluster as available.
func (r *region) CreateGlobalCluster(in *createGlobalClusterInput) (*globalClusterOutput, error) {
	id := *in.GlobalClusterIdentifier
	if !isGlobalName(id) {
		return nil, invalidValue("The parameter GlobalClusterIdentifier is not a valid identifier: %s", shorten(id))
	}
	name := strings.ToLower(id)
	taken := r.globals().taken(name)
	if err := r.early(taken); err != nil {
		return nil, err
	}
	if err := r.globals().room(r.limits.GlobalClusters); err != nil {
		return nil, err
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	no := false
	g := newGlobal(r, name, tags)
	g.db = apiGlobalCluster{
		GlobalClusterResourceId: str(r.globalID()),
		DeletionProtection:      setting(in.DeletionProtection, false),
		DatabaseName:            in.DatabaseName,
	}
	if source := in.SourceDBClusterIdentifier; source != nil {
		for _, of := range []struct {
			given bool
			name  string
		}{
			{in.Engine != nil, "engineName"},
			{in.EngineVersion != nil, "engineVersion"},
			{in.DatabaseName != nil, "databaseName"},
			{in.StorageEncrypted != nil, "storageEncrypted"},
		} {
			if of.given {
				return nil, invalidCombination("When creating global cluster from existing db cluster, value for %s should not be "+
					"specified since it will be inherited from source cluster", of.name)
			}
		}
		if a, ok := parseARN(*source); !ok || a.kind != "cluster" {
			return nil, invalidValue("Malformed db cluster arn %s", shorten(*source))
		}
		c, err := r.clusters().find(*source)
		switch {
		case err != nil:
			return nil, err
		case c.global != nil:
			return nil, clusterState("DbCluster %s is already a member of the global cluster %s.", c.name, c.global.name)
		case c.ready() != nil:
			return nil, c.ready()
		case taken != nil:
			return nil, taken
		}
		g.db.Engine, g.db.EngineVersion = c.db.Engine, c.db.EngineVersion
		g.db.StorageEncrypted, g.db.DatabaseName = c.db.StorageEncrypted, c.db.DatabaseName
		g.add(c)
		c.global = g
	} else {
		engine := strings.ToLower(deref(in.Engine, ""))
		if engine == "" {
			return nil, invalidValue("When creating standalone global cluster, value for engineName should be specified")
		}
		if !isEngine(engine) {
			return nil, invalidValue("Invalid DB engine: %s", shorten(engine))
		}
		if err := checkVersion(engine, deref(in.EngineVersion, defaultVersion(engine))); err != nil {
			return nil, err
		}
		if taken != nil {
			return nil, taken
		}
		g.db.Engine, g.db.EngineVersion = &engine, setting(in.EngineVersion, defaultVersion(engine))
		g.db.StorageEncrypted = setting(in.StorageEncrypted, no)
	}
	r.globals().add(g)
	g.enterFor("creating", r.timings.GlobalCreate, func() { g.enter("available") })
	return r.globalReply(g, "available"), nil
}

// joinable finds the global cluster that a new cluster in this region is to
// join.
func (r *region) joinable(id, engine string, encrypted bool) (*globalCluster, error) {
	g, err := r.globals().find(id)
	if err != nil {
		return nil, err
	}
	if *g.db.Engine != engine {
		return nil, invalidCombination("The engine %s is not that of the global cluster %s.", engine, g.name)
	}
	if deref(g.db.StorageEncrypted, false) != encrypted {
		return nil, invalidCombination("StorageEncrypted must be the same as in the global cluster %s.", g.name)
	}
	if g.status != "available" {
		return nil, globalState("Global cluster %s is in the state %s.", g.name, g.status)
	}
	if g.leaving != nil {
		return nil, g.removing()
	}
	if g.writer == nil {
		return g, nil
	}
	for _, c := range g.members {
		if c.region == r {
			return nil, invalidCombination("Global cluster %s already has a cluster in %s.", g.name, r.name)
		}
	}
	if reached(len(g.members)-1, r.limits.GlobalSecondaries) {
		return nil, globalState("Global cluster %s cannot have more than %d secondary clusters.", g.name, r.limits.GlobalSecondaries)
	}
	primary := g.writer
	ready := primary.status == "available" && slices.ContainsFunc(primary.region.members(primary), func(i *instance) bool {
		return i.status == "available"
	})
	if !ready {
		return nil, clusterState("Source cluster: %s is in a state which is not valid for physical replication.", primary.arn())
	}
	return g, nil
}

type describeGlobalClustersOutput struct {
	Marker         *string
	GlobalClusters []apiGlobalCluster `query:",item=GlobalClusterMember"`
}

// A describeGlobalClustersInput is the input of
// [region.DescribeGlobalClusters].
type describeGlobalClustersInput struct {
	GlobalClusterIdentifier, Marker *string
	MaxRecords                      *int32
}

// DescribeGlobalClusters lists global clusters. The list is the same in every
// region.
//
// Behavior:
//   - Filters are not supported.
func (r *region) DescribeGlobalClusters(in *describeGlobalClustersInput) (*describeGlobalClustersOutput, error) {
	page, marker, err := r.globals().page(query{nil, in.Marker, in.MaxRecords}, in.GlobalClusterIdentifier, nil, nil)
	if err != nil {
		return nil, err
	}
	return &describeGlobalClustersOutput{marker, each(page, r.describeGlobal)}, nil
}

// A modifyGlobalClusterInput is the input of [region.ModifyGlobalCluster].
type modifyGlobalClusterInput struct {
	GlobalClusterIdentifier                      *string `query:",required"`
	AllowMajorVersionUpgrade, DeletionProtection *bool
	EngineVersion, NewGlobalClusterIdentifier    *string
}

// ModifyGlobalCluster changes a global cluster.
//
// Behavior:
//   - After a rename, the status is modifying until the new name takes effect.
//   - A new engine version also applies to the members. Until the upgrade is
//     complete, the members and the global cluster have the status upgrading.
//   - The reply shows the previous status.
func (r *region) ModifyGlobalCluster(in *modifyGlobalClusterInput) (*globalClusterOutput, error) {
	g, err := r.globals().find(*in.GlobalClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if g.status != "available" {
		return nil, globalState("Global cluster %s is in the state %s.", g.name, g.status)
	}
	name := g.name
	if id := in.NewGlobalClusterIdentifier; id != nil {
		if !isGlobalName(*id) {
			return nil, invalidValue("The parameter NewGlobalClusterIdentifier is not a valid identifier: %s", shorten(*id))
		}
		if name = strings.ToLower(*id); name != g.name {
			if err := r.globals().taken(name); err != nil {
				return nil, err
			}
		}
	}
	status, d := "modifying", r.timings.GlobalModify
	version := deref(in.EngineVersion, *g.db.EngineVersion)
	if version != *g.db.EngineVersion {
		if err := checkUpgrade(*g.db.Engine, *g.db.EngineVersion, version, in.AllowMajorVersionUpgrade); err != nil {
			return nil, err
		}
		for _, c := range g.members {
			if c.status != "available" {
				return nil, c.notAvailable()
			}
		}
		status, d = "upgrading", r.timings.ClusterUpgrade
		for _, c := range g.members {
			c.enterFor("upgrading", d, func() {
				c.upgrade(version)
				c.enter("available")
			})
		}
	}
	before := g.shown()
	assign(&g.db.DeletionProtection, in.DeletionProtection)
	g.record(modified)
	if name != g.name || status == "upgrading" {
		g.enterFor(status, d, func() {
			g.db.EngineVersion = &version
			if name != g.name && r.globals().rename(g, name) {
				g.record(renamed)
			}
			g.enter("available")
		})
	}
	return r.globalReply(g, before), nil
}

// member finds a member of a global cluster by its ARN. A member in this region
// can also be given by its name.
func (r *region) member(g *globalCluster, id string) (*cluster, error) {
	for _, c := range g.members {
		if name, ok := c.region.nameOf("cluster", id); ok && name == c.name && (isARN(id) || c.region == r) {
			return c, nil
		}
	}
	return nil, apiError("DBClusterNotFoundFault", "DBCluster %s is not found in global cluster %s.", shorten(id), g.name)
}

// A removeFromGlobalClusterInput is the input of
// [region.RemoveFromGlobalCluster].
type removeFromGlobalClusterInput struct {
	DbClusterIdentifier     *string `query:",required"`
	GlobalClusterIdentifier *string `query:",required"`
}

// RemoveFromGlobalCluster makes a member an independent cluster.
//
// Behavior:
//   - The primary can be removed only if there are no other members.
//   - The status of a secondary is promoting while AWS removes it. The
//     secondary is listed as a member until the removal is complete.
//   - The reply shows the global cluster as available, and still lists the
//     member.
//
// A member cannot be removed while another change of the member is in progress.
func (r *region) RemoveFromGlobalCluster(in *removeFromGlobalClusterInput) (*globalClusterOutput, error) {
	g, err := r.globals().find(*in.GlobalClusterIdentifier)
	if err != nil {
		return nil, err
	}
	c, err := r.member(g, *in.DbClusterIdentifier)
	if err != nil {
		return nil, err
	}
	switch {
	case g.failover != nil || oneOf(g.status, "deleting", "upgrading"):
		return nil, globalState("Global cluster %s is in the state %s.", g.name, g.status)
	case c == g.writer && len(g.members) > 1:
		return nil, globalState("The primary cluster cannot be removed while global cluster %s has secondary clusters.", g.name)
	case g.leaving != nil:
		return nil, g.removing()
	case !oneOf(c.status, "available", "stopped", "failed") && !strings.HasPrefix(c.status, "inaccessible-"):
		return nil, globalState("DbCluster %s is in the state %s and cannot be removed.", c.name, c.status)
	}
	status := "promoting"
	if c == g.writer {
		status = "modifying"
	}
	g.leaving = c
	c.enterFor(status, r.timings.GlobalRemove, func() { c.enter("available") })
	// A planned change of the cluster's status is canceled if a test sets the
	// status. The removal must complete even then, so it is a separate event.
	r.timeline.add(r.now.Add(r.timings.GlobalRemove), func() {
		g.touch()
		c.touch()
		g.members = slices.DeleteFunc(g.members, func(m *cluster) bool { return m == c })
		if g.writer == c {
			g.writer = nil
		}
		g.leaving = nil
		if c.global == g {
			c.global = nil
		}
	})
	return &globalClusterOutput{r.describeGlobal(g)}, nil
}

// A failoverGlobalClusterInput is the input of [region.FailoverGlobalCluster].
type failoverGlobalClusterInput struct {
	GlobalClusterIdentifier   *string `query:",required"`
	TargetDbClusterIdentifier *string `query:",required"`
	AllowDataLoss, Switchover *bool
}

// FailoverGlobalCluster makes a secondary the primary.
//
// Behavior:
//   - Without AllowDataLoss, the operation is a switchover.
//   - The reply shows the status switching-over, even with AllowDataLoss, and a
//     pending FailoverState.
//   - The roles change when the switchover or failover is complete.
func (r *region) FailoverGlobalCluster(in *failoverGlobalClusterInput) (*globalClusterOutput, error) {
	lossy := deref(in.AllowDataLoss, false)
	if lossy && deref(in.Switchover, false) {
		return nil, invalidCombination("AllowDataLoss and Switchover cannot be specified together.")
	}
	g, err := r.failover(*in.GlobalClusterIdentifier, *in.TargetDbClusterIdentifier, lossy)
	if err != nil {
		return nil, err
	}
	return &globalClusterOutput{r.describeGlobal(g)}, nil
}

// A switchoverGlobalClusterInput is the input of
// [region.SwitchoverGlobalCluster].
type switchoverGlobalClusterInput struct {
	GlobalClusterIdentifier   *string `query:",required"`
	TargetDbClusterIdentifier *string `query:",required"`
}

// SwitchoverGlobalCluster makes a secondary the primary without data loss.
//
// Behavior:
//   - The old and the new primary must be available.
//   - The reply shows the status switching-over and a pending FailoverState.
//   - The roles change when the switchover is complete.
func (r *region) SwitchoverGlobalCluster(in *switchoverGlobalClusterInput) (*globalClusterOutput, error) {
	g, err := r.failover(*in.GlobalClusterIdentifier, *in.TargetDbClusterIdentifier, false)
	if err != nil {
		return nil, err
	}
	return &globalClusterOutput{r.describeGlobal(g)}, nil
}

// failover makes a secondary the primary. For the first tenth of its duration,
// the failover has the status pending. Then it has the status failing-over if
// lossy is true, and switching-over otherwise. The roles change at the end of
// the failover.
func (r *region) failover(id, target string, lossy bool) (*globalCluster, error) {
	g, err := r.globals().find(id)
	if err != nil {
		return nil, err
	}
	switch {
	case g.status != "available":
		return nil, globalState("Global cluster %s is in the state %s.", g.name, g.status)
	case g.leaving != nil:
		return nil, g.removing()
	}
	to, err := r.member(g, target)
	if err != nil {
		return nil, err
	}
	from := g.writer
	switch {
	case from == nil: // possible if a test sets statuses
		return nil, globalState("Global cluster %s has no primary cluster.", g.name)
	case to == from:
		return nil, invalidValue("DbCluster %s is the primary cluster already.", to.name)
	case to.status == "creating":
		return nil, clusterState("The switchover request is not successful because replication setup is still in progress. " +
			"Please retry the request later.")
	case to.status != "available":
		return nil, to.notAvailable()
	case !lossy && from.status != "available":
		return nil, from.notAvailable()
	}
	const status = "switching-over" // even for a failover with AllowDataLoss
	progress := status
	if lossy {
		progress = "failing-over"
	}
	g.failover = &apiFailoverState{
		Status:            str("pending"),
		FromDbClusterArn:  str(from.arn()),
		ToDbClusterArn:    str(to.arn()),
		IsDataLossAllowed: &lossy,
	}
	d := r.timings.GlobalFailover
	for _, c := range []*cluster{from, to} {
		if c.status == "available" {
			c.enterFor("failing-over", d, func() { c.enter("available") })
		}
	}
	r.timeline.add(r.now.Add(d/10), func() {
		if g.failover != nil {
			g.touch()
			g.failover.Status = &progress
		}
	})
	g.enterFor(status, d, func() { g.enter("available") })
	r.timeline.add(r.now.Add(d), func() {
		g.touch()
		g.failover, g.writer = nil, to
	})
	return g, nil
}

// A deleteGlobalClusterInput is the input of [region.DeleteGlobalCluster].
type deleteGlobalClusterInput struct {
	GlobalClusterIdentifier *string `query:",required"`
}

// DeleteGlobalCluster deletes a global cluster without members.
//
// Behavior:
//   - A global cluster with deletion protection is rejected.
//   - The reply shows the previous status.
func (r *region) DeleteGlobalCluster(in *deleteGlobalClusterInput) (*globalClusterOutput, error) {
	g, err := r.globals().find(*in.GlobalClusterIdentifier)
	if err != nil {
		return nil, err
	}
	switch {
	case deref(g.db.DeletionProtection, false):
		return nil, invalidCombination("Cannot delete protected Global Cluster, please disable deletion protection and try again.")
	case len(g.members) > 0:
		return nil, globalState("Global Cluster %s is not empty.", g.name)
	case g.status != "available":
		return nil, globalState("Global cluster %s is in the state %s.", g.name, g.status)
	}
	before := r.describeGlobal(g)
	g.enterFor("deleting", r.timings.GlobalDelete, func() { r.globals().remove(g) })
	return &globalClusterOutput{before}, nil
}
