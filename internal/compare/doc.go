// Package compare compares this module with others for the same purpose: its
// clients with those of aws-sdk-go-v2, and its signer with aws-http-auth. It is
// a separate module, so that other modules do not depend on these.
//
// Each file compares one thing. Generated values come from rapid, which prints
// how to repeat a failure. An intended difference is listed with its reason. A
// listed difference that does not occur is a failure too.
package compare
