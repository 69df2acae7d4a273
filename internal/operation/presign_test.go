package operation_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const (
	snapshotARN  = "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:s1"
	sameRegion   = "arn:aws:rds:" + region + ":123456789012:cluster-snapshot:s1"
	withoutPlace = "arn:aws:rds::123456789012:cluster-snapshot:s1"
)

// copyFrom copies the snapshot that source names, and returns the form that was
// sent.
func copyFrom(t *testing.T, source, sourceRegion string, optFns ...func(*rds.Options)) (url.Values, error) {
	t.Helper()
	var r recorder
	client := newClient(r.then(func(req *http.Request) (*http.Response, error) {
		return answer(200, strings.ReplaceAll(okBody(""), "CancelExportTask", "CopyDBClusterSnapshot"))(req)
	}), optFns...)
	in := &rds.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: nereid.String("s2"),
		CopyTags: nereid.Bool(true), Tags: []types.Tag{{Key: nereid.String("a b"), Value: nereid.String("ü&=+")}},
	}
	if sourceRegion != "" {
		in.SourceRegion = &sourceRegion
	}
	before := *in
	_, err := client.CopyDBClusterSnapshot(t.Context(), in)
	if diff := cmp.Diff(before, *in); diff != "" {
		t.Errorf("the input was changed (-before +after):\n%s", diff)
	}
	if err != nil {
		if len(r.requests) != 0 {
			t.Error("a request was sent")
		}
		return nil, err
	}
	r.verify(t, 0)
	form, err := url.ParseQuery(r.bodies[0])
	if err != nil {
		t.Error(err)
	}
	for _, name := range []string{"SourceRegion", "DestinationRegion"} {
		if form.Has(name) {
			t.Errorf("the form has %s", name)
		}
	}
	return form, nil
}

// The URL is the request for the source region, signed for an hour.
func TestPresignedURL(t *testing.T) {
	for name, c := range map[string]struct {
		source, sourceRegion string
		option               func(*rds.Options)
		host, region, to     string
	}{
		"region of the ARN":   {snapshotARN, "", nil, "rds.us-west-2.amazonaws.com", "us-west-2", region},
		"region of both":      {snapshotARN, "us-west-2", nil, "rds.us-west-2.amazonaws.com", "us-west-2", region},
		"as the SDK does":     {snapshotARN, "us-west-2", func(o *rds.Options) { o.DisableSourceRegionFromARN = true }, "rds.us-west-2.amazonaws.com", "us-west-2", region},
		"with a token":        {snapshotARN, "", func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("ASIAEXAMPLE", secret, session) }, "rds.us-west-2.amazonaws.com", "us-west-2", region},
		"FIPS":                {snapshotARN, "", func(o *rds.Options) { o.EndpointOptions.UseFIPSEndpoint = nereid.FIPSEndpointStateEnabled }, "rds-fips.us-west-2.amazonaws.com", "us-west-2", region},
		"dual stack":          {snapshotARN, "", func(o *rds.Options) { o.EndpointOptions.UseDualStackEndpoint = nereid.DualStackEndpointStateEnabled }, "rds.us-west-2.api.aws", "us-west-2", region},
		"custom endpoint":     {snapshotARN, "", func(o *rds.Options) { o.BaseEndpoint = nereid.String("http://localhost:1") }, "rds.us-west-2.amazonaws.com", "us-west-2", region},
		"plain http":          {snapshotARN, "", func(o *rds.Options) { o.EndpointOptions.DisableHTTPS = true }, "rds.us-west-2.amazonaws.com", "us-west-2", region},
		"FIPS in region name": {snapshotARN, "", func(o *rds.Options) { o.Region = "fips-us-east-1" }, "rds-fips.us-west-2.amazonaws.com", "us-west-2", "us-east-1"},
		"other partition": {
			strings.NewReplacer("aws", "aws-cn", "us-west-2", "cn-north-1").Replace(snapshotARN), "",
			func(o *rds.Options) { o.Region = "cn-northwest-1" }, "rds.cn-north-1.amazonaws.com.cn", "cn-north-1", "cn-northwest-1",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var optFns []func(*rds.Options)
			if c.option != nil {
				optFns = append(optFns, c.option)
			}
			form, err := copyFrom(t, c.source, c.sourceRegion, optFns...)
			if err != nil {
				t.Fatal(err)
			}
			presigned := form.Get("PreSignedUrl")
			res, err := sigv4.VerifyPresigned(presigned, lookup, "rds", time.Now())
			if err != nil || res.Region != c.region || res.Service != "rds" || !res.Presigned {
				t.Errorf("%+v, %v", res, err)
			}
			u, err := url.Parse(presigned)
			if err != nil {
				t.Fatal(err)
			}
			if u.Scheme != "https" || u.Host != c.host || u.Path != "/" {
				t.Errorf("the URL is %s://%s%s", u.Scheme, u.Host, u.Path)
			}
			query := u.Query()
			if query.Get("X-Amz-Expires") != "3600" || query.Get("X-Amz-SignedHeaders") != "host" || (query.Get("X-Amz-Security-Token") == session) != (name == "with a token") {
				t.Errorf("query %v", query)
			}
			form.Del("PreSignedUrl")
			form.Set("DestinationRegion", c.to)
			for name := range query {
				if strings.HasPrefix(name, "X-Amz-") {
					query.Del(name)
				}
			}
			if diff := cmp.Diff(form, query); diff != "" {
				t.Errorf("members of the URL (-form +URL):\n%s", diff)
			}
		})
	}
}

