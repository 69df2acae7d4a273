package nereidtest

import (
	"slices"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A subnetGroup is a set of subnets in which clusters and instances are created.
type subnetGroup struct {
	resource
	description string
	subnets     []*subnet
	used        bool // whether the group default has been used
}

var subnetGroupKind = kind{
	arn:      "subgrp",
	notFound: refusal{"DBSubnetGroupNotFoundFault", "DB subnet group '%s' does not exist."},
	exists:   refusal{"DBSubnetGroupAlreadyExists", "The DB subnet group '%s' already exists."},
	quota:    refusal{"DBSubnetGroupQuotaExceeded", "You cannot have more than %d DB subnet groups."},
}

// A subnet is a subnet of a VPC, as in EC2.
type subnet struct {
	id, zone, vpc string
	dual          bool // whether the subnet also has IPv6 addresses
}

// subnetGroups returns the subnet groups of the region. They always include the
// group "default", even if Describe responses do not show it yet.
func (r *region) subnetGroups() *collection[*subnetGroup] {
	c := collectionOf[*subnetGroup](r, &subnetGroupKind)
	if len(c.items) == 0 {
		g := &subnetGroup{
			resource:    resource{region: r, kind: &subnetGroupKind, name: "default", lifecycle: lifecycle{status: "Complete"}},
			description: "default",
		}
		for _, zone := range r.zones() {
			g.subnets = append(g.subnets, &subnet{id: "subnet-" + r.account + zone[len(zone)-1:], zone: zone, vpc: r.vpc()})
		}
		c.add(g)
	}
	return c
}

// use marks the group as used if name is its name.
func (g *subnetGroup) use(name string) {
	g.used = g.used || strings.EqualFold(name, g.name)
}

// subnet returns the subnet with the given ID, and creates it if the test did
// not add it. A new subnet is in the region's VPC. New subnets are assigned to
// the Availability Zones in rotation. An ID that does not begin with subnet- is
// rejected.
func (r *region) subnet(id string) (*subnet, error) {
	if s := r.subnets[id]; s != nil {
		return s, nil
	}
	for _, s := range r.subnetGroups().get("default").subnets {
		if s.id == id {
			return s, nil
		}
	}
	if rest, ok := strings.CutPrefix(id, "subnet-"); !ok || !isName("s"+rest, 64) {
		return nil, apiError("InvalidSubnet", "The subnet ID '%s' does not exist", shorten(id))
	}
	s := &subnet{id: id, zone: r.zones()[len(r.subnets)%3], vpc: r.vpc()}
	r.addSubnet(s)
	return s, nil
}

func (r *region) addSubnet(s *subnet) {
	if r.subnets == nil {
		r.subnets = make(map[string]*subnet)
	}
	r.subnets[s.id] = s
}

// checkSubnets checks the subnets that a request lists for a group, and returns
// them.
func (r *region) checkSubnets(ids []string) (list []*subnet, err error) {
	if reached(len(ids)-1, r.limits.SubnetsPerGroup) {
		return nil, apiError("DBSubnetQuotaExceededFault", "A DB subnet group cannot have more than %d subnets.", r.limits.SubnetsPerGroup)
	}
	zones := make(map[string]bool)
	for _, id := range ids {
		s, err := r.subnet(id)
		if err != nil {
			return nil, err
		}
		if len(list) > 0 && s.vpc != list[0].vpc {
			return nil, apiError("InvalidSubnet", "The subnets of a DB subnet group must be in the same VPC.")
		}
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
		zones[s.zone] = true
	}
	if len(zones) < 2 {
		return nil, apiError("DBSubnetGroupDoesNotCoverEnoughAZs", "DB Subnet Group doesn't meet availability zone coverage requirement. "+
			"Please add subnets to cover at least 2 availability zones. Current coverage: %d", len(zones))
	}
	return list, nil
}

func (g *subnetGroup) shape() any { return g.region.describeSubnetGroup(g) }

func (r *region) describeSubnetGroup(g *subnetGroup) *rdstypes.DBSubnetGroup {
	d := &rdstypes.DBSubnetGroup{
		DBSubnetGroupArn:         str(g.arn()),
		DBSubnetGroupDescription: &g.description,
		DBSubnetGroupName:        &g.name,
		SubnetGroupStatus:        str(g.shown()),
		SupportedNetworkTypes:    []string{"IPV4"},
		VpcId:                    &g.subnets[0].vpc,
	}
	dual := true
	for _, s := range g.subnets {
		dual = dual && s.dual
		d.Subnets = append(d.Subnets, rdstypes.Subnet{
			SubnetAvailabilityZone: &rdstypes.AvailabilityZone{Name: &s.zone},
			SubnetIdentifier:       &s.id,
			SubnetStatus:           str("Active"),
		})
	}
	if dual {
		d.SupportedNetworkTypes = append(d.SupportedNetworkTypes, "DUAL")
	}
	return d
}

// subnetGroupNamed returns the description of an instance's subnet group. Tests
// can add an instance whose group does not exist. The description of such a
// group has the subnets of the group "default".
func (r *region) subnetGroupNamed(name string) *rdstypes.DBSubnetGroup {
	g := r.subnetGroups().get(strings.ToLower(name))
	if g != nil {
		g.use(name)
		return r.describeSubnetGroup(g)
	}
	d := r.describeSubnetGroup(r.subnetGroups().get("default"))
	d.DBSubnetGroupName, d.DBSubnetGroupArn = &name, str(r.arnOf(subnetGroupKind.arn, name))
	return d
}

// users returns the instances in the group.
func (g *subnetGroup) users() (list []*instance) {
	for _, i := range g.region.instances().all() {
		if in := i.db.DBSubnetGroup; in != nil && strings.EqualFold(deref(in.DBSubnetGroupName, ""), g.name) {
			list = append(list, i)
		}
	}
	return list
}

// changeableSubnetGroup finds a group to change or delete. It rejects the group
// "default".
func (r *region) changeableSubnetGroup(name string) (*subnetGroup, error) {
	if strings.EqualFold(name, "default") {
		return nil, invalidValue("The DB subnet group default cannot be modified or deleted.")
	}
	return r.subnetGroups().find(name)
}

// dbSubnetGroupOutput is the output of the operations that return one subnet
// group.
type dbSubnetGroupOutput struct {
	DBSubnetGroup *rdstypes.DBSubnetGroup
}

// A createDBSubnetGroupInput is the input of [region.CreateDBSubnetGroup].
type createDBSubnetGroupInput struct {
	DBSubnetGroupDescription *string  `query:",required"`
	DBSubnetGroupName        *string  `query:",required"`
	SubnetIds                []string `query:",required,item=SubnetIdentifier"`
	Tags                     []tag    `query:",item=Tag"`
}

// CreateDBSubnetGroup creates a group of subnets.
//
// Behavior:
//   - The group has the status Complete immediately.
//   - The subnets must be in one VPC and in at least two Availability Zones.
//   - The fake does not know which subnets exist, so every ID that begins with
//     subnet- is valid. See [Server.AddSubnet].
//   - The name can contain spaces, periods and underscores. It must not be
//     "default".
func (r *region) CreateDBSubnetGroup(in *createDBSubnetGroupInput) (*dbSubnetGroupOutput, error) {
	name := strings.ToLower(*in.DBSubnetGroupName)
	if !isSubnetGroupName(name) {
		return nil, invalidValue("The parameter DBSubnetGroupName is not a valid name. It must have at most 255 letters, numbers, "+
			"periods, underscores, spaces, or hyphens, and must not be default: %s", shorten(name))
	}
	taken := r.subnetGroups().taken(name)
	if err := r.early(taken); err != nil {
		return nil, err
	}
	if err := r.subnetGroups().roomBeside(len(r.subnetGroups().items)-1, r.limits.SubnetGroups); err != nil {
		return nil, err
	}
	subnets, err := r.checkSubnets(in.SubnetIds)
	if err != nil {
		return nil, err
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}
	g := &subnetGroup{
		resource:    resource{region: r, kind: &subnetGroupKind, name: name, tags: tags},
		description: *in.DBSubnetGroupDescription, subnets: subnets,
	}
	r.subnetGroups().add(g)
	g.enter("Complete")
	return &dbSubnetGroupOutput{r.describeSubnetGroup(g)}, nil
}

func isSubnetGroupName(s string) bool {
	if s == "" || s == "default" || len(s) > 255 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLetter(c) && !isDigit(c) && strings.IndexByte("._ -", c) < 0 {
			return false
		}
	}
	return true
}

