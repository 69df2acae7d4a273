// Package settings creates configurations for all services, and is not
// migrated.
package settings

import "github.com/aws/aws-sdk-go-v2/aws"

type Settings struct{ AWS aws.Config }

func Load() (aws.Config, error) { return aws.Config{}, nil }
