package nereidtest

import (
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// Values of OptInType.
const (
	optImmediate = "immediate"
	optNext      = "next-maintenance"
	optUndo      = "undo-opt-in"
)

const dbUpgrade = "db-upgrade"

// A pendingMaintenance is a pending maintenance action of a resource.
type pendingMaintenance struct {
	of      maintained
	action  rdstypes.PendingMaintenanceAction
	plans   int // number of plans so far; only the last plan is valid
	running bool
}

// A maintained resource is a cluster or an instance.
type maintained interface {
	based
	window() string // ddd:hh24:mi-ddd:hh24:mi
	maintain(action string, done func())
}

func (c *cluster) window() string  { return *c.db.PreferredMaintenanceWindow }
func (i *instance) window() string { return *i.db.PreferredMaintenanceWindow }

// maintain performs a maintenance action on a cluster and calls the function
// done at the end. The action db-upgrade upgrades the cluster to the next minor
// version.
func (c *cluster) maintain(action string, done func()) {
	next := nextRelease(c.engine(), *c.db.EngineVersion)
	if action != dbUpgrade || next == "" {
		c.maintainFor(c.region.timings.ClusterModify, done)
		return
	}
	c.enterFor("upgrading", c.region.timings.ClusterUpgrade, func() {
		c.upgrade(next)
		c.notef(maintenance, "Database cluster engine version has been upgraded")
		c.enter("available")
		done()
	})
}

// maintain performs a maintenance action on an instance and calls the function
// done at the end. For an instance in a cluster, the action db-upgrade upgrades
// the cluster.
func (i *instance) maintain(action string, done func()) {
	var next string
	if i.cluster == nil {
		next = nextRelease(*i.db.Engine, *i.db.EngineVersion)
	}
	switch {
	case action == dbUpgrade && i.cluster != nil:
		i.cluster.maintain(action, done)
	case action == dbUpgrade && next != "":
		i.enterFor("upgrading", i.region.timings.ClusterUpgrade, func() {
			i.take(&rdstypes.PendingModifiedValues{EngineVersion: &next})
			i.enter("available")
			done()
		})
	default:
		i.maintainFor(i.region.timings.InstanceModify, done)
	}
}

// maintainFor sets the resource's status to maintenance for the duration d. It
// then sets the status to available and calls the function done.
func (x *resource) maintainFor(d time.Duration, done func()) {
	x.enterFor("maintenance", d, func() {
		x.enter("available")
		done()
	})
}

// nextRelease returns the first version that is newer than the given version
// and has the same major version, or "" if there is none.
func nextRelease(engine, version string) string {
	for _, to := range versionsOf(engine) {
		if isOlder(version, to) && majorVersion(engine, version) == majorVersion(engine, to) {
			return to
		}
	}
	return ""
}

// date returns the time when the action is due, or nil if it is not scheduled.
func (p *pendingMaintenance) date(now time.Time) *time.Time {
	var at *time.Time
	a, window := &p.action, p.of.window()
	switch opt := deref(a.OptInStatus, ""); {
	case opt == optImmediate && a.ForcedApplyDate == nil:
		at = &now
	case a.AutoAppliedAfterDate != nil:
		begin := nextWindow(*a.AutoAppliedAfterDate, window)
		at = &begin
	case opt == optNext:
		begin := nextWindow(now, window)
		at = &begin
	}
	if forced := a.ForcedApplyDate; forced != nil && (at == nil || forced.Before(*at)) {
		at = forced
	}
	return at
}

// schedule plans the action for the time when it is due, and cancels any
// earlier plan.
func (r *region) schedule(p *pendingMaintenance) {
	p.plans++
	p.action.CurrentApplyDate = p.date(r.now)
	if at := p.action.CurrentApplyDate; at != nil {
		r.await(p, *at)
	}
}

// await starts the action at the given time. If the resource is not available
// at that time, the action waits for the resource's next maintenance window.
func (r *region) await(p *pendingMaintenance, at time.Time) {
	plan := p.plans
	begin := func() {
		x := p.of.base()
		switch {
		case p.plans != plan || x.status == removed:
		case x.status == "available":
			p.running = true
			p.of.maintain(*p.action.Action, func() {
				r.maintenance = slices.DeleteFunc(r.maintenance, func(other *pendingMaintenance) bool { return other == p })
			})
		default:
			next := nextWindow(r.now, p.of.window())
			r.await(p, next)
		}
	}
	if at.After(r.now) {
		r.timeline.add(at, begin)
	} else {
		begin()
	}
}

// pendingOn returns the pending actions of a resource.
func (r *region) pendingOn(x *resource) (list []*pendingMaintenance) {
	for _, p := range r.maintenance {
		if p.of.base() == x && x.status != removed {
			list = append(list, p)
		}
	}
	return list
}

// describeMaintenance returns a resource and its pending actions, as replies
// show them.
func (r *region) describeMaintenance(x *resource) *rdstypes.ResourcePendingMaintenanceActions {
	d := &rdstypes.ResourcePendingMaintenanceActions{
		PendingMaintenanceActionDetails: []rdstypes.PendingMaintenanceAction{}, ResourceIdentifier: str(x.arn()),
	}
	for _, p := range r.pendingOn(x) {
		d.PendingMaintenanceActionDetails = append(d.PendingMaintenanceActionDetails, p.action)
	}
	return d
}

// maintainable returns the resource with the given ARN.
func (r *region) maintainable(id string) (*resource, error) {
	if !isARN(id) {
		return nil, invalidValue("Invalid resource identifier: %s", shorten(id))
	}
	x, err := r.lookup(id)
	if err != nil {
		return nil, apiError("ResourceNotFoundFault", "The specified resource %s was not found.", shorten(id))
	}
	return x.base(), nil
}

type describePendingMaintenanceActionsOutput struct {
	Marker                    *string
	PendingMaintenanceActions []rdstypes.ResourcePendingMaintenanceActions `query:",item=ResourcePendingMaintenanceActions"`
}

// A describePendingMaintenanceActionsInput is the input of
// [region.DescribePendingMaintenanceActions].
type describePendingMaintenanceActionsInput struct {
	Filters                    []filter `query:",item=Filter"`
	Marker, ResourceIdentifier *string
	MaxRecords                 *int32
}

// DescribePendingMaintenanceActions lists the resources with pending actions.
//
// Behavior:
//   - A resource without pending actions is not listed.
//   - ResourceIdentifier is an ARN.
//   - The filters db-cluster-id and db-instance-id accept names and ARNs.
//
// The fake does not create actions by itself. Tests add them with
// [Server.AddPendingMaintenance].
func (r *region) DescribePendingMaintenanceActions(in *describePendingMaintenanceActionsInput) (*describePendingMaintenanceActionsOutput, error) {
	var only *resource
	if in.ResourceIdentifier != nil {
		var err error
		if only, err = r.maintainable(*in.ResourceIdentifier); err != nil {
			return nil, err
		}
	}
	var found []*resource
	for _, p := range r.maintenance {
		x := p.of.base()
		if len(r.pendingOn(x)) > 0 && (only == nil || only == x) && !slices.Contains(found, x) {
			found = append(found, x)
		}
	}
	slices.SortFunc(found, func(a, b *resource) int { return strings.Compare(a.arn(), b.arn()) })
	named := func(k *kind) func(*resource) []string {
		return func(x *resource) []string {
			if x.kind != k {
				return nil
			}
			return []string{x.name, x.arn()}
		}
	}
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, found, (*resource).arn, filters[*resource]{
		"db-cluster-id": named(&clusterKind), "db-instance-id": named(&instanceKind),
	})
	if err != nil {
		return nil, err
	}
	out := &describePendingMaintenanceActionsOutput{marker, []rdstypes.ResourcePendingMaintenanceActions{}}
	for _, x := range page {
		out.PendingMaintenanceActions = append(out.PendingMaintenanceActions, *r.describeMaintenance(x))
	}
	return out, nil
}

