package retry

// SetTokens sets the number of tokens, so that a test can start with a partly
// used quota.
func (q *Quota) SetTokens(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tokens = n
}
