package nereidtest

import (
	"strings"
	"time"
)

// isBackupWindow reports whether s is hh24:mi-hh24:mi.
func isBackupWindow(s string) bool {
	from, to, ok := strings.Cut(s, "-")
	_, ok1 := clockTime(from)
	_, ok2 := clockTime(to)
	return ok && ok1 && ok2
}

// nextWindow tells when the maintenance window ddd:hh24:mi-ddd:hh24:mi begins
// next after a time.
func nextWindow(after time.Time, s string) (begin time.Time, ok bool) {
	from, to, ok := strings.Cut(strings.ToLower(s), "-")
	day, at, ok1 := dayTime(from)
	_, _, ok2 := dayTime(to)
	if !ok || !ok1 || !ok2 {
		return time.Time{}, false
	}
	after = after.UTC()
	midnight := after.Truncate(24 * time.Hour)
	days := (int(day) - int(after.Weekday()) + 7) % 7
	begin = midnight.AddDate(0, 0, days).Add(at)
	if !begin.After(after) {
		begin = begin.AddDate(0, 0, 7)
	}
	return begin, true
}

func dayTime(s string) (day time.Weekday, at time.Duration, ok bool) {
	name, rest, _ := strings.Cut(s, ":")
	for day = range 7 {
		if strings.ToLower(day.String()[:3]) == name {
			at, ok = clockTime(rest)
			return day, at, ok
		}
	}
	return 0, 0, false
}

func clockTime(s string) (at time.Duration, ok bool) {
	t, err := time.Parse("15:04", s)
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, err == nil && len(s) == len("15:04")
}
