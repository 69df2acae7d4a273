// Command one makes a single call. The linker should drop all other operations.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

func main() {
	client := rds.New(rds.Options{Region: "eu-central-1", Credentials: nereid.EnvCredentials()})
	out, err := client.DescribeExportTasks(context.Background(), &rds.DescribeExportTasksInput{})
	fmt.Fprintln(os.Stdout, out, err)
}