type applyPendingMaintenanceActionOutput struct {
	ResourcePendingMaintenanceActions *rdstypes.ResourcePendingMaintenanceActions
}

// An applyPendingMaintenanceActionInput is the input of
// [region.ApplyPendingMaintenanceAction].
type applyPendingMaintenanceActionInput struct {
	ApplyAction        *string `query:",required"`
	OptInType          *string `query:",required"`
	ResourceIdentifier *string `query:",required"`
}

// ApplyPendingMaintenanceAction sets the time of a pending action.
//
// Behavior:
//   - The action must be pending for the resource.
//   - For the OptInType immediate, the resource must be available. While the
//     action is performed, the resource's status is upgrading for the action
//     db-upgrade, and maintenance for any other action. The action is pending
//     until it is complete. db-upgrade upgrades to the next minor version.
//   - For the OptInType next-maintenance, the action is performed in the next
//     maintenance window.
//   - If the action has a ForcedApplyDate, the OptInType immediate does not
//     change the action's time. If the action has an AutoAppliedAfterDate, the
//     OptInType next-maintenance does not change the action's time.
//   - The OptInType undo-opt-in cancels an earlier next-maintenance. After a
//     request with immediate, requests with another OptInType are rejected.
//
// The reply contains all pending actions of the resource.
func (r *region) ApplyPendingMaintenanceAction(in *applyPendingMaintenanceActionInput) (*applyPendingMaintenanceActionOutput, error) {
	x, err := r.maintainable(*in.ResourceIdentifier)
	if err != nil {
		return nil, err
	}
	if !oneOf(*in.OptInType, optImmediate, optNext, optUndo) {
		return nil, invalidValue("Invalid opt-in type: %s", shorten(*in.OptInType))
	}
	pending := r.pendingOn(x)
	at := slices.IndexFunc(pending, func(p *pendingMaintenance) bool { return *p.action.Action == *in.ApplyAction })
	if at < 0 {
		return nil, apiError("ResourceNotFoundFault", "The action %s is not pending for %s.", shorten(*in.ApplyAction), x.arn())
	}
	p := pending[at]
	switch {
	case *in.ApplyAction == "serverless-platform-version-update":
		return nil, invalidValue("The action %s cannot be applied.", *in.ApplyAction)
	case deref(p.action.OptInStatus, "") == optImmediate && *in.OptInType != optImmediate:
		return nil, invalidCombination("An opt-in request of type immediate can't be undone.")
	case *in.OptInType == optImmediate && x.status != "available" && !p.running:
		if x.kind == &instanceKind {
			return nil, instanceState("Instance %s is not in available state.", x.name)
		}
		return nil, clusterState("DbCluster %s is in %s state but expected it to be one of available.", x.name, x.status)
	}
	if !p.running {
		p.action.OptInStatus = in.OptInType
		if *in.OptInType == optUndo {
			p.action.OptInStatus = nil
		}
		r.schedule(p)
	}
	x.record(modified)
	return &applyPendingMaintenanceActionOutput{r.describeMaintenance(x)}, nil
}

