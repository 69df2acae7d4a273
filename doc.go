// Package nereid holds the types that the clients of this module share: the configuration,
// credentials, error categories and the error of a wait.
//
// The clients themselves are in the packages neptune (Amazon Neptune) and rds (the snapshot and export
// side of Amazon RDS); package nereidtest is a fake of both services for tests. The nested module
// awsconfig makes a [Config] from the shared AWS configuration files, SSO, IMDS and the other sources
// of the AWS SDK.
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
// This package has the names of package aws of github.com/aws/aws-sdk-go-v2 that clients of these
// services need. A program written for the SDK can import this package as aws and keep aws.Config,
// aws.String, aws.ToString and so on. docs/migration.md lists the names that are missing.
//
// # Errors
//
// Every error of a call is a *smithy.OperationError. It wraps either the error of the service or the
// reason why there is no response. The error of the service is a typed fault, for example
// *types.DBClusterNotFoundFault, or a *smithy.GenericAPIError, in a [ResponseError] with the request
// ID. [IsServiceError] tells the two cases apart. A type switch on the smithy.APIError finds the
// faults that an operation lists; errors.As finds every fault of the service. Categories apply to all
// operations and services. Use errors.Is or, for a switch, [CategoryOf]:
//
//	if errors.Is(err, nereid.ErrNotFound) { … }
//
// # Memory
//
// An output does not keep its response body in memory. Its strings, and the values of its pointers,
// are parts of shared blocks of at most 16 kB. A string that a program keeps therefore keeps its block
// in memory, but not the whole page. A program that keeps a few out of very many strings for a long
// time should copy them with strings.Clone.
//
// # Secrets
//
// Credentials print as redacted under every verb of fmt, in JSON and in slog. Logs of requests and
// responses omit signatures, session tokens, passwords and presigned URLs.
package nereid

// Version is the version of this module. It is part of the User-Agent header.
const Version = "0.1.0-dev"
