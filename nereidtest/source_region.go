package nereidtest

import (
	"slices"

	"github.com/nereid-go/nereid/internal/endpoint"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// enabledRegions returns the regions that are enabled by default in every
// account, sorted by name, as of 2026-11-28.
func enabledRegions(partition string) []string {
	switch partition {
	case "aws":
		return []string{
			"ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1",
			"eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
		}
	case "aws-cn":
		return []string{"cn-north-1", "cn-northwest-1"}
	case "aws-us-gov":
		return []string{"us-gov-east-1", "us-gov-west-1"}
	}
	return nil
}

type describeSourceRegionsOutput struct {
	Marker        *string
	SourceRegions []rdstypes.SourceRegion `query:",item=SourceRegion"`
}

// A describeSourceRegionsInput is the input of [region.DescribeSourceRegions].
type describeSourceRegionsInput struct {
	Filters    []filter `query:",item=Filter"`
	Marker     *string
	MaxRecords *int32
	RegionName *string
}

// DescribeSourceRegions lists the other regions of the partition.
//
// Behavior:
//   - Regions that AWS enables by default are always listed. Any other region
//     is listed after the account first uses it.
//   - If RegionName is a region that would not be listed, the request is
//     rejected.
func (r *region) DescribeSourceRegions(in *describeSourceRegionsInput) (*describeSourceRegionsOutput, error) {
	partition := endpoint.PartitionFor(r.name)
	names := enabledRegions(partition.Name)
	for _, other := range r.regions {
		name := other.name
		if name != "" && other.account == r.account && endpoint.PartitionFor(name).Name == partition.Name {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool {
		return name == r.name || in.RegionName != nil && name != *in.RegionName
	})
	if in.RegionName != nil && len(names) == 0 {
		return nil, invalidValue("Invalid source region: %s", shorten(*in.RegionName))
	}
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, names, func(name string) string { return name }, nil)
	if err != nil {
		return nil, err
	}
	return &describeSourceRegionsOutput{marker, each(page, func(name string) *rdstypes.SourceRegion {
		yes := true
		return &rdstypes.SourceRegion{
			Endpoint: str("https://rds." + name + "." + partition.DNSSuffix), RegionName: &name, Status: str("available"),
			SupportsDBInstanceAutomatedBackupsReplication: &yes,
		}
	})}, nil
}
