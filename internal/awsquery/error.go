package awsquery

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// A DecodeError is an error in a reply or form, with its position.
type DecodeError struct {
	Op     string // operation, if known
	Path   string // for example DescribeDBClustersResult.DBClusters[3].Port; in a form: the key
	Offset int    // in bytes from the start of the body
	Err    error
}

func (e *DecodeError) Error() string {
	var b strings.Builder
	b.WriteString("decode")
	if e.Op != "" {
		b.WriteString(" " + e.Op)
	}
	b.WriteString(": ")
	if e.Path != "" {
		b.WriteString(e.Path + ": ")
	}
	b.WriteString(e.Err.Error())
	if syntax := (*xmlscan.SyntaxError)(nil); !errors.As(e.Err, &syntax) { // a SyntaxError's text contains the offset
		b.WriteString(" at offset " + strconv.Itoa(e.Offset))
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *DecodeError) Unwrap() error { return e.Err }

// badValue returns the error for a text that is not a valid boolean, number or
// time. want names the expected type. The error quotes the text if it is short.
// Quoting is safe, because only members of string types contain secrets.
func badValue(text, want string) error {
	const most = 40
	if len(text) > most {
		return errors.New("value is not " + want)
	}
	return errors.New(strconv.Quote(text) + " is not " + want)
}
