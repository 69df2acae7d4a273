package compare_test

import (
	"net/http"
	"reflect"
	"testing"

	sdkretry "github.com/aws/aws-sdk-go-v2/aws/retry"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/retry"
)

// otherDecisions returns the reason if we retry and the SDK does not, or the
// other way round.
func otherDecisions(status int, kind string) string {
	switch {
	case kind == "cut":
		return "an error that breaks off could have been any, and is asked for again as well"
	case status == 200:
		return "an answer that cannot be read is asked for again; the SDK gives up on it, or takes it for a success"
	case status == 429 || status == 509:
		return "too many requests, whatever the body says"
	}
	return ""
}

// TestRetryDecisions compares whether an attempt is repeated after an answer,
// for many statuses, codes and bodies.
func TestRetryDecisions(t *testing.T) {
	const op = "DescribeDBClusters"
	codes := []string{
		"Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "TooManyRequestsException",
		"RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "RequestThrottled", "SlowDown",
		"PriorRequestNotComplete", "EC2ThrottledException", "TransactionInProgressException",
		"ProvisionedThroughputExceededException", "RequestTimeout", "RequestTimeoutException", "InternalFailure",
		"ServiceUnavailable", "AccessDenied", "DBClusterNotFoundFault", "InvalidParameterValue", "SnapshotQuotaExceeded",
	}
	bodies := map[string]string{
		"empty": "", "HTML": "<html><body>Bad Gateway</body></html>", "text": "upstream connect error", "JSON": `{"message":"no"}`,
		"cut": "<ErrorResponse><Error><Code>Thro",
	}
	for _, code := range codes {
		bodies[code] = string(awsquery.AppendError(nil, "http://rds.amazonaws.com/doc/2014-10-31/", awsquery.ErrorResponse{Code: code, Message: "m", Type: "Sender", RequestID: "r"}))
	}
	standard := sdkretry.NewStandard()
	for _, s := range services() {
		n, differ := 0, 0
		for _, status := range []int{200, 400, 403, 404, 408, 413, 429, 500, 501, 502, 503, 504, 505, 509} {
			for kind, body := range bodies {
				s.answer(status, []byte(body), http.Header{"Content-Type": {"text/xml"}})
				_, ours := s.ours.call(t.Context(), op, reflect.New(s.ours.input(op)))
				_, theirs := s.theirs.call(t.Context(), op, reflect.New(s.theirs.input(op)))
				n++
				if ours == nil {
					t.Errorf("%s: %d with %s is a success", s.name, status, kind)
					continue
				}
				got, want := retry.IsRetryable(ours), theirs != nil && standard.IsErrorRetryable(theirs)
				switch reason := otherDecisions(status, kind); {
				case got == want:
				case reason == "":
					t.Errorf("%s: %d with %s: again is %t, the SDK says %t (%v)", s.name, status, kind, got, want, theirs)
				default:
					differ++
				}
			}
		}
		t.Logf("%s: %d responses; for %d of them, the decisions differ, for listed reasons", s.name, n, differ)
	}
}
