package nereidtest

import (
	"maps"
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A parameterGroup is a DB parameter group or, depending on its kind, a cluster
// parameter group. A DB parameter group and a cluster parameter group can have
// the same name.
type parameterGroup struct {
	resource
	family, description string
	values              map[string]changedValue // changed values by parameter name
	pending             time.Time               // resets are rejected until this time
	held                time.Time               // the group counts as in use until this time
}

// A changedValue is a parameter value that a request has set, with the apply
// method from that request.
type changedValue struct{ value, method string }

var parameterGroupKind = kind{
	arn:      "pg",
	source:   rdstypes.SourceTypeDbParameterGroup,
	notFound: refusal{"DBParameterGroupNotFound", "DBParameterGroup not found: %s"},
	exists:   refusal{"DBParameterGroupAlreadyExists", "Parameter group %s already exists"},
	quota:    refusal{"DBParameterGroupQuotaExceeded", "You cannot have more than %d parameter groups."},
}

func (r *region) parameterGroups() *collection[*parameterGroup] {
	return collectionOf[*parameterGroup](r, &parameterGroupKind)
}

func (g *parameterGroup) ofClusters() bool { return g.kind == &clusterParameterGroupKind }

// isDefault reports whether the group is a default group, which AWS creates.
// Only names of default groups can contain a dot.
func (g *parameterGroup) isDefault() bool { return strings.HasPrefix(g.name, "default.") }

func (g *parameterGroup) shape() any {
	if g.ofClusters() {
		return g.region.describeClusterParameterGroup(g)
	}
	return g.region.describeParameterGroup(g)
}

func (r *region) describeParameterGroup(g *parameterGroup) *rdstypes.DBParameterGroup {
	return &rdstypes.DBParameterGroup{
		DBParameterGroupArn: str(g.arn()), DBParameterGroupFamily: str(g.family), DBParameterGroupName: str(g.name), Description: str(g.description),
	}
}

// addDefaultGroups adds the default groups of Neptune, which every region has.
func (r *region) addDefaultGroups() {
	for _, family := range neptuneFamilies() {
		r.defaultOf(r.parameterGroups(), family)
		r.defaultOf(r.clusterParameterGroups(), family)
	}
}

// defaultOf returns the name of a family's default group. It creates the group
// if the group does not exist yet, as AWS does when an engine other than
// Neptune first uses the group.
func (r *region) defaultOf(groups *collection[*parameterGroup], family string) *string {
	name, what := "default."+family, "Default parameter group for "
	if groups.kind == &clusterParameterGroupKind {
		what = "Default cluster parameter group for "
	}
	if groups.get(name) == nil {
		groups.add(&parameterGroup{
			resource: resource{region: r, kind: groups.kind, name: name}, family: family, description: what + family,
		})
	}
	return &name
}

// groupFor returns the name of the parameter group for an engine version: the
// given group or, if given is nil, the default group. The given group must
// belong to the version's family.
func (r *region) groupFor(groups *collection[*parameterGroup], given *string, engine, version string) (*string, error) {
	family := familyOf(engine, version)
	if given == nil {
		return r.defaultOf(groups, family), nil
	}
	g, err := groups.find(*given)
	switch {
	case err == nil && g.family != family:
		return nil, invalidCombination("The Parameter Group %s with DBParameterGroupFamily %s cannot be used for this instance. "+
			"Please use a Parameter Group with DBParameterGroupFamily %s", g.name, g.family, family)
	case err == nil:
		return &g.name, nil
	case groups.kind == &clusterParameterGroupKind: // operations on clusters return another code
		return nil, apiError("DBClusterParameterGroupNotFound", "DBClusterParameterGroup not found: %s", shorten(*given))
	}
	return nil, err
}

// regrouped returns the name of the parameter group after an upgrade to the
// given version. group is the current group, and given is the group that the
// request names, if any. If given is nil, a default group is replaced by the
// default group for the new version, and any other group is kept.
func (r *region) regrouped(groups *collection[*parameterGroup], group, given *string, engine, version string) *string {
	switch {
	case given != nil:
		r.release(groups, group)
		return given
	case strings.HasPrefix(deref(group, ""), "default."):
		return r.defaultOf(groups, familyOf(engine, version))
	}
	return group
}

// release records that a resource no longer uses a group. As in AWS, the group
// still counts as in use for Timings.ParameterGroupRelease.
func (r *region) release(groups *collection[*parameterGroup], name *string) {
	if g := groups.get(deref(name, "")); g != nil {
		g.held = r.now.Add(r.timings.ParameterGroupRelease)
	}
}

// applied describes the progress of applying a parameter group's values to an
// instance.
type applied struct {
	changing int // the number of changes in progress
	reboot   bool
}

func (a *applied) status() *string {
	switch {
	case a.changing > 0:
		return str("applying")
	case a.reboot:
		return str("pending-reboot")
	}
	return str("in-sync")
}

// bring starts to apply changed values to the instance. If reboot is set, the
// values take effect only after a reboot.
func (i *instance) bring(a *applied, reboot bool) {
	r := i.region
	i.touch()
	a.changing++
	r.timeline.add(r.now.Add(r.timings.ParameterApply), func() {
		i.touch()
		a.changing--
		a.reboot = a.reboot || reboot
	})
}

// sync applies all values of the instance's parameter groups, as a reboot does.
func (i *instance) sync() { i.ownGroup.reboot, i.clusterGroup.reboot = false, false }

// regroup assigns another parameter group to the instance, which requires a
// reboot.
func (i *instance) regroup(name string) {
	r := i.region
	r.release(r.parameterGroups(), i.db.DBParameterGroups[0].DBParameterGroupName)
	i.groupIs(&name)
	i.bring(&i.ownGroup, true)
}

func (i *instance) groupIs(name *string) {
	i.db.DBParameterGroups = []rdstypes.DBParameterGroupStatus{{DBParameterGroupName: name}}
}

// customGroup returns an error if the instance's parameter group is a custom
// group. It is called if a request upgrades the instance to another family but
// does not name a new group. A custom group does not belong to the new family.
func (i *instance) customGroup() error {
	if name := *i.db.DBParameterGroups[0].DBParameterGroupName; !strings.HasPrefix(name, "default.") {
		return invalidCombination("The current DB instance parameter group %s is custom. You must explicitly specify a new DB instance "+
			"parameter group, either default or custom, for the engine version upgrade.", name)
	}
	return nil
}

// users returns the instances that use the group.
func (g *parameterGroup) users() (list []*instance) {
	for _, i := range g.region.instances().all() {
		name := i.db.DBParameterGroups[0].DBParameterGroupName
		if g.ofClusters() {
			name = nil
			if i.cluster != nil {
				name = i.cluster.db.DBClusterParameterGroup
			}
		}
		if deref(name, "") == g.name {
			list = append(list, i)
		}
	}
	return list
}

// used reports whether the group counts as in use. A group is in use if a
// resource uses it, or stopped using it less than Timings.ParameterGroupRelease
// ago.
func (g *parameterGroup) used() bool {
	if g.ofClusters() && slices.ContainsFunc(g.region.clusters().all(), func(c *cluster) bool {
		return deref(c.db.DBClusterParameterGroup, "") == g.name
	}) {
		return true
	}
	return len(g.users()) > 0 || g.region.now.Before(g.held)
}

// apply starts to apply changed values to the instances that use the group. If
// reboot is set, the values take effect only after a reboot.
func (g *parameterGroup) apply(reboot bool) {
	for _, i := range g.users() {
		a := &i.ownGroup
		if g.ofClusters() {
			a = &i.clusterGroup
		}
		i.bring(a, reboot)
	}
}

// newGroup returns a new parameter group. It makes the checks that the create
// and copy operations have in common. It does not add the group to a
// collection.
func (r *region) newGroup(groups *collection[*parameterGroup], param, id, description string, tags []tag) (*parameterGroup, error) {
	if strings.TrimSpace(id) == "" {
		return nil, blank(param)
	}
	name, taken, err := groups.claim(param, id, 255)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(description) == "" {
		if param == "DBParameterGroupName" || param == "DBClusterParameterGroupName" {
			return nil, blank("Description")
		}
		return nil, blank(strings.TrimSuffix(param, "Identifier") + "Description")
	}
	own := groups.count(func(g *parameterGroup) bool { return !g.isDefault() })
	if err := groups.roomBeside(own, r.limits.ParameterGroups); err != nil {
		return nil, err
	}
	if tags, err = r.withTags(nil, tags); err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}
	return &parameterGroup{
		resource: resource{region: r, kind: groups.kind, name: name, tags: tags}, description: description, values: make(map[string]changedValue),
	}, nil
}

