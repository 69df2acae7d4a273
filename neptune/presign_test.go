package neptune_test

import (
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

const (
	farARN   = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:graph-monday"
	nearARN  = "arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:graph-monday"
	chinaARN = "arn:aws-cn:rds:cn-northwest-1:123456789012:cluster-snapshot:graph-monday"
)

// The client is in eu-west-1, unless an option changes that.
func TestPresignedURL(t *testing.T) {
	inRegion := func(region string) func(*neptune.Options) {
		return func(o *neptune.Options) { o.Region = region }
	}
	at := func(endpoint string) func(*neptune.Options) {
		return func(o *neptune.Options) { o.BaseEndpoint = &endpoint }
	}
	fips := func(o *neptune.Options) { o.EndpointOptions.UseFIPSEndpoint = nereid.FIPSEndpointStateEnabled }
	dualStack := func(o *neptune.Options) {
		o.EndpointOptions.UseDualStackEndpoint = nereid.DualStackEndpointStateEnabled
	}
	notFromARN := func(o *neptune.Options) { o.DisableSourceRegionFromARN = true }
	session := func(o *neptune.Options) {
		o.Credentials = nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", "session+token/==")
	}

	tests := []struct {
		name         string
		source       string
		sourceRegion *string
		options      []func(*neptune.Options)
		host         string // host of the presigned URL, or "" for no URL
		region       string // region of the signature
		problem      string // error before a request is sent
	}{
		{name: "region and ARN", source: farARN, sourceRegion: ptr("us-east-1"), host: "rds.us-east-1.amazonaws.com", region: "us-east-1"},
		{name: "region from the ARN", source: farARN, host: "rds.us-east-1.amazonaws.com", region: "us-east-1"},
		{name: "empty region", source: farARN, sourceRegion: ptr(""), host: "rds.us-east-1.amazonaws.com", region: "us-east-1"},
		{name: "name", source: "graph-monday"},
		{name: "name, same region", source: "graph-monday", sourceRegion: ptr("eu-west-1")},
		{name: "ARN of the same region", source: nearARN},
		{name: "ARN and region are the same", source: nearARN, sourceRegion: ptr("eu-west-1")},
		{name: "same region for one client", source: farARN, options: []func(*neptune.Options){inRegion("us-east-1")}},
		{name: "contradiction", source: farARN, sourceRegion: ptr("us-west-2"), problem: "SourceRegion is us-west-2, but SourceDBClusterSnapshotIdentifier is in us-east-1"},
		{name: "contradiction with the own region", source: farARN, sourceRegion: ptr("eu-west-1"), problem: "SourceRegion is eu-west-1, but"},
		{name: "contradiction with an ARN of the own region", source: nearARN, sourceRegion: ptr("us-east-1"), problem: "SourceRegion is us-east-1, but"},
		{name: "name in another region", source: "graph-monday", sourceRegion: ptr("us-east-1"), problem: "must be an ARN to copy from another region"},
		{name: "zone", source: "arn:aws:rds:us-east-1a:123456789012:cluster-snapshot:s", sourceRegion: ptr("us-east-1a"), problem: "us-east-1a"},
		{
			name: "custom endpoint", source: farARN, options: []func(*neptune.Options){at("http://localhost:8182")},
			host: "rds.us-east-1.amazonaws.com", region: "us-east-1",
		},
		{name: "FIPS", source: farARN, options: []func(*neptune.Options){fips}, host: "rds-fips.us-east-1.amazonaws.com", region: "us-east-1"},
		{name: "dual stack", source: farARN, options: []func(*neptune.Options){dualStack}, host: "rds.us-east-1.api.aws", region: "us-east-1"},
		{
			name: "China", source: chinaARN, options: []func(*neptune.Options){inRegion("cn-north-1")},
			host: "rds.cn-northwest-1.amazonaws.com.cn", region: "cn-northwest-1",
		},
		{name: "session", source: farARN, options: []func(*neptune.Options){session}, host: "rds.us-east-1.amazonaws.com", region: "us-east-1"},
		{name: "switched off", source: farARN, options: []func(*neptune.Options){notFromARN}},
		{
			name: "switched off, region said", source: farARN, sourceRegion: ptr("us-east-1"), options: []func(*neptune.Options){notFromARN},
			host: "rds.us-east-1.amazonaws.com", region: "us-east-1",
		},
		{
			name: "switched off, contradiction", source: farARN, sourceRegion: ptr("us-west-2"), options: []func(*neptune.Options){notFromARN},
			problem: "SourceRegion is us-west-2, but",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			client, w := canned(t, http.StatusOK, clienttest.Reply("CopyDBClusterSnapshot", "<DBClusterSnapshot></DBClusterSnapshot>"), test.options...)
			in := &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: &test.source,
				TargetDBClusterSnapshotIdentifier: ptr("graph-copy"),
				CopyTags:                          ptr(true),
				KmsKeyId:                          ptr("alias/a key"),
				SourceRegion:                      test.sourceRegion,
			}
			before := *in
			_, err := client.CopyDBClusterSnapshot(t.Context(), in)
			if diff := cmp.Diff(before, *in); diff != "" {
				t.Errorf("the input was changed:\n%s", diff)
			}
			if test.problem != "" {
				if err == nil || !strings.Contains(err.Error(), test.problem) {
					t.Errorf("the error is %v, want one with %q", err, test.problem)
				}
				if len(w.Sent) != 0 {
					t.Error("it was sent for all that")
				}
				return
			}
			if err != nil || len(w.Sent) != 1 {
				t.Fatalf("%d requests were sent, %v", len(w.Sent), err)
			}
			form := w.Sent[0].Form
			if form.Has("SourceRegion") || form.Has("DestinationRegion") {
				t.Errorf("the body has what belongs into the URL, or nowhere: %v", form)
			}
			if test.host == "" {
				if form.Has("PreSignedUrl") {
					t.Errorf("there is a presigned URL: %s", form.Get("PreSignedUrl"))
				}
				return
			}
			checkPresigned(t, form, test.host, test.region, client.Options().Region)
		})
	}
}

