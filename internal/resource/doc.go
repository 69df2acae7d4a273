// Package resource describes the types of resources that Amazon RDS and Amazon
// Neptune share: how waiters and recovery look them up, the conditions that
// waiters wait for, and how to read their Describe responses. The service
// packages define different Go types for the same resource, with the same
// members. Functions in this package therefore accept a pointer to a
// description as any, and read its members by name.
package resource
