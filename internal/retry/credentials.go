package retry

import (
	"errors"
	"time"
)

// How long waits go on without credentials.
const (
	// FirstKeys is how long a wait that never had credentials tries to get
	// some. The services that provide them can be slow when a machine or
	// container starts.
	FirstKeys = 30 * time.Second

	// LostKeys is how long a wait that had credentials goes on without them.
	LostKeys = 15 * time.Minute
)

// Credentials reports whether err is about credentials: there were none to sign
// with, or the service rejected them and there are no others. It also reports
// whether a wait that began at the given time may go on. If the wait never had
// keys, it may go on for [FirstKeys], unless the trouble is permanent. If it
// had keys, it may go on for [LostKeys] from the time when they were first
// missing, with any trouble.
//
// Both are false for any other error.
func Credentials(err error, began time.Time) (trouble, passing bool) {
	if err == nil {
		return false, false
	}
	var t interface {
		CredentialTrouble() (since time.Time, hadKeys, permanent bool)
	}
	if !errors.As(err, &t) {
		return false, false
	}
	since, hadKeys, permanent := t.CredentialTrouble()
	if !hadKeys {
		return true, !permanent && time.Since(began) < FirstKeys
	}
	if since.Before(began) { // the trouble of yesterday's wait does not end this one
		since = began
	}
	return true, time.Since(since) < LostKeys
}