// checkPresigned checks the presigned URL in a request's form.
func checkPresigned(t *testing.T, form url.Values, host, region, destination string) {
	t.Helper()
	raw := form.Get("PreSignedUrl")
	u, err := url.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	if u.Scheme != "https" || u.Host != host || u.Path != "/" {
		t.Errorf("the URL is for %s://%s%s, want https://%s/", u.Scheme, u.Host, u.Path, host)
	}
	params := u.Query()
	for name, want := range map[string]string{
		"X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Expires": "3600", "X-Amz-SignedHeaders": "host", "DestinationRegion": destination,
	} {
		if got := params[name]; len(got) != 1 || got[0] != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	verifier := sigv4.Verifier{Service: "rds", Lookup: func(string) (nereid.Credentials, bool) {
		return nereid.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "SECRETEXAMPLE", SessionToken: params.Get("X-Amz-Security-Token")}, true
	}}
	if signed, err := verifier.VerifyPresigned(raw, time.Now()); err != nil || signed.Region != region {
		t.Errorf("signed for %q, want %q: %v", signed.Region, region, err)
	}

	// The URL has the other parameters of the body, and only those.
	maps.DeleteFunc(params, func(name string, _ []string) bool {
		return strings.HasPrefix(name, "X-Amz-") || name == "DestinationRegion"
	})
	body := maps.Clone(form)
	delete(body, "PreSignedUrl")
	if diff := cmp.Diff(body, params); diff != "" {
		t.Errorf("the URL differs from the body (-body +URL):\n%s", diff)
	}
}

