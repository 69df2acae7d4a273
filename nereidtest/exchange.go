package nereidtest

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
)

const (
	apiVersion = "2014-10-31"
	namespace  = "http://rds.amazonaws.com/doc/2014-10-31/"
)

// exchange returns the response to a request. It first calls the function that
// [Server.Intercept] set. If the function does not handle the request, exchange
// applies injected faults and runs the operation.
func (s *Server) exchange(ctx context.Context, hr *http.Request, body []byte) *Response {
	form, formErr := formOf(hr, body)
	values, _ := url.ParseQuery(form)

	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return &Response{Err: errClosed}
	}
	req := s.requests.add(hr, values)
	hook := s.hook
	s.mu.Unlock()

	var resp *Response
	if hook != nil {
		// The hook receives a copy of the request, and may call the server.
		if r, ok := hook(req.clone()); ok {
			resp = &Response{Err: ErrConnectionReset}
			if r != nil {
				own := *r
				resp = &own
			}
			req.Injected = true
		}
	}
	if resp == nil {
		resp = s.answer(ctx, req, hr, body, form, formErr)
	}
	s.finish(req, resp)
	return resp
}

// answer applies the fault for the request, if any, and runs the operation
// unless the fault prevents it.
func (s *Server) answer(ctx context.Context, req *Request, hr *http.Request, body []byte, form string, formErr error) *Response {
	fault := s.pick(req)
	if fault == nil {
		return s.operate(req, hr, body, form, formErr)
	}
	req.Injected = true
	var resp *Response
	if fault.AfterCommit {
		resp = s.operate(req, hr, body, form, formErr)
	}
	if err := sleep(ctx, fault.Delay); err != nil {
		return &Response{Err: err}
	}
	switch {
	case fault.replaces():
		resp = fault.response(req.ID)
	case !fault.AfterCommit:
		resp = s.operate(req, hr, body, form, formErr)
	}
	if fault.Edit != nil {
		fault.Edit(req.clone(), resp)
	}
	return resp
}

// operate runs the operation and encodes its reply. It holds s.mu until it
// returns, so that the state cannot change before the reply is encoded.
func (s *Server) operate(req *Request, hr *http.Request, body []byte, form string, formErr error) *Response {
	s.mu.Lock()
	defer s.mu.Unlock()
	op, err := s.admit(req, hr, body, formErr)
	if err == nil {
		s.settle()
		s.state.call = &call{
			operation:   req.Action,
			requestID:   req.ID,
			accessKeyID: req.AccessKeyID,
			form:        req.Form,
			host:        hostOf(hr),
			verify:      func(u string) (sigv4.VerifyResult, error) { return s.verifier.VerifyPresigned(u, s.wall()) },
		}
		var out any
		out, err = op.run(s.state.regionOf(s.options.accountOf(req.AccessKeyID), req.Region), form)
		s.state.call = nil
		s.state.observe(true)
		if err == nil {
			req.Succeeded = true
			return xmlResponse(http.StatusOK, awsquery.AppendResponse(nil, req.Action, namespace, req.ID, out))
		}
	}
	return errorResponse(err, req.ID)
}

// admit makes the checks that are the same for every operation, including the
// signature and the policy.
func (s *Server) admit(req *Request, hr *http.Request, body []byte, formErr error) (op operation, err error) {
	if len(body) > maxBody {
		return op, apiError("RequestEntityTooLarge", "The request has more than %d bytes.", maxBody)
	}
	if formErr != nil {
		return op, apiError("MalformedQueryString", "The query string contains a syntax error.")
	}
	if name := repeated(req.Form); name != "" {
		return op, apiError("MalformedQueryString", "The parameter %s may only be given once.", shorten(name))
	}
	if req.Action == "" {
		return op, apiError("MissingAction", "The request must contain the parameter Action.")
	}
	op, known := operationOf(req.Action)
	version := req.Form.Get("Version")
	if !known || version != apiVersion {
		if version == "" {
			version = "NO_VERSION_SPECIFIED"
		}
		ours := "" // names the fake, because AWS may have the operation
		if version == apiVersion {
			ours = ": nereidtest does not have it"
		}
		return op, apiError("InvalidAction", "Could not find operation %s for version %s%s", shorten(req.Action), shorten(version), ours)
	}
	signer, err := s.verifier.Verify(hr, body, s.wall())
	if err != nil {
		return op, err
	}
	req.Region, req.AccessKeyID = signer.Region, signer.AccessKeyID
	req.account = s.options.accountOf(req.AccessKeyID)
	if at, ok := regionOfHost(hostOf(hr)); ok && at != signer.Region {
		return op, apiError("SignatureDoesNotMatch", "Credential should be scoped to a valid region, not '%s'.", signer.Region)
	}
	if s.options.policy != nil && req.account == s.options.account {
		return op, s.options.policy.check(req)
	}
	return op, nil
}

// wall returns the time used to verify signatures. The caller must hold s.mu.
func (s *Server) wall() time.Time { return time.Now().Add(s.skew) }

// finish completes the request log entry and the response headers.
func (s *Server) finish(req *Request, r *Response) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.wall()
	if r.Err == nil {
		if r.StatusCode == 0 {
			r.StatusCode = http.StatusOK
		}
		header := r.Header.Clone()
		if header == nil {
			header = make(http.Header)
		}
		for name, value := range map[string]string{
			"X-Amzn-Requestid": req.ID,
			"Content-Type":     "text/xml",
			"Date":             now.UTC().Format(http.TimeFormat),
		} {
			if _, ok := header[name]; !ok {
				header.Set(name, value)
			}
		}
		r.Header = header
		req.StatusCode = r.StatusCode
		if r.StatusCode != http.StatusOK {
			if e, err := awsquery.ParseError(r.Body); err == nil {
				req.ErrorCode = e.Code
			}
		}
	}
	s.requests.done(req)
}

// formOf returns the encoded parameters of a request, which are in the URL and,
// for POST, in the body.
func formOf(hr *http.Request, body []byte) (string, error) {
	form := hr.URL.RawQuery
	if hr.Method == http.MethodPost && isForm(hr.Header.Get("Content-Type")) {
		if form != "" && len(body) > 0 {
			form += "&"
		}
		form += string(body)
	}
	_, err := url.ParseQuery(form)
	return form, err
}

// repeated returns the name of a parameter that has several values: the first
// one in alphabetical order, or "" if there is none. Services differ in which
// value they use, so a fake that silently used one of them would hide a
// client's mistake.
func repeated(form url.Values) string {
	first := ""
	for name, values := range form {
		if len(values) > 1 && (first == "" || name < first) {
			first = name
		}
	}
	return first
}

func isForm(contentType string) bool {
	kind, _, _ := strings.Cut(contentType, ";")
	kind = strings.TrimSpace(kind)
	return kind == "" || strings.EqualFold(kind, "application/x-www-form-urlencoded")
}

func hostOf(hr *http.Request) string {
	if hr.Host != "" {
		return hr.Host
	}
	return hr.URL.Host
}

// regionOfHost returns the region in an AWS host name, such as
// rds.REGION.amazonaws.com.
func regionOfHost(host string) (region string, ok bool) {
	rest, ok := strings.CutPrefix(strings.Replace(strings.ToLower(host), "rds-fips.", "rds.", 1), "rds.")
	if !ok {
		return "", false
	}
	region, suffix, _ := strings.Cut(rest, ".")
	return region, suffix != "" && region != ""
}
