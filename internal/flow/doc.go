// Package flow implements the helpers that both service packages offer and the
// AWS SDK does not: watching events, and restoring, copying, starting and
// stopping resources. Package flow does not import the service packages. They
// call it with their own types as type arguments, and pass it functions that
// make the calls.
package flow
