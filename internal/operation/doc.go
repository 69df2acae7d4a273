// Package operation makes the calls of all service clients: one function over
// smithy's five middleware steps, for which an [Op] describes the operation.
//
// A file has a subject: validate, form, presign, useragent, endpoint, sign, clock,
// attempt, transport, reply, fault, redact, wirelog and observe. client, call, chain,
// op and invoke hold them together. The fields of a call are grouped by the subject
// that writes them.
//
// The middlewares of an operation are put on a smithy stack once for a client,
// where the APIOptions of the client may change them under the names that SDK
// users know. Then they are read out of the stack and linked into a chain of
// handlers that never changes again, and which all goroutines share: smithy's
// own Stack.HandleMiddleware writes to the stack at each call, and so cannot be
// shared. What differs from call to call is in a call value that travels as the
// context.
//
//	Initialize   OperationInputValidation, Presign
//	Serialize    OperationSerializer
//	Build        ClientRequestID, NereidUserAgent
//	Finalize     Retry, ResolveEndpointV2, Signing
//	Deserialize  OperationDeserializer, RequestResponseLogger
package operation
