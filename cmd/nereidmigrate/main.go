// Command nereidmigrate changes programs for the AWS SDK for Go v2 so that they
// use Nereid for Amazon Neptune and Amazon RDS. Run it in the module of such a
// program:
//
//	nereidmigrate ./...       reports what it would change, and what it cannot
//	nereidmigrate -fix ./...  changes the files
//
// It replaces the imports of the packages aws, config, credentials, neptune and
// rds. It keeps the SDK's own packages for the parts that Nereid leaves to
// them, and converts configurations and credentials that are passed from one to
// the other. It reports the places where a person has to decide, without a fix.
// Package [awsconfig], which the result imports, is a separate module: "go mod
// tidy" adds it.
//
// [awsconfig]: https://pkg.go.dev/github.com/nereid-go/nereid/awsconfig
package main

import "golang.org/x/tools/go/analysis/singlechecker"

func main() { singlechecker.Main(Analyzer) }
