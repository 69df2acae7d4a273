// Command boxed makes a single call, and prints the client with fmt, which
// takes it as an interface value. The linker may then keep more of the client's
// methods than if the program only made the call.
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

// boxed is a package variable, so that the compiler cannot infer the type of
// its value.
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
