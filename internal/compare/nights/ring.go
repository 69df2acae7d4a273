package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"syscall"
	"time"

	"github.com/nereid-go/nereid"
)

// A ring is the credentials provider that the plan describes. Its keys are
// static, or they expire.
type ring struct {
	world *world
	keys  *Keys // nil means static credentials

	mu      sync.Mutex
	asked   int
	current int                  // number of the keys returned last; 0 means the static ones
	expires map[string]time.Time // expiry by access key ID, in the service's time
	last    nereid.Credentials
}

func newRing(w *world) *ring {
	return &ring{world: w, keys: w.plan.World.Keys, expires: map[string]time.Time{}}
}

func pair(n int) nereid.Credentials {
	return nereid.Credentials{
		AccessKeyID: fmt.Sprintf(keyID, n), SecretAccessKey: fmt.Sprintf(secret, n), SessionToken: fmt.Sprintf(session, n), Source: "night",
	}
}

// Retrieve returns the keys, or fails as the plan says.
func (r *ring) Retrieve(ctx context.Context) (nereid.Credentials, error) {
	if r.keys == nil {
		return pair(0), nil
	}
	r.mu.Lock()
	r.asked++
	trouble, ok := r.keys.Trouble[r.asked]
	if !ok {
		trouble = r.keys.Trouble[0]
	}
	r.mu.Unlock()
	switch trouble {
	case "hang": // it ignores its context
		<-r.world.ended
		return nereid.Credentials{}, errors.New("the night is over")
	case "slow":
		r.world.pause(ctx, 20*time.Second)
		if err := ctx.Err(); err != nil {
			return nereid.Credentials{}, err
		}
	case "exit":
		return nereid.Credentials{}, errors.New("exit status 1")
	case "file":
		return nereid.Credentials{}, &fs.PathError{Op: "open", Path: "/var/run/token", Err: syscall.ENOENT}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.world.now()
	switch {
	case trouble == "same" && r.last.HasKeys(): // as instance metadata sometimes does
		return r.last, nil
	case r.keys.Below && r.last.HasKeys() && time.Now().Before(r.last.Expires): // by the client's clock
		return r.last, nil
	}
	r.current++
	c := pair(1 + r.current%(keys-1))
	c.CanExpire, c.Expires = true, now.Add(time.Duration(r.keys.Life)*time.Second)
	r.expires[c.AccessKeyID] = c.Expires
	r.last = c
	return c, nil
}

// Invalidate discards the stored keys, like the Invalidate method of the SDK's
// credentials cache.
func (r *ring) Invalidate() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = nereid.Credentials{}
}

// left returns how much longer the keys that Retrieve last returned are valid.
func (r *ring) left() time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.last.Expires.Sub(r.world.now())
}

// expired reports whether the keys have expired by the service's clock.
func (r *ring) expired(accessKeyID string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	at, ok := r.expires[accessKeyID]
	return ok && !r.world.now().Before(at)
}

// secrets returns what must not appear in any output.
func (r *ring) secrets() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all []string
	for n := range min(r.current+2, keys) {
		all = append(all, fmt.Sprintf(secret, n), fmt.Sprintf(session, n))
	}
	return append(all, password, "X-Amz-Signature=")
}

// password is the password in every request that has one.
const password = "hunter2hunter2"