// createGroup creates a parameter group of a family.
func (r *region) createGroup(groups *collection[*parameterGroup], param, id, family, description string, tags []tag) (*parameterGroup, error) {
	family = strings.ToLower(family)
	if err := checkFamily(family, groups.kind == &clusterParameterGroupKind); err != nil {
		return nil, err
	}
	g, err := r.newGroup(groups, param, id, description, tags)
	if err != nil {
		return nil, err
	}
	g.family = family
	groups.add(g)
	g.record(created)
	return g, nil
}

// copyGroup creates a copy of a parameter group.
func (r *region) copyGroup(groups *collection[*parameterGroup], source, param, id, description string, tags []tag) (*parameterGroup, error) {
	from, err := groups.find(source)
	if err != nil {
		return nil, err
	}
	g, err := r.newGroup(groups, param, id, description, tags)
	if err != nil {
		return nil, err
	}
	g.family, g.values = from.family, maps.Clone(from.values)
	if g.values == nil {
		g.values = make(map[string]changedValue)
	}
	groups.add(g)
	g.record(created)
	return g, nil
}

func (r *region) deleteGroup(groups *collection[*parameterGroup], id string) error {
	g, err := groups.find(id)
	switch {
	case err != nil:
		return err
	case g.isDefault() && g.ofClusters():
		return groupState("Default DBClusterParameterGroup cannot be deleted: %s", g.name)
	case g.isDefault():
		return groupState("Default DBParameterGroup cannot be deleted: %s", g.name)
	case g.used():
		return groupState("One or more database instances are still members of this parameter group %s, so the group cannot be deleted", g.name)
	}
	groups.remove(g)
	return nil
}

