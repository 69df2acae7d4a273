// Package awsquery is the codec of the AWS Query protocol: requests are HTML
// forms, replies are XML.
//
// # Shapes
//
// A shape is a Go struct, and the struct is the only description of the data on
// the wire. A member has the name of its field. A tag with the key "query"
// gives another name, or a rule:
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
//	           (for a map: its entries, not "entry")
//	flat       the elements of the list or map stand in the place of the list
//	key=Name   the keys of the map are called Name, not "key"
//	value=Name the values of the map are called Name, not "value"
//	time=epoch, time=http
//	           the time is in seconds since 1970, or as in HTTP headers
//	presigned  the member is sent in a presigned URL and not in a body
//	source     the member names the source of a copy from another region
//	nopresign  the member is sent in a body and not in a presigned URL
//
// Fields are *string, *bool, *int32, *int64, *float32, *float64, *time.Time,
// the same types without the pointer (the zero value is absent then), named
// string types, []byte, structs and pointers to structs, and slices and maps
// with string keys of all these. The fields of embedded structs count as fields
// of the outer struct. Unexported fields are ignored.
//
// # Plans
//
// The first use of a struct type compiles it into a plan. The plan is kept
// permanently and serves every direction: [AppendRequest] and [DecodeResponse]
// for a client, [DecodeRequest] and [AppendResponse] for a server, and
// [Validate]. A type that is not supported panics there. [Compile] compiles
// ahead, so that a test can find such a type. [Check] returns an error for it.
//
// # Memory
//
// The result of DecodeResponse does not refer to the body, which the caller may
// reuse. Many strings share blocks of up to 16 kB, and pointers point into
// blocks as well. Any part of an output therefore keeps some neighbours alive,
// but not the reply. A reply whose values would take many times the memory of
// its text is rejected. Only empty elements can cause that.
//
// # Strictness
//
// A reply is accepted only if its root is named after the operation, if it has
// the result of an operation with a result, if every value can be read, and if
// the document is well-formed to its last byte. Unknown names are skipped.
// Names are compared exactly. A name that differs in case alone is accepted if
// the exact name has not been seen.
package awsquery
