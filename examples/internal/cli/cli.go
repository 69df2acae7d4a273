// Package cli is what the example programs share: their common flags, where
// they work, and how they end.
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

// Main runs a program and exits with the code that it returns. The first Ctrl-C
// cancels the context, for the program to end in good order; a second one ends
// it at once.
func Main(run func(ctx context.Context, args []string, stdout, stderr io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // signals do again what they do by default
	// Ctrl-C also ends the tee or less that the output goes to, which must not
	// end this program before it has tidied up.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// A Flags is a flag set with the text that -h shows above the flags.
type Flags struct {
	*flag.FlagSet

	// Words is true for a program that takes arguments after the flags.
	Words bool

	about string
}

// NewFlags returns the flags of a program.
func NewFlags(name, about string) *Flags {
	f := &Flags{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), about: about}
	f.SetOutput(io.Discard) // Exit reports the error, once
	f.Usage = func() {}
	return f
}

// Parse parses the arguments. If they ask for help it writes that and returns
// flag.ErrHelp, or why it could not be written; all other errors are usage
// errors.
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

// Exit reports the error of a program, in one line, and returns its exit code:
// 0 for success or help, 2 for an error in the arguments, 1 for any other.
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

// OneLine returns the lines of s in one.
func OneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if words := strings.Fields(line); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "; ")
}
