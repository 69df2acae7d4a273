package stscreds

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type AssumeRoleProvider struct{}

func (*AssumeRoleProvider) Retrieve(context.Context) (aws.Credentials, error) {
	return aws.Credentials{}, nil
}
func NewAssumeRoleProvider(client any, role string) *AssumeRoleProvider { return nil }
