package nereidtest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// Tags are kept in the order in which they came.

// withTags returns the tags with more ones, of which those with a key that is
// there already change its value.
func (s *state) withTags(have, more []rdstypes.Tag) ([]rdstypes.Tag, error) {
	tags := slices.Clone(have)
	for _, t := range more {
		key, value := deref(t.Key, ""), deref(t.Value, "")
		switch {
		case key == "" || utf8.RuneCountInString(key) > 128 || !isTagText(key):
			return nil, invalidValue("Invalid tag key: %s", shorten(key))
		case hasAnyPrefix(strings.ToLower(key), "aws:", "rds:"):
			return nil, invalidValue("Tag keys cannot start with the reserved prefixes 'rds:' or 'aws:'.")
		case utf8.RuneCountInString(value) > 256 || !isTagText(value):
			return nil, invalidValue("Invalid tag value for key %s", key)
		}
		tag := rdstypes.Tag{Key: &key, Value: &value}
		if i := slices.IndexFunc(tags, func(t rdstypes.Tag) bool { return *t.Key == key }); i >= 0 {
			tags[i] = tag
		} else {
			tags = append(tags, tag)
		}
	}
	if limit := s.limits.Tags; limit >= 0 && len(tags) > limit {
		return nil, invalidValue("A resource can have at most %d tags.", limit)
	}
	return tags, nil
}

// isTagText reports whether s has only letters, digits, spaces and _.:/=+-@.
func isTagText(s string) bool {
	for _, c := range s {
		if !unicode.In(c, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("_.:/=+-@", c) {
			return false
		}
	}
	return true
}

// rdsTags converts the tags of a request that has the shape of Neptune.
func rdsTags(tags []neptunetypes.Tag) []rdstypes.Tag {
	list := make([]rdstypes.Tag, len(tags))
	for i, t := range tags {
		list[i] = rdstypes.Tag(t)
	}
	return list
}

func neptuneTags(tags []rdstypes.Tag) []neptunetypes.Tag {
	list := make([]neptunetypes.Tag, len(tags))
	for i, t := range tags {
		list[i] = neptunetypes.Tag(t)
	}
	return list
}

// tagged finds the tags of the resource with an ARN.
func (r *region) tagged(resource string) (*[]rdstypes.Tag, error) {
	a, ok := parseARN(resource)
	if !ok || a.region != r.name && (a.region != "" || a.kind != "global-cluster") {
		return nil, invalidValue("Invalid resource name: %s", shorten(resource))
	}
	switch a.kind {
	case "cluster":
		c, err := r.cluster(resource)
		if err != nil {
			return nil, err
		}
		return &c.tags, nil
	case "db":
		i, err := r.instance(resource)
		if err != nil {
			return nil, err
		}
		return &i.tags, nil
	case "cluster-snapshot":
		if s, err := r.snapshot(resource); err == nil {
			return &s.tags, nil
		}
		return nil, &rdstypes.DBSnapshotNotFoundFault{Message: message("DBClusterSnapshot %s not found.", a.name)}
	case "snapshot":
		s, err := r.dbSnapshot(resource)
		if err != nil {
			return nil, err
		}
		return &s.tags, nil
	case "global-cluster":
		g := r.globals[a.name]
		if g == nil || a.account != r.account {
			return nil, globalNotFound(a.name)
		}
		return &g.tags, nil
	}
	return nil, invalidValue("Invalid resource name: %s", shorten(resource))
}

func (r *region) addTagsToResource(in *rds.AddTagsToResourceInput) (*rds.AddTagsToResourceOutput, error) {
	tags, err := r.tagged(*in.ResourceName)
	if err != nil {
		return nil, err
	}
	changed, err := r.withTags(*tags, in.Tags)
	if err != nil {
		return nil, err
	}
	*tags = changed
	return &rds.AddTagsToResourceOutput{}, nil
}

// listTagsForResource ignores Filters, which AWS does not support here either.
func (r *region) listTagsForResource(in *rds.ListTagsForResourceInput) (*rds.ListTagsForResourceOutput, error) {
	tags, err := r.tagged(*in.ResourceName)
	if err != nil {
		return nil, err
	}
	return &rds.ListTagsForResourceOutput{TagList: append([]rdstypes.Tag{}, *tags...)}, nil
}

func (r *region) removeTagsFromResource(in *rds.RemoveTagsFromResourceInput) (*rds.RemoveTagsFromResourceOutput, error) {
	tags, err := r.tagged(*in.ResourceName)
	if err != nil {
		return nil, err
	}
	*tags = slices.DeleteFunc(slices.Clone(*tags), func(t rdstypes.Tag) bool { return slices.Contains(in.TagKeys, *t.Key) })
	return &rds.RemoveTagsFromResourceOutput{}, nil
}
