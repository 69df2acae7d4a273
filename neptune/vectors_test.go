package neptune_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/vectortest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

var vectorService = vectortest.Service{
	Name: "neptune",
	Client: func(cfg nereid.Config) any {
		return neptune.NewFromConfig(cfg, func(o *neptune.Options) { o.DisableRecovery = true }) // recovery describes a resource before a rename
	},
	Faults: []vectortest.Fault{
		vectortest.NewFault[*types.DBClusterEndpointQuotaExceededFault]("DBClusterEndpointQuotaExceededFault", nereid.ErrQuotaExceeded),
		vectortest.NewFault[*types.DBClusterNotFoundFault]("DBClusterNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBClusterParameterGroupNotFoundFault]("DBClusterParameterGroupNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBClusterSnapshotAlreadyExistsFault]("DBClusterSnapshotAlreadyExistsFault", nereid.ErrAlreadyExists),
		vectortest.NewFault[*types.DBInstanceAlreadyExistsFault]("DBInstanceAlreadyExistsFault", nereid.ErrAlreadyExists),
		vectortest.NewFault[*types.DBInstanceNotFoundFault]("DBInstanceNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBParameterGroupQuotaExceededFault]("DBParameterGroupQuotaExceededFault", nereid.ErrQuotaExceeded),
		vectortest.NewFault[*types.DBSecurityGroupNotFoundFault]("DBSecurityGroupNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.DBSubnetGroupQuotaExceededFault]("DBSubnetGroupQuotaExceededFault", nereid.ErrQuotaExceeded),
		vectortest.NewFault[*types.DBUpgradeDependencyFailureFault]("DBUpgradeDependencyFailureFault", ""),
		vectortest.NewFault[*types.DomainNotFoundFault]("DomainNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.EventSubscriptionQuotaExceededFault]("EventSubscriptionQuotaExceededFault", nereid.ErrQuotaExceeded),
		vectortest.NewFault[*types.GlobalClusterAlreadyExistsFault]("GlobalClusterAlreadyExistsFault", nereid.ErrAlreadyExists),
		vectortest.NewFault[*types.GlobalClusterNotFoundFault]("GlobalClusterNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.InsufficientDBClusterCapacityFault]("InsufficientDBClusterCapacityFault", nereid.ErrInsufficientCapacity),
		vectortest.NewFault[*types.InsufficientStorageClusterCapacityFault]("InsufficientStorageClusterCapacityFault", nereid.ErrInsufficientCapacity),
		vectortest.NewFault[*types.InvalidDBClusterEndpointStateFault]("InvalidDBClusterEndpointStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBClusterSnapshotStateFault]("InvalidDBClusterSnapshotStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBClusterStateFault]("InvalidDBClusterStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBParameterGroupStateFault]("InvalidDBParameterGroupStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBSecurityGroupStateFault]("InvalidDBSecurityGroupStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidDBSubnetStateFault]("InvalidDBSubnetStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.InvalidRestoreFault]("InvalidRestoreFault", ""),
		vectortest.NewFault[*types.InvalidSubnet]("InvalidSubnet", ""),
		vectortest.NewFault[*types.InvalidVPCNetworkStateFault]("InvalidVPCNetworkStateFault", nereid.ErrInvalidState),
		vectortest.NewFault[*types.KMSKeyNotAccessibleFault]("KMSKeyNotAccessibleFault", ""),
		vectortest.NewFault[*types.ProvisionedIopsNotAvailableInAZFault]("ProvisionedIopsNotAvailableInAZFault", ""),
		vectortest.NewFault[*types.ResourceNotFoundFault]("ResourceNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.SNSInvalidTopicFault]("SNSInvalidTopicFault", ""),
		vectortest.NewFault[*types.SNSTopicArnNotFoundFault]("SNSTopicArnNotFoundFault", nereid.ErrNotFound),
		vectortest.NewFault[*types.StorageQuotaExceededFault]("StorageQuotaExceededFault", nereid.ErrQuotaExceeded),
		vectortest.NewFault[*types.StorageTypeNotSupportedFault]("StorageTypeNotSupportedFault", ""),
		vectortest.NewFault[*types.SubnetAlreadyInUse]("SubnetAlreadyInUse", ""),
		vectortest.NewFault[*types.SubscriptionNotFoundFault]("SubscriptionNotFoundFault", nereid.ErrNotFound),
	},
	Unmet: map[string]vectortest.Unmet{
		"moto/nep-create-cluster":    vectorNetworkType,
		"moto/nep-describe-clusters": vectorNetworkType,
		"moto/nep-start-cluster":     vectorNetworkType,
		"moto/nep-stop-cluster":      vectorNetworkType,
	},
}

var vectorNetworkType = vectortest.Unmet{
	Reason: "Nereid's request and output contain NetworkType, which is newer than the model behind the expectation. The rest is met",
	Member: "NetworkType",
}

func TestVectorRequests(t *testing.T)        { vectorService.Requests(t) }
func TestVectorResponses(t *testing.T)       { vectorService.Responses(t, "service-responses") }
func TestVectorGoldenResponses(t *testing.T) { vectorService.Responses(t, "golden-responses") }
func TestVectorErrors(t *testing.T)          { vectorService.Errors(t, "StartDBCluster") }
func TestVectorPresignedCopies(t *testing.T) { vectorService.Presigned(t) }
func TestVectorSignatures(t *testing.T)      { vectorService.Signatures(t, "StartDBCluster") }
func TestVectorRetries(t *testing.T)         { vectorService.Retries(t, "StartDBCluster") }

// vectorReadAnyway are the clusters in the documents of xml-nasty.json that a client may either
// read or reject, and that this client reads. The client must reject all other documents that do
// not give a cluster to compare.
var vectorReadAnyway = map[string]map[string]any{
	"bool-uppercase":   {"MultiAZ": true},
	"duplicate-scalar": {"DBClusterIdentifier": "y"},
}

func TestVectorNastyXML(t *testing.T) {
	var cases []struct {
		ID, Body, Verdict string
		Base64            []byte `json:"body_base64"`
		Generate          *struct {
			Prefix, Suffix string
			Open           string `json:"repeat_open"`
			Close          string `json:"repeat_close"`
			Times          int
		}
		Status  int
		Headers map[string]string
		Cluster any                       `json:"expect_cluster"`
		Error   *vectortest.ExpectedError `json:"expect_error"`
	}
	vectortest.Read(t, "xml-nasty.json", &cases)
	tally, read := vectortest.NewTally("xml-nasty"), 0
	for _, c := range cases {
		body := c.Body + string(c.Base64)
		if g := c.Generate; g != nil {
			body = g.Prefix + strings.Repeat(g.Open, g.Times) + strings.Repeat(g.Close, g.Times) + g.Suffix
		}
		tally.Run(t, c.ID, func(t *testing.T) {
			client := neptune.New(neptune.Options{
				Region:      "us-east-1",
				Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "secret", ""),
				HTTPClient:  &vectortest.Transport{Replies: []vectortest.Reply{{Status: c.Status, Headers: c.Headers, Body: body}}},
				Retryer:     nereid.NopRetryer{},
			})
			out, err := client.StartDBCluster(t.Context(), &neptune.StartDBClusterInput{DBClusterIdentifier: nereid.String("x")})
			switch {
			case (out == nil) == (err == nil):
				t.Fatalf("the output %v with the error %v", out, err)
			case c.Verdict == "api-error":
				c.Error.Check(t, err, "StartDBCluster", c.Status)
				retryer := neptune.New(neptune.Options{}).Options().Retryer
				if got := retryer.IsErrorRetryable(err); got != (c.Status >= 500) {
					t.Errorf("status %d is retried: %t", c.Status, got)
				}
			case err != nil && c.Verdict != "ok":
				checkUnreadable(t, err, c.Status)
			case err == nil && c.Verdict != "error":
				want, ok := c.Cluster.(map[string]any)
				if !ok {
					want, ok = vectorReadAnyway[c.ID]
				}
				if !ok {
					t.Fatal("the document is read, but what it says is not known")
				}
				checkCluster(t, body, want, out)
				read++
			default:
				t.Errorf("error %v, want the verdict %s", err, c.Verdict)
			}
		})
	}
	tally.Log(t, "operations")
	t.Logf("%d documents are read, the others are errors", read)
}

// checkUnreadable checks the error for an unreadable success.
func checkUnreadable(t *testing.T, err error, status int) {
	t.Helper()
	var (
		response    *nereid.ResponseError
		unreadable  *smithy.DeserializationError
		description = err.Error()
	)
	if !errors.As(err, &response) || response.HTTPStatusCode() != status || !errors.As(err, &unreadable) || nereid.IsServiceError(err) {
		t.Errorf("%v is not told as an answer of status %d that cannot be read", err, status)
	}
	if len(description) > 1000 {
		t.Errorf("the error is %d bytes long", len(description))
	}
}

// checkCluster checks all members of a cluster, and the request ID.
func checkCluster(t *testing.T, body string, members map[string]any, out *neptune.StartDBClusterOutput) {
	t.Helper()
	var want types.DBCluster
	if err := vectortest.Set(&want, members); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&want, out.DBCluster); diff != "" {
		t.Errorf("cluster (-want +got):\n%s", diff)
	}
	_, rest, _ := strings.Cut(body, "<RequestId>")
	id, _, _ := strings.Cut(rest, "</RequestId>")
	if got := nereid.RequestID(out.ResultMetadata); got != id {
		t.Errorf("request id %q, want %q", got, id)
	}
}
