//go:build !race

package operation_test

import (
	"testing"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid/rds"
)

// A call without providers makes none of the allocations of an observed one, even if
// the provider keeps nothing. A logger without a log mode costs nothing. The number for
// a call that is not observed is in TestAllocs of package rds.
func TestObservationIsFree(t *testing.T) {
	measure := func(optFns ...func(*rds.Options)) float64 {
		client := newClient(nil, append(optFns, withHTTPClient(doFunc(ok("t1"))))...)
		return testing.AllocsPerRun(100, func() { mustCancel(t, client) })
	}
	plain := measure()
	if n := measure(func(o *rds.Options) { o.Logger = logging.Nop{} }); n != plain {
		t.Errorf("%v allocations with a logger and no log mode, %v without", n, plain)
	}
	for name, observe := range map[string]func(*rds.Options){
		"tracer": func(o *rds.Options) { o.TracerProvider = &tracing.NopTracerProvider{} },
		"meter":  func(o *rds.Options) { o.MeterProvider = metrics.NopMeterProvider{} },
	} {
		if n := measure(observe); n < plain+5 {
			t.Errorf("%v allocations with a %s, %v without", n, name, plain)
		}
	}
}
