package awsquery_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/longtest"
)

// fill sets a value to random content. A member may stay unset. A value in a
// list or a map is always set, because neither format can distinguish nil from
// empty there.
func fill(r *rand.Rand, v reflect.Value, depth int, inList bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !inList && (r.IntN(3) == 0 || depth > 3 && v.Type().Elem().Kind() == reflect.Struct) {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		fill(r, v.Elem(), depth, inList)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.UnixMilli(r.Int64N(4e12)).UTC()))
			return
		}
		for i := range v.NumField() {
			sf := v.Type().Field(i)
			if sf.Tag.Get("query") == "-" || !sf.IsExported() && !sf.Anonymous {
				continue
			}
			fill(r, v.Field(i), depth+1, false)
			if strings.HasSuffix(sf.Tag.Get("query"), "time=http") && !v.Field(i).IsNil() {
				t := v.Field(i).Elem()
				t.Set(reflect.ValueOf(t.Interface().(time.Time).Truncate(time.Second)))
			}
		}
	case reflect.Slice:
		n := r.IntN(4)
		if !inList && (n == 0 || depth > 3) {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i), depth+1, true)
		}
	case reflect.Map:
		if depth > 3 {
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for range 1 + r.IntN(3) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(r, key, depth+1, true)
			fill(r, value, depth+1, true)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		v.SetString(randomText(r))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint64()) >> (64 - min(r.IntN(64)+1, v.Type().Bits())))
	case reflect.Uint8:
		v.SetUint(uint64(r.IntN(256)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(float32(r.NormFloat64())))
	default:
		panic(v.Type())
	}
}

func randomText(r *rand.Rand) string {
	pieces := []string{"a", "Z", "0", " ", "  ", "&", "<", ">", "]]>", "\"", "'", "%", "+", "=", "/", ".", "\n", "\r", "\r\n", "\t",
		"é", "漢字", "🙂", "\u00a0", "&amp;", "<!-- -->", "<![CDATA[", "%2B", "member", "\u2028", "~_-"}
	var b strings.Builder
	for range r.IntN(6) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// same compares the sent value with the received one. Empty structs and lists
// that a format cannot show are received as unset.
func same(want, got any) string {
	return cmp.Diff(want, got, cmp.AllowUnexported(everything{}), cmp.FilterPath(func(p cmp.Path) bool {
		return p.Last().String() == ".skipped"
	}, cmp.Ignore()))
}

func TestRoundTripXML(t *testing.T) {
	for seed := range uint64(longtest.Calls(150, 12)) {
		r := rand.New(rand.NewPCG(seed, 1))
		var in, out everything
		fill(r, reflect.ValueOf(&in).Elem(), 0, false)
		body := string(awsquery.AppendResponse(nil, "Do", namespace, "<id&>", &in))
		id, err := decodeResponse(body, "Do", &out)
		if err != nil || id != "<id&>" {
			t.Fatalf("seed %d: id %q, %v\n%s", seed, id, err, body)
		}
		if diff := same(in, out); diff != "" {
			t.Fatalf("seed %d: %s\n%s", seed, diff, body)
		}
		if err := wellFormed(body); err != nil {
			t.Fatalf("seed %d: encoding/xml: %v\n%s", seed, err, body)
		}
	}
}

// wellFormed asks encoding/xml.
func wellFormed(doc string) error {
	for d := xml.NewDecoder(strings.NewReader(doc)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestRoundTripForm(t *testing.T) {
	for seed := range uint64(longtest.Calls(150, 12)) {
		r := rand.New(rand.NewPCG(seed, 2))
		var in, out everything
		fill(r, reflect.ValueOf(&in).Elem(), 0, false)
		prune(reflect.ValueOf(&in).Elem())
		body := string(awsquery.AppendRequest(nil, "Do", apiVersion, &in))
		shuffled := strings.Split(body, "&")
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if err := awsquery.DecodeRequest(strings.Join(shuffled, "&"), &out); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, body)
		}
		if diff := same(in, out); diff != "" {
			t.Fatalf("seed %d: %s\n%s", seed, diff, body)
		}
		if _, err := url.ParseQuery(body); err != nil {
			t.Fatalf("seed %d: net/url: %v\n%s", seed, err, body)
		}
	}
}

// prune removes parts that a form does not show: structs without members, and
// maps without entries. It reports whether anything of v is left.
func prune(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return false
		}
		if v.Type().Elem().Kind() == reflect.Struct && v.Type().Elem() != reflect.TypeFor[time.Time]() && !prune(v.Elem()) {
			v.SetZero()
			return false
		}
		return true
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return !v.IsZero()
		}
		left := false
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() || v.Type().Field(i).Anonymous {
				left = prune(f) || left
			}
		}
		return left
	case reflect.Slice:
		if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 {
			return !v.IsNil()
		}
		kept := reflect.MakeSlice(v.Type(), 0, v.Len())
		for i := range v.Len() {
			if k := v.Index(i).Kind(); k == reflect.String || k < reflect.Array || prune(v.Index(i)) {
				kept = reflect.Append(kept, v.Index(i))
			}
		}
		v.Set(kept)
		return true
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			elem := reflect.New(v.Type().Elem()).Elem()
			elem.Set(it.Value())
			prune(elem)
			v.SetMapIndex(it.Key(), elem)
		}
		if v.Len() == 0 {
			v.SetZero()
			return false
		}
		return true
	}
	return !v.IsZero()
}

