package xmlscan

import (
	"errors"
	"strconv"
)

// ErrDoctype means that the document has a document type declaration. Test for
// it with errors.Is.
var ErrDoctype = errors.New("xml: document type declaration")

// A SyntaxError is an error in a document, with its position. With errors.Is,
// it matches io.ErrUnexpectedEOF if the document is empty, or is only the
// beginning of a well-formed document. An error before the document's end does
// not match.
type SyntaxError struct {
	Offset int    // in bytes from the start of the document
	Msg    string // without the offset

	is error
}

func (e *SyntaxError) Error() string {
	return "xml: " + e.Msg + " at offset " + strconv.Itoa(e.Offset)
}

// Is reports whether target is the sentinel error, such as ErrDoctype, that
// matches e.
func (e *SyntaxError) Is(target error) bool { return e.is != nil && e.is == target }
