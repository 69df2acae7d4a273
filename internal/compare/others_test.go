package compare_test

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	sdkaws "github.com/aws/aws-sdk-go-v2/aws"
	sdkconfig "github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestOtherServices runs the page's example for programs that also use the
// SDK's clients: calls with the credentials of a role from STS.
func TestOtherServices(t *testing.T) {
	ctx, roleARN := t.Context(), "arn:aws:iam::123456789012:role/night"
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "AWS_") {
			t.Setenv(name, "") // restores it in the end
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	nowhere := filepath.Join(t.TempDir(), "none")
	for name, value := range map[string]string{
		"AWS_CONFIG_FILE": nowhere, "AWS_SHARED_CREDENTIALS_FILE": nowhere, "AWS_EC2_METADATA_DISABLED": "true",
		"AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKIDSOURCE", "AWS_SECRET_ACCESS_KEY": "source",
	} {
		t.Setenv(name, value)
	}
	role := nereid.Credentials{AccessKeyID: "ASIAROLE", SecretAccessKey: "role", SessionToken: "token"}
	server := nereidtest.NewServer(t, nereidtest.WithCredentials(role))
	options := []func(*sdkconfig.LoadOptions) error{sdkconfig.WithHTTPClient(stsBefore{server.Config().HTTPClient, role})}

	one := func() (*neptune.Client, error) {
		cfg, err := awsconfig.LoadDefaultConfig(ctx, options...)
		if err != nil {
			return nil, err
		}
		assumed := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(awsconfig.ToAWS(cfg)), roleARN)
		cfg, err = awsconfig.LoadDefaultConfig(ctx, append(options, awsconfig.WithCredentialsProvider(assumed))...)
		return neptune.NewFromConfig(cfg), err
	}
	fromAWS := func() (*neptune.Client, error) {
		sdkCfg, err := sdkconfig.LoadDefaultConfig(ctx, options...)
		if err != nil {
			return nil, err
		}
		assumed := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(sdkCfg), roleARN)
		sdkCfg.Credentials = sdkaws.NewCredentialsCache(assumed)
		client := neptune.NewFromConfig(awsconfig.FromAWS(sdkCfg))
		return client, nil
	}
	load := func() (*neptune.Client, error) {
		cfg, err := awsconfig.LoadDefaultConfig(ctx,
			options[0],
			sdkconfig.WithDefaultsMode(sdkaws.DefaultsModeInRegion),
			awsconfig.WithCredentialsProvider(awsconfig.NewStaticCredentialsProvider(role.AccessKeyID, role.SecretAccessKey, role.SessionToken)),
		)
		return neptune.NewFromConfig(cfg), err
	}
	for name, build := range map[string]func() (*neptune.Client, error){"ToAWS": one, "FromAWS": fromAWS, "LoadDefaultConfig": load} {
		client, err := build()
		if err != nil {
			t.Fatal(name, err)
		}
		server.ResetRequests()
		if _, err := client.DescribeDBClusters(ctx, nil); err != nil || server.Count("DescribeDBClusters") != 1 {
			t.Errorf("%s: %d requests, %v", name, server.Count("DescribeDBClusters"), err)
		}
	}

	// The SDK's errors are returned unchanged.
	_, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithSharedConfigProfile("missing"))
	var noProfile sdkconfig.SharedConfigProfileNotExistError
	if !errors.As(err, &noProfile) {
		t.Errorf("%v is no %T", err, noProfile)
	}
	pageShows(t, "others_test.go", "bridge_test.go")
}

// stsBefore answers for STS, and sends the rest on.
type stsBefore struct {
	next nereid.HTTPClient
	role nereid.Credentials
}

func (c stsBefore) Do(req *http.Request) (*http.Response, error) {
	if !strings.HasPrefix(req.URL.Host, "sts.") {
		return c.next.Do(req)
	}
	reply := "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + c.role.AccessKeyID + "</AccessKeyId><SecretAccessKey>" +
		c.role.SecretAccessKey + "</SecretAccessKey><SessionToken>" + c.role.SessionToken + "</SessionToken><Expiration>" +
		time.Now().Add(time.Hour).UTC().Format(time.RFC3339) + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(reply)), Request: req}, nil
}

// pageShows checks that the Go lines on the page are in these files.
func pageShows(t *testing.T, names ...string) {
	t.Helper()
	page, err := os.ReadFile(migrationPage)
	if err != nil {
		t.Fatal(err)
	}
	plain := func(line string) string {
		code, _, _ := strings.Cut(line, " // ")
		return strings.TrimSpace(code)
	}
	var run []string
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(source)) {
			run = append(run, plain(line))
		}
	}
	for i, block := range strings.Split(string(page), "```") {
		code, ok := strings.CutPrefix(block, "go\n")
		if i%2 == 0 || !ok {
			continue
		}
		for line := range strings.Lines(code) {
			if line = plain(line); line != "" && !slices.Contains(run, line) {
				t.Errorf("the page has a line that is not run: %s", line)
			}
		}
	}
}
