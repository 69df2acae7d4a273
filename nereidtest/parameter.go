package nereidtest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// apiParameter is a database parameter in requests and replies. It is defined
// here because package rds/types does not contain this type.
type apiParameter struct {
	AllowedValues, ApplyMethod, ApplyType, DataType, Description, MinimumEngineVersion *string
	ParameterName, ParameterValue, Source                                              *string
	IsModifiable                                                                       *bool
}

// A parameter describes one parameter of a parameter group family, as AWS
// documents it.
type parameter struct {
	name        string
	value       string // the default; "" if there is none
	allowed     string // allowed values; "" if every text is allowed
	dataType    string
	dynamic     bool
	since       string // the first engine version with the parameter
	description string
}

// neptuneParameters returns the cluster or instance parameters of all Neptune
// families, as listed on 2026-11-28 in the user guide, page "Amazon Neptune
// parameters". The fields have the formats that a published Describe response
// shows for the parameter neptune_query_timeout.
func neptuneParameters(ofClusters bool) []parameter {
	const (
		first   = "1.0.1.0"
		toggle  = "0,1"
		timeout = "Graph query timeout (ms)."
	)
	if !ofClusters {
		return []parameter{
			{name: "UndoLogPurgeConfig", value: "default", allowed: "default,aggressive", dataType: "string", since: first, description: "How eagerly the undo log is purged."},
			{name: "neptune_dfe_query_engine", value: "viaQueryHint", allowed: "enabled,viaQueryHint", dataType: "string", since: "1.1.1.0", description: "When queries run in the DFE engine."},
			{name: "neptune_query_timeout", value: "120000", allowed: "10-2147483647", dataType: "integer", since: first, description: timeout},
			{name: "neptune_result_cache", value: "0", allowed: toggle, dataType: "boolean", since: first, description: "Whether results of Gremlin queries are cached."},
		}
	}
	return []parameter{
		{name: "neptune_autoscaling_config", dataType: "string", since: first, description: "Configuration of read replicas that auto-scaling makes."},
		{name: "neptune_enable_audit_log", value: "0", allowed: toggle, dataType: "boolean", since: first, description: "Whether audit logs are written."},
		{name: "neptune_enable_inline_server_generated_edge_id", value: "0", allowed: toggle, dataType: "boolean", since: "1.4.3.0", description: "Whether edge ids made by the server are inlined."},
		{name: "neptune_enable_slow_query_log", value: "disable", allowed: "info,debug,disable", dataType: "string", dynamic: true, since: first, description: "Whether slow queries are logged, and with what."},
		{name: "neptune_enforce_ssl", value: "1", allowed: toggle, dataType: "boolean", since: first, description: "Accept SSL/TLS connections only."},
		{name: "neptune_lab_mode", dataType: "string", since: first, description: "Toggle Neptune engine experimental features."},
		{name: "neptune_lookup_cache", value: "0", allowed: toggle, dataType: "boolean", since: first, description: "Whether R5d instances cache values of properties."},
		{name: "neptune_ml_endpoint", dataType: "string", since: first, description: "Endpoint of Neptune ML."},
		{name: "neptune_ml_iam_role", dataType: "string", since: first, description: "ARN of the role of Neptune ML."},
		{name: "neptune_query_timeout", value: "120000", allowed: "10-2147483647", dataType: "integer", since: first, description: timeout},
		{name: "neptune_slow_query_log_threshold", value: "5000", allowed: "0-2147483647", dataType: "integer", dynamic: true, since: first, description: "Time from which on a query is slow (ms)."},
		{name: "neptune_streams", value: "0", allowed: toggle, dataType: "boolean", since: first, description: "Whether changes are streamed."},
		{name: "neptune_streams_expiry_days", value: "7", allowed: "1-90", dataType: "integer", since: "1.2.0.0", description: "Days for which stream records are kept."},
	}
}

// neptuneFamilies returns Neptune's parameter group families, the oldest first.
func neptuneFamilies() []string {
	return []string{"neptune1", "neptune1.2", "neptune1.3", "neptune1.4"}
}

// parametersOf returns the parameters of a parameter group family, sorted by
// name. For engines other than Neptune, known is false, and every parameter
// name is valid.
func parametersOf(family string, ofClusters bool) (list []parameter, known bool) {
	if !slices.Contains(neptuneFamilies(), family) {
		return nil, false
	}
	list = slices.DeleteFunc(neptuneParameters(ofClusters), func(p parameter) bool {
		return slices.Index(neptuneFamilies(), familyOf("neptune", p.since)) > slices.Index(neptuneFamilies(), family)
	})
	slices.SortFunc(list, func(a, b parameter) int { return cmp.Compare(a.name, b.name) })
	return list, true
}

