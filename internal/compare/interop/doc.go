// Package interop calls the fake of package nereidtest with other clients: the
// official SDKs for Go (versions 1 and 2) and JavaScript, boto3 and the AWS CLI.
// They go through the lifecycles of clusters, snapshots, global databases,
// exports, snapshots of instances, and each further kind of resource of Neptune.
// The package has only tests. A test that needs a program skips if the program is
// not installed, or takes longer than two minutes.
package interop
