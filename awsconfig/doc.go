// Package awsconfig creates a [nereid.Config] from the sources that the AWS SDK for Go v2 reads: the
// environment, shared configuration and credentials files with their profiles, SSO, assumed roles, web
// identity (EKS), container (ECS) and instance (IMDS) credentials. It is a separate module, so that
// programs that do not need these sources do not depend on the AWS SDK.
//
//	cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithSharedConfigProfile("night"))
//	if err != nil {
//		return err
//	}
//	client := neptune.NewFromConfig(cfg)
//
// The names are those of the SDK's packages config and credentials, so that programs that use these
// packages only change their imports. [LoadDefaultConfig] also accepts the options of the SDK's config
// package that this package does not have. [FromAWS] converts a configuration that the program also
// uses for the SDK's own clients.
package awsconfig
