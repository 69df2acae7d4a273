package main

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// TestAnalyzer holds the reports and the fixed files of a program against what is
// wanted. A program without Neptune and RDS stays as it is.
func TestAnalyzer(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), Analyzer, "program", "storage")
}
