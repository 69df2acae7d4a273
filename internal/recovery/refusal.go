package recovery

import (
	"errors"
	"slices"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/retry"
)

// A meaning says what the error of a later attempt means for an earlier attempt
// in doubt.
type meaning int

const (
	saysNothing meaning = iota // no answer, or an answer that does not depend on earlier attempts
	saysRefused                // the earlier attempt was rejected for the same reason
	mayBeOurs                  // the earlier attempt can be the reason
)

// meaningOf returns the meaning of the last error. Throttling, credentials and
// permissions change from one attempt to the next, so the earlier attempt may
// not have failed for the same reason. The form of the request does not change.
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

// Expected reports whether the last error can be due to an earlier attempt. If
// so, the service works.
func (s *State) Expected(err error) bool {
	return s.inDoubt && s.meaningOf(err) == mayBeOurs
}

// codeOf returns the code of an error reply in lower case, without the ending Fault.
func codeOf(err error) string {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(api.ErrorCode()), "fault")
}

// aboutParameters reports whether an error is about the request itself,
// independent of the state of the resource. Such an error is final if nothing
// shows that the request was carried out.
func aboutParameters(err error) bool {
	switch code := codeOf(err); code {
	case "invalidparametervalue", "invalidparametercombination", "invalidparameter", "validationerror", "validationexception":
		return true
	default:
		return !isForeign(err) && (strings.HasSuffix(code, "notfound") || strings.HasSuffix(code, "notsupported") || strings.HasPrefix(code, "kmskey") ||
			strings.HasPrefix(code, "iamrole") || strings.HasPrefix(code, "invalids3bucket") || strings.HasPrefix(code, "invalidsubnet"))
	}
}

// aboutCluster reports whether the rejection is about the state of the cluster
// that a resource of another kind belongs to. A deletion or modification of that
// resource is not the reason. The rejection stands if nothing shows that the
// request was carried out.
func (l *lookup) aboutCluster(kind Kind) bool {
	return codeOf(l.refusal) == "invaliddbclusterstate" && !kind.IsNotFound(&smithy.GenericAPIError{Code: "DBClusterNotFoundFault"})
}

// isForeign reports whether the code of an error reply is not among the
// operation's codes, for example because the reply comes from a gateway.
func isForeign(err error) bool {
	var foreign *smithy.GenericAPIError
	return errors.As(err, &foreign)
}

// saysDeleting reports whether the error message says that the resource with this
// name is being deleted, as AWS's messages do: "Instance X is already being
// deleted.", "DbCluster X is in deleting state" and "DB Cluster X is not available
// […]. Current DB cluster status: deleting".
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
// of these states, as AWS's messages do: "DbCluster X is in stopped state but
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
