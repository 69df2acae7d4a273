// Package flow implements the helpers that both service packages offer and the
// AWS SDK does not: watching events, and restoring, copying, starting and
// stopping resources. Package flow does not import the services' types. The
// service packages pass functions and pointers.
package flow
