package awsquery

// The fast paths for values, which must agree with the general ones.
var (
	ParseUTC   = parseUTC[string]
	ParseCount = parseCount[string]
)
