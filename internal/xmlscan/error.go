package xmlscan

import (
	"errors"
	"strconv"
)

// ErrDoctype is what errors.Is finds in the error of a document that has a
// document type declaration.
var ErrDoctype = errors.New("xml: document type declaration")

// A SyntaxError says what is wrong with a document, and where. If nothing is but
// that it ends too early, errors.Is finds io.ErrUnexpectedEOF in it: an empty
// document has not even begun. One that goes wrong before it ends is malformed.
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
