package nereidtest

import (
	"slices"
	"strings"

	neptunetypes "github.com/nereid-go/nereid/neptune/types"
)

// A clusterEndpoint is a custom endpoint of a cluster.
type clusterEndpoint struct {
	resource
	cluster          *cluster
	id               string // the resource ID
	leadsTo          string // READER or ANY
	static, excluded []string
}

var clusterEndpointKind = kind{
	arn:      "cluster-endpoint",
	notFound: refusal{"DBClusterEndpointNotFoundFault", "DBClusterEndpoint %s not found."},
	exists:   refusal{"DBClusterEndpointAlreadyExistsFault", "DB cluster endpoint already exists: %s"},
	quota:    refusal{"DBClusterEndpointQuotaExceededFault", "A DB cluster cannot have more than %d custom endpoints."},
}

func (r *region) clusterEndpoints() *collection[*clusterEndpoint] {
	return collectionOf[*clusterEndpoint](r, &clusterEndpointKind)
}

// endpoints returns the custom endpoints of a cluster.
func (c *cluster) endpoints() (list []*clusterEndpoint) {
	for _, e := range c.region.clusterEndpoints().all() {
		if e.cluster == c {
			list = append(list, e)
		}
	}
	return list
}

func (e *clusterEndpoint) shape() any { return e.region.describeClusterEndpoint(e) }

func (r *region) describeClusterEndpoint(e *clusterEndpoint) *neptunetypes.DBClusterEndpoint {
	return &neptunetypes.DBClusterEndpoint{
		CustomEndpointType:                  str(e.leadsTo),
		DBClusterEndpointArn:                str(e.arn()),
		DBClusterEndpointIdentifier:         str(e.name),
		DBClusterEndpointResourceIdentifier: str(e.id),
		DBClusterIdentifier:                 str(e.cluster.name),
		Endpoint:                            str(r.host(e.name, "cluster-custom", e.cluster.engine())),
		EndpointType:                        str("CUSTOM"),
		ExcludedMembers:                     listed(e.excluded),
		StaticMembers:                       listed(e.static),
		Status:                              str(e.shown()),
	}
}

// builtInEndpoints returns the cluster's reader and writer endpoints, which
// every cluster has.
func (r *region) builtInEndpoints(c *cluster) []neptunetypes.DBClusterEndpoint {
	status := "available"
	if s := c.seenStatus(); oneOf(s, "creating", "deleting") {
		status = s
	}
	writer := status
	if c.global != nil && c.global.writer != c && status == "available" {
		writer = "inactive"
	}
	name := c.seenName()
	return []neptunetypes.DBClusterEndpoint{
		{DBClusterIdentifier: &name, Endpoint: str(r.host(name, "cluster-ro", c.engine())), EndpointType: str("READER"), Status: &status},
		{DBClusterIdentifier: &name, Endpoint: str(r.host(name, "cluster", c.engine())), EndpointType: str("WRITER"), Status: &writer},
	}
}

// checkEndpoint checks the type of an endpoint (the argument leadsTo) and the
// lists of its members. It returns the type in upper case (kind) and the
// instance names in lower case (in and out).
func (c *cluster) checkEndpoint(leadsTo string, static, excluded []string) (kind string, in, out []string, err error) {
	kind = strings.ToUpper(leadsTo)
	switch {
	case kind == "WRITER":
		return "", nil, nil, invalidValue("Endpoint type not supported by the cluster")
	case !oneOf(kind, "READER", "ANY"):
		return "", nil, nil, invalidValue("Invalid endpoint type: %s", shorten(leadsTo))
	case len(static) > 0 && len(excluded) > 0:
		return "", nil, nil, invalidCombination("StaticMembers and ExcludedMembers cannot be given together.")
	}
	lower := func(ids []string) (list []string, err error) {
		for _, id := range ids {
			i, err := c.region.instances().find(id)
			switch {
			case err != nil:
				return nil, err
			case i.cluster != c:
				return nil, invalidValue("The DB instance %s is not a member of the DB cluster %s.", i.name, c.name)
			case i.status != "available":
				return nil, i.notAvailable()
			}
			if !slices.Contains(list, i.name) {
				list = append(list, i.name)
			}
		}
		return list, nil
	}
	if in, err = lower(static); err != nil {
		return "", nil, nil, err
	}
	out, err = lower(excluded)
	return kind, in, out, err
}

// deleteEndpoints deletes the custom endpoints of a deleted cluster.
func (c *cluster) deleteEndpoints() {
	for _, e := range c.endpoints() {
		c.region.clusterEndpoints().remove(e)
	}
}

