package main

// A comparison says what a test compares.
type comparison struct{ test, what string }

var comparisons = []comparison{
	{"TestSurface", "Names, members, types, methods, signatures, constants, paginators and waiters"},
	{"TestMigration", "Programs written for the SDK, as they are and with their imports changed: a handler that switches on fault types, a copier with a retryer and a role, an exporter with middlewares; what they print on the fake, and what they ask it for"},
	{"TestIAMPage", "The actions of IAM in docs/iam.md: every operation and every helper has a row"},
	{"TestBridges", "What programs find in errors, contexts and metadata by other packages of the SDK, and by what is named instead"},
	{"TestIdioms", "What programs do to the options of a client with the SDK's helpers: retryers around the default one, additions to the User-Agent"},
	{"TestSDKClientFollowsNoRedirect", "The SDK's own HTTP client carries nothing to where a redirect leads"},
	{"TestOtherServices", "Programs that use the SDK's clients too, with credentials of a role"},
	{"TestAbsent", "Names of the packages aws, config and credentials that are not here, each with what to use instead"},
	{"TestRequests", "Generated inputs: the decoded form, URL, method and content type that are sent, or which members are refused"},
	{"TestPresignedRequests", "The same for copies from other regions, with the presigned URL in them"},
	{"TestResponses", "Generated replies, with members in another order, unknown elements, comments, CDATA and references: every member that is read"},
	{"TestRequestIDs", "Where the request id is found"},
	{"TestFaults", "Every fault that the SDK documents for each operation: the type that a type switch finds, code, message, request id, status, and that the comment and the descriptor list it"},
	{"TestOtherErrors", "Generated errors that no model has"},
	{"TestUnreadableErrors", "Refusals without an error in them, such as the page of a load balancer: the status, and whether there is an API error"},
	{"TestRetryDecisions", "Statuses, codes and bodies of all kinds: whether the attempt is repeated"},
	{"TestCallSignature", "Whole calls: the signature of `aws-http-auth` over the headers that were sent, and the fake's verdict"},
	{"TestSignature", "Generated requests, signed in their headers: the signature of `aws-http-auth`"},
	{"TestPresignedSignature", "Generated requests, signed in their URLs: the same"},
	{"TestSDKSignature", "Generated forms: the signature of the SDK's own signer"},
	{"TestEndpoints", "Endpoints of all regions, with and without FIPS and dual stack"},
	{"TestMadeUpEndpoints", "Generated names of regions"},
	{"TestClientEndpoints", "Where clients with endpoint options send to, and for which region they sign"},
	{"TestMiddlewareIDs", "Steps and order of the middlewares that both stacks have"},
}

// A behaviour is what both do, but differently. The test has it as an exception,
// or shows it; it is of package internal/compare if no other one is named.
type behaviour struct{ what, sdk, ours, why, pkg, test string }

var behaviours = []behaviour{
	{what: "Space in a form", sdk: "`+`", ours: "`%20`", why: "is read as the same, and is what signatures are made of", test: "TestRequests"},
	{
		what: "Order of a form", sdk: "sorted", ours: "`Action`, `Version`, then as the structure is declared",
		why: "the order means nothing to the service", test: "TestRequests",
	},
	{
		what: "Life of a presigned URL in a copy", sdk: "is not in the URL", ours: "`X-Amz-Expires=3600`",
		why: "AWS requires it of presigned URLs; the signature covers it, so it is another one", test: "TestPresignedRequests",
	},
	{
		what: "Source of a copy in another region that is no ARN", sdk: "sent", ours: "refused before anything is sent",
		why: "it can only fail", test: "TestPresignedRequests",
	},
	{
		what: "Region of a copy's source", sdk: "from `SourceRegion` only", ours: "from the ARN if that is not set",
		why: "the ARN has it; turned off for the comparison (`DisableSourceRegionFromARN`)", test: "TestPresignedRequests",
	},
	{
		what: "Code of a fault in another case", sdk: "as in the model", ours: "as it was sent",
		why: "both give it the same type; the code is what the service says", test: "TestFaults",
	},
	{
		what: "Whose fault an unknown error is", sdk: "unknown", ours: "what the reply says",
		why: "AWS says it in each error", test: "TestOtherErrors",
	},
	{
		what: "Region `fips-us-west-2` and the like", sdk: "signs for that name", ours: "signs for `us-west-2`",
		why: "no region has that name; the URL is the same", test: "TestClientEndpoints",
	},
	{
		what: "JSON, text or nothing with status 200", sdk: "an empty success", ours: "an error",
		why: "a proxy's page is not a success", pkg: "neptune", test: "TestVectorNastyXML",
	},
	{
		what: "Another attempt after an answer with status 200 that cannot be read", sdk: "no", ours: "yes",
		why: "it came from something in between, or was damaged there", test: "TestRetryDecisions",
	},
	{
		what: "Another attempt after an error reply that breaks off", sdk: "no", ours: "yes",
		why: "it could have been any, also throttling", test: "TestRetryDecisions",
	},
	{
		what: "Another attempt after status 429 or 509 with any body", sdk: "only with a code of throttling", ours: "yes",
		why: "both mean too many requests", test: "TestRetryDecisions",
	},
	{
		what: "XML comment inside a value", sdk: "an error", ours: "read as if it were not there",
		why: "that is what XML says", pkg: "neptune", test: "TestVectorNastyXML",
	},
	{
		what: "Runs of spaces in headers, dot segments in paths, a parameter twice", sdk: "`aws-http-auth` keeps and orders them in its own way",
		ours: "as AWS documents it", why: "its test suites for signatures say so; left out of what is generated", test: "TestSignature",
	},
}
