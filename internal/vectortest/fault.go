package vectortest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
)

// Errors tests the decoding of error replies. It calls op once for each error
// in service-errors.json, and checks that the returned error has everything
// that the reply contains. It also checks that errors.As finds the package's
// type for the error, if there is one, and no other fault type.
func (s *Service) Errors(t *testing.T, op string) {
	t.Helper()
	var cases []struct {
		ID, Service, Shape string
		Status             int
		Headers            map[string]string
		Body               string
		Expect             struct {
			ExpectedError
			Fault string
		}
	}
	Read(t, "service-errors.json", &cases)
	tally, seen := NewTally("service-errors"), 0
	for _, c := range cases {
		if c.Service != s.Name {
			continue
		}
		unmet, isUnmet := s.Unmet[c.ID]
		category := categoryOf(c.Shape)
		if isUnmet {
			category = ""
		}
		row := slices.IndexFunc(s.Faults, func(f Fault) bool { return f.Shape == c.Shape })
		if row >= 0 {
			category = s.Faults[row].Category
		}
		test := func(t *testing.T) {
			transport := &Transport{Replies: []Reply{{c.Status, c.Headers, c.Body}}}
			_, err := s.call(t.Context(), config(transport), op, s.filled(op))
			c.Expect.Check(t, err, op, c.Status)
			s.checkType(t, err, c.Shape, category)
			var api smithy.APIError
			if errors.As(err, &api) && api.ErrorFault().String() != c.Expect.Fault {
				t.Errorf("fault of the %s, want of the %s", api.ErrorFault(), c.Expect.Fault)
			}
		}
		switch {
		case isUnmet:
			tally.NotMet(t, c.ID, unmet.Reason, test)
		case row >= 0:
			seen++
			tally.Run(t, c.ID, test)
		default:
			tally.Absent(c.Shape)
			t.Run(c.ID, test)
		}
	}
	if seen != len(s.Faults) {
		t.Errorf("%d of the %d faults of the table have a vector", seen, len(s.Faults))
	}
	tally.Log(t, "faults")
}

// categories are all that there are.
var categories = []nereid.ErrorCategory{
	nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity,
	nereid.ErrThrottled, nereid.ErrAccessDenied, nereid.ErrBadCredentials, nereid.ErrInvalidParameter,
}

// checkType checks the type and the category of a fault.
func (s *Service) checkType(t *testing.T, err error, shape string, category nereid.ErrorCategory) {
	t.Helper()
	typed := false
	for _, f := range s.Faults {
		if f.Found(err) != (f.Shape == shape) {
			t.Errorf("errors.As finds a %s: %t", f.Shape, f.Found(err))
		}
		typed = typed || f.Shape == shape
	}
	// If there is no type for the fault, the error is a
	// *smithy.GenericAPIError.
	if !typed && !as[*smithy.GenericAPIError](err) {
		t.Error("a fault that the package does not have is not generic")
	}
	for _, c := range categories {
		if errors.Is(err, c) != (c == category) {
			t.Errorf("is %q: %t, want the category %q", c, errors.Is(err, c), category)
		}
	}
}

// categoryOf returns the category that a fault's name implies, or "". It is for
// faults without a type in the package.
func categoryOf(shape string) nereid.ErrorCategory {
	for suffix, category := range map[string]nereid.ErrorCategory{
		"NotFoundFault":      nereid.ErrNotFound,
		"AlreadyExistsFault": nereid.ErrAlreadyExists,
		"QuotaExceededFault": nereid.ErrQuotaExceeded,
		"StateFault":         nereid.ErrInvalidState,
		"CapacityFault":      nereid.ErrInsufficientCapacity,
	} {
		if strings.HasSuffix(shape, suffix) {
			return category
		}
	}
	return ""
}
