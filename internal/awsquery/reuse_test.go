package awsquery_test

import "github.com/nereid-go/nereid/internal/awsquery"

// decodeResponse decodes from a buffer that is overwritten afterwards, as
// callers may do. The output and the error must not refer to the buffer.
func decodeResponse(body, op string, out any) (string, error) {
	b := []byte(body)
	defer overwrite(b)
	return awsquery.DecodeResponse(b, op, out)
}

// parseError does the same.
func parseError(body string) (awsquery.ErrorResponse, error) {
	b := []byte(body)
	defer overwrite(b)
	return awsquery.ParseError(b)
}

func overwrite(b []byte) {
	for i := range b {
		b[i] = '#'
	}
}
