// Package nereid holds the types that the clients for Amazon Neptune and Amazon RDS share: the
// configuration, credentials, error categories and the error of a wait.
//
// The client for Neptune is in package neptune. The client for the snapshot and export side of RDS
// is in package rds. Package nereidtest is a fake of both services for tests.
//
// [LoadEnvConfig] creates a [Config] from environment variables. The nested module awsconfig
// creates one from the shared AWS configuration files, SSO, IMDS and the AWS SDK's other sources.
//
//	cfg, err := nereid.LoadEnvConfig()
//	if err != nil {
//		return err
//	}
//	client := rds.NewFromConfig(cfg)
//	out, err := client.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{})
//
// # Names
//
// This package exports the names of the AWS SDK's package aws (github.com/aws/aws-sdk-go-v2/aws)
// that programs for these services need. A program written for the SDK can import this package as
// aws and keep aws.Config, aws.String, aws.ToString and so on. docs/migration.md lists the names
// that this package does not have.
//
// # Errors
//
// Every call that fails returns a *smithy.OperationError. It wraps either the service's error or
// the reason why there is no response. [IsServiceError] reports whether a call failed because the
// service rejected it. Categories of service errors apply to all operations and services. Use
// errors.Is or, for a switch, [CategoryOf]:
//
//	if errors.Is(err, nereid.ErrNotFound) { … }
//
// The service's error is a [ResponseError] with the request ID. The ResponseError wraps a
// smithy.APIError. This is a typed fault, for example *types.DBClusterNotFoundFault, if the
// operation's documentation lists the fault. Otherwise, it is a *smithy.GenericAPIError. A type
// switch on the smithy.APIError therefore finds only the listed faults. errors.As finds every fault
// of the service, because errors.As also converts a *smithy.GenericAPIError to the fault with the
// same code.
//
// The error of a wait is a [WaitError].
//
// # Lost responses
//
// If the response to a request is lost, the client sends the request again, unless the operation
// could take effect a second time, as a reboot could. The service can reject the second request
// because the first one took effect: for example, the name of a new snapshot is then already in
// use. The client therefore describes the resource. If the description shows that the first request
// took effect, the call succeeds, and [Recovered] returns true. If the client cannot determine the
// outcome, the operation may have succeeded, and errors.As finds an [OutcomeUnknownError].
//
// # Memory
//
// An output does not keep its response body in memory. Its strings, and the values that its
// pointers point to, are parts of shared blocks of at most 16 kB. If a program keeps one string,
// only that string's block stays in memory. A program that keeps a few strings from each of many
// outputs for a long time should copy them with strings.Clone.
//
// # Secrets
//
// Packages fmt, encoding/json and log/slog do not show the secrets in [Credentials]. Logs of
// requests and responses omit signatures, session tokens, passwords and presigned URLs.
package nereid

// Version is the version of this module. It is part of the User-Agent header.
const Version = "0.1.0-dev"
