package retry_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// How long a wait continues without credentials depends on whether it ever had
// some.
func TestWaitsOutlastCredentialTrouble(t *testing.T) {
	missing := &fs.PathError{Op: "open", Path: "/var/run/token", Err: syscall.ENOENT}
	synctest.Test(t, func(t *testing.T) {
		now := time.Now()
		for name, c := range map[string]struct {
			err              error
			began            time.Time
			trouble, passing bool
		}{
			"another error":           {errors.New("x"), now, false, false},
			"none":                    {nil, now, false, false},
			"never had any":           {&nereid.CredentialsError{Err: errors.New("x")}, now, true, true},
			"never had any for long":  {&nereid.CredentialsError{Err: errors.New("x")}, now.Add(-30 * time.Second), true, false},
			"never, permanent":        {&nereid.CredentialsError{Err: missing}, now, true, false},
			"had":                     {&nereid.CredentialsError{Err: errors.New("x"), HadKeys: true, Since: now}, now.Add(-10 * time.Hour), true, true},
			"had, permanent":          {&nereid.CredentialsError{Err: missing, HadKeys: true, Since: now}, now.Add(-10 * time.Hour), true, true},
			"had, until lately":       {&nereid.CredentialsError{Err: missing, HadKeys: true, Since: now.Add(-14 * time.Minute)}, now.Add(-time.Hour), true, true},
			"had, some time ago":      {&nereid.CredentialsError{Err: missing, HadKeys: true, Since: now.Add(-15 * time.Minute)}, now.Add(-time.Hour), true, false},
			"had, before the wait":    {&nereid.CredentialsError{Err: missing, HadKeys: true, Since: now.Add(-15 * time.Hour)}, now, true, true},
			"had, unknown since when": {&nereid.CredentialsError{Err: missing, HadKeys: true}, now.Add(-15 * time.Minute), true, false},
			"wrapped":                 {fmt.Errorf("poll: %w", &nereid.CredentialsError{Err: missing}), now, true, false},
		} {
			if trouble, passing := retry.Credentials(c.err, c.began); trouble != c.trouble || passing != c.passing {
				t.Errorf("%s: %t, %t", name, trouble, passing)
			}
		}
	})
}

// A missing or unreadable file is not a broken connection, although the errors
// of system calls look like network errors.
func TestFilesAreNotConnections(t *testing.T) {
	for _, code := range []syscall.Errno{syscall.ENOENT, syscall.EACCES, syscall.EISDIR, syscall.EIO} {
		file := &fs.PathError{Op: "open", Path: "/var/run/token", Err: code}
		for _, err := range []error{
			file, code, os.NewSyscallError("open", code), &nereid.CredentialsError{Err: fmt.Errorf("read the token: %w", file)},
		} {
			if retry.IsRetryable(err) {
				t.Errorf("%v is retried", err)
			}
		}
	}
	for _, err := range []error{
		syscall.ECONNREFUSED, syscall.ECONNRESET, syscall.ETIMEDOUT,
		&net.OpError{Op: "dial", Net: "unix", Err: syscall.ENOENT},
		&net.OpError{Op: "dial", Net: "tcp", Err: syscall.EHOSTUNREACH},
		&url.Error{Op: "Post", URL: "https://rds", Err: syscall.ENETUNREACH},
		&nereid.CredentialsError{Err: &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}},
	} {
		if !retry.IsRetryable(err) {
			t.Errorf("%v is not retried", err)
		}
	}
}
