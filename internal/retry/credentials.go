package retry

import (
	"errors"
	"time"
)

// How long waits outlast trouble with credentials.
const (
	// FirstKeys is how long a wait that never had credentials tries to get some.
	// The services that provide them are slow when a machine or container starts.
	FirstKeys = 30 * time.Second

	// LostKeys is how long a wait that had credentials does without.
	LostKeys = 15 * time.Minute
)

// Credentials reports whether err says that there were no credentials to sign
// with, or that the service rejected them and there are no others; and whether a
// wait that began at that time may go on. Never had keys: not if the trouble is
// permanent, else for [FirstKeys]. Had keys: for [LostKeys] from when it missed
// them first, whatever the trouble is.
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
