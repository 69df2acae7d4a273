package awsquery_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
)

// vectors reads a file of test vectors into cases.
func vectors(t *testing.T, file string, cases any) {
	t.Helper()
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, cases); err != nil {
		t.Fatal(err)
	}
}

// A shape is a type of a service model.
type shape struct {
	Type         string
	Members      json.RawMessage
	Member       *shapeRef
	Key, Value   *shapeRef
	Flattened    bool
	LocationName string
	Enum         []string
	Time         string `json:"timestampFormat"`
}

type shapeRef struct {
	Shape        string
	Flattened    bool
	LocationName string
	Time         string `json:"timestampFormat"`
}

// A model makes Go types from shapes, and converts JSON to Go values and back.
type model map[string]*shape

// members returns the members of a structure in the order of the model.
func (m model) members(s *shape) (names []string, refs map[string]shapeRef) {
	if len(s.Members) == 0 {
		return nil, nil
	}
	if err := json.Unmarshal(s.Members, &refs); err != nil {
		panic(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(s.Members)))
	for depth := 0; ; {
		tok, err := dec.Token()
		if err != nil {
			return names, refs
		}
		switch tok := tok.(type) {
		case json.Delim:
			if tok == '{' || tok == '[' {
				depth++
			} else {
				depth--
			}
		case string:
			if _, ok := refs[tok]; ok && depth == 1 && !slices.Contains(names, tok) {
				names = append(names, tok)
			}
		}
	}
}

// structure makes the struct type of a shape. Types made at run time cannot be
// recursive, so nested structures end at a maximum depth.
func (m model) structure(name string, depth int) reflect.Type {
	var fields []reflect.StructField
	names, refs := m.members(m[name])
	for _, name := range names {
		ref := refs[name]
		s := m[ref.Shape]
		t := m.typ(ref.Shape, depth+1)
		if t == nil {
			continue
		}
		if s.Type == "structure" || !slices.Contains([]string{"structure", "list", "map", "blob"}, s.Type) && t.Kind() != reflect.Pointer && len(s.Enum) == 0 {
			t = reflect.PointerTo(t)
		}
		wire := name
		if ref.LocationName != "" {
			wire = ref.LocationName
		}
		var options string
		if s.Type == "list" {
			flat := ref.Flattened || s.Flattened
			if flat {
				options += ",flat"
			}
			if s.Member.LocationName != "" {
				if s.Flattened && ref.LocationName == "" {
					wire = s.Member.LocationName // as the older models mean it
				}
				options += ",item=" + s.Member.LocationName
			}
		}
		if s.Type == "map" {
			if ref.Flattened || s.Flattened {
				options += ",flat"
			}
			if s.Key.LocationName != "" {
				options += ",key=" + s.Key.LocationName
			}
			if s.Value.LocationName != "" {
				options += ",value=" + s.Value.LocationName
			}
		}
		switch s.Time + ref.Time {
		case "unixTimestamp":
			options += ",time=epoch"
		case "rfc822":
			options += ",time=http"
		}
		fields = append(fields, reflect.StructField{
			Name: "F" + name,
			Type: t,
			Tag:  reflect.StructTag(fmt.Sprintf("query:%q", wire+options)),
		})
	}
	return reflect.StructOf(fields)
}

func (m model) typ(name string, depth int) reflect.Type {
	if depth > 7 {
		return nil
	}
	s := m[name]
	switch s.Type {
	case "structure":
		return m.structure(name, depth)
	case "list":
		if elem := m.typ(s.Member.Shape, depth+1); elem != nil {
			return reflect.SliceOf(elem)
		}
		return nil
	case "map":
		if elem := m.typ(s.Value.Shape, depth+1); elem != nil {
			return reflect.MapOf(reflect.TypeFor[string](), elem)
		}
		return nil
	case "string", "character":
		if len(s.Enum) > 0 {
			return reflect.TypeFor[enum]()
		}
		return reflect.TypeFor[string]()
	case "boolean":
		return reflect.TypeFor[bool]()
	case "integer":
		return reflect.TypeFor[int32]()
	case "long":
		return reflect.TypeFor[int64]()
	case "float":
		return reflect.TypeFor[float32]()
	case "double":
		return reflect.TypeFor[float64]()
	case "timestamp":
		return reflect.TypeFor[time.Time]()
	case "blob":
		return reflect.TypeFor[[]byte]()
	}
	panic("shape type " + s.Type)
}

