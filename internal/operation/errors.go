package operation

import (
	"errors"
	"fmt"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
)

var (
	errNoCredentials  = errors.New("no credentials: set Credentials in the Config or Options")
	errNotSeekable    = errors.New("the request body that a middleware set cannot be read twice, which signing needs")
	errForeignContext = errors.New("a middleware passed on a context that is not made from the one that it was given")
	errPanicked       = errors.New("a middleware panicked") // for tracing and metrics, since nothing returns it
)

// An attemptTimeoutError says that one attempt took longer than it may.
type attemptTimeoutError struct{ after time.Duration }

func (e *attemptTimeoutError) Error() string { return fmt.Sprintf("no answer within %s", e.after) }

// Timeout and RetryableError tell the retryer what to do.
func (e *attemptTimeoutError) Timeout() bool { return true }

// RetryableError says that another attempt may do better.
func (e *attemptTimeoutError) RetryableError() bool { return true }

// A credentialsError says that there is nothing to sign with. It can hold what the
// service of a provider answered, which is not what this service answered.
type credentialsError struct{ err error }

func (e *credentialsError) Error() string { return "retrieve credentials: " + e.err.Error() }

// Unwrap returns what the provider said.
func (e *credentialsError) Unwrap() error { return e.err }

// NotSent tells [nereid.IsServiceError] so.
func (e *credentialsError) NotSent() bool { return true }

// A bodyError says that the answer broke off.
type bodyError struct{ err error }

func (e *bodyError) Error() string { return "read the response: " + e.err.Error() }

// Unwrap returns what net/http said.
func (e *bodyError) Unwrap() error { return e.err }

// RetryableError says that another attempt may do better.
func (e *bodyError) RetryableError() bool { return true }

// An unreadableError says that what came with status 200 is not the operation's
// reply. It came from something in between, or was damaged there.
type unreadableError struct{ err error }

func (e *unreadableError) Error() string { return e.err.Error() }

// Unwrap returns what is wrong with the body.
func (e *unreadableError) Unwrap() error { return e.err }

// RetryableError says that another attempt may do better, unless the reply is whole
// and just too much.
func (e *unreadableError) RetryableError() bool { return !errors.Is(e.err, awsquery.ErrTooLarge) }

// A redirectError says where a service wanted to send us.
type redirectError struct {
	status   int
	host     string
	followed bool
}

func (e *redirectError) Error() string {
	if e.host == "" {
		return fmt.Sprintf("redirect (status %d) refused: it names no location", e.status)
	}
	if e.followed {
		return fmt.Sprintf("redirect (status %d) to %s: the HTTP client followed it, and what came from there is not the service's answer", e.status, e.host)
	}
	return fmt.Sprintf("redirect (status %d) to %s refused: redirects are never followed, since they would carry the signed request there", e.status, e.host)
}

var errTooLong = errors.New("the response is longer than 32 MiB") // maxBody
