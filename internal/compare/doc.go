// Package compare compares this module with other modules: its clients with
// those of aws-sdk-go-v2, and its signer with aws-http-auth. It is
// a separate module, so that the main module does not depend on them.
//
// Each file compares one subject. The tests use rapid to generate values. If a
// test fails, rapid prints how to repeat it. Each intended difference is listed
// with its reason. A test also fails if a listed difference does not occur.
package compare
