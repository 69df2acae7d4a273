package main

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/aws/aws-sdk-go-v2/aws"
	"go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-sdk-go-v2/otelaws"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// listed checks that docs/observability.md has each name as code.
func listed(t *testing.T, names ...string) {
	t.Helper()
	page, err := os.ReadFile("../../docs/observability.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("the page does not list %s", name)
		}
	}
}

func TestTrace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		spans, err := traced(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		rows := tree(spans)
		var got []string
		for _, r := range rows {
			got = append(got, strings.Repeat("  ", r.depth)+r.label())
			for _, a := range r.Attributes {
				listed(t, string(a.Key))
			}
		}
		text := strings.Join(got, "\n")
		for _, want := range []string{
			"nightly export\n  RDS.StartExportTask\n    Attempt operation.attempt=1 api.error_code=Throttling\n    Attempt operation.attempt=2 api.error_code=Throttling\n    Attempt operation.attempt=3\n  Wait ",
			"wait.outcome=success\n    RDS.DescribeExportTasks\n      Attempt operation.attempt=1\n",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the trace lacks\n%s\n, it is\n%s", want, text)
			}
		}
		if svg := string(picture(spans)); strings.Count(svg, "<rect") != len(rows)+1 || !strings.HasSuffix(svg, "</svg>\n") {
			t.Errorf("the picture is %s", svg)
		}
	})
}

func TestMetrics(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		if err := run(t.Context(), []string{"metrics"}, &b); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{
			`client_call_attempts_total{rpc_method="StartExportTask",rpc_service="RDS"} 3`, `client_call_duration_seconds{rpc_method="StartExportTask",rpc_service="RDS"} 1 in `,
			`client_call_attempt_duration_seconds{rpc_method="StartExportTask",rpc_service="RDS"} 3 in `, `client_call_errors_total{exception_type="Throttling",rpc_method="StartExportTask",rpc_service="RDS"} 2`,
		} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("there is no %s in\n%s", want, b.String())
			}
		}
		listed(t, "client.call.duration", "client.call.attempts", "client.call.attempt_duration", "client.call.errors", "rpc.service", "rpc.method", "exception.type")
	})
}

func TestLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		if err := run(t.Context(), []string{"log"}, &b); err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(b.String(), "\n")
		if !regexp.MustCompile(`"msg":"attempt failed","service":"RDS","operation":"StartExportTask","region":"us-east-1","attempt":1,"request_id":"[-0-9]+","error":".*","retried":true,"delay":\d+}`).MatchString(first) {
			t.Errorf("the first line is %s", first)
		}
		for _, m := range regexp.MustCompile(`"([a-z_]+)":`).FindAllStringSubmatch(b.String(), -1) {
			if !slices.Contains([]string{"time", "level", "msg"}, m[1]) {
				listed(t, m[1])
			}
		}
	})
}

// TestOtelaws checks that the SDK's OpenTelemetry instrumentation creates the same spans.
func TestOtelaws(t *testing.T) {
	exporter := tracetest.NewInMemoryExporter()
	provider := sdktrace.NewTracerProvider(sdktrace.WithSyncer(exporter))
	server := nereidtest.NewServer(t)
	cfg := awsconfig.FromAWS(aws.Config{Region: "us-east-1", HTTPClient: server.Config().HTTPClient})
	cfg.Credentials = server.Config().Credentials
	otelaws.AppendMiddlewares(&cfg.APIOptions, otelaws.WithTracerProvider(provider))
	if _, err := neptune.NewFromConfig(cfg).DescribeDBClusters(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	spans := exporter.GetSpans()
	if len(spans) != 1 || spans[0].Name != "Neptune.DescribeDBClusters" {
		t.Fatalf("spans %v", spans)
	}
	attributes := ""
	for _, a := range spans[0].Attributes {
		attributes += string(a.Key) + "=" + a.Value.Emit() + " "
	}
	for _, want := range []string{"rpc.method=Neptune/DescribeDBClusters ", "aws.region=us-east-1 ", server.Requests()[0].ID} {
		if !strings.Contains(attributes, want) {
			t.Errorf("the span lacks %s: %s", want, attributes)
		}
	}
}

// TestUsage runs the program without arguments, with -h, and with invalid arguments.
func TestUsage(t *testing.T) {
	for args, want := range map[string]string{"": "nightly export ", "-h": "Observability exports a snapshot", "--help": "Observability exports"} {
		synctest.Test(t, func(t *testing.T) {
			var b strings.Builder
			if err := run(t.Context(), strings.Fields(args), &b); err != nil || !strings.HasPrefix(b.String(), want) {
				t.Errorf("%q: %v, prints %s", args, err, b.String())
			}
		})
	}
	for _, args := range [][]string{{"trace", "-svg"}, {"logs"}, {"log", "-svg", "x"}, {"-svg", "x"}, {"trace", "-h"}} {
		if err := run(t.Context(), args, nil); !errors.Is(err, errUsage) {
			t.Errorf("%v: error %v", args, err)
		}
	}
}
