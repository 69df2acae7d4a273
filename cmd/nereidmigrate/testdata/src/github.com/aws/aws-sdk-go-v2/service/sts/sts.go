package sts

import "github.com/aws/aws-sdk-go-v2/aws"

type Client struct{}

func NewFromConfig(aws.Config) *Client { return nil }
