package main

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/neptune/types"
)

func filters(ids []string) []types.Filter {
	kept := make([]*string, 0, len(ids))
	for _, id := range aws.StringSlice(ids) {
		if aws.ToString(id) != "" {
			kept = append(kept, id)
		}
	}
	return []types.Filter{{Name: aws.String("db-cluster-id"), Values: aws.ToStringSlice(kept)}}
}

type settings struct {
	clusters *int
	load     *float32
	pause    *time.Duration
}

func (s settings) or(other settings) settings {
	if aws.ToInt(s.clusters) == 0 {
		s.clusters = aws.Int(aws.ToInt(other.clusters))
	}
	if aws.ToFloat32(s.load) == 0 {
		s.load = aws.Float32(aws.ToFloat32(other.load))
	}
	if aws.ToDuration(s.pause) == 0 {
		s.pause = aws.Duration(aws.ToDuration(other.pause))
	}
	return s
}

func empty(region string) *neptune.Client {
	cfg := aws.NewConfig()
	cfg.Region = region
	cfg.Retryer = func() aws.Retryer {
		return retry.AddWithMaxBackoffDelay(retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts = 4 }), time.Second)
	}
	return neptune.NewFromConfig(*cfg)
}
