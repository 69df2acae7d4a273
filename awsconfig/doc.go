// Package awsconfig makes a [nereid.Config] from what the AWS SDK for Go v2
// reads: environment, shared configuration and credentials files with their
// profiles, SSO, assumed roles, web identity (EKS), container (ECS) and instance
// (IMDS) credentials. It is a module of its own, so that a program that needs
// none of this does not depend on the AWS SDK.
//
//	cfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithSharedConfigProfile("night"))
//	if err != nil {
//		return err
//	}
//	client := neptune.NewFromConfig(cfg)
//
// The names are those of the SDK's packages config and credentials, so that
// programs written for them change their imports only. Options of the SDK's
// config that have no name here can be passed to [LoadDefaultConfig] as they are,
// and a configuration that the SDK's own clients share goes into [FromAWS].
package awsconfig
