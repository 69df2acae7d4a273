// Package xmlscan walks one XML document that is held in memory. It knows
// bytes and offsets and no Go types: what the elements mean is the business of
// package awsquery above it.
//
// # Terminology
//
// An element is opened by a start tag and closed by an end tag; a self-closing
// element does both at once. Names are local names: a prefix is checked and
// then ignored, so the scanner is blind to namespaces. The value of an element
// is its character data, with entities expanded, line ends normalised, CDATA
// sections taken as they are, and comments and processing instructions left
// out. A value without any of those is a part of the document and costs no copy.
// Names and values are good until the next call: the scanner and the owner of the
// document use the memory again.
//
// # Strictness
//
// The scanner accepts well-formed XML 1.0 in UTF-8 and refuses everything
// else, at the offset where it went wrong: tags that do not match, a second
// root, text outside the root, bad or repeated attributes, unknown entities,
// "]]>" in text, "--" in comments, invalid UTF-8 and characters outside XML.
// Three things are refused although they are well formed. A document type
// declaration is one, because nothing good comes of one in a reply (see
// [ErrDoctype]). The others are bounds: [MaxDepth] open elements, and
// [MaxAttrs] attributes in one tag. Other encodings and XML 1.1 are refused by
// name.
//
// Names follow the fifth edition of XML 1.0, which allows more letters than
// encoding/xml does.
//
// # Use
//
// The walk is recursive descent, with a sticky error that is looked at where a
// level ends: [Scanner.Child] opens the next child or closes its parent,
// [Scanner.Value] reads a child to its end, and [Scanner.Skip] passes it over. The
// example of [Scanner] shows it.
//
// [Scanner.Leaf] is the short way for who knows what comes next: a child and its
// value in one step. [Scanner.Next] is the layer below: one token at a time.
package xmlscan
