package nereidtest_test

import (
	"slices"
	"testing"
)

// A fact is something that AWS was seen to do, in our words, and a check that the
// fake does it too. Line is the beginning of the hash of the line on the page from
// which the fact comes. The page is not part of the repository.
type fact struct {
	line  string
	name  string
	check func(*testing.T)
}

// elsewhere names the tests that hold a fact which is not about the fake.
func elsewhere(tests string) func(*testing.T) {
	return func(t *testing.T) { t.Log("held by " + tests) }
}

// TestReality checks that the fake does what AWS was seen to do.
func TestReality(t *testing.T) {
	for _, f := range allFacts() {
		t.Run(f.name, f.check)
	}
}

func allFacts() []fact {
	return slices.Concat(refusalFacts(), sdkFacts())
}

func sdkFacts() []fact {
	const compare = "internal/compare, which compares with the versions of the SDK in its go.mod"
	return []fact{
		{"07ba94d0", "the SDK types any modelled fault on any operation and sorts form fields", elsewhere(compare)},
	}
}
