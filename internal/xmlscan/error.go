package xmlscan

import (
	"errors"
	"strconv"
)

// ErrDoctype is the error, for errors.Is, of a document that has a document
// type declaration.
var ErrDoctype = errors.New("xml: document type declaration")

// A SyntaxError is an error in a document, with its position. If the only error
// is an early end, errors.Is finds io.ErrUnexpectedEOF in it; that includes an
// empty document. A document with an error before its end is malformed.
type SyntaxError struct {
	Offset int    // in bytes from the start of the document
	Msg    string // without the offset

	is error
}

func (e *SyntaxError) Error() string {
	return "xml: " + e.Msg + " at offset " + strconv.Itoa(e.Offset)
}

// Is reports whether target is the sentinel of this kind of error.
func (e *SyntaxError) Is(target error) bool { return e.is != nil && e.is == target }
