package endpoint

import "strings"

// Partition is a group of regions with separate accounts and domain names.
type Partition struct {
	Name               string // as in ARNs: aws, aws-cn …
	DNSSuffix          string
	DualStackDNSSuffix string
}

// PartitionFor returns a region's partition, which it derives from the prefix
// of the region's name. The default is the aws partition.
func PartitionFor(region string) Partition {
	switch partitionName(region) {
	case "aws-cn":
		return Partition{"aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"}
	case "aws-us-gov":
		return Partition{"aws-us-gov", "amazonaws.com", "api.aws"}
	case "aws-iso":
		return Partition{"aws-iso", "c2s.ic.gov", "api.aws.ic.gov"}
	case "aws-iso-b":
		return Partition{"aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"}
	case "aws-iso-e":
		return Partition{"aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"}
	case "aws-iso-f":
		return Partition{"aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov"}
	case "aws-eusc":
		return Partition{"aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"}
	}
	return Partition{"aws", "amazonaws.com", "api.aws"}
}

// partitionName returns the name of a region's partition. It derives the
// partition from the region's name without the last two elements. For
// us-gov-west-1, for example, it uses us-gov.
func partitionName(region string) string {
	// Global services have pseudo regions that are named after the partition,
	// such as aws-global.
	if name, ok := strings.CutSuffix(region, "-global"); ok {
		return name
	}
	rest, number, ok := cutLast(region)
	if !ok || !isDigits(number) {
		return "aws"
	}
	area, place, ok := cutLast(rest)
	if !ok || !isWord(place) {
		return "aws"
	}
	switch area {
	case "cn":
		return "aws-cn"
	case "us-gov":
		return "aws-us-gov"
	case "us-iso":
		return "aws-iso"
	case "us-isob":
		return "aws-iso-b"
	case "eu-isoe":
		return "aws-iso-e"
	case "us-isof":
		return "aws-iso-f"
	case "eusc-de":
		return "aws-eusc"
	}
	return "aws"
}

// cutLast splits s around its last hyphen.
func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '-')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
