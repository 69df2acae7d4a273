package main

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// call calls an operation of a client by its name. The client is from Nereid or
// from aws-sdk-go-v2.
func call(ctx context.Context, client any, op, id string, in members) error {
	method := reflect.ValueOf(client).MethodByName(op)
	if !method.IsValid() {
		return fmt.Errorf("the client has no %s", op)
	}
	input := reflect.New(method.Type().In(1).Elem())
	for name, value := range in {
		field := input.Elem().FieldByName(name)
		if !field.IsValid() {
			continue // only the other service has this member
		}
		set(field, value, id)
	}
	results := method.Call([]reflect.Value{reflect.ValueOf(ctx), input})
	err, _ := reflect.TypeAssert[error](results[1])
	return err
}

// set sets a member of an input.
func set(field reflect.Value, value any, id string) {
	switch v := value.(type) {
	case string:
		v = named(v, id)
		if field.Kind() == reflect.String { // an enumeration
			field.SetString(v)
			return
		}
		field.Set(reflect.ValueOf(&v))
	case bool:
		field.Set(reflect.ValueOf(&v))
	case int:
		number := int32(v)
		field.Set(reflect.ValueOf(&number))
	case time.Time:
		field.Set(reflect.ValueOf(&v))
	case []string:
		field.Set(reflect.ValueOf(v))
	case tagList:
		tags := reflect.MakeSlice(field.Type(), len(v), len(v))
		for i, pair := range v {
			tags.Index(i).FieldByName("Key").Set(reflect.ValueOf(pair[0]))
			tags.Index(i).FieldByName("Value").Set(reflect.ValueOf(pair[1]))
		}
		field.Set(tags)
	case parameterList:
		list := reflect.MakeSlice(field.Type(), len(v), len(v))
		for i, p := range v {
			list.Index(i).FieldByName("ParameterName").Set(reflect.ValueOf(&p[0]))
			list.Index(i).FieldByName("ParameterValue").Set(reflect.ValueOf(&p[1]))
			list.Index(i).FieldByName("ApplyMethod").SetString(p[2])
		}
		field.Set(list)
	default:
		panic(fmt.Sprintf("a member of type %T", value))
	}
}

// hasOperation reports whether a service has an operation.
func hasOperation(service, op string) bool {
	if service == "rds" {
		_, ok := reflect.TypeFor[*rds.Client]().MethodByName(op)
		return ok
	}
	_, ok := reflect.TypeFor[*neptune.Client]().MethodByName(op)
	return ok
}

// changingOperations returns the operations of both services that change
// something.
func changingOperations() []string {
	var all []string
	for _, client := range []reflect.Type{reflect.TypeFor[*neptune.Client](), reflect.TypeFor[*rds.Client]()} {
		for i := range client.NumMethod() {
			m := client.Method(i)
			if m.Type.NumIn() == 4 && m.Type.IsVariadic() && kindOf(m.Name) == "change" && !slices.Contains(all, m.Name) {
				all = append(all, m.Name)
			}
		}
	}
	return all
}
