package retry

import (
	"errors"
	"time"
)

// How long waits continue without credentials.
const (
	// FirstKeys is how long a wait keeps trying to get credentials if it never
	// had any. The services that provide credentials can be slow when a machine
	// or container starts.
	FirstKeys = 30 * time.Second

	// LostKeys is how long a wait continues without credentials if it had some.
	LostKeys = 15 * time.Minute
)

// Credentials reports whether err is about credentials: there were none for
// signing, or the service rejected them and the provider had no others. passing
// reports whether a wait that began at the given time may continue. If the wait
// never had credentials, it may continue for [FirstKeys], unless the problem is
// permanent. If it had credentials, it may continue for [LostKeys] after it
// lost them, whatever the problem.
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
