package awsquery

import (
	"errors"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// An ErrorResponse is the content of an error reply.
type ErrorResponse struct {
	Code      string // for example DBClusterNotFoundFault
	Message   string
	Type      string // Sender or Receiver
	RequestID string
}

// ParseError reads an error reply. It returns the first code and message found
// in <Error>, in <Errors><Error>, or directly below the root. The root may have
// any name. It returns a *[DecodeError] if there is no code, or if the body is
// not a well-formed document.
//
// If the document is malformed, ParseError also returns the values before the
// malformed part. It returns a message up to its first malformed character,
// because many services quote text in messages without escaping it. It returns
// other values only if they are complete.
func ParseError(body []byte) (ErrorResponse, error) {
	e, err := parseError(body)
	if syntax := (*xmlscan.SyntaxError)(nil); errors.As(err, &syntax) && syntax.Offset < len(body) {
		// Parse the body again, but only up to the malformed part. The scanner
		// drops the whole text of an element if it contains an invalid
		// character, but the text before that character is useful.
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

// fault reads the children of the current element, for example the root or
// <Error>. If down is true, it also reads the children's children.
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

// appendNamespace appends the namespace declaration, unless namespace is "".
func appendNamespace(dst []byte, namespace string) []byte {
	if namespace == "" {
		return dst
	}
	dst = append(dst, ` xmlns="`...)
	return append(appendXML(dst, namespace), '"')
}

// IsErrorResponse reports whether the root of a body is <ErrorResponse>, as in
// every error reply of AWS's Query protocol. [ParseError] also reads other
// error replies, for example from gateways.
func IsErrorResponse(body []byte) bool {
	var d decoder
	d.scan.Reset(body)
	root, ok := d.scan.Child("ErrorResponse")
	return ok && string(root) == "ErrorResponse"
}