// accepts reports whether a value is allowed for the parameter.
func (p *parameter) accepts(value string) bool {
	if p.allowed == "" {
		return true
	}
	if low, high, ok := strings.Cut(p.allowed, "-"); ok {
		n, err := strconv.Atoi(value)
		least, _ := strconv.Atoi(low)
		most, _ := strconv.Atoi(high)
		return err == nil && n >= least && n <= most
	}
	return slices.Contains(strings.Split(p.allowed, ","), value)
}

// describe returns the parameter with its default value, as replies show it.
func (p *parameter) describe() apiParameter {
	applies, source, yes := "static", "engine-default", true
	if p.dynamic {
		applies = "dynamic"
	}
	if p.value != "" {
		source = "system"
	}
	return apiParameter{
		AllowedValues: str(p.allowed), ApplyType: &applies, DataType: str(p.dataType), Description: str(p.description),
		IsModifiable: &yes, MinimumEngineVersion: str(p.since), ParameterName: &p.name, ParameterValue: str(p.value), Source: &source,
	}
}

// isFamily reports whether a parameter group family exists. For engines other
// than Neptune, it checks only the format.
func isFamily(family string, ofClusters bool) bool {
	if strings.HasPrefix(family, "neptune") {
		return slices.Contains(neptuneFamilies(), family)
	}
	rest := strings.TrimPrefix(family, "db2-")
	at := strings.IndexFunc(rest, func(c rune) bool { return c < 128 && isDigit(byte(c)) })
	if at < 0 {
		return false
	}
	at += len(family) - len(rest)
	engine, version := strings.TrimSuffix(family[:at], "-"), family[at:]
	for part := range strings.SplitSeq(version, ".") {
		if _, err := strconv.ParseUint(part, 10, 32); err != nil {
			return false
		}
	}
	if ofClusters {
		return isEngine(engine)
	}
	return isInstanceEngine(engine)
}

type engineDefaults struct {
	DBParameterGroupFamily, Marker *string
	Parameters                     []apiParameter `query:",item=Parameter"`
}

type describeEngineDefaultParametersOutput struct {
	EngineDefaults *engineDefaults
}

// A describeEngineDefaultParametersInput is the input of
// [region.DescribeEngineDefaultParameters].
type describeEngineDefaultParametersInput struct {
	DBParameterGroupFamily *string  `query:",required"`
	Filters                []filter `query:",item=Filter"`
	Marker                 *string
	MaxRecords             *int32
}

// DescribeEngineDefaultParameters lists the default instance parameters of a
// parameter group family.
//
// Behavior:
//   - An unknown family is rejected.
//   - The parameters have no ApplyMethod.
func (r *region) DescribeEngineDefaultParameters(in *describeEngineDefaultParametersInput) (*describeEngineDefaultParametersOutput, error) {
	defaults, err := defaultsOf(*in.DBParameterGroupFamily, false, query{in.Filters, in.Marker, in.MaxRecords})
	if err != nil {
		return nil, err
	}
	return &describeEngineDefaultParametersOutput{defaults}, nil
}

func defaultsOf(family string, ofClusters bool, q query) (*engineDefaults, error) {
	if err := checkFamily(family, ofClusters); err != nil {
		return nil, err
	}
	known, _ := parametersOf(family, ofClusters)
	list := make([]apiParameter, len(known))
	for i := range known {
		list[i] = known[i].describe()
	}
	page, marker, err := pageOfParameters(q, list)
	if err != nil {
		return nil, err
	}
	return &engineDefaults{&family, marker, page}, nil
}

func checkFamily(family string, ofClusters bool) error {
	if family == "" {
		return blank("DBParameterGroupFamily")
	}
	if !isFamily(family, ofClusters) {
		return invalidValue("ParameterGroupFamily %s is not a valid parameter group family", shorten(family))
	}
	return nil
}

// pageOfParameters returns one page of parameters, which must be sorted by
// name.
func pageOfParameters(q query, parameters []apiParameter) (page []apiParameter, marker *string, err error) {
	return list(q, parameters, func(p apiParameter) string { return *p.ParameterName }, nil)
}
