package awsquery

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// A DecodeError says where a reply or a form could not be read.
type DecodeError struct {
	Op     string // operation, if it is known
	Path   string // as in DescribeDBClustersResult.DBClusters[3].Port; for a form its key
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
	if syntax := (*xmlscan.SyntaxError)(nil); !errors.As(e.Err, &syntax) { // which tells its offset
		b.WriteString(" at offset " + strconv.Itoa(e.Offset))
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *DecodeError) Unwrap() error { return e.Err }

// badValue is the error for a text that is not what it should be. The text is
// quoted if it is short: text that is not a number is not a secret.
func badValue(text, want string) error {
	const most = 40
	if len(text) > most {
		return errors.New("value is not " + want)
	}
	return errors.New(strconv.Quote(text) + " is not " + want)
}
