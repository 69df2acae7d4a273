module github.com/nereid-go/nereid/cmd/nereidmigrate

go 1.25

require (
	github.com/nereid-go/nereid v0.0.0
	golang.org/x/tools v0.42.0
)

require (
	github.com/aws/smithy-go v1.26.0 // indirect
	golang.org/x/mod v0.33.0 // indirect
	golang.org/x/sync v0.19.0 // indirect
)

replace github.com/nereid-go/nereid => ../..
