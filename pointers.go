package nereid

import "time"

// String returns a pointer to v.
func String(v string) *string { return &v }

// Bool returns a pointer to v.
func Bool(v bool) *bool { return &v }

// Int32 returns a pointer to v.
func Int32(v int32) *int32 { return &v }

// Int64 returns a pointer to v.
func Int64(v int64) *int64 { return &v }

// Float64 returns a pointer to v.
func Float64(v float64) *float64 { return &v }

// Time returns a pointer to v.
func Time(v time.Time) *time.Time { return &v }

// ToString returns what p points to, or "" if p is nil.
func ToString(p *string) string { return value(p) }

// ToBool returns what p points to, or false if p is nil.
func ToBool(p *bool) bool { return value(p) }

// ToInt32 returns what p points to, or 0 if p is nil.
func ToInt32(p *int32) int32 { return value(p) }

// ToInt64 returns what p points to, or 0 if p is nil.
func ToInt64(p *int64) int64 { return value(p) }

// ToFloat64 returns what p points to, or 0 if p is nil.
func ToFloat64(p *float64) float64 { return value(p) }

// ToTime returns what p points to, or the zero time if p is nil.
func ToTime(p *time.Time) time.Time { return value(p) }

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
