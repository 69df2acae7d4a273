// Package operation makes the calls of all service clients. A single function
// runs smithy's five middleware steps for any operation. An [Op] describes the
// operation.
//
// Each file has one subject: validate, form, presign, useragent, endpoint,
// sign, clock, attempt, transport, reply, fault, redact, wirelog and observe.
// The files client, call, chain, op and invoke connect these. The fields of a
// call are grouped by subject.
//
// Once per client, an operation's middlewares are added to a smithy stack. The
// client's APIOptions can change the stack; the middlewares have the names that
// SDK users know. Then the middlewares are taken from the stack and linked to a
// chain of handlers. The chain never changes, and all goroutines share it. A
// stack could not be shared, because smithy's Stack.HandleMiddleware writes to
// it during each call. A value of type call holds the state of one call. It is
// also the context that the middlewares get.
//
//	Initialize   OperationInputValidation, Presign
//	Serialize    OperationSerializer
//	Build        ClientRequestID, NereidUserAgent
//	Finalize     Retry, ResolveEndpointV2, Signing
//	Deserialize  OperationDeserializer, RequestResponseLogger
package operation
