// Command bare sends a request with net/http and nothing else. A program that
// also uses a client library is larger. The difference is the size of the
// library.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		os.Exit(2) // exit immediately, to measure only what happens before main
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(url, form string) error {
	resp, err := http.Post(url, "application/x-www-form-urlencoded", strings.NewReader(form))
	if err != nil {
		return err
	}
	defer resp.Body.Close() //nolint:errcheck // the body was read
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}
