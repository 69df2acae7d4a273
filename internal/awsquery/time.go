package awsquery

import (
	"math"
	"strconv"
	"time"
)

const (
	// isoFormat writes milliseconds without trailing zeros.
	isoFormat  = "2006-01-02T15:04:05.999Z"
	isoNoZone  = "2006-01-02T15:04:05"
	httpFormat = "Mon, 02 Jan 2006 15:04:05 GMT"
)

func appendTime(dst []byte, t time.Time, format timeFormat) []byte {
	t = t.UTC()
	switch format {
	case timeEpoch:
		dst = strconv.AppendInt(dst, t.Unix(), 10)
		if ms := t.Nanosecond() / 1e6; ms != 0 {
			if t.Unix() < 0 { // the fraction is positive, but the seconds are negative
				return appendFloat(dst[:len(dst)-len(strconv.FormatInt(t.Unix(), 10))], float64(t.UnixMilli())/1e3, 64)
			}
			dst = append(dst, '.')
			dst = append(dst, strconv.Itoa(1000 + ms)[1:]...)
			for dst[len(dst)-1] == '0' {
				dst = dst[:len(dst)-1]
			}
		}
		return dst
	case timeHTTP:
		return t.AppendFormat(dst, httpFormat)
	}
	return t.AppendFormat(dst, isoFormat)
}

// parseTime parses a time and returns it in UTC. It assumes UTC for a time
// without a zone.
func parseTime[T text](text T, format timeFormat) (t time.Time, err error) {
	if format == timeISO {
		if t, ok := parseUTC(text); ok {
			return t, nil
		}
	}
	s := trim(string(text))
	switch format {
	case timeEpoch:
		return parseEpoch(s)
	case timeHTTP:
		t, err = time.Parse(httpFormat, s)
	default:
		if t, err = time.Parse(time.RFC3339, s); err != nil {
			t, err = time.Parse(isoNoZone, s)
		}
	}
	if err != nil {
		return time.Time{}, badValue(string(text), "a time")
	}
	return t.UTC(), nil
}

// parseUTC parses the format that the services send, 2006-01-02T15:04:05.999Z,
// several times as fast as time.Parse. It returns false for all other texts,
// and callers then use time.Parse. It also returns false for the year 0: for
// its January and February, the divisions below would have a negative dividend,
// and would round up instead of down.
func parseUTC[T text](s T) (time.Time, bool) {
	const form = "0000-00-00T00:00:00Z"
	if len(s) < len(form) || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return time.Time{}, false
	}
	century, year, month, day := digits(s[0], s[1]), digits(s[2], s[3]), digits(s[5], s[6]), digits(s[8], s[9])
	hour, minute, second := digits(s[11], s[12]), digits(s[14], s[15]), digits(s[17], s[18])
	nanos := fraction(s, len(form)-1)
	if century|year|month|day|hour|minute|second|nanos < 0 || hour > 23 || minute > 59 || second > 59 {
		return time.Time{}, false
	}
	year += century * 100
	if year == 0 || month < 1 || month > 12 || day < 1 || day > 28 && day > daysIn(year, month) {
		return time.Time{}, false
	}
	// Count years from March. Then the leap day is a year's last day, and the
	// lengths of the months repeat every five months: 31 30 31 30 31.
	const march, epoch = 3, 719468 // days from 0000-03-01 to 1970-01-01
	if month -= march; month < 0 {
		year, month = year-1, month+12
	}
	days := year*365 + year/4 - year/100 + year/400 + (month*153+2)/5 + day - 1 - epoch
	return time.Unix(int64(days)*86400+int64(hour*3600+minute*60+second), int64(nanos)).UTC(), true
}

// digits returns the value of two digits, or -1.
func digits(tens, ones byte) int {
	if tens -= '0'; tens > 9 {
		return -1
	}
	if ones -= '0'; ones > 9 {
		return -1
	}
	return int(tens)*10 + int(ones)
}

// fraction returns the nanoseconds in ".999Z" or "Z" at s[at:], or -1 if s
// continues differently.
func fraction[T text](s T, at int) int {
	n := len(s) - at - len(".Z")
	if n < 0 && s[at] == 'Z' {
		return 0
	}
	if n < 1 || n > 9 || s[at] != '.' || s[len(s)-1] != 'Z' {
		return -1
	}
	nanos := 0
	for i := range n {
		digit := s[at+1+i] - '0'
		if digit > 9 {
			return -1
		}
		nanos = nanos*10 + int(digit)
	}
	for ; n < 9; n++ {
		nanos *= 10
	}
	return nanos
}

// daysIn returns the length of a month.
func daysIn(year, month int) int {
	if month == 2 {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 30 + (month+month>>3)&1 // long months are odd until July and even from August
}

// parseEpoch reads seconds, to the millisecond.
func parseEpoch(s string) (time.Time, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(f) > 1<<40 || math.IsNaN(f) {
		return time.Time{}, badValue(s, "a time")
	}
	return time.UnixMilli(int64(math.Round(f * 1e3))).UTC(), nil
}
