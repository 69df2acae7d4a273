package main

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/nereid-go/nereid/nereidtest"
)

// quotas are the values of the flag -quota. The keys are field names of
// nereidtest.Limits.
type quotas map[string]int

// String implements flag.Value.
func (q *quotas) String() string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(*q)) {
		parts = append(parts, name+"="+strconv.Itoa((*q)[name]))
	}
	return strings.Join(parts, ",")
}

// Set implements flag.Value.
func (q *quotas) Set(s string) error {
	name, value, ok := strings.Cut(s, "=")
	if !ok {
		return fmt.Errorf("%q is not name=number", s)
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < -1 {
		return fmt.Errorf("%q is not a number of at least -1", value)
	}
	field, ok := reflect.TypeFor[nereidtest.Limits]().FieldByName(name)
	if !ok || field.Type.Kind() != reflect.Int {
		return fmt.Errorf("%q is not the name of a quota", name)
	}
	if *q == nil {
		*q = make(quotas)
	}
	(*q)[name] = n
	return nil
}

// apply sets the quotas that the flags specify.
func (q *quotas) apply(limits *nereidtest.Limits) {
	v := reflect.ValueOf(limits).Elem()
	for name, n := range *q {
		v.FieldByName(name).SetInt(int64(n))
	}
}

// quotaNames lists the quotas with their defaults.
func quotaNames() string {
	v := reflect.ValueOf(nereidtest.DefaultLimits())
	var parts []string
	for i := range v.NumField() {
		if field := v.Type().Field(i); field.Type.Kind() == reflect.Int {
			parts = append(parts, fmt.Sprintf("%s=%d", field.Name, v.Field(i).Int()))
		}
	}
	return strings.Join(parts, " ")
}
