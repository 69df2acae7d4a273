// Package awsconfig creates a [nereid.Config] from the sources that the AWS SDK for Go v2 reads:
// the environment, shared configuration and credentials files with their profiles, SSO, assumed
// roles, web identity (EKS), container (ECS) and instance (IMDS) credentials. It is a separate
// module, so that other programs do not depend on the AWS SDK.
//
//	cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithSharedConfigProfile("night"))
//	if err != nil {
//		return err
//	}
//	client := neptune.NewFromConfig(cfg)
//
// This package has the same names as the SDK's packages config and credentials, so that programs
// that use them only have to change their imports. [LoadDefaultConfig] also accepts options from
// the SDK's config package that this package does not have. [FromAWS] converts a configuration that
// the program has loaded for the SDK's own clients.
package awsconfig
