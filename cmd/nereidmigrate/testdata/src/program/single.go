package program

import "github.com/aws/aws-sdk-go-v2/aws" // want `becomes github.com/nereid-go/nereid$`

func endpoint() (aws.Endpoint, *string) { // want `aws.Endpoint is not in Nereid`
	return aws.Endpoint{URL: "http://localhost"}, aws.String("x") // want `aws.Endpoint is not in Nereid`
}

func _(cfg aws.Config) aws.CredentialsProvider { return cfg.Credentials }
