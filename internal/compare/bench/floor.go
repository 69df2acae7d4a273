package bench

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
)

// indexBytes finds every '<' in a document and does nothing else. No parser can
// be faster.
func indexBytes(doc []byte) Func {
	return func(n int) error {
		for range n {
			tags := 0
			for rest := doc; ; tags++ {
				i := bytes.IndexByte(rest, '<')
				if i < 0 {
					break
				}
				rest = rest[i+1:]
			}
			if tags == 0 {
				return errors.New("no tags")
			}
		}
		return nil
	}
}

// leafStrings scans the tags of a document without any checks, and makes a
// string of the text of each leaf. A parser that returns the values as separate
// strings must do at least this.
func leafStrings(doc []byte) Func {
	var last string // outside the loop, so that each string is allocated on the heap
	return func(n int) error {
		for range n {
			leaves := 0
			open := false
			for rest := doc; ; {
				start := bytes.IndexByte(rest, '<')
				if start < 0 {
					break
				}
				end := start + bytes.IndexByte(rest[start:], '>')
				if rest[start+1] != '/' {
					open = rest[end-1] != '/'
				} else {
					if open {
						last = string(rest[:start])
						leaves++
					}
					open = false
				}
				rest = rest[end+1:]
			}
			if leaves == 0 || last == "" {
				return errors.New("no leaves")
			}
		}
		return nil
	}
}

// xmlTokens reads a document with the SDK's decoder, encoding/xml, and ignores
// the tokens.
func xmlTokens(doc []byte) Func {
	return func(n int) error {
		for range n {
			d := xml.NewDecoder(bytes.NewReader(doc))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// do sends a request with net/http and without a client library. It uses the
// same transport as the cases.
func do(page []byte) Func {
	client := newMemory(http.StatusOK, page).client()
	return func(n int) error {
		for range n {
			req, err := http.NewRequest(http.MethodPost, "https://rds.eu-central-1.amazonaws.com/", strings.NewReader("Action=StartExportTask"))
			if err != nil {
				return err
			}
			resp, err := client.Do(req)
			if err != nil {
				return err
			}
			if err := resp.Body.Close(); err != nil {
				return err
			}
		}
		return nil
	}
}
