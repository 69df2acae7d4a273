package nereidtest

import "math/rand/v2"

// Reset removes all resources, events, journal entries, faults and logged
// requests. It also removes the function set by [Server.Intercept]. The options
// do not change, the clocks continue, and the port stays open. A request in
// progress takes effect either before or after the reset.
//
// With Reset, a long-running server can serve one test after another. Resource
// IDs start over after a reset, so a test sees the same IDs in each run.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = newState(s.options)
	s.settle()
	s.requests = requestLog{total: s.requests.total}
	s.faults, s.hook = nil, nil
	s.random = rand.New(rand.NewPCG(s.options.seed, 0))
}
