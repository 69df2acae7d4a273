package nereidtest

import (
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An optionGroup is a set of options for standalone instances.
type optionGroup struct {
	resource
	engine, major, description string
}

var optionGroupKind = kind{
	arn:      "og",
	notFound: refusal{"OptionGroupNotFoundFault", "Specified OptionGroupName: %s not found."},
}

func (r *region) optionGroups() *collection[*optionGroup] {
	return collectionOf[*optionGroup](r, &optionGroupKind)
}

// isDefault reports whether the group is a default group, which AWS creates.
func (g *optionGroup) isDefault() bool { return strings.HasPrefix(g.name, "default:") }

func (g *optionGroup) shape() any { return g.region.describeOptionGroup(g) }

func (r *region) describeOptionGroup(g *optionGroup) *rdstypes.OptionGroup {
	all := true
	return &rdstypes.OptionGroup{
		AllowsVpcAndNonVpcInstanceMemberships: &all, EngineName: str(g.engine), MajorEngineVersion: str(g.major),
		OptionGroupArn: str(g.arn()), OptionGroupDescription: str(g.description), OptionGroupName: str(g.name), Options: []rdstypes.Option{},
	}
}

// defaultOptionGroup returns the membership of an instance in the default
// option group of its engine and major version. Like AWS, it creates the
// default group when the group is first used.
func (r *region) defaultOptionGroup(engine, version string) []rdstypes.OptionGroupMembership {
	major, name := optionMajor(engine, version), defaultOptionGroupName(engine, version)
	if r.optionGroups().get(name) == nil {
		r.optionGroups().add(&optionGroup{
			resource: resource{region: r, kind: &optionGroupKind, name: name}, engine: engine, major: major,
			description: "Default option group for " + engine + " " + major,
		})
	}
	return []rdstypes.OptionGroupMembership{{OptionGroupName: &name, Status: str("in-sync")}}
}

// defaultOptionGroupName returns the name of the default option group of an
// engine version.
func defaultOptionGroupName(engine, version string) string {
	return "default:" + engine + "-" + strings.ReplaceAll(optionMajor(engine, version), ".", "-")
}

// optionMajor returns the MajorEngineVersion of option groups for an engine
// version. For the MySQL version 8.0.36, for example, it is 8.0.
func optionMajor(engine, version string) string {
	first, rest, _ := strings.Cut(version, ".")
	second, _, _ := strings.Cut(rest, ".")
	switch {
	case engine == "postgres" || strings.HasPrefix(engine, "oracle-"):
		return first
	case strings.HasPrefix(engine, "sqlserver-"):
		return first + "." + second[:min(2, len(second))]
	}
	return first + "." + second
}

type describeOptionGroupsOutput struct {
	Marker           *string
	OptionGroupsList []rdstypes.OptionGroup `query:",item=OptionGroup"`
}

// A describeOptionGroupsInput is the input of [region.DescribeOptionGroups].
type describeOptionGroupsInput struct {
	EngineName         *string
	Filters            []filter `query:",item=Filter"`
	MajorEngineVersion *string
	Marker             *string
	MaxRecords         *int32
	OptionGroupName    *string
}

// DescribeOptionGroups lists option groups.
//
// Behavior:
//   - The default group of an engine and major version exists after an instance
//     first uses it.
//   - A request with a name is rejected if it also has an engine or a version.
//     A request with a version is rejected if it has no engine.
func (r *region) DescribeOptionGroups(in *describeOptionGroupsInput) (*describeOptionGroupsOutput, error) {
	switch {
	case in.OptionGroupName != nil && (in.EngineName != nil || in.MajorEngineVersion != nil):
		return nil, invalidCombination("OptionGroupName cannot be specified together with EngineName or MajorEngineVersion.")
	case in.MajorEngineVersion != nil && in.EngineName == nil:
		return nil, invalidCombination("MajorEngineVersion can only be specified together with EngineName.")
	}
	keep := func(g *optionGroup) bool {
		return strings.EqualFold(deref(in.EngineName, g.engine), g.engine) && deref(in.MajorEngineVersion, g.major) == g.major
	}
	page, marker, err := r.optionGroups().page(query{in.Filters, in.Marker, in.MaxRecords}, in.OptionGroupName, keep, nil)
	if err != nil {
		return nil, err
	}
	return &describeOptionGroupsOutput{marker, each(page, r.describeOptionGroup)}, nil
}

// An OptionGroup describes an option group for [Server.AddOptionGroup]. Zero
// fields take their defaults.
type OptionGroup struct {
	ID                 string            // name of the group
	Region             string            // by default the region of Config
	Engine             string            // by default mysql
	MajorEngineVersion string            // by default the default engine version's
	Description        string            // by default the name
	Tags               map[string]string // keys and values
}

// AddOptionGroup adds an option group and returns its ARN.
func (s *Server) AddOptionGroup(spec OptionGroup) (arn string) {
	r, unlock := s.edit(spec.Region)
	defer unlock()
	name, err := newName("ID", spec.ID, 255)
	if err != nil || r.optionGroups().get(name) != nil {
		s.misusef("AddOptionGroup: the name %q is taken or not valid", spec.ID)
		return ""
	}
	engine := strings.ToLower(orElse(spec.Engine, "mysql"))
	g := &optionGroup{
		resource: resource{region: r, kind: &optionGroupKind, name: name, tags: tagsOf(spec.Tags)}, engine: engine,
		major: orElse(spec.MajorEngineVersion, optionMajor(engine, defaultVersion(engine))), description: orElse(spec.Description, spec.ID),
	}
	r.optionGroups().add(g)
	g.record(created)
	return g.arn()
}
