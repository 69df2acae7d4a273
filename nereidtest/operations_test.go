package nereidtest_test

import (
	"reflect"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestOperations calls every operation of the clients with an empty input, and
// checks that the server implements it.
func TestOperations(t *testing.T) {
	s := nereidtest.NewServer(t)
	for _, client := range []any{neptune.NewFromConfig(s.Config()), rds.NewFromConfig(s.Config())} {
		typ := reflect.TypeOf(client)
		for i := range typ.NumMethod() {
			m := typ.Method(i)
			if m.Type.NumIn() != 4 || m.Type.In(2).Kind() != reflect.Pointer || m.Type.In(2).Elem().Name() != m.Name+"Input" {
				continue
			}
			r := post(t, s, "Action="+m.Name+"&Version=2014-10-31", nil)
			if r.Error.Code == "InvalidAction" {
				t.Errorf("%s: %d %s", m.Name, r.status, r.Error.Code)
			}
		}
	}
}
