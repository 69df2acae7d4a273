package awsquery_test

import (
	"strconv"
	"testing"

	"github.com/nereid-go/nereid/internal/awsquery"
)

func TestParseCount(t *testing.T) {
	for _, text := range []string{"0", "7", "42", "007", "8182", "123456789", "999999999", "000000000"} {
		want, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := awsquery.ParseCount(text); got != want || !ok {
			t.Errorf("%q is %d, %t", text, got, ok)
		}
	}
	for _, text := range []string{"", " 1", "1 ", "-1", "+1", "1_0", "0x1", "1.", "1e3", "/", ":", "1:", "/1", "٣", "1000000000", "0000000001", "99999999999999999999"} {
		if got, ok := awsquery.ParseCount(text); ok {
			t.Errorf("%q takes the short way, to %d", text, got)
		}
	}
}
