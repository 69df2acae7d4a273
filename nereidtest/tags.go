package nereidtest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A tag is a key and a value that belong to a resource. A resource's tags are
// stored in the order in which they were added.
type tag = rdstypes.Tag

// withTags merges two lists of tags into a new list. A later tag replaces an
// earlier tag that has the same key. withTags returns an error if a tag of the
// second list is invalid, or if the new list has too many tags.
func (s *state) withTags(have, more []tag) ([]tag, error) {
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
		one := tag{Key: &key, Value: &value}
		if i := slices.IndexFunc(tags, func(t tag) bool { return *t.Key == key }); i >= 0 {
			tags[i] = one
		} else {
			tags = append(tags, one)
		}
	}
	if limit := s.limits.Tags; limit >= 0 && len(tags) > limit {
		return nil, invalidValue("A resource can have at most %d tags.", limit)
	}
	return tags, nil
}

// newTags returns the tags of a new snapshot or new automated backups. If no
// tags are given and copies is true, these are the tags of the source.
// Otherwise, they are the given tags.
func (s *state) newTags(given, copied []tag, copies bool) ([]tag, error) {
	if len(given) == 0 && copies {
		given = copied
	}
	return s.withTags(nil, given)
}

// isTagText reports whether s consists of letters, digits, spaces and the
// characters _.:/=+-@.
func isTagText(s string) bool {
	for _, c := range s {
		if !unicode.In(c, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("_.:/=+-@", c) {
			return false
		}
	}
	return true
}

// tagged returns the resource with the given ARN.
func (r *region) tagged(id string) (*resource, error) {
	x, err := r.lookup(id)
	if err != nil {
		return nil, err
	}
	return x.base(), nil
}

// lookup returns the resource with the given ARN, whatever its type.
func (r *region) lookup(id string) (based, error) {
	a, ok := parseARN(id)
	at := r
	if a.kind == globalKind.arn {
		at = r.region("")
	}
	if !ok || a.region != at.name {
		return nil, invalidValue("Invalid resource name: %s", shorten(id))
	}
	for _, c := range at.collections {
		if x := c.lookup(id); x != nil {
			return x, nil
		}
	}
	var code, what string
	switch a.kind {
	case "cluster":
		code, what = "DBClusterNotFoundFault", "DBCluster"
	case "db":
		code, what = "DBInstanceNotFound", "DBInstance"
	case "cluster-snapshot":
		code, what = "DBSnapshotNotFound", "DBClusterSnapshot"
	case "snapshot":
		code, what = "DBSnapshotNotFound", "DBSnapshot"
	case "cluster-pg":
		code, what = "DBParameterGroupNotFound", "DBClusterParameterGroup"
	case "pg":
		code, what = "DBParameterGroupNotFound", "DBParameterGroup"
	case "subgrp":
		code, what = "DBSubnetGroupNotFoundFault", "DBSubnetGroup"
	case "cluster-endpoint":
		code, what = "DBClusterEndpointNotFoundFault", "DBClusterEndpoint"
	case "es":
		code, what = "SubscriptionNotFound", "EventSubscription"
	case "auto-backup":
		code, what = "DBInstanceAutomatedBackupNotFound", "DBInstanceAutomatedBackup"
	case "cluster-auto-backup":
		code, what = "DBClusterAutomatedBackupNotFoundFault", "DBClusterAutomatedBackup"
	case "global-cluster":
		code, what = "GlobalClusterNotFoundFault", "Global cluster"
	default:
		return nil, invalidValue("Invalid resource name: %s", shorten(id))
	}
	return nil, apiError(code, "%s %s not found.", what, shorten(a.name))
}

// An addTagsToResourceInput is the input of [region.AddTagsToResource].
type addTagsToResourceInput struct {
	ResourceName *string `query:",required"`
	Tags         []tag   `query:",required,item=Tag"`
}

// AddTagsToResource adds tags to a resource. A tag with an existing key
// replaces the existing value.
//
// Behavior:
//   - The resource must be given by its ARN.
//   - Keys that begin with aws: or rds: are rejected.
func (r *region) AddTagsToResource(in *addTagsToResourceInput) (*noOutput, error) {
	x, err := r.tagged(*in.ResourceName)
	if err != nil {
		return nil, err
	}
	tags, err := r.withTags(x.tags, in.Tags)
	if err != nil {
		return nil, err
	}
	x.tags = tags
	x.record(tagged)
	return &noOutput{}, nil
}

type listTagsForResourceOutput struct {
	TagList []tag `query:",item=Tag"`
}

// A listTagsForResourceInput is the input of [region.ListTagsForResource].
type listTagsForResourceInput struct {
	ResourceName *string  `query:",required"`
	Filters      []filter `query:",item=Filter"`
}

// ListTagsForResource lists the tags of a resource.
//
// Behavior:
//   - The resource must be given by its ARN.
//   - Filters are ignored. AWS does not support them for this operation.
func (r *region) ListTagsForResource(in *listTagsForResourceInput) (*listTagsForResourceOutput, error) {
	x, err := r.tagged(*in.ResourceName)
	if err != nil {
		return nil, err
	}
	tags := x.tags
	if v, live := x.seen(); !live {
		if !x.visible() {
			return nil, x.kind.notFound.of(x.name)
		}
		tags = v.tags
	}
	return &listTagsForResourceOutput{TagList: append([]tag{}, tags...)}, nil
}

// A removeTagsFromResourceInput is the input of
// [region.RemoveTagsFromResource].
type removeTagsFromResourceInput struct {
	ResourceName *string  `query:",required"`
	TagKeys      []string `query:",required"`
}

// RemoveTagsFromResource removes tags from a resource.
//
// Behavior:
//   - The resource must be given by its ARN.
//   - Keys that the resource does not have are ignored.
func (r *region) RemoveTagsFromResource(in *removeTagsFromResourceInput) (*noOutput, error) {
	x, err := r.tagged(*in.ResourceName)
	if err != nil {
		return nil, err
	}
	x.tags = slices.DeleteFunc(slices.Clone(x.tags), func(t tag) bool { return slices.Contains(in.TagKeys, *t.Key) })
	x.record(untagged)
	return &noOutput{}, nil
}
