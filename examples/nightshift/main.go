// Nightshift stops Neptune clusters for the night, and starts them in the
// morning.
package main

import (
	"context"
	"io"

	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/nightshift/nightshift"
)

func main() {
	cli.Main(func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
		return nightshift.Run(ctx, args, nil, stdout, stderr)
	})
}
