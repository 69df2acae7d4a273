package nereid

// An OutcomeUnknownError says that nobody can know whether the operation was
// carried out: the answer to an attempt was lost, and either the operation must
// not be repeated (a failover would fail back), or what the service answered to
// a repetition could not be explained by describing the resource.
//
// It matches neither the category nor the fault of a refusal, nor what a
// description of the resource failed with: neither says anything about the first
// attempt. Look at the resource before trying again.
type OutcomeUnknownError struct {
	// Refusal is what the service answered to a later attempt, in its words;
	// "" if there was none.
	Refusal string

	// Err is why the outcome cannot be known: what the attempt failed with, or
	// why the resource could not be described.
	Err error
}

func (e *OutcomeUnknownError) Error() string {
	if e.Refusal == "" {
		return "the outcome is unknown: " + e.Err.Error()
	}
	return "the outcome is unknown: an attempt got no answer, a later one was refused (" + e.Refusal + "), and " + e.Err.Error()
}

// Unwrap returns Err.
func (e *OutcomeUnknownError) Unwrap() error { return e.Err }