// A modifyDBSubnetGroupInput is the input of [region.ModifyDBSubnetGroup].
type modifyDBSubnetGroupInput struct {
	DBSubnetGroupName        *string  `query:",required"`
	SubnetIds                []string `query:",required,item=SubnetIdentifier"`
	DBSubnetGroupDescription *string
}

// ModifyDBSubnetGroup changes the subnets and the description of a group.
//
// Behavior:
//   - The given list replaces the current subnets.
//   - The group must keep a subnet in the Availability Zone of every instance
//     that uses the group. If any instance uses the group, the new subnets must
//     be in the same VPC as the current subnets.
//   - The group "default" is rejected.
func (r *region) ModifyDBSubnetGroup(in *modifyDBSubnetGroupInput) (*dbSubnetGroupOutput, error) {
	g, err := r.changeableSubnetGroup(*in.DBSubnetGroupName)
	if err != nil {
		return nil, err
	}
	subnets, err := r.checkSubnets(in.SubnetIds)
	if err != nil {
		return nil, err
	}
	for _, i := range g.users() {
		stays := func(s *subnet) bool {
			return s.vpc == g.subnets[0].vpc && s.zone == deref(i.db.AvailabilityZone, s.zone)
		}
		if !slices.ContainsFunc(subnets, stays) {
			return nil, apiError("SubnetAlreadyInUse", "Some of the subnets to be deleted are currently in use by the DB instance %s.", i.name)
		}
	}
	g.record(modified)
	g.subnets = subnets
	g.description = deref(in.DBSubnetGroupDescription, g.description)
	return &dbSubnetGroupOutput{r.describeSubnetGroup(g)}, nil
}

