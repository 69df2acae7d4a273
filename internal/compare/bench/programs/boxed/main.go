// Command boxed is Command one with its client in an interface, and printed by
// fmt.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

type describer interface {
	DescribeExportTasks(context.Context, *rds.DescribeExportTasksInput, ...func(*rds.Options)) (*rds.DescribeExportTasksOutput, error)
}

// boxed is a variable, so that the compiler cannot infer its type.
var boxed any

func main() {
	client := rds.New(rds.Options{Region: "eu-central-1", Credentials: nereid.EnvCredentials()})
	boxed = client
	fmt.Fprintln(os.Stderr, boxed)
	box, ok := boxed.(describer)
	if !ok {
		return
	}
	out, err := box.DescribeExportTasks(context.Background(), &rds.DescribeExportTasksInput{})
	fmt.Fprintln(os.Stdout, out, err)
}
