package retry

import (
	"errors"
	"time"
)

// How long waits continue without credentials.
const (
	// FirstKeys is how long a wait that has never had credentials keeps asking for
	// them. The services that provide credentials can be slow when a machine or
	// container starts.
	FirstKeys = 30 * time.Second

	// LostKeys is how long a wait continues after it has lost its credentials.
	LostKeys = 15 * time.Minute
)

// Credentials reports whether err is about credentials: the call did not have
// any for signing, or the service rejected them and the provider did not return
// others. passing reports whether a wait that began at the given time may
// continue. A wait that never had credentials may continue for [FirstKeys],
// unless the problem is permanent. A wait that had credentials may continue for
// [LostKeys] after it lost them, whether the problem is permanent or not.
//
// For all other errors, both results are false.
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
	if since.Before(began) { // a problem that began before this wait does not end it early
		since = began
	}
	return true, time.Since(since) < LostKeys
}
