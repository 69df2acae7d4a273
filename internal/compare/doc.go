// Package compare holds this module against others that do the same: its
// clients against those of aws-sdk-go-v2, its signer against aws-http-auth. It
// is a module of its own, so that other modules do not depend on them.
//
// Each file compares one thing. What is generated comes from rapid, which prints
// how to repeat a failure. A difference that is meant is listed with its reason;
// one that is listed and not found fails too.
package compare
