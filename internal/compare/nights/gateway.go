package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// serve handles a client's request. It acts as the service and as the proxies
// in front of it.
func (w *world) serve(rw http.ResponseWriter, r *http.Request) {
	over, _ := r.Context().Value(connKey{}).(*conn)
	body, err := io.ReadAll(r.Body)
	if err != nil || over == nil || over.link.client.killed.Load() {
		panic(http.ErrAbortHandler)
	}
	form, _ := url.ParseQuery(string(body))
	c := over.link.client
	run := c.step.Load()
	e := w.journal.add(&Entry{
		Client: c.id, Step: run.index, Invocation: r.Header.Get("Amz-Sdk-Invocation-Id"), Action: form.Get("Action"), Form: form, Region: scope(r),
	})
	events := run.happens(kindOf(e.Action), e.Action)
	events.form = form
	events.act(w)
	if c.killed.Load() {
		panic(http.ErrAbortHandler)
	}
	fault := events.fault()
	w.journal.change(func() {
		e.Fault = fault.Do
		e.Attempt = run.attempt(e)
	})
	w.pause(r.Context(), 20*time.Millisecond)
	g := &exchange{world: w, request: r, body: body, entry: e, conn: over, w: rw}
	g.answer(fault, events)
}

func kindOf(action string) string {
	if strings.HasPrefix(action, "Describe") || strings.HasPrefix(action, "List") {
		return "read"
	}
	return "change"
}

// scope returns the region for which a request is signed.
func scope(r *http.Request) string {
	_, rest, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	if parts := strings.Split(rest, "/"); len(parts) > 3 {
		return parts[2]
	}
	return ""
}

// An exchange is a request and the connection for its response.
type exchange struct {
	world   *world
	request *http.Request
	body    []byte
	entry   *Entry
	conn    *conn
	w       http.ResponseWriter
}

// A reply is a response from the service or from a proxy in front of it.
type reply struct {
	status int
	header http.Header
	body   bytes.Buffer
}

func (r *reply) Header() http.Header         { return r.header }
func (r *reply) WriteHeader(status int)      { r.status = status }
func (r *reply) Write(p []byte) (int, error) { return r.body.Write(p) }

// operate passes the request to the service.
func (g *exchange) operate() *reply {
	w := g.world
	if key := keyOf(g.request); w.ring.expired(key) {
		r := refusal(http.StatusForbidden, "ExpiredToken", "The security token included in the request is expired")
		w.journal.change(func() { g.entry.Status, g.entry.Code = r.status, "ExpiredToken" })
		return r
	}
	if strings.HasPrefix(g.entry.Form.Get("Marker"), marker) {
		return w.ask(g.entry.Region, unmarked(g.entry.Form), g.entry)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(g.request.Context()))
	defer cancel()
	req := g.request.Clone(ctx)
	req.Body = io.NopCloser(bytes.NewReader(g.body))
	return w.deliver(req, g.entry)
}

// deliver passes a request to the fake, and records the result in e.
func (w *world) deliver(req *http.Request, e *Entry) *reply {
	r := &reply{header: http.Header{}, status: http.StatusOK}
	w.fake.ServeHTTP(r, req)
	w.journal.change(func() {
		e.Status, e.Acted, e.ActedAt = r.status, r.status == http.StatusOK, time.Since(w.journal.start)
		if !e.Acted {
			e.Code = codeOf(r.body.String())
		}
	})
	return r
}

func keyOf(r *http.Request) string {
	_, rest, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	key, _, _ := strings.Cut(rest, "/")
	return key
}

func codeOf(body string) string {
	_, rest, _ := strings.Cut(body, "<Code>")
	code, _, _ := strings.Cut(rest, "</Code>")
	return code
}

func refusal(status int, code, message string) *reply {
	r := &reply{status: status, header: http.Header{"Content-Type": {"text/xml"}, "X-Amzn-Requestid": {"00000000-0000-4000-9000-000000000000"}}}
	kind := "Sender"
	if status >= 500 {
		kind = "Receiver"
	}
	fmt.Fprintf(&r.body, "<ErrorResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>"+
		"<RequestId>00000000-0000-4000-9000-000000000000</RequestId></ErrorResponse>", kind, code, message)
	return r
}

func page(status int, kind, text string) *reply {
	r := &reply{status: status, header: http.Header{"Content-Type": {kind}}}
	r.body.WriteString(text)
	return r
}

const html = "<html><head><title>%d %s</title></head><body><h1>%[2]s</h1></body></html>"

// answer carries out the fault, and responds unless the fault prevents a
// response.
func (g *exchange) answer(fault Event, events happening) {
	w := g.world
	name, after := strings.CutSuffix(fault.Do, "-after")
	name = strings.TrimSuffix(name, "-before")
	if name == "cut" || name == "cut-head" || name == "empty" || name == "json" {
		after = true
	}
	var r *reply
	if after {
		r = g.operate()
		events.actAfter(w)
	}
	untouched := r == nil
	switch name {
	case "reset":
		g.reset()
	case "stall":
		w.pause(g.request.Context(), 24*time.Hour)
		g.reset()
	case "late":
		g.late(fault)
	case "status":
		r = g.failure(fault)
	case "portal":
		r = page(http.StatusOK, "text/html", "<html><body>Welcome to the hotel</body></html>")
	case "empty":
		r = page(http.StatusOK, "text/xml", "")
	case "json":
		r = page(http.StatusOK, "application/json", "{}")
	case "throttle":
		r = throttled(fault)
	case "maintenance":
		r = page(http.StatusServiceUnavailable, "text/html", fmt.Sprintf(html, 503, "Maintenance"))
		r.header.Set("Retry-After", strconv.Itoa(fault.Num))
	case "refuse":
		r = refused(fault.Arg)
	case "absent":
		r = refused(absentCode(g.entry.Action))
	case "slow":
		w.pause(g.request.Context(), time.Duration(fault.Num)*time.Second)
	case "cut-head":
		g.hijack([]byte("HTTP/1.1 200 OK\r\nContent-Type: te"))
	}
	if r == nil {
		if name == "markers" {
			r = g.markers()
		} else {
			r = g.operate()
		}
	}
	if untouched {
		events.actAfter(w)
	}
	g.send(r, fault, name)
}

