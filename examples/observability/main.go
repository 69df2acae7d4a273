// Command observability exports a snapshot and shows what OpenTelemetry, Prometheus and log/slog
// receive. Instead of AWS, it calls a fake that runs in the same process.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/aws/smithy-go/metrics/smithyotelmetrics"
	"github.com/aws/smithy-go/tracing/smithyoteltracing"
	"github.com/prometheus/client_golang/prometheus"
	otelprometheus "go.opentelemetry.io/otel/exporters/prometheus"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

const about = `
Observability exports a snapshot with a fake of AWS inside the program, which throttles
the first requests. It waits until the export is complete, and shows one of these:

  observability                  the OpenTelemetry spans as text
  observability trace            the same
  observability trace -svg FILE  the spans as an SVG image
  observability metrics          the metrics, in Prometheus format
  observability log              the client's events as JSON
`

func main() {
	err := run(context.Background(), os.Args[1:], os.Stdout)
	switch {
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, "observability:", err)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "observability:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("the arguments must be trace, trace -svg FILE, metrics or log (see -h)")

func run(ctx context.Context, args []string, stdout io.Writer) error {
	if len(args) == 0 {
		args = []string{"trace"}
	}
	switch command := args[0]; {
	case command == "-h" || command == "-help" || command == "--help":
		_, err := io.WriteString(stdout, strings.TrimPrefix(about, "\n"))
		return err
	case len(args) == 3 && command == "trace" && args[1] == "-svg":
		spans, err := traced(ctx)
		if err != nil {
			return err
		}
		return os.WriteFile(args[2], picture(spans), 0o600) //nolint:gosec // the user of the program names the file
	case len(args) > 1:
		return errUsage
	case command == "trace":
		spans, err := traced(ctx)
		if err != nil {
			return err
		}
		return writeText(stdout, spans)
	case command == "metrics":
		return measured(ctx, stdout)
	case command == "log":
		return logged(ctx, stdout)
	}
	return errUsage
}

// traced runs the export with an OpenTelemetry tracer, inside a span that the program creates.
func traced(ctx context.Context) (tracetest.SpanStubs, error) {
	exporter := tracetest.NewInMemoryExporter()
	provider := sdktrace.NewTracerProvider(sdktrace.WithSyncer(exporter))
	ctx, span := provider.Tracer("observability").Start(ctx, "nightly export")
	err := export(ctx, func(o *rds.Options) { o.TracerProvider = smithyoteltracing.Adapt(provider) })
	span.End()
	return exporter.GetSpans(), err
}

// measured runs the export with an OpenTelemetry meter, which Prometheus reads.
func measured(ctx context.Context, w io.Writer) error {
	registry := prometheus.NewRegistry()
	reader, err := otelprometheus.New(otelprometheus.WithRegisterer(registry))
	if err != nil {
		return err
	}
	provider := sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader))
	if err := export(ctx, func(o *rds.Options) { o.MeterProvider = smithyotelmetrics.Adapt(provider) }); err != nil {
		return err
	}
	return writeMetrics(w, registry)
}

// logged runs the export and writes the client's events as JSON.
func logged(ctx context.Context, w io.Writer) error {
	handler := slog.NewJSONHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug})
	return export(ctx, func(o *rds.Options) {
		o.Logger = nereid.NewLogger(slog.New(handler))
		o.ClientLogMode = nereid.LogRetries
	})
}

// export exports a snapshot and waits until the export is complete. It calls a fake of AWS that
// throttles the first requests.
func export(ctx context.Context, observe func(*rds.Options)) error {
	server, err := nereidtest.Start(nereidtest.WithSpeed(3000))
	if err != nil {
		return err
	}
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-postgresql"})
	source := server.AddSnapshot(nereidtest.Snapshot{ID: "shop-1", Cluster: "shop"})
	const way = 40 * time.Millisecond // round trip to AWS
	server.Inject(
		nereidtest.Fault{Action: "StartExportTask", Code: "Throttling", Message: "Rate exceeded", Times: 2, Delay: way},
		nereidtest.Fault{Delay: way, Times: 1000},
	)

	client := rds.NewFromConfig(server.Config(), observe)
	_, err = client.StartExportTask(ctx, &rds.StartExportTaskInput{
		ExportTaskIdentifier: nereid.String("nightly"), SourceArn: &source, S3BucketName: nereid.String("exports"),
		IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: nereid.String("alias/export"),
	})
	if err != nil {
		return err
	}
	waiter := rds.NewExportTaskCompleteWaiter(client, func(o *rds.ExportTaskCompleteWaiterOptions) {
		o.MinDelay, o.MaxDelay = 100*time.Millisecond, 200*time.Millisecond
		o.LogWaitAttempts = client.Options().ClientLogMode != 0
	})
	return waiter.Wait(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("nightly")}, time.Minute)
}
