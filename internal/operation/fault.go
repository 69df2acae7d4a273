package operation

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
)

// apiError makes the fault that the body describes, also where what follows the
// code makes no sense. A body that describes none comes from a proxy or a load
// balancer; the status is all that is known then. One that broke off could have
// said anything.
func (c *call) apiError(resp *http.Response, body []byte, readErr error) error {
	e, err := awsquery.ParseError(body)
	switch {
	case err != nil && readErr != nil:
		return &smithy.DeserializationError{Err: c.hideSecrets(readErr)}
	case cutOff(body, err):
		return &smithy.DeserializationError{Err: c.hideSecrets(&unreadableError{err})}
	case err != nil && e.Code == "":
		return &smithy.GenericAPIError{Code: "UnknownError", Message: c.withoutSecrets(describeBody(resp, body)), Fault: faultOf(resp.StatusCode)}
	}
	if e.RequestID != "" {
		c.reply.requestID = c.withoutSecretsInID(e.RequestID)
	}
	e.Message = c.withoutSecrets(e.Message)
	if fault := nereid.NewFault(c.chain.op.Faults, e.Code, e.Message); fault != nil {
		return fault
	}
	return &smithy.GenericAPIError{Code: c.withoutSecrets(e.Code), Message: e.Message, Fault: faultOf(resp.StatusCode)}
}

// cutOff reports whether a body that cannot be read is the beginning of an error
// reply. Nobody has to tell how long an answer is: one that breaks off can look as
// if it had ended. So does a page in HTML, which need not close its elements.
func cutOff(body []byte, err error) bool {
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	text := strings.TrimSpace(strings.TrimPrefix(string(body), "\ufeff"))
	if strings.HasPrefix(text, "<?xml") {
		_, after, whole := strings.Cut(text, "?>")
		if text = strings.TrimSpace(after); !whole || text == "" {
			return true
		}
	}
	for _, root := range [...]string{"<ErrorResponse", "<Response", "<Error"} {
		if text != "" && strings.HasPrefix(text, root[:min(len(text), len(root))]) {
			return true
		}
	}
	return false
}

func faultOf(status int) smithy.ErrorFault {
	if status >= 500 {
		return smithy.FaultServer
	}
	return smithy.FaultClient
}

// describeBody says what came instead of an error reply.
func describeBody(resp *http.Response, body []byte) string {
	s := fmt.Sprintf("status %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	if len(body) == 0 {
		return s + " without a body"
	}
	if kind := resp.Header.Get("Content-Type"); kind != "" {
		s += ", " + kind
	}
	return s + fmt.Sprintf(" of %d bytes that is no error reply", len(body))
}
