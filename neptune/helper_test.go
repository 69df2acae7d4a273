package neptune_test

import (
	"errors"
	"testing"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/neptune"
)

func ptr[T any](v T) *T { return &v }

// at returns noon of a day in May 2026.
func at(day int) *time.Time { return ptr(time.Date(2026, time.May, day, 12, 0, 0, 0, time.UTC)) }

// canned returns a client in eu-west-1 that gets the same response to every request.
func canned(t *testing.T, status int, body string, optFns ...func(*neptune.Options)) (*neptune.Client, *clienttest.Wire) {
	t.Helper()
	w := &clienttest.Wire{Status: status, Body: body}
	return neptune.New(neptune.Options{Region: "eu-west-1", Credentials: clienttest.Credentials(), HTTPClient: w}, optFns...), w
}

// isFault reports whether errors.As finds a fault of type T in err.
func isFault[T error](err error) bool {
	var fault T
	return errors.As(err, &fault)
}

// hasCode reports whether the service rejected a call with the code.
func hasCode(err error, code string) bool {
	var api smithy.APIError
	return errors.As(err, &api) && api.ErrorCode() == code
}
