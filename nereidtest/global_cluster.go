package nereidtest

import (
	"slices"
	"strings"

	"github.com/nereid-go/nereid/internal/endpoint"
	"github.com/nereid-go/nereid/neptune"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A globalCluster spans regions. It is seen from all of them.
type globalCluster struct {
	lifecycle
	name     string
	db       neptunetypes.GlobalCluster // what does not follow from the rest
	members  []*cluster                 // in the order in which they came
	writer   *cluster
	leaving  *cluster // that is being removed
	failover *neptunetypes.FailoverState
	tags     []rdstypes.Tag
}

func (g *globalCluster) add(c *cluster) {
	g.members = append(g.members, c)
	if g.writer == nil {
		g.writer = c
	}
}

func globalNotFound(id string) error {
	return &neptunetypes.GlobalClusterNotFoundFault{Message: message("Global cluster %s not found.", shorten(id))}
}

func globalState(format string, args ...any) error {
	return &neptunetypes.InvalidGlobalClusterStateFault{Message: message(format, args...)}
}

// removing says that another member is being removed.
func (g *globalCluster) removing() error {
	return globalState("Global cluster %s: removing %s is in progress.", g.name, g.leaving.name)
}

// globalCluster finds a global cluster by name or ARN.
func (s *state) globalCluster(id string) (*globalCluster, error) {
	name := strings.ToLower(id)
	if a, ok := parseARN(id); ok && a.kind == "global-cluster" && a.region == "" && a.account == s.account {
		name = a.name
	}
	if g := s.globals[name]; g != nil {
		return g, nil
	}
	return nil, globalNotFound(id)
}

func (r *region) describeGlobal(g *globalCluster) *neptunetypes.GlobalCluster {
	d := g.db
	d.GlobalClusterIdentifier = str(g.name)
	a := arn{endpoint.PartitionFor(r.name).Name, "rds", "", r.account, "global-cluster", g.name}
	d.GlobalClusterArn = str(a.String())
	d.Status = str(r.shown(&g.lifecycle))
	d.FailoverState = g.failover
	d.TagList = neptuneTags(g.tags)
	d.GlobalClusterMembers = []neptunetypes.GlobalClusterMember{}
	for _, c := range g.members {
		writer := c == g.writer
		m := neptunetypes.GlobalClusterMember{DBClusterArn: str(c.arn()), IsWriter: &writer, Readers: []string{}}
		for _, other := range g.members {
			if writer && other != c {
				m.Readers = append(m.Readers, other.arn())
			}
		}
		d.GlobalClusterMembers = append(d.GlobalClusterMembers, m)
	}
	return &d
}

// createGlobalCluster makes a global cluster, either empty or with a cluster of
// this region as the primary.
func (r *region) createGlobalCluster(in *neptune.CreateGlobalClusterInput) (*neptune.CreateGlobalClusterOutput, error) {
	id := *in.GlobalClusterIdentifier
	if !isGlobalName(id) {
		return nil, invalidValue("The parameter GlobalClusterIdentifier is not a valid identifier: %s", shorten(id))
	}
	name := strings.ToLower(id)
	var taken error
	if r.globals[name] != nil {
		taken = &neptunetypes.GlobalClusterAlreadyExistsFault{Message: message("Global cluster already exists: %s", name)}
	}
	if err := r.early(taken); err != nil {
		return nil, err
	}
	if reached(len(r.globals), r.limits.GlobalClusters) {
		return nil, &neptunetypes.GlobalClusterQuotaExceededFault{Message: message("You cannot have more than %d global clusters.", r.limits.GlobalClusters)}
	}
	tags, err := r.withTags(nil, rdsTags(in.Tags))
	if err != nil {
		return nil, err
	}
	no := false
	g := &globalCluster{name: name, tags: tags, db: neptunetypes.GlobalCluster{
		GlobalClusterResourceId: str(r.resourceID("cluster")),
		DeletionProtection:      setting(in.DeletionProtection, false),
		DatabaseName:            in.DatabaseName,
	}}
	if source := in.SourceDBClusterIdentifier; source != nil {
		if in.Engine != nil || in.EngineVersion != nil || in.DatabaseName != nil || in.StorageEncrypted != nil {
			return nil, invalidCombination("When creating a global cluster from an existing cluster, Engine, EngineVersion, " +
				"DatabaseName and StorageEncrypted should not be specified.")
		}
		c, err := r.cluster(*source)
		switch {
		case err != nil:
			return nil, err
		case c.global != nil:
			return nil, clusterState("DbCluster %s is already a member of the global cluster %s.", c.name, c.global.name)
		case c.status != "available":
			return nil, c.notAvailable()
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
			return nil, invalidValue("When creating standalone global cluster, you need to specify an engine name.")
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
	r.globals[name] = g
	r.enterFor(&g.lifecycle, "creating", r.timings.GlobalCreate, func() { r.enter(&g.lifecycle, "available") })
	return &neptune.CreateGlobalClusterOutput{GlobalCluster: r.describeGlobal(g)}, nil
}

// joinable finds the global cluster that a new cluster of this region is to
// join.
func (r *region) joinable(id, engine string, encrypted bool) (*globalCluster, error) {
	g, err := r.globalCluster(id)
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

func (r *region) describeGlobalClusters(in *neptune.DescribeGlobalClustersInput) (*neptune.DescribeGlobalClustersOutput, error) {
	found := sorted(r.globals)
	if id := in.GlobalClusterIdentifier; id != nil {
		g, err := r.globalCluster(*id)
		if err != nil {
			return nil, err
		}
		found = []*globalCluster{g}
	}
	key := func(g *globalCluster) string { return g.name }
	page, marker, err := list(query{r, nil, in.Marker, in.MaxRecords}, found, key, noFilters[*globalCluster])
	if err != nil {
		return nil, err
	}
	out := &neptune.DescribeGlobalClustersOutput{Marker: marker, GlobalClusters: make([]neptunetypes.GlobalCluster, len(page))}
	for i, g := range page {
		out.GlobalClusters[i] = *r.describeGlobal(g)
	}
	return out, nil
}

// modifyGlobalCluster renames at the end of modifying. A new engine version goes
// to the members too, which are upgrading meanwhile.
func (r *region) modifyGlobalCluster(in *neptune.ModifyGlobalClusterInput) (*neptune.ModifyGlobalClusterOutput, error) {
	g, err := r.globalCluster(*in.GlobalClusterIdentifier)
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
		if name = strings.ToLower(*id); name != g.name && r.globals[name] != nil {
			return nil, &neptunetypes.GlobalClusterAlreadyExistsFault{Message: message("Global cluster already exists: %s", name)}
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
			r.enterFor(&c.lifecycle, "upgrading", d, func() {
				c.db.EngineVersion = &version
				r.enter(&c.lifecycle, "available")
			})
		}
	}
	assign(&g.db.DeletionProtection, in.DeletionProtection)
	if name != g.name || status == "upgrading" {
		r.enterFor(&g.lifecycle, status, d, func() {
			g.db.EngineVersion = &version
			if r.globals[name] == nil {
				delete(r.globals, g.name)
				g.name = name
				r.globals[name] = g
			}
			r.enter(&g.lifecycle, "available")
		})
	}
	return &neptune.ModifyGlobalClusterOutput{GlobalCluster: r.describeGlobal(g)}, nil
}

// member finds the member of a global cluster that an ARN names. The name of a
// cluster of this region is taken too.
func (r *region) member(g *globalCluster, id string) (*cluster, error) {
	for _, c := range g.members {
		if name, ok := c.region.nameOf("cluster", id); ok && name == c.name && (isARN(id) || c.region == r) {
			return c, nil
		}
	}
	return nil, &neptunetypes.DBClusterNotFoundFault{Message: message("DBCluster %s is not found in global cluster %s.", shorten(id), g.name)}
}

// removeFromGlobalCluster makes a member an independent cluster. A secondary is
// promoting meanwhile, and is still listed as a member. The primary goes last. A
// member that is busy has to finish first.
func (r *region) removeFromGlobalCluster(in *neptune.RemoveFromGlobalClusterInput) (*neptune.RemoveFromGlobalClusterOutput, error) {
	g, err := r.globalCluster(*in.GlobalClusterIdentifier)
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
	r.enterFor(&c.lifecycle, status, r.timings.GlobalRemove, func() { r.enter(&c.lifecycle, "available") })
	// Not bound to the status of the cluster, which a test may change by hand.
	r.agenda.add(r.now.Add(r.timings.GlobalRemove), func() {
		g.members = slices.DeleteFunc(g.members, func(m *cluster) bool { return m == c })
		if g.writer == c {
			g.writer = nil
		}
		g.leaving = nil
		if c.global == g {
			c.global = nil
		}
	})
	return &neptune.RemoveFromGlobalClusterOutput{GlobalCluster: r.describeGlobal(g)}, nil
}

// failoverGlobalCluster is a switchover unless data loss is allowed.
func (r *region) failoverGlobalCluster(in *neptune.FailoverGlobalClusterInput) (*neptune.FailoverGlobalClusterOutput, error) {
	lossy := deref(in.AllowDataLoss, false)
	if lossy && deref(in.Switchover, false) {
		return nil, invalidCombination("AllowDataLoss and Switchover cannot be specified together.")
	}
	g, err := r.failover(*in.GlobalClusterIdentifier, *in.TargetDbClusterIdentifier, lossy)
	if err != nil {
		return nil, err
	}
	return &neptune.FailoverGlobalClusterOutput{GlobalCluster: r.describeGlobal(g)}, nil
}

func (r *region) switchoverGlobalCluster(in *neptune.SwitchoverGlobalClusterInput) (*neptune.SwitchoverGlobalClusterOutput, error) {
	g, err := r.failover(*in.GlobalClusterIdentifier, *in.TargetDbClusterIdentifier, false)
	if err != nil {
		return nil, err
	}
	return &neptune.SwitchoverGlobalClusterOutput{GlobalCluster: r.describeGlobal(g)}, nil
}

// failover makes a secondary the primary: pending for a tenth of the time, then
// failing-over or switching-over. The roles change at the end.
func (r *region) failover(id, target string, lossy bool) (*globalCluster, error) {
	g, err := r.globalCluster(id)
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
	case from == nil: // a test can bring that about by setting statuses
		return nil, globalState("Global cluster %s has no primary cluster.", g.name)
	case to == from:
		return nil, invalidValue("DbCluster %s is the primary cluster already.", to.name)
	case to.status != "available":
		return nil, to.notAvailable()
	case !lossy && from.status != "available":
		return nil, from.notAvailable()
	}
	status := "switching-over"
	if lossy {
		status = "failing-over"
	}
	g.failover = &neptunetypes.FailoverState{
		Status:            neptunetypes.FailoverStatus("pending"),
		FromDbClusterArn:  str(from.arn()),
		ToDbClusterArn:    str(to.arn()),
		IsDataLossAllowed: &lossy,
	}
	d := r.timings.GlobalFailover
	for _, c := range []*cluster{from, to} {
		if c.status == "available" {
			r.enterFor(&c.lifecycle, "failing-over", d, func() { r.enter(&c.lifecycle, "available") })
		}
	}
	r.agenda.add(r.now.Add(d/10), func() {
		if g.failover != nil {
			g.failover.Status = neptunetypes.FailoverStatus(status)
		}
	})
	r.enterFor(&g.lifecycle, status, d, func() { r.enter(&g.lifecycle, "available") })
	r.agenda.add(r.now.Add(d), func() { g.failover, g.writer = nil, to })
	return g, nil
}

func (r *region) deleteGlobalCluster(in *neptune.DeleteGlobalClusterInput) (*neptune.DeleteGlobalClusterOutput, error) {
	g, err := r.globalCluster(*in.GlobalClusterIdentifier)
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
	r.enterFor(&g.lifecycle, "deleting", r.timings.GlobalDelete, func() { delete(r.globals, g.name) })
	return &neptune.DeleteGlobalClusterOutput{GlobalCluster: r.describeGlobal(g)}, nil
}
