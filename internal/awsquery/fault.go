package awsquery

import (
	"errors"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// An ErrorResponse is what an error reply says.
type ErrorResponse struct {
	Code      string // such as DBClusterNotFoundFault
	Message   string
	Type      string // Sender or Receiver
	RequestID string
}

// ParseError reads an error reply. It looks for the code and the message in
// <Error>, in <Errors><Error>, and right below the root, whatever the root is
// called, and takes the first that it finds. Its error is a *[DecodeError] and
// says that there is no code, or that the body is not a well-formed document. What
// stands before the place where it goes wrong is returned with it: a message as
// far as it is good, as many are put together without escaping what they quote,
// and all the rest whole or not at all.
func ParseError(body []byte) (ErrorResponse, error) {
	e, err := parseError(body)
	if syntax := (*xmlscan.SyntaxError)(nil); errors.As(err, &syntax) && syntax.Offset < len(body) {
		// The scanner looks at all characters before it begins, and drops a text
		// that has something wrong in it.
		e, _ = parseError(body[:syntax.Offset])
	}
	return e, err
}

func parseError(body []byte) (ErrorResponse, error) {
	var d decoder
	var e ErrorResponse
	d.scan.Reset(body)
	d.text.size = len(body)
	if _, ok := d.scan.Child("ErrorResponse"); ok {
		d.fault(&e, true)
	}
	end := d.scan.Offset()
	if d.scan.Finish() == nil && e.Code == "" {
		d.fail(end, errors.New("error reply without a code"))
	}
	return e, d.failure("")
}

// fault reads the children of the root, of <Errors>, or of <Error>. The last
// has none that go further down.
func (d *decoder) fault(e *ErrorResponse, down bool) {
	for {
		name, ok := d.scan.Child("")
		if !ok {
			return
		}
		var to *string
		switch string(name) {
		case "Error", "Errors", "ResponseMetadata":
			if down {
				d.fault(e, string(name) == "Errors")
				continue
			}
		case "Code":
			to = &e.Code
		case "Message", "message":
			to = &e.Message
		case "Type":
			to = &e.Type
		case "RequestId", "RequestID":
			to = &e.RequestID
		}
		if to == nil || *to != "" {
			d.scan.Skip()
			continue
		}
		value, ok := d.scan.Value()
		switch {
		case to == &e.Message:
			*to = d.text.add(value)
		case ok:
			*to = trim(d.text.add(value))
		}
	}
}

// AppendError appends an error reply to dst.
func AppendError(dst []byte, namespace string, e ErrorResponse) []byte {
	dst = append(dst, "<ErrorResponse"...)
	dst = appendNamespace(dst, namespace)
	dst = append(dst, "><Error>"...)
	if e.Type != "" {
		dst = appendElement(dst, "Type", e.Type)
	}
	dst = appendElement(dst, "Code", e.Code)
	dst = appendElement(dst, "Message", e.Message)
	dst = append(dst, "</Error>"...)
	if e.RequestID != "" {
		dst = appendElement(dst, "RequestId", e.RequestID)
	}
	return append(dst, "</ErrorResponse>"...)
}

func appendElement(dst []byte, name, text string) []byte {
	dst = appendTag(dst, "<", name, ">")
	dst = appendXML(dst, text)
	return appendTag(dst, "</", name, ">")
}

// appendNamespace appends the declaration of the namespace, if there is one.
func appendNamespace(dst []byte, namespace string) []byte {
	if namespace == "" {
		return dst
	}
	dst = append(dst, ` xmlns="`...)
	return append(appendXML(dst, namespace), '"')
}

// IsErrorResponse reports whether the root of a body is <ErrorResponse>, as in every error
// reply of AWS's Query protocol. [ParseError] reads other replies too, such as those of
// gateways.
func IsErrorResponse(body []byte) bool {
	var d decoder
	d.scan.Reset(body)
	root, ok := d.scan.Child("ErrorResponse")
	return ok && string(root) == "ErrorResponse"
}
