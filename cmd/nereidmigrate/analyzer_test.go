package main

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// TestAnalyzer compares the reports and the fixed files of a program with the
// expected ones. Packages without Neptune and RDS stay as they are.
func TestAnalyzer(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), Analyzer, "program", "boundary", "store", "settings", "storage")
}
