package retry

// SetTokens lets a test start with a quota that was used already.
func (q *Quota) SetTokens(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tokens = n
}
