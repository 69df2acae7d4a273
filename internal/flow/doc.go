// Package flow implements the helpers that both service packages offer beyond
// the SDK: watching events, restoring, copying, and starting and stopping.
// Package flow does not import the services' types. The service packages pass
// functions and pointers.
package flow
