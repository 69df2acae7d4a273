// Package nereid holds what the clients of this module share: the
// configuration, credentials, error categories and the error of a wait.
//
// The clients themselves are in the packages neptune (Amazon Neptune) and rds
// (the snapshot and export side of Amazon RDS); package nereidtest is a fake of
// both services for tests. The nested module awsconfig makes a [Config] from the
// shared AWS configuration files, SSO, IMDS and the other places that the AWS
// SDK looks in.
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
// Programs written for github.com/aws/aws-sdk-go-v2 find here the names of its
// package aws that clients of these services need: import this package as aws,
// and aws.Config, aws.String, aws.ToString and the like are what they were. What
// is not here is listed in docs/migration.md.
//
// # Errors
//
// Every error of a call is a *smithy.OperationError. Inside it is either what
// the service said, a typed fault such as *types.DBClusterNotFoundFault or a
// *smithy.GenericAPIError, wrapped in a [ResponseError] that knows the request
// id; or why it could not be asked. [IsServiceError] tells the two apart. A type
// switch on the smithy.APIError finds the faults that an operation lists, and
// errors.As every fault of the service. Categories go across operations and
// services, with errors.Is or, for a switch, [CategoryOf]:
//
//	if errors.Is(err, nereid.ErrNotFound) { … }
//
// # Memory
//
// An output has no part in the response body that it came in. Its strings are
// parts of blocks of up to 16 kB that neighbours share, as are the values that
// its pointers point to: a string that is kept keeps its block in memory, not
// the whole page. Clone (strings.Clone) those of which a few are kept for long
// out of very many.
//
// # Secrets
//
// Credentials print as redacted under every verb of fmt, in JSON and in slog.
// Logs of requests and responses leave out signatures, session tokens,
// passwords and presigned URLs.
package nereid

// Version is the version of this module. It is part of the User-Agent header.
const Version = "0.1.0-dev"
