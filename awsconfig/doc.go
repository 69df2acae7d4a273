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
// This package exports the same names as the SDK's packages config and credentials, so that a
// program that uses those packages only has to change its imports. [LoadDefaultConfig] also accepts
// options from the SDK's config package that this package does not have. [FromAWS] converts a
// configuration that the program has loaded for clients of the SDK.
package awsconfig
