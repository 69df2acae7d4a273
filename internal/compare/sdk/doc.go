// Package sdk reads the source of the AWS SDK's clients for facts that their Go
// API does not have: the names on the wire, the faults of each operation, and
// which members are required.
//
// There are two generations of these clients. The older one has functions that
// serialize and deserialize each shape (neptune v1.44.7, rds up to v1.132.0).
// The newer one has schemas (rds v1.133.0), which do not list the faults of an
// operation. These are read from rds v1.132.0, which go.mod requires under the
// name older.invalid/rds, only for its source.
package sdk