func groupState(format string, args ...any) error {
	return apiError("InvalidDBParameterGroupState", format, args...)
}

// parameters returns the parameters of the group, sorted by name.
func (g *parameterGroup) parameters() []apiParameter {
	known, ok := parametersOf(g.family, g.ofClusters())
	if !ok {
		for _, name := range slices.Sorted(maps.Keys(g.values)) {
			known = append(known, anyParameter(name))
		}
	}
	list := make([]apiParameter, len(known))
	for i, p := range known {
		d := p.describe()
		d.ApplyMethod = str(pendingReboot)
		if v, ok := g.values[p.name]; ok {
			d.ParameterValue, d.ApplyMethod, d.Source = &v.value, &v.method, str("user")
		}
		list[i] = d
	}
	return list
}

// anyParameter returns a parameter with the given name, for families whose
// parameters the fake does not know.
func anyParameter(name string) parameter {
	return parameter{name: name, dataType: "string", dynamic: true}
}

// Values of ApplyMethod.
const (
	immediate     = "immediate"
	pendingReboot = "pending-reboot"
)

// parametersPerCall is the maximum number of parameters that a request can
// change.
const parametersPerCall = 20

// named returns the definitions that the group's family has for the parameters
// in a request. It returns an error if the group is a default group, or if a
// name or an apply method is invalid.
func (g *parameterGroup) named(parameters []apiParameter) ([]parameter, error) {
	if g.isDefault() {
		return nil, invalidValue("Cannot modify a default parameter group.")
	}
	if len(parameters) > parametersPerCall {
		return nil, invalidValue("A maximum of %d parameters can be modified in a single request.", parametersPerCall)
	}
	known, all := parametersOf(g.family, g.ofClusters())
	list := make([]parameter, len(parameters))
	for i, in := range parameters {
		name := deref(in.ParameterName, "")
		if name == "" {
			return nil, blank("ParameterName")
		}
		list[i] = anyParameter(name)
		if all {
			at := slices.IndexFunc(known, func(p parameter) bool { return p.name == name })
			if at < 0 {
				return nil, invalidValue("Could not find parameter with name: %s", shorten(name))
			}
			list[i] = known[at]
		}
		switch method := deref(in.ApplyMethod, ""); {
		case method != immediate && method != pendingReboot:
			return nil, invalidValue("Invalid apply method: %s for: %s", shorten(method), name)
		case method == immediate && !list[i].dynamic:
			return nil, invalidCombination("cannot use immediate apply method for static parameter")
		}
	}
	return list, nil
}

