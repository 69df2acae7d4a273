package nereidtest

import (
	"fmt"
	"hash/fnv"
	"maps"
	"reflect"
	"slices"
	"time"
)

// Lags are the maximum durations, for each type of resource, for which Describe
// responses may continue to show the old state after a change. The default is
// 0, which means no lag.
//
// AWS's Describe responses are eventually consistent. For up to tens of
// seconds, a new resource may be missing, a deleted resource may still be
// listed, and the status, settings, members and tags may be out of date.
// Operations always act on the current state. The lag of each change is a
// random duration between 0 and the maximum. It depends on [WithSeed]. Changes
// to one resource become visible in the order in which they were made.
//
// Changes made by methods of the server are visible immediately.
type Lags struct {
	Clusters         time.Duration // in DescribeDBClusters
	Instances        time.Duration // in DescribeDBInstances
	ClusterSnapshots time.Duration // in DescribeDBClusterSnapshots
	DBSnapshots      time.Duration // in DescribeDBSnapshots
	ExportTasks      time.Duration // in DescribeExportTasks
	GlobalClusters   time.Duration // in DescribeGlobalClusters
	Others           time.Duration // in all other Describe responses
}

// WithLags makes Describe responses lag behind the current state. The given
// function modifies the lags, which are 0 by default. The server does not start
// if a lag is negative.
func WithLags(change func(*Lags)) Option { return func(o *options) { change(&o.lags) } }

// SetAll sets the maximum lag of every type of resource.
func (l *Lags) SetAll(most time.Duration) {
	*l = Lags{most, most, most, most, most, most, most}
}

func (l *Lags) of(k *kind) time.Duration {
	switch k {
	case &clusterKind:
		return l.Clusters
	case &instanceKind:
		return l.Instances
	case &clusterSnapshotKind:
		return l.ClusterSnapshots
	case &dbSnapshotKind:
		return l.DBSnapshots
	case &exportKind:
		return l.ExportTasks
	case &globalKind:
		return l.GlobalClusters
	}
	return l.Others
}

// A version is one of a resource's successive descriptions, with the time at
// which the description becomes visible.
type version struct {
	visible time.Time
	name    string
	status  string
	tags    []tag
	shape   any // a pointer to the shape in replies, or nil if the resource was removed
}

// A shaper is an item whose Describe responses can lag.
type shaper interface {
	shape() any
}

// A relative is a resource whose changes also change the descriptions of other
// resources. The relatives method returns those resources.
type relative interface {
	relatives() []laggard
}

type laggard interface {
	shaper
	base() *resource
}

func (i *instance) relatives() (list []laggard) {
	if i.cluster != nil && i.region.clusters().has(i.cluster) {
		list = append(list, i.cluster)
	}
	if i.backups != nil {
		list = append(list, i.backups)
	}
	for _, b := range i.replicas {
		list = append(list, b)
	}
	return list
}

func (c *cluster) relatives() (list []laggard) {
	for _, i := range c.region.members(c) {
		list = append(list, i)
	}
	for _, e := range c.endpoints() {
		list = append(list, e)
	}
	if c.global != nil {
		list = append(list, c.global)
	}
	if c.backups != nil {
		list = append(list, c.backups)
	}
	return list
}

func (g *globalCluster) relatives() (list []laggard) {
	for _, c := range g.members {
		list = append(list, c)
	}
	return list
}

// seen returns the newest visible version of the resource, or nil if none is
// visible. live reports whether all versions are visible, which is also true if
// the resource has no versions. If live is true, Describe responses can show
// the current state.
func (x *resource) seen() (v *version, live bool) {
	for i := len(x.versions) - 1; i >= 0; i-- {
		if v := &x.versions[i]; !v.visible.After(x.region.now) {
			return v, i == len(x.versions)-1
		}
	}
	return nil, len(x.versions) == 0
}

// visible reports whether Describe responses include the resource.
func (x *resource) visible() bool {
	v, live := x.seen()
	if v == nil {
		return live
	}
	return v.shape != nil
}

