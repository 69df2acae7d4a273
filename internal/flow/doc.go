// Package flow implements the helpers of both service packages that the SDK
// does not have: watching events, restoring, copying, and starting and
// stopping. Package flow does not import the services' types. The service
// packages pass functions and pointers.
package flow
