package main

// A comparison describes what a test compares.
type comparison struct{ test, what string }

var comparisons = []comparison{
	{"TestSurface", "Names, members, types, methods, signatures, constants, paginators and waiters"},
	{"TestMigration", "Programs written for the SDK, unchanged and with changed imports: a handler that switches on fault types, a copier with a retryer and a role, an exporter with middlewares. Compared are their output and their requests to the fake"},
	{"TestConstraints", "Numbers and values that the SDK documents for members of inputs: Nereid's comments contain them too, or a listed exception says why not"},
	{"TestIAMPage", "The IAM actions in docs/iam.md: every operation and every helper has a row"},
	{"TestBridges", "Values that other packages of the SDK find in errors, contexts and metadata, and the replacements that docs/migration.md names"},
	{"TestIdioms", "Changes of client options with the SDK's helpers: retryers that wrap the default retryer, additions to the User-Agent"},
	{"TestSDKClientFollowsNoRedirect", "The SDK's own HTTP client sends nothing to the target of a redirect"},
	{"TestOtherServices", "Programs that also use the SDK's clients, with the credentials of a role"},
	{"TestAbsent", "Names of the packages aws, config and credentials that Nereid does not have: docs/migration.md has a row for each"},
	{"TestRequests", "Generated inputs: the decoded form, URL, method and content type of the request, or the rejected members"},
	{"TestPresignedRequests", "Generated inputs of copies from other regions: the same, and the presigned URL"},
	{"TestResponses", "Generated responses, with members in another order, unknown elements, comments, CDATA and references: every decoded member"},
	{"TestRequestIDs", "The source of the request ID"},
	{"TestFaults", "Every fault that the SDK documents for each operation: the type in a type switch, code, message, request ID and status. Nereid's comment and code of the operation list the fault"},
	{"TestOtherErrors", "Generated errors that are not in a model"},
	{"TestUnreadableErrors", "Error responses without an AWS error, for example the page of a load balancer: the status, and whether there is an API error"},
	{"TestRetryDecisions", "Statuses, codes and bodies of all kinds: whether the client retries"},
	{"TestCallSignature", "Complete calls: the signature of `aws-http-auth` over the sent headers, and the result of the fake's check"},
	{"TestSignature", "Generated requests, signed in their headers: the signature of `aws-http-auth`"},
	{"TestPresignedSignature", "Generated requests, signed in their URLs: the signature of `aws-http-auth`"},
	{"TestSDKSignature", "Generated forms: the signature of the SDK's own signer"},
	{"TestEndpoints", "Endpoints of all regions, with and without FIPS and dual stack"},
	{"TestMadeUpEndpoints", "Endpoints of regions with generated names"},
	{"TestClientEndpoints", "The endpoint and the signing region of clients with endpoint options"},
	{"TestMiddlewareIDs", "Steps and order of the middlewares that both clients have"},
}

// A behaviour is a difference between the SDK's clients and this module's. The
// field test is the name of a test that lists the difference as an exception,
// or demonstrates it. The field pkg is the test's package, or "" for
// internal/compare.
type behaviour struct{ what, sdk, ours, why, pkg, test string }

var behaviours = []behaviour{
	{what: "Space in a form", sdk: "`+`", ours: "`%20`", why: "services decode both alike, and signatures are computed from `%20`", test: "TestRequests"},
	{
		what: "Order of a form", sdk: "sorted", ours: "`Action`, `Version`, then the order of the struct",
		why: "the service ignores the order", test: "TestRequests",
	},
	{
		what: "Validity of the presigned URL of a copy", sdk: "absent", ours: "`X-Amz-Expires=3600`",
		why: "AWS requires this parameter in presigned URLs. It is signed, so the signature differs too", test: "TestPresignedRequests",
	},
	{
		what: "Name instead of an ARN for the source of a copy from another region", sdk: "sent", ours: "rejected before a request is sent",
		why: "the call can only fail", test: "TestPresignedRequests",
	},
	{
		what: "Region of a copy's source", sdk: "from `SourceRegion` only", ours: "from the ARN if `SourceRegion` is not set",
		why: "the ARN contains the region; turned off for the comparison (`DisableSourceRegionFromARN`)", test: "TestPresignedRequests",
	},
	{
		what: "Code of a fault that differs from the model in upper and lower case", sdk: "as in the model", ours: "as in the response",
		why: "both return the same type; Nereid keeps the code of the service", test: "TestFaults",
	},
	{
		what: "Fault side (client or server) of an unknown error", sdk: "unknown", ours: "as in the response",
		why: "AWS sends it in each error", test: "TestOtherErrors",
	},
	{
		what: "Region `fips-us-west-2` and similar names", sdk: "signs for that name", ours: "signs for `us-west-2`",
		why: "no region has that name; the URL is the same", test: "TestClientEndpoints",
	},
	{
		what: "JSON, text or an empty body with status 200", sdk: "an empty success", ours: "an error",
		why: "a proxy's page is not a success", pkg: "neptune", test: "TestVectorNastyXML",
	},
	{
		what: "Retry after an unreadable response with status 200", sdk: "no", ours: "yes",
		why: "a proxy sent or damaged the response", test: "TestRetryDecisions",
	},
	{
		what: "Retry after a truncated error response", sdk: "no", ours: "yes",
		why: "it could be any error, including throttling", test: "TestRetryDecisions",
	},
	{
		what: "Retry after status 429 or 509 with any body", sdk: "only with a throttling code", ours: "yes",
		why: "both mean too many requests", test: "TestRetryDecisions",
	},
	{
		what: "XML comment inside a value", sdk: "an error", ours: "ignored",
		why: "the XML specification requires it", pkg: "neptune", test: "TestVectorNastyXML",
	},
	{
		what: "Consecutive spaces in headers, dot segments in paths, repeated parameters", sdk: "`aws-http-auth` keeps the spaces and segments, and has its own order of parameters",
		ours: "as AWS documents it", why: "AWS's signature test suite requires it; the generator leaves these cases out", test: "TestSignature",
	},
}
