package sigv4

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
	"strings"
	"sync"
	"sync/atomic"
)

// maxKeys is the cache's maximum size. A client needs one key for each region
// that it calls or presigns for. Around midnight UTC, or when its credentials
// change, it needs a second key for each region.
const maxKeys = 16

// keyCache keeps the most recently derived signing keys. Readers do not need a
// lock, because a list is never changed, only replaced.
//
// Secrets are only reachable through nested pointers, which fmt prints as
// addresses.
type keyCache struct {
	list atomic.Pointer[[]*signingKey] // the latest first
	mu   sync.Mutex                    // held while replacing list
}

// signingKey is the key derived from a secret for one day, region and service.
type signingKey struct {
	secret, date, region, service string

	macs sync.Pool // of hash.Hash, keyed: HMACs that are reset are cheap
}

func (k *signingKey) matches(secret, date, region, service string) bool {
	return k.date == date && k.region == region && k.service == service && k.secret == secret
}

// get returns the key for a date of the form 20060102.
func (c *keyCache) get(secret, date, region, service string) *signingKey {
	if k := c.find(secret, date, region, service); k != nil {
		return k
	}

	c.mu.Lock()
	defer c.mu.Unlock()
	if k := c.find(secret, date, region, service); k != nil {
		return k
	}
	// The date is a part of a longer string.
	k := newSigningKey(secret, strings.Clone(date), region, service)
	list := append(make([]*signingKey, 0, maxKeys), k)
	if old := c.list.Load(); old != nil {
		list = append(list, (*old)[:min(len(*old), maxKeys-1)]...)
	}
	c.list.Store(&list)
	return k
}

func (c *keyCache) find(secret, date, region, service string) *signingKey {
	list := c.list.Load()
	if list == nil {
		return nil
	}
	for _, k := range *list {
		if k.matches(secret, date, region, service) {
			return k
		}
	}
	return nil
}

func newSigningKey(secret, date, region, service string) *signingKey {
	sum := make([]byte, 0, sha256.Size)
	mac := func(key []byte, data string) []byte {
		h := hmac.New(sha256.New, key)
		h.Write([]byte(data))
		return h.Sum(sum)
	}
	key := mac([]byte("AWS4"+secret), date)
	key = mac(key, region)
	key = mac(key, service)
	key = mac(key, terminator)

	k := &signingKey{secret: secret, date: date, region: region, service: service}
	k.macs.New = func() any { return hmac.New(sha256.New, key) }
	return k
}

// sum appends the HMAC of data to dst.
func (k *signingKey) sum(dst, data []byte) []byte {
	h := k.macs.Get().(hash.Hash)
	h.Reset()
	h.Write(data)
	dst = h.Sum(dst)
	k.macs.Put(h)
	return dst
}
