package nereidtest

import (
	"strings"
	"time"
)

const (
	day            = 24 * time.Hour
	shortestWindow = 30 * time.Minute
)

// isBackupWindow reports whether s has the format hh24:mi-hh24:mi and spans at
// least 30 minutes.
func isBackupWindow(s string) bool {
	from, to, ok := strings.Cut(s, "-")
	begin, ok1 := clockTime(from)
	end, ok2 := clockTime(to)
	return ok && ok1 && ok2 && (end-begin+day)%day >= shortestWindow
}

// nextWindow returns the first time after the given time at which the
// maintenance window s begins. checkMaintenance must have accepted s.
func nextWindow(after time.Time, s string) (begin time.Time) {
	from, _, _ := strings.Cut(strings.ToLower(s), "-")
	first, _ := weekTime(from)
	after = after.UTC()
	sunday := after.Truncate(day).AddDate(0, 0, -int(after.Weekday()))
	begin = sunday.Add(first)
	if !begin.After(after) {
		begin = begin.AddDate(0, 0, 7)
	}
	return begin
}

// weekTime parses a time in the format ddd:hh24:mi. It returns the duration
// since the beginning of Sunday.
func weekTime(s string) (at time.Duration, ok bool) {
	name, rest, _ := strings.Cut(s, ":")
	for weekday := range time.Saturday + 1 {
		if strings.ToLower(weekday.String()[:3]) == name {
			at, ok = clockTime(rest)
			return time.Duration(weekday)*day + at, ok
		}
	}
	return 0, false
}

func clockTime(s string) (at time.Duration, ok bool) {
	t, err := time.Parse("15:04", s)
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, err == nil && len(s) == len("15:04")
}

// checkMaintenance checks a maintenance window, unless it is nil. The format is
// ddd:hh24:mi-ddd:hh24:mi, and the window must span at least 30 minutes and
// less than 24 hours.
func checkMaintenance(window *string) error {
	if window == nil {
		return nil
	}
	from, to, _ := strings.Cut(strings.ToLower(*window), "-")
	const format = len("ddd:hh24:mi") - len("24")
	if len(from) != format || len(to) != format {
		return invalidValue("Invalid maintenance window format: %s. Should be specified as a range ddd:hh24:mi-ddd:hh24:mi (24H Clock UTC). "+
			"Example: Sun:23:45-Mon:00:15", shorten(*window))
	}
	var at [2]time.Duration
	for i, s := range []string{from, to} {
		var ok bool
		if at[i], ok = weekTime(s); !ok {
			return invalidValue("Invalid day:hour:minute value: %s", shorten(s))
		}
	}
	switch length := (at[1] - at[0] + 7*day) % (7 * day); {
	case length < shortestWindow:
		return invalidValue("The maintenance window must be at least 30 minutes.")
	case length >= day:
		return invalidValue("Maintenance window must be less than 24 hours.")
	}
	return nil
}

// windowsOf returns the backup and maintenance windows of a new cluster or
// instance. If a window is not given, it is chosen so that the two windows do
// not overlap.
func windowsOf(backups, maintenance *string) (daily, weekly string) {
	daily, weekly = deref(backups, defaultBackups), strings.ToLower(deref(maintenance, defaultMaintenance))
	for _, other := range []string{"09:00-09:30", "15:00-15:30", "21:00-21:30"} {
		if backups == nil && overlap(daily, weekly) {
			daily = other
		}
	}
	for _, other := range []string{"mon:09:00-mon:09:30", "mon:15:00-mon:15:30", "mon:21:00-mon:21:30"} {
		if maintenance == nil && overlap(daily, weekly) {
			weekly = other
		}
	}
	return daily, weekly
}

// checkWindows returns an error if the windows overlap.
func checkWindows(backups, maintenance string) error {
	if overlap(backups, maintenance) {
		return invalidValue("The backup window and maintenance window must not overlap.")
	}
	return nil
}

// overlap reports whether a daily and a weekly window overlap. Both windows
// must have valid formats.
func overlap(daily, weekly string) bool {
	from, to, _ := strings.Cut(daily, "-")
	backup, _ := clockTime(from)
	end, _ := clockTime(to)
	length := (end - backup + day) % day
	from, to, _ = strings.Cut(strings.ToLower(weekly), "-")
	first, _ := weekTime(from)
	last, _ := weekTime(to)
	last = first + (last-first+7*day)%(7*day)
	for n := range 16 { // from the day before the week to the end of the next week
		if at := backup + time.Duration(n-1)*day; at < last && first < at+length {
			return true
		}
	}
	return false
}
