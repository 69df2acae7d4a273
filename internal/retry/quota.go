package retry

import (
	"fmt"
	"sync"
)

// A Quota is a budget for retries. It starts full. A retry takes tokens, and a
// success puts some back. It is safe for concurrent use, and several retryers
// may share it.
type Quota struct {
	mu       sync.Mutex
	capacity int
	tokens   int
}

// NewQuota returns a full quota of capacity tokens.
func NewQuota(capacity int) *Quota {
	return &Quota{capacity: capacity, tokens: capacity}
}

// Tokens returns the number of remaining tokens.
func (q *Quota) Tokens() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.tokens
}

// take removes n tokens from the quota. If the quota has fewer, take removes
// none, and ok is false. had is the number of tokens before the call.
func (q *Quota) take(n int) (had int, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	had = q.tokens
	if had < n {
		return had, false
	}
	q.tokens -= n
	return had, true
}

// add puts n tokens back, up to the capacity.
func (q *Quota) add(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tokens = min(q.tokens+n, q.capacity)
}

// QuotaError means that a failed attempt was not retried, because too many
// recent attempts were retries. It wraps the attempt's error.
type QuotaError struct {
	Left, Cost int
	Err        error
}

func (e *QuotaError) Error() string {
	return fmt.Sprintf("retry quota exceeded, %d tokens left where a retry costs %d: %v", e.Left, e.Cost, e.Err)
}

// Unwrap returns the error of the attempt.
func (e *QuotaError) Unwrap() error { return e.Err }
