package nereid_test

import (
	"fmt"
	"strings"
	"testing"
)

const (
	key     = "AKIDEXAMPLE"
	secret  = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
	session = "FwoGZXIvYXdzEBYaDH7+session/token=="
)

// mention checks that an error contains all of the texts.
func mention(t *testing.T, err error, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(fmt.Sprint(err), text) {
			t.Errorf("the error does not mention %q: %v", text, err)
		}
	}
}
