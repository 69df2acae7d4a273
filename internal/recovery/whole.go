package recovery

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/smithy-go"
)

// A Whole is a resource type whose description is the whole output of the
// describe operation, for example the list of a resource's tags.
type Whole struct {
	Noun     string   // "resource"
	ID       string   // input member that names the resource
	NotFound []string // error codes for a missing resource, without the suffix Fault
}

// ByTags is the resource type for any resource that has an ARN. Its description
// is the list of the resource's tags.
var ByTags = Whole{
	Noun: "resource", ID: "ResourceName",
	NotFound: []string{
		"DBClusterNotFound", "DBInstanceNotFound", "DBSnapshotNotFound", "DBClusterSnapshotNotFound", "GlobalClusterNotFound", "DBParameterGroupNotFound",
	},
}

// Label implements [Kind].
func (w *Whole) Label() string { return w.Noun }

// Name implements [Kind].
func (w *Whole) Name(in any, id string) {
	reflect.ValueOf(in).Elem().FieldByName(w.ID).Set(reflect.ValueOf(&id))
}

// First implements [Kind].
func (w *Whole) First(out any) any { return out }

// StatusOf implements [Kind].
func (w *Whole) StatusOf(any) string { return "" }

// ARNOf implements [Kind].
func (w *Whole) ARNOf(any) string { return "" }

// IsNotFound implements [Kind].
func (w *Whole) IsNotFound(err error) bool {
	var api smithy.APIError
	return errors.As(err, &api) && slices.ContainsFunc(w.NotFound, func(code string) bool {
		return strings.EqualFold(code, api.ErrorCode()) || strings.EqualFold(code+"Fault", api.ErrorCode())
	})
}
