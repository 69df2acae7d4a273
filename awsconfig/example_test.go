package awsconfig_test

import (
	"context"
	"fmt"

	"github.com/nereid-go/nereid/awsconfig"
)

func ExampleLoadDefaultConfig() {
	cfg, err := awsconfig.LoadDefaultConfig(context.Background(),
		awsconfig.WithRegion("eu-central-1"),
		awsconfig.WithCredentialsProvider(awsconfig.NewStaticCredentialsProvider("AKIDEXAMPLE", "secret", "")),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cfg.Region, cfg.Credentials)
	// Output: eu-central-1 Credentials{AccessKeyID:AKIDEXAMPLE SecretAccessKey:REDACTED SessionToken:none Source:StaticCredentials}
}
