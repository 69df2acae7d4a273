// Package cli has the shared parts of the example programs: the common flags, the target to work with,
// and the exit codes.
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

// Main runs a program and exits with its exit code. The first Ctrl-C cancels the context, so that the
// program can clean up; a second one ends the program at once.
func Main(run func(ctx context.Context, args []string, stdout, stderr io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the next signal has its default effect
	// Ctrl-C also ends the process that reads the output, for example tee or less. This must not end
	// the program before it has cleaned up.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// Flags is a flag set with the text that -h shows above the flags.
type Flags struct {
	*flag.FlagSet

	// Words reports whether the program accepts arguments after the flags.
	Words bool

	about string
}

// NewFlags returns the flags of a program.
func NewFlags(name, about string) *Flags {
	f := &Flags{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), about: about}
	f.SetOutput(io.Discard) // Exit reports the error
	f.Usage = func() {}
	return f
}

// Parse parses the arguments. If they request help, Parse writes it and returns flag.ErrHelp, or the
// error of writing. All other errors are usage errors.
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

// A usageError is an error in the arguments.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Usage returns an error in the arguments.
func Usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Exit reports the error of a program in one line, and returns the exit code: 0 for success or help, 2
// for invalid arguments, and 1 for any other error.
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

// OneLine joins the lines of s.
func OneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if words := strings.Fields(line); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "; ")
}
