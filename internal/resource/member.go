package resource

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// find returns a pointer to the first matching element in a list member of
// item, or nil. The argument list is the member's name.
func find(item any, list string, match func(element any) bool) any {
	elements := page.Member(item, list)
	for i := range elements.Len() {
		if e := elements.Index(i).Addr().Interface(); match(e) {
			return e
		}
	}
	return nil
}

func text(element any, member string) string { return nereid.ToString(page.String(element, member)) }

// IsWriter reports whether an instance is a cluster's writer. item is the
// cluster's description, and id is the instance's identifier.
func IsWriter(item any, id string) bool {
	return find(item, "DBClusterMembers", func(m any) bool {
		writer, _ := reflect.TypeAssert[*bool](page.Member(m, "IsClusterWriter"))
		return strings.EqualFold(id, text(m, "DBInstanceIdentifier")) && nereid.ToBool(writer)
	}) != nil
}

// RoleStatus returns the status of a cluster's or instance's IAM role, or nil
// if item does not have the role. A nil or empty feature matches any feature.
func RoleStatus(item any, arn, feature *string) *string {
	role := find(item, "AssociatedRoles", func(r any) bool {
		return text(r, "RoleArn") == nereid.ToString(arn) &&
			(nereid.ToString(feature) == "" || text(r, "FeatureName") == nereid.ToString(feature))
	})
	if role == nil {
		return nil
	}
	return nereid.String(text(role, "Status"))
}

// SubscribedAt returns an event subscription's creation time, or nil if the
// time has an unknown format.
func SubscribedAt(item any) *time.Time {
	for _, layout := range []string{"2006-01-02 15:04:05.999", time.UnixDate} {
		if t, err := time.Parse(layout, text(item, "SubscriptionCreationTime")); err == nil {
			return &t
		}
	}
	return nil
}

// HasSource reports whether an event subscription includes the source whose
// identifier is id.
func HasSource(item any, id *string) bool {
	sources, _ := reflect.TypeAssert[[]string](page.Member(item, "SourceIdsList"))
	return slices.ContainsFunc(sources, func(source string) bool { return strings.EqualFold(source, nereid.ToString(id)) })
}
