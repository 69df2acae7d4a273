// Command nereidmigrate changes programs that use the AWS SDK for Go v2, so
// that they use Nereid for Amazon Neptune and Amazon RDS. Run it in the
// program's module:
//
//	nereidmigrate ./...       reports what it would change, and what it cannot change
//	nereidmigrate -fix ./...  changes the files
//
// It replaces imports of the SDK's packages aws, config, credentials, neptune
// and rds. If the program uses other services, or names that Nereid does not
// have, nereidmigrate keeps the SDK's packages for them, and converts
// configurations and credentials that pass between the two libraries. It does
// not change code that needs a person's decision, but reports it. The changed
// program imports the package [awsconfig], which is a separate module: run "go
// mod tidy" to add it.
//
// [awsconfig]: https://pkg.go.dev/github.com/nereid-go/nereid/awsconfig
package main

import "golang.org/x/tools/go/analysis/singlechecker"

func main() { singlechecker.Main(Analyzer) }
