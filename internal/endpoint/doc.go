// Package endpoint determines the endpoint for a region name.
//
// Neptune and RDS share one control plane, so both services have the same
// hosts: rds.<region>.<suffix>. The suffix depends on the region's partition
// (aws, aws-cn, aws-us-gov …). FIPS and dual-stack endpoints have a different
// first label or suffix. A custom endpoint replaces the whole host.
//
// # Region names
//
// AWS adds regions more often than programs update their libraries, so names
// are not looked up in a list. The package only rejects names that can never
// work: an empty name, a name that is not a DNS label, the name of a zone
// inside a region (us-east-1a, us-west-2-lax-1a), and a name with capital
// letters. If such a name were accepted, the call would fail later with a less
// helpful error: an unknown host or, for a name with capital letters, an
// invalid signature, because DNS is case-insensitive but signatures are not. A
// name's prefix determines its partition; names without a known prefix belong
// to the partition aws.
//
// The old pseudo regions that select a FIPS endpoint by name (fips-us-east-1,
// us-east-1-fips, us-fips-east-1) are accepted. For example, fips-us-east-1
// selects the FIPS endpoint of us-east-1.
package endpoint
