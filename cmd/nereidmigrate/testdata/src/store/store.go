// Package store uses types of the service alone.
package store

import (
	"github.com/aws/aws-sdk-go-v2/aws"                   // want `becomes github.com/nereid-go/nereid$`
	"github.com/aws/aws-sdk-go-v2/service/neptune/types" // want `becomes github.com/nereid-go/nereid/neptune/types`
)

type Store struct{ Clusters []types.DBCluster }

func New(aws.Config) *Store { return nil }
