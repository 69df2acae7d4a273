package nereidtest

import "math/rand/v2"

// Reset returns the server to the state in which it started: it has no resources,
// events, journal, faults, logged requests or [Server.Intercept] function. The options stay,
// the clocks go on, and the port stays open. A request under way acts before the
// reset or after it.
//
// A long-running server serves one test after another in this way. Resource ids
// repeat after a reset, so that a test sees the same ones in each run.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = newState(s.options)
	s.settle()
	s.requests = requestLog{total: s.requests.total}
	s.faults, s.hook = nil, nil
	s.random = rand.New(rand.NewPCG(s.options.seed, 0))
}
