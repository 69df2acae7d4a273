package s3

import "github.com/aws/aws-sdk-go-v2/aws"

type Client struct{}

type Options struct {
	Credentials   aws.CredentialsProvider
	ClientLogMode aws.ClientLogMode
}

func New(Options) *Client                                 { return nil }
func NewFromConfig(aws.Config, ...func(*Options)) *Client { return nil }
func Sign(aws.Credentials)                                {}
