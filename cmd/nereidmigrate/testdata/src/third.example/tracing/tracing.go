// Package tracing is of another module, and for the SDK.
package tracing

import "github.com/aws/aws-sdk-go-v2/aws"

func Append(*aws.Config)                {}
func Filter[T any](all []T) []T         { return all }
func Provider() aws.CredentialsProvider { return nil }

type Box[T any] struct{ Value T }