// set sets v to a JSON value.
func set(v reflect.Value, from any) {
	switch from := from.(type) {
	case map[string]any:
		if v.Kind() == reflect.Map {
			v.Set(reflect.MakeMap(v.Type()))
			for key, value := range from {
				elem := reflect.New(v.Type().Elem()).Elem()
				set(elem, value)
				v.SetMapIndex(reflect.ValueOf(key), elem)
			}
			return
		}
		v = indirect(v)
		for key, value := range from {
			set(v.FieldByName("F"+key), value)
		}
	case []any:
		v.Set(reflect.MakeSlice(v.Type(), len(from), len(from)))
		for i, elem := range from {
			set(v.Index(i), elem)
		}
	case bool:
		indirect(v).SetBool(from)
	case float64:
		switch v = indirect(v); v.Kind() {
		case reflect.Struct:
			v.Set(reflect.ValueOf(time.UnixMilli(int64(from * 1000)).UTC()))
		case reflect.Float32, reflect.Float64:
			v.SetFloat(from)
		default:
			v.SetInt(int64(from))
		}
	case string:
		switch v = indirect(v); v.Kind() {
		case reflect.Slice:
			v.SetBytes([]byte(from))
		case reflect.Float32, reflect.Float64:
			v.SetFloat(map[string]float64{"NaN": math.NaN(), "Infinity": math.Inf(1), "-Infinity": math.Inf(-1)}[from])
		default:
			v.SetString(from)
		}
	default:
		panic(fmt.Sprintf("JSON type %T", from))
	}
}

// indirect follows a pointer. It allocates a value for a nil pointer.
func indirect(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Pointer {
		return v
	}
	if v.IsNil() {
		v.Set(reflect.New(v.Type().Elem()))
	}
	return v.Elem()
}

// get is the reverse of set. Members that are not set are left out.
func get(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		return get(v.Elem())
	case reflect.Struct:
		if t, ok := reflect.TypeAssert[time.Time](v); ok {
			return float64(t.UnixMilli()) / 1000
		}
		members := map[string]any{}
		for i := range v.NumField() {
			if member := v.Field(i); !member.IsZero() {
				members[v.Type().Field(i).Name[1:]] = get(member)
			}
		}
		return members
	case reflect.Map:
		entries := map[string]any{}
		for it := v.MapRange(); it.Next(); {
			entries[it.Key().String()] = get(it.Value())
		}
		return entries
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return string(v.Bytes())
		}
		list := []any{}
		for i := range v.Len() {
			list = append(list, get(v.Index(i)))
		}
		return list
	case reflect.Bool:
		return v.Bool()
	case reflect.Int32, reflect.Int64:
		return float64(v.Int())
	case reflect.Float32, reflect.Float64:
		switch f := v.Float(); {
		case math.IsNaN(f):
			return "NaN"
		case math.IsInf(f, 1):
			return "Infinity"
		case math.IsInf(f, -1):
			return "-Infinity"
		case v.Kind() == reflect.Float32: // the decimal that was meant
			var short float64
			_, _ = fmt.Sscan(fmt.Sprint(float32(f)), &short)
			return short
		default:
			return f
		}
	}
	return v.String()
}

