package nereidtest

import "math/rand/v2"

// Reset returns the server to the state in which it started: without resources,
// events, journal, faults, logged requests and [Server.Intercept] function. The
// options stay, the clocks go on, and the port stays open. A request in
// progress takes effect before or after the reset.
//
// Reset lets a long-running server serve one test after another. Resource ids
// repeat after a reset, so a test sees the same ids in each run.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = newState(s.options)
	s.settle()
	s.requests = requestLog{total: s.requests.total}
	s.faults, s.hook = nil, nil
	s.random = rand.New(rand.NewPCG(s.options.seed, 0))
}
