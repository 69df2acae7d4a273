package storage

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func client(cfg aws.Config) *s3.Client { return s3.NewFromConfig(cfg) }
