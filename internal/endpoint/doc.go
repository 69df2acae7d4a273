// Package endpoint turns a region name into the address that serves it.
//
// Neptune and RDS share one control plane, so both services resolve to the
// same hosts: rds.<region>.<suffix>, where the suffix belongs to the partition
// (aws, aws-cn, aws-us-gov …) the region is in. FIPS and dual-stack choices
// change the first label and the suffix; a custom endpoint replaces all of it.
//
// # Region names
//
// New regions appear more often than libraries are updated, so a name is never
// looked up in a list. What is refused is only what can never work: an absent
// name, a name that is not a DNS label, the name of a zone inside a region
// (us-east-1a, us-west-2-lax-1a), and a name with capital letters. They would
// otherwise fail much later and much less clearly: as an unknown host, or, since
// DNS is case-insensitive but signatures are not, as a bad signature. Every other name
// goes to the partition that its shape belongs to, and to the partition aws if it
// belongs to none.
//
// The old pseudo regions that ask for a FIPS endpoint by name (fips-us-east-1,
// us-east-1-fips, us-fips-east-1) mean the bare region with FIPS switched on.
package endpoint
