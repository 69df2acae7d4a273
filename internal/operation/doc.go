// Package operation makes the calls of all service clients: one function that
// runs smithy's five middleware steps. An [Op] describes the operation.
//
// Each file has one subject: validate, form, presign, useragent, endpoint,
// sign, clock, attempt, transport, reply, fault, redact, wirelog and observe.
// The files client, call, chain, op and invoke connect them. The fields of a
// call are grouped by the subject that sets them.
//
// The middlewares of an operation are added to a smithy stack once per client.
// There the APIOptions of the client may change them, under the names that SDK
// users know. Then they are read from the stack and linked to a chain of
// handlers. The chain never changes again, and all goroutines share it. The
// stack itself could not be shared, because smithy's Stack.HandleMiddleware
// writes to it at each call. The state of one call is in a call value, which is
// passed along as the context.
//
//	Initialize   OperationInputValidation, Presign
//	Serialize    OperationSerializer
//	Build        ClientRequestID, NereidUserAgent
//	Finalize     Retry, ResolveEndpointV2, Signing
//	Deserialize  OperationDeserializer, RequestResponseLogger
package operation
