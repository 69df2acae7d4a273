// Package sdk parses the source of the AWS SDK's clients. The source shows
// facts that the Go API of the clients does not contain: the names on the wire,
// the faults of each operation, and which members are required.
//
// There are two generations of these clients. Clients of the older generation
// have functions that serialize and deserialize each shape (neptune v1.44.7,
// rds up to v1.132.0). Clients of the newer generation have schemas (rds since
// v1.133.0), which do not list an operation's faults. Package sdk reads the
// faults of rds from v1.132.0. go.mod requires this version, under the name
// older.invalid/rds, only for its source.
package sdk
