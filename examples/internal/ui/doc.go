// Package ui shows tables and progress for the example programs.
package ui
