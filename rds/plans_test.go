package rds_test

import (
	"context"
	"reflect"
	"testing"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/rds"
)

// The operations are found by what their methods look like.
func TestPlansCompile(t *testing.T) {
	t.Parallel()
	client := reflect.TypeFor[*rds.Client]()
	found := 0
	for i := range client.NumMethod() {
		m := client.Method(i)
		if m.Type.NumIn() != 4 || !m.Type.IsVariadic() || m.Type.NumOut() != 2 ||
			m.Type.In(1) != reflect.TypeFor[context.Context]() || m.Type.Out(1) != reflect.TypeFor[error]() ||
			m.Type.In(2).Kind() != reflect.Pointer || m.Type.In(2).Elem().Name() != m.Name+"Input" ||
			m.Type.Out(0).Kind() != reflect.Pointer || m.Type.Out(0).Elem().Name() != m.Name+"Output" {
			continue
		}
		found++
		t.Run(m.Name, func(*testing.T) {
			awsquery.Compile(m.Type.In(2)) // panics if it cannot
			awsquery.Compile(m.Type.Out(0))
		})
	}
	if found < 19 {
		t.Errorf("found %d operations, want 19 or more", found)
	}
	t.Logf("%d operations", found)
}
