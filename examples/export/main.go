// Export exports a snapshot of a database cluster to S3 and shows the progress.
package main

import (
	"context"
	"io"

	"github.com/nereid-go/nereid/examples/export/export"
	"github.com/nereid-go/nereid/examples/internal/cli"
)

func main() {
	cli.Main(func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
		return export.Run(ctx, args, nil, stdout, stderr)
	})
}