// modifyGroup changes all of the given parameters of a group or, if there is an
// error, none of them.
func (r *region) modifyGroup(groups *collection[*parameterGroup], id string, parameters []apiParameter) (*string, error) {
	g, err := groups.find(id)
	if err != nil {
		return nil, err
	}
	known, err := g.named(parameters)
	switch {
	case err != nil:
		return nil, err
	case len(parameters) == 0:
		return nil, blank("Parameters")
	}
	for i, p := range known {
		switch value := parameters[i].ParameterValue; {
		case value == nil:
			return nil, blank("ParameterValue")
		case !p.accepts(*value):
			return nil, invalidValue("Invalid parameter value: %s for: %s allowed values are: %s", shorten(*value), p.name, p.allowed)
		}
	}
	changed, reboot := false, false
	for i, p := range known {
		value, method := *parameters[i].ParameterValue, *parameters[i].ApplyMethod
		if have, ok := g.values[p.name]; ok && have.value == value {
			continue
		}
		g.values[p.name] = changedValue{value, method}
		changed, reboot = true, reboot || method == pendingReboot
		g.noteChange(p.name, value, method)
	}
	g.record(modified)
	if changed {
		g.pending = r.now.Add(r.timings.ParameterApply)
		g.apply(reboot)
	}
	return &g.name, nil
}

// resetGroup resets the given parameters of a group to their defaults. If all
// is true, it resets every parameter, and no parameters may be given.
func (r *region) resetGroup(groups *collection[*parameterGroup], id string, parameters []apiParameter, all bool) (*string, error) {
	g, err := groups.find(id)
	if err != nil {
		return nil, err
	}
	known, err := g.named(parameters)
	switch {
	case err != nil:
		return nil, err
	case all && len(parameters) > 0:
		return nil, invalidCombination("Parameters cannot be listed if ResetAllParameters is true.")
	case !all && len(parameters) == 0:
		return nil, invalidCombination("Either Parameters or ResetAllParameters must be specified.")
	case r.now.Before(g.pending):
		return nil, groupState("Parameter group %s has pending changes", g.name)
	}
	if all {
		for _, name := range slices.Sorted(maps.Keys(g.values)) {
			p := anyParameter(name)
			if of, ok := parametersOf(g.family, g.ofClusters()); ok {
				p = of[slices.IndexFunc(of, func(p parameter) bool { return p.name == name })]
			}
			known = append(known, p)
		}
	}
	changed, reboot := false, false
	for i, p := range known {
		method := pendingReboot
		if all && p.dynamic {
			method = immediate
		} else if !all {
			method = *parameters[i].ApplyMethod
		}
		if _, ok := g.values[p.name]; !ok {
			continue
		}
		delete(g.values, p.name)
		changed, reboot = true, reboot || method == pendingReboot
		g.noteChange(p.name, p.value, method)
	}
	g.record(modified)
	if changed {
		g.apply(reboot)
	}
	return &g.name, nil
}

// noteChange records an event about a changed parameter of a DB parameter
// group. It does nothing for a cluster parameter group, because AWS does not
// record such events for cluster parameter groups.
func (g *parameterGroup) noteChange(name, value, method string) {
	if !g.ofClusters() {
		g.notef(configured, "Updated parameter %s to %s with apply method %s", name, value, method)
	}
}

// groupParameters lists the parameters of a group or, if source is not nil,
// only parameters whose value comes from that source.
func (r *region) groupParameters(groups *collection[*parameterGroup], id string, source *string, q query) (page []apiParameter, marker *string, err error) {
	g, err := groups.findSeen(id)
	if err != nil {
		return nil, nil, err
	}
	found := g.parameters()
	if source != nil {
		found = slices.DeleteFunc(found, func(p apiParameter) bool { return *p.Source != *source })
	}
	return pageOfParameters(q, found)
}

// parameterGroupOutput is the output of the operations that return one group.
type parameterGroupOutput struct {
	DBParameterGroup *rdstypes.DBParameterGroup
}

// parameterGroupNameOutput is the output of the operations that change a
// group's parameters.
type parameterGroupNameOutput struct{ DBParameterGroupName *string }

// A createDBParameterGroupInput is the input of
// [region.CreateDBParameterGroup].
type createDBParameterGroupInput struct {
	DBParameterGroupFamily *string `query:",required"`
	DBParameterGroupName   *string `query:",required"`
	Description            *string `query:",required"`
	Tags                   []tag   `query:",item=Tag"`
}

