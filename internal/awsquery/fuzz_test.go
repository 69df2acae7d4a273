package awsquery_test

import (
	"errors"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/soak"
)

// allTypes is a reply that has something of each kind.
func allTypes() string {
	out := everything{
		Str: ptr("s"), Enum: "e", Bool: ptr(true), Int32: ptr(int32(1)), Int64: ptr(int64(2)), Float64: ptr(1.5), Blob: []byte("b"),
		Strings: []string{"a"}, Flat: []string{"b"}, Lists: [][]string{{"c"}}, Structs: []leaf{{A: ptr("d")}}, Ptrs: []*leaf{{B: ptr(int64(3))}},
		Map: map[string]string{"k": "v"}, FlatMap: map[string]string{"k": "v"}, Self: &everything{Selves: []everything{{embedded: embedded{Count: ptr(int32(4))}}}},
	}
	return string(awsquery.AppendResponse(nil, "Do", namespace, "id", &out))
}

// FuzzDecodeResponse checks that a value that was decoded can be encoded, and
// then decodes to the same value.
func FuzzDecodeResponse(tf *testing.F) {
	f := soak.F{F: tf}
	f.Add(allTypes())
	f.Add(`<DoResponse><DoResult><Str>x</Str><Strings/><Self/></DoResult><RequestId>r</RequestId></DoResponse>`)
	f.Add(`<DoResponse><DoResult><Int32>x</Int32></DoResult></DoResponse>`)
	f.Add(`<DoResponse><DoResult><Time>2024-01-02T03:04:05.678Z</Time><Epoch>1.5</Epoch><HTTP>Tue, 29 Apr 2014 18:30:38 GMT</HTTP></DoResult></DoResponse>`)
	f.Fuzz(func(t *testing.T, body string) {
		var out, back everything
		id, err := decodeResponse(body, "Do", &out)
		if err != nil {
			checkError(t, err, len(body))
			return
		}
		again := string(awsquery.AppendResponse(nil, "Do", "", id, &out))
		// Times and floats in another format than the encoder's may be rounded.
		if strings.Contains(body, "ime>") || strings.Contains(body, "poch") || strings.Contains(body, "HTTP") || strings.Contains(body, "Float") {
			return
		}
		id2, err := decodeResponse(again, "Do", &back)
		if err != nil || id2 != id {
			t.Fatalf("%q becomes %q: id %q, was %q, %v", body, again, id2, id, err)
		}
		if diff := same(out, back); diff != "" {
			t.Fatalf("%q becomes %q: %s", body, again, diff)
		}
	})
}

// checkError checks for a *DecodeError with a position.
func checkError(t *testing.T, err error, size int) {
	t.Helper()
	var decode *awsquery.DecodeError
	if !errors.As(err, &decode) || decode.Offset < 0 || decode.Offset > size || decode.Err == nil {
		t.Fatalf("bad error %#v", err)
	}
}

// FuzzDecodeRequest checks that a form that was decoded can be encoded, and
// then decodes to the same value. net/url has to find the same values in it.
func FuzzDecodeRequest(tf *testing.F) {
	f := soak.F{F: tf}
	f.Add("Action=Do&Str=a+b%2B&Strings.member.2=x&Strings.member.1=y&Flat.1=&Structs.Leaf.1.A=1&Lists.member.1.member.1=z")
	f.Add("Map.entry.1.key=k&Map.entry.1.value=v&FlatMap.1.K=a&FlatMap.1.V=b&Self.Self.Selves.member.3.Int32=4")
	f.Add("Strings=&Structs=&Struct=&StructPtr=&Blob=&Bool=true&X.member.999999999=1")
	f.Add("Structs.Leaf.1000000000000=1")
	f.Add("Str.=1&Str=2&.Str=3&Struct..A=4&Struct.A.=5")
	f.Fuzz(func(t *testing.T, form string) {
		var in, back everything
		err := awsquery.DecodeRequest(form, &in)
		if err != nil {
			checkError(t, err, len(form))
			return
		}
		if values, err := url.ParseQuery(form); err == nil && in.Str != nil {
			if list := values["Str"]; len(list) == 0 || list[len(list)-1] != *in.Str {
				t.Fatalf("%q: Str is %q, net/url says %q", form, *in.Str, list)
			}
		}
		prune(reflect.ValueOf(&in).Elem())
		if strings.Contains(form, "Time") || strings.Contains(form, "poch") || strings.Contains(form, "HTTP") || strings.Contains(form, "Float") {
			return
		}
		again := string(awsquery.AppendRequest(nil, "Do", "1", &in))
		if err := awsquery.DecodeRequest(again, &back); err != nil {
			t.Fatalf("%q becomes %q: %v", form, again, err)
		}
		if diff := same(in, back); diff != "" {
			t.Fatalf("%q becomes %q: %s", form, again, diff)
		}
	})
}

// FuzzErrorEnvelope checks that an error reply that was parsed can be written,
// and then parses to the same error. Malformed text after its end, or a cut at
// any position, must not turn it into another error.
func FuzzErrorEnvelope(tf *testing.F) {
	f := soak.F{F: tf}
	f.Add(`<ErrorResponse xmlns="u"><Error><Type>Sender</Type><Code>C</Code><Message>m</Message></Error><RequestId>r</RequestId></ErrorResponse>`)
	f.Add(`<Response><Errors><Error><Code>C</Code></Error></Errors><RequestID>r</RequestID></Response>`)
	f.Add(`<Error><Code>C</Code><message>&#13;</message></Error>`)
	f.Add(`{"__type":"C"}`)
	f.Fuzz(func(t *testing.T, body string) {
		e, err := parseError(body)
		if err != nil {
			checkError(t, err, len(body))
			return
		}
		if e.Code == "" {
			t.Fatalf("%q: neither code nor error", body)
		}
		if behind, err := parseError(body + "\x00"); err == nil || behind != e {
			t.Fatalf("%q is %+v, with a zero byte behind it %+v, %v", body, e, behind, err)
		}
		for i := range 8 {
			part, _ := parseError(body[:len(body)*i/8])
			if part.Code != "" && part.Code != e.Code || part.Type != "" && part.Type != e.Type || part.RequestID != "" && part.RequestID != e.RequestID ||
				!strings.HasPrefix(e.Message, part.Message) {
				t.Fatalf("%q is %+v, of which a part is %+v", body, e, part)
			}
		}
		again := string(awsquery.AppendError(nil, "u", e))
		back, err := parseError(again)
		if diff := cmp.Diff(e, back); err != nil || diff != "" {
			t.Fatalf("%q becomes %q: %v %s", body, again, err, diff)
		}
	})
}
