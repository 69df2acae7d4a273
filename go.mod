module github.com/nereid-go/nereid

go 1.25

require (
	github.com/aws/smithy-go v1.26.0
	github.com/google/go-cmp v0.7.0
	github.com/jarcoal/httpmock v1.4.2
)
