// Package flow holds the engines of the helpers that both service packages have beyond the SDK:
// watching events, restoring, copying, and starting and stopping. An engine knows no types of a service:
// the packages pass functions and pointers.
package flow
