package aws

import "context"

type Credentials struct{}
type CredentialsProvider interface {
	Retrieve(context.Context) (Credentials, error)
}
type CredentialsCache struct{}

func (*CredentialsCache) Retrieve(context.Context) (Credentials, error) { return Credentials{}, nil }
func NewCredentialsCache(CredentialsProvider) *CredentialsCache         { return nil }

type Config struct {
	Region           string
	Credentials      CredentialsProvider
	EndpointResolver any
	ClientLogMode    ClientLogMode
}
type ClientLogMode uint64

const LogRetries, LogRequest ClientLogMode = 1, 2

type Endpoint struct{ URL string }
type DefaultsMode string

const DefaultsModeInRegion DefaultsMode = "in-region"

func String(v string) *string { return &v }
