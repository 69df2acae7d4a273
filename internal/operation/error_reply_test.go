package operation_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

// Status 429 means throttling, whatever page a proxy sends.
func TestTooManyRequests(t *testing.T) {
	for _, body := range []string{"", "slow down", "<h1>Too many requests", "<ErrorResponse><Err", "<html>"} {
		_, err := cancel(t, newClient(answer(429, body), once))
		if !errors.Is(err, nereid.ErrThrottled) || errors.Is(err, nereid.ErrNotFound) {
			t.Errorf("%q: %v", body, err)
		}
	}
}

// A truncated error reply is retried, whatever precedes it. A reply that is
// malformed after its code is still that error. A body that is not an error
// reply is not retried.
func TestErrorReplies(t *testing.T) {
	const code = "<Error><Type>Sender</Type><Code>ExportTaskNotFound</Code>"
	for name, tt := range map[string]struct {
		body     string
		requests int
		found    bool // as its fault type
	}{
		"whole":                   {"<ErrorResponse>" + code + "</Error></ErrorResponse>", 1, true},
		"whole, declared":         {"<?xml version=\"1.0\"?>\n<ErrorResponse>" + code + "</Error></ErrorResponse>", 1, true},
		"cut":                     {"<ErrorResponse>" + code, 3, false},
		"cut in the message":      {"<ErrorResponse>" + code + "<Message>no su", 3, false},
		"cut, declared":           {"<?xml version=\"1.0\"?>\n<ErrorResponse>" + code, 3, false},
		"cut, with a mark before": {"\ufeff<ErrorResponse>" + code, 3, false},
		"cut, with another root":  {"<Response><Errors>" + code, 3, false},
		"cut in the root":         {"<ErrorRes", 3, false},
		"cut in the declaration":  {"<?xml vers", 3, false},
		"unescaped message":       {"<ErrorResponse>" + code + "<Message>no <b> & none</Message></Error></ErrorResponse>", 1, true},
		"forbidden character":     {"<ErrorResponse>" + code + "<Message>&#x1;</Message></Error></ErrorResponse>", 1, true},
		"unescaped before it":     {"<ErrorResponse><Error><Message>a & b</Message><Code>ExportTaskNotFound</Code></Error></ErrorResponse>", 1, false},
		"a page":                  {"<!DOCTYPE html><html><body>Not here", 1, false},
		"a bit of a page":         {"<p>denied<br>by proxy", 1, false},
		"a comment":               {"<!-- blocked -->", 1, false},
		"a page without a type":   {"<html>\n<body>\n<p>Not here", 1, false},
		"text":                    {"not here", 1, false},
		"nothing":                 {" \n", 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			requests := 0
			client := newClient(func(req *http.Request) (*http.Response, error) {
				requests++
				resp, err := answer(404, tt.body)(req)
				resp.ContentLength = -1
				return resp, err
			}, func(o *rds.Options) { o.Retryer = impatient{o.Retryer} })
			_, err := cancel(t, client)
			if errors.Is(err, nereid.ErrNotFound) != tt.found || requests != tt.requests {
				t.Errorf("%d requests, want %d: %v", requests, tt.requests, err)
			}
			var unreadable *smithy.DeserializationError
			if errors.As(err, &unreadable) != (tt.requests > 1) || !strings.Contains(err.Error(), "404") {
				t.Errorf("%v", err)
			}
		})
	}
}
