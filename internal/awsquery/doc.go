// Package awsquery is the codec of the AWS Query protocol: requests are HTML
// forms, replies are XML.
//
// # Shapes
//
// A shape is a Go struct, and the struct is the only place that says what is
// on the wire. A member is called what its field is called; a tag with the key
// "query" stands where that is not so, or where a rule holds:
//
//	type DescribeThingsInput struct {
//		ThingIdentifier *string  `query:",required"`
//		Filters         []Filter `query:",item=Filter"`
//		SourceRegion    *string  `query:"-"`
//	}
//
// The first item of a tag is the wire name, or "-" for a field that never
// travels. After it come options:
//
//	required   Validate insists on the member
//	item=Name  the elements of the list are called Name, not "member"
//	           (for a map: its entries, not "entry")
//	flat       the elements of the list or map stand in the place of the list
//	key=Name   the keys of the map are called Name, not "key"
//	value=Name the values of the map are called Name, not "value"
//	time=epoch, time=http
//	           the time is in seconds since 1970, or as in HTTP headers
//	presigned  the member travels in a presigned URL and not in a body
//	source     the member names what a copy from another region is made from
//	nopresign  the member travels in a body and not in a presigned URL
//
// Fields are *string, *bool, *int32, *int64, *float32, *float64, *time.Time,
// the same types without the pointer (the zero value is absent then), string
// types of any name, []byte, structs and pointers to structs, and slices and
// maps with string keys of all these. Embedded structs count as their fields,
// and unexported fields do not count.
//
// # Plans
//
// The first use of a struct type compiles it into a plan, which is kept for
// good and serves every direction: [AppendRequest] and [DecodeResponse] for a
// client, [DecodeRequest] and [AppendResponse] for a server, and [Validate].
// A type that cannot travel panics there. [Compile] compiles ahead, so that a
// test can find such a type, and [Check] returns an error for it.
//
// # Memory
//
// What DecodeResponse returns has no part in the body, which the caller may use
// again. Strings are copied into blocks of up to 16 kB that many share, and
// pointers point into blocks as well. Any part of an output therefore keeps some
// neighbours alive, but not the reply. A reply whose values take many times the
// memory of its text, which only empty elements do, is refused.
//
// # Strictness
//
// A reply is taken as good only if its root is called after the operation, if
// the result is in it when the operation has one, if every value can be read,
// and if the document is well formed to its last byte. Names that are not
// known are skipped. A name is looked for as it is; one that differs in case
// alone is accepted where the right one has not been seen.
package awsquery