func TestRequestVectors(t *testing.T) {
	// Cases that are about something else than the form.
	notMet := map[string]string{
		"smithy/SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery": "neither service compresses requests",
		"smithy/SDKAppliedContentEncoding_awsQuery":                    "neither service compresses requests",
		"smithy/QueryProtocolIdempotencyTokenAutoFill":                 "the codec does not create idempotency tokens",
	}
	var cases []struct {
		ID, Operation string
		Version       string `json:"api_version"`
		Shapes        model
		Input         *shapeRef
		Params        map[string]any
		Expect        struct {
			Body string
			Form [][2]string
		}
	}
	vectors(t, "awsquery-requests.json", &cases)
	met, exact := 0, 0
	for _, c := range cases {
		if reason := notMet[c.ID]; reason != "" {
			t.Logf("not met: %s: %s", c.ID, reason)
			continue
		}
		met++
		var in any
		if c.Input != nil {
			v := reflect.New(c.Shapes.structure(c.Input.Shape, 0))
			set(v.Elem(), c.Params)
			in = v.Interface()
		}
		body := string(awsquery.AppendRequest(nil, c.Operation, c.Version, in))
		if body == c.Expect.Body {
			exact++
		}
		if diff := cmp.Diff(sortedForm(c.Expect.Form), formOf(t, body)); diff != "" {
			t.Errorf("%s: form (-want +got):\n%s", c.ID, diff)
		}
		if in == nil {
			continue
		}
		back := reflect.New(reflect.TypeOf(in).Elem())
		if err := awsquery.DecodeRequest(body, back.Interface()); err != nil {
			t.Errorf("%s: back: %v", c.ID, err)
		}
		if again := string(awsquery.AppendRequest(nil, c.Operation, c.Version, back.Interface())); again != body {
			t.Errorf("%s: there and back is\n%s, was\n%s", c.ID, again, body)
		}
	}
	t.Logf("%d of %d cases met, %d of them to the byte", met, len(cases), exact)
}

// formOf parses a form with net/url and sorts it.
func formOf(t *testing.T, body string) [][2]string {
	t.Helper()
	values, err := url.ParseQuery(body)
	if err != nil {
		t.Fatal(err)
	}
	var form [][2]string
	for key, list := range values {
		for _, value := range list {
			form = append(form, [2]string{key, value})
		}
	}
	return sortedForm(form)
}

func sortedForm(form [][2]string) [][2]string {
	slices.SortFunc(form, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return form
}

func TestResponseVectors(t *testing.T) {
	notMet := map[string]string{
		"smithy/QueryEmptyInputAndEmptyOutput": "a response without a body is an error, because a proxy may have sent it",
		"smithy/QueryNoInputAndNoOutput":       "a response without a body is an error, because a proxy may have sent it",
		"smithy/QueryNoInputAndOutput":         "a response without a body is an error, because a proxy may have sent it",
		"v1/Enum-output/0":                     "the response lacks the wrapper element that both services always send",
	}
	var cases []struct {
		ID, Operation string
		Shapes        model
		Output        *shapeRef
		Errors        []shapeRef
		Status        int
		Body          string
		Result        map[string]any `json:"expect_result"`
		Error         *struct {
			Code, Message string
		} `json:"expect_error"`
	}
	vectors(t, "awsquery-responses.json", &cases)
	results, faults := 0, 0
	for _, c := range cases {
		if c.Error != nil {
			faults++
			got, err := parseError(c.Body)
			want := awsquery.ErrorResponse{Code: c.Error.Code, Message: c.Error.Message, Type: "Sender", RequestID: "foo-id"}
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("%s: %v (-want +got):\n%s", c.ID, err, diff)
			}
			continue
		}
		var out reflect.Value
		if c.Output != nil {
			out = reflect.New(c.Shapes.structure(c.Output.Shape, 0))
		} else {
			out = reflect.ValueOf(&emptyOutput{})
		}
		_, err := decodeResponse(c.Body, c.Operation, out.Interface())
		if reason := notMet[c.ID]; reason != "" {
			t.Logf("not met: %s: %s", c.ID, reason)
			if err == nil {
				t.Errorf("%s: no error", c.ID)
			}
			continue
		}
		results++
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
			continue
		}
		if c.Output == nil {
			continue
		}
		if diff := cmp.Diff(any(c.Result), get(out.Elem())); diff != "" {
			t.Errorf("%s: result (-want +got):\n%s", c.ID, diff)
		}
		back := reflect.New(out.Type().Elem())
		body := string(awsquery.AppendResponse(nil, c.Operation, "", "id", out.Interface()))
		if id, err := decodeResponse(body, c.Operation, back.Interface()); err != nil || id != "id" {
			t.Errorf("%s: back: %q, %v\n%s", c.ID, id, err, body)
		} else if diff := cmp.Diff(get(out.Elem()), get(back.Elem())); diff != "" {
			t.Errorf("%s: there and back:\n%s", c.ID, diff)
		}
	}
	t.Logf("%d results and %d faults of %d cases met", results, faults, len(cases))
}