// seenName returns the name that Describe responses show.
func (x *resource) seenName() string {
	if v, live := x.seen(); !live && v != nil {
		return v.name
	}
	return x.name
}

// seenStatus returns the status that Describe responses show.
func (x *resource) seenStatus() string {
	if v, live := x.seen(); !live && v != nil {
		return v.status
	}
	return x.shown()
}

// observe adds a new version of the resource if shape, the resource's
// description, differs from that of the last version. If lags is false, the new
// version is visible immediately, and replaces the versions that are not
// visible yet.
func (x *resource) observe(shape any, lags bool) {
	r, now := x.region, x.region.now
	if n := len(x.versions); n > 0 && reflect.DeepEqual(x.versions[n-1].shape, shape) && (lags || !x.versions[n-1].visible.After(now)) {
		return
	}
	visible := now
	if lags {
		visible = now.Add(r.lagOf(x))
		if n := len(x.versions); n > 0 {
			visible = later(visible, x.versions[n-1].visible)
		}
	} else {
		x.versions = slices.DeleteFunc(x.versions, func(v version) bool { return v.visible.After(now) })
	}
	x.versions = append(x.versions, version{visible, x.name, x.status, slices.Clone(x.tags), shape})
	// Only the last visible version is needed.
	for len(x.versions) > 1 && !x.versions[1].visible.After(now) {
		x.versions = slices.Delete(x.versions, 0, 1)
	}
}

// lagOf returns the lag of a resource's next change. The lag depends only on
// the seed, on the resource, and on how many changes the resource has had.
func (r *region) lagOf(x *resource) time.Duration {
	most := r.lags.of(x.kind)
	if most <= 0 {
		return 0
	}
	x.changes++
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%d %s %q %d", r.seed, r.name, x.arn(), x.changes)
	return time.Duration(h.Sum64() % uint64(most+1))
}

// lagging reports whether any type of resource lags.
func (s *state) lagging() bool { return s.lags != Lags{} }

// touch marks the resource as possibly changed, so that observe compares it
// with its last version.
func (x *resource) touch() {
	if s := x.region.state; s.lagging() {
		s.touched = append(s.touched, x)
	}
}

// observe adds a new version of each resource for which touch was called. If
// the argument lags is false, the new versions are visible immediately.
func (s *state) observe(lags bool) {
	for _, x := range s.touched {
		x.region.collections[x.kind].observe(x, lags)
	}
	s.touched = nil
}

func (c *collection[T]) observe(x *resource, lags bool) {
	i, ok := c.items[x.name]
	if ok = ok && i.base() == x; ok {
		if s, ok := any(i).(shaper); ok {
			x.observe(s.shape(), lags)
		}
	} else if n := slices.IndexFunc(c.gone, func(i T) bool { return i.base() == x }); n >= 0 {
		i, ok = c.gone[n], true
		x.observe(nil, lags)
	}
	if r, is := any(i).(relative); ok && is {
		for _, other := range r.relatives() {
			other.base().observe(other.shape(), lags)
		}
	}
	c.gone = slices.DeleteFunc(c.gone, func(i T) bool { return !i.base().visible() })
}

// seen returns the visible resources, sorted by the names that Describe
// responses show.
func (c *collection[T]) seen() []T {
	if !c.region.lagging() {
		return c.all()
	}
	byName := make(map[string]T, len(c.items))
	for _, x := range c.gone {
		if x.base().visible() {
			byName[x.base().seenName()] = x
		}
	}
	for _, x := range c.items {
		if x.base().visible() {
			byName[x.base().seenName()] = x
		}
	}
	list := make([]T, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		list = append(list, byName[name])
	}
	return list
}

// findSeen is like find, but finds only visible resources, by the names that
// Describe responses show.
func (c *collection[T]) findSeen(id string) (T, error) {
	if !c.region.lagging() {
		return c.find(id)
	}
	if name, ok := c.region.nameOf(c.kind.arn, id); ok {
		for _, x := range c.seen() {
			if x.base().seenName() == name {
				return x, nil
			}
		}
	}
	var none T
	return none, c.kind.notFound.of(shorten(id))
}