// CreateDBParameterGroup creates a group with the default parameters of a
// parameter group family.
//
// Behavior:
//   - The operation rejects an unknown family, an invalid name, a name that is
//     already in use, a blank description, and a group beyond the quota.
//     Default groups do not count towards the quota.
func (r *region) CreateDBParameterGroup(in *createDBParameterGroupInput) (*parameterGroupOutput, error) {
	g, err := r.createGroup(r.parameterGroups(), "DBParameterGroupName", *in.DBParameterGroupName, *in.DBParameterGroupFamily, *in.Description, in.Tags)
	if err != nil {
		return nil, err
	}
	return &parameterGroupOutput{r.describeParameterGroup(g)}, nil
}

// A copyDBParameterGroupInput is the input of [region.CopyDBParameterGroup].
type copyDBParameterGroupInput struct {
	SourceDBParameterGroupIdentifier  *string `query:",required"`
	TargetDBParameterGroupDescription *string `query:",required"`
	TargetDBParameterGroupIdentifier  *string `query:",required"`
	Tags                              []tag   `query:",item=Tag"`
}

// CopyDBParameterGroup copies a group within the region.
//
// Behavior:
//   - The family and the parameter values are copied, but not the tags.
//   - The source is given by its name or its ARN.
func (r *region) CopyDBParameterGroup(in *copyDBParameterGroupInput) (*parameterGroupOutput, error) {
	g, err := r.copyGroup(r.parameterGroups(), *in.SourceDBParameterGroupIdentifier, "TargetDBParameterGroupIdentifier",
		*in.TargetDBParameterGroupIdentifier, *in.TargetDBParameterGroupDescription, in.Tags)
	if err != nil {
		return nil, err
	}
	return &parameterGroupOutput{r.describeParameterGroup(g)}, nil
}

// A deleteDBParameterGroupInput is the input of
// [region.DeleteDBParameterGroup].
type deleteDBParameterGroupInput struct {
	DBParameterGroupName *string `query:",required"`
}

// DeleteDBParameterGroup deletes a group.
//
// Behavior:
//   - Default groups and groups that an instance uses cannot be deleted.
//   - After an instance switches to another group, the old group still counts
//     as in use for the duration Timings.ParameterGroupRelease.
func (r *region) DeleteDBParameterGroup(in *deleteDBParameterGroupInput) (*noOutput, error) {
	if err := r.deleteGroup(r.parameterGroups(), *in.DBParameterGroupName); err != nil {
		return nil, err
	}
	return &noOutput{}, nil
}

type describeDBParameterGroupsOutput struct {
	DBParameterGroups []rdstypes.DBParameterGroup `query:",item=DBParameterGroup"`
	Marker            *string
}

// A describeDBParameterGroupsInput is the input of
// [region.DescribeDBParameterGroups].
type describeDBParameterGroupsInput struct {
	DBParameterGroupName *string
	Filters              []filter `query:",item=Filter"`
	Marker               *string
	MaxRecords           *int32
}

// DescribeDBParameterGroups lists DB parameter groups, which are for instances.
//
// Behavior:
//   - The list always contains the default groups of all Neptune families. The
//     default groups of other engines are listed after an instance first uses
//     them.
func (r *region) DescribeDBParameterGroups(in *describeDBParameterGroupsInput) (*describeDBParameterGroupsOutput, error) {
	page, marker, err := r.parameterGroups().page(query{in.Filters, in.Marker, in.MaxRecords}, in.DBParameterGroupName, nil, nil)
	if err != nil {
		return nil, err
	}
	return &describeDBParameterGroupsOutput{each(page, r.describeParameterGroup), marker}, nil
}

type describeDBParametersOutput struct {
	Marker     *string
	Parameters []apiParameter `query:",item=Parameter"`
}

// A describeDBParametersInput is the input of [region.DescribeDBParameters].
type describeDBParametersInput struct {
	DBParameterGroupName *string  `query:",required"`
	Filters              []filter `query:",item=Filter"`
	Marker               *string
	MaxRecords           *int32
	Source               *string
}