func TestErrorVectors(t *testing.T) {
	type fault struct {
		Code, Message, Fault string
		RequestID            string `json:"request_id"`
	}
	var cases []struct {
		ID, Body string
		Status   int
		Expect   fault
		Error    *fault `json:"expect_error"`
	}
	for _, file := range []string{"service-errors.json", "golden-responses.json"} {
		cases = nil
		vectors(t, file, &cases)
		n := 0
		for _, c := range cases {
			want := c.Expect
			if c.Error != nil {
				want = *c.Error
			}
			if want.Code == "" {
				continue
			}
			n++
			got, err := parseError(c.Body)
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
				continue
			}
			if got.Code != want.Code || got.Message != want.Message || got.RequestID != want.RequestID {
				t.Errorf("%s: got %+v, want %+v", c.ID, got, want)
			}
			if want.Fault != "" && got.Type != map[string]string{"client": "Sender", "server": "Receiver"}[want.Fault] {
				t.Errorf("%s: type %q for the fault of a %s", c.ID, got.Type, want.Fault)
			}
		}
		t.Logf("%s: %d errors", file, n)
	}
}

func TestNastyVectors(t *testing.T) {
	type fault struct {
		Code, Message *string
		RequestID     *string `json:"request_id"`
	}
	var cases []struct {
		ID, Body, Verdict string
		Base64            []byte `json:"body_base64"`
		Status            int
		Note              string
		Cluster           json.RawMessage `json:"expect_cluster"`
		Error             *fault          `json:"expect_error"`
		Generate          *struct {
			Prefix, Suffix string
			Open           string `json:"repeat_open"`
			Close          string `json:"repeat_close"`
			Times          int
		}
	}
	// The envelopes without a readable code.
	noCode := map[string]bool{"err-empty-500": true, "err-json-400": true}

	vectors(t, "xml-nasty.json", &cases)
	counts := map[string]int{}
	for _, c := range cases {
		body := c.Body
		if len(c.Base64) > 0 {
			body = string(c.Base64)
		}
		if g := c.Generate; g != nil {
			body = g.Prefix + strings.Repeat(g.Open, g.Times) + strings.Repeat(g.Close, g.Times) + g.Suffix
		}
		if c.Verdict == "api-error" {
			counts[c.Verdict]++
			got, err := parseError(body)
			if noCode[c.ID] {
				if err == nil {
					t.Errorf("%s: got %+v, want an error", c.ID, got)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
			}
			for _, text := range []struct {
				want *string
				got  string
			}{{c.Error.Code, got.Code}, {c.Error.Message, got.Message}, {c.Error.RequestID, got.RequestID}} {
				if text.want != nil && *text.want != text.got {
					t.Errorf("%s: got %q, want %q", c.ID, text.got, *text.want)
				}
			}
			continue
		}
		var out startClusterOutput
		id, err := decodeResponse(body, "StartDBCluster", &out)
		switch {
		case err != nil && c.Verdict == "ok":
			t.Errorf("%s: %v", c.ID, err)
		case err == nil && c.Verdict == "error":
			t.Errorf("%s: no error", c.ID)
		}
		if err != nil {
			counts[c.Verdict+": refused"]++
			t.Logf("%s: %v", c.ID, err)
			continue
		}
		counts[c.Verdict+": accepted"]++
		if strings.Contains(c.Body, "r-9") && id != "r-9" {
			t.Errorf("%s: request id %q", c.ID, id)
		}
		if len(c.Cluster) > 0 {
			want := cluster{}
			if err := json.Unmarshal(c.Cluster, &want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(&want, out.DBCluster); diff != "" {
				t.Errorf("%s: cluster (-want +got):\n%s", c.ID, diff)
			}
		}
	}
	t.Logf("%d documents: %v", len(cases), counts)
}