// TestHostileText writes strings that XML cannot represent.
func TestHostileText(t *testing.T) {
	const hostile = "\x00\x01\x0b\x1f\x7f\x80\xff\xed\xa0\x80\ufffe\uffff\ufffd]]>&<>\"'\r\n"
	const want = "\ufffd\ufffd\ufffd\ufffd\x7f\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd]]>&<>\"'\r\n"
	out := everything{Str: ptr(hostile), Strings: []string{hostile}, FlatMap: map[string]string{hostile: hostile}}
	body := string(awsquery.AppendResponse(nil, "Do", hostile, hostile, &out))
	var back everything
	id, err := decodeResponse(body, "Do", &back)
	if err != nil || id != want || *back.Str != want || back.Strings[0] != want || back.FlatMap[want] != want {
		t.Errorf("id %q, %v: %q", id, err, body)
	}
	if err := wellFormed(body); err != nil {
		t.Errorf("encoding/xml: %v", err)
	}
	fault := string(awsquery.AppendError(nil, hostile, awsquery.ErrorResponse{Code: hostile, Message: hostile, Type: hostile, RequestID: hostile}))
	e, err := parseError(fault)
	if err != nil || e.Message != want {
		t.Errorf("error reply: %+v, %v: %q", e, err, fault)
	}
	if err := wellFormed(fault); err != nil {
		t.Errorf("error reply: encoding/xml: %v", err)
	}
	form := string(awsquery.AppendRequest(nil, hostile, hostile, &out))
	values, err := url.ParseQuery(form)
	if err != nil || values.Get("Str") != hostile || values.Get("FlatMap.1.K") != hostile {
		t.Errorf("form: %v: %q", err, form)
	}
}

func ExampleAppendRequest() {
	in := &describeClustersInput{
		Filters:    []filter{{Name: ptr("engine"), Values: []string{"neptune"}}},
		MaxRecords: ptr(int32(20)),
	}
	fmt.Printf("%s\n", awsquery.AppendRequest(nil, "DescribeDBClusters", "2014-10-31", in))
	// Output:
	// Action=DescribeDBClusters&Version=2014-10-31&Filters.Filter.1.Name=engine&Filters.Filter.1.Values.Value.1=neptune&MaxRecords=20
}

func ExampleDecodeResponse() {
	const body = `<StartDBClusterResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
  <StartDBClusterResult>
    <DBCluster><DBClusterIdentifier>graph</DBClusterIdentifier><Port>eight</Port></DBCluster>
  </StartDBClusterResult>
  <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>
</StartDBClusterResponse>`
	var out startClusterOutput
	_, err := decodeResponse(body, "StartDBCluster", &out)
	fmt.Println(err)
	// Output:
	// decode StartDBCluster: StartDBClusterResult.DBCluster.Port: "eight" is not an integer of 32 bits at offset 168
}
