package awsquery

import (
	"encoding/base64"
	"errors"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// appendScalar appends the text of a value that is not a string or a pointer.
func appendScalar(dst []byte, n *node, v reflect.Value) []byte {
	switch n.kind {
	case kindBool:
		return strconv.AppendBool(dst, v.Bool())
	case kindInt:
		return strconv.AppendInt(dst, v.Int(), 10)
	case kindFloat:
		return appendFloat(dst, v.Float(), int(n.bits))
	case kindTime:
		return appendTime(dst, *v.Addr().Interface().(*time.Time), n.time)
	case kindBlob:
		return base64.StdEncoding.AppendEncode(dst, v.Bytes())
	}
	panic("awsquery: not a scalar")
}

// appendFloat appends the shortest decimal that parses as f. It only uses an
// exponent if the number would otherwise be long.
func appendFloat(dst []byte, f float64, bits int) []byte {
	switch {
	case math.IsNaN(f):
		return append(dst, "NaN"...)
	case math.IsInf(f, 1):
		return append(dst, "Infinity"...)
	case math.IsInf(f, -1):
		return append(dst, "-Infinity"...)
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(dst, f, format, -1, bits)
}

// text is the text of a value in a reply or form.
type text interface{ string | []byte }

// trim cuts white space off a value that is not a string.
func trim(text string) string {
	if n := len(text); n > 0 && text[0] > ' ' && text[n-1] > ' ' {
		return text
	}
	return strings.Trim(text, " \t\r\n")
}

func parseBool[T text](text T) (bool, error) {
	switch string(text) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	b, err := strconv.ParseBool(trim(string(text)))
	if err != nil {
		return false, badValue(string(text), "a boolean")
	}
	return b, nil
}

func parseInt[T text](text T, bits uint8) (int64, error) {
	if i, ok := parseCount(text); ok {
		return i, nil
	}
	i, err := strconv.ParseInt(trim(string(text)), 10, int(bits))
	if err != nil {
		return 0, badValue(string(text), "an integer of "+strconv.Itoa(int(bits))+" bits")
	}
	return i, nil
}

// parseCount parses an integer that consists of one to nine digits, without a
// sign. Such an integer fits every integer type. It returns false for all other
// texts, even for valid integers.
func parseCount[T text](text T) (int64, bool) {
	if len(text) == 0 || len(text) > len("999999999") {
		return 0, false
	}
	var n int64
	for i := range len(text) {
		digit := text[i] - '0'
		if digit > 9 {
			return 0, false
		}
		n = n*10 + int64(digit)
	}
	return n, true
}

func parseFloat[T text](text T, bits uint8) (float64, error) {
	f, err := strconv.ParseFloat(trim(string(text)), int(bits))
	if err != nil {
		return 0, badValue(string(text), "a number")
	}
	return f, nil
}

func parseBlob(text string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(trim(text))
	if err != nil {
		return nil, errors.New("value is not base64")
	}
	if b == nil {
		b = []byte{}
	}
	return b, nil
}

// setScalar parses a text and stores it in v, or in the value that v points to.
// It supports every type. The decoder has fast paths for common types.
func setScalar(n *node, v reflect.Value, text string) error {
	target := v
	if n.ptr {
		target = reflect.New(n.typ).Elem()
	}
	switch n.kind {
	case kindString:
		target.SetString(text)
	case kindBool:
		b, err := parseBool(text)
		if err != nil {
			return err
		}
		target.SetBool(b)
	case kindInt:
		i, err := parseInt(text, n.bits)
		if err != nil {
			return err
		}
		target.SetInt(i)
	case kindFloat:
		f, err := parseFloat(text, n.bits)
		if err != nil {
			return err
		}
		target.SetFloat(f)
	case kindTime:
		t, err := parseTime(text, n.time)
		if err != nil {
			return err
		}
		*target.Addr().Interface().(*time.Time) = t
	case kindBlob:
		b, err := parseBlob(text)
		if err != nil {
			return err
		}
		target.SetBytes(b)
	}
	if n.ptr {
		v.Set(target.Addr())
	}
	return nil
}
