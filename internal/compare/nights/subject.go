package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// A subject is the client that the oracle judges.
type subject struct {
	client  *client
	log     *noisyLogger
	neptune any
	rds     any
	config  nereid.Config
	theirs  bool              // the client is another library's, not Nereid's
	change  func(error) error // changes an outcome; may be nil
}

type subjectMaker func(*world, *client) *subject

// ours returns Nereid's client.
func ours(w *world, c *client) *subject {
	s := &subject{client: c, config: c.config(region)}
	if w.plan.Seed%16 == 3 {
		s.log = new(noisyLogger)
		s.config.Logger, s.config.ClientLogMode = s.log, ^nereid.ClientLogMode(0)
	}
	for _, e := range w.plan.Events {
		if e.Do == "middleware" {
			s.config.APIOptions = append(s.config.APIOptions, failing(c))
			break
		}
	}
	s.neptune, s.rds = neptune.NewFromConfig(s.config), rds.NewFromConfig(s.config)
	return s
}

// unsure returns a client that reports every outcome as unknown.
func unsure(w *world, c *client) *subject {
	s := ours(w, c)
	s.change = func(error) error { return &nereid.OutcomeUnknownError{Err: errors.New("who can tell")} }
	return s
}

func (s *subject) call(ctx context.Context, service, op, id string, in members) error {
	c := s.neptune
	if service == "rds" {
		c = s.rds
	}
	err := call(ctx, c, op, id, in)
	if s.change != nil {
		return s.change(err)
	}
	return err
}

// unknown reports whether err says that the outcome is unknown.
func (s *subject) unknown(err error) bool {
	var unknown *nereid.OutcomeUnknownError
	return errors.As(err, &unknown)
}

// failing returns a function that adds a middleware to a stack, as a user's
// code could. If the plan has an event for a response, the middleware returns
// an error after that response.
func failing(c *client) func(*middleware.Stack) error {
	return func(stack *middleware.Stack) error {
		return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("night", func(
			ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler,
		) (out middleware.DeserializeOutput, md middleware.Metadata, err error) {
			out, md, err = next.HandleDeserialize(ctx, in)
			run := c.step.Load()
			if kindOf(middleware.GetOperationName(ctx)) != "change" || err != nil {
				return out, md, err
			}
			h := run.happens("reply", "")
			h.act(nil)
			switch e := h.fault(); e.Arg {
			case "":
				return out, md, err
			case "eof":
				return out, md, io.ErrUnexpectedEOF
			case "wrapped":
				return out, md, fmt.Errorf("the user's middleware: %w", io.ErrUnexpectedEOF)
			case "reset":
				return out, md, syscall.ECONNRESET
			default:
				return out, md, errors.New("the user's middleware failed")
			}
		}), middleware.Before)
	}
}
