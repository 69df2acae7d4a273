package rds_test

import (
	"fmt"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
)

// serve returns a client that sends each request to respond, without retries.
func serve(respond httpmock.Responder, optFns ...func(*rds.Options)) *rds.Client {
	return rds.New(rds.Options{
		Region:      "eu-central-1",
		Credentials: clienttest.Credentials(),
		HTTPClient:  clienttest.HTTPClient(respond),
		Retryer:     nereid.NopRetryer{},
	}, optFns...)
}

// answer returns a responder that always returns the same response.
func answer(status int, body string) httpmock.Responder {
	return httpmock.NewStringResponder(status, body)
}

// at parses a time.
func at(s string) *time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(fmt.Sprint("bad time in a test: ", err))
	}
	return &t
}
