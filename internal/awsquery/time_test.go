package awsquery_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/soak"
)

// checkTime compares the fast parser with time.Parse, which must accept
// everything that the fast one accepts.
func checkTime(t *testing.T, s string) (ok bool) {
	t.Helper()
	got, ok := awsquery.ParseUTC(s)
	if !ok {
		return false
	}
	if want, err := time.Parse(time.RFC3339, s); err != nil {
		t.Errorf("%q is read as %v: %v", s, got, err)
	} else if got != want.UTC() {
		t.Errorf("%q is read as %v, want %v", s, got, want)
	}
	return true
}

// TestTimeDays checks every day around the turns of centuries, which may or may
// not be leap years. All of them must use the fast path.
func TestTimeDays(t *testing.T) {
	for _, century := range []int{1, 100, 400, 1600, 1700, 1900, 1970, 2000, 2026, 2100, 2400, 9997} {
		day := time.Date(max(century-3, 1), 1, 1, 0, 0, 0, 0, time.UTC)
		for end := min(century+5, 10000); day.Year() < end; day = day.AddDate(0, 0, 1) {
			for _, clock := range []string{"T00:00:00Z", "T23:59:59.999Z"} {
				if s := day.Format(time.DateOnly) + clock; !checkTime(t, s) {
					t.Fatalf("%s takes the long way", s)
				}
			}
		}
	}
	// Days that do not exist, in leap years and others.
	for _, year := range []string{"1900", "2000", "2023", "2024"} {
		for month := range 14 {
			for day := range 33 {
				s := year + "-" + twoDigits(month) + "-" + twoDigits(day) + "T12:00:00Z"
				_, err := time.Parse(time.RFC3339, s)
				if ok := checkTime(t, s); ok != (err == nil) {
					t.Errorf("%s: %t, time.Parse: %v", s, ok, err)
				}
			}
		}
	}
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

func TestTimeClock(t *testing.T) {
	for n := range 100 {
		for _, s := range []string{
			"2024-02-29T" + twoDigits(n) + ":00:00Z", "2024-02-29T00:" + twoDigits(n) + ":00Z", "2024-02-29T00:00:" + twoDigits(n) + "Z",
		} {
			_, err := time.Parse(time.RFC3339, s)
			if ok := checkTime(t, s); ok != (err == nil) {
				t.Errorf("%s: %t, time.Parse: %v", s, ok, err)
			}
		}
	}
	const digits = "1203456789"
	for n := 1; n <= 9; n++ {
		for _, fraction := range []string{digits[:n], strings.Repeat("0", n), strings.Repeat("9", n)} {
			if s := "2024-02-29T23:59:59." + fraction + "Z"; !checkTime(t, s) {
				t.Errorf("%s takes the long way", s)
			}
		}
	}
}

// TestTimeLongWay checks the texts that are left to time.Parse, valid and
// invalid.
func TestTimeLongWay(t *testing.T) {
	for _, s := range []string{
		"", "Z", "2024", "2024-02-29", "2024-02-29T01:02:03", "2024-02-29T01:02:03z", "2024-02-29t01:02:03Z", "2024-02-29 01:02:03Z",
		"2024-02-29T01:02:03+00:00", "2024-02-29T01:02:03-01:00", "2024-02-29T01:02:03.Z", "2024-02-29T01:02:03.", "2024-02-29T01:02:03.1",
		"2024-02-29T01:02:03,5Z", "2024-02-29T01:02:03.0123456789Z", "2024-02-29T01:02:03.12x4Z", "2024-02-29T01:02:03.1-Z", "2024-02-29T01:02:03.123ZZ",
		"2024-02-29T01:02:03.Z123Z", "2024-02-29T01:02:0Z", "2024-02-29T1:02:03Z", "02024-02-29T01:02:03Z", "-024-02-29T01:02:03Z", "+024-02-29T01:02:03Z",
		"20 4-02-29T01:02:03Z", "2024-0/-29T01:02:03Z", "2024-02-2:T01:02:03Z", "2024/02/29T01:02:03Z", "2024-02-29T01-02-03Z", "0000-01-01T00:00:00Z",
		"2024-02-29T01:02:03Z ", " 2024-02-29T01:02:03Z", "2024-02-29T01:02:03Z\x00", "٢٠٢٤-02-29T01:02:03Z",
	} {
		if checkTime(t, s) {
			t.Errorf("%q takes the short way", s)
		}
	}
}

// plainTime matches the texts for the fast path.
var plainTime = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$`)

// FuzzParseTime compares the fast parser with time.Parse.
func FuzzParseTime(tf *testing.F) {
	f := soak.F{F: tf}
	for _, s := range []string{
		"2024-02-29T01:02:03Z", "2100-02-29T01:02:03.5Z", "1969-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00Z", "0000-02-29T00:00:00Z",
		"9999-12-31T23:59:60Z", "2024-04-31T24:00:00.0000000000Z", "2024-02-29T01:02:03+02:00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, err := time.Parse(time.RFC3339, s)
		if !checkTime(t, s) && err == nil && plainTime.MatchString(s) && !strings.HasPrefix(s, "0000") {
			t.Errorf("%q takes the long way", s)
		}
	})
}
