package main

import (
	"context"
	"fmt"
	"os"
)

// Each program calls the endpoint in AWS_ENDPOINT_URL, and prints its results.
func main() {
	ctx := context.Background()
	var err error
	switch os.Args[1] {
	case "handler":
		err = handler(ctx)
	case "copier":
		err = copier(ctx)
	case "exporter":
		err = exporter(ctx)
	case "observer":
		err = observer(ctx)
	default:
		err = fmt.Errorf("there is no program %s", os.Args[1])
	}
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}
