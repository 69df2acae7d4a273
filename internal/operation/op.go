package operation

import (
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/recovery"
)

// An Op describes an operation. A service package has an Op variable for each
// of its operations. If the variable is initialized by a literal without
// function calls, it is static data, and the linker drops it together with the
// method that uses it.
type Op struct {
	Name string

	// Faults are the faults that the operation documents. An error reply with
	// one of these faults is returned as an error of the fault's type. For any
	// other fault of the service, only errors.As creates a value of the fault's
	// type.
	Faults Faults

	// Effect describes what happens when the operation is repeated. It is nil if
	// the operation only reads.
	Effect recovery.Effect

	// Presign is &CrossRegion for operations that can copy from another region,
	// and nil for others.
	Presign *Presigning
}

// Faults are nil pointers to faults of a service.
type Faults []smithy.APIError