// DescribeDBParameters lists the parameters of a group.
//
// Behavior:
//   - If Source is given, only parameters whose value comes from that source
//     are listed.
func (r *region) DescribeDBParameters(in *describeDBParametersInput) (*describeDBParametersOutput, error) {
	page, marker, err := r.groupParameters(r.parameterGroups(), *in.DBParameterGroupName, in.Source, query{in.Filters, in.Marker, in.MaxRecords})
	if err != nil {
		return nil, err
	}
	return &describeDBParametersOutput{marker, page}, nil
}

// A modifyDBParameterGroupInput is the input of
// [region.ModifyDBParameterGroup].
type modifyDBParameterGroupInput struct {
	DBParameterGroupName *string        `query:",required"`
	Parameters           []apiParameter `query:",required,item=Parameter"`
}

// ModifyDBParameterGroup changes parameters of a group.
//
// Behavior:
//   - The operation rejects default groups, more than 20 parameters, unknown
//     parameter names, invalid values, and the apply method immediate for a
//     static parameter. The message for a static parameter does not name the
//     parameter. If there is an error, nothing is changed.
//   - A new apply method with an unchanged value has no effect.
//   - On instances that use the group, the group's status is applying for the
//     duration Timings.ParameterApply. After that, the status is
//     pending-reboot if a parameter that was changed since the last reboot has
//     the apply method pending-reboot, and in-sync otherwise.
func (r *region) ModifyDBParameterGroup(in *modifyDBParameterGroupInput) (*parameterGroupNameOutput, error) {
	name, err := r.modifyGroup(r.parameterGroups(), *in.DBParameterGroupName, in.Parameters)
	if err != nil {
		return nil, err
	}
	return &parameterGroupNameOutput{name}, nil
}

// A resetDBParameterGroupInput is the input of [region.ResetDBParameterGroup].
type resetDBParameterGroupInput struct {
	DBParameterGroupName *string        `query:",required"`
	Parameters           []apiParameter `query:",item=Parameter"`
	ResetAllParameters   *bool
}

// ResetDBParameterGroup resets the listed parameters to their defaults, or all
// parameters if none are listed.
//
// Behavior:
//   - After a parameter of the group is changed, the operation is rejected
//     until Timings.ParameterApply has elapsed.
func (r *region) ResetDBParameterGroup(in *resetDBParameterGroupInput) (*parameterGroupNameOutput, error) {
	name, err := r.resetGroup(r.parameterGroups(), *in.DBParameterGroupName, in.Parameters, deref(in.ResetAllParameters, len(in.Parameters) == 0))
	if err != nil {
		return nil, err
	}
	return &parameterGroupNameOutput{name}, nil
}

// A ParameterGroup describes a group for [Server.AddParameterGroup]. Zero
// fields take their defaults.
type ParameterGroup struct {
	ID          string            // name of the group
	Region      string            // by default the region of Config
	OfClusters  bool              // whether the group is a cluster parameter group
	Family      string            // by default neptune1.4
	Description string            // by default the name
	Parameters  map[string]string // values that differ from the defaults of the family
	Tags        map[string]string // keys and values
}

// AddParameterGroup adds a DB parameter group or a cluster parameter group, and
// returns its ARN.
func (s *Server) AddParameterGroup(spec ParameterGroup) (arn string) {
	r, unlock := s.edit(spec.Region)
	defer unlock()
	groups := r.parameterGroups()
	if spec.OfClusters {
		groups = r.clusterParameterGroups()
	}
	family := orElse(spec.Family, "neptune1.4")
	name, err := newName("ID", spec.ID, 255)
	switch {
	case err != nil || groups.get(name) != nil:
		s.misusef("AddParameterGroup: the name %q is taken or not valid", spec.ID)
		return ""
	case !isFamily(family, spec.OfClusters):
		s.misusef("AddParameterGroup: there is no family %q", family)
		return ""
	}
	g := &parameterGroup{
		resource: resource{region: r, kind: groups.kind, name: name, tags: tagsOf(spec.Tags)},
		family:   family, description: orElse(spec.Description, spec.ID), values: make(map[string]changedValue),
	}
	known, all := parametersOf(family, spec.OfClusters)
	for name, value := range spec.Parameters {
		at := slices.IndexFunc(known, func(p parameter) bool { return p.name == name })
		if all && (at < 0 || !known[at].accepts(value)) {
			s.misusef("AddParameterGroup: %s has no parameter %q with a value %q", family, name, value)
			return ""
		}
		g.values[name] = changedValue{value, pendingReboot}
	}
	groups.add(g)
	g.record(created)
	return g.arn()
}
