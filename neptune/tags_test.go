package neptune_test

import (
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func TestTagsOperations(t *testing.T) {
	for _, c := range tagsOperations() {
		t.Run(c.name(), c.run)
	}
}

func tagsOperations() []operation {
	return []operation{
		{
			in: &neptune.AddTagsToResourceInput{
				ResourceName: ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
				Tags:         []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
			},
			form: `Action=AddTagsToResource
ResourceName=arn:aws:rds:eu-west-1:123456789012:cluster:graph
Tags.Tag.1.Key=team
Tags.Tag.1.Value=search
Tags.Tag.2.Key=note
Tags.Tag.2.Value=a & b
Version=2014-10-31`,
			want: &neptune.AddTagsToResourceOutput{},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.DBInstanceNotFoundFault),
				new(types.DBSnapshotNotFoundFault),
			},
		},
		{
			in: &neptune.ListTagsForResourceInput{
				ResourceName: ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
				Filters: []types.Filter{
					{Name: ptr("engine"), Values: []string{"neptune"}},
				},
			},
			form: `Action=ListTagsForResource
Filters.Filter.1.Name=engine
Filters.Filter.1.Values.Value.1=neptune
ResourceName=arn:aws:rds:eu-west-1:123456789012:cluster:graph
Version=2014-10-31`,
			result: `<TagList><Tag><Key>team</Key><Value>search</Value></Tag><Tag><Key>note</Key><Value>a &amp; b</Value></Tag></TagList>`,
			want: &neptune.ListTagsForResourceOutput{
				TagList: []types.Tag{{Key: ptr("team"), Value: ptr("search")}, {Key: ptr("note"), Value: ptr("a & b")}},
			},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.DBInstanceNotFoundFault),
				new(types.DBSnapshotNotFoundFault),
			},
		},
		{
			in: &neptune.RemoveTagsFromResourceInput{
				ResourceName: ptr("arn:aws:rds:eu-west-1:123456789012:cluster:graph"),
				TagKeys:      []string{"team", "stage"},
			},
			form: `Action=RemoveTagsFromResource
ResourceName=arn:aws:rds:eu-west-1:123456789012:cluster:graph
TagKeys.member.1=team
TagKeys.member.2=stage
Version=2014-10-31`,
			want: &neptune.RemoveTagsFromResourceOutput{},
			faults: []smithy.APIError{
				new(types.DBClusterNotFoundFault),
				new(types.DBInstanceNotFoundFault),
				new(types.DBSnapshotNotFoundFault),
			},
		},
	}
}
