package awsquery

// The short ways for values, which must agree with the long ones.
var (
	ParseUTC   = parseUTC[string]
	ParseCount = parseCount[string]
)
