package retry

import (
	"math"
	"testing"
)

// The numbers in these tests are those that AWS has published with the
// specification of adaptive mode.

func TestCubic(t *testing.T) {
	want := []float64{
		7, 9.64893600966, 10.000030849917364, 10.453284520772092,
		13.408697022224185, 21.26626835427364, 36.425998516920465,
	}
	for elapsed, rate := range want {
		if got := cubic(float64(elapsed), 10); math.Abs(got-rate) > 1e-9 {
			t.Errorf("after %d s: %v, want %v", elapsed, got, rate)
		}
	}
}

func TestLimiterRates(t *testing.T) {
	tests := []struct {
		throttled      bool
		at             float64
		measured, fill float64
	}{
		{false, 0.2, 0, 0.5},
		{false, 0.4, 0, 0.5},
		{false, 0.6, 4.8, 0.5},
		{false, 0.8, 4.8, 0.5},
		{false, 1.0, 4.16, 0.5},
		{false, 1.2, 4.16, 0.6912},
		{false, 1.4, 4.16, 1.0976},
		{false, 1.6, 5.632, 1.6384},
		{false, 1.8, 5.632, 2.3328},
		{true, 2.0, 4.3264, 3.02848},
		{false, 2.2, 4.3264, 3.4866391734702598},
		{false, 2.4, 4.3264, 3.8218744160402554},
		{false, 2.6, 5.66528, 4.053385727709987},
		{false, 2.8, 5.66528, 4.200373108479455},
		{false, 3.0, 4.333056, 4.282036558348658},
		{true, 3.2, 4.333056, 2.99742559084406},
		{false, 3.4, 4.333056, 3.4522263943863463},
	}
	var l limiter
	for _, tt := range tests {
		l.record(tt.at, tt.throttled)
		if math.Abs(l.measuredRate-tt.measured) > 1e-9 || math.Abs(l.fillRate-tt.fill) > 1e-9 {
			t.Errorf("at %v s: measured %v, want %v; fill rate %v, want %v", tt.at, l.measuredRate, tt.measured, l.fillRate, tt.fill)
		}
		if l.enabled != (tt.at >= 2) {
			t.Errorf("at %v s: enabled: %t", tt.at, l.enabled)
		}
	}
}
