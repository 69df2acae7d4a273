// Package endpoint returns the endpoint for a region name.
//
// Neptune and RDS share one control plane, so both services have the same
// hosts: rds.<region>.<suffix>. The suffix belongs to the region's partition
// (aws, aws-cn, aws-us-gov …). FIPS and dual-stack change the first label and
// the suffix. A custom endpoint replaces everything.
//
// # Region names
//
// New regions appear more often than libraries are updated, so names are not
// looked up in a list. The package only rejects names that can never work: an
// absent name, a name that is not a DNS label, the name of a zone inside a
// region (us-east-1a, us-west-2-lax-1a), and a name with capital letters.
// Otherwise such a name would fail much later and much less clearly: as an
// unknown host or, because DNS is case-insensitive but signatures are not, as a
// bad signature. The shape of a name determines its partition. Other names
// belong to the partition aws.
//
// The old pseudo regions that select a FIPS endpoint by name (fips-us-east-1,
// us-east-1-fips, us-fips-east-1) mean the plain region with FIPS.
package endpoint