// A createDBClusterEndpointInput is the input of
// [region.CreateDBClusterEndpoint].
type createDBClusterEndpointInput struct {
	DBClusterEndpointIdentifier *string `query:",required"`
	DBClusterIdentifier         *string `query:",required"`
	EndpointType                *string `query:",required"`
	ExcludedMembers             []string
	StaticMembers               []string
	Tags                        []tag `query:",item=Tag"`
}

// CreateDBClusterEndpoint creates a custom endpoint of an available cluster.
//
// Behavior:
//   - The type is READER or ANY (case-insensitive). WRITER is rejected.
//   - Members must be available instances of the cluster. The request must not
//     contain both StaticMembers and ExcludedMembers.
//   - The name must be unique in the region, across all clusters.
//   - The endpoint's status is creating at first, then available.
//   - Endpoints are deleted with their cluster. If a member is deleted, the
//     endpoint's member lists do not change.
func (r *region) CreateDBClusterEndpoint(in *createDBClusterEndpointInput) (*neptunetypes.DBClusterEndpoint, error) {
	name, taken, err := r.clusterEndpoints().claim("DBClusterEndpointIdentifier", *in.DBClusterEndpointIdentifier, 63)
	if err != nil {
		return nil, err
	}
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	if err := c.ready(); err != nil {
		return nil, err
	}
	leadsTo, static, excluded, err := c.checkEndpoint(*in.EndpointType, in.StaticMembers, in.ExcludedMembers)
	if err != nil {
		return nil, err
	}
	if err := r.clusterEndpoints().roomBeside(len(c.endpoints()), r.limits.CustomEndpoints); err != nil {
		return nil, err
	}
	tags, err := r.withTags(nil, in.Tags)
	if err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}
	e := &clusterEndpoint{
		resource: resource{region: r, kind: &clusterEndpointKind, name: name, tags: tags},
		cluster:  c, id: r.resourceID("cluster-endpoint"), leadsTo: leadsTo, static: static, excluded: excluded,
	}
	r.clusterEndpoints().add(e)
	e.enterFor("creating", r.timings.EndpointCreate, func() { e.enter("available") })
	return r.describeClusterEndpoint(e), nil
}

// changeableEndpoint finds an endpoint to change or delete. It returns an error
// unless the endpoint is available or inactive and its cluster is available.
func (r *region) changeableEndpoint(id string) (*clusterEndpoint, error) {
	e, err := r.clusterEndpoints().find(id)
	switch {
	case err != nil:
		return nil, err
	case !oneOf(e.status, "available", "inactive"):
		return nil, apiError("InvalidDBClusterEndpointStateFault", "DB cluster endpoint %s is in %s state but expected it to be one of available,inactive.", e.name, e.status)
	case e.cluster.status != "available":
		return nil, e.cluster.notAvailable()
	}
	return e, nil
}

// A modifyDBClusterEndpointInput is the input of
// [region.ModifyDBClusterEndpoint].
type modifyDBClusterEndpointInput struct {
	DBClusterEndpointIdentifier *string `query:",required"`
	EndpointType                *string
	ExcludedMembers             []string
	StaticMembers               []string
}

// ModifyDBClusterEndpoint changes the type or the members of a custom endpoint.
//
// Behavior:
//   - The rules for the type and the members are those of
//     CreateDBClusterEndpoint.
//   - If the request contains StaticMembers or ExcludedMembers, that list
//     replaces both member lists of the endpoint.
//   - The endpoint has its new settings immediately. Its status is modifying at
//     first, then available. The status modifying is from the example reply in
//     AWS's documentation. Whether Neptune has this status is not known.
func (r *region) ModifyDBClusterEndpoint(in *modifyDBClusterEndpointInput) (*neptunetypes.DBClusterEndpoint, error) {
	e, err := r.changeableEndpoint(*in.DBClusterEndpointIdentifier)
	if err != nil {
		return nil, err
	}
	leadsTo, static, excluded, err := e.cluster.checkEndpoint(deref(in.EndpointType, e.leadsTo), in.StaticMembers, in.ExcludedMembers)
	if err != nil {
		return nil, err
	}
	e.leadsTo = leadsTo
	if len(static) > 0 || len(excluded) > 0 {
		e.static, e.excluded = static, excluded
	}
	e.enterFor("modifying", r.timings.EndpointModify, func() { e.enter("available") })
	return r.describeClusterEndpoint(e), nil
}