func TestPresignedURLOfCreateDBCluster(t *testing.T) {
	const cluster = "arn:aws:rds:us-east-1:123456789012:cluster:graph"
	for name, in := range map[string]*neptune.CreateDBClusterInput{
		"ARN":        {ReplicationSourceIdentifier: ptr(cluster)},
		"region":     {SourceRegion: ptr("us-east-1")},
		"both":       {ReplicationSourceIdentifier: ptr(cluster), SourceRegion: ptr("us-east-1")},
		"with lists": {ReplicationSourceIdentifier: ptr(cluster), AvailabilityZones: []string{"eu-west-1a"}, VpcSecurityGroupIds: []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			in.DBClusterIdentifier, in.Engine = ptr("replica"), ptr("neptune")
			before := *in
			client, w := canned(t, http.StatusOK, clienttest.Reply("CreateDBCluster", "<DBCluster/>"))
			if _, err := client.CreateDBCluster(t.Context(), in); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, *in); diff != "" {
				t.Errorf("the input was changed:\n%s", diff)
			}
			checkPresigned(t, w.Sent[0].Form, "rds.us-east-1.amazonaws.com", "us-east-1", "eu-west-1")
		})
	}
	t.Run("none", func(t *testing.T) {
		client, w := canned(t, http.StatusOK, clienttest.Reply("CreateDBCluster", "<DBCluster/>"))
		if _, err := client.CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{
			DBClusterIdentifier: ptr("graph"), Engine: ptr("neptune"),
		}); err != nil {
			t.Fatal(err)
		}
		if w.Sent[0].Form.Has("PreSignedUrl") {
			t.Error("there is a presigned URL for a cluster that replicates nothing")
		}
	})
}

// If a call's options set the region, the client's region does not matter.
func TestPresignedURLByRegionOfTheCall(t *testing.T) {
	client, w := canned(t, http.StatusOK, clienttest.Reply("CopyDBClusterSnapshot", "<DBClusterSnapshot/>"))
	in := &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: ptr(farARN), TargetDBClusterSnapshotIdentifier: ptr("graph-copy"),
	}
	for _, region := range []string{"us-east-1", "us-west-2"} {
		if _, err := client.CopyDBClusterSnapshot(t.Context(), in, func(o *neptune.Options) { o.Region = region }); err != nil {
			t.Fatal(err)
		}
	}
	if w.Sent[0].Form.Has("PreSignedUrl") {
		t.Error("there is a presigned URL for a copy within us-east-1")
	}
	checkPresigned(t, w.Sent[1].Form, "rds.us-east-1.amazonaws.com", "us-east-1", "us-west-2")
}

func TestPresignedURLIsNotLogged(t *testing.T) {
	var log strings.Builder
	client, w := canned(t, http.StatusOK, clienttest.Reply("CopyDBClusterSnapshot", "<DBClusterSnapshot/>"), func(o *neptune.Options) {
		o.ClientLogMode = nereid.LogRequestWithBody | nereid.LogResponseWithBody | nereid.LogSigning | nereid.LogRetries
		o.Logger = logging.NewStandardLogger(&log)
	})
	if _, err := client.CopyDBClusterSnapshot(t.Context(), &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: ptr(farARN), TargetDBClusterSnapshotIdentifier: ptr("graph-copy"),
	}); err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(w.Sent[0].Form.Get("PreSignedUrl"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log.String(), "graph-copy") {
		t.Fatalf("the request was not logged:\n%s", log.String())
	}
	if signature := u.Query().Get("X-Amz-Signature"); signature == "" || strings.Contains(log.String(), signature) {
		t.Errorf("the signature %q is in the log:\n%s", signature, log.String())
	}
}

// The fake checks the URL's signature, and that the URL and the request have the same parameters.
func TestCopyFromAnotherRegion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "graph-monday", Region: "us-east-1", KmsKeyID: "alias/graph"})
		client := neptune.NewFromConfig(server.ConfigFor("eu-west-1"))
		out, err := client.CopyDBClusterSnapshot(t.Context(), &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source,
			TargetDBClusterSnapshotIdentifier: ptr("graph-copy"),
			KmsKeyId:                          ptr("alias/graph"),
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := nereid.ToString(out.DBClusterSnapshot.SourceDBClusterSnapshotArn); got != source {
			t.Errorf("the copy is one of %q, want %q", got, source)
		}
		err = neptune.NewDBClusterSnapshotAvailableWaiter(client).Wait(t.Context(),
			&neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: ptr("graph-copy")}, time.Hour)
		if err != nil {
			t.Error(err)
		}

		// AWS rejects the request without the URL.
		_, err = client.CopyDBClusterSnapshot(t.Context(), &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source,
			TargetDBClusterSnapshotIdentifier: ptr("graph-copy-2"),
			KmsKeyId:                          ptr("alias/graph"),
		}, func(o *neptune.Options) { o.DisableSourceRegionFromARN = true })
		if err == nil {
			t.Error("a copy without a presigned URL was accepted")
		}
	})
}
