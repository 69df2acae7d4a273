package xmlscan_test

import (
	"fmt"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

func ExampleScanner() {
	const doc = `<Endpoint><Address>graph.example</Address><New><Port>1</Port></New><Port>8182</Port></Endpoint>`

	var s xmlscan.Scanner
	s.Reset([]byte(doc))
	s.Child("Endpoint") // opens the root
	for {
		name, ok := s.Child("") // the next child, or the end of the parent
		if !ok {
			break
		}
		switch string(name) {
		case "Address", "Port":
			label := string(name) // good until the next call
			if text, ok := s.Value(); ok {
				fmt.Printf("%s %s\n", label, text)
			}
		default:
			s.Skip()
		}
	}
	fmt.Println("error:", s.Finish())
	// Output:
	// Address graph.example
	// Port 8182
	// error: <nil>
}
