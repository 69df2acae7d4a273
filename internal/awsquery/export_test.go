package awsquery

// ParseUTC is the short way for times, which must agree with the long one.
var ParseUTC = parseUTC
