package program

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"    // want `becomes github.com/nereid-go/nereid$`
	"github.com/aws/aws-sdk-go-v2/config" // want `becomes github.com/nereid-go/nereid/awsconfig`
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/neptune" // want `becomes github.com/nereid-go/nereid/neptune`
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func stop(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1"),
		config.WithDefaultsMode(aws.DefaultsModeInRegion)) // want `config.WithDefaultsMode is not in Nereid, so the SDK's stays as sdkconfig` `aws.DefaultsModeInRegion is not in Nereid`
	if err != nil {
		return err
	}
	role := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), "arn") // want `sts.NewFromConfig takes the SDK's configuration`
	cfg.Credentials = aws.NewCredentialsCache(role)                       // want `stscreds.AssumeRoleProvider provides the SDK's credentials`
	cfg.EndpointResolver = nil                                            // want `Config.EndpointResolver is not in Nereid`
	client := neptune.NewFromConfig(cfg, func(o *neptune.Options) {
		o.Region = "eu-west-1"
		o.EndpointResolverV2 = nil // want `Options.EndpointResolverV2 is not in Nereid`
	})
	_ = neptune.NewPresignClient(client)             // want `neptune.NewPresignClient is not in Nereid`
	if err := client.FlyToTheMoon(ctx); err != nil { // want `Client.FlyToTheMoon is not in Nereid`
		return err
	}
	return client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: aws.String("graph")})
}

func static(role *stscreds.AssumeRoleProvider) aws.Config {
	return aws.Config{Region: "eu-central-1", Credentials: role} // want `stscreds.AssumeRoleProvider provides`
}
