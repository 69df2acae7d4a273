package nereidtest

import (
	"errors"
	"net/http"
	"strings"

	"github.com/aws/smithy-go"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
)

func xmlResponse(status int, body []byte) *Response {
	return &Response{StatusCode: status, Body: body}
}

func errorResponse(err error, requestID string) *Response {
	status, e := errorReply(err)
	e.RequestID = requestID
	return xmlResponse(status, awsquery.AppendError(nil, namespace, e))
}

// errorReply returns the HTTP status and the body of the reply for an error.
func errorReply(err error) (status int, reply awsquery.ErrorResponse) {
	var (
		refused *sigv4.VerifyError
		fault   smithy.APIError
	)
	switch {
	case errors.As(err, &refused):
		reply.Code, reply.Message, status = refused.Code, refused.Message, refused.Status
	case errors.As(err, &fault):
		reply.Code, reply.Message, status = fault.ErrorCode(), fault.ErrorMessage(), statusOf(fault.ErrorCode())
	default:
		reply.Code, reply.Message, status = "InternalFailure", err.Error(), http.StatusInternalServerError
	}
	var other statusError
	if errors.As(err, &other) {
		status = other.status
	}
	reply.Type = "Sender"
	if status >= 500 {
		reply.Type = "Receiver"
	}
	return status, reply
}

// statusOf returns the HTTP status for an error code, according to the API
// model or AWS's list of common errors.
func statusOf(code string) int {
	switch code {
	case "DBClusterQuotaExceededFault", "DBClusterEndpointQuotaExceededFault", "InsufficientDBClusterCapacityFault",
		"AccessDenied", "InvalidClientTokenId", "MissingAuthenticationToken", "OptInRequired", "SignatureDoesNotMatch",
		"ExpiredToken":
		return http.StatusForbidden
	case "DBClusterEndpointNotFoundFault":
		return http.StatusBadRequest
	case "ReservedDBInstanceAlreadyExists": // 404 in the model
		return http.StatusNotFound
	case "RequestEntityTooLarge":
		return http.StatusRequestEntityTooLarge
	case "InternalFailure", "InternalError":
		return http.StatusInternalServerError
	case "ServiceUnavailable", "Unavailable":
		return http.StatusServiceUnavailable
	}
	if strings.HasSuffix(strings.TrimSuffix(code, "Fault"), "NotFound") {
		return http.StatusNotFound
	}
	return http.StatusBadRequest
}
