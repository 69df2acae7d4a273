// Command scaffold prints code for an operation that the AWS SDK has: its
// shapes with their tags, its faults, its method, its paginator and waiters,
// and its handler in the fake.
//
//	go run ./internal/compare/scaffold -service neptune -op ModifyDBInstance
//
// Command scaffold writes the code to standard output, in sections with file
// names. Before you commit the code, complete these parts by hand: the comments
// that end in "…", the field Effect of the operation's descriptor, the resource
// to which that field refers, and the handler. Nothing is generated when the
// library is built. The command writes AWS's documentation of the operation to
// standard error. Take the facts from it, but write the comments in your own
// words.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := run(os.Stdout, os.Stderr, os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "scaffold:", err)
		}
		os.Exit(1)
	}
}

func run(stdout, stderr io.Writer, args []string) error {
	flags := flag.NewFlagSet("scaffold", flag.ContinueOnError)
	flags.SetOutput(stderr)
	service := flags.String("service", "", "neptune or rds")
	ops := flags.String("op", "", "operations, separated by commas; shapes that several need are printed once")
	facts := flags.Bool("facts", true, "print what AWS documents to standard error")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *service == "" || *ops == "" || flags.NArg() > 0 {
		flags.Usage()
		return errors.New("-service and -op are required")
	}
	s, err := newScaffold(*service)
	if err != nil {
		return err
	}
	var code, told bytes.Buffer
	for op := range strings.SplitSeq(*ops, ",") {
		if err := s.operation(op); err != nil {
			return err
		}
	}
	if err := s.print(&code); err != nil {
		return err
	}
	if *facts {
		s.tell(&told)
	}
	if _, err := told.WriteTo(stderr); err != nil {
		return err
	}
	_, err = code.WriteTo(stdout)
	return err
}
