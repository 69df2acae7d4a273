package awsquery_test

import "github.com/nereid-go/nereid/internal/awsquery"

// decodeResponse decodes from a buffer that is used again afterwards, as the
// callers do: nothing of the output or the error may be a part of it.
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
