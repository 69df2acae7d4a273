// Globaldb turns a Neptune cluster into a global database, adds a cluster in another region, fails
// over to it, and deletes the global database.
package main

import (
	"context"
	"io"

	"github.com/nereid-go/nereid/examples/globaldb/globaldb"
	"github.com/nereid-go/nereid/examples/internal/cli"
)

func main() {
	cli.Main(func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
		return globaldb.Run(ctx, args, nil, stdout, stderr)
	})
}
