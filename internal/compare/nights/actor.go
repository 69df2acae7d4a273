package main

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/smithy-go/aws-http-auth/credentials"
	"github.com/aws/smithy-go/aws-http-auth/sigv4"
)

// ask sends the form to the service as the caller that interferes with the
// client, and records the result in the entry e. The argument at is a region,
// or "" for the default region. The request is signed with that caller's keys.
func (w *world) ask(at string, form url.Values, e *Entry) *reply {
	if at == "" {
		at = region
	}
	form.Set("Version", "2014-10-31")
	body := form.Encode()
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, "https://rds."+at+".amazonaws.com/", strings.NewReader(body))
	if err != nil {
		panic(err) // the URL is valid
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	err = sigv4.New().SignRequest(&sigv4.SignRequestInput{
		Request: req, Credentials: credentials.Credentials{AccessKeyID: actorID, SecretAccessKey: actorSecret},
		Service: "rds", Region: at, Time: w.now(), PayloadHash: hashOf(body),
	})
	if err != nil {
		panic(err) // the input is complete
	}
	req.RemoteAddr = "actor"
	return w.deliver(req, e)
}

// do makes another caller call an operation.
func (w *world) do(step int, form url.Values) {
	w.ask(region, form, w.journal.add(&Entry{Client: -1, Step: step, Action: form.Get("Action"), Region: region, Form: form}))
}

// see sends a request that the journal does not record.
func (w *world) see(at, action string, parameters ...string) (body string, ok bool) {
	form := url.Values{"Action": {action}}
	for i := 0; i+1 < len(parameters); i += 2 {
		form.Set(parameters[i], parameters[i+1])
	}
	r := w.ask(at, form, &Entry{})
	return r.body.String(), r.status == http.StatusOK
}
