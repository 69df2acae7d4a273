package retry

import (
	"context"
	"math/rand/v2"
	"time"
)

// Defaults of StandardOptions.
const (
	DefaultMaxAttempts = 3
	DefaultMaxBackoff  = 20 * time.Second
	DefaultQuota       = 500
)

// Version is a published version of AWS's retry behaviour.
type Version uint8

const (
	// Version20 is version 2.0 of the retry behaviour. A retry costs 5 tokens, or
	// 10 after a timeout. The first delay is up to 1 s.
	Version20 Version = iota

	// Version21 is version 2.1 of the retry behaviour. A retry costs 14 tokens, or
	// 5 after throttling. The first delay is up to 50 ms, or up to 1 s after
	// throttling.
	Version21
)

// successTokens is the number of tokens that a successful first attempt puts
// back.
const successTokens = 1

// cost returns the number of tokens that a retry after err costs.
func (v Version) cost(err error) int {
	switch {
	case v == Version20 && IsTimeout(err):
		return 10
	case v == Version20, IsThrottle(err):
		return 5
	}
	return 14
}

// base returns the upper bound of the first delay.
func (v Version) base(err error) time.Duration {
	if v == Version20 || IsThrottle(err) {
		return time.Second
	}
	return 50 * time.Millisecond
}

// StandardOptions are the settings of a Standard. Zero and nil fields have
// defaults.
type StandardOptions struct {
	MaxAttempts int           // including the first; 0: DefaultMaxAttempts, negative: no limit
	MaxBackoff  time.Duration // 0: DefaultMaxBackoff
	Version     Version
	Quota       *Quota         // nil: a new quota
	Rand        func() float64 // at least 0 and less than 1; must be safe for concurrent use
}

// Standard is the standard retry mode. It is safe for concurrent use. Usually,
// all calls of a client share a Standard.
type Standard struct {
	opts StandardOptions

	onSuccess func(error) error // for first attempts
}

// NewStandard returns a Standard with the default options, changed by optFns.
func NewStandard(optFns ...func(*StandardOptions)) *Standard {
	var o StandardOptions
	for _, fn := range optFns {
		fn(&o)
	}
	switch {
	case o.MaxAttempts == 0:
		o.MaxAttempts = DefaultMaxAttempts
	case o.MaxAttempts < 0:
		o.MaxAttempts = 0
	}
	if o.MaxBackoff <= 0 {
		o.MaxBackoff = DefaultMaxBackoff
	}
	if o.Quota == nil {
		o.Quota = NewQuota(DefaultQuota)
	}
	if o.Rand == nil {
		o.Rand = rand.Float64
	}
	s := &Standard{opts: o}
	s.onSuccess = s.putBack(successTokens)
	return s
}

// IsErrorRetryable calls [IsRetryable].
func (s *Standard) IsErrorRetryable(err error) bool { return IsRetryable(err) }

// MaxAttempts returns the number of attempts, or 0 if there is no limit.
func (s *Standard) MaxAttempts() int { return s.opts.MaxAttempts }

// RetryDelay returns the delay after an attempt that failed with err. The delay
// is random. Its upper bound doubles with each attempt. The delay is longer if
// the service asks for it. The returned error is always nil.
func (s *Standard) RetryDelay(attempt int, err error) (time.Duration, error) {
	bound, limit := s.opts.Version.base(err), s.opts.MaxBackoff
	for ; attempt > 1 && bound < limit; attempt-- {
		bound *= 2
	}
	backoff := time.Duration(s.opts.Rand() * float64(min(bound, limit)))
	return After(err, backoff, limit), nil
}

// GetRetryToken takes the cost of a retry after err from the quota. If the
// quota has too few tokens, it returns a *QuotaError that wraps err. The
// returned function puts the cost back if the retry succeeds.
func (s *Standard) GetRetryToken(_ context.Context, err error) (func(error) error, error) {
	cost := s.opts.Version.cost(err)
	if left, ok := s.opts.Quota.take(cost); !ok {
		return nil, &QuotaError{Left: left, Cost: cost, Err: err}
	}
	// A successful attempt puts back successTokens itself.
	return s.putBack(cost - successTokens), nil
}

// GetInitialToken returns a function that refills the quota if the attempt
// succeeds.
func (s *Standard) GetInitialToken() func(error) error { return s.onSuccess }

// GetAttemptToken returns the same function as GetInitialToken. It does not
// wait.
func (s *Standard) GetAttemptToken(context.Context) (func(error) error, error) {
	return s.onSuccess, nil
}

func (s *Standard) putBack(tokens int) func(error) error {
	return func(err error) error {
		if err == nil {
			s.opts.Quota.add(tokens)
		}
		return nil
	}
}
