// Package resource describes the kinds of resources that Amazon RDS and Amazon Neptune share: how a
// wait or a recovery finds them, the conditions that waiters wait for, and what their descriptions
// show. The service packages have different types for these resources, with the same members. The
// package therefore takes a pointer to a description as any, and reads the members by name.
package resource