// There is no URL if nothing needs one. Contradictory regions are an error.
func TestNoPresignedURL(t *testing.T) {
	for name, c := range map[string]struct {
		source, sourceRegion string
		option               func(*rds.Options)
		fails                []string
	}{
		"a name":                   {"s1", "", nil, nil},
		"a name here":              {"s1", region, nil, nil},
		"an ARN here":              {sameRegion, "", nil, nil},
		"both here":                {sameRegion, region, nil, nil},
		"switched off":             {snapshotARN, "", func(o *rds.Options) { o.DisableSourceRegionFromARN = true }, nil},
		"ARN without a region":     {withoutPlace, "", nil, nil},
		"a name from elsewhere":    {"s1", "us-west-2", nil, []string{"must be an ARN", `"s1"`, "us-west-2"}},
		"from two regions":         {snapshotARN, "us-east-1", nil, []string{"SourceRegion is us-east-1", "SourceDBClusterSnapshotIdentifier", "us-west-2"}},
		"here and elsewhere":       {snapshotARN, region, nil, []string{"SourceRegion is " + region, "us-west-2"}},
		"from a zone":              {strings.ReplaceAll(snapshotARN, "us-west-2", "us-west-2a"), "", nil, []string{"SourceRegion", "us-west-2a", "Availability Zone"}},
		"from a place that is not": {strings.ReplaceAll(snapshotARN, "us-west-2", "us_west_2"), "", nil, []string{"SourceRegion", "DNS label"}},
		"without credentials":      {snapshotARN, "", func(o *rds.Options) { o.Credentials = nil }, []string{"no credentials"}},
		"without a region":         {snapshotARN, "", func(o *rds.Options) { o.Region = "" }, []string{"Missing Region"}},
	} {
		t.Run(name, func(t *testing.T) {
			var optFns []func(*rds.Options)
			if c.option != nil {
				optFns = append(optFns, c.option)
			}
			form, err := copyFrom(t, c.source, c.sourceRegion, optFns...)
			if c.fails != nil {
				mention(t, err, append(c.fails, "CopyDBClusterSnapshot")...)
			} else if err != nil || form.Has("PreSignedUrl") {
				t.Errorf("%v, %v", form, err)
			}
		})
	}
}

// The caller's own URL is sent unchanged. The other copy operation has a URL
// too.
func TestPresignedURLOfOtherOperations(t *testing.T) {
	var r recorder
	client := newClient(r.then(func(req *http.Request) (*http.Response, error) {
		return answer(200, strings.ReplaceAll(okBody(""), "CancelExportTask", "CopyDBSnapshot"))(req)
	}))
	in := &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: nereid.String(snapshotARN), TargetDBSnapshotIdentifier: nereid.String("s2")}
	for _, own := range []*string{nil, nereid.String("https://own.example/?a=b&c")} {
		in.PreSignedUrl = own
		if _, err := client.CopyDBSnapshot(context.Background(), in); err != nil {
			t.Fatal(err)
		}
		form, err := url.ParseQuery(r.bodies[len(r.bodies)-1])
		if err != nil {
			t.Error(err)
		}
		urls := form["PreSignedUrl"]
		switch {
		case len(urls) != 1:
			t.Errorf("%d URLs", len(urls))
		case own != nil && urls[0] != *own:
			t.Errorf("own URL became %s", urls[0])
		case own == nil:
			if _, err := sigv4.VerifyPresigned(urls[0], lookup, "rds", time.Now()); err != nil || !strings.Contains(urls[0], "Action=CopyDBSnapshot&") {
				t.Errorf("%s: %v", urls[0], err)
			}
		}
	}
}
