package nereid

import "time"

// String returns a pointer to v.
func String(v string) *string { return &v }

// Bool returns a pointer to v.
func Bool(v bool) *bool { return &v }

// Int returns a pointer to v.
func Int(v int) *int { return &v }

// Int32 returns a pointer to v.
func Int32(v int32) *int32 { return &v }

// Int64 returns a pointer to v.
func Int64(v int64) *int64 { return &v }

// Float32 returns a pointer to v.
func Float32(v float32) *float32 { return &v }

// Float64 returns a pointer to v.
func Float64(v float64) *float64 { return &v }

// Time returns a pointer to v.
func Time(v time.Time) *time.Time { return &v }

// Duration returns a pointer to v.
func Duration(v time.Duration) *time.Duration { return &v }

// StringSlice returns pointers to copies of the elements of vs.
func StringSlice(vs []string) []*string {
	ps := make([]*string, len(vs))
	for i, v := range vs {
		ps[i] = &v
	}
	return ps
}

// ToString returns what p points to, or "" if p is nil.
func ToString(p *string) string { return value(p) }

// ToBool returns what p points to, or false if p is nil.
func ToBool(p *bool) bool { return value(p) }

// ToInt returns what p points to, or 0 if p is nil.
func ToInt(p *int) int { return value(p) }

// ToInt32 returns what p points to, or 0 if p is nil.
func ToInt32(p *int32) int32 { return value(p) }

// ToInt64 returns what p points to, or 0 if p is nil.
func ToInt64(p *int64) int64 { return value(p) }

// ToFloat32 returns what p points to, or 0 if p is nil.
func ToFloat32(p *float32) float32 { return value(p) }

// ToFloat64 returns what p points to, or 0 if p is nil.
func ToFloat64(p *float64) float64 { return value(p) }

// ToTime returns what p points to, or the zero time if p is nil.
func ToTime(p *time.Time) time.Time { return value(p) }

// ToDuration returns what p points to, or 0 if p is nil.
func ToDuration(p *time.Duration) time.Duration { return value(p) }

// ToStringSlice returns the strings that the elements of ps point to, and "" for nil elements.
func ToStringSlice(ps []*string) []string {
	vs := make([]string, len(ps))
	for i, p := range ps {
		vs[i] = value(p)
	}
	return vs
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
