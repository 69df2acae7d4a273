package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

func TestTags(t *testing.T) {
	e := world(t)
	snapshot := e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
	for _, resource := range []string{
		homeARN, "arn:aws:rds:us-east-1:123456789012:db:home-1", snapshot, "arn:aws:rds::123456789012:global-cluster:world",
	} {
		add := func(pairs ...string) error {
			var tags []types.Tag
			for i := 0; i < len(pairs); i += 2 {
				tags = append(tags, types.Tag{Key: &pairs[i], Value: &pairs[i+1]})
			}
			return fail(e.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{ResourceName: &resource, Tags: tags}))
		}
		list := func() map[string]string {
			out := must(e.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: &resource}))(t)
			return tagMap(out.TagList)
		}
		if err := add("env", "dev", "größe", "a b_.:/=+-@", "empty", ""); err != nil {
			t.Fatal(err)
		}
		if err := add("env", "prod"); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"env": "prod", "größe": "a b_.:/=+-@", "empty": ""}, list()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", resource, diff)
		}
		must(e.neptune.RemoveTagsFromResource(ctx, &neptune.RemoveTagsFromResourceInput{
			ResourceName: &resource, TagKeys: []string{"env", "unknown"},
		}))(t)
		if diff := cmp.Diff(map[string]string{"größe": "a b_.:/=+-@", "empty": ""}, list()); diff != "" {
			t.Errorf("%s after removing (-want +got):\n%s", resource, diff)
		}
	}
}

func TestTagRefusals(t *testing.T) {
	e := world(t)
	add := func(resource string, tags ...types.Tag) func() error {
		if tags == nil {
			tags = []types.Tag{{Key: str("k")}}
		}
		return func() error {
			return fail(e.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{ResourceName: &resource, Tags: tags}))
		}
	}
	arn := func(kind string) string { return "arn:aws:rds:us-east-1:123456789012:" + kind + ":x" }
	var many []types.Tag
	for n := range 51 {
		many = append(many, types.Tag{Key: str(fmt.Sprint("k", n))})
	}
	testRefusals(t, []refusal{
		{name: "no ARN", call: add("home"), code: "InvalidParameterValue"},
		{name: "ARN of another region", call: add(awayARN), code: "InvalidParameterValue"},
		{name: "ARN of another kind", call: add(arn("og")), code: "InvalidParameterValue"},
		{name: "unknown cluster", call: add(arn("cluster")), code: "DBClusterNotFoundFault", status: 404},
		{name: "unknown instance", call: add(arn("db")), code: "DBInstanceNotFound", status: 404},
		{name: "unknown snapshot", call: add(arn("cluster-snapshot")), code: "DBSnapshotNotFound", status: 404},
		{name: "unknown global cluster", call: add("arn:aws:rds::123456789012:global-cluster:x"), code: "GlobalClusterNotFoundFault", status: 404},
		{name: "no key", call: add(homeARN, types.Tag{Value: str("v")}), code: "InvalidParameterValue"},
		{name: "long key", call: add(homeARN, types.Tag{Key: str(strings.Repeat("k", 129))}), code: "InvalidParameterValue"},
		{name: "long value", call: add(homeARN, types.Tag{Key: str("k"), Value: str(strings.Repeat("v", 257))}), code: "InvalidParameterValue"},
		{name: "reserved key", call: add(homeARN, types.Tag{Key: str("AWS:k")}), code: "InvalidParameterValue"},
		{name: "bad character", call: add(homeARN, types.Tag{Key: str("k"), Value: str("a<b")}), code: "InvalidParameterValue"},
		{name: "too many", call: add(homeARN, many...), code: "InvalidParameterValue"},
	})
}
