// Command firstnereid starts a client of this library and prints how long its
// first and second calls take, in nanoseconds. Both calls get the same recorded
// response, which the command reads from standard input.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
)

type reply []byte

func (r reply) RoundTrip(req *http.Request) (*http.Response, error) {
	if _, err := io.Copy(io.Discard, req.Body); err != nil {
		return nil, err
	}
	return &http.Response{
		StatusCode: http.StatusOK, ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{"Content-Type": {"text/xml"}},
		Body: io.NopCloser(bytes.NewReader(r)), ContentLength: int64(len(r)), Request: req,
	}, nil
}

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	doc, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	id := "graph"
	start := time.Now()
	client := neptune.New(neptune.Options{
		Region: "eu-central-1", HTTPClient: &http.Client{Transport: reply(doc)},
		Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "secret", ""),
	})
	var took [2]time.Duration
	for i := range took {
		out, err := client.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &id})
		if err != nil {
			return err
		}
		took[i] = time.Since(start)
		if out.DBCluster == nil {
			return io.ErrUnexpectedEOF
		}
		start = time.Now()
	}
	_, err = fmt.Fprintln(os.Stdout, took[0].Nanoseconds(), took[1].Nanoseconds())
	return err
}
