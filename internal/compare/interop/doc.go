// Package interop tests the fake of package nereidtest with other clients: the
// official SDKs for Go (versions 1 and 2) and JavaScript, boto3 and the AWS
// CLI. They go through the lifecycles of clusters, snapshots, global databases,
// exports, instance snapshots, and all other resource types of Neptune. The
// package contains only tests. A test is skipped if it needs a program that is
// not installed, or if that program has not finished its steps after two
// minutes.
package interop
