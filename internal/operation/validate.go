package operation

import (
	"context"
	"fmt"
	"reflect"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/awsquery"
)

// validation is a middleware that returns an error if the input lacks required
// members.
type validation struct{}

func (*validation) ID() string { return "OperationInputValidation" }

func (*validation) HandleInitialize(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
	out middleware.InitializeOutput, md middleware.Metadata, err error,
) {
	if err := checkInput(ctx, in.Parameters); err != nil {
		return out, md, err
	}
	if err := awsquery.Validate(in.Parameters); err != nil {
		return out, md, err
	}
	return next.HandleInitialize(ctx, in)
}

// checkInput returns an error if a middleware replaced the input with a value
// of another type.
func checkInput(ctx context.Context, parameters any) error {
	c := callOf(ctx)
	if c == nil {
		return errForeignContext
	}
	if v := reflect.ValueOf(parameters); !v.IsValid() || v.Type() != reflect.TypeOf(c.in) || v.IsNil() {
		return fmt.Errorf("a middleware passed on %T as the input, want %T that is not nil", parameters, c.in)
	}
	return nil
}
