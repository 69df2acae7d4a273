package boundary

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"         // want `becomes`
	"github.com/aws/aws-sdk-go-v2/config"      // want `becomes`
	"github.com/aws/aws-sdk-go-v2/credentials" // want `becomes`
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/neptune"         // want `becomes`
	. "github.com/aws/aws-sdk-go-v2/service/neptune/types" // want `becomes`
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"settings"
	"third.example/tracing"
)

// Values from a package that stays with the SDK are converted.
func own() []*neptune.Client {
	cfg, err := settings.Load()
	if err != nil {
		return nil
	}
	s := settings.Settings{AWS: cfg}
	_ = s3.NewFromConfig(cfg)
	return []*neptune.Client{
		neptune.NewFromConfig(cfg),   // want `neptune.NewFromConfig takes Nereid's configuration, but this is the SDK's`
		neptune.NewFromConfig(s.AWS), // want `neptune.NewFromConfig takes Nereid's configuration, but this is the SDK's`
	}
}

func again(cfg aws.Config) (aws.Config, error) {
	cfg, _ = settings.Load() // want `the variable takes Nereid's aws.Config, but the call returns the SDK's`
	return settings.Load()   // want `the result takes Nereid's aws.Config, but the call returns the SDK's`
}

// Values for a package that stays are converted, or are the SDK's from the beginning.
func others(ctx context.Context, cfg aws.Config) error {
	_ = s3.NewFromConfig(cfg, func(o *s3.Options) { // want `s3.NewFromConfig takes the SDK's configuration`
		o.Credentials = aws.NewCredentialsCache(credentials.NewStaticCredentialsProvider("a", "b", "")) // want `aws.NewCredentialsCache is passed to the SDK` `credentials.NewStaticCredentialsProvider is passed to the SDK`
		o.ClientLogMode = aws.LogRetries | aws.LogRequest                                               // want `aws.LogRetries is passed to the SDK` `aws.LogRequest is passed to the SDK`
	})
	mode := aws.LogRetries
	_ = s3.New(s3.Options{
		Credentials:   cfg.Credentials, // want `s3.Options.Credentials takes the SDK's Credentials: config.ToAWS converts it`
		ClientLogMode: mode,            // want `s3.Options.ClientLogMode takes the SDK's aws.ClientLogMode: sdkaws.ClientLogMode converts it`
	})
	make := s3.NewFromConfig
	_ = make(cfg) // want `takes the SDK's configuration`
	creds, err := cfg.Credentials.Retrieve(ctx)
	s3.Sign(creds)       // want `s3.Sign takes the SDK's aws.Credentials, which is a different type: convert the value`
	tracing.Append(&cfg) // want `tracing.Append takes a pointer to the SDK's configuration`
	return err
}

// Providers are of either kind.
func provider(role *stscreds.AssumeRoleProvider) aws.CredentialsProvider {
	_ = config.WithCredentialsProvider(role)
	var p aws.CredentialsProvider = role // want `stscreds.AssumeRoleProvider provides the SDK's credentials`
	take(embedding{role})                // want `boundary.embedding provides the SDK's credentials`
	take(credentials.NewStaticCredentialsProvider("a", "b", ""))
	take(tracing.Provider()) // want `aws.CredentialsProvider provides the SDK's credentials`
	_ = func(o *config.LoadOptions) {
		o.Credentials = role
		o.Credentials = p // want `the variable takes the SDK's aws.CredentialsProvider, which is a different type`
	}
	return role // want `stscreds.AssumeRoleProvider provides the SDK's credentials`
}

type embedding struct{ *stscreds.AssumeRoleProvider }

func take(aws.CredentialsProvider) {}

// Type arguments of generic functions and types change too.
func generic(cfg aws.Config, clusters []DBCluster) *neptune.Client {
	show(tracing.Filter(clusters))
	return neptune.NewFromConfig(tracing.Box[aws.Config]{Value: cfg}.Value)
}

func show([]DBCluster) {}

type proxies interface {
	neptune.DescribeDBProxiesAPIClient // want `neptune.DescribeDBProxiesAPIClient is not in Nereid`
}

func page(p proxies) any { return neptune.NewDescribeDBProxiesPaginator(p) } // want `neptune.NewDescribeDBProxiesPaginator is not in Nereid`

type both struct {
	*neptune.Client
	aws.Config
}

func embedded(b both) any {
	_ = b.FlyToTheMoon        // want `Client.FlyToTheMoon is not in Nereid`
	return b.EndpointResolver // want `Config.EndpointResolver is not in Nereid`
}
