// Package cli holds the code that the example programs share: the common flags, the choice between
// AWS and a fake, and the exit codes.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// Main runs a program and exits with its exit code. The first Ctrl-C cancels the context, so that
// the program can clean up; a second Ctrl-C ends the program immediately.
func Main(run func(ctx context.Context, args []string, stdout, stderr io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the next signal has its default effect
	// Ctrl-C also ends the process that reads the output, for example tee or less. Writing to its
	// closed pipe must not end the program before it has cleaned up.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// Flags is a flag set, together with the text that -h shows above the list of flags.
type Flags struct {
	*flag.FlagSet

	// Words reports whether the program accepts arguments after the flags.
	Words bool

	about string
}

// NewFlags returns the flag set of a program, without flags.
func NewFlags(name, about string) *Flags {
	f := &Flags{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), about: about}
	f.SetOutput(io.Discard) // Exit reports the error
	f.Usage = func() {}
	return f
}

// Parse parses the arguments. If they request help, Parse writes the help text and returns
// flag.ErrHelp, or an error if it cannot write. All other errors are usage errors.
func (f *Flags) Parse(args []string, help io.Writer) error {
	err := f.FlagSet.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		var text strings.Builder
		fmt.Fprintf(&text, "%s\n\nFlags:\n", strings.TrimSpace(f.about))
		f.SetOutput(&text)
		f.PrintDefaults()
		if _, writeErr := io.WriteString(help, text.String()); writeErr != nil {
			return writeErr
		}
	case err != nil:
		return Usage("%w", err)
	case f.NArg() > 0 && !f.Words:
		return Usage("unknown argument %q", f.Arg(0))
	}
	return err
}

// A usageError reports invalid arguments.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Usage returns an error that reports invalid arguments.
func Usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Exit writes a program's error, if any, in one line, and returns the exit code: 0 for success or
// help, 2 for invalid arguments, and 1 for any other error.
func Exit(name string, stderr io.Writer, err error) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &usage):
		_, _ = fmt.Fprintf(stderr, "%s: %s (-h shows the flags)\n", name, OneLine(err.Error()))
		return 2
	}
	_, _ = fmt.Fprintf(stderr, "%s: %s\n", name, OneLine(err.Error()))
	return 1
}

// OneLine joins the lines of s into one line, separated by semicolons.
func OneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if words := strings.Fields(line); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "; ")
}
