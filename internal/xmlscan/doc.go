// Package xmlscan scans an XML document in memory. It deals with bytes and
// offsets, not with Go types: package awsquery interprets the elements.
//
// # Terminology
//
// A start tag opens an element and an end tag closes it; a self-closing element
// does both at once. Names are local names: a prefix is checked and then
// ignored, so the scanner ignores namespaces. The value of an element is its
// character data, with expanded entities, normalised line ends and literal
// CDATA sections, and without comments and processing instructions. A value
// without any of these is a part of the document and costs no copy. Names and
// values are valid until the next call, because the scanner and the owner of
// the document reuse the memory.
//
// # Strictness
//
// The scanner accepts well-formed XML 1.0 in UTF-8 and rejects everything else,
// at the offset of the error: tags that do not match, a second root, text
// outside the root, invalid or repeated attributes, unknown entities, "]]>" in
// text, "--" in comments, invalid UTF-8 and characters outside XML. It also
// rejects three things that are well-formed: a document type declaration,
// because no proper reply has one (see [ErrDoctype]), more than [MaxDepth] open
// elements, and more than [MaxAttrs] attributes in one tag. The errors
// for other encodings and for XML 1.1 name them.
//
// Names follow the fifth edition of XML 1.0, which allows more letters than
// encoding/xml does.
//
// # Use
//
// Scanning is recursive descent, with a sticky error that callers check at the
// end of a level: [Scanner.Child] opens the next child or closes its parent,
// [Scanner.Value] reads a child to its end, and [Scanner.Skip] skips it. See
// the example of [Scanner].
//
// [Scanner.Leaf] is a fast path for callers that know the next child: it reads
// the child and its value in one step. [Scanner.Next] is the layer below: it
// returns one token at a time.
package xmlscan
