package operation

import (
	"context"
	"net/http"
	"reflect"
	"slices"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// A chain holds what the calls of one operation share.
type chain struct {
	op       *Op
	head     middleware.InitializeHandler
	custom   bool         // made with APIOptions
	metadata int          // index of the output's ResultMetadata, or -1
	source   *sourceShape // for operations that copy from another region; nil for others
}

// newChain builds an operation's middleware stack, applies apiOptions to it,
// and links its middlewares.
func newChain(op *Op, in, out reflect.Type, apiOptions []func(*middleware.Stack) error) (*chain, error) {
	ch := &chain{op: op, custom: len(apiOptions) > 0, metadata: -1}
	if op.Presign != nil {
		ch.source = op.Presign.shape(in)
	}
	if f, ok := out.FieldByName("ResultMetadata"); ok && len(f.Index) == 1 && f.Type == reflect.TypeFor[middleware.Metadata]() {
		ch.metadata = f.Index[0]
	}

	stack := middleware.NewStack(op.Name, smithyhttp.NewStackRequest)
	_ = stack.Initialize.Add(&validation{}, middleware.After)
	if ch.source != nil {
		_ = stack.Initialize.Add(op.Presign, middleware.After)
	}
	_ = stack.Serialize.Add(&serializer{}, middleware.After)
	_ = stack.Build.Add(&invocationID{}, middleware.After)
	_ = stack.Build.Add(&userAgent{}, middleware.After)
	_ = stack.Finalize.Add(&retrying{}, middleware.After)
	_ = stack.Finalize.Add(&resolveEndpoint{}, middleware.After)
	_ = stack.Finalize.Add(&signing{}, middleware.After)
	_ = stack.Deserialize.Add(&deserializer{}, middleware.After)
	_ = stack.Deserialize.Add(&wireLogger{}, middleware.After)
	for _, apply := range apiOptions {
		if err := apply(stack); err != nil {
			return nil, err
		}
	}

	head, err := link(stack, &transport{}, ch.custom)
	if err != nil {
		return nil, err
	}
	ch.head = head
	return ch, nil
}

// link moves the middlewares from the stack to a chain of handlers and returns
// the chain's first handler. It removes them from the stack one by one, because
// smithy allows several middlewares with the same name, and a lookup by that
// name would always find the first of them.
func link(stack *middleware.Stack, end middleware.DeserializeHandler, custom bool) (_ middleware.InitializeHandler, err error) {
	initialize := takeAll(&err, stack.Initialize.List(), stack.Initialize.Remove)
	serialize := takeAll(&err, stack.Serialize.List(), stack.Serialize.Remove)
	build := takeAll(&err, stack.Build.List(), stack.Build.Remove)
	finalize := takeAll(&err, stack.Finalize.List(), stack.Finalize.Remove)
	deserialize := takeAll(&err, stack.Deserialize.List(), stack.Deserialize.Remove)
	if err != nil {
		return nil, err
	}

	d := end
	for _, m := range slices.Backward(deserialize) {
		d = &deserializeLink{m, d}
	}
	var f middleware.FinalizeHandler = &finalizeEnd{d}
	for _, m := range slices.Backward(finalize) {
		f = &finalizeLink{m, f}
	}
	var b middleware.BuildHandler = &buildEnd{f}
	for _, m := range slices.Backward(build) {
		b = &buildLink{m, b}
	}
	var s middleware.SerializeHandler = &serializeEnd{b}
	for _, m := range slices.Backward(serialize) {
		s = &serializeLink{m, s}
	}
	var h middleware.InitializeHandler = &initializeEnd{s, custom}
	for _, m := range slices.Backward(initialize) {
		h = &initializeLink{m, h}
	}
	return h, nil
}

// takeAll removes the middlewares with these IDs from a stack by calling take,
// and returns them. It sets *failed only if a middleware changed its ID after
// it was added.
func takeAll[M any](failed *error, ids []string, take func(id string) (M, error)) []M {
	all := make([]M, len(ids))
	for i, id := range ids {
		m, err := take(id)
		if err != nil {
			*failed = err
			return nil
		}
		all[i] = m
	}
	return all
}

type (
	initializeLink struct {
		m    middleware.InitializeMiddleware
		next middleware.InitializeHandler
	}
	initializeEnd struct {
		next   middleware.SerializeHandler
		custom bool
	}
	serializeLink struct {
		m    middleware.SerializeMiddleware
		next middleware.SerializeHandler
	}
	serializeEnd struct{ next middleware.BuildHandler }
	buildLink    struct {
		m    middleware.BuildMiddleware
		next middleware.BuildHandler
	}
	buildEnd     struct{ next middleware.FinalizeHandler }
	finalizeLink struct {
		m    middleware.FinalizeMiddleware
		next middleware.FinalizeHandler
	}
	finalizeEnd     struct{ next middleware.DeserializeHandler }
	deserializeLink struct {
		m    middleware.DeserializeMiddleware
		next middleware.DeserializeHandler
	}
)

func (l *initializeLink) HandleInitialize(ctx context.Context, in middleware.InitializeInput) (middleware.InitializeOutput, middleware.Metadata, error) {
	return l.m.HandleInitialize(ctx, in, l.next)
}

// blank is the initial request of calls without custom middlewares. The
// serializer clones it and changes only the clone.
var blank = &smithyhttp.Request{Request: &http.Request{}}

// HandleInitialize calls the first handler of the Serialize step. It makes a
// new request only if custom middlewares may change the request.
func (l *initializeEnd) HandleInitialize(ctx context.Context, in middleware.InitializeInput) (middleware.InitializeOutput, middleware.Metadata, error) {
	var req any = blank
	if l.custom {
		req = smithyhttp.NewStackRequest()
	}
	out, md, err := l.next.HandleSerialize(ctx, middleware.SerializeInput{Parameters: in.Parameters, Request: req})
	return middleware.InitializeOutput{Result: out.Result}, md, err
}

func (l *serializeLink) HandleSerialize(ctx context.Context, in middleware.SerializeInput) (middleware.SerializeOutput, middleware.Metadata, error) {
	return l.m.HandleSerialize(ctx, in, l.next)
}

func (l *serializeEnd) HandleSerialize(ctx context.Context, in middleware.SerializeInput) (middleware.SerializeOutput, middleware.Metadata, error) {
	out, md, err := l.next.HandleBuild(ctx, middleware.BuildInput{Request: in.Request})
	return middleware.SerializeOutput{Result: out.Result}, md, err
}

func (l *buildLink) HandleBuild(ctx context.Context, in middleware.BuildInput) (middleware.BuildOutput, middleware.Metadata, error) {
	return l.m.HandleBuild(ctx, in, l.next)
}

func (l *buildEnd) HandleBuild(ctx context.Context, in middleware.BuildInput) (middleware.BuildOutput, middleware.Metadata, error) {
	out, md, err := l.next.HandleFinalize(ctx, middleware.FinalizeInput{Request: in.Request})
	return middleware.BuildOutput{Result: out.Result}, md, err
}

func (l *finalizeLink) HandleFinalize(ctx context.Context, in middleware.FinalizeInput) (middleware.FinalizeOutput, middleware.Metadata, error) {
	return l.m.HandleFinalize(ctx, in, l.next)
}

func (l *finalizeEnd) HandleFinalize(ctx context.Context, in middleware.FinalizeInput) (middleware.FinalizeOutput, middleware.Metadata, error) {
	out, md, err := l.next.HandleDeserialize(ctx, middleware.DeserializeInput{Request: in.Request})
	return middleware.FinalizeOutput{Result: out.Result}, md, err
}

func (l *deserializeLink) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput) (middleware.DeserializeOutput, middleware.Metadata, error) {
	return l.m.HandleDeserialize(ctx, in, l.next)
}
