// Package strangers has clients that others wrote use the fake of package
// nereidtest: the official SDK for Go, boto3 and the AWS CLI go through the lives
// of clusters, snapshots, global databases and exports. It is all tests. Those
// that need a program skip where it is missing.
package strangers