// A deleteDBSubnetGroupInput is the input of [region.DeleteDBSubnetGroup].
type deleteDBSubnetGroupInput struct {
	DBSubnetGroupName *string `query:",required"`
}

// DeleteDBSubnetGroup deletes a group.
//
// Behavior:
//   - A group that an instance or a cluster uses is rejected.
//   - The group "default" is rejected.
func (r *region) DeleteDBSubnetGroup(in *deleteDBSubnetGroupInput) (*noOutput, error) {
	g, err := r.changeableSubnetGroup(*in.DBSubnetGroupName)
	if err != nil {
		return nil, err
	}
	const inUse = "Cannot delete the subnet group '%s' because at least one database %s: %s is still using it."
	if users := g.users(); len(users) > 0 {
		return nil, apiError("InvalidDBSubnetGroupStateFault", inUse, g.name, "instance", users[0].name)
	}
	for _, c := range r.clusters().all() {
		if strings.EqualFold(deref(c.db.DBSubnetGroup, ""), g.name) {
			return nil, apiError("InvalidDBSubnetGroupStateFault", inUse, g.name, "cluster", c.name)
		}
	}
	r.subnetGroups().remove(g)
	return &noOutput{}, nil
}

type describeDBSubnetGroupsOutput struct {
	DBSubnetGroups []rdstypes.DBSubnetGroup `query:",item=DBSubnetGroup"`
	Marker         *string
}

// A describeDBSubnetGroupsInput is the input of
// [region.DescribeDBSubnetGroups].
type describeDBSubnetGroupsInput struct {
	DBSubnetGroupName *string
	Filters           []filter `query:",item=Filter"`
	Marker            *string
	MaxRecords        *int32
}

// DescribeDBSubnetGroups lists subnet groups.
//
// Behavior:
//   - An unknown name is rejected.
//   - The group "default" is listed after the first cluster or instance is
//     created in it, and cannot be deleted.
//   - Filters are not supported.
func (r *region) DescribeDBSubnetGroups(in *describeDBSubnetGroupsInput) (*describeDBSubnetGroupsOutput, error) {
	standard := r.subnetGroups().get("default")
	for _, c := range r.clusters().all() {
		standard.use(deref(c.db.DBSubnetGroup, ""))
	}
	for _, i := range r.instances().all() {
		standard.use(*i.db.DBSubnetGroup.DBSubnetGroupName)
	}
	if name := in.DBSubnetGroupName; name != nil && strings.EqualFold(*name, "default") && !standard.used {
		return nil, subnetGroupKind.notFound.of(*name)
	}
	made := func(g *subnetGroup) bool { return g != standard || g.used }
	page, marker, err := r.subnetGroups().page(query{in.Filters, in.Marker, in.MaxRecords}, in.DBSubnetGroupName, made, nil)
	if err != nil {
		return nil, err
	}
	return &describeDBSubnetGroupsOutput{each(page, r.describeSubnetGroup), marker}, nil
}

// A Subnet describes a subnet of a VPC for [Server.AddSubnet]. Zero fields take
// their defaults.
type Subnet struct {
	ID        string // such as subnet-1
	Region    string // by default the region of Config
	Zone      string // by default the next zone of the region
	VPC       string // by default the VPC of the region
	DualStack bool   // whether the subnet also has IPv6 addresses
}

// AddSubnet adds a subnet in a given VPC and Availability Zone. If a request
// names a subnet that was not added, the server creates it in the region's VPC.
func (s *Server) AddSubnet(spec Subnet) {
	r, unlock := s.edit(spec.Region)
	defer unlock()
	if !strings.HasPrefix(spec.ID, "subnet-") || r.subnets[spec.ID] != nil {
		s.misusef("AddSubnet: the id %q is taken or not valid", spec.ID)
		return
	}
	r.addSubnet(&subnet{
		id: spec.ID, zone: orElse(spec.Zone, r.zones()[len(r.subnets)%3]), vpc: orElse(spec.VPC, r.vpc()), dual: spec.DualStack,
	})
}
