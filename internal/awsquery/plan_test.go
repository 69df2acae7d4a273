package awsquery_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
)

func TestCompilePanics(t *testing.T) {
	type bad1 struct{ Chan chan int }
	type bad2 struct{ Ptr **string }
	type bad3 struct{ List *[]string }
	type bad4 struct{ Int int }
	type bad5 struct{ Map map[int]string }
	type bad6 struct{ Any []any }
	type bad7 struct {
		Option *string `query:",requird"`
	}
	type bad8 struct {
		Flat *string `query:",flat"`
	}
	type bad9 struct {
		Name *string `query:"a b"`
	}
	type bad10 struct {
		A *string `query:"X"`
		B *string `query:"X"`
	}
	type bad11 struct {
		Deep []struct{ Deeper func() }
	}
	type bad12 struct {
		NoTime *string `query:",time=epoch"`
	}
	for _, tt := range []struct {
		shape any
		want  []string
	}{
		{bad1{}, []string{"bad1.Chan", "chan int"}}, {bad2{}, []string{"bad2.Ptr", "**string"}}, {bad3{}, []string{"bad3.List"}},
		{bad4{}, []string{"bad4.Int", "int"}}, {bad5{}, []string{"bad5.Map"}}, {bad6{}, []string{"bad6.Any", "interface"}},
		{bad7{}, []string{"bad7.Option", "requird"}}, {bad8{}, []string{"bad8.Flat", "flat"}}, {bad9{}, []string{"bad9.Name", "a b"}},
		{bad10{}, []string{"bad10", "X"}}, {bad11{}, []string{"Deeper", "func()"}}, {bad12{}, []string{"bad12.NoTime"}},
		{"", []string{"string is not a struct"}},
	} {
		func() {
			defer func() {
				msg := fmt.Sprint(recover())
				for _, want := range tt.want {
					if !strings.Contains(msg, want) {
						t.Errorf("%T: panic %q does not name %s", tt.shape, msg, want)
					}
				}
			}()
			awsquery.Compile(reflect.TypeOf(tt.shape))
		}()
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a struct that is not behind a pointer: no panic")
			}
		}()
		_ = awsquery.Validate(startExportInput{})
	}()
}

func TestCompileConcurrently(t *testing.T) {
	type tree struct {
		Left, Right *tree
		Leaves      []tree
		Name        *string `query:",required"`
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			awsquery.Compile(reflect.TypeFor[*tree]())
			in := &tree{Left: &tree{Leaves: []tree{{}}}}
			if err := awsquery.Validate(in); err == nil || strings.Count(err.Error(), "missing") != 3 {
				t.Errorf("got %v, want three missing names", err)
			}
		})
	}
	wg.Wait()
}

func TestValidate(t *testing.T) {
	type nested struct {
		Filter  filter
		Ptr     *filter
		ByName  map[string]filter
		Enum    enum     `query:",required"`
		List    []string `query:",required"`
		Number  int32    `query:",required"`
		Map     map[string]string
		Filters []*filter
	}
	ok := filter{Name: ptr(""), Values: []string{}}
	tests := []struct {
		name string
		in   any
		want []string
	}{
		{"nil", nil, nil},
		{"nil pointer", (*startExportInput)(nil), nil},
		{"nothing required", &tag{}, nil},
		{"all missing", &startExportInput{}, []string{
			"missing required field, startExportInput.ExportTaskIdentifier.", "missing required field, startExportInput.IamRoleArn.",
			"missing required field, startExportInput.KmsKeyId.", "missing required field, startExportInput.S3BucketName.",
			"missing required field, startExportInput.SourceArn."}},
		{"nested", &describeClustersInput{Filters: []filter{ok, {}}}, []string{
			"missing required field, describeClustersInput.Filters[1].Name.", "missing required field, describeClustersInput.Filters[1].Values."}},
		{"all places", &nested{Ptr: &filter{Name: ptr("")}, ByName: map[string]filter{"b": ok, "a": {Name: ptr("")}}, Filters: []*filter{nil, {Values: []string{}}}}, []string{
			"missing required field, nested.Filter.Name.", "missing required field, nested.Filter.Values.",
			"missing required field, nested.Ptr.Values.", `missing required field, nested.ByName["a"].Values.`,
			"missing required field, nested.Enum.", "missing required field, nested.List.", "missing required field, nested.Filters[1].Name."}},
		{"all set", &nested{Filter: ok, Enum: "x", List: []string{}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := awsquery.Validate(tt.in)
			if tt.want == nil {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			var invalid smithy.InvalidParamsError
			if !errors.As(err, &invalid) {
				t.Fatalf("error is a %T", err)
			}
			var got []string
			for _, err := range invalid.Errs() {
				got = append(got, err.Error())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if name := reflect.TypeOf(tt.in).Elem().Name(); invalid.Context != name {
				t.Errorf("context is %q, want %q", invalid.Context, name)
			}
		})
	}
}
