package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/sdk"
)

// tell prints AWS's documentation, which contains the facts for the comments.
func (s *scaffold) tell(w io.Writer) {
	fmt.Fprintln(w, "Facts for the comments. They are AWS's words: say it in ours, with constraints, units and defaults.")
	for _, op := range s.ops {
		fmt.Fprintf(w, "\n%s\n", op.Name)
		indent(w, op.Doc, 1)
		s.tellStruct(w, s.sdk.Structs[op.Name+"Input"])
		s.tellStruct(w, s.sdk.Structs[op.Name+"Output"])
		if sister := s.sister.Operations[op.Name]; sister != nil {
			for _, name := range sister.Faults {
				if s.faultOf(s.sister.Faults[name]) == "" {
					fmt.Fprintf(w, "  %s documents %s for it, which %s does not have\n", s.sister.Name, name, s.sdk.Name)
				}
			}
		}
	}
	for _, shape := range s.structs {
		s.tellStruct(w, shape)
	}
	for _, e := range s.enums {
		fmt.Fprintf(w, "\n%s\n", e.Name)
		indent(w, e.Doc, 1)
	}
	for _, f := range s.faults {
		fmt.Fprintf(w, "\n%s (%s)\n", f.Name, f.Code)
		indent(w, f.Doc, 1)
	}
}

func (s *scaffold) tellStruct(w io.Writer, shape *sdk.Struct) {
	if len(shape.Fields) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", shape.Name)
	indent(w, shape.Doc, 1)
	for _, f := range shape.Fields {
		fmt.Fprintf(w, "  %s\n", f.Name)
		indent(w, f.Doc, 2)
	}
}

// indent prints the paragraphs of a comment, without empty lines.
func indent(w io.Writer, text string, depth int) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line != "This member is required." {
			fmt.Fprintln(w, strings.Repeat("  ", depth)+line)
		}
	}
}
