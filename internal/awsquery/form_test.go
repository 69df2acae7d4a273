package awsquery_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
)

func TestAppendRequest(t *testing.T) {
	at := time.Date(2024, 1, 2, 3, 4, 5, 670e6, time.FixedZone("", 3600))
	tests := []struct {
		name string
		in   any
		want string
	}{
		{"nil", nil, ""},
		{"nil pointer", (*startExportInput)(nil), ""},
		{"nothing set", &startExportInput{}, ""},
		{"empty string", &startExportInput{S3Prefix: ptr("")}, "&S3Prefix="},
		{"empty list", &startExportInput{ExportOnly: []string{}}, "&ExportOnly="},
		{"escapes", &startExportInput{S3Prefix: ptr("AZaz09-_.~ +&=/:é\x00%")}, "&S3Prefix=AZaz09-_.~%20%2B%26%3D%2F%3A%C3%A9%00%25"},
		{"list of structs", &describeClustersInput{Filters: []filter{{Name: ptr("a"), Values: []string{"1", "2"}}, {Name: ptr("b"), Values: []string{}}}},
			"&Filters.Filter.1.Name=a&Filters.Filter.1.Values.Value.1=1&Filters.Filter.1.Values.Value.2=2&Filters.Filter.2.Name=b&Filters.Filter.2.Values="},
		{"numbers", &everything{Int32: ptr(int32(-5)), Int64: ptr(int64(math.MaxInt64)), Float64: ptr(0.1), Float32: ptr(float32(0.1))},
			"&Int32=-5&Int64=9223372036854775807&Float32=0.1&Float64=0.1"},
		{"odd floats", &everything{Float64: ptr(math.NaN()), FloatVal: math.Inf(-1), Float32: ptr(float32(math.Inf(1)))},
			"&Float32=Infinity&Float64=NaN&FloatVal=-Infinity"},
		{"large floats", &everything{Float64: ptr(1e20), FloatVal: 1e21}, "&Float64=100000000000000000000&FloatVal=1e%2B21"},
		{"values", &everything{BoolVal: true, Int32Val: 1, Enum: "x", TimeVal: at}, "&Enum=x&BoolVal=true&Int32Val=1&TimeVal=2024-01-02T02%3A04%3A05.67Z"},
		{"pointers to zero", &everything{Bool: ptr(false), Int32: ptr(int32(0)), EnumPtr: ptr(enum(""))}, "&EnumPtr=&Bool=false&Int32=0"},
		{"times", &everything{Time: &at, Epoch: &at, HTTP: &at, Epochs: []time.Time{time.Unix(1, 0), time.UnixMilli(-1500)}},
			"&Time=2024-01-02T02%3A04%3A05.67Z&Epoch=1704161045.67&HTTP=Tue%2C%2002%20Jan%202024%2002%3A04%3A05%20GMT&Epochs.member.1=1&Epochs.member.2=-1.5"},
		{"embedded, renamed, never", &everything{embedded: embedded{Count: ptr(int32(2))}, Renamed: ptr("x"), Never: ptr("y"), skipped: ptr("z")}, "&Count=2&OtherName=x"},
		{"flat", &everything{Flat: []string{"a", ""}, FlatStr: []leaf{{A: ptr("b")}}, FlatMap: map[string]string{"k": "v"}},
			"&Flat.1=a&Flat.2=&FlatStr.1.A=b&FlatMap.1.K=k&FlatMap.1.V=v"},
		{"nil in a list", &everything{StrPtrs: []*string{nil, ptr("a")}}, "&StrPtrs.member.1=&StrPtrs.member.2=a"},
		{"presigned members stay out", &copySnapshotInput{PreSignedUrl: ptr("u"), DestinationRegion: ptr("d"), SourceRegion: ptr("s")}, "&PreSignedUrl=u"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := string(awsquery.AppendRequest([]byte("x"), "Do", "1", tt.in))
			if want := "xAction=Do&Version=1" + tt.want; got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestAppendPresign(t *testing.T) {
	in := &copySnapshotInput{
		SourceDBClusterSnapshotIdentifier: ptr("a"), PreSignedUrl: ptr("u"), DestinationRegion: ptr("d"), SourceRegion: ptr("s"), Tags: []tag{},
	}
	got := string(awsquery.AppendPresign(nil, "CopyDBClusterSnapshot", "1", in))
	if want := "Action=CopyDBClusterSnapshot&Version=1&SourceDBClusterSnapshotIdentifier=a&DestinationRegion=d&Tags="; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestEncodeAllocs(t *testing.T) {
	in := &describeClustersInput{
		DBClusterIdentifier: ptr("graph"), MaxRecords: ptr(int32(100)),
		Filters: []filter{{Name: ptr("engine"), Values: []string{"neptune", "x"}}},
	}
	if n := testing.AllocsPerRun(10, func() { awsquery.AppendRequest(nil, "DescribeDBClusters", apiVersion, in) }); n > 1 {
		t.Errorf("AppendRequest: %v allocations", n)
	}
	if n := testing.AllocsPerRun(10, func() { _ = awsquery.Validate(in) }); n > 0 {
		t.Errorf("Validate: %v allocations", n)
	}
}

func TestDecodeRequest(t *testing.T) {
	tests := []struct {
		name, form string
		want       describeClustersInput
	}{
		{"nothing", "", describeClustersInput{}},
		{"only the action", "Action=DescribeDBClusters&Version=1", describeClustersInput{}},
		{"stray separators", "&&MaxRecords=20&&", describeClustersInput{MaxRecords: ptr(int32(20))}},
		{"plus and percent", "Marker=a+b%2Bc%C3%A9%3d", describeClustersInput{Marker: ptr("a b+cé=")}},
		{"equals in a value", "Marker=a=b", describeClustersInput{Marker: ptr("a=b")}},
		{"escaped key", "Max%52ecords=1", describeClustersInput{MaxRecords: ptr(int32(1))}},
		{"no value", "Marker", describeClustersInput{Marker: ptr("")}},
		{"the last counts", "Marker=a&Marker=b", describeClustersInput{Marker: ptr("b")}},
		{"unknown keys", "Foo=1&Foo.member.x=2&Filters.member.1.Name=y&X.member.999999999=1&.=2&..=3&=4", describeClustersInput{}},
		{"names have a case", "marker=a&MARKER=b", describeClustersInput{}},
		{"empty list", "Filters=", describeClustersInput{Filters: []filter{}}},
		{"empty and full list", "Filters.Filter.1.Name=a&Filters=", describeClustersInput{Filters: []filter{{Name: ptr("a")}}}},
		{"any order, gaps", "Filters.Filter.10.Name=c&Filters.Filter.2.Name=b&Filters.Filter.1.Values.Value.2=2&Filters.Filter.999999999.Name=d&Filters.Filter.1.Name=a&Filters.Filter.1.Values.Value.1=1",
			describeClustersInput{Filters: []filter{{Name: ptr("a"), Values: []string{"1", "2"}}, {Name: ptr("b")}, {Name: ptr("c")}, {Name: ptr("d")}}}},
		{"empty nested list", "Filters.Filter.1.Values=", describeClustersInput{Filters: []filter{{Values: []string{}}}}},
		{"empty element", "Filters.Filter.1=", describeClustersInput{Filters: []filter{{}}}},
		{"key with a dot at its end", "Filters.Filter.1.=x&Filters.=&Filters.Filter.1.Name=a", describeClustersInput{Filters: []filter{{Name: ptr("a")}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var in describeClustersInput
			if err := awsquery.DecodeRequest(tt.form, &in); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, in); diff != "" {
				t.Errorf("input (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDecodeRequestErrors(t *testing.T) {
	tests := []struct{ form, key, msg string }{
		{"Marker=%zz", "Marker", "percent-encoding"},
		{"Marker=%", "Marker", "percent-encoding"},
		{"Mark%4=1", "Mark%4", "percent-encoding"},
		{"Marker=%+1", "Marker", "percent-encoding"},
		{"MaxRecords=many", "MaxRecords", `"many" is not an integer`},
		{"IncludeShared=maybe", "IncludeShared", "not a boolean"},
		{"MaxRecords.x=1", "MaxRecords.x", "member of a value"},
		{"MaxRecords=1&MaxRecords.x=1", "MaxRecords.x", "member of a value"},
		{"Filters=x", "Filters", "value for a structure"},
		{"Filters.Filter.1=x", "Filters.Filter.1", "value for a structure"},
		{"Filters.Filter=x", "Filters.Filter", "without an index"},
		{"Filters.Filter.0.Name=x", "Filters.Filter.0.Name", `"0" is not an index`},
		{"Filters.Filter.01.Name=x", "Filters.Filter.01.Name", "is not an index"},
		{"Filters.Filter.-1.Name=x", "Filters.Filter.-1.Name", "is not an index"},
		{"Filters.Filter.Name=x", "Filters.Filter.Name", "is not an index"},
		{"Filters.Filter..Name=x", "Filters.Filter..Name", "is not an index"},
		{"Filters.Filter.1000000000.Name=x", "Filters.Filter.1000000000.Name", "is not an index"},
		{"A" + strings.Repeat(".A", 200) + "=x", "A" + strings.Repeat(".A", 200), "too deep"},
	}
	for _, tt := range tests {
		var in describeClustersInput
		err := awsquery.DecodeRequest("Action=Do&"+tt.form, &in)
		var decode *awsquery.DecodeError
		if !errors.As(err, &decode) {
			t.Errorf("%s: got error %v, want a *DecodeError", tt.form, err)
			continue
		}
		if decode.Op != "Do" || decode.Path != tt.key || !strings.Contains(decode.Err.Error(), tt.msg) || decode.Offset < 10 {
			t.Errorf("%s: got %v at %q (%d) of %q, want %q at %q", tt.form, decode.Err, decode.Path, decode.Offset, decode.Op, tt.msg, tt.key)
		}
	}
	var in everything
	for _, form := range []string{"Map.entry.1=x", "Map.entry.1.value=x", "FlatMap.x.K=1", "Map=x", "Blob=*", "Time=now", "HTTP=now", "Epoch=1e99", "Float64=x"} {
		if err := awsquery.DecodeRequest(form, &in); err == nil {
			t.Errorf("%s: no error", form)
		}
	}
	if err := awsquery.DecodeRequest("", nil); err == nil {
		t.Error("nil: no error")
	}
}

func TestFormValue(t *testing.T) {
	const form = "Version=1&%41ction=Do%20it&Action=Other&Bad=%"
	for name, want := range map[string]string{"Action": "Do it", "Version": "1", "Bad": "", "None": ""} {
		if got, ok := awsquery.FormValue(form, name); got != want || ok != (want != "") {
			t.Errorf("%s is %q, %t", name, got, ok)
		}
	}
}
