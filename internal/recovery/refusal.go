package recovery

import (
	"errors"
	"slices"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/retry"
)

// A meaning is what a later attempt's error reveals about an earlier attempt
// whose outcome is unknown.
type meaning int

const (
	saysNothing meaning = iota // there is no answer, or it does not depend on earlier attempts
	saysRefused                // the earlier attempt was rejected for the same reason
	mayBeOurs                  // an earlier attempt can be the reason
)

// meaningOf returns the meaning of err, the last attempt's error. Errors about
// throttling, credentials and permissions reveal nothing about an earlier
// attempt, which may have been accepted. An error about a malformed request
// means that no attempt succeeded, because the service rejects such a request
// in every attempt.
func (s *State) meaningOf(err error) meaning {
	var api smithy.APIError
	if !errors.As(err, &api) || s.sent != nil && !s.refused || retry.IsThrottle(err) {
		return saysNothing
	}
	var status interface{ HTTPStatusCode() int }
	if errors.As(err, &status) && (status.HTTPStatusCode() < 400 || status.HTTPStatusCode() > 499) {
		return saysNothing
	}
	switch api.ErrorCode() {
	case "", "UnknownError",
		"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "OptInRequired", "SubscriptionRequired",
		"ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId",
		"SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "AuthFailure", "Blocked", "PendingVerification",
		"MissingAuthenticationToken", "MissingAuthenticationTokenException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
		"RequestTimeout", "RequestTimeoutException", "RequestAborted":
		return saysNothing
	case "MalformedQueryString", "MalformedInput", "InvalidQueryParameter", "SerializationException", "InvalidAction", "UnknownOperationException",
		"NoSuchVersion", "MissingParameter", "MissingRequiredParameter", "MissingAction":
		return saysRefused
	}
	return mayBeOurs
}

// Expected reports whether err, the last attempt's error, can be due to an
// earlier attempt. Such an error does not indicate a problem with the service.
func (s *State) Expected(err error) bool {
	return s.inDoubt && s.meaningOf(err) == mayBeOurs
}

// codeOf returns an error reply's code in lower case, without the suffix Fault.
func codeOf(err error) string {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(api.ErrorCode()), "fault")
}

// aboutParameters reports whether err is about the request itself, independent
// of the resource's state. Such an error is final unless a description shows
// that an earlier attempt was carried out.
//
// Errors that are due to the resource's state can have the codes for invalid
// parameters, too: "You can't currently modify the storage of this DB instance
// because the previous storage change is being optimized.", "Global cluster X
// already has a cluster in Y." An earlier attempt can have caused that state,
// so aboutParameters returns false for these messages.
func aboutParameters(err error) bool {
	var api smithy.APIError
	if errors.As(err, &api) && (strings.Contains(api.ErrorMessage(), " currently modify ") || strings.Contains(api.ErrorMessage(), " already ")) {
		return false
	}
	switch code := codeOf(err); code {
	case "invalidparametervalue", "invalidparametercombination", "invalidparameter", "validationerror", "validationexception":
		return true
	default:
		return !isForeign(err) && (strings.HasSuffix(code, "notfound") || strings.HasSuffix(code, "notsupported") || strings.HasPrefix(code, "kmskey") ||
			strings.HasPrefix(code, "iamrole") || strings.HasPrefix(code, "invalids3bucket") || strings.HasPrefix(code, "invalidsubnet"))
	}
}

// aboutCluster reports whether the service rejected an operation because of a
// cluster's state, although the operation changes a resource of another type.
// kind is that type. An earlier attempt to delete or modify the resource cannot
// have caused the cluster's state. So the rejection is final unless a
// description shows that an earlier attempt was carried out.
func (l *lookup) aboutCluster(kind Kind) bool {
	return codeOf(l.refusal) == "invaliddbclusterstate" && !kind.IsNotFound(&smithy.GenericAPIError{Code: "DBClusterNotFoundFault"})
}

// isForeign reports whether an error reply's code is not the code of a known
// fault, for example because the reply is from a gateway.
func isForeign(err error) bool {
	var foreign *smithy.GenericAPIError
	return errors.As(err, &foreign)
}

// saysDeleting reports whether the error message says that the named resource
// is being deleted, in AWS's wording: "Instance X is already being deleted.",
// "DbCluster X is in deleting state" or "DB Cluster X is not available […].
// Current DB cluster status: deleting".
func (l *lookup) saysDeleting(name string) bool {
	var api smithy.APIError
	if !errors.As(l.refusal, &api) || isForeign(l.refusal) {
		return false
	}
	message := strings.ToLower(api.ErrorMessage())
	words := strings.FieldsFunc(message, func(r rune) bool { return strings.ContainsRune(" .,:;'\"", r) })
	if !slices.Contains(words, "deleting") && !strings.Contains(message, " being deleted") {
		return false
	}
	return name != "" && slices.Contains(words, strings.ToLower(nameIn(name)))
}

// saysState reports whether the error message says that the resource is in one
// of these states, in AWS's wording: "DbCluster X is in stopped state but
// expected it to be one of available."
func (l *lookup) saysState(statuses []string) bool {
	var api smithy.APIError
	if !errors.As(l.refusal, &api) {
		return false
	}
	message := strings.ToLower(api.ErrorMessage())
	return slices.ContainsFunc(statuses, func(status string) bool {
		return strings.Contains(message, " is in "+strings.ToLower(status)+" state")
	})
}