func (g *exchange) send(r *reply, fault Event, name string) {
	w := g.world
	if w.plan.World.Dates != "" {
		now := w.now().UTC()
		switch w.plan.World.Dates {
		case "ahead":
			r.header.Set("Date", now.Add(2*time.Second+time.Second).Format(http.TimeFormat))
		case "aged":
			r.header.Set("Age", "7")
		case "none":
			r.header["Date"] = nil
		}
	}
	maps.Copy(g.w.Header(), r.header)
	if r.header["Date"] == nil && w.plan.World.Dates != "none" {
		g.w.Header().Set("Date", w.now().UTC().Format(http.TimeFormat))
	}
	g.w.Header().Set("Content-Length", strconv.Itoa(r.body.Len()))
	g.w.WriteHeader(r.status)
	data := r.body.Bytes()
	if name == "cut" {
		data = data[:len(data)*fault.Num/100]
	}
	_, _ = g.w.Write(data)
	if name == "cut" {
		_ = http.NewResponseController(g.w).Flush()
		panic(http.ErrAbortHandler)
	}
}

// reset breaks the connection.
func (g *exchange) reset() {
	g.conn.reset(errReset)
	panic(http.ErrAbortHandler)
}

// hijack sends data in place of a response, and closes the connection.
func (g *exchange) hijack(data []byte) {
	c, _, err := http.NewResponseController(g.w).Hijack()
	if err == nil {
		_, _ = c.Write(data)
		_ = c.Close()
	}
	panic(http.ErrAbortHandler)
}

// late delivers the request to the service after a delay. Before the delivery,
// it responds with a 504 or does not respond at all.
func (g *exchange) late(fault Event) {
	w := g.world
	ctx := context.WithoutCancel(g.request.Context())
	req := g.request.Clone(ctx)
	req.Body = io.NopCloser(bytes.NewReader(g.body))
	w.late.Go(func() {
		w.pause(context.Background(), time.Duration(fault.Num)*time.Second)
		select {
		case <-w.ended:
			return
		default:
		}
		w.journal.change(func() { g.entry.Late = true })
		w.deliver(req, g.entry)
	})
	if fault.Arg == "stall" {
		w.pause(g.request.Context(), 24*time.Hour)
		g.reset()
	}
	g.send(page(http.StatusGatewayTimeout, "text/html", fmt.Sprintf(html, 504, "Gateway Timeout")), fault, "")
	panic(http.ErrAbortHandler)
}

// failure returns a response with a 5xx status.
func (g *exchange) failure(fault Event) *reply {
	if code, ok := strings.CutPrefix(fault.Arg, "xml:"); ok {
		return refusal(fault.Num, code, "An internal error has occurred. Please try your query again at a later time.")
	}
	return page(fault.Num, "text/html", fmt.Sprintf(html, fault.Num, http.StatusText(fault.Num)))
}

func throttled(fault Event) *reply {
	var r *reply
	switch fault.Arg {
	case "429":
		r = page(http.StatusTooManyRequests, "text/html", fmt.Sprintf(html, 429, "Too Many Requests"))
	case "503":
		r = refusal(http.StatusServiceUnavailable, "Throttling", "Rate exceeded")
	default:
		r = refusal(http.StatusBadRequest, "Throttling", "Rate exceeded")
	}
	if fault.Num > 0 {
		r.header.Set("Retry-After", strconv.Itoa(fault.Num))
	}
	return r
}

// refused returns a rejection with this code, whatever the request is.
func refused(code string) *reply {
	status := http.StatusBadRequest
	switch {
	case code == "AccessDenied" || code == "ExpiredToken" || code == "InvalidClientTokenId":
		status = http.StatusForbidden
	case strings.Contains(code, "NotFound"):
		status = http.StatusNotFound
	}
	return refusal(status, code, "This request cannot be served.")
}

func absentCode(action string) string {
	switch action {
	case "DescribeDBClusters":
		return "DBClusterNotFoundFault"
	case "DescribeDBInstances":
		return "DBInstanceNotFound"
	case "DescribeDBClusterSnapshots":
		return "DBClusterSnapshotNotFoundFault"
	case "DescribeDBSnapshots":
		return "DBSnapshotNotFound"
	case "DescribeExportTasks":
		return "ExportTaskNotFound"
	case "DescribeGlobalClusters":
		return "GlobalClusterNotFoundFault"
	}
	return "ResourceNotFoundFault"
}

var resultStart = regexp.MustCompile(`<Describe\w+Result>`)

// marker is the prefix of the markers that [exchange.markers] invents.
const marker = "bWFya2Vy"

func unmarked(form url.Values) url.Values {
	form = maps.Clone(form)
	form.Del("Marker")
	return form
}

// markers responds to every list request with a new marker, so that the pages
// never end.
func (g *exchange) markers() *reply {
	r := g.world.ask(g.entry.Region, unmarked(g.entry.Form), g.entry)
	text := resultStart.ReplaceAllString(r.body.String(), fmt.Sprintf("${0}<Marker>%s%d</Marker>", marker, g.world.count.Add(1)))
	r.body.Reset()
	r.body.WriteString(text)
	return r
}
