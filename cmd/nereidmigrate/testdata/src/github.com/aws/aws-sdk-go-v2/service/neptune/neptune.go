package neptune

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

type Options struct {
	Region             string
	EndpointResolverV2 any
}
type Client struct{}
type PresignClient struct{}

func NewFromConfig(aws.Config, ...func(*Options)) *Client { return nil }
func NewPresignClient(*Client) *PresignClient             { return nil }

type StopDBClusterInput struct{ DBClusterIdentifier *string }

func (*Client) StopDBCluster(context.Context, *StopDBClusterInput) error { return nil }
func (*Client) FlyToTheMoon(context.Context) error                       { return nil }

type DescribeDBProxiesAPIClient interface {
	DescribeDBProxies(context.Context) error
}

func NewDescribeDBProxiesPaginator(DescribeDBProxiesAPIClient) any { return nil }
