package nereidtest_test

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/internal/soak"
	"github.com/nereid-go/nereid/nereidtest"
)

// FuzzRequest sends arbitrary signed forms. The response must be well-formed
// and have the right status.
func FuzzRequest(tf *testing.F) {
	f := soak.F{F: tf}
	for _, seed := range []string{
		listClusters,
		"Action=StopDBCluster&Version=2014-10-31&DBClusterIdentifier=graph",
		"Action=StartExportTask&Version=2014-10-31&ExportTaskIdentifier=e&SourceArn=arn%3Aaws%3Ards%3Aus-east-1%3A123456789012%3A" +
			"cluster-snapshot%3Aa&S3BucketName=bucket&IamRoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fr&KmsKeyId=k&ExportOnly.member.1=a.b",
		"Action=DescribeExportTasks&Version=2014-10-31&MaxRecords=20&Filters.Filter.1.Name=status&Filters.Filter.1.Values.Value.1=complete",
		"Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier=arn%3Aaws%3Ards%3Aeu-west-1%3A123456789012%3A" +
			"cluster-snapshot%3Aa&TargetDBClusterSnapshotIdentifier=b&PreSignedUrl=https%3A%2F%2Frds.eu-west-1.amazonaws.com%2F%3FAction%3Dx",
		"Action=CreateDBCluster&Version=2014-10-31&DBClusterIdentifier=a&Engine=neptune&Tags.Tag.1.Key=%EF%BF%BE&Tags.Tag.1.Value=%00" +
			"&ServerlessV2ScalingConfiguration.MinCapacity=NaN&ServerlessV2ScalingConfiguration.MaxCapacity=Infinity",
		"Action=ModifyDBCluster&Version=2014-10-31&DBClusterIdentifier=graph&PreferredMaintenanceWindow=sun:04:00-sun:04:30",
		"Action=AddTagsToResource&Version=2014-10-31&ResourceName=arn:aws:rds:us-east-1:123456789012:cluster:graph&Tags.Tag.9999999999.Key=k",
		"Action=CopyDBSnapshot&Version=2014-10-31&SourceDBSnapshotIdentifier=a&TargetDBSnapshotIdentifier=b&SnapshotTarget=local&TagSpecifications.item.1.Tags.Tag.1.Key=k",
		"Action=DescribeDBSnapshots&Version=2014-10-31&Filters.Filter.1.Name=dbi-resource-id&Filters.Filter.1.Values.Value.1=X",
		"Action=StopDBInstance&Version=2014-10-31&DBInstanceIdentifier=alone&DBSnapshotIdentifier=last",
		"Action=%ff&Version=2014-10-31", "Action=DescribeDBClusters&Version=2014-10-31&Marker=\r\n]]>", "&&==%", "Action=A%00B%1fC%ed%a0%80&Version=",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	now := time.Now()
	f.Fuzz(func(t *testing.T, form string, get bool) {
		s, err := nereidtest.Start(nereidtest.WithClock(epoch))
		if err != nil {
			t.Fatal(err)
		}
		s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
		s.AddInstance(nereidtest.Instance{ID: "alone"})
		s.AddSnapshot(nereidtest.Snapshot{ID: "a"})
		s.AddDBSnapshot(nereidtest.DBSnapshot{ID: "a"})
		s.AddExportTask(nereidtest.ExportTask{ID: "done"})

		req := &http.Request{
			Method: http.MethodPost, Host: "rds.us-east-1.amazonaws.com", Header: make(http.Header),
			URL: &url.URL{Scheme: "https", Host: "rds.us-east-1.amazonaws.com", Path: "/"},
		}
		body := form
		if get {
			req.Method, req.URL.RawQuery, body = http.MethodGet, form, ""
		} else {
			req.Body = io.NopCloser(strings.NewReader(form))
		}
		var signer sigv4.Signer
		creds := nereid.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "SECRETEXAMPLE"}
		if err := signer.SignHTTP(creds, req, sigv4.PayloadHash([]byte(body)), "rds", "us-east-1", now); err != nil {
			return
		}
		resp, err := s.Config().HTTPClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		reply, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		root, code := outline(t, reply)
		switch {
		case resp.StatusCode == http.StatusOK && strings.HasSuffix(root, "Response") && root != "ErrorResponse" && code == "":
		case resp.StatusCode/100 == 4 && root == "ErrorResponse" && code != "":
		default:
			t.Errorf("status %d with %s", resp.StatusCode, reply)
		}
		s.Advance(30 * 24 * time.Hour)
	})
}

// outline reads a whole document and returns the name of its root and the text
// of its element Code.
func outline(t *testing.T, doc []byte) (root, code string) {
	t.Helper()
	if !utf8.Valid(doc) {
		t.Fatalf("not UTF-8: %q", doc)
	}
	d := xml.NewDecoder(strings.NewReader(string(doc)))
	var path []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, code
		}
		if err != nil {
			t.Fatalf("%v in %q", err, doc)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if path = append(path, token.Name.Local); len(path) == 1 {
				root = token.Name.Local
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if strings.Join(path, "/") == "ErrorResponse/Error/Code" {
				code += string(token)
			}
		}
	}
}
