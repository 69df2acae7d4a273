package nereidtest

import (
	"errors"
	"math/rand/v2"
	"net/url"
	"reflect"
	"testing"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// TestRandomRequests sends requests with random members, set to plausible or
// implausible values, to a server with many resources. Every operation must
// respond, and not with an internal failure.
func TestRandomRequests(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	s, err := Start(WithClock(time.Date(2026, time.May, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	typ := reflect.TypeFor[*region]()
	succeeded := make(map[string]int)
	for n := range longtest.Calls(200000, 2000) {
		if n%500 == 0 {
			s.Reset()
			s.AddDemoEstate()
		}
		m := typ.Method(random.IntN(typ.NumMethod()))
		in := reflect.New(m.Type.In(1).Elem())
		randomize(random, in.Elem())
		form := string(awsquery.AppendRequest(nil, m.Name, apiVersion, in.Interface()))
		values, err := url.ParseQuery(form)
		if err != nil {
			t.Fatal(err)
		}
		s.mu.Lock()
		s.settle()
		s.state.call = &call{
			operation: m.Name, form: values, host: "localhost",
			verify: func(string) (sigv4.VerifyResult, error) {
				return sigv4.VerifyResult{}, errors.New("no URL here is signed")
			},
		}
		op, _ := operationOf(m.Name)
		out, err := op.run(s.state.region("us-east-1"), form)
		s.state.call = nil
		if err == nil {
			succeeded[m.Name]++
			awsquery.AppendResponse(nil, m.Name, namespace, "id", out)
		} else if status, reply := errorReply(err); status == 500 {
			t.Errorf("%s: %s", form, reply.Message)
		}
		s.mu.Unlock()
		s.Advance(time.Duration(random.IntN(600)) * time.Second)
	}
	t.Logf("requests that succeeded, by operation: %v", succeeded)
	if len(succeeded) < 15 {
		t.Errorf("only %d operations ever succeeded", len(succeeded))
	}
}

// randomize fills some of the members of a request.
func randomize(random *rand.Rand, v reflect.Value) {
	words := []string{
		"fraud-graph", "recommend-dev", "recommend-test", "knowledge-eu", "knowledge-global", "orders", "billing", "blog",
		"fraud-graph-1", "fraud-graph-2", "fraud-graph-weekly-1", "billing-monthly", "orders-2-weeks-ago",
		"arn:aws:rds:us-east-1:123456789012:cluster:orders", "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:fraud-graph-weekly-1",
		"arn:aws:rds:us-east-1:123456789012:db:billing", "arn:aws:rds:eu-west-1:123456789012:snapshot:shop-eu-seed",
		"arn:aws:rds:us-east-1:123456789012:cluster:knowledge", "arn:aws:rds::123456789012:global-cluster:knowledge-global",
		"arn:aws:iam::123456789012:role/export", "arn:aws:rds", "neptune", "aurora-postgresql", "postgres", "1.4.5.1", "16.8",
		"db.r6g.large", "alias/graph", "0b1c", "new-1", "new-2", "new-3", "", "-", "a b", "us-east-1a", "us-east-1b", "manual", "region",
		"local", "engine", "db-cluster-id", "available", "SNAPSHOT", "db-cluster", "sun:04:00-sun:04:30", "03:00-03:30", "bmV3", "default.neptune1.4",
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		randomize(random, v.Elem())
	case reflect.Slice:
		for range random.IntN(3) {
			x := reflect.New(v.Type().Elem()).Elem()
			randomize(random, x)
			v.Set(reflect.Append(v, x))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, time.May, 1, random.IntN(24), 0, 0, 0, time.UTC)))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("query") == ",required" || random.IntN(4) == 0 {
				randomize(random, v.Field(i))
			}
		}
	case reflect.String:
		v.SetString(words[random.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(random.IntN(2) == 0)
	case reflect.Int32, reflect.Int64:
		v.SetInt([]int64{0, 1, 2, 7, 20, 35, 100, 5432, 65535, -1}[random.IntN(10)])
	case reflect.Float64:
		v.SetFloat([]float64{0, 0.5, 1, 2.5, 128, 1e9}[random.IntN(6)])
	}
}
