// Drcopy copies snapshots of a Neptune cluster to another region, in case the cluster's region is
// lost.
package main

import (
	"context"
	"io"

	"github.com/nereid-go/nereid/examples/drcopy/drcopy"
	"github.com/nereid-go/nereid/examples/internal/cli"
)

func main() {
	cli.Main(func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
		return drcopy.Run(ctx, args, nil, stdout, stderr)
	})
}
