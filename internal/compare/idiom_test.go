package compare_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	awsretry "github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// Programs change the options of an SDK client with the SDK's own helpers.
func TestIdioms(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.Inject(nereidtest.Fault{Action: "DescribeExportTasks", Times: 3, Code: "NotYet"})
	var agent string
	client := rds.NewFromConfig(server.Config(), func(o *rds.Options) {
		o.Retryer = awsretry.AddWithMaxAttempts(awsretry.AddWithErrorCodes(o.Retryer, "NotYet"), 5)
		o.Retryer = awsretry.AddWithMaxBackoffDelay(o.Retryer, 1)
		o.APIOptions = append(o.APIOptions, awsmiddleware.AddUserAgentKeyValue("tool", "1.2"), awsmiddleware.AddSDKAgentKey(awsmiddleware.FrameworkMetadata, "frame"))
		o.HTTPClient = spyClient{o.HTTPClient, &agent}
	})
	out, err := client.DescribeExportTasks(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := nereid.Attempts(out.ResultMetadata); n != 4 {
		t.Errorf("%d attempts", n)
	}
	for _, want := range []string{"nereid/" + nereid.Version, "tool/1.2", "frame"} {
		if !strings.Contains(agent, want) {
			t.Errorf("the User-Agent %q lacks %q", agent, want)
		}
	}
}

// The SDK's own HTTP client follows some redirects, but sends nothing to
// another host.
func TestSDKClientFollowsNoRedirect(t *testing.T) {
	var stolen atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { stolen.Add(1) }))
	defer other.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		server := httptest.NewServer(http.RedirectHandler(other.URL, status))
		client := rds.New(rds.Options{
			Region: "eu-central-1", BaseEndpoint: &server.URL, Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "secret", "token"), HTTPClient: awshttp.NewBuildableClient(),
		})
		if _, err := client.DescribeExportTasks(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "redirect") || stolen.Load() != 0 {
			t.Errorf("%d: %d requests at the other host: %v", status, stolen.Load(), err)
		}
		server.Close()
	}
}

type spyClient struct {
	nereid.HTTPClient
	agent *string
}

func (c spyClient) Do(req *http.Request) (*http.Response, error) {
	*c.agent = req.UserAgent()
	return c.HTTPClient.Do(req)
}
