package operation

import (
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/recovery"
)

// An Op describes an operation. A service package has an Op variable for each
// of its operations. A variable that is initialized by a literal without
// function calls is static data. The linker drops it if the program does not
// use the operation's method.
type Op struct {
	Name string

	// Faults are the faults that the operation documents. If an error reply has
	// one of these faults, the call returns an error of the fault's type. If it
	// has another fault of the service, the call returns a generic error, and
	// errors.As can create a value of the fault's type from it.
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
