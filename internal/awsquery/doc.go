// Package awsquery is the codec of the AWS Query protocol: requests are HTML
// forms, replies are XML.
//
// # Shapes
//
// A shape is a Go struct, and the struct is the only description of the data on
// the wire. A member has the name of its field. A tag with the key "query" sets
// another name, or options:
//
//	type DescribeThingsInput struct {
//		ThingIdentifier *string  `query:",required"`
//		Filters         []Filter `query:",item=Filter"`
//		SourceRegion    *string  `query:"-"`
//	}
//
// The first item of a tag is the wire name, or "-" for a field that is never
// sent. Options follow:
//
//	required   Validate requires the member
//	item=Name  the elements of the list are called Name, not "member"
//	           (for a map: its entries are called Name, not "entry")
//	flat       each element of the list or map has the name of the member, and
//	           nothing encloses the elements
//	key=Name   the keys of the map are called Name, not "key"
//	value=Name the values of the map are called Name, not "value"
//	time=epoch, time=http
//	           the time is in seconds since 1970, or as in HTTP headers
//	presigned  the member is sent only in a presigned URL, not in a body
//	source     the member names the source of a copy from another region
//	nopresign  the member is sent only in a body, not in a presigned URL
//
// Fields are *string, *bool, *int32, *int64, *float32, *float64, *time.Time,
// the same types without the pointer (a zero value then counts as not set),
// named string types, []byte, structs, pointers to structs, slices of these
// types, and maps from strings to these types. The fields of an embedded struct
// count as fields of the outer struct. Unexported fields are ignored.
//
// # Plans
//
// A plan describes how each field of a struct type is encoded and decoded. A
// type's plan is compiled when the type is first used, and is kept permanently.
// All functions of the package use plans: [AppendRequest] and [DecodeResponse]
// for a client, [DecodeRequest] and [AppendResponse] for a server, and
// [Validate]. These functions panic if a type is not supported. [Compile]
// compiles a type ahead of time, so that tests can find unsupported types.
// [Check] returns an error for an unsupported type.
//
// # Memory
//
// The result of DecodeResponse does not refer to the body, which the caller may
// reuse. Strings share blocks of up to 16 kB, and pointers point into shared
// blocks too. If a program keeps one value of an output, the value's whole
// block stays in memory, but the reply does not. A reply is rejected if its
// values need much more memory than its text, which happens only if very many
// of its elements are empty.
//
// # Strictness
//
// A reply is accepted only if its root is named after the operation, it
// contains a result if the operation has one, every value is valid, and the
// document is well-formed to its last byte. Unknown names are skipped. Names
// are case-sensitive, but an element whose name differs from a member's name in
// case alone is accepted if that member is not set yet.
package awsquery
