// Command nereidmigrate changes programs that are written for the AWS SDK for Go v2 so
// that they use Nereid for Amazon Neptune and Amazon RDS. In the module of such a
// program:
//
//	nereidmigrate ./...       tells what it would change, and what it cannot
//	nereidmigrate -fix ./...  changes the files
//
// It replaces the imports of the packages aws, config, credentials, neptune and rds,
// keeps the SDK's own packages beside them for what Nereid leaves to them, and converts
// configurations and credentials where they go from one to the other. What needs a
// person's decision is reported without a fix. Package [awsconfig], which the result
// imports, is a module of its own: "go mod tidy" adds it.
//
// [awsconfig]: https://pkg.go.dev/github.com/nereid-go/nereid/awsconfig
package main

import "golang.org/x/tools/go/analysis/singlechecker"

func main() { singlechecker.Main(Analyzer) }