// A deleteDBClusterEndpointInput is the input of
// [region.DeleteDBClusterEndpoint].
type deleteDBClusterEndpointInput struct {
	DBClusterEndpointIdentifier *string `query:",required"`
}

// DeleteDBClusterEndpoint deletes a custom endpoint.
//
// Behavior:
//   - The endpoint must be available or inactive, and its cluster must be
//     available.
//   - The endpoint's status is deleting until the endpoint is removed.
func (r *region) DeleteDBClusterEndpoint(in *deleteDBClusterEndpointInput) (*neptunetypes.DBClusterEndpoint, error) {
	e, err := r.changeableEndpoint(*in.DBClusterEndpointIdentifier)
	if err != nil {
		return nil, err
	}
	e.enterFor("deleting", r.timings.EndpointDelete, func() { r.clusterEndpoints().remove(e) })
	return r.describeClusterEndpoint(e), nil
}

type describeDBClusterEndpointsOutput struct {
	DBClusterEndpoints []neptunetypes.DBClusterEndpoint `query:",item=DBClusterEndpointList"`
	Marker             *string
}

// A describeDBClusterEndpointsInput is the input of
// [region.DescribeDBClusterEndpoints].
type describeDBClusterEndpointsInput struct {
	DBClusterEndpointIdentifier *string
	DBClusterIdentifier         *string
	Filters                     []filter `query:",item=Filter"`
	Marker                      *string
	MaxRecords                  *int32
}

// DescribeDBClusterEndpoints lists the endpoints of clusters.
//
// Behavior:
//   - The list includes the writer endpoint and the reader endpoint of each
//     cluster. They have no identifier, resource ID or ARN. Their status is
//     creating while their cluster's status is creating. The writer endpoint of
//     a secondary cluster has the status inactive.
//   - An unknown cluster is rejected. For an unknown endpoint, the list is
//     empty.
func (r *region) DescribeDBClusterEndpoints(in *describeDBClusterEndpointsInput) (*describeDBClusterEndpointsOutput, error) {
	for name, values := range map[string][]string{
		"db-cluster-endpoint-type":        {"reader", "writer", "custom"},
		"db-cluster-endpoint-custom-type": {"reader", "any"},
		"db-cluster-endpoint-status":      {"available", "creating", "deleting", "inactive", "modifying"},
	} {
		if err := checkFilterValues(in.Filters, name, func(v string) bool { return slices.Contains(values, v) }); err != nil {
			return nil, err
		}
	}
	found := each(r.clusterEndpoints().seen(), r.describeClusterEndpoint)
	for _, c := range r.clusters().seen() {
		found = append(found, r.builtInEndpoints(c)...)
	}
	if in.DBClusterIdentifier != nil {
		c, err := r.clusters().findSeen(*in.DBClusterIdentifier)
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(found, func(e neptunetypes.DBClusterEndpoint) bool { return *e.DBClusterIdentifier != c.seenName() })
	}
	if id := in.DBClusterEndpointIdentifier; id != nil {
		name, ok := r.nameOf(clusterEndpointKind.arn, *id)
		found = slices.DeleteFunc(found, func(e neptunetypes.DBClusterEndpoint) bool {
			return !ok || deref(e.DBClusterEndpointIdentifier, "") != name
		})
	}
	key := func(e neptunetypes.DBClusterEndpoint) string {
		return *e.DBClusterIdentifier + "/" + *e.EndpointType + "/" + deref(e.DBClusterEndpointIdentifier, "")
	}
	slices.SortFunc(found, func(a, b neptunetypes.DBClusterEndpoint) int { return strings.Compare(key(a), key(b)) })
	lower := func(s *string) []string { return []string{strings.ToLower(deref(s, ""))} }
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, found, key, filters[neptunetypes.DBClusterEndpoint]{
		"db-cluster-endpoint-type":        func(e neptunetypes.DBClusterEndpoint) []string { return lower(e.EndpointType) },
		"db-cluster-endpoint-custom-type": func(e neptunetypes.DBClusterEndpoint) []string { return lower(e.CustomEndpointType) },
		"db-cluster-endpoint-id":          func(e neptunetypes.DBClusterEndpoint) []string { return lower(e.DBClusterEndpointIdentifier) },
		"db-cluster-endpoint-status":      func(e neptunetypes.DBClusterEndpoint) []string { return lower(e.Status) },
	})
	if err != nil {
		return nil, err
	}
	return &describeDBClusterEndpointsOutput{page, marker}, nil
}
