package operation

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/recovery"
)

// Invoke calls the named operation. in and out are pointers to the caller's
// structs. perCall, if not nil, changes the options for this call.
func (c *Client) Invoke(ctx context.Context, name string, in, out any, perCall func(*Options)) error {
	if c == nil {
		return &smithy.OperationError{OperationName: name, Err: errNotMade}
	}
	op, err := c.invoked(name, in, out)
	if err != nil {
		return &smithy.OperationError{ServiceID: c.service.ID, OperationName: name, Err: err}
	}
	result, err := c.Call(ctx, op, in, out, perCall)
	if err == nil && result != out {
		reflect.ValueOf(out).Elem().Set(reflect.ValueOf(result).Elem()) // a middleware replaced the result
	}
	return err
}

// An invocation is the key under which Invoke stores an operation's descriptor.
// Calls with the same name and the same types share a descriptor and a chain.
type invocation struct {
	name    string
	in, out reflect.Type
}

// invoked returns the descriptor for a call by Invoke.
func (c *Client) invoked(name string, in, out any) (*Op, error) {
	key := invocation{name, reflect.TypeOf(in), reflect.TypeOf(out)}
	if err := awsquery.CheckName(name); err != nil {
		return nil, err
	}
	if err := awsquery.Check(in); err != nil {
		return nil, fmt.Errorf("in: %w", err)
	}
	if err := awsquery.Check(out); err != nil {
		return nil, fmt.Errorf("out: %w", err)
	}
	if in == out && reflect.TypeOf(in).Elem().Size() > 0 {
		return nil, errors.New("in and out are the same struct")
	}
	if op, ok := c.invocations.Load(key); ok {
		return op.(*Op), nil
	}
	op := &Op{Name: name, Presign: &CrossRegion}
	if !onlyReads(name) {
		op.Effect = &recovery.Once{Noun: "what " + name + " changes"}
	}
	known, _ := c.invocations.LoadOrStore(key, op)
	return known.(*Op), nil
}

// onlyReads reports whether an operation only reads, judging by its name.
func onlyReads(name string) bool {
	for _, verb := range [...]string{"Describe", "List", "Download"} {
		if strings.HasPrefix(name, verb) {
			return true
		}
	}
	return false
}
