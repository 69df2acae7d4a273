// Package xmlscan scans an XML document in memory. It deals with bytes and
// offsets, not with Go types: package awsquery interprets the elements.
//
// # Terminology
//
// A start tag opens an element and an end tag closes it; an empty-element tag
// does both. Names are local names: the scanner checks the syntax of prefixes,
// but otherwise ignores prefixes and namespaces. An element's value is its
// character data: entities are expanded, line ends are normalised, CDATA
// sections are taken literally, and comments and processing instructions are
// dropped. If none of these occurs, the value is a slice of the document and is
// not copied. Names and values are valid until the next call, because the
// scanner and the document's owner reuse the memory.
//
// # Strictness
//
// The scanner accepts well-formed XML 1.0 in UTF-8 and rejects everything else:
// tags that do not match, a second root, text outside the root, invalid or
// repeated attributes, unknown entities, "]]>" in text, "--" in comments,
// invalid UTF-8 and characters that XML does not allow. It also rejects three
// things that are well-formed: a document type declaration, because AWS never
// sends one (see [ErrDoctype]), more than [MaxDepth] open elements, and more
// than [MaxAttrs] attributes in one tag. Every error contains the offset. For a
// document in another encoding, the error also names the encoding.
//
// Names follow the fifth edition of XML 1.0, which allows more letters than
// encoding/xml does.
//
// # Use
//
// Callers scan by recursive descent. [Scanner.Child] opens the next child or
// closes its parent, [Scanner.Value] reads a child to its end, and
// [Scanner.Skip] skips a child. The first error is sticky, so callers need to
// check [Scanner.Err] only at the end of a level. See the example of [Scanner].
//
// [Scanner.Leaf] is a fast path for callers that expect a certain child: it
// reads the child and its value in one step. [Scanner.Next] is the lower-level
// interface: it returns one token at a time.
package xmlscan