// A PendingMaintenance describes a maintenance action for
// [Server.AddPendingMaintenance]. Zero fields take their defaults.
type PendingMaintenance struct {
	Resource         string    // ARN of a cluster or an instance
	Action           string    // by default system-update
	Description      string    // by default a text that contains the action
	AutoAppliedAfter time.Time // AutoAppliedAfterDate; by default none
	Forced           time.Time // ForcedApplyDate; by default none
}

// AddPendingMaintenance adds a pending action to a resource. The action
// db-upgrade upgrades the engine to the next minor version.
func (s *Server) AddPendingMaintenance(spec PendingMaintenance) {
	r, unlock := s.editOf(spec.Resource)
	defer unlock()
	x, err := r.lookup(spec.Resource)
	of, ok := x.(maintained)
	if err != nil || !ok {
		s.misusef("AddPendingMaintenance: %q is not the ARN of a cluster or an instance", spec.Resource)
		return
	}
	action := orElse(spec.Action, "system-update")
	p := &pendingMaintenance{of: of, action: rdstypes.PendingMaintenanceAction{
		Action: &action, Description: str(orElse(spec.Description, "New "+action+" is available")),
	}}
	if t := spec.AutoAppliedAfter; !t.IsZero() {
		p.action.AutoAppliedAfterDate = &t
	}
	if t := spec.Forced; !t.IsZero() {
		p.action.ForcedApplyDate = &t
	}
	r.maintenance = append(r.maintenance, p)
	r.schedule(p)
}
