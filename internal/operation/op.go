package operation

import (
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/recovery"
)

// An Op describes an operation. A service package has a variable with an Op for
// each of its operations. A literal without calls is static data, and the
// linker drops it together with the method that uses it.
type Op struct {
	Name string

	// Faults are the faults of the operation, which answers get as their type
	// at once. errors.As finds the other faults of the service on demand.
	Faults Faults

	// Effect is the effect of a repetition of the operation, or nil if the
	// operation only reads.
	Effect recovery.Effect

	// Presign is &CrossRegion for operations that copy from another region, and
	// nil for others.
	Presign *Presigning
}

// Faults are nil pointers to faults of a service.
type Faults []smithy.APIError
